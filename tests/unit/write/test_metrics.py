"""How far glyphs advance, as the font says it."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from redactor.write.metrics import metrics_of


def simple(**more: object) -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, **more)


@pytest.mark.parametrize(
    ("code", "encoding", "advance"),
    [
        (ord("A"), Name.WinAnsiEncoding, 0.667),
        (ord(" "), None, 0.278),
        (0x27, None, 0.222),  # a quote that curls in Adobe's encoding
        (0x27, Name.WinAnsiEncoding, 0.191),
        (0x96, Name.WinAnsiEncoding, 0.556),
    ],
)
def test_a_standard_font_is_as_wide_as_everybody_knows(code: int, encoding: Name | None, advance: float) -> None:
    metrics = metrics_of(simple(**({"Encoding": encoding} if encoding else {})))
    assert metrics is not None
    assert metrics.advance(code) == pytest.approx(advance, abs=0.002)


def test_names_of_an_encoding_count_before_its_base() -> None:
    encoding = Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=Array([65, Name.W, Name.space]))
    metrics = metrics_of(simple(Encoding=encoding))
    assert metrics is not None
    assert metrics.advance(65) == pytest.approx(0.944, abs=0.002)
    assert 66 in metrics.blanks


def test_widths_that_the_file_gives_count_before_those_of_the_name() -> None:
    metrics = metrics_of(
        simple(
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            Widths=Array([250, 900]),
            FontDescriptor=Dictionary(MissingWidth=400),
        )
    )
    assert metrics is not None
    assert (metrics.advance(33), metrics.advance(99), metrics.space) == (0.9, 0.4, 0.25)


def test_letters_that_are_drawn_are_as_wide_as_their_matrix_makes_them() -> None:
    font = Dictionary(
        Subtype=Name.Type3,
        FontMatrix=Array([0.01, 0, 0, 0.01, 0, 0]),
        FirstChar=65,
        Widths=Array([50]),
        Encoding=Dictionary(),
    )
    metrics = metrics_of(font)
    assert metrics is not None
    assert metrics.advance(65) == pytest.approx(0.5)


def test_a_composite_font_lists_its_widths_in_two_ways() -> None:
    with Pdf.new() as pdf:
        table = pdf.make_stream(b"1 beginbfchar <0003> <0020> endbfchar")
        descendant = Dictionary(W=Array([3, Array([250, 600]), 10, 12, 700]), DW=500)
        font = Dictionary(
            Subtype=Name.Type0, Encoding=Name("/Identity-H"), DescendantFonts=Array([descendant]), ToUnicode=table
        )
        metrics = metrics_of(font)
    assert metrics is not None
    assert [metrics.advance(code) for code in (3, 4, 11, 99)] == [0.25, 0.6, 0.7, 0.5]
    assert metrics.codes(b"\x00\x03\x00\x0b") == [3, 11]
    assert (metrics.blanks, metrics.space) == (frozenset({3}), 0.25)


@pytest.mark.parametrize(
    "font",
    [
        Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Unheard-Of")),
        Dictionary(Subtype=Name.Type0, Encoding=Name("/UniGB-UCS2-H"), DescendantFonts=Array([Dictionary()])),
        Dictionary(Subtype=Name.Type1, FirstChar=Name.A, Widths=Array([])),
    ],
    ids=["no widths", "a map of codes", "not a number"],
)
def test_a_font_that_does_not_tell_is_not_guessed_at(font: Dictionary) -> None:
    assert metrics_of(font) is None
