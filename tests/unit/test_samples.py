"""The demo matter is drawn, not edited: its files follow from the script, and its truth can be read from its files."""

from __future__ import annotations

import csv
import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TypedDict

import pikepdf
import pymupdf
import pytest
import yaml

SAMPLES = Path(__file__).parents[2] / "samples"
DEMO = SAMPLES / "demo-matter"
NAMES = sorted(path.name for path in (DEMO / "originals").glob("*.pdf"))
FREE_FOOT = 40.0  # points below the last line, where a legend and a Bates number are stamped


class Verdict(TypedDict):
    """One entry of truth.json."""

    protected: list[str]
    must_stay: list[str]
    off_page: dict[str, list[str]]


Truth = dict[str, Verdict]


@pytest.fixture(scope="module")
def truth() -> Truth:
    found: Truth = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(params=NAMES)
def original(request: pytest.FixtureRequest) -> Path:
    return DEMO / "originals" / str(request.param)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def pages_text(pdf: pymupdf.Document) -> str:
    return squeezed("\n".join(page.get_text() for page in pdf.pages()))


def off_page_text(path: Path) -> dict[str, str]:
    """The text at every place off the visible page, by the address that the truth gives it."""
    found = {"name": path.name}
    with pymupdf.open(path) as pdf:
        found["outline"] = "\n".join(entry[1] for entry in pdf.get_toc())
        found.update((f"p{number}/hidden", page.get_text()) for number, page in enumerate(pdf.pages(), 1))
        for number in range(pdf.embfile_count()):
            with pymupdf.open(stream=pdf.embfile_get(number), filetype="pdf") as attached:
                found[f"attachment:{number + 1}"] = pages_text(attached)
    with pymupdf.open(stream=_uncropped(path), filetype="pdf") as pdf:
        found.update((f"p{number}/off-crop", page.get_text()) for number, page in enumerate(pdf.pages(), 1))
    with pikepdf.open(path) as pdf:
        found.update((f"meta:{key.lstrip('/')}", str(value)) for key, value in pdf.docinfo.items())
        if "/Metadata" in pdf.Root:
            found["xmp"] = pdf.Root.Metadata.read_bytes().decode()
        found.update(_annotations(pdf))
        found.update(_fields(pdf))
    found["revision"] = _earlier_revision(path.read_bytes())
    return found


def _earlier_revision(file: bytes) -> str:
    if b"/Prev" not in file[file.rindex(b"trailer") :]:
        return ""
    earlier = file[: file.rindex(b"%%EOF", 0, file.rindex(b"%%EOF")) + len(b"%%EOF\n")]
    with pymupdf.open(stream=earlier, filetype="pdf") as revision:
        return pages_text(revision)


def _uncropped(path: Path) -> bytes:
    target = BytesIO()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            if "/CropBox" in page:
                del page.CropBox
        pdf.save(target)
    return target.getvalue()


def _annotations(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    for number, page in enumerate(pdf.pages, 1):
        notes = links = 0
        for annotation in page.get("/Annots", []):
            if annotation.Subtype == "/Text":
                notes += 1
                yield f"annot:p{number}/{notes}", str(annotation.Contents)
            if annotation.Subtype == "/Link":
                links += 1
                yield f"link:p{number}/{links}", str(annotation.A.URI)


def _fields(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    if "/AcroForm" not in pdf.Root:
        return
    for field in pdf.Root.AcroForm.Fields:
        for prefix, key in (("field", "/V"), ("tooltip", "/TU"), ("default", "/DV")):
            if key in field:
                yield f"{prefix}:{field.T}", str(field[key])


def test_drawing_again_gives_the_committed_files_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SAMPLES / "draw_demo_matter.py"), str(tmp_path)], check=True, timeout=120)
    drawn = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    committed = {path.relative_to(DEMO): path.read_bytes() for path in DEMO.rglob("*") if path.is_file()}
    assert drawn.keys() == committed.keys()
    assert [name for name in drawn if drawn[name] != committed[name]] == []


def test_the_matter_is_large_enough_to_rehearse_on_and_small_enough_to_keep() -> None:
    sizes = [path.stat().st_size for path in (DEMO / "originals").iterdir()]
    pages = sum(pymupdf.open(DEMO / "originals" / name).page_count for name in NAMES)
    assert len(sizes) >= 16
    assert pages >= 44
    assert sum(sizes) < 2_000_000


def test_every_original_has_a_truth_and_only_originals_have(truth: Truth) -> None:
    assert sorted(truth) == NAMES


def test_every_protected_text_can_be_read_from_its_original(original: Path, truth: Truth) -> None:
    verdict = truth[original.name]
    elsewhere = off_page_text(original)
    off_page = verdict["off_page"]
    for address, texts in off_page.items():
        assert [text for text in texts if text not in squeezed(elsewhere[address])] == [], address
    with pymupdf.open(original) as pdf:
        readable = pages_text(pdf)
    carried = {text for texts in off_page.values() for text in texts}
    assert [text for text in verdict["protected"] if text not in readable and text not in carried] == []


def test_every_text_that_must_stay_can_be_read_on_a_page(original: Path, truth: Truth) -> None:
    elsewhere = off_page_text(original).get("outline", "")
    with pymupdf.open(original) as pdf:
        readable = pages_text(pdf)
    assert [text for text in truth[original.name]["must_stay"] if text not in readable and text not in elsewhere] == []


def test_no_text_that_must_stay_holds_a_protected_one(original: Path, truth: Truth) -> None:
    verdict = truth[original.name]
    assert [(p, k) for p in verdict["protected"] for k in verdict["must_stay"] if p in k] == []


def test_no_two_words_overlap_and_the_foot_of_every_page_is_free(original: Path) -> None:
    with pymupdf.open(original) as pdf:
        for page in pdf.pages():
            boxes = [pymupdf.Rect(word[:4]) * page.rotation_matrix for word in page.get_text("words")]
            cores = [_core(box) for box in boxes]
            overlaps = [a for number, a in enumerate(cores) for b in cores[number + 1 :] if a.intersects(b)]
            assert overlaps == [], f"page {page.number + 1}"
            assert max(box.y1 for box in boxes) <= page.rect.height - FREE_FOOT, f"page {page.number + 1}"


def _core(box: pymupdf.Rect) -> pymupdf.Rect:
    """The middle of a word's box: ascent and descent of neighbouring lines may touch, the letters may not."""
    third = box.height * 0.3
    return pymupdf.Rect(box.x0 + 0.5, box.y0 + third, box.x1 - 0.5, box.y1 - third)


def test_telephone_numbers_and_private_mail_lead_to_nobody(original: Path) -> None:
    with pymupdf.open(original) as pdf:
        text = pages_text(pdf) + "\n".join(off_page_text(original).values())
    phones = re.findall(r"(?<![\d-])\(?\d{3}\)?[ -](\d{3}-\d{4})(?!\d)", text)
    hosts = re.findall(r"[\w.]+@([\w.]+\w)", text)
    assert [phone for phone in phones if not phone.startswith("555-01")] == []
    assert [host for host in hosts if not re.search(r"(^|\.)example\.(org|gov)$", host)] == []


def test_a_value_that_breaks_over_a_line_end_is_part_of_the_matter(truth: Truth) -> None:
    with pymupdf.open(DEMO / "originals" / "EARM_export_I213_I831.pdf") as pdf:
        raw = "".join(page.get_text() for page in pdf.pages())
    assert "A209\n876 543" in raw
    assert "ADEBIMPE-\nOKONJOLA" in raw
    assert "A209 876 543" in truth["EARM_export_I213_I831.pdf"]["protected"]


def test_the_memo_about_officers_has_nothing_to_withhold(truth: Truth) -> None:
    memo = truth["Courthouse team staffing FY20.pdf"]
    assert memo["protected"] == []
    assert "DO A. MUESTRA" in memo["must_stay"]


def test_the_matter_file_names_the_request_the_order_and_the_roster() -> None:
    matter = yaml.safe_load((DEMO / "matter.yaml").read_text(encoding="utf-8"))
    assert matter["matter"]["docket"] == "19-cv-8876"
    assert matter["requests"][0]["number"] == 8
    assert matter["requests"][0]["response"]["asserted"] == ["TPS", "1367-U", "1367-T", "1367-VAWA", "ASYLUM"]
    assert matter["orders"][0]["permits"] == ["PO"]
    assert (DEMO / matter["roster"]).is_file()


def test_a_person_denied_with_appeals_exhausted_has_proof_and_a_sign_off_in_the_roster() -> None:
    with (DEMO / "roster.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    denied = [row for row in rows if row["status"] == "denied_final"]
    assert len(rows) == 4
    assert len(denied) == 1
    assert all(denied[0][column] for column in ("denied", "appeals_exhausted", "proof", "signed_off_by"))


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        (("[[Ejemplo]] called.", "Ask Ejemplo."), "stands unmarked"),
        (("[[Ejemplo]] called.", "<<Officer Ejemplo>>"), "stands unmarked"),
        (("<<Officer of [[Ejemplo]]>>",), "nested or left open"),
        (("[[Ejemplo called.",), "nested or left open"),
    ],
)
def test_a_drawing_that_contradicts_itself_is_refused(
    marked: tuple[str, ...], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(SAMPLES))
    sheet = importlib.import_module("drawing.sheet")
    drawing = sheet.Drawing("clash.pdf")
    with pytest.raises(sheet.DrawingError, match=why):
        for text in marked:
            drawing.read(text)
        drawing.truth()
