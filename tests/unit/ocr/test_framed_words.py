"""Cells of forms: the sides of their frames are no words, and words that touch a frame are no higher than printed."""

from __future__ import annotations

import pymupdf
import pytest
from scans import grey_of, scanned

from redactor.geometry import bounds
from redactor.model import Quad
from redactor.ocr import Reading, read
from redactor.ocr.reading import ReadWord
from redactor.ocr.tesseract import BAR, _of_one_height, _without_frame

DPI = 200
CELLS = (("2.a. Family Name", "Thistlewood-Quinn"), ("2.b. Given Name", "Odalys"), ("4. Telephone", "212-555-0143"))


def form() -> bytes:
    """Narrow cells side by side, as an official form has them, and a sentence that begins with I."""
    with pymupdf.open() as pdf:
        leaf = pdf.new_page(width=520, height=130)
        for at, (label, value) in enumerate(CELLS):
            x = 30 + 155 * at
            leaf.insert_text((x, 30), label, fontsize=8, fontname="helv")
            leaf.draw_rect((x, 34, x + 150, 51), width=0.9)
            leaf.insert_text((x + 2, 47), value, fontsize=10, fontname="helv")
        leaf.insert_text((30, 90), "I am an attorney, and I practice law in New York | Boston.", fontsize=10)
        return bytes(pdf.tobytes())


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(grey_of(scanned(form(), dpi=DPI, skew=0.0, noise=3.0, fax=True)), DPI)


def test_what_stands_in_a_cell_is_read_and_its_frame_is_not(reading: Reading) -> None:
    said = [word.text for word in reading.words]
    assert "Thistlewood-Quinn" in said
    assert "odalys" in [word.lower() for word in said]  # a capital on a fax is not always read as one
    assert "".join(said).count("2-555-0143") == 1
    assert said.count(BAR) == 1


def test_words_in_cells_are_as_high_as_they_were_printed(reading: Reading) -> None:
    heights = [bounds(w.quad).y1 - bounds(w.quad).y0 for w in reading.words if w.text in {v for _, v in CELLS}]
    assert max(heights) < 1.25 * 10 / 72 * DPI


def test_a_bar_as_high_as_a_capital_is_the_word_i(reading: Reading) -> None:
    assert [word.text for word in reading.words].count("I") == 2


def line(*words: tuple[str, float]) -> list[ReadWord]:
    """Words of one line by their heights above it."""
    return [
        ReadWord(
            text, Quad((20.0 * at, -high), (20.0 * at + 9, -high), (20.0 * at + 9, 0), (20.0 * at, 0)), 0.9, 1, (), 1
        )
        for at, (text, high) in enumerate(words)
    ]


def test_a_frame_s_side_does_not_say_how_high_a_line_is() -> None:
    words = list(_of_one_height(line((BAR, 30.0), ("Row", 21.0), ("on", 15.0))))
    assert [-word.quad.ul[1] for word in words] == [30.0, 21.0, 21.0]


def test_a_side_read_as_a_letter_goes_and_a_letter_grown_into_a_line_is_as_high_as_printed() -> None:
    side, grown = ("l", (0, 0, 3, 50)), ("o", (5, 1, 18, 50))
    letters = [side, grown, ("w", (20, 20, 40, 35)), ("e", (42, 20, 55, 35)), ("d", (57, 14, 70, 35))]
    left, box = _without_frame(letters, (0, 0, 70, 50), ((0, 35), (70, 35)))
    assert "".join(letter for letter, _ in left) == "owed"
    assert (box[1], box[3]) == (14, 35)
    assert _without_frame(letters[2:], (20, 14, 70, 35), ((0, 35), (70, 35))) == (letters[2:], (20, 14, 70, 35))
