"""Every pack that is shipped: its own examples, and which of them may be used together and in which mode."""

from __future__ import annotations

import pytest

from redactor.decide import Mode, RulePack, check_examples, check_packs, load_packs, shipped
from redactor.decide.examples import answer
from redactor.decide.pack import Example
from redactor.errors import RulePackError
from redactor.model import Disposition

PACKS = [load_packs([name])[0] for name in shipped()]
EXAMPLES = [(pack, example) for pack in PACKS for example in pack.examples]


@pytest.mark.parametrize(
    ("pack", "example"), EXAMPLES, ids=[f"{pack.id}: {example.situation}" for pack, example in EXAMPLES]
)
def test_each_example_of_each_pack_is_answered_as_written(pack: RulePack, example: Example) -> None:
    decision, withheld = answer(pack, example)
    assert decision.actor == f"rule:{pack.id}/{example.rule}"
    assert decision.disposition is example.disposition
    assert withheld == example.withheld
    assert example.basis is None or decision.basis == example.basis


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_rule_of_each_pack_has_an_example(pack: RulePack) -> None:
    assert list(check_examples(pack)) == []


@pytest.mark.parametrize("first", ["asylum-tps", "protective-order", "privilege"])
@pytest.mark.parametrize("profile", ["identity", "strict"])
def test_the_smaller_packs_go_before_the_large_one(first: str, profile: str) -> None:
    packs = load_packs([first, "section-1367"], mode=Mode.RULE34)
    check_packs(packs, profile)


@pytest.mark.parametrize(
    ("names", "mode"),
    [
        (["foia"], Mode.RULE34),
        (["foia"], Mode.FILING),
        (["filing", "section-1367"], Mode.RULE34),
        (["section-1367"], Mode.FOIA),
        (["privilege", "section-1367"], Mode.FOIA),
    ],
)
def test_a_pack_is_refused_in_a_mode_that_it_is_not_for(names: list[str], mode: Mode) -> None:
    with pytest.raises(RulePackError, match=f"and the matter's mode is {mode}"):
        load_packs(names, mode=mode)


def test_in_filing_mode_the_last_four_digits_may_stand_and_in_discovery_they_go() -> None:
    filing, discovery = load_packs(["filing", "section-1367"], mode=Mode.FILING)
    (number,) = (rule for rule in filing.rules if "SSN" in rule.when.category)
    (whole,) = (rule for rule in discovery.rules if "SSN" in rule.when.category)
    assert (number.disposition, whole.disposition) == (Disposition.GENERALISE, Disposition.REDACT)


def test_nothing_in_the_privilege_pack_decides() -> None:
    (pack,) = load_packs(["privilege"])
    assert {rule.disposition for rule in pack.rules} == {Disposition.REFER}


def test_no_box_of_the_foia_pack_names_a_statute_of_confidentiality() -> None:
    (pack,) = load_packs(["foia"])
    labels = {kind.label for kind in pack.log.values() if kind.label}
    assert not any("(b)(3)" in label or "1367" in label for label in labels)
    privacy = {pack.log[rule.log].label for rule in pack.rules if "(b)(3)" in rule.basis}
    assert privacy == {"(b)(6), (b)(7)(C)"}
