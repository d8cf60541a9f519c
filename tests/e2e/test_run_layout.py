"""What a run leaves behind: a volume that can be served, and work product that stays."""

from __future__ import annotations

import hashlib
import json
import re
import stat
from pathlib import Path

import pytest
from conftest import FinishedRun
from paper import MUST_STAY, PROTECTED
from volume_reading import files_of, rows, said_by_file, squeezed, stands


def test_a_run_that_produced_everything_ends_with_0_and_says_what_it_made(small: FinishedRun) -> None:
    assert small.code == 0, small.stderr
    assert small.stderr == ""
    assert "VOL001" in small.stdout
    assert "3 documents, 4 pages, PROD0000001 to PROD0000004" in small.stdout


def test_the_volume_holds_what_leaves_and_nothing_else(small: FinishedRun) -> None:
    assert {path.name for path in small.out.iterdir()} == {"matter.yaml", "productions", "work-product"}
    assert {path.name for path in small.volume.iterdir()} - {"DATA"} == {"PDF", "TEXT", "LOG", "MANIFEST.json"}
    logs = {f"{log}-log.{kind}" for log in ("redaction", "categorical") for kind in ("csv", "docx", "json", "xlsx")}
    assert {path.name for path in (small.volume / "LOG").iterdir()} == logs


def test_documents_are_named_by_their_first_bates_number(small: FinishedRun) -> None:
    begins = sorted({row["begbates"] for row in rows(small.work_product / "crosswalk.csv")} - {""})
    assert (len(begins), begins[0]) == (3, "PROD0000001")
    assert sorted(path.name for path in (small.volume / "PDF").iterdir()) == [f"{begin}.pdf" for begin in begins]
    assert sorted(path.name for path in (small.volume / "TEXT").iterdir()) == [f"{begin}.txt" for begin in begins]


def test_the_manifest_has_the_sha256_of_every_file_and_no_source(small: FinishedRun) -> None:
    text = (small.volume / "MANIFEST.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    listed = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    there = {
        path.relative_to(small.volume).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files_of(small.volume)
        if path.name != "MANIFEST.json"
    }
    assert listed == there
    assert manifest["supersedes"] == {}
    sources = [row["source_sha256"] for row in rows(small.work_product / "crosswalk.csv")]
    assert [source for source in sources if source in text] == []


def test_work_product_is_for_its_owner_alone(small: FinishedRun) -> None:
    assert stat.S_IMODE(small.work_product.stat().st_mode) == 0o700
    assert stat.S_IMODE((small.work_product / "key").stat().st_mode) == 0o600


def test_the_crosswalk_leads_from_every_source_to_its_copy(small: FinishedRun) -> None:
    crosswalk = rows(small.work_product / "crosswalk.csv")
    assert list(crosswalk[0]) == ["source_path", "source_sha256", "status", "begbates", "endbates", "produced_path"]
    assert {Path(row["source_path"]) for row in crosswalk} == set(small.originals.iterdir())
    for row in crosswalk:
        assert row["source_sha256"] == hashlib.sha256(Path(row["source_path"]).read_bytes()).hexdigest()
        assert row["status"] == "produced"
        assert (small.out / row["produced_path"]).name == f"{row['begbates']}.pdf"
        assert (small.out / row["produced_path"]).is_file()
    both = {row["begbates"] for row in crosswalk if "note to file" in row["source_path"]}
    assert len(both) == 1, "a file and its copy are one document"


def test_nothing_is_left_in_staging_and_held_is_empty(small: FinishedRun) -> None:
    assert list((small.work_product / "staging").iterdir()) == []
    assert rows(small.work_product / "held.csv") == []


def test_no_identifier_is_in_the_volume_and_the_rest_can_be_read(small: FinishedRun) -> None:
    for path in files_of(small.volume):
        said = said_by_file(path)
        assert [value for value in PROTECTED if value in said] == [], path.name
    text = squeezed(" ".join(path.read_text(encoding="utf-8") for path in (small.volume / "TEXT").iterdir()))
    assert [value for value in MUST_STAY if not stands(value, text)] == []


def test_without_a_matter_file_a_protective_one_is_written_and_the_log_says_so(small: FinishedRun) -> None:
    matter = (small.out / "matter.yaml").read_text(encoding="utf-8")
    assert re.search(r"^assumed: true$", matter, re.MULTILINE)
    log = rows(small.volume / "LOG" / "redaction-log.csv")
    assert log
    assert all("to be confirmed by counsel" in row["Notes"] for row in log)


def test_a_run_that_held_something_back_ends_with_3_and_produces_the_rest(partly_held: FinishedRun) -> None:
    assert partly_held.code == 3, partly_held.stderr
    assert len(list((partly_held.volume / "PDF").iterdir())) == 3
    crosswalk = rows(partly_held.work_product / "crosswalk.csv")
    assert sorted(row["status"] for row in crosswalk) == ["held"] * 4 + ["produced"] * 4
    assert {Path(row["source_path"]) for row in crosswalk} == set(partly_held.originals.iterdir())
    assert all(not row["begbates"] and not row["produced_path"] for row in crosswalk if row["status"] == "held")


@pytest.mark.parametrize(
    ("name", "why", "what_to_do"),
    [
        ("A200-555-123 locked.pdf", "password", "without the password"),
        ("cut off.pdf", "", "sound copy"),
        ("nothing in it.pdf", "empty", "sound copy"),
        ("mail QUINTANILLA.zip", "ZIP archive", "export it to PDF"),
    ],
)
def test_a_held_file_is_listed_with_reason_and_remedy(
    partly_held: FinishedRun, name: str, why: str, what_to_do: str
) -> None:
    held = {Path(row["source_path"]).name: row for row in rows(partly_held.work_product / "held.csv")}
    assert list(held[name]) == ["document", "source_path", "reason", "remedy"]
    assert held[name]["reason"]
    assert why in held[name]["reason"]
    assert what_to_do in held[name]["remedy"]


def test_the_json_result_is_one_object_and_counts_what_was_held(partly_held: FinishedRun) -> None:
    result = json.loads(partly_held.stdout)
    assert partly_held.stderr == ""
    assert (result["volume"], result["documents"], result["pages"]) == ("VOL001", 3, 4)
    assert (result["begbates"], result["endbates"]) == ("PROD0000001", "PROD0000004")
    assert Path(result["folder"]) == partly_held.volume
    assert len(result["held"]) == 4
    assert all(item["reason"] and item["remedy"] for item in result["held"])


def test_nothing_that_is_printed_names_a_person_or_a_file(small: FinishedRun, partly_held: FinishedRun) -> None:
    for run in (small, partly_held):
        printed = run.stdout + run.stderr
        names = [part for path in run.originals.iterdir() for part in (path.name, path.stem)]
        assert [value for value in (*PROTECTED, *names) if value in printed] == []
        assert "Traceback" not in printed
