"""What counts as a change between two policies, and which way it goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from decide_factories import DOCUMENT, NOW, circumstances, document, finding

from redactor.decide import Change, RulePack, changes, decide
from redactor.model import BasisCode, Category, Decision, Disposition, Span

Packs = tuple[RulePack, ...]
TEXT = "January 21, 2020"
DAY = finding(Category.ENFORCEMENT_DATE, 0, len(TEXT))


def proposed(packs: Packs) -> Decision:
    return decide([DAY], {DOCUMENT: document(TEXT)}, packs, circumstances(packs), now=NOW)[0]


def change(before: Decision, after: Decision) -> list[Change]:
    return list(changes([DAY], {DAY.id: before}, {DAY.id: after}))


def test_the_same_treatment_by_a_rule_of_another_name_is_no_change(packs: Packs) -> None:
    before = proposed(packs)
    assert change(before, replace(before, actor="rule:ours/other", reason="Otherwise.")) == []


@pytest.mark.parametrize(
    ("after", "more", "less"),
    [
        ({"withheld": (Span("p1", 0, 16),), "disposition": Disposition.REDACT}, True, False),
        ({"withheld": (), "disposition": Disposition.PRODUCE}, False, True),
        ({"withheld": (Span("p1", 0, 7),)}, True, True),
        ({"basis": (BasisCode("PO"),)}, False, False),
        ({"label": "REDACTED – PRIVILEGED"}, False, False),
        ({"disposition": Disposition.REFER}, False, False),
    ],
)
def test_a_change_says_whether_more_or_less_is_covered(
    packs: Packs, after: dict[str, object], more: bool, less: bool
) -> None:
    before = proposed(packs)
    (found,) = change(before, replace(before, **after))  # type: ignore[arg-type]
    assert (found.covers_more, found.covers_less) == (more, less)


def test_a_log_category_of_what_is_produced_either_way_is_no_change(packs: Packs) -> None:
    produced = replace(proposed(packs), disposition=Disposition.PRODUCE, withheld=(), basis=(), label="")
    assert change(produced, replace(produced, log_category="E8")) == []
