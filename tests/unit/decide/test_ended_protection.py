"""Where § 1367 has ended for somebody: what else covers the person, and what is produced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from decide_factories import DOCUMENT, NOW, OTHER_DOCUMENT, circumstances, document, finding

from redactor.decide import ENDED_NOTE, RulePack, decide
from redactor.model import Category, Decision, Disposition, Finding, ProtectionStatus, Role, SubjectId

Packs = tuple[RulePack, ...]
TEXTS = {DOCUMENT: document("text text text"), OTHER_DOCUMENT: document("text text text", id=OTHER_DOCUMENT)}
STATUTES = ("1367-U", "1367-T", "1367-VAWA", "TPS", "ASYLUM")


def name(protection: ProtectionStatus, *, elsewhere: bool = False) -> Finding:
    one = finding(
        Category.PERSON_NAME,
        role=Role.SUBJECT,
        protection=protection,
        document=OTHER_DOCUMENT if elsewhere else DOCUMENT,
    )
    return replace(one, subject=SubjectId("S1"))


def decided(packs: Packs, found: Sequence[Finding], asserted: Sequence[str] = STATUTES) -> Decision:
    return decide(found, TEXTS, packs, circumstances(packs, asserted=asserted), now=NOW)[0]


@pytest.mark.parametrize("status", [ProtectionStatus.DENIED_FINAL, ProtectionStatus.WAIVED_B4])
def test_a_person_whom_only_the_statute_covered_is_produced_and_noted_for_counsel(
    packs: Packs, status: ProtectionStatus
) -> None:
    decision = decided(packs, [name(status)])
    assert (decision.disposition, decision.note) == (Disposition.PRODUCE, ENDED_NOTE)


@pytest.mark.parametrize("covering", ["PO", "AGREED"])
def test_an_order_or_an_agreement_that_covers_identity_keeps_the_person_withheld(packs: Packs, covering: str) -> None:
    decision = decided(packs, [name(ProtectionStatus.DENIED_FINAL)], (*STATUTES, covering))
    assert (decision.disposition, decision.basis, decision.note) == (Disposition.REDACT, (covering,), "")


@pytest.mark.parametrize(("fact", "objection"), [(Category.STATUS_ASYLUM, "ASYLUM"), (Category.STATUS_TPS, "TPS")])
def test_an_objection_of_another_kind_that_reaches_the_person_keeps_the_person_withheld_everywhere(
    packs: Packs, fact: Category, objection: str
) -> None:
    claim = finding(fact, 5, 9)
    here, elsewhere = name(ProtectionStatus.DENIED_FINAL), name(ProtectionStatus.DENIED_FINAL, elsewhere=True)
    for found in ([here, claim], [elsewhere, here, claim]):
        assert decided(packs, found).basis == ("1367-GROUP",)
    without = tuple(code for code in STATUTES if code != objection)
    assert decided(packs, [here, claim], without).note == ENDED_NOTE


def test_the_claim_of_another_person_in_another_paper_covers_nobody_else(packs: Packs) -> None:
    claim = finding(Category.STATUS_ASYLUM, 5, 9, document=OTHER_DOCUMENT)
    assert decided(packs, [name(ProtectionStatus.DENIED_FINAL), claim]).note == ENDED_NOTE


def test_somebody_who_never_asked_for_1367_relief_is_covered_by_any_other_objection_that_was_asserted(
    packs: Packs,
) -> None:
    assert decided(packs, [name(ProtectionStatus.NONE)]).basis == ("1367-GROUP",)
    assert decided(packs, [name(ProtectionStatus.NONE)], ("1367-U",)).note == ENDED_NOTE


def test_what_was_never_asserted_has_not_ended_and_is_left_to_the_waiver_check(packs: Packs) -> None:
    decision = decided(packs, [name(ProtectionStatus.DENIED_FINAL)], ())
    assert (decision.disposition, decision.basis) == (Disposition.REDACT, ("PO", "AGREED"))


@pytest.mark.parametrize("status", sorted(set(ProtectionStatus) - {"none", "denied_final", "waived_b4"}), ids=str)
def test_every_other_status_is_protected(packs: Packs, status: ProtectionStatus) -> None:
    assert decided(packs, [name(status)]).basis == ("1367-GROUP",)
