"""The policy of a matter: its packs for its mode, and what is said of rules and bases that cannot work."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from redactor.errors import MatterFileError, RulePackError
from redactor.matter import load_matter
from redactor.model import BasisCode, Decision, Disposition, DocumentId, FindingId, LogCategory
from redactor.pipeline import Policy, policy_of

HEAD = "matter: {name: Test}\nbates: {prefix: TEST}\n"
REQUESTS = """\
requests:
  - {number: 8, response: {served: 2020-02-03, asserted: [TPS]}}
  - {number: 9, folders: [logs], response: {served: 2020-02-03, asserted: [ASYLUM]}}
orders:
  - {ecf: 68, date: 2020-02-03, kind: protective order, permits: [PO]}
"""
PACK = {
    "pack.yaml": "id: ours\ntitle: Ours\nprofiles: {identity: All}\nlabels: {PI: REDACTED – PROTECTED IDENTITY}\n"
    "log:\n  B2: {description: Age, label: PI}\n",
    "bases.yaml": "PO: {authority: Fed. R. Civ. P. 26(c) (protective order), covers_everyone: true}\n",
    "rules.yaml": "- id: age\n  when: {category: AGE, WHAT}\n"
    "  then: {disposition: redact, log: B2, basis: PO}\n  because: A test.\n",
    "examples.yaml": "[]\n",
}


def policy(tmp_path: Path, more: str = REQUESTS, *, what: str = "") -> Policy:
    if what:
        (tmp_path / "ours").mkdir(exist_ok=True)
        for name, text in PACK.items():
            (tmp_path / "ours" / name).write_text(text.replace("WHAT", what), encoding="utf-8")
        more += "packs: [./ours, section-1367]\n"
    (tmp_path / "matter.yaml").write_text(HEAD + more, encoding="utf-8")
    return policy_of(load_matter(tmp_path / "matter.yaml"))


def decided(actor: str) -> Decision:
    at = datetime(2026, 1, 5, tzinfo=UTC)
    return Decision(FindingId("f"), Disposition.REFER, (), LogCategory("U0"), "", (), actor, "A test.", at)


def test_each_document_has_the_bases_of_the_requests_that_it_answers(tmp_path: Path) -> None:
    log, other, copied = DocumentId("a" * 64), DocumentId("b" * 64), DocumentId("c" * 64)
    facts = policy(tmp_path).circumstances(
        {log: ("m/logs/a.pdf",), other: ("m/b.pdf",), copied: ("m/logs/c.pdf", "m/other/c.pdf")}
    )
    assert facts.requests == {log: ("9",), other: ("8", "9"), copied: ("9", "8")}
    assert facts.bases_for(log)[BasisCode("ASYLUM")].asserted_in == "Response of 2020-02-03"
    assert facts.bases_for(log)[BasisCode("TPS")].asserted_in is None
    assert facts.bases_for(other)[BasisCode("ASYLUM")].asserted_in is None
    assert facts.bases_for(other)[BasisCode("PO")].asserted_in == "ECF 68"
    assert facts.orders == {"68", "protective order"}


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("request: 10", ("ours: rule 'age' never speaks: the matter has no request 10",)),
        ("order: 75", ("ours: rule 'age' never speaks: the matter has no order in force with number 75",)),
        ("request: 9", ()),
        ("order: 68", ()),
        ("order: scheduling order", ()),
    ],
)
def test_a_rule_that_can_never_speak_is_named(tmp_path: Path, what: str, said: tuple[str, ...]) -> None:
    assert policy(tmp_path, what=what).idle_rules() == said


def test_a_pack_that_found_nothing_to_speak_of_is_no_clean_bill(tmp_path: Path) -> None:
    made = policy(tmp_path, REQUESTS + "packs: [privilege, asylum-tps, section-1367]\n")
    actors = ("rule:asylum-tps/asylum-application", "rule:section-1367/name-of-a-noncitizen")
    told = made.silent_packs([decided(actor) for actor in actors])
    assert [each.partition(":")[0] for each in told] == ["privilege"]
    assert "look by hand" in told[0]


def test_a_code_of_a_shipped_pack_that_is_not_in_use_is_known(tmp_path: Path) -> None:
    assert policy(tmp_path, "requests: [{number: 8, response: {served: 2020-02-03, asserted: [LEP, R5.2]}}]\n").packs


def test_a_code_that_no_pack_describes_is_an_error_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(MatterFileError, match=r"matter\.yaml:3: requests\[1\].*is a basis that no rule pack describes"):
        policy(tmp_path, "requests: [{number: 8, response: {served: 2020-02-03, asserted: [XYZ]}}]\n")


def test_the_packs_must_be_for_the_matters_mode(tmp_path: Path) -> None:
    with pytest.raises(RulePackError, match="section-1367: is for rule34 and filing, and the matter's mode is foia"):
        policy(tmp_path, "mode: foia\n")
