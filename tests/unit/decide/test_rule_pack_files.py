"""What is wrong with a pack is said with file, line and key; a pack that is only nearly right does not run."""

from __future__ import annotations

import json
import re
import shutil
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from redactor import plugins
from redactor.decide import check_examples, json_schema, load_packs, read_pack, shipped
from redactor.decide.pack import Precision
from redactor.errors import RulePackError, SetupError
from redactor.model import Disposition
from redactor.plugins import Group

RULES = Path(__file__).parents[3] / "rules"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "pack.yaml").write_text(
        "id: ours\ntitle: Ours\nprofiles: {identity: all}\nlabels: {PI: REDACTED}\n"
        "log:\n  N1: {description: Name, label: PI}\n  L4: {description: Mark}\n",
        encoding="utf-8",
    )
    (folder / "bases.yaml").write_text("PO: {authority: Rule 26(c), covers_everyone: true}\n", encoding="utf-8")
    (folder / "rules.yaml").write_text(
        "- id: name\n  when: {category: PERSON_NAME}\n  then: {disposition: redact, log: N1, basis: PO}\n"
        "  because: It identifies.\n"
        "- id: rest\n  when: {}\n  then: {disposition: refer, log: N1, basis: PO}\n  because: Nobody knows.\n",
        encoding="utf-8",
    )
    (folder / "examples.yaml").write_text(
        "- situation: A name\n  finding: {text: Zed Ejemplo, category: PERSON_NAME}\n"
        "  expect: {rule: name, disposition: redact}\n",
        encoding="utf-8",
    )
    return folder


def edit(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_small_pack_is_read_and_answers_its_examples(pack: Path) -> None:
    assert list(check_examples(read_pack(pack))) == []


def test_a_pack_without_a_last_line_answers_its_own_examples(pack: Path) -> None:
    text = (pack / "rules.yaml").read_text(encoding="utf-8")
    (pack / "rules.yaml").write_text(text.partition("- id: rest")[0], encoding="utf-8")
    assert list(check_examples(read_pack(pack))) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("rules.yaml", "basis: PO", "basis: [PO, XYZ]", ":3: [1].then.basis[2]: rule 'name' names unknown basis 'XYZ'"),
        ("rules.yaml", "log: N1", "log: Q9", "rules.yaml:3: [1].then.log: rule 'name' names unknown log category 'Q9'"),
        (
            "rules.yaml",
            "PERSON_NAME",
            "PERSON_NAMES",
            ":2: [1].when.category: is not a known category; did you mean PERSON_NAME?",
        ),
        ("rules.yaml", "{category: PERSON_NAME}", "{role: sujbect}", "is not a known role; did you mean subject?"),
        ("rules.yaml", "disposition: redact", "disposition: hide", "is not a known disposition"),
        ("rules.yaml", "because: It identifies.", "why: It identifies.", ":4: [1].why: this key is not known"),
        ("rules.yaml", "  because: It identifies.\n", "", "rules.yaml:1: [1].because: is missing"),
        ("rules.yaml", "id: rest", "id: name", "rules.yaml:5: [2].id: another rule has this id"),
        ("rules.yaml", "{category: PERSON_NAME}", "{}", "'name' catches all"),
        ("rules.yaml", "{category: PERSON_NAME}", "{category: []}", "rules.yaml:2"),
        ("rules.yaml", ", basis: PO", "", "withholds without a basis"),
        ("rules.yaml", "disposition: redact", "disposition: generalise", "needs `how`"),
        ("rules.yaml", "disposition: redact", "disposition: withhold", "needs `not_redacted_because`"),
        (
            "rules.yaml",
            "{disposition: redact, log: N1, basis: PO}",
            "{disposition: produce, log: N1}",
            "without naming a role",
        ),
        ("rules.yaml", "log: N1", "log: L4", "has no label"),
        ("rules.yaml", "{category: PERSON_NAME}", "{profile: strict}", "names unknown profile 'strict'"),
        ("rules.yaml", "- id: name", "- id: [name", "rules.yaml:2"),
        ("rules.yaml", "{category: PERSON_NAME}", "!!python/name:os.system {}", "rules.yaml:2"),
        ("pack.yaml", "label: PI}", "label: PX}", ":6: log.N1.label: names a label that `labels` does not hold"),
        ("pack.yaml", "title: Ours", "title: Ours\ntitle: Twice", "pack.yaml:3: title: this key is given twice"),
        ("bases.yaml", "true}", "true, members: [Q]}", "bases.yaml:1: PO.members[1]: is not a single basis"),
        ("examples.yaml", "rule: name", "rule: nobody", "examples.yaml:3: [1].expect.rule: names no rule of this pack"),
    ],
)
def test_a_mistake_in_a_pack_is_named_with_its_place(pack: Path, name: str, old: str, new: str, said: str) -> None:
    edit(pack, name, old, new)
    with pytest.raises(RulePackError) as raised:
        read_pack(pack)
    assert said in str(raised.value)
    assert f"{name}:" in str(raised.value)


@pytest.mark.parametrize(
    "then", ["{category: PERSON_NAME, role: [official, unknown]}", "{role: official}", "{score_at_least: 0.9}"]
)
def test_a_rule_may_not_produce_what_nobody_has_placed(pack: Path, then: str) -> None:
    edit(pack, "rules.yaml", "{category: PERSON_NAME}", then)
    edit(pack, "rules.yaml", "{disposition: redact, log: N1, basis: PO}", "{disposition: produce, log: N1}")
    with pytest.raises(RulePackError, match="rule 'name' produces"):
        read_pack(pack)


def test_an_example_that_is_answered_otherwise_is_reported_without_its_text(pack: Path) -> None:
    edit(pack, "examples.yaml", "rule: name, disposition: redact", "rule: rest, disposition: refer")
    problems = list(check_examples(read_pack(pack)))
    assert "answered by rule 'name', not 'rest'" in problems[0]
    assert not any("Ejemplo" in problem for problem in problems)


def test_a_missing_file_of_a_pack_is_named(pack: Path) -> None:
    (pack / "bases.yaml").unlink()
    with pytest.raises(RulePackError, match=r"bases\.yaml: cannot be read"):
        read_pack(pack)


def test_a_folder_without_its_pack_file_says_which_files_a_pack_has(pack: Path) -> None:
    (pack / "pack.yaml").unlink()
    with pytest.raises(RulePackError, match=r"\./ours: the folder holds no pack\.yaml") as raised:
        load_packs(["./ours"], (pack.parent,))
    assert "bases.yaml, rules.yaml and examples.yaml" in raised.value.remedy


def test_a_file_that_a_pack_lacks_is_what_the_remedy_asks_for(pack: Path) -> None:
    (pack / "rules.yaml").unlink()
    with pytest.raises(RulePackError, match=r"rules\.yaml: cannot be read") as raised:
        read_pack(pack)
    assert raised.value.remedy == "Put rules.yaml there, as a file that you may read."


def test_the_schema_beside_the_packs_is_current() -> None:
    assert json.loads((RULES / "schema.json").read_text(encoding="utf-8")) == json_schema()


def test_packs_are_found_by_name_and_by_folder(pack: Path) -> None:
    edit(pack, "rules.yaml", "- id: rest\n  when: {}", "- id: rest\n  when: {category: IMAGE}")
    edit(pack, "bases.yaml", "Rule 26(c)", "Fed. R. Civ. P. 26(c) (protective order)")
    edit(pack, "pack.yaml", "description: Name, label: PI", "description: Name or alias of a noncitizen, label: PI")
    edit(pack, "pack.yaml", "PI: REDACTED", "PI: REDACTED – PROTECTED IDENTITY")
    edit(pack, "pack.yaml", "L4: {description: Mark}", "L9: {description: Mark}")
    assert shipped() == ("asylum-tps", "filing", "foia", "privilege", "protective-order", "section-1367")
    found = load_packs(["./ours", "section-1367"], [pack.parent])
    assert [one.id for one in found] == ["ours", "section-1367"]
    assert load_packs(["ours"], [pack.parent])[0] == found[0]


def test_a_pack_that_is_not_there_is_an_error_with_the_names_that_are() -> None:
    with pytest.raises(RulePackError, match="no rule pack 'section-9'") as raised:
        load_packs(["section-9"])
    assert "section-1367" in raised.value.remedy


def test_no_pack_at_all_is_an_error() -> None:
    with pytest.raises(RulePackError, match="no rule pack is named"):
        load_packs([])


def test_two_packs_may_not_describe_one_basis_differently(pack: Path) -> None:
    with pytest.raises(RulePackError, match="basis 'PO' is described differently"):
        load_packs(["./ours", "section-1367"], [pack.parent])


def test_two_packs_may_not_describe_one_log_category_differently(pack: Path) -> None:
    edit(pack, "bases.yaml", "Rule 26(c)", "Fed. R. Civ. P. 26(c) (protective order)")
    with pytest.raises(RulePackError, match="log category 'N1' is described or labelled differently"):
        load_packs(["./ours", "section-1367"], [pack.parent])


def test_two_packs_may_not_have_one_id(pack: Path) -> None:
    shutil.copytree(pack, pack.parent / "again")
    with pytest.raises(RulePackError, match="have the id 'ours'"):
        load_packs(["./ours", "./again"], [pack.parent])


def test_an_installed_package_may_offer_a_pack(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pack / "__init__.py").touch()
    monkeypatch.syspath_prepend(pack.parent)
    point = EntryPoint("office", "ours", Group.RULE_PACKS.value)
    monkeypatch.setattr(plugins, "names", lambda group: ("office",))
    monkeypatch.setattr(plugins, "entry_points", lambda **_: (point,))
    assert load_packs(["office"])[0].id == "ours"


def test_a_plugin_that_cannot_be_loaded_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("broken", "no_such_package_here", Group.RECOGNIZERS.value)
    monkeypatch.setattr(plugins, "entry_points", lambda **_: (point,))
    with pytest.raises(SetupError, match=r"'broken' .* cannot be loaded: ModuleNotFoundError"):
        plugins.load(Group.RECOGNIZERS, "broken")


def test_a_plugin_that_is_not_installed_is_an_error() -> None:
    with pytest.raises(SetupError, match="no installed package offers 'absent'"):
        plugins.load(Group.ENGINES, "absent")


def test_the_pack_that_the_readme_teaches_works_before_the_shipped_one(tmp_path: Path) -> None:
    readme = (RULES / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n# our-rules/(\w+\.yaml)\n(.*?)```", readme, re.DOTALL)
    assert len(blocks) == 4
    folder = tmp_path / "our-rules"
    folder.mkdir()
    for name, text in blocks:
        (folder / name).write_text(text, encoding="utf-8")
    packs = load_packs(["./our-rules", "section-1367"], [tmp_path])
    assert [list(check_examples(pack)) for pack in packs] == [[], []]


def test_the_readme_names_every_condition_and_disposition() -> None:
    readme = (RULES / "README.md").read_text(encoding="utf-8")
    words = [*json_schema()["$defs"]["WhenShape"]["properties"], *Disposition, *Precision]
    assert [word for word in words if f"`{word}`" not in readme and f"how: {word}" not in readme] == []


def test_withholding_a_document_says_why_redaction_would_not_do(pack: Path) -> None:
    why = "disposition: withhold, not_redacted_because: Nothing would be left to read."
    edit(pack, "rules.yaml", "disposition: redact", why)
    assert read_pack(pack).rules[0].because == "It identifies. Nothing would be left to read."
