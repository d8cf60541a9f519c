"""Where a finding stands, and what takes two people, for every kind of decision."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from redactor.model import Category, Decision, Disposition, FindingId, LogCategory
from redactor.review.records import State, Why
from redactor.review.standing import state_of, takes_two, why_of

RULE, PERSON = "rule:section-1367/name", "Ann Example"
NAME, WORD = Category.PERSON_NAME, Category.UNEXPLAINED


def said(disposition: Disposition, actor: str = RULE) -> Decision:
    at = datetime(2026, 1, 5, tzinfo=UTC)
    return Decision(FindingId("f"), disposition, (), LogCategory("N1"), "", (), actor, "", at)


@pytest.mark.parametrize(
    ("category", "passage", "decision", "state"),
    [
        (NAME, "p1", None, State.UNDECIDED),
        (NAME, "p1", said(Disposition.REFER), State.UNDECIDED),
        (NAME, "p1", said(Disposition.REFER, PERSON), State.UNDECIDED),
        (NAME, "p1", said(Disposition.REDACT), State.PROPOSED),
        (NAME, "p1", said(Disposition.PRODUCE), State.PROPOSED),
        (NAME, "p1", said(Disposition.PRODUCE, PERSON), State.DECIDED),
        (WORD, "p1", said(Disposition.PRODUCE), State.UNDECIDED),
        (WORD, "p1", said(Disposition.PRODUCE, PERSON), State.DECIDED),
        (Category.IMAGE, "p1/image:1", said(Disposition.REFER), State.UNDECIDED),
        (NAME, "p1/stream", said(Disposition.REFER), State.UNDECIDED),
        (NAME, "p1/hidden", said(Disposition.REFER), State.PROPOSED),
        (NAME, "meta:Title", said(Disposition.REFER), State.PROPOSED),
        (WORD, "field:Name", said(Disposition.PRODUCE), State.PROPOSED),
    ],
)
def test_where_a_finding_stands(category: Category, passage: str, decision: Decision | None, state: State) -> None:
    assert state_of(category, passage, decision, awaiting=False) is state


def test_what_awaits_a_second_reader_does_so_whatever_is_in_force() -> None:
    assert state_of(NAME, "p1", said(Disposition.REDACT), awaiting=True) is State.AWAITS_SECOND
    assert why_of(NAME, "p1", said(Disposition.REDACT), None, awaiting=True) is Why.SECOND_READER


@pytest.mark.parametrize(
    ("category", "passage", "decision", "confidence", "why"),
    [
        (NAME, "p1", said(Disposition.REFER), None, Why.REFERRED),
        (WORD, "p1", said(Disposition.REFER), None, Why.UNEXPLAINED),
        (Category.IMAGE, "p1/image:1", said(Disposition.REFER), None, Why.IMAGE),
        (NAME, "p1", said(Disposition.REDACT), 0.3, Why.LOW_CONFIDENCE),
        (NAME, "p1", said(Disposition.REDACT), 0.9, Why.PROPOSED),
        (Category.ILLEGIBLE, "p1", said(Disposition.REFER), 0.9, Why.LOW_CONFIDENCE),
        (Category.IMAGE, "p1/image:1", said(Disposition.REFER, PERSON), None, Why.REFERRED),
    ],
)
def test_why_it_needs_eyes(
    category: Category, passage: str, decision: Decision, confidence: float | None, why: Why
) -> None:
    assert why_of(category, passage, decision, confidence, awaiting=False) is why


@pytest.mark.parametrize(
    ("log", "disposition", "two"),
    [
        ("ID1", Disposition.REDACT, True),
        ("ID9", Disposition.WITHHOLD, True),
        ("N1", Disposition.REDACT, True),
        ("N4", Disposition.REDACT, True),
        ("S1", Disposition.GENERALISE, True),
        ("N5", Disposition.REDACT, False),
        ("N0", Disposition.REFER, False),
        ("N1", Disposition.REFER, False),
        ("N1", Disposition.PRODUCE, False),
        ("S7", Disposition.REDACT, False),
        ("N10", Disposition.REDACT, False),
    ],
)
def test_what_takes_two_people_to_produce(log: str, disposition: Disposition, two: bool) -> None:
    assert takes_two(LogCategory(log), disposition) is two
