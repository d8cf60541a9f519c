"""Pictures are read however they lie, and every word's place is that on the picture as it was given."""

from __future__ import annotations

import io

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageDraw
from scans import grey_of, scanned

from redactor.errors import SetupError
from redactor.geometry import bounds
from redactor.model import Rect
from redactor.ocr import Reading, page, read, read_line
from redactor.ocr.reading import Grey

DPI = 200
LINES = (
    "Respondent Odalys Fernbrook appeared before the court.",
    "Her file number is A200 123 456, opened on 03/04/2019.",
    "She may be reached at 212-555-0143 or by mail to the clinic.",
    "The hearing was adjourned and no date has been set for it.",
)
NAME = "Fernbrook"


def sheet(*extra: tuple[float, float, str]) -> bytes:
    """A small page of prose; ``extra`` are texts at places of their own (points)."""
    with pymupdf.open() as pdf:
        leaf = pdf.new_page(width=400, height=220)
        for number, line in enumerate(LINES):
            leaf.insert_text((40, 60 + 18 * number), line, fontsize=11, fontname="tiro")
        for x, y, text in extra:
            leaf.insert_text((x, y), text, fontsize=11, fontname="tiro")
        return bytes(pdf.tobytes())


def picture(**how: float | bool) -> Grey:
    return grey_of(scanned(sheet(), dpi=DPI, **how), dpi=DPI)  # type: ignore[arg-type]


def box_of(reading: Reading, text: str) -> Rect:
    (word,) = [word for word in reading.words if word.text.startswith(text)]
    return bounds(word.quad)


def ink_share(grey: Grey, box: Rect) -> float:
    part = grey[int(box.y0) : int(box.y1) + 1, int(box.x0) : int(box.x1) + 1]
    return float((part < 128).mean())


@pytest.mark.parametrize("how", [{"skew": 0.0}, {"skew": 2.5}, {"skew": -1.0, "turns": 1}, {"turns": 2}, {"fax": True}])
def test_words_are_read_and_placed_however_the_sheet_lay(how: dict[str, float | bool]) -> None:
    grey = picture(**how)
    reading = read(grey, DPI)
    text = " ".join(word.text for word in reading.words)
    assert all(part in text for part in ("Odalys", NAME, "123", "456,", "212-555-0143"))
    box = box_of(reading, NAME)
    assert 0.05 < ink_share(grey, box) < 0.6
    blotted = Image.fromarray(grey)
    ImageDraw.Draw(blotted).rectangle((box.x0 - 4, box.y0 - 4, box.x1 + 4, box.y1 + 4), fill=255)
    assert NAME not in " ".join(word.text for word in read(np.asarray(blotted), DPI).words)


def test_quads_name_their_corners_as_the_text_is_read() -> None:
    reading = read(picture(skew=0.0, turns=1), DPI)  # turned clockwise: the text reads downwards
    (word,) = [word for word in reading.words if word.text == NAME]
    assert reading.turned == 3
    assert word.quad.ur[1] - word.quad.ul[1] > 50
    assert abs(word.quad.ur[0] - word.quad.ul[0]) < 5


def test_edges_part_a_word_where_its_letters_do() -> None:
    (word,) = [word for word in read(picture(skew=0.0), DPI).words if word.text == "212-555-0143"]
    assert len(word.edges) == len(word.text) + 1
    assert word.edges[0] == 0.0 and word.edges[-1] == 1.0
    assert list(word.edges) == sorted(word.edges)
    assert word.edges[4] == pytest.approx(0.33, abs=0.04)


def test_a_coarse_picture_is_read_all_the_same() -> None:
    reading = read(grey_of(scanned(sheet(), dpi=100, skew=0.5), dpi=100), 100)
    assert NAME in [word.text for word in reading.words]
    assert bounds(reading.words[0].quad).x1 < 400 * 100 / 72


@pytest.mark.parametrize("levels", [255, 0, 246])
def test_a_blank_picture_has_no_words(levels: int) -> None:
    paper = np.random.default_rng(1).normal(levels, 4, (400, 600))
    assert read(np.clip(paper, 0, 255).astype(np.uint8), DPI) == Reading(())


def test_a_picture_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    grey = picture(skew=0.3)
    first = read(grey, DPI)
    monkeypatch.setattr(page, "_read", lambda *_: pytest.fail("read again"))
    assert read(grey.copy(), DPI) == first


def test_a_missing_language_says_what_to_install() -> None:
    with pytest.raises(SetupError, match="OCR has no data for: xyz") as caught:
        read(picture(skew=0.1), DPI, ("eng", "xyz"))
    assert "traineddata" in caught.value.remedy


def test_a_line_of_its_own_is_read_as_one() -> None:
    grey = picture(skew=0.0)
    top, bottom = (round(y * DPI / 72) for y in (48, 64))
    assert [word.text for word in read_line(grey[top:bottom], DPI).words][:2] == ["Respondent", "Odalys"]


def scribbled(grey: Grey) -> Grey:
    """With a signature beneath the text and a long rule below it."""
    image = Image.fromarray(grey)
    draw = ImageDraw.Draw(image)
    points = [(300 + 4 * n, 420 + 30 * np.sin(n / 3) + 12 * np.sin(n * 1.7)) for n in range(60)]
    draw.line([(float(x), float(y)) for x, y in points], fill=30, width=4)
    draw.line([(100, 520), (1000, 520)], fill=30, width=3)
    return np.asarray(image)


def test_a_signature_is_left_over_and_a_rule_is_not() -> None:
    plain, signed = (read(grey, DPI) for grey in (picture(skew=0.0), scribbled(picture(skew=0.0))))
    assert plain.unread == ()
    box = bounds(signed.unread[0])
    assert len(signed.unread) == 1
    assert (box.x0, box.x1) == pytest.approx((300, 538), abs=16)
    assert box.y1 < 510


def test_a_pale_stamp_beside_black_print_is_not_overlooked() -> None:
    image = Image.fromarray(picture(skew=0.0))
    ImageDraw.Draw(image).ellipse((700, 380, 900, 520), outline=180, width=9)
    assert len(read(np.asarray(image), DPI).unread) == 1


def test_reading_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    buffer = io.BytesIO()
    Image.fromarray(picture(skew=0.7)).save(buffer, "PNG")
    read(np.asarray(Image.open(buffer)), DPI)
    assert capfd.readouterr() == ("", "")
