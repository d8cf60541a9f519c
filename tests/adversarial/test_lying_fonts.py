"""Fonts that paint one thing and say another: what they say counts for nothing, and the page is read by eye."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from drawn_originals import SECRET, Change, array, drawn, helvetica, read, shown_text, withhold, words
from pikepdf import Dictionary, Name, Pdf
from rapidfuzz.fuzz import ratio

from redactor.model import Document, Span
from redactor.shadow import squash

PROSE = b"".join(words(72, 72 + 14 * n, "Every word of this line can be read by anybody at all.") for n in range(24))
COVER = "The office was closed"[: len(SECRET)].ljust(len(SECRET), "d")
"""What the font says instead of the secret, letter by letter."""


def to_unicode(pdf: Pdf, says: dict[int, str], *, as_range: bool = False) -> pikepdf.Stream:
    """A map from codes of one byte."""
    entries = [f"<{code:02x}> <{text.encode('utf-16-be').hex()}>" for code, text in says.items()]
    if as_range:
        entries = [f"<{code:02x}> <{code:02x}> [<{text.encode('utf-16-be').hex()}>]" for code, text in says.items()]
    kind = "bfrange" if as_range else "bfchar"
    body = f"{len(entries)} begin{kind}\n" + "\n".join(entries) + f"\nend{kind}"
    return pdf.make_stream(
        b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n" + body.encode() + b"\nendcmap"
    )


def glyph_name(character: str) -> Name:
    return Name("/space" if character == " " else f"/{character}")


def renamed(says: str, *, shows: str = SECRET, as_range: bool = False) -> Change:
    """F2 is Helvetica whose codes from 33 on paint ``shows`` and say ``says``."""

    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        names = array(33, *(glyph_name(character) for character in shows))
        map_ = to_unicode(pdf, {33 + n: letter for n, letter in enumerate(says)}, as_range=as_range)
        font = helvetica(ToUnicode=map_)
        font.Encoding = Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=names)
        page.obj.Resources.Font.F2 = font

    return change


def codes(count: int = len(SECRET), first: int = 33) -> bytes:
    shown = "".join(f"{first + n:02x}" for n in range(count))
    return f"BT /F2 11 Tf 1 0 0 1 72 194 Tm <{shown}> Tj ET\n".encode()


def assert_read_by_eye(document: Document) -> None:
    assert document.pages[0].image_dpi is not None
    shown = document.passage("p1").text.splitlines()[-1].removeprefix("Report.")
    assert ratio(squash(shown), squash(SECRET)) >= 90  # glyphs that stand as far apart as a typewriter's are read badly
    assert shown_text(document.flattened.read_bytes()).strip() == ""


@pytest.mark.parametrize("as_range", [False, True])
def test_a_map_that_disagrees_with_the_names_of_the_glyphs(as_range: bool, tmp_path: Path) -> None:
    document = read(drawn(PROSE + codes(), change=renamed(COVER, as_range=as_range)), tmp_path)
    assert COVER.split()[0] not in document.passage("p1").text.splitlines()[-1]
    assert_read_by_eye(document)


def test_what_the_font_said_is_hidden_text(tmp_path: Path) -> None:
    document = read(drawn(PROSE + codes(), change=renamed(COVER)), tmp_path)
    assert "office" in document.passage("p1/hidden").text
    assert "office" not in shown_text(document.flattened.read_bytes())


def test_a_map_that_disagrees_with_the_standard_encoding(tmp_path: Path) -> None:
    def shifted(pdf: Pdf, page: pikepdf.Page) -> None:
        says = {code: chr(code + 1) for code in range(0x41, 0x7A)}
        page.obj.Resources.Font.F2 = helvetica(ToUnicode=to_unicode(pdf, says))

    document = read(drawn(PROSE + words(72, 598, SECRET, font="F2"), change=shifted), tmp_path)
    assert_read_by_eye(document)


def test_a_page_that_is_mostly_lies(tmp_path: Path) -> None:
    assert_read_by_eye(read(drawn(words(72, 72, "Report.") + codes(), change=renamed(COVER)), tmp_path))


@pytest.mark.parametrize(
    ("shows", "says"),
    [("Marisol", "Marisol"), ("Marisol", "MARISOL"), ("Mar", "Már")],
    ids=["the same", "small capitals", "an accent"],
)
def test_a_map_that_agrees_is_believed(shows: str, says: str, tmp_path: Path) -> None:
    document = read(drawn(PROSE + codes(len(shows)), change=renamed(says, shows=shows)), tmp_path)
    assert document.pages[0].unread == ()
    assert says in document.passage("p1").text


def drawn_font(names: list[str], says: dict[int, str] | None) -> Change:
    """F2 is a Type 3 font whose glyphs, from code 65 on, paint the letters of the secret."""

    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        own = Dictionary(Font=Dictionary(H=page.obj.Resources.Font.F1))
        glyphs = [pdf.make_stream(f"600 0 d0 BT /H 1000 Tf ({letter}) Tj ET".encode()) for letter in SECRET]
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=array(0, -200, 1000, 1000), FirstChar=65,
            FontMatrix=array(0.001, 0, 0, 0.001, 0, 0), LastChar=64 + len(SECRET), Resources=own,
            Widths=array(*[600] * len(SECRET)),
            CharProcs=Dictionary({f"/{name}": glyph for name, glyph in zip(names, glyphs, strict=True)}),
            Encoding=Dictionary(Type=Name.Encoding, Differences=array(65, *(Name(f"/{name}") for name in names))),
        )  # fmt: skip
        if says is not None:
            font.ToUnicode = to_unicode(pdf, says)
        page.obj.Resources.Font.F2 = font

    return change


NAMELESS = [f"g{n}" for n in range(len(SECRET))]


def test_drawn_glyphs_without_names_or_map(tmp_path: Path) -> None:
    assert_read_by_eye(read(drawn(PROSE + codes(first=65), change=drawn_font(NAMELESS, None)), tmp_path))


def test_drawn_glyphs_with_half_a_map(tmp_path: Path) -> None:
    half = {65 + n: letter for n, letter in enumerate(SECRET[:9])}
    assert_read_by_eye(read(drawn(PROSE + codes(first=65), change=drawn_font(NAMELESS, half)), tmp_path))


def test_drawn_glyphs_with_a_whole_map_are_read(tmp_path: Path) -> None:
    says = {65 + n: letter for n, letter in enumerate(SECRET)}
    document = read(drawn(PROSE + codes(first=65), change=drawn_font(NAMELESS, says)), tmp_path)
    assert SECRET in document.passage("p1").text
    assert document.pages[0].unread == ()


def test_the_words_that_it_paints_can_be_withheld(tmp_path: Path) -> None:
    document = read(drawn(PROSE + codes(), change=renamed(COVER)), tmp_path)
    at = document.passage("p1").text.index(SECRET)
    copy = withhold(document, (Span("p1", at, at + len(SECRET)),), tmp_path, values=())
    assert copy.failed == []
    assert "Every word of this line" in shown_text(copy.data)
