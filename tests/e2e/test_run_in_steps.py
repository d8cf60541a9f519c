"""The job of ``run`` in steps: init, scan, release."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pymupdf


def redactor(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "redactor", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def memo(path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), "Respondent: WEN MUSTER    File No: A200 555 111", fontsize=11)
        page.insert_text((72, 130), "The provisions of 8 U.S.C. 1367 have been complied with.", fontsize=11)
        document.save(path)


def test_init_scan_and_release_make_the_volume_that_run_makes(tmp_path: Path) -> None:
    folder = tmp_path / "matter"
    made = redactor("init", str(folder))
    assert made.returncode == 0
    assert (folder / "matter.yaml").is_file()
    memo(folder / "originals" / "memo.pdf")

    scanned = redactor("scan", str(folder), "--engine", "serial", "--json")
    assert scanned.returncode == 0, scanned.stderr
    assert json.loads(scanned.stdout)["dispositions"]["redact"] >= 2
    assert not (folder / "productions").exists()

    released = redactor("release", str(folder), "--engine", "serial", "--json")
    assert released.returncode == 0, released.stderr
    text = next((folder / "productions" / "VOL001" / "TEXT").glob("*.txt")).read_text(encoding="utf-8")
    assert "MUSTER" not in text
    assert "have been complied with" in text


def test_init_touches_no_matter_file_that_is_there(tmp_path: Path) -> None:
    redactor("init", str(tmp_path))
    before = (tmp_path / "matter.yaml").read_bytes()
    again = redactor("init", str(tmp_path))
    assert again.returncode == 2
    assert (tmp_path / "matter.yaml").read_bytes() == before


def test_a_folder_without_originals_is_refused_with_advice(tmp_path: Path) -> None:
    redactor("init", str(tmp_path))
    shutil.rmtree(tmp_path / "originals")
    refused = redactor("scan", str(tmp_path))
    assert refused.returncode == 2
    assert "redactor init" in refused.stderr
