"""Review without a browser: list, decide, spreadsheet, and the release that waits for it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from commands import redactor
from paper import write_pdf
from volume_reading import rows

from redactor.review.sheet import COLUMNS, QUEUE

PAPER = (
    "MEMORANDUM TO FILE",
    "Respondent: WEN MUSTER    File No: A200 555 111    Language: Quechua",
    "Her employer is Blue Heron Bakery. She speaks Quechua.",
    "The provisions of 8 U.S.C. 1367 have been complied with.",
)
Queue = list[dict[str, object]]


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("matter")
    assert redactor("init", folder).returncode == 0
    write_pdf(folder / "originals" / "memo.pdf", [PAPER])
    done = redactor("scan", folder, "--engine", "serial")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def matter(scanned: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(scanned, tmp_path / "matter"))


def queue(folder: Path, *options: str) -> Queue:
    done = redactor("review", folder, "--list", "--json", *options)
    assert done.returncode == 0, done.stderr
    found: Queue = json.loads(done.stdout)
    return found


def decide(folder: Path, *arguments: object) -> tuple[int, str]:
    done = redactor("decide", folder, *arguments)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def test_a_release_waits_for_people_and_then_follows_them(matter: Path) -> None:
    waiting = queue(matter)
    assert waiting, "the paper must refer something"
    refused = redactor("release", matter, "--engine", "serial")
    assert refused.returncode == 14
    assert f"{len(waiting)} undecided" in refused.stderr and "/queue?state=undecided" in refused.stderr
    assert not (matter / "productions").exists()
    for item in waiting:
        code, said = decide(
            matter, item["finding"], "produce", "--reason", "The parties agreed", "--name", "Pat Counselor"
        )
        assert code == 0, said
    assert queue(matter) == []
    done = redactor("release", matter, "--engine", "serial")
    assert done.returncode == 0, done.stderr
    text = next((matter / "productions" / "VOL001" / "TEXT").glob("*.txt")).read_text(encoding="utf-8")
    assert "Quechua" in text and "MUSTER" not in text
    internal = rows(matter / "work-product" / "internal-log-VOL001.csv")
    assert not any("refer" in row["Disposition"] for row in internal)


def test_producing_without_a_reason_and_a_version_that_moved_on_are_refused(matter: Path) -> None:
    first = queue(matter)[0]
    code, said = decide(matter, first["finding"], "produce", "--name", "Pat Counselor")
    assert (code, "needs a reason" in said) == (4, True)
    assert decide(matter, first["finding"], "redact", "--seen", first["version"], "--name", "Pat Counselor")[0] == 0
    code, said = decide(matter, first["finding"], "refer", "--seen", first["version"], "--name", "Kim Reader")
    assert (code, "Pat Counselor" in said) == (12, True)


def test_a_decision_is_taken_back_by_who_made_it_and_by_nobody_else(matter: Path) -> None:
    first = queue(matter)[0]
    decide(matter, first["finding"], "redact", "--name", "Pat Counselor")
    assert decide(matter, first["finding"], "--undo", "--name", "Kim Reader")[0] == 13
    assert decide(matter, first["finding"], "--undo", "--name", "Pat Counselor")[0] == 0
    assert first["finding"] in {item["finding"] for item in queue(matter)}


def test_the_spreadsheet_goes_out_is_filled_in_and_comes_back_whole_or_not_at_all(matter: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "queue.xlsx"
    waiting = queue(matter)
    assert redactor("review", matter, "--export", sheet).returncode == 0
    book = openpyxl.load_workbook(sheet)
    page = book[QUEUE]
    assert page.max_row == len(waiting) + 1
    for line in range(2, page.max_row + 1):
        page.cell(line, COLUMNS.index("Decision") + 1, "redact")
    page.cell(2, COLUMNS.index("Decision") + 1, "produce")
    book.save(sheet)
    code, said = decide(matter, "--import", sheet, "--name", "Pat Counselor")
    assert (code, "row 2: producing needs a reason" in said) == (4, True)
    assert len(queue(matter)) == len(waiting)
    page.cell(2, COLUMNS.index("Reason") + 1, "Agreed")
    book.save(sheet)
    code, said = decide(matter, "--import", sheet, "--name", "Pat Counselor")
    assert code == 0, said
    assert queue(matter) == []
    code, said = decide(matter, "--import", sheet, "--name", "Kim Reader")
    assert code == 4 and "row 2: decided by Pat Counselor since the export" in said


def test_the_list_shows_places_and_never_what_stands_there(matter: Path) -> None:
    done = redactor("review", matter, "--list")
    assert done.returncode == 0
    assert "LANGUAGE" in done.stdout
    assert "Quechua" not in done.stdout and "MUSTER" not in done.stdout
