"""The log that is served: one line for each document and category (Fed. R. Civ. P. 26(b)(5)(A); S.D.N.Y. and E.D.N.Y.
Local Civil Rule 26.2).

It describes what was withheld "without revealing information itself privileged or protected": no text of a document,
no day of a document's date, no hash of an original. Nor does a line tell *which* protection a person has. Categories
that the rule pack describes in the same words share a line, and a statute is cited for a category as a whole, the
same in every document of the volume; who is covered by what stands in the internal log only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from redactor.bates import ranges
from redactor.errors import VolumeVerificationError
from redactor.model import (
    BasisCode,
    Decision,
    Disposition,
    Document,
    DocumentId,
    LogCategory,
    LogEntry,
    VerifiedCopy,
)
from redactor.privilege_log.record import Particulars, Record, page_number
from redactor.privilege_log.sheets import Table

COLUMNS = (
    "LogID",
    "ProductionVolume",
    "RequestNo",
    "BegBates",
    "EndBates",
    "ControlNumber",
    "ParentID",
    "FamilyRange",
    "DocType",
    "DocDate",
    "Author",
    "AuthorRole",
    "To",
    "CC",
    "BCC",
    "Recipients_Relationship",
    "Subject_Title",
    "Custodian",
    "Treatment",
    "Category",
    "Basis",
    "BasisAssertedIn",
    "Description",
    "PagesAffected",
    "RedactionCount",
    "Confidentiality",
    "SlipSheetBates",
    "Status",
    "OrderRef",
    "SupersedesLogID",
    "Notes",
)

REDACTED_IN_PART = "RedactedInPart"
WITHHELD_IN_FULL = "WithheldInFull"
STATUS_CURRENT = "current"
PENDING_REVIEW = "withheld pending review"
UNCONFIRMED = "basis assumed; to be confirmed by counsel"

_Group = tuple[LogCategory, ...]
"""The log categories that share a description, in the rule pack's order."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A document and a group of categories before they are put into words. ``pages`` are 1-based, one for each box."""

    verified: VerifiedCopy
    group: _Group
    pages: tuple[int, ...]
    boxes: int
    decisions: tuple[Decision, ...]
    also_covers: frozenset[_Group] = frozenset()


def served_entries(record: Record, particulars: Particulars) -> tuple[LogEntry, ...]:
    """The lines of the served log, by Bates number and then in the rule pack's order of categories.

    RedactionCount is the number of boxes, so that the counts of a volume add up to its boxes; a document withheld in
    full has a slip sheet and counts none. Raises VolumeVerificationError where a box or a slip sheet has no decision
    behind it, RulePackError where the pack does not describe a category or basis in use.
    """
    groups = _groups(particulars)
    order = {group: place for place, group in enumerate(dict.fromkeys(groups.values()))}
    lines = [line for verified in record.in_order for line in _lines_of(verified, record, particulars, groups)]
    lines.sort(key=lambda line: (line.verified.copy.endorsement.begin, order[line.group]))
    grounds = _grounds(lines, particulars)
    families = _families(record)
    return tuple(
        _entry(f"{particulars.volume}-{place:04d}", line, grounds[line.group], record, particulars, families)
        for place, line in enumerate(lines, start=1)
    )


def served_table(entries: Iterable[LogEntry], particulars: Particulars) -> Table:
    """The lines as a table for ``csv_bytes`` and ``xlsx_bytes``."""
    return Table(
        title="Redaction log",
        heading=f"Redaction log, {particulars.volume}",
        legend=particulars.confidentiality,
        columns=COLUMNS,
        rows=tuple(tuple(value for _, value in entry.values) for entry in entries),
        numeric=frozenset({"RedactionCount"}),
    )


def _groups(particulars: Particulars) -> Mapping[LogCategory, _Group]:
    by_description: dict[str, list[LogCategory]] = {}
    for category, description in particulars.descriptions.items():
        by_description.setdefault(description, []).append(category)
    return {category: tuple(group) for group in by_description.values() for category in group}


def _lines_of(
    verified: VerifiedCopy, record: Record, particulars: Particulars, groups: Mapping[LogCategory, _Group]
) -> list[_Line]:
    def group_of(category: LogCategory) -> _Group:
        particulars.description(category)
        return groups[category]

    lines: dict[_Group, _Line] = {}

    def add(group: _Group, page: int, boxes: int, decisions: tuple[Decision, ...]) -> None:
        line = lines.get(group, _Line(verified, group, (), 0, ()))
        others = frozenset(group_of(decision.log_category) for decision in decisions) - {group}
        lines[group] = _Line(
            verified,
            group,
            (*line.pages, page),
            line.boxes + boxes,
            (*line.decisions, *decisions),
            line.also_covers | others,
        )

    if verified.copy.slip_sheet:
        for decision in _withheld_in_full(verified, record):
            add(group_of(decision.log_category), 1, 0, (decision,))
    for redaction in verified.copy.redactions:
        answers = tuple(decision for _, decision in record.answers(redaction))
        add(group_of(redaction.log_category), redaction.page, 1, answers)
    return list(lines.values())


def _withheld_in_full(verified: VerifiedCopy, record: Record) -> tuple[Decision, ...]:
    decisions = (record.decision_on.get(finding.id) for finding in record.findings_in.get(verified.copy.document, ()))
    withheld = tuple(d for d in decisions if d is not None and d.disposition is Disposition.WITHHOLD)
    if not withheld:
        raise VolumeVerificationError(f"{verified.copy.endorsement.begin}: a slip sheet that no decision asks for")
    return withheld


def _grounds(lines: Iterable[_Line], particulars: Particulars) -> Mapping[_Group, frozenset[BasisCode]]:
    """Every code used for a group anywhere in the volume, and every one that a rule may give for it."""
    grounds: dict[_Group, frozenset[BasisCode]] = {}
    for line in lines:
        codes = frozenset(code for decision in line.decisions for code in decision.basis)
        named = frozenset(code for category in line.group for code in particulars.grounds.get(category, ()))
        grounds[line.group] = grounds.get(line.group, frozenset()) | codes | named
    return grounds


def _codes(line: _Line, grounds: frozenset[BasisCode], particulars: Particulars) -> tuple[BasisCode, ...]:
    """The codes that a line cites: those that cover everyone first, then the rest in the rule pack's order.

    What makes the statutes of a category alike in all documents, so that none points at one person: they are cited
    wherever the category is, as far as they were asserted for the document's requests. A privilege is cited only where
    it is claimed.
    """
    document = line.verified.copy.document
    own = frozenset(code for decision in line.decisions for code in decision.basis)
    for code in own:
        particulars.basis(code, document)
    cited = own | ((grounds - particulars.claimed_by_document) & particulars.asserted(document))
    first = [code for code in particulars.covers_everyone if code in cited]
    return (*first, *(code for code in particulars.bases if code in cited and code not in first))


def _families(record: Record) -> Mapping[DocumentId, tuple[VerifiedCopy, ...]]:
    """The copies of each family that has more than one in the volume, by Bates number, under the parent's id."""
    families: dict[DocumentId, list[VerifiedCopy]] = {}
    for verified in record.in_order:
        document = record.document(verified)
        families.setdefault(document.family or document.id, []).append(verified)
    return {root: tuple(members) for root, members in families.items() if len(members) > 1}


def _entry(
    log_id: str,
    line: _Line,
    grounds: frozenset[BasisCode],
    record: Record,
    particulars: Particulars,
    families: Mapping[DocumentId, tuple[VerifiedCopy, ...]],
) -> LogEntry:
    copy = line.verified.copy
    document = record.document(line.verified)
    bases = tuple(particulars.basis(code, document.id) for code in _codes(line, grounds, particulars))
    parent = record.copy_of.get(document.family) if document.family not in (None, document.id) else None
    family = families.get(document.family or document.id, ())
    known = {
        "LogID": log_id,
        "ProductionVolume": particulars.volume,
        "RequestNo": "; ".join(particulars.requests_of.get(document.id, particulars.requests)),
        "BegBates": copy.endorsement.begin,
        "EndBates": copy.endorsement.end,
        "ParentID": parent.copy.endorsement.begin if parent else "",
        "FamilyRange": ranges(number for member in family for number in member.copy.endorsement.numbers),
        "DocType": document.doc_type,
        "DocDate": f"{document.date:%Y-%m}" if document.date else "",
        "Custodian": document.custodian or particulars.custodian,
        "Treatment": WITHHELD_IN_FULL if copy.slip_sheet else REDACTED_IN_PART,
        "Category": "/".join(line.group),
        "Basis": "; ".join(dict.fromkeys(basis.authority for basis in bases)),
        "BasisAssertedIn": "; ".join(dict.fromkeys(basis.asserted_in for basis in bases if basis.asserted_in)),
        "Description": particulars.description(line.group[0]),
        "PagesAffected": ranges(page_number(line.verified, page) for page in sorted(set(line.pages))),
        "RedactionCount": str(line.boxes),
        "Confidentiality": particulars.confidentiality,
        "SlipSheetBates": copy.endorsement.begin if copy.slip_sheet else "",
        "Status": STATUS_CURRENT,
        "Notes": "; ".join(_notes(line, document, particulars, all(basis.confirmed for basis in bases))),
    }
    return LogEntry(tuple((column, known.get(column, "")) for column in COLUMNS))


def _notes(line: _Line, document: Document, particulars: Particulars, confirmed: bool) -> list[str]:
    notes = []
    if line.verified.copy.slip_sheet:
        pages = len(document.pages)
        notes.append(f"document of {pages} {'page' if pages == 1 else 'pages'}")
    if any(decision.disposition is Disposition.REFER for decision in line.decisions):
        notes.append(PENDING_REVIEW)
    notes += sorted(f"some of the boxes also cover: {particulars.description(g[0])}" for g in line.also_covers)
    if not confirmed:
        notes.append(UNCONFIRMED)
    return notes
