"""What the logs are drawn from: the record of one volume, and the particulars of the matter that every line repeats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from redactor.errors import RulePackError, VolumeVerificationError
from redactor.model import (
    Basis,
    BasisCode,
    Decision,
    Document,
    DocumentId,
    Finding,
    FindingId,
    LogCategory,
    Redaction,
    VerifiedCopy,
)

COVERS_EVERYONE = (BasisCode("PO"), BasisCode("AGREED"))
"""Cited first: the protective order and the parties' agreement reach every noncitizen alike, so they tell nothing."""

CLAIMED_BY_DOCUMENT = frozenset(BasisCode(code) for code in ("AC", "WP", "DP", "LEP"))
"""Privileges, which Local Civil Rule 26.2(a)(1) wants named for the document they are claimed for."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the lines of a volume's log have in common.

    ``bases`` and ``descriptions`` are those of the whole rule pack, in its order, not only those in use. ``totals`` are
    the descriptions of categories that are told for the volume as a whole and for no document, because a document's
    line would say that its person applied for relief. ``harms`` say for each basis what disclosure would do (5 U.S.C.
    § 552(a)(8)(A)(i)(I), FOIA mode); ``members`` are the bases behind each group that is cited as one.
    ``confidentiality`` is the legend on the pages; ``custodian`` stands where a document names none. ``grounds`` are
    the codes that rules may give for a category: those of them that were asserted are cited wherever the category is,
    so that a line is the same for whomever it is about. ``requests_of`` and ``bases_of`` are the requests that a
    document answers, and the bases as asserted for them, where not all documents answer all.
    """

    volume: str
    requests: tuple[str, ...]
    confidentiality: str
    custodian: str
    bases: Mapping[BasisCode, Basis]
    descriptions: Mapping[LogCategory, str]
    totals: Mapping[LogCategory, str] = field(default_factory=dict)
    harms: Mapping[BasisCode, str] = field(default_factory=dict)
    members: Mapping[BasisCode, tuple[BasisCode, ...]] = field(default_factory=dict)
    covers_everyone: tuple[BasisCode, ...] = COVERS_EVERYONE
    claimed_by_document: frozenset[BasisCode] = CLAIMED_BY_DOCUMENT
    grounds: Mapping[LogCategory, frozenset[BasisCode]] = field(default_factory=dict)
    requests_of: Mapping[DocumentId, tuple[str, ...]] = field(default_factory=dict)
    bases_of: Mapping[DocumentId, Mapping[BasisCode, Basis]] = field(default_factory=dict)

    def description(self, category: LogCategory) -> str:
        """The words of the served log for a category. Raises RulePackError where the pack has none."""
        description = self.descriptions.get(category, "")
        if not description:
            raise RulePackError(f"log category {category} has no description for the served log")
        return description

    def basis(self, code: BasisCode, document: DocumentId | None = None) -> Basis:
        """The ground behind a code: for the matter, or as it was asserted for the requests of a document. Raises
        RulePackError where the pack has none."""
        if code not in self.bases:
            raise RulePackError(f"basis {code} is used and not defined")
        return (self.bases_of.get(document, self.bases) if document is not None else self.bases)[code]

    def asserted(self, document: DocumentId) -> frozenset[BasisCode]:
        """The codes that were asserted for the document's requests."""
        bases = self.bases_of.get(document, self.bases)
        return frozenset(code for code, basis in bases.items() if basis.asserted_in is not None)


@dataclass(frozen=True)
class Record:
    """One volume: its copies, and the documents, findings and decisions behind them (those of held documents too).

    Where a finding has several decisions the last one stands, as in the ledger.
    """

    copies: tuple[VerifiedCopy, ...]
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]

    @cached_property
    def in_order(self) -> tuple[VerifiedCopy, ...]:
        """The copies in the order of their Bates numbers."""
        return tuple(sorted(self.copies, key=lambda verified: verified.copy.endorsement.begin))

    @cached_property
    def copy_of(self) -> Mapping[DocumentId, VerifiedCopy]:
        return {verified.copy.document: verified for verified in self.copies}

    @cached_property
    def finding_by_id(self) -> Mapping[FindingId, Finding]:
        return {finding.id: finding for finding in self.findings}

    @cached_property
    def decision_on(self) -> Mapping[FindingId, Decision]:
        return {decision.finding: decision for decision in self.decisions}

    @cached_property
    def boxes_of(self) -> Mapping[FindingId, tuple[str, ...]]:
        """The ids of the boxes that cover a finding, for those that have any."""
        boxes: dict[FindingId, tuple[str, ...]] = {}
        for verified in self.in_order:
            for redaction in verified.copy.redactions:
                for finding in redaction.findings:
                    boxes[finding] = (*boxes.get(finding, ()), redaction.id)
        return boxes

    @cached_property
    def findings_in(self) -> Mapping[DocumentId, tuple[Finding, ...]]:
        by_document: dict[DocumentId, list[Finding]] = {}
        for finding in self.findings:
            by_document.setdefault(finding.document, []).append(finding)
        return {document: tuple(findings) for document, findings in by_document.items()}

    @cached_property
    def _document_by_id(self) -> Mapping[DocumentId, Document]:
        return {document.id: document for document in self.documents}

    def document(self, verified: VerifiedCopy) -> Document:
        """The document behind a copy. Raises VolumeVerificationError where the record has none."""
        document = self._document_by_id.get(verified.copy.document)
        if document is None:
            raise VolumeVerificationError(f"{verified.copy.endorsement.begin}: the copy has no document behind it")
        return document

    def answers(self, redaction: Redaction) -> tuple[tuple[Finding, Decision], ...]:
        """Who answers for a box: its findings with their decisions, foremost first.

        Raises VolumeVerificationError for a box that nobody answers for, or only in part; for one that covers a finding
        of another document; and for one over nothing but findings that are produced (Rule 34(b)(2)(C)).
        """
        pairs = []
        for id_ in redaction.findings:
            finding, decision = self.finding_by_id.get(id_), self.decision_on.get(id_)
            if finding is None or decision is None:
                raise VolumeVerificationError(f"box {redaction.id}: finding {id_} has no decision")
            if finding.document != redaction.document:
                raise VolumeVerificationError(f"box {redaction.id}: finding {id_} belongs to another document")
            pairs.append((finding, decision))
        if not any(decision.disposition.withholds for _, decision in pairs):
            raise VolumeVerificationError(f"box {redaction.id} has no withheld finding behind it")
        return tuple(pairs)


def page_number(verified: VerifiedCopy, page: int) -> str:
    """The Bates number stamped on a page (1-based). Raises VolumeVerificationError where the copy has no such page."""
    numbers = verified.copy.endorsement.numbers
    if not 1 <= page <= len(numbers):
        raise VolumeVerificationError(f"{verified.copy.endorsement.begin}: page {page} carries no Bates number")
    return numbers[page - 1]
