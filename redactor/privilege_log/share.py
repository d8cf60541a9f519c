"""How much of a document and of a volume is released (Rule 34(b)(2)(C): "permit inspection of the rest")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redactor.model import Decision, Disposition, Document, DocumentId, Finding, FindingId
from redactor.privilege_log.record import Record
from redactor.privilege_log.sheets import Table

SHARE_COLUMNS = ("DocumentID", "BegBates", "DocType", "Treatment", "Words", "WordsReleased", "Share")


@dataclass(frozen=True, slots=True)
class Share:
    """Words of a document's pages as read, and those of them that no withheld span touches."""

    words: int
    released: int

    @property
    def part(self) -> float:
        """The released part, 0 to 1; 0 where there are no words to release."""
        return self.released / self.words if self.words else 0.0


def shares_of(record: Record) -> Mapping[DocumentId, Share]:
    """The share of every copy of the volume. A slip sheet releases nothing."""
    return {
        verified.copy.document: _share(record, verified.copy.document, in_full=verified.copy.slip_sheet)
        for verified in record.in_order
    }


def releasable(document: Document, findings: tuple[Finding, ...], decisions: Mapping[FindingId, Decision]) -> Share:
    """What of a document would be left to read if only its findings were covered, those that withhold the whole
    document counted as the spans that they are. The measure for "why redaction would not do"."""
    covered: dict[str, list[tuple[int, int]]] = {}
    for finding in findings:
        decision = decisions.get(finding.id)
        if decision is None:
            continue
        spans = (finding.span,) if decision.disposition is Disposition.WITHHOLD else decision.withheld
        for span in spans:
            covered.setdefault(span.passage, []).append((span.start, span.end))
    words = released = 0
    for page in document.pages:
        passage = document.passage(f"p{page.number}")
        gone = covered.get(passage.address, [])
        for word in passage.words:
            words += 1
            released += not any(start < word.end and word.start < end for start, end in gone)
    return Share(words, released)


def _share(record: Record, document: DocumentId, *, in_full: bool) -> Share:
    whole = next(each for each in record.documents if each.id == document)
    share = releasable(whole, record.findings_in.get(document, ()), record.decision_on)
    return Share(share.words, 0) if in_full else share


def share_table(record: Record) -> Table:
    """A row for every document of the volume and one for the volume, for work-product/: how much is released."""
    shares = shares_of(record)
    rows = [
        (
            verified.copy.document[:12],
            verified.copy.endorsement.begin,
            record.document(verified).doc_type,
            "withheld in full" if verified.copy.slip_sheet else "produced",
            shares[verified.copy.document].words,
            shares[verified.copy.document].released,
            percent(shares[verified.copy.document].part),
        )
        for verified in record.in_order
    ]
    whole = total(shares)
    rows.append(("volume", "", "", "", whole.words, whole.released, percent(whole.part)))
    return Table(
        title="Released share",
        heading="Released share of each document",
        legend="WORK PRODUCT - NOT TO BE SERVED",
        columns=SHARE_COLUMNS,
        rows=tuple(rows),
        numeric=frozenset({"Words", "WordsReleased"}),
    )


def total(shares: Mapping[DocumentId, Share]) -> Share:
    """The share of all documents together."""
    return Share(sum(share.words for share in shares.values()), sum(share.released for share in shares.values()))


def percent(part: float) -> str:
    """A part as "97.4 %", never rounded up to all or down to nothing."""
    if 0 < part < 1:
        part = min(max(part, 0.001), 0.999)
    return f"{100 * part:.1f} %"
