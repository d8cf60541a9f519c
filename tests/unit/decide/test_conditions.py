"""What rules may ask of request, order, score and risk, and that they say why they did not speak."""

from __future__ import annotations

from dataclasses import replace

import pytest
from decide_factories import DOCUMENT, NOW, OTHER_DOCUMENT, circumstances, document, finding

from redactor.decide import RulePack, decide
from redactor.decide.conditions import risk_of, surroundings, unmet
from redactor.decide.pack import Risk, When
from redactor.model import Category, Finding, Role, SubjectId

Packs = tuple[RulePack, ...]


def not_met(when: When, packs: Packs, one: Finding | None = None, **facts: object) -> list[str]:
    subject = one or finding(Category.AGE)
    given = replace(circumstances(packs), **facts)  # type: ignore[arg-type]
    around = surroundings([subject], {DOCUMENT: document("text")}, packs, given)
    return [each.condition for each in unmet(when, subject, around)]


def test_a_rule_may_ask_for_the_request_that_a_document_answers(packs: Packs) -> None:
    when = When(request=frozenset({"8"}))
    bases = circumstances(packs).bases
    asked = {"7": bases, "8": bases}
    assert not_met(when, packs, requests={DOCUMENT: ("7", "8")}, by_request=asked) == []
    assert not_met(when, packs, requests={OTHER_DOCUMENT: ("8",)}, by_request=asked) == ["request"]


@pytest.mark.parametrize("asked", ["68", "Protective Order"])
def test_a_rule_may_ask_for_an_order_by_number_or_by_kind(packs: Packs, asked: str) -> None:
    when = When(order=frozenset({asked}))
    assert not_met(when, packs, orders=frozenset({"68", "protective order"})) == []
    assert not_met(when, packs, orders=frozenset({"69", "scheduling order"})) == ["order"]


def test_a_score_may_be_bounded_on_both_sides(packs: Packs) -> None:
    when = When(score_at_least=0.3, score_below=0.6)
    met = {score: not_met(when, packs, finding(Category.AGE, score=score)) for score in (0.29, 0.3, 0.59, 0.6)}
    assert met == {0.29: ["score_at_least"], 0.3: [], 0.59: [], 0.6: ["score_below"]}


def people(count: int, *, named: bool = True) -> list[Finding]:
    """One nationality on the pages of as many people."""
    found = []
    for number in range(count):
        page = f"p{number + 1}"
        fact = finding(Category.NATIONALITY, passage=page)
        found.append(replace(fact, value_hash="h"))
        if named:
            name = finding(Category.PERSON_NAME, 5, 9, role=Role.SUBJECT, passage=page)
            found.append(replace(name, subject=SubjectId(f"S{number}")))
    return found


@pytest.mark.parametrize(("count", "risk"), [(4, Risk.BELOW_K), (5, Risk.K_OR_MORE)])
def test_a_value_is_safe_where_k_persons_share_it(packs: Packs, count: int, risk: Risk) -> None:
    found = people(count)
    assert risk_of(found[0], surroundings(found, {}, packs, circumstances(packs))) is risk


def test_the_same_value_on_many_pages_of_one_person_is_one_persons(packs: Packs) -> None:
    found = [replace(one, subject=SubjectId("S0")) if one.subject else one for one in people(9)]
    assert risk_of(found[0], surroundings(found, {}, packs, circumstances(packs))) is Risk.BELOW_K


def test_a_value_on_pages_that_name_nobody_cannot_be_counted(packs: Packs) -> None:
    found = people(9, named=False)
    assert risk_of(found[0], surroundings(found, {}, packs, circumstances(packs))) is Risk.BELOW_K


def test_a_value_beside_several_persons_counts_for_none_of_them(packs: Packs) -> None:
    found = [replace(one, span=replace(one.span, passage="p1")) for one in people(9)]
    assert risk_of(found[0], surroundings(found, {}, packs, circumstances(packs))) is Risk.BELOW_K


def test_a_basis_counts_as_asserted_only_where_it_is_for_every_request_that_the_document_answers(packs: Packs) -> None:
    eight, nine = circumstances(packs, asserted=("TPS",)), circumstances(packs, asserted=("PO",))
    facts = replace(
        circumstances(packs, asserted=("TPS", "PO")),
        requests={DOCUMENT: ("8",), OTHER_DOCUMENT: ("8", "9")},
        by_request={"8": eight.bases, "9": nine.bases},
    )
    one, both = finding(Category.STATUS_TPS), finding(Category.STATUS_TPS, document=OTHER_DOCUMENT)
    texts = {DOCUMENT: document("text"), OTHER_DOCUMENT: document("text", id=OTHER_DOCUMENT)}
    decisions = decide([one, both], texts, packs, facts, now=NOW)
    assert decisions[0].basis == ("RELIEF",)
    assert decisions[1].basis == ("PO", "AGREED", "RELIEF"), "nothing covers both requests: all are reported"
