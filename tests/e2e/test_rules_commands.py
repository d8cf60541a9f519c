"""``redactor rules``: what decides a situation, and what another profile or pack would change, before it is issued."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import redactor
from conftest import FinishedRun
from small_matter import SEED, small_matter
from volume_reading import files_of, rows, squeezed

from redactor.errors import MatterFileError, RulePackError

NOTICE = ("Notice to Appear", "Respondent: QUINTANILLA RUIZ, Marisol", "File No. A200-555-123")
STORY = ("Memorandum to file", "Marisol Quintanilla Ruiz came in May. She filed Form I-918 at the office. It rained.")


def test_on_the_demo_matter_strict_withholds_more_and_the_diff_lists_exactly_what(demo: FinishedRun) -> None:
    issued = files_of(demo.out / "productions")
    before = {path: path.stat().st_mtime_ns for path in issued}
    done = redactor("rules", "diff", demo.out, "--profile", "strict", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["changed"] == len(told["changes"])
    assert told["covers_more"] == sum(change["covers_more"] for change in told["changes"]) > 10
    assert (told["covers_less"], told["not_asserted"]) == (0, [])
    assert all(change["after"]["rule"].endswith("-in-the-strict-profile") for change in told["changes"])
    assert sum(told["by_category"].values()) == sum(told["by_rule"].values()) == told["changed"]
    assert {"STATUS_1367", "STATUS_ASYLUM", "STATUS_TPS", "HEALTH"} <= set(told["by_category"])
    assert before == {path: path.stat().st_mtime_ns for path in issued}, "nothing is issued"


def test_what_the_diff_lists_is_what_a_release_under_the_profile_does(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, {"notice.pdf": NOTICE, "story.pdf": STORY})
    first = matter.scanned()
    given = tmp_path / "out"
    told = json.loads(redactor("rules", "diff", given, "--profile", "strict", "--json").stdout)
    second = matter.scanned("strict")
    one = {d.finding: d.withheld for d in first.decisions}
    other = {d.finding: d.withheld for d in second.decisions}
    assert {change["finding"] for change in told["changes"]} == {id_ for id_ in one if one[id_] != other[id_]}
    assert json.loads(redactor("rules", "diff", given, "--json").stdout)["changed"] == len(told["changes"]), (
        "the ledger says strict now, and the matter file still says identity"
    )


def test_the_strict_profile_withholds_the_sentence_and_leaves_its_neighbours(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, {"story.pdf": STORY, "notice.pdf": NOTICE})
    matter.released("strict")
    text = squeezed(matter.text("story.pdf"))
    assert "at the office" not in text
    assert "came in May." in text
    assert "It rained." in text


def test_the_diff_for_people_counts_by_rule_and_names_findings_by_place(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, {"story.pdf": STORY, "notice.pdf": NOTICE})
    matter.scanned()
    done = redactor("rules", "diff", tmp_path / "out", "--profile", "strict")
    assert "1 of " in done.stdout
    assert "STATUS_1367: redact -> redact  section-1367/relief-in-the-strict-profile" in done.stdout
    assert "p1:" in done.stdout
    assert not any(value in done.stdout for value in ("Marisol", "I-918", "story"))


def test_a_diff_with_a_pack_shows_where_a_release_would_stop(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, {"notice.pdf": NOTICE})
    matter.scanned()
    ended = tmp_path / "other.yaml"
    ended.write_text(SEED.replace("permits: [PO]", "permits: []").replace("permits: [AGREED]", "permits: []"))
    ended.write_text(ended.read_text().replace("asserted: [RELEVANCE, TPS,", "asserted: [RELEVANCE,"))
    ended.write_text(ended.read_text().replace(" 1367-U, 1367-T, 1367-VAWA, ASYLUM]", " PA]"))
    done = redactor("rules", "diff", tmp_path / "out", "--matter", ended)
    assert done.returncode == 0, done.stderr
    assert "A release would stop:" in done.stdout
    assert "basis PO was not asserted for Request 8" in done.stdout


def test_a_folder_without_a_scan_has_nothing_to_compare(tmp_path: Path) -> None:
    done = redactor("rules", "diff", tmp_path, "--profile", "strict")
    assert done.returncode == 4
    assert "Run `redactor scan`" in done.stderr


def test_a_profile_that_no_pack_knows_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    small_matter(tmp_path, {"notice.pdf": NOTICE})
    done = redactor(
        "run", tmp_path / "originals", "--out", tmp_path / "out", "--matter", tmp_path / "matter.yaml",
        "--profile", "open", "--engine", "serial",
    )  # fmt: skip
    assert done.returncode == RulePackError.exit_code
    assert "no rule pack in use knows the profile 'open'" in done.stderr
    assert "Profiles in use: identity, strict." in done.stderr


def test_explain_says_which_rule_speaks_and_why_no_earlier_one_did() -> None:
    done = redactor("rules", "explain", "person_name", "--role", "subject", "--text", "Zed Ejemplo")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("section-1367/name-of-a-noncitizen: redact")
    assert "section-1367/officer: role is subject, not officer, supervisor" in done.stdout


def test_explain_for_programs_knows_the_matters_bases_and_the_part_that_is_covered(tmp_path: Path) -> None:
    (tmp_path / "matter.yaml").write_text(SEED, encoding="utf-8")
    done = redactor(
        "rules", "explain", "ENFORCEMENT_DATE", "--text", "January 21, 2020", "--request", "8",
        "--matter", tmp_path / "matter.yaml", "--json",
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert (told["rule"], told["covers"]) == ("section-1367/day-of-an-enforcement-action", ["21"])
    assert told["basis"] == ["AGREED", "PO"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("NAMES",), "Invalid value"),
        (("AGE", "--beside", "NOBODY"), "--beside takes a category"),
        (("AGE", "--request", "8"), "the matter has no request 8"),
    ],
)
def test_explain_answers_a_slip_with_usage(arguments: tuple[str, ...], said: str) -> None:
    done = redactor("rules", "explain", *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_basis_code_that_no_pack_knows_is_named_with_its_line_before_anything_is_read(tmp_path: Path) -> None:
    small_matter(tmp_path, {"notice.pdf": NOTICE}, SEED.replace("1367-U,", "1376-U,"))
    matter = tmp_path / "matter.yaml"
    done = redactor("run", tmp_path / "originals", "--out", tmp_path / "out", "--matter", matter, "--engine", "serial")
    assert done.returncode == MatterFileError.exit_code
    assert f"{matter}:8: requests[1].response.asserted[3]: is a basis that no rule pack describes" in done.stderr
    assert "did you mean 1367-U?" in done.stderr


FOIA = """\
matter: {name: Request of a newspaper}
mode: foia
requests:
  - {number: 2020-1, response: {served: 2020-02-03, asserted: ["(b)(3)", "(b)(6)", "(b)(7)(C)", "(b)(7)(E)"],
     withholding_statement: Portions are withheld.}}
packs: [foia]
bates: {prefix: TEST, digits: 6, start: 1}
"""


def test_under_foia_the_boxes_name_exemptions_and_never_a_statute(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, {"notice.pdf": NOTICE, "story.pdf": STORY}, FOIA)
    matter.released()
    internal = rows(matter.work_product / "internal-log-VOL001.csv")
    assert {row["Label"] for row in internal} == {"(b)(6), (b)(7)(C)"}
    assert "Marisol" not in matter.text("notice.pdf")


def test_a_foia_pack_is_refused_in_an_action(tmp_path: Path) -> None:
    small_matter(tmp_path, {"notice.pdf": NOTICE}, SEED + "packs: [foia]\n")
    given = tmp_path / "originals"
    matter = tmp_path / "matter.yaml"
    done = redactor("run", given, "--out", tmp_path / "out", "--matter", matter, "--engine", "serial")
    assert done.returncode == RulePackError.exit_code
    assert "foia: is for foia, and the matter's mode is rule34" in done.stderr
