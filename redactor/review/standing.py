"""Where a finding stands, why it needs eyes, and whether producing it takes two people (law.md section 5)."""

from __future__ import annotations

import re

from redactor.model import Category, Decision, Disposition, LogCategory
from redactor.review.records import State, Why

LOW_CONFIDENCE = 0.6
"""Confidence of OCR below which a word is too unsure to rest a decision on; resolve distrusts lines below it too."""

_ON_PAGE = re.compile(r"p\d+(/stream|/image:\d+|/mark:\d+|/drawn:\d+)?")
_REGION = re.compile(r"p\d+/(image|mark|drawn):\d+")

_TWO_PEOPLE = re.compile(r"ID\d+|N[1-4]|S1")
"""Log categories of which law.md section 5 says: "W→L on ID*/N1-N4/S1 needs a second reviewer"."""

_WITHHELD = frozenset({Disposition.GENERALISE, Disposition.REDACT, Disposition.WITHHOLD})
"""What section 5 calls W and G. *Refer* is R: a rule that asks has not withheld."""

STATE_RANKS = {State.UNDECIDED: 0, State.AWAITS_SECOND: 0, State.PROPOSED: 1, State.DECIDED: 2}
WHY_RANKS = {why: rank for rank, why in enumerate(Why)}

OPEN = frozenset({State.UNDECIDED, State.AWAITS_SECOND})
"""States in which a finding needs a person."""


def ranked(why: Why) -> tuple[str, int]:
    """The reason with its rank."""
    return why.value, WHY_RANKS[why]


def by_person(decision: Decision) -> bool:
    """Whether a person answers for it, not a rule."""
    return not decision.actor.startswith("rule:")


def takes_two(log_category: LogCategory, disposition: Disposition) -> bool:
    """Whether producing what a rule so proposes takes a second reader."""
    return disposition in _WITHHELD and _TWO_PEOPLE.fullmatch(log_category) is not None


def state_of(category: Category, passage: str, decision: Decision | None, *, awaiting: bool) -> State:
    """Where a finding in ``passage`` stands with the decision in force.

    What a page does not show is never produced, so nobody need decide on it. On a page, what a rule or a person refers
    is open, and so is what nothing explains until a person has looked.
    """
    if awaiting:
        return State.AWAITS_SECOND
    open_to_people = _ON_PAGE.fullmatch(passage) is not None
    if decision is None or decision.disposition is Disposition.REFER:
        return State.UNDECIDED if open_to_people else State.PROPOSED
    if by_person(decision):
        return State.DECIDED
    return State.UNDECIDED if category is Category.UNEXPLAINED and open_to_people else State.PROPOSED


def why_of(
    category: Category, passage: str, decision: Decision | None, confidence: float | None, *, awaiting: bool
) -> Why:
    """Why a finding needs eyes. Of several reasons the one that tells most: an image that a rule refers is an image."""
    if awaiting:
        return Why.SECOND_READER
    if decision is not None and by_person(decision) and decision.disposition is Disposition.REFER:
        return Why.REFERRED
    if category is Category.UNEXPLAINED:
        return Why.UNEXPLAINED
    if category is Category.ILLEGIBLE or (confidence is not None and confidence < LOW_CONFIDENCE):
        return Why.LOW_CONFIDENCE
    if category in (Category.IMAGE, Category.SIGNATURE) and _REGION.fullmatch(passage):
        return Why.IMAGE
    if decision is None or decision.disposition is Disposition.REFER:
        return Why.REFERRED
    return Why.PROPOSED
