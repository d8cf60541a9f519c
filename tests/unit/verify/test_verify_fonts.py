"""Show strings are read through their font, and font programs for the words they carry."""

from __future__ import annotations

import pikepdf
import pymupdf
import pytest

from redactor.verify.fonts import FontReader, font_words


def font(pdf: pikepdf.Pdf, cmap: bytes, *, wide: bool = True) -> FontReader:
    return FontReader(
        pikepdf.Dictionary(
            Subtype=pikepdf.Name.Type0 if wide else pikepdf.Name.TrueType, ToUnicode=pdf.make_stream(cmap)
        )
    )


def test_ranges_lists_and_single_codes_are_read() -> None:
    reader = font(
        pikepdf.new(),
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"2 beginbfrange\n<0001> <0003> <0041>\n<0010> <0011> [<00660066> <0078>]\nendbfrange\n"
        b"1 beginbfchar\n<0020> <D83DDE00>\nendbfchar",
    )
    assert reader.text(bytes.fromhex("000100020003001000110020")) == "ABCffx\U0001f600"


def test_one_byte_codes_are_read_through_tounicode() -> None:
    reader = font(
        pikepdf.new(),
        b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <0071> endbfchar",
        wide=False,
    )
    assert reader.text(b"AB") == "qB"


def test_a_font_without_a_map_is_read_in_the_usual_glyph_order() -> None:
    reader = FontReader(pikepdf.Dictionary(Subtype=pikepdf.Name.Type0))
    assert reader.text(b"".join((ord(c) - 29).to_bytes(2, "big") for c in "Lopez")) == "Lopez"


def test_differences_are_read_by_glyph_name() -> None:
    names = [pikepdf.Name(name) for name in ("/eacute", "/uni00D1", "/seven", "/Q.alt", "/g123")]
    encoding = pikepdf.Dictionary(Differences=pikepdf.Array([65, *names]))
    reader = FontReader(pikepdf.Dictionary(Subtype=pikepdf.Name.Type1, Encoding=encoding))
    assert reader.text(b"ABCDE") == "eÑ7QE"


def test_the_words_of_a_real_font_program_are_read() -> None:
    program = pymupdf.Font("helv").buffer
    assert "Nimbus" in "\n".join(font_words(program))


def test_a_damaged_font_program_is_an_error_and_not_an_empty_font() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        list(font_words(b"\0\1\0\0\0\x09"))
