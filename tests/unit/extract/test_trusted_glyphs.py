"""Whether a page's glyphs are what they claim to be: a font's outlines and its map are held against each other by eye."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from drawn_originals import read

from redactor.extract.trust import Trust, same
from redactor.extract.words import words_of
from redactor.model import DocumentId

LINES = (
    "Respondent Odalys Fernbrook appeared before the court at noon.",
    "Her file number is A200 123 456 and her phone is 212-555-0143.",
)


def with_own_font(lies: dict[str, str] | None = None) -> bytes:
    """A page in a font that the file brings along, whose map says other letters than it paints."""
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=612, height=792)
        writer = pymupdf.TextWriter(page.rect)
        for number, line in enumerate(LINES):
            writer.append((72, 100 + 20 * number), line, font=pymupdf.Font("helv"), fontsize=11)
        writer.write_text(page)
        honest = bytes(pdf.tobytes())
    if not lies:
        return honest
    with pikepdf.open(io.BytesIO(honest)) as pdf:
        for font in (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing):
            font.ToUnicode.write(lying(font.ToUnicode.read_bytes(), lies))
        buffer = io.BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()


def lying(cmap: bytes, lies: dict[str, str]) -> bytes:
    """The map with an entry of its own for every code, ranges spelled out, and the lies in it."""
    entries: dict[int, int] = {}
    for low, high, first in re.findall(rb"<(\w{4})>\s*<(\w{4})>\s*<(\w{4})>", cmap.split(b"beginbfrange", 1)[-1]):
        entries |= {int(low, 16) + n: int(first, 16) + n for n in range(int(high, 16) - int(low, 16) + 1)}
    for body in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        entries |= {int(code, 16): int(value, 16) for code, value in re.findall(rb"<(\w{4})>\s*<(\w{4})>", body)}
    said = {code: ord(lies.get(chr(value), chr(value))) for code, value in entries.items()}
    lines = "\n".join(f"<{code:04X}> <{value:04X}>" for code, value in said.items())
    head = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    return f"{head}{len(said)} beginbfchar\n{lines}\nendbfchar endcmap".encode()


def test_an_honest_font_of_the_files_own_is_believed_after_a_few_lines(tmp_path: Path) -> None:
    document = read(with_own_font(), tmp_path)
    assert document.pages[0].image_dpi is None
    assert LINES[0] in document.passage("p1").text


@pytest.mark.parametrize(
    "lies",
    [dict(zip("abcdefghijklmnop", "bcdefghijklmnopa", strict=True)), {"e": "x"}],
    ids=["every letter is another", "one letter is another"],
)
def test_a_page_whose_font_paints_other_letters_is_read_by_eye(lies: dict[str, str], tmp_path: Path) -> None:
    document = read(with_own_font(lies), tmp_path)
    assert document.pages[0].image_dpi == 200
    assert LINES[0] in document.passage("p1").text
    with pymupdf.open(document.flattened) as flat:
        assert flat[0].get_text() == ""
        assert flat[0].get_fonts() == []


def test_every_line_of_a_font_is_read_once_and_no_more() -> None:
    with pymupdf.open(stream=with_own_font(), filetype="pdf") as pdf:
        trust = Trust(DocumentId("1" * 64), ("eng",))
        assert trust.believes(pdf[0], words_of(pdf[0]))
        read_once = trust.lines
        assert trust.believes(pdf[0], words_of(pdf[0]))
        assert 0 < trust.lines == read_once


@pytest.mark.parametrize(
    ("says", "shown", "agree"),
    [
        ("Hearing of Ms. Fernbrook", "Hearing of Ms. Fernbrook", True),
        ("File A200 123 456", "File AZ00 l23 4S6", True),  # as OCR reads
        ("Hearing of Ms. Fernbrook", "Weather report for May", False),
        ("the letter she sent here", "tha lattar sha sant hara", False),  # one letter is always another
        ("Hearing", "", False),
    ],
)
def test_what_a_line_says_and_what_it_shows(says: str, shown: str, agree: bool) -> None:
    assert same(says, shown) is agree
