"""Fonts list the letters that were set in them; a list that outlives its letters spells the name they made.

Every page here sets "The officer met Marisol Quintanilla" in a font of its own, with codes in the order of first use.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from drawn_originals import SECRET, array, attacked, drawn, leaks, rendered, shown_text, words
from pikepdf import Dictionary, Name, Object, Pdf

from redactor.write.scrub import scrub

LINE = f"The officer met {SECRET}"
ORDER = "".join(dict.fromkeys(LINE))
GONE = sorted(set(SECRET) - set("The officer met "))
"""Letters that stand only in the secret."""

FIRST = 33


def glyph(letter: str) -> str:
    return "/space" if letter == " " else f"/{letter}"


def differences() -> Dictionary:
    return Dictionary(Type=Name.Encoding, Differences=array(FIRST, *(Name(glyph(letter)) for letter in ORDER)))


def to_unicode(pdf: Pdf, first: int, digits: int) -> pikepdf.Stream:
    entries = " ".join(f"<{first + n:0{digits}x}> <{ord(letter):04x}>" for n, letter in enumerate(ORDER))
    ends = f"<{'0' * digits}> <{'f' * digits}>"
    return pdf.make_stream(
        f"begincmap 1 begincodespacerange {ends} endcodespacerange {len(ORDER)} beginbfchar {entries} endbfchar endcmap".encode()
    )


def simple(pdf: Pdf) -> Dictionary:
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=differences(), FirstChar=FIRST,
        LastChar=FIRST + len(ORDER) - 1, Widths=array(*(500 + n for n in range(len(ORDER)))),
        ToUnicode=to_unicode(pdf, FIRST, 2),
    )  # fmt: skip


def drawn_glyphs(pdf: Pdf) -> Dictionary:
    inner = pdf.pages[0].obj.Resources.Font.F1
    drawings = {
        glyph(letter): pdf.make_stream(f"600 0 d0 BT /F1 1000 Tf ({letter}) Tj ET".encode()) for letter in ORDER
    }
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=array(0, -200, 1000, 1000), CharProcs=Dictionary(drawings),
        FontMatrix=array(0.001, 0, 0, 0.001, 0, 0), Encoding=differences(), FirstChar=FIRST,
        LastChar=FIRST + len(ORDER) - 1, Widths=array(*[600] * len(ORDER)), ToUnicode=to_unicode(pdf, FIRST, 2),
        Resources=Dictionary(Font=Dictionary(F1=inner)),
    )  # fmt: skip


def set_in(make: Callable[[Pdf], Dictionary], line: str = LINE, digits: int = 2) -> bytes:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        page.obj.Resources.Font.F2 = pdf.make_indirect(make(pdf))

    codes = "".join(f"{FIRST + ORDER.index(letter):0{digits}x}" for letter in line)
    return drawn(words(72, 300, "Plain.") + f"BT /F2 12 Tf 72 600 Td <{codes}> Tj ET\n".encode(), change=change)


def inventory(font: Object) -> str:
    """What the font's dictionary and its map to Unicode say, as text."""
    said = [font.unparse(resolved=True).decode("latin-1")]
    if isinstance(table := font.get("/ToUnicode"), pikepdf.Stream):
        said.append(table.read_bytes().decode("latin-1").upper())
    return " ".join(said)


def fonts_of(data: bytes, kind: str) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = [thing for thing in pdf.objects if isinstance(thing, Dictionary) and thing.get("/Subtype") == kind]
        # The writer's own font, for labels and numbers, has letters of its own.
        return [inventory(font) for font in fonts if b"FontFile3" not in font.unparse(resolved=True)]


@pytest.mark.parametrize(
    ("make", "digits", "kind"),
    [(simple, 2, "/Type1"), (drawn_glyphs, 2, "/Type3")],
    ids=["encoding and widths", "drawn glyphs"],
)
def test_a_simple_font_forgets_the_letters_that_are_gone(
    make: Callable[[Pdf], Dictionary], digits: int, kind: str, tmp_path: Path
) -> None:
    copy = attacked(set_in(make, digits=digits), tmp_path)
    assert copy.failed == []
    assert leaks(copy.data) == []
    assert "The officer met" in shown_text(copy.data)
    said = [font for font in fonts_of(copy.data, kind) if "Differences" in font]
    assert said
    for font in said:
        assert [letter for letter in GONE if f"/{letter} " in font or f"<{ord(letter):04X}>" in font] == []
        assert [n for n, letter in enumerate(ORDER) if letter in GONE and f" {500 + n} " in font] == []


def test_a_composite_font_forgets_widths_and_meanings_of_the_glyphs_that_are_gone(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page(width=612, height=792)
        page.insert_font(fontname="T1", fontbuffer=pymupdf.Font("tiro").buffer)
        page.insert_text((72, 72), LINE, fontname="T1", fontsize=12)
        copy = attacked(document.tobytes(), tmp_path)
    assert copy.failed == []
    assert leaks(copy.data) == []
    said = shown_text(copy.data)
    assert "The officer met" in said
    with pikepdf.open(io.BytesIO(copy.data)) as pdf:
        fonts = [font for font in pdf.pages[0].obj.Resources.Font.values() if font.Subtype == Name.Type0]
        tables = [font.ToUnicode.read_bytes().decode("ascii") for font in fonts]
        widths = [len(each) for font in fonts for each in font.DescendantFonts[0].W if isinstance(each, pikepdf.Array)]
    meanings = [chr(int(code, 16)) for table in tables for code in re.findall(r"<....> <(....)>", table)]
    assert set(meanings) - set(said) <= {"\uffff"}  # what MuPDF writes for a glyph without a character
    assert sum(widths) <= len(meanings)  # a glyph of the default width has no entry


def test_a_font_in_which_nothing_is_shown_any_more_tells_nothing() -> None:
    data = set_in(simple, line="")
    assert [font for font in fonts_of(data, "/Type1") if "Differences" in font]
    scrubbed = scrub(data)
    assert [font for font in fonts_of(scrubbed, "/Type1") if "Differences" in font] == []
    assert rendered(scrubbed) == rendered(data)


def test_a_form_that_inherits_its_font_keeps_its_letters() -> None:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        page.obj.Resources.Font.F2 = simple(pdf)
        codes = "".join(f"{FIRST + ORDER.index(letter):02x}" for letter in "The officer")
        form = pdf.make_stream(f"BT 72 500 Td <{codes}> Tj ET".encode())
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, array(0, 0, 612, 792)
        page.obj.Resources.XObject = Dictionary(X0=form)

    data = drawn(words(72, 72, "Plain.") + b"q BT /F2 12 Tf ET /X0 Do Q\n", change=change)
    scrubbed = scrub(data)
    assert "The officer" in shown_text(scrubbed)
    assert rendered(scrubbed) == rendered(data)
