"""``redactor verify``: a volume of ours, one that was tampered with, and PDFs of somebody else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from commands import redactor
from drawn_originals import drawn, fill, words
from paper import NOTICE, write_pdf


@pytest.fixture(scope="module")
def produced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A matter folder with originals/ and one volume."""
    folder = tmp_path_factory.mktemp("matter")
    assert redactor("init", folder).returncode == 0
    write_pdf(folder / "originals" / "notice.pdf", [NOTICE])
    done = redactor("release", folder, "--engine", "serial")
    assert done.returncode == 0, done.stderr
    return folder


def test_our_own_volume_passes_with_and_without_the_matter(produced: Path) -> None:
    volume = produced / "productions" / "VOL001"
    done = redactor("verify", volume)
    number = next((volume / "PDF").iterdir()).stem
    assert (done.returncode, done.stdout.strip()) == (0, f"{number}: nothing found")
    done = redactor("verify", volume, "--matter", produced)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the volume: nothing found" in done.stdout


def test_a_value_that_somebody_wrote_back_into_the_volume_is_found_and_not_repeated(
    produced: Path, tmp_path: Path
) -> None:
    volume = tmp_path / "VOL001"
    shutil.copytree(produced / "productions" / "VOL001", volume)
    number = next(word for line in NOTICE for word in line.split() if word.startswith("A2"))
    text = next((volume / "TEXT").iterdir())
    text.write_text(text.read_text(encoding="utf-8") + f"\nFile {number}\n", encoding="utf-8")
    done = redactor("verify", volume, "--matter", produced)
    assert done.returncode == 8
    assert "withheld value" in done.stdout
    assert number not in done.stdout + done.stderr


def test_somebody_elses_bad_redaction_is_reported_for_people_and_for_programs(tmp_path: Path) -> None:
    secret = words(72, 130, "Marisol Quintanilla") + fill(70, 118, 200, 134)
    (tmp_path / "Marisol Quintanilla.pdf").write_bytes(drawn(secret))
    done = redactor("verify", tmp_path)
    assert done.returncode == 8
    assert "page 1: 18 letters under something dark" in done.stdout
    assert "Quintanilla" not in done.stdout + done.stderr
    told = json.loads(redactor("verify", tmp_path, "--json").stdout)
    assert [verdict["passed"] for verdict in told] == [False]


def test_a_folder_without_pdfs_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    done = redactor("verify", tmp_path)
    assert done.returncode == 4
    assert "Name a PDF, or a folder that holds some." in done.stderr
