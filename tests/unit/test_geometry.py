"""Rectangles and quads of the one page space."""

from __future__ import annotations

import pytest

from redactor.geometry import (
    area,
    bounds,
    clustered,
    horizontal,
    intersection,
    join,
    part_of_word,
    quad_of,
    slice_quad,
    union,
)
from redactor.model import Quad, Rect, Word

WIDE = Rect(10, 20, 110, 40)
UPWARDS = Quad((10, 100), (10, 0), (30, 0), (30, 100))
"""Text that reads from the bottom of the page to its top."""


def test_a_rectangle_as_a_quad_has_the_same_bounds() -> None:
    assert bounds(quad_of(WIDE)) == WIDE


def test_rectangles_that_only_touch_have_nothing_in_common() -> None:
    assert intersection(WIDE, Rect(110, 20, 120, 40)) is None
    assert intersection(WIDE, Rect(100, 30, 120, 50)) == Rect(100, 30, 110, 40)


def test_the_union_of_nothing_is_an_error() -> None:
    assert union([WIDE, Rect(0, 0, 5, 5)]) == Rect(0, 0, 110, 40)
    with pytest.raises(ValueError, match="empty"):
        union([])


def test_area_is_in_square_points_and_never_negative() -> None:
    assert area(WIDE) == 2000
    assert area(Rect(5, 5, 5, 9)) == 0


def test_only_text_from_left_to_right_is_horizontal() -> None:
    assert horizontal(quad_of(WIDE))
    assert not horizontal(UPWARDS)
    assert not horizontal(Quad((110, 40), (10, 40), (10, 20), (110, 20)))


def test_a_slice_follows_the_reading_direction() -> None:
    assert bounds(slice_quad(quad_of(WIDE), 0.25, 0.5)) == Rect(35, 20, 60, 40)
    assert bounds(slice_quad(UPWARDS, 0, 0.1)) == Rect(10, 90, 30, 100)


def test_a_part_of_a_word_is_cut_at_the_edges_of_its_letters_and_never_beyond_the_word() -> None:
    word = Word(5, 8, quad_of(WIDE), (0.0, 0.5, 0.75, 1.0), 0)
    assert bounds(part_of_word(word, 6, 7)) == Rect(60, 20, 85, 40)
    assert bounds(part_of_word(word, 0, 99)) == WIDE


def test_neighbours_on_a_line_are_joined_from_the_first_to_the_last() -> None:
    right = Rect(120, 18, 150, 40)
    assert bounds(join([quad_of(WIDE), quad_of(right)])) == Rect(10, 18, 150, 40)
    above = Quad((10, -10), (10, -50), (30, -50), (30, -10))
    assert join([UPWARDS, above]) == Quad((10, 100), (10, -50), (30, -50), (30, 100))


def test_regions_close_to_each_other_are_one_also_when_a_third_joins_them() -> None:
    left, right, between = Rect(0, 0, 10, 10), Rect(20, 0, 30, 10), Rect(12, 0, 18, 10)
    assert clustered([left, right]) == (left, right)
    assert clustered([left, right, between]) == (Rect(0, 0, 30, 10),)
