"""``redactor explain`` on a scanned matter: why, by whom, on which ground, and nothing of what stands there."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pymupdf
import pytest
from commands import redactor

NAME, NUMBER, WORD = "MUSTERFRAU", "A200 555 111", "QX-88412"


@pytest.fixture(scope="module")
def matter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explained") / "matter"
    redactor("init", folder)
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), f"Respondent: WEN {NAME}    File No: {NUMBER}", fontsize=11)
        page.insert_text((72, 130), "The provisions of 8 U.S.C. 1367 have been complied with.", fontsize=11)
        document.new_page().insert_text((72, 100), f"The {WORD} list was kept by the office.", fontsize=11)
        document.save(folder / "originals" / f"{NAME}.pdf")
    scanned = redactor("scan", folder, "--engine", "serial", "--json")
    assert scanned.returncode == 0, scanned.stderr
    return folder


@pytest.fixture(scope="module")
def name(matter: Path) -> dict[str, object]:
    """The finding of the respondent's name on the page, as explained."""
    return dict(json.loads(redactor("explain", matter, _id(matter, "PERSON_NAME"), "--json").stdout))


def _id(matter: Path, category: str) -> str:
    """The id of the first finding of a category on page 1 or 2."""
    wanted = "select id, record from findings where category = ?"
    with sqlite3.connect(matter / "work-product" / "matter.db") as database:
        rows = database.execute(wanted, (category,)).fetchall()
    return min(str(id_) for id_, record in rows if json.loads(record)["span"]["passage"] in ("p1", "p2"))


def test_it_says_who_claimed_it_which_rule_decided_and_on_which_ground(matter: Path, name: dict[str, object]) -> None:
    told = redactor("explain", matter, name["finding"])
    assert told.returncode == 0, told.stderr
    for said in (
        "PERSON_NAME",
        "p1, characters",
        "role       subject",
        "LabelledNameRecognizer",
        "redact by rule:section-1367/name-of-a-noncitizen",
        "because    The name identifies the person",
        "covers     all of it",
        "basis      PO, Fed. R. Civ. P. 26(c) (protective order); asserted:",
        "(not confirmed)",
    ):
        assert said in told.stdout


def test_what_stands_there_and_the_files_name_are_printed_only_on_request(
    matter: Path, name: dict[str, object]
) -> None:
    quiet = redactor("explain", matter, name["finding"])
    as_json = redactor("explain", matter, name["finding"], "--json")
    assert NAME not in quiet.stdout + quiet.stderr + as_json.stdout + as_json.stderr
    shown = redactor("explain", matter, name["finding"], "--show")
    assert f"reads      WEN {NAME}" in shown.stdout
    assert f"originals/{NAME}.pdf" in shown.stdout.replace("\\", "/")
    assert json.loads(redactor("explain", matter, name["finding"], "--show", "--json").stdout)["text"] == f"WEN {NAME}"


def test_json_has_every_claim_and_the_history(name: dict[str, object]) -> None:
    claims, history = name["claims"], name["history"]
    assert isinstance(claims, list) and isinstance(history, list)
    assert {"recognizer", "reason", "score", "role", "place"} == set(claims[0])
    assert history[-1] == name["decision"]
    assert history[-1]["actor"] == "rule:section-1367/name-of-a-noncitizen"


def test_the_beginning_of_an_id_is_enough_in_any_case(matter: Path, name: dict[str, object]) -> None:
    told = redactor("explain", matter, str(name["finding"])[:12].upper())
    assert told.returncode == 0
    assert told.stdout.startswith(str(name["finding"]))


@pytest.mark.parametrize(
    ("given", "said"), [("", "several ids begin so"), ("zz", "has an id that begins so"), ("%", "so")]
)
def test_an_id_that_is_no_ones_or_several_ones_is_refused_with_advice(matter: Path, given: str, said: str) -> None:
    refused = redactor("explain", matter, given)
    assert refused.returncode == 4
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not refused.stdout


def test_a_folder_that_was_never_scanned_says_what_to_do(tmp_path: Path) -> None:
    redactor("init", tmp_path)
    refused = redactor("explain", tmp_path, "ab12")
    assert refused.returncode == 4
    assert "redactor scan" in refused.stderr


def test_a_later_decision_is_told_with_the_one_before(matter: Path) -> None:
    number = _id(matter, "UNEXPLAINED")
    file = matter / "matter.yaml"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("unexplained: near-people", "unexplained: all"), encoding="utf-8")
    try:
        assert redactor("scan", matter, "--engine", "serial").returncode == 0
        told = redactor("explain", matter, number)
        history = json.loads(redactor("explain", matter, number, "--json").stdout)["history"]
    finally:
        file.write_text(before, encoding="utf-8")
        redactor("scan", matter, "--engine", "serial")
    assert [each["disposition"] for each in history] == ["produce", "refer"]
    assert "refer by rule:section-1367/unexplained-word," in told.stdout
    assert "Before that:" in told.stdout


def test_an_unexplained_word_is_listed_for_somebody_to_look(matter: Path) -> None:
    with (matter / "work-product" / "unexplained.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["Word"]: row for row in csv.DictReader(file)}
    assert rows[WORD]["Disposition"] == "produce"
    assert rows[WORD]["Count"] == "1"
    assert rows[WORD]["FindingIDs"] == _id(matter, "UNEXPLAINED")
    assert NAME not in rows
    scanned = json.loads(redactor("scan", matter, "--engine", "serial", "--json").stdout)
    assert scanned["unexplained"] == 1
