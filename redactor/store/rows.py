"""Records as rows, and rows as records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter

from redactor.model import (
    BasisCode,
    Category,
    Decision,
    Disposition,
    DocumentId,
    Finding,
    FindingId,
    LogCategory,
    Quad,
    Span,
)
from redactor.store.records import Entry, Found, Kept, Standing

FINDING = TypeAdapter(Finding)
DECISION = TypeAdapter(Decision)

STATE_BITS, WHY_BITS = 40, 32
"""Where state and reason begin in a finding's sort key; its place among the scan's findings is below both."""


def decision_row(
    decision: Decision, entered_by: str, stands: int | None = None, confirms: int | None = None
) -> dict[str, Any]:
    """A decision as a line of the ledger, not yet numbered and sealed."""
    return {
        "finding": decision.finding,
        "disposition": decision.disposition.value,
        "basis": list(decision.basis),
        "log_category": decision.log_category,
        "label": decision.label,
        "withheld": [[span.passage, span.start, span.end] for span in decision.withheld],
        "actor": decision.actor,
        "reason": decision.reason,
        "note": decision.note,
        "at": decision.at,
        "category": decision.category.value if decision.category is not None else None,
        "entered_by": entered_by,
        "stands": stands,
        "confirms": confirms,
    }


def entry_of(row: Mapping[Any, Any]) -> Entry:
    """A line of the ledger as a record."""
    decision = Decision(
        finding=FindingId(row["finding"]),
        disposition=Disposition(row["disposition"]),
        basis=tuple(BasisCode(code) for code in row["basis"]),
        log_category=LogCategory(row["log_category"]),
        label=row["label"],
        withheld=tuple(_span(each) for each in row["withheld"]),
        actor=row["actor"],
        reason=row["reason"],
        at=utc(row["at"]),
        note=row["note"],
        category=Category(row["category"]) if row["category"] is not None else None,
    )
    return Entry(row["number"], decision, row["entered_by"] or row["actor"], row["stands"], row["confirms"])


def _span(given: Any) -> Span:
    if isinstance(given, Mapping):  # as the first version wrote it
        return Span(given["passage"], given["start"], given["end"])
    return Span(*given)


def utc(given: datetime) -> datetime:
    """SQLite forgets the zone; what is written is always UTC."""
    return given if given.tzinfo else given.replace(tzinfo=UTC)


def sort_key(standing: Standing, position: int) -> int:
    """The order of the queue as one number: what is open first, then why, then place."""
    return (standing.state_rank << STATE_BITS) | (standing.why_rank << WHY_BITS) | position


def standing_row(standing: Standing, decision: Decision | None, finding: Finding, position: int) -> dict[str, Any]:
    """What changes of a finding's row when its standing does."""
    category = decision.category if decision is not None and decision.category is not None else finding.category
    person = decision is not None and not decision.actor.startswith("rule:")
    return {
        "category": category.value,
        "state": standing.state,
        "why": standing.why,
        "state_rank": standing.state_rank,
        "why_rank": standing.why_rank,
        "sort_key": sort_key(standing, position),
        "second_needed": standing.second_needed,
        "disposition": decision.disposition.value if decision else Disposition.REFER.value,
        "basis": list(decision.basis) if decision else [],
        "label": decision.label if decision else "",
        "decided_by": decision.actor if decision is not None and person else None,
    }


def found_row(found: Found, position: int, alike: int) -> dict[str, Any]:
    """What of a finding's row follows from the scan alone."""
    finding = found.finding
    return {
        "id": finding.id,
        "document": finding.document,
        "value_hash": finding.value_hash,
        "record": FINDING.dump_python(finding, mode="json"),
        "page": found.page,
        "passage": finding.span.passage[:400],
        "position": position,
        "grp": found.group,
        "context": found.context,
        "alike": alike,
        "score": finding.score,
        "confidence": found.confidence,
        "subject": finding.subject,
        "quads": [[*quad.ul, *quad.ur, *quad.lr, *quad.ll] for quad in found.quads],
        "present": True,
    }


def found_of(row: Mapping[Any, Any]) -> Found:
    """The same, back."""
    finding = FINDING.validate_python(row["record"])
    return Found(finding, row["page"], _quads(row["quads"]), row["grp"], row["context"], row["confidence"])


def kept_of(row: Mapping[Any, Any]) -> Kept:
    """A finding's row, joined with its document's, as a record."""
    return Kept(
        finding=FindingId(row["id"]),
        document=DocumentId(row["document"]),
        control=row["control"],
        assigned=row["assigned"],
        page=row["page"],
        passage=row["passage"],
        category=Category(row["category"]),
        state=row["state"],
        why=row["why"],
        disposition=Disposition(row["disposition"]),
        basis=tuple(BasisCode(code) for code in row["basis"] or ()),
        label=row["label"],
        score=row["score"],
        group=row["grp"],
        context=row["context"],
        alike=row["alike"],
        version=row["version"],
        state_rank=row["state_rank"],
        why_rank=row["why_rank"],
        position=row["position"],
        quads=_quads(row["quads"]),
        subject=row["subject"],
        second_needed=row["second_needed"],
        decided_by=row["decided_by"],
        present=row["present"],
    )


def _quads(given: Any) -> tuple[Quad, ...]:
    return tuple(Quad((q[0], q[1]), (q[2], q[3]), (q[4], q[5]), (q[6], q[7])) for q in given or ())
