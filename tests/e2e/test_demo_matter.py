"""The demo matter, end to end: what must vanish is in no byte of the volume, what must stay can be read, and every
count in the logs is the count of boxes on the pages."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest
from conftest import DEMO, FinishedRun
from volume_reading import (
    black_boxes,
    files_of,
    pdfium_text,
    rows,
    said_by_file,
    said_by_pdf,
    squeezed,
    stands,
)


class Verdict(TypedDict):
    """One entry of truth.json."""

    protected: list[str]
    must_stay: list[str]
    off_page: dict[str, list[str]]


TRUTH: dict[str, Verdict] = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))
NAMES = sorted(TRUTH)

_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2}|[A-Z][a-z]+ \d{1,2}, \d{4}")
_TELLING_LENGTH = 8


def telling(value: str) -> bool:
    """Whether the value says by itself whose it is, wherever it stands. A date or one word may be another one's."""
    letters = sum(character.isalnum() for character in value)
    compound = " " in value.strip() or any(character.isdigit() for character in value)
    return letters >= _TELLING_LENGTH and compound and not _DATE.fullmatch(value)


TELLING = sorted({value for verdict in TRUTH.values() for value in verdict["protected"] if telling(value)})


@cache
def begins(out: Path) -> dict[str, str]:
    """The first Bates number of every original, by its name."""
    crosswalk = rows(out / "work-product" / "crosswalk.csv")
    return {Path(row["source_path"]).name: row["begbates"] for row in crosswalk}


def produced(demo: FinishedRun, name: str) -> tuple[Path, Path]:
    """The PDF and the text made of an original. Fails where it was held."""
    begin = begins(demo.out).get(name, "")
    assert begin, "the document was held back"
    return demo.volume / "PDF" / f"{begin}.pdf", demo.volume / "TEXT" / f"{begin}.txt"


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_original_of_the_demo_matter_is_produced(demo: FinishedRun) -> None:
    assert demo.code == 0, demo.stdout + demo.stderr
    crosswalk = rows(demo.work_product / "crosswalk.csv")
    assert {row["source_path"]: row["status"] for row in crosswalk if row["status"] != "produced"} == {}
    assert set(NAMES) <= {Path(row["source_path"]).name for row in crosswalk}


def test_what_is_protected_in_a_document_is_nowhere_in_what_was_made_of_it(demo: FinishedRun, name: str) -> None:
    pdf, text = produced(demo, name)
    said = {**said_by_pdf(pdf), "TEXT": said_by_file(text)}
    left = {
        reader: found
        for reader, whole in said.items()
        # A file as it lies on the disk is full of numbers of its own: of objects, and of bytes.
        if (
            found := [
                v for v in TRUTH[name]["protected"] if stands(v, whole) and not (reader == "bytes" and v.isdigit())
            ]
        )
    }
    assert left == {}


def test_what_must_stay_can_be_read_in_the_copy_and_in_its_text(demo: FinishedRun, name: str) -> None:
    pdf, text = produced(demo, name)
    said = {"pdfium": pdfium_text(pdf), "TEXT": squeezed(text.read_text(encoding="utf-8").replace("\f", "\n"))}
    gone = {
        reader: missing
        for reader, whole in said.items()
        if (missing := [value for value in TRUTH[name]["must_stay"] if squeezed(value) not in whole])
    }
    assert gone == {}


def test_what_tells_by_itself_who_somebody_is_stands_in_no_file_of_the_volume(demo: FinishedRun) -> None:
    found = {}
    for path in files_of(demo.out / "productions"):
        whole = said_by_file(path)
        if left := [value for value in TELLING if stands(value, whole)]:
            found[path.relative_to(demo.out).as_posix()] = left
    assert found == {}


def test_logs_and_manifest_hold_nothing_that_is_protected_anywhere(demo: FinishedRun) -> None:
    protected = {value for verdict in TRUTH.values() for value in verdict["protected"]}
    words = sorted(value for value in protected if not value.isdigit() and not _DATE.fullmatch(value))
    for path in (*files_of(demo.volume / "LOG"), demo.volume / "MANIFEST.json"):
        whole = said_by_file(path)
        assert [value for value in words if stands(value, whole)] == [], path.name


def test_the_served_log_the_internal_log_and_the_pages_count_the_same_boxes(demo: FinishedRun) -> None:
    served = sum(int(row["RedactionCount"] or 0) for row in rows(demo.volume / "LOG" / "redaction-log.csv"))
    internal = rows(demo.work_product / "internal-log-VOL001.csv")
    boxes = [row for row in internal if row["Treatment"].startswith("box")]
    drawn = sum(black_boxes(path) for path in (demo.volume / "PDF").iterdir())
    manifest = json.loads((demo.volume / "MANIFEST.json").read_text(encoding="utf-8"))
    assert served == len(boxes) == manifest["counts"]["boxes"]
    already_black = sum(black_boxes(path) for path in (DEMO / "originals").iterdir())
    # Values of one form cell share its box, and a value that crosses a rule has one on either side.
    assert drawn - already_black == pytest.approx(len(boxes), rel=0.03)


def test_every_page_with_a_box_in_the_served_log_has_one(demo: FinishedRun) -> None:
    on_page: dict[str, int] = {}
    for row in rows(demo.work_product / "internal-log-VOL001.csv"):
        if row["Treatment"].startswith("box"):
            on_page[row["BatesPage"]] = on_page.get(row["BatesPage"], 0) + 1
    for row in rows(demo.volume / "LOG" / "redaction-log.csv"):
        if row["Treatment"] == "RedactedInPart" and row["RedactionCount"] not in ("", "0"):
            first = re.match(r"[A-Z]+\d+", row["PagesAffected"])
            assert first and on_page.get(first.group(), 0) > 0, row["LogID"]


def test_no_withheld_finding_on_a_page_is_without_a_box(demo: FinishedRun) -> None:
    internal = rows(demo.work_product / "internal-log-VOL001.csv")
    bare = [(row["FindingIDs"], row["BatesPage"]) for row in internal if "without a box" in row["Treatment"]]
    assert bare == []


def test_nothing_that_is_printed_names_a_person_or_a_file(demo: FinishedRun) -> None:
    printed = demo.stdout + demo.stderr
    assert [value for value in TELLING if stands(value, squeezed(printed))] == []
    assert [path.name for path in (DEMO / "originals").iterdir() if path.stem in printed] == []
    assert "Traceback" not in printed
