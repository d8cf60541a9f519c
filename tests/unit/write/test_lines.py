"""Lines with boxes: what stands where, told from what stays."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
import pytest
from drawn_originals import HEIGHT, WIDTH, drawn, words

from redactor.geometry import bounds, quad_of
from redactor.model import Rect
from redactor.write.fitting import BOX
from redactor.write.lines import Layout, lay_out
from redactor.write.rows import ASCENT, DESCENT, Rules
from redactor.write.shows import Show
from redactor.write.typesetting import SetPage

BASE, SIZE = 200.0, 10.0


def taken(start: float, end: float, base: float = BASE) -> Rect:
    """What went from ``start`` to ``end`` of a line in ten points."""
    return Rect(start, base - ASCENT * SIZE, end, base + DESCENT * SIZE)


def cell(left: float, top: float, right: float, bottom: float) -> Rules:
    return Rules(((left, top, bottom), (right, top, bottom)), ((top, left, right), (bottom, left, right)))


def laid_out(content: bytes, went: Sequence[Rect], rules: Rules | None = None) -> tuple[Layout, list[Show]]:
    """The layout of a page from which these places went already."""
    with pikepdf.open(io.BytesIO(drawn(content))) as pdf:
        page = SetPage(pdf, pdf.pages[0].obj, HEIGHT)
        layout = lay_out(page.shows, [quad_of(rect) for rect in went], rules or Rules(), (WIDTH, HEIGHT))
        return layout, page.shows


def line(*parts: tuple[float, str]) -> bytes:
    return b"".join(words(x, BASE, text, size=SIZE) for x, text in parts)


def extents(layout: Layout) -> list[tuple[float, float]]:
    """Where the boxes begin and end, to a tenth of a point, in the order of what went."""
    found = [bounds(quad) for _, quads in sorted(layout.boxes.items()) for quad in quads]
    return [(round(box.x0, 1), round(box.x1, 1)) for box in found]


@pytest.mark.parametrize("end", [120.0, 180.0, 260.0])
def test_a_box_begins_where_the_words_before_it_end_and_is_as_wide_as_all(end: float) -> None:
    layout, _ = laid_out(line((72, "Met"), (end + 2.8, "today")), [taken(92, end)])
    ((start, stop),) = extents(layout)
    assert stop - start == pytest.approx(BOX * SIZE, abs=0.1)
    assert start == pytest.approx(72 + 17 + 2.8, abs=1)
    (before, after) = layout.moved
    assert (before.area.x0, after.place.x0) == (72, pytest.approx(stop + 2.8, abs=0.1))


def test_a_word_that_touched_what_went_touches_the_box() -> None:
    layout, _ = laid_out(line((72, "("), (180, ") met")), [taken(75.4, 180)])
    ((start, stop),) = extents(layout)
    assert start - 75.3 < 1
    assert layout.moved[1].place.x0 - stop < 1


def test_a_column_behind_a_gap_stays() -> None:
    layout, shows = laid_out(line((72, "Name:"), (300, "Court:")), [taken(104, 160)])
    assert [round(piece.shift, 2) for piece in shows[1].pieces or ()] == [0]
    assert len(layout.boxes) == 1


def test_a_whole_value_fills_its_cell_and_its_label_stays() -> None:
    content = words(76, 150, "Name", size=6) + words(210, 165, "Kings", size=SIZE)
    layout, shows = laid_out(content, [taken(76, 130, 165)], cell(72, 140, 200, 175))
    assert extents(layout) == [(73.5, 198.5)]
    assert shows[0].pieces is None


@pytest.mark.parametrize("end", [100.0, 190.0])
def test_no_box_and_no_word_crosses_a_rule(end: float) -> None:
    rules = cell(72, 180, 200, 215)
    layout, _ = laid_out(line((end + 2.8, "and more"), (206, "Kings")), [taken(76, end)], rules)
    ((start, stop),) = extents(layout)
    assert 72 < start < stop < 200
    assert max(moved.place.x1 for moved in layout.moved if moved.place.x0 < 200) <= 200


def test_what_went_over_a_rule_has_a_box_on_either_side() -> None:
    layout, _ = laid_out(line((300, "Kings")), [taken(76, 180)], Rules(((130, 180, 215), (133, 180, 215))))
    (one, other) = extents(layout)
    assert one[1] < 130 and other[0] > 133


def test_lines_that_stand_tight_do_not_lie_under_a_box() -> None:
    content = (
        words(72, BASE - 8, "pqgy above", size=SIZE) + line((130, "met")) + words(72, BASE + 8, "ABC below", size=SIZE)
    )
    layout, _ = laid_out(content, [taken(72, 120)])
    (quads,) = layout.boxes.values()
    assert bounds(quads[0]).y0 > BASE - 8 + 1.5
    assert bounds(quads[0]).y1 < BASE + 8 - 7


def test_a_box_fills_every_line_of_a_narrative_that_went_whole() -> None:
    went = [taken(72, 500), taken(72, 520, BASE + 13), taken(72, 110, BASE + 26)]
    layout, _ = laid_out(words(72, 100, "Narrative"), went)
    assert len(set(extents(layout))) == 1
    assert extents(layout)[0][1] > 500
