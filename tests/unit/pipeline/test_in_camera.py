"""The set for the court's eyes shows everything, and cannot become a volume."""

from __future__ import annotations

import io
import json
import stat
from pathlib import Path

import pikepdf
import pypdf
import pytest
from paper import NOTICE
from small_matter import SmallMatter, small_matter

from redactor.errors import InputError, OutputError
from redactor.pipeline import CameraSet, camera_set, doubted, scan
from redactor.pipeline.verification import verified_again
from redactor.produce import publish
from redactor.write import BANNER

PASSWORD = "a long enough password"


def made(tmp_path: Path) -> tuple[SmallMatter, CameraSet]:
    matter = small_matter(tmp_path, {"a.pdf": NOTICE})
    job = matter.job()
    return matter, camera_set(job, scan(job), PASSWORD)


def text_of(path: Path) -> str:
    reader = pypdf.PdfReader(path, password=PASSWORD)
    return "\n".join(page.extract_text() for page in reader.pages)


def test_the_document_is_whole_with_numbered_outlines_banner_and_bates_numbers(tmp_path: Path) -> None:
    matter, camera = made(tmp_path)
    matter.released()
    [pdf] = [path for path in camera.folder.glob("*.pdf") if path.name != "INDEX.pdf"]
    text = text_of(pdf)
    withheld = [line for line in NOTICE if line not in matter.text("a.pdf")]
    assert withheld and all(word in text for line in withheld for word in line.split())
    assert BANNER in text and pdf.stem in text
    with pikepdf.open(io.BytesIO(pdf.read_bytes()), password=PASSWORD) as document:
        content = document.pages[0].Contents
        data = b"".join(c.read_bytes() for c in content) if isinstance(content, pikepdf.Array) else content.read_bytes()
    assert data.count(b"\nS\n") + data.count(b"\ns\n") + data.count(b" S\n") >= camera.boxes > 0


def test_the_index_names_every_box_and_repeats_no_value(tmp_path: Path) -> None:
    matter, camera = made(tmp_path)
    matter.released()
    index = text_of(camera.folder / "INDEX.pdf")
    produced = matter.text("a.pdf")
    gone = {word for line in NOTICE for word in line.split() if len(word) > 5 and word not in produced}
    assert gone and not any(word in index for word in gone)
    numbers = index.split()
    assert all(str(number) in numbers for number in range(1, camera.boxes + 1))


def test_nothing_of_it_opens_without_the_password(tmp_path: Path) -> None:
    _, camera = made(tmp_path)
    for pdf in camera.folder.glob("*.pdf"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(pdf)
    assert stat.S_IMODE(camera.folder.stat().st_mode) == 0o700


def test_it_can_be_neither_verified_nor_published_as_a_volume(tmp_path: Path) -> None:
    matter, camera = made(tmp_path)
    with pytest.raises(InputError, match="in camera"):
        list(doubted(camera.folder))
    with pytest.raises(InputError, match="in camera"):
        verified_again(camera.folder, matter.job())
    with pytest.raises(OutputError):
        publish(camera.folder, matter.productions, "VOL001")
    assert not matter.productions.exists()


def test_a_second_set_stands_beside_the_first_and_the_next_scan_reads_neither(tmp_path: Path) -> None:
    matter, first = made(tmp_path)
    job = matter.job()
    second = camera_set(job, scan(job), PASSWORD)
    assert (first.folder.name, second.folder.name) == ("SET001", "SET002")
    held = json.loads((second.folder / "IN-CAMERA.json").read_text(encoding="utf-8"))
    assert (held["documents"], held["boxes"]) == (1, second.boxes)
    assert len(matter.scanned().originals) == 1
