"""The waiver check names basis, request and count; what is referred is counted apart."""

from __future__ import annotations

from dataclasses import replace

from decide_factories import DOCUMENT, NOW, OTHER_DOCUMENT, circumstances, document, finding

from redactor.decide import ENDED_NOTE, Circumstances, NotAsserted, RulePack, decide, waiver_check
from redactor.model import BasisCode, Category, Disposition, ProtectionStatus, Role

Packs = tuple[RulePack, ...]
TEXTS = {DOCUMENT: document("text text"), OTHER_DOCUMENT: document("text text", id=OTHER_DOCUMENT)}


def two_requests(packs: Packs) -> Circumstances:
    """Request 8 was answered with an order behind it; to request 9 only TPS was objected."""
    eight, nine = circumstances(packs, asserted=("PO",)), circumstances(packs, asserted=("TPS",))
    return replace(
        circumstances(packs, asserted=("PO", "TPS")),
        requests={DOCUMENT: ("8",), OTHER_DOCUMENT: ("9",)},
        by_request={"8": eight.bases, "9": nine.bases},
    )


def test_a_basis_is_looked_for_in_the_response_to_the_request_that_the_document_answers(packs: Packs) -> None:
    found = [finding(Category.SSN), finding(Category.SSN, document=OTHER_DOCUMENT)]
    facts = two_requests(packs)
    decisions = decide(found, TEXTS, packs, facts, now=NOW)
    missing = waiver_check(decisions, found, facts)
    assert {each.request for each in missing} == {"9"}
    assert NotAsserted(BasisCode("PO"), "9", 1) in missing
    assert str(NotAsserted(BasisCode("PO"), "9", 12)) == (
        "basis PO was not asserted for Request 9 (Rules 34(b)(2)(B), 26(b)(5)(A)): 12 redactions"
    )


def test_a_basis_beside_an_asserted_one_is_still_a_basis_in_use(packs: Packs) -> None:
    found = [finding(Category.SSN)]
    facts = circumstances(packs, asserted=("PO",))
    (decision,) = decide(found, TEXTS, packs, facts, now=NOW)
    claimed = replace(decision, basis=(BasisCode("PO"), BasisCode("LEP")), actor="A. Reviewer")
    assert [each.basis for each in waiver_check([claimed], found, facts)] == ["LEP"]


def test_where_only_the_ended_statute_was_asserted_the_finding_is_produced_and_not_reported_as_waived(
    packs: Packs,
) -> None:
    found = [finding(Category.PERSON_NAME, role=Role.SUBJECT, protection=ProtectionStatus.DENIED_FINAL)]
    facts = circumstances(packs, asserted=("1367-U", "TPS"))
    (decision,) = decide(found, TEXTS, packs, facts, now=NOW)
    assert (decision.disposition, decision.withheld, decision.basis) == (Disposition.PRODUCE, (), ())
    assert decision.note == ENDED_NOTE
    assert waiver_check([decision], found, facts) == ()


def test_a_rule_that_never_stood_on_the_statute_is_reported_even_for_a_person_whose_protection_has_ended(
    packs: Packs,
) -> None:
    found = [finding(Category.SSN, protection=ProtectionStatus.DENIED_FINAL)]
    facts = circumstances(packs, asserted=("1367-U",))
    decisions = decide(found, TEXTS, packs, facts, now=NOW)
    assert [each.basis for each in waiver_check(decisions, found, facts)] == ["AGREED", "PO", "R5.2"]
