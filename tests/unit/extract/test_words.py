"""Words, their order and their edges."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from drawn_originals import array, drawn, helvetica, ink, read, rendered, words
from pikepdf import Dictionary, Name, Pdf

from redactor.geometry import bounds, part_of_word
from redactor.model import Document, Rect
from redactor.shadow import shadow


def box_of(document: Document, text: str, address: str = "p1") -> Rect:
    passage = document.passage(address)
    at = passage.text.index(text)
    word = next(word for word in passage.words if word.start <= at < word.end)
    return bounds(part_of_word(word, at, at + len(text)))


def test_a_part_of_a_word_has_its_own_letters_ink_and_not_its_neighbours(tmp_path: Path) -> None:
    document = read(drawn(words(72, 72, "October 21, 2019 at noon", size=14)), tmp_path)
    day, comma = box_of(document, "21"), box_of(document, ",")
    pixels = rendered(document.flattened.read_bytes(), scale=4)
    digits = ink(pixels, day.x0, day.y0, day.x1, day.y1, 4)
    assert digits > 100
    assert ink(pixels, day.x0 - 1, day.y0, comma.x1, day.y1, 4) == digits + ink(
        pixels, comma.x0, comma.y0, comma.x1, comma.y1, 4
    )


def test_every_glyph_of_a_kerned_line_lies_between_its_edges(tmp_path: Path) -> None:
    kerned = b"BT /F1 20 Tf 1 0 0 1 72 700 Tm [(T)120(o)-30(A)90(V)70(A)] TJ ET\n"
    document = read(drawn(kerned), tmp_path)
    (word,) = document.passage("p1").words
    assert document.passage("p1").text == "ToAVA\n"
    widths = [0.611, 0.556, 0.667, 0.667, 0.667]
    starts = [0.0, 0.611 - 0.120, 0.611 - 0.120 + 0.556 + 0.030]
    total = sum(widths) - 0.120 + 0.030 - 0.090 - 0.070
    assert word.edges[:3] == pytest.approx([start / total for start in starts], abs=0.002)
    assert list(word.edges) == sorted(word.edges)


def test_letters_set_apart_are_single_words_that_the_shadow_closes_up(tmp_path: Path) -> None:
    spaced = b"BT /F1 12 Tf 8 Tc 1 0 0 1 72 700 Tm (QUINTANILLA) Tj ET\n"
    passage = read(drawn(spaced), tmp_path).passage("p1")
    assert shadow(passage.text).text.strip() == "QUINTANILLA"
    assert len(passage.words) == len("QUINTANILLA")


LETTER_WIDTHS = (
    667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944,
    667, 667, 611,
)  # fmt: skip
"""Of Helvetica's capitals, A to Z, in thousandths of an em (Adobe Font Metrics)."""


def ligature(pdf: Pdf, page: pikepdf.Page) -> None:
    """At Z stands a glyph for f, f and i, as broad as the letter."""
    table = pdf.make_stream(
        b"begincmap 1 begincodespacerange <00><ff> endcodespacerange 1 beginbfrange <41><59><0041> endbfrange "
        b"1 beginbfchar <5A> <006600660069> endbfchar endcmap"
    )
    font = helvetica(ToUnicode=table, FirstChar=65, LastChar=90, Widths=array(*LETTER_WIDTHS))
    font.Encoding = Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=array(0x5A, Name.ffi))
    page.obj.Resources.Font.F1 = pdf.make_indirect(font)


def test_the_code_points_of_one_glyph_share_its_width(tmp_path: Path) -> None:
    document = read(drawn(words(72, 72, "GRZTH"), change=ligature), tmp_path)
    assert document.passage("p1").text == "GRffiTH\n"
    edges = document.passage("p1").words[0].edges
    shares = [right - left for left, right in pairwise(edges[2:6])]
    assert min(shares) > 0.02
    assert max(shares) - min(shares) < 2e-4  # edges are kept to four digits
    whole = box_of(document, "ffi")
    assert whole.x1 - whole.x0 == pytest.approx(0.611 * 11, abs=0.01)


def test_a_word_broken_at_a_line_end_is_whole_in_the_shadow(tmp_path: Path) -> None:
    document = read(drawn(words(400, 72, "served on Quinta-") + words(72, 86, "nilla in person")), tmp_path)
    seen = shadow(document.passage("p1").text)
    at = seen.text.index("Quintanilla")
    start, end = seen.origin(at, at + len("Quintanilla"))
    assert document.passage("p1").text[start:end] == "Quinta-\nnilla"


def test_a_row_reads_across_and_a_column_gap_is_a_tab(tmp_path: Path) -> None:
    columns = (
        words(72, 72, "Family name")
        + words(72, 90, "Quintanilla")
        + words(300, 72, "Given name")
        + words(300, 90, "Marisol")
    )
    document = read(drawn(columns), tmp_path)
    assert document.passage("p1").text == "Family name\tGiven name\nQuintanilla\tMarisol\n"


def test_the_order_of_the_stream_is_a_passage_of_its_own_where_it_differs(tmp_path: Path) -> None:
    columns = (
        words(72, 72, "Left one")
        + words(72, 90, "left two")
        + words(300, 72, "Right one")
        + words(300, 90, "right two")
    )
    document = read(drawn(columns), tmp_path)
    as_read, stream = document.passage("p1"), document.passage("p1/stream")
    assert stream.text == "Left one\nleft two\nRight one\nright two\n"
    placed = {word.ordinal: as_read.text[word.start : word.end] for word in as_read.words}
    assert placed == {word.ordinal: stream.text[word.start : word.end] for word in stream.words}


def test_prose_has_one_passage(tmp_path: Path) -> None:
    document = read(drawn(words(72, 72, "One line.") + words(72, 86, "Another line.")), tmp_path)
    assert [passage.address for passage in document.passages if passage.page] == ["p1"]


def test_a_gap_without_a_blank_parts_two_words(tmp_path: Path) -> None:
    document = read(drawn(words(72, 72, "Velasquez") + words(126, 72, "Class")), tmp_path)
    assert document.passage("p1").text == "Velasquez Class\n"


@pytest.mark.parametrize(("turn", "across"), [("0 1 -1 0", True), ("0 -1 1 0", True), ("-1 0 0 -1", False)])
def test_text_that_runs_another_way_is_one_line(turn: str, across: bool, tmp_path: Path) -> None:
    document = read(drawn(f"BT /F1 12 Tf {turn} 300 400 Tm (Marisol Quintanilla) Tj ET".encode()), tmp_path)
    assert document.passage("p1").text == "Marisol Quintanilla\n"
    box = box_of(document, "Quintanilla")
    assert (box.y1 - box.y0 > box.x1 - box.x0) is across
    assert ink(rendered(document.flattened.read_bytes()), box.x0, box.y0, box.x1, box.y1) > 50


def test_words_do_not_reach_into_lines_set_tight(tmp_path: Path) -> None:
    document = read(drawn(words(72, 72, "Upper line", size=12) + words(72, 84.5, "Lower line", size=12)), tmp_path)
    upper, lower = box_of(document, "Upper"), box_of(document, "Lower")
    assert upper.y1 <= lower.y0 + 0.3
