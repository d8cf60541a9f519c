"""Two ways in which a volume could tell names without showing any: the order of its numbers, and its pseudonyms."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest

MATTER = """
matter: {name: Test}
bates: {prefix: TEST, digits: 6}
assumed: true
pseudonyms: true
roster:
  - {last_name: Muster, first_name: Wen, a_number: A200555111}
"""


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pseudonyms")
    (folder / "originals").mkdir()
    for number in range(6):
        with pymupdf.open() as document:
            page = document.new_page()
            page.insert_text((72, 100), f"Wen Muster, A200 555 111, was met. Copy {number}.", fontsize=11)
            document.save(folder / "originals" / f"{number} Muster.pdf")
    (folder / "matter.yaml").write_text(MATTER, encoding="utf-8")
    command = [sys.executable, "-m", "redactor", "run", folder / "originals", "--out", folder, "--engine", "serial"]
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return folder


def test_one_random_pseudonym_stands_for_a_persons_names_and_numbers(volume: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (volume / "productions" / "VOL001" / "TEXT").iterdir()]
    used = {name for text in texts for name in re.findall(r"PERSON-[A-Z]{4}", text)}
    assert len(used) == 1
    assert all(text.count(next(iter(used))) == 2 for text in texts)
    key = volume / "work-product" / "pseudonyms-VOL001.json"
    assert set(json.loads(key.read_text(encoding="utf-8"))) == used
    assert key.stat().st_mode & 0o077 == 0


def test_the_key_of_the_pseudonyms_does_not_leave(volume: Path) -> None:
    served = [path.name for path in (volume / "productions").rglob("*")]
    assert not [name for name in served if "pseudonym" in name]


def test_bates_numbers_do_not_follow_the_names_of_the_originals(volume: Path) -> None:
    with (volume / "work-product" / "crosswalk.csv").open(encoding="utf-8") as file:
        begins = [row["begbates"] for row in csv.DictReader(file)]
    # One chance in 720 that a keyed order is the alphabet's; the key is new in every run of this test.
    assert len(set(begins)) == 6
    assert sorted(begins) == [f"TEST{number:06}" for number in range(1, 7)]
