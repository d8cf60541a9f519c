"""What stops a run, or must not: wrong input, wrong files, a second run, Ctrl-C, a kill. Never a trace-back."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from commands import Finished, redactor, started, stopped_by, wait_until
from conftest import FinishedRun
from filelock import FileLock
from paper import NOTICE, PROTECTED, STAFFING, write_pdf
from volume_reading import files_of, rows

MATTER = """\
matter: {name: A matter}
assumed: true
bates: {prefix: TEST, digits: 6, start: 1}
legend: CONFIDENTIAL
"""

RULE_PACK = {
    "pack.yaml": """\
id: mypack
title: Ours
profiles: {identity: all}
labels: {PI: REDACTED}
log:
  N1: {description: Name, label: PI}
""",
    "bases.yaml": "PO: {authority: Rule 26(c), covers_everyone: true}\n",
    "rules.yaml": """\
- id: name
  when: {category: PERSON_NAME}
  then: {disposition: redact, log: N1, basis: NOWHERE}
  because: It identifies.
- id: rest
  when: {}
  then: {disposition: refer, log: N1, basis: PO}
  because: Nobody knows.
""",
    "examples.yaml": "[]\n",
}


def run(given: Path, out: Path, *more: object) -> Finished:
    done = redactor("run", given, "--out", out, "--engine", "serial", *more)
    printed = done.stdout + done.stderr
    assert "Traceback" not in printed
    assert [value for value in PROTECTED if value in printed] == []
    return done


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file, so that a file that was written again can be told from one that was not."""
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in files_of(folder)}


def assert_nothing_half_made(out: Path) -> None:
    for volume in (out / "productions").glob("*"):
        assert (volume / "MANIFEST.json").is_file(), volume.name
        listed = json.loads((volume / "MANIFEST.json").read_text())["files"]
        assert all((volume / entry["path"]).is_file() for entry in listed)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("QUINTANILLA.pdf", b"", "the file is empty"),
        ("QUINTANILLA.zip", b"PK\x03\x04 and more", "a ZIP archive"),
        ("QUINTANILLA.txt", b"Marisol", "neither a PDF nor an image"),
    ],
)
def test_a_file_that_is_no_document_ends_with_4_and_says_what_it_is(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run(tmp_path / name, tmp_path / "out")
    assert done.returncode == 4
    assert why in done.stderr
    assert "Give a PDF" in done.stderr
    assert done.stdout == ""


def test_a_folder_without_any_document_ends_with_4(tmp_path: Path) -> None:
    (tmp_path / "originals").mkdir()
    done = run(tmp_path / "originals", tmp_path / "out")
    assert done.returncode == 4
    assert "no PDF and no image" in done.stderr


def test_a_path_that_does_not_exist_is_wrong_usage_and_is_not_repeated(tmp_path: Path) -> None:
    done = run(tmp_path / "QUINTANILLA A200-555-123.pdf", tmp_path / "out")
    assert done.returncode == 2
    assert "path 1 of the 1 given does not exist" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_word_that_is_no_option_is_wrong_usage(tmp_path: Path) -> None:
    assert run(tmp_path, tmp_path / "out", "--no-such-option").returncode == 2


def test_when_every_document_is_held_there_is_no_volume_and_everything_is_accounted_for(tmp_path: Path) -> None:
    given = tmp_path / "originals"
    given.mkdir()
    write_pdf(given / "locked QUINTANILLA.pdf", [NOTICE], password="not given")
    whole = write_pdf(tmp_path / "whole.pdf", [NOTICE]).read_bytes()
    (given / "cut off.pdf").write_bytes(whole[: len(whole) // 3])
    done = run(given, tmp_path / "out", "--json")
    assert done.returncode == 3, done.stderr
    result = json.loads(done.stdout)
    assert (result["volume"], result["documents"], len(result["held"])) == (None, 0, 2)
    work_product = tmp_path / "out" / "work-product"
    assert {row["status"] for row in rows(work_product / "crosswalk.csv")} == {"held"}
    assert len(rows(work_product / "held.csv")) == 2
    assert rows(work_product / "referred.csv") == []
    assert not (tmp_path / "out" / "productions").exists()


def test_an_output_folder_that_cannot_be_made_ends_with_7(originals: Path, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("in the way")
    done = run(originals, tmp_path / "a-file" / "out", "--json")
    assert done.returncode == 7
    assert "--out" in done.stderr
    assert json.loads(done.stdout)["exit_code"] == 7


def test_a_wrong_matter_file_ends_with_5_and_names_the_line(originals: Path, tmp_path: Path) -> None:
    matter = tmp_path / "matter.yaml"
    matter.write_text(MATTER.replace("digits: 6", "digits: many") + "colour: blue\n")
    done = run(originals, tmp_path / "out", "--matter", matter)
    assert done.returncode == 5
    assert f"{matter}:3: bates.digits" in done.stderr
    assert f"{matter}:5: colour" in done.stderr
    assert "Correct the line" in done.stderr


def test_a_rule_pack_with_an_unknown_basis_ends_with_6_and_names_the_line(originals: Path, tmp_path: Path) -> None:
    pack = tmp_path / "mypack"
    pack.mkdir()
    for name, text in RULE_PACK.items():
        (pack / name).write_text(text)
    matter = tmp_path / "matter.yaml"
    matter.write_text(MATTER + "packs: [./mypack]\n")
    done = run(originals, tmp_path / "out", "--matter", matter)
    assert done.returncode == 6, done.stderr
    assert f"{pack / 'rules.yaml'}:3:" in done.stderr
    assert "NOWHERE" in done.stderr
    assert "redactor rules check" in done.stderr


def test_the_same_command_again_says_that_nothing_changed_and_writes_nothing(
    small: FinishedRun, tmp_path: Path
) -> None:
    out = shutil.copytree(small.out, tmp_path / "out")  # workers share the small folder, and one run locks it
    work_product = out / "work-product"
    before = snapshot(out / "productions")
    accounts = snapshot(work_product / "volumes") | snapshot(work_product / "cache")
    done = redactor("run", small.originals, "--out", out, "--engine", "serial")
    assert done.returncode == small.code
    assert "nothing changed" in done.stdout
    assert snapshot(out / "productions") == before
    assert snapshot(work_product / "volumes") | snapshot(work_product / "cache") == accounts


def test_the_same_files_from_another_folder_are_the_same_matter(small: FinishedRun, tmp_path: Path) -> None:
    shutil.copytree(small.out, tmp_path / "out")
    out = os.path.relpath(tmp_path / "out", small.originals.parent)
    done = redactor("run", "originals", "--out", out, "--engine", "serial", cwd=small.originals.parent)
    assert done.returncode == small.code, done.stderr
    assert "nothing changed" in done.stdout


def test_after_a_change_of_the_matter_the_next_volume_issues_the_same_numbers_again(
    originals: Path, tmp_path: Path
) -> None:
    matter, out = tmp_path / "matter.yaml", tmp_path  # a matter's folder may hold its originals too
    matter.write_text(MATTER)
    assert run(originals, out, "--matter", matter).returncode == 0
    served = snapshot(out / "productions" / "VOL001")
    matter.write_text(MATTER.replace("legend: CONFIDENTIAL", "legend: ATTORNEYS' EYES ONLY"))
    done = run(originals, out, "--matter", matter)
    assert done.returncode == 0
    assert snapshot(out / "productions" / "VOL001") == served
    second = out / "productions" / "VOL002"
    manifest = json.loads((second / "MANIFEST.json").read_text())
    files = sorted(path.name for path in (second / "PDF").iterdir())
    assert files == sorted(f"{path.stem}_R1.pdf" for path in (out / "productions" / "VOL001" / "PDF").iterdir())
    assert manifest["supersedes"] == {name: f"VOL001/PDF/{name.replace('_R1', '')}" for name in files}
    assert {row["produced_path"].split("/")[1] for row in rows(out / "work-product" / "crosswalk.csv")} == {"VOL002"}


def test_only_one_run_at_a_time_works_in_a_folder(originals: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "work-product").mkdir(parents=True)
    with FileLock(out / "work-product" / ".lock"):
        done = run(originals, out)
    assert done.returncode == 7
    assert "another run is working" in done.stderr
    assert "Wait until it is done" in done.stderr


def many(folder: Path, count: int = 8) -> Path:
    """So many documents that a run can be stopped between the first and the last."""
    folder.mkdir()
    for number in range(count):
        write_pdf(folder / f"notice {number}.pdf", [(*NOTICE, f"Copy {number}")] + [STAFFING] * 2)
    return folder


def running(given: Path, out: Path) -> subprocess.Popen[str]:
    """A run that is writing: at least one copy is there, and not all of them are."""
    process = started("run", given, "--out", out, "--jobs", 2)
    staging = out / "work-product" / "staging"
    wait_until(lambda: any(staging.rglob("*.pdf")), process)
    return process


def test_ctrl_c_leaves_nothing_half_made_and_the_next_run_takes_up_what_was_read(tmp_path: Path) -> None:
    given, out = many(tmp_path / "originals"), tmp_path / "out"
    done = stopped_by(running(given, out), signal.SIGINT)
    assert done.returncode == 130, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert "it goes on where it stopped" in done.stderr
    assert_nothing_half_made(out)
    assert not (out / "productions" / "VOL001").exists()
    read = snapshot(out / "work-product" / "cache")
    assert len(read) == 3 * 8  # the flattened PDF, the reading, and its words page by page
    assert run(given, out).returncode == 0
    assert snapshot(out / "work-product" / "cache") == read
    assert len(list((out / "productions" / "VOL001" / "PDF").iterdir())) == 8


def test_a_run_that_was_killed_leaves_nothing_half_made_and_can_be_run_again(tmp_path: Path) -> None:
    given, out = many(tmp_path / "originals"), tmp_path / "out"
    done = stopped_by(running(given, out), signal.SIGKILL)
    assert done.returncode == -signal.SIGKILL
    assert_nothing_half_made(out)
    again = run(given, out)
    assert again.returncode == 0, again.stderr
    assert len(list((out / "productions" / "VOL001" / "PDF").iterdir())) == 8
    assert list((out / "work-product" / "staging").iterdir()) == []
