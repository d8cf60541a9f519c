"""An embedded font says nothing of letters that were taken out: neither by a sum over them nor by their number (hazard
18). Fonts are subsets as a printer driver makes them, with the numbers that glyphs have in the whole font."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from drawn_originals import Withheld, read, spans_of, withhold
from pikepdf import Dictionary, Name

from redactor.write.truetype import plain_truetype

FONT = Path("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf")
SHORT, LONG = "Ibo Balli", "Ýzzy Quýzz"
"""The second has the highest glyphs of the page."""

pytestmark = pytest.mark.skipif(not FONT.exists(), reason="Liberation fonts are not installed (fonts-liberation)")


def printed(name: str) -> bytes:
    """A page in an embedded subset, whose sums are those of a program with all of its letters."""
    with pymupdf.open() as document:
        page = document.new_page(width=612, height=792)
        page.insert_font(fontname="F0", fontfile=str(FONT))
        for at, line in enumerate(("Memorandum to the file", f"It is about {name}", "and the clerk of the part.")):
            page.insert_text((72, 100 + 20 * at), line, fontname="F0", fontsize=11)
        document.subset_fonts()
        data = document.tobytes(garbage=3)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        program = _programs(pdf)[0]
        fingerprint = struct.pack(">I", sum(map(ord, name)) * 65537)  # as the driver's sum: another for each name
        at = program.read_bytes().index(b"head")
        (head,) = struct.unpack_from(">I", program.read_bytes(), at + 8)
        written = program.read_bytes()
        program.write(written[: head + 8] + fingerprint + written[head + 12 :])
        buffer = io.BytesIO()
        pdf.save(buffer, static_id=True)
        return buffer.getvalue()


def _programs(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    descriptors = [
        thing for thing in pdf.objects if isinstance(thing, Dictionary) and thing.get("/Type") == Name.FontDescriptor
    ]
    return [each.FontFile2 for each in descriptors if "/FontFile2" in each]


def without(name: str, folder: Path) -> Withheld:
    folder.mkdir(exist_ok=True)
    document = read(printed(name), folder)
    return withhold(document, spans_of(document, name), folder, values=(name,))


def test_a_font_program_is_the_same_whatever_letters_it_had(tmp_path: Path) -> None:
    one, other = without(SHORT, tmp_path / "one"), without(LONG, tmp_path / "other")
    assert (one.failed, other.failed) == ([], [])
    with pikepdf.open(one.copy.path) as first, pikepdf.open(other.copy.path) as second:
        found, wanted = ([program.read_bytes() for program in _programs(pdf)] for pdf in (first, second))
    assert found == wanted


def test_a_program_keeps_what_it_shows() -> None:
    whole = FONT.read_bytes()
    cut = plain_truetype(whole, {36, 68})
    assert pymupdf.Font(fontbuffer=cut).glyph_count == pymupdf.Font(fontbuffer=whole).glyph_count  # all have outlines
    with pytest.raises(ValueError, match="TrueType"):
        plain_truetype(b"OTTO" + whole[4:], None)
    with pytest.raises(ValueError, match="cannot be read"):
        plain_truetype(whole[:200], None)
