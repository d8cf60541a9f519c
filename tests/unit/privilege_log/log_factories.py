"""Records of an invented volume, for the tests of the logs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from redactor.geometry import quad_of
from redactor.model import (
    Basis,
    BasisCode,
    Category,
    Decision,
    Detection,
    Disposition,
    Document,
    DocumentId,
    Endorsement,
    Finding,
    FindingId,
    LogCategory,
    LogEntry,
    Page,
    Passage,
    ProtectionStatus,
    Rect,
    RedactedCopy,
    Redaction,
    Role,
    Span,
    SubjectId,
    VerifiedCopy,
)
from redactor.privilege_log import Particulars, Record

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
LEGEND = "CONFIDENTIAL – SUBJECT TO PROTECTIVE ORDER (ECF 68)"
SECRET = "EJEMPLO"
"""What the documents say and no log may say."""

RELIEF = "Information relating to the existence or status of an application for relief"
DESCRIPTIONS = {
    LogCategory("N1"): "Name or alias of a noncitizen",
    LogCategory("ID1"): "Alien registration (file) number",
    LogCategory("S1"): RELIEF,
    LogCategory("S2"): RELIEF,
    LogCategory("P1"): "Privileged communication",
}
BASES = {
    BasisCode("1367"): Basis(BasisCode("1367"), "8 U.S.C. § 1367(a)(2)", "Response of 2020-02-03"),
    BasisCode("ASYLUM"): Basis(BasisCode("ASYLUM"), "8 C.F.R. § 208.6", "Response of 2020-02-03"),
    BasisCode("AC"): Basis(BasisCode("AC"), "Attorney-client privilege", "Response of 2020-02-03"),
    BasisCode("AGREED"): Basis(BasisCode("AGREED"), "Stipulation", "ECF 70"),
    BasisCode("PO"): Basis(BasisCode("PO"), "Protective order", "ECF 68"),
}


def particulars(bases: dict[BasisCode, Basis] | None = None) -> Particulars:
    return Particulars("VOL001", ("8",), LEGEND, "ERO New York Field Office", bases or BASES, DESCRIPTIONS)


def document_id(place: int) -> DocumentId:
    return DocumentId(f"{place:064x}")


def document(place: int, pages: int = 3, family: DocumentId | None = None) -> Document:
    passages = tuple(Passage(f"p{page}", f"{SECRET}, MARIA A 200 123 456", page) for page in range(1, pages + 1))
    return Document(
        id=document_id(place),
        pages=tuple(Page(page, 612, 792, 0) for page in range(1, pages + 1)),
        passages=(*passages, Passage("meta:Title", SECRET)),
        flattened=Path(f"{SECRET}.pdf"),
        doc_type="I-213",
        family=family,
        date=date(2020, 1, 21),
    )


def finding(name: str, place: int, passage: str = "p1", category: Category = Category.PERSON_NAME) -> Finding:
    span = Span(passage, 0, 7)
    claim = Detection(document_id(place), span, category, 0.85, "roster", "name of the roster")
    return Finding(
        FindingId(name),
        document_id(place),
        span,
        category,
        (claim,),
        f"hmac-{name}",
        Role.SUBJECT,
        SubjectId("subject-1"),
        ProtectionStatus.PENDING,
    )


def decision(
    name: str,
    log_category: str = "N1",
    disposition: Disposition = Disposition.REDACT,
    basis: Sequence[str] = ("PO",),
    passage: str = "p1",
) -> Decision:
    return Decision(
        FindingId(name),
        disposition,
        tuple(BasisCode(code) for code in basis),
        LogCategory(log_category),
        "REDACTED – PROTECTED IDENTITY",
        (Span(passage, 0, 7),),
        "rule:section-1367/name",
        "Protective order",
        NOW,
    )


def box(name: str, place: int, page: int, log_category: str, *findings: str, image: bool = False) -> Redaction:
    return Redaction(
        name,
        document_id(place),
        page,
        quad_of(Rect(72, 96, 180.125, 110)),
        "REDACTED – PROTECTED IDENTITY",
        LogCategory(log_category),
        tuple(FindingId(finding) for finding in findings),
        image,
    )


def verified(place: int, first: int, pages: int, *redactions: Redaction, slip_sheet: bool = False) -> VerifiedCopy:
    numbers = tuple(f"NYICE{number:07d}" for number in range(first, first + pages))
    copy = RedactedCopy(
        document_id(place),
        Path("copy.pdf"),
        Endorsement(numbers, LEGEND),
        redactions,
        tuple("redacted" for _ in numbers),
        slip_sheet,
    )
    return VerifiedCopy(copy, (), "f" * 64)


def record(
    copies: Sequence[VerifiedCopy],
    documents: Sequence[Document],
    findings: Sequence[Finding],
    decisions: Sequence[Decision],
) -> Record:
    return Record(tuple(copies), tuple(documents), tuple(findings), tuple(decisions))


def line(entry: LogEntry) -> dict[str, str]:
    return dict(entry.values)
