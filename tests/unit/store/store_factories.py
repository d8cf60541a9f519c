"""Records of an invented matter, for the tests of its memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from redactor.model import (
    BasisCode,
    Category,
    Decision,
    Detection,
    Disposition,
    Document,
    DocumentId,
    Finding,
    FindingId,
    LogCategory,
    Original,
    Page,
    Passage,
    Role,
    Span,
)
from redactor.review.standing import STATE_RANKS, WHY_RANKS, state_of, takes_two, why_of
from redactor.store import Found, ScannedDocument, Standing, Store

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
DOCUMENT = DocumentId("0" * 63 + "1")
SECRET = "QUINTANILLA"


def claim(start: int = 0) -> Detection:
    return Detection(
        DOCUMENT, Span("p1", start, start + 11), Category.PERSON_NAME, 0.85, "roster", "name of the roster"
    )


def finding(name: str, start: int = 0) -> Finding:
    span = Span("p1", start, start + 11)
    return Finding(FindingId(name), DOCUMENT, span, Category.PERSON_NAME, (claim(start),), "hmac", Role.SUBJECT)


def decision(name: str, disposition: Disposition = Disposition.REDACT) -> Decision:
    return Decision(
        FindingId(name),
        disposition,
        (BasisCode("PO"),),
        LogCategory("N1"),
        "REDACTED – PROTECTED IDENTITY",
        (Span("p1", 0, 11),),
        "rule:section-1367/name",
        "The name identifies the person.",
        NOW,
    )


def original(folder: Path, name: str = "scan.pdf", custodian: str | None = None) -> Original:
    return Original(DOCUMENT, str(folder / name), folder / name, "application/pdf", custodian=custodian)


def document(folder: Path) -> Document:
    flattened = folder / "flat.pdf"
    flattened.write_bytes(b"%PDF-1.7")
    passages = (Passage("p1", f"{SECRET}, Marisol", 1),)
    return Document(DOCUMENT, (Page(1, 612, 792),), passages, flattened)


KEY = b"a key of the matter, for tests"


def judged(found: Found, said: Decision | None, proposal: Decision | None, *, awaiting: bool) -> Standing:
    """Where a finding stands; as the pipeline says it, without the pipeline."""
    at = found.finding.span.passage
    state = state_of(found.finding.category, at, said, awaiting=awaiting)
    why = why_of(found.finding.category, at, said, found.confidence, awaiting=awaiting)
    two = proposal is not None and takes_two(proposal.log_category, proposal.disposition)
    return Standing(state.value, why.value, STATE_RANKS[state], WHY_RANKS[why], two)


def memory(folder: Path) -> Store:
    return Store(folder / "matter.db", KEY)


def saved(store: Store, findings: Sequence[Finding], *decisions: Decision, at: datetime = NOW, pages: int = 3) -> None:
    """A scan of one document with these findings and proposals."""
    found = [Found(each, 1, (), each.value_hash, each.value_hash) for each in findings]
    store.save_scan([ScannedDocument(DOCUMENT, ((612, 792),) * pages)], found, decisions, at, judged)
