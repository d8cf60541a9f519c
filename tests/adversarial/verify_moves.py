"""Words that a writer says it moved: believed by their letters and their ink, and by nothing that the writer says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from drawn_copies import BEFORE, NAME, Drawn, box, label, redaction, stamp, words

from redactor.geometry import quad_of
from redactor.model import Box, Check, Move, Rect
from redactor.verify import check

NUMBER = "NYICE0000001"
TAIL = "at the courthouse door."
SECOND = words(72, 100, "Nobody was hurt. Team 4 left at noon.")
TAKEN = Rect(151, 60, 250, 75)
"""Where the original has the name."""
NARROW = Rect(152, 60, 222, 75)
"""The box of the copy, as wide whatever the name."""
AREA, PLACE = Rect(255, 61, 368, 76), Rect(225, 61, 338, 76)

ORIGINAL = words(72, 72, BEFORE) + words(152, 72, NAME) + words(255, 72, TAIL) + SECOND
COPY = words(72, 72, BEFORE) + box(NARROW) + label("REDACTED", NARROW) + words(225, 72, TAIL) + SECOND + stamp(NUMBER)


def checks(
    folder: Path,
    copy: bytes = COPY,
    *,
    original: bytes = ORIGINAL,
    moves: tuple[Move, ...] = (Move(1, AREA, PLACE),),
    boxes: tuple[Box, ...] = (Box("r1", 1, quad_of(NARROW)),),
    taken: Rect = TAKEN,
) -> tuple[Check, ...]:
    drawn = Drawn(folder, originals=(original,), copies=(copy,), redactions=(redaction(taken),))
    made, flattened = drawn.files()
    return check(replace(made, moves=moves, boxes=boxes), flattened, drawn.values, ())


def failed(folder: Path, copy: bytes = COPY, **parts: object) -> set[str]:
    return {each.name for each in checks(folder, copy, **parts) if not each.passed}  # type: ignore[arg-type]


def test_a_declared_move_on_the_boxs_line_passes_and_its_tolerance_is_stated(tmp_path: Path) -> None:
    assert failed(tmp_path) == set()
    [note] = [each.note for each in checks(tmp_path) if each.name == "moved words are the original's"]
    assert "dpi" in note


def test_a_move_that_nobody_declared_is_a_change(tmp_path: Path) -> None:
    assert "unchanged outside the boxes" in failed(tmp_path, moves=())


def test_other_letters_than_the_originals_are_found(tmp_path: Path) -> None:
    other = COPY.replace(b"at the courthouse door", b"at the courthouse floor")
    assert "moved words are the original's" in failed(tmp_path, other)
    swapped = COPY.replace(b"at the courthouse", b"courthouse at the")
    assert "moved words are the original's" in failed(tmp_path, swapped)


def test_a_lost_word_is_found(tmp_path: Path) -> None:
    assert "moved words are the original's" in failed(tmp_path, COPY.replace(b"courthouse door", b"courthouse"))


def test_letters_without_their_ink_are_found(tmp_path: Path) -> None:
    white = COPY.replace(words(225, 72, TAIL), b"q 1 g " + words(225, 72, TAIL) + b"Q\n")
    assert "moved words are the original's" in failed(tmp_path, white)


def test_letters_set_larger_or_in_grey_are_found(tmp_path: Path) -> None:
    for page in (words(225, 72, TAIL, size=12.5), b"q 0.6 g " + words(225, 72, TAIL) + b"Q\n"):
        assert "moved words are the original's" in failed(tmp_path, COPY.replace(words(225, 72, TAIL), page))


def test_a_move_to_another_line_and_one_on_a_line_without_a_box_are_found(tmp_path: Path) -> None:
    down = COPY.replace(words(225, 72, TAIL), words(225, 86, TAIL))
    place = Rect(PLACE.x0, PLACE.y0 + 14, PLACE.x1, PLACE.y1 + 14)
    assert "moved words are the original's" in failed(tmp_path, down, moves=(Move(1, AREA, place),))
    second = words(72, 100, "Nobody was hurt. Team 4 left at noon.")
    shifted = COPY.replace(second, words(80, 100, "Nobody was hurt. Team 4 left at noon."))
    moves = (Move(1, AREA, PLACE), Move(1, Rect(71, 90, 260, 104), Rect(79, 90, 268, 104)))
    assert failed(tmp_path, shifted, moves=moves) == {"moved words are the original's"}


def test_a_moved_word_under_a_box_or_over_its_neighbour_is_found(tmp_path: Path) -> None:
    under = COPY.replace(words(225, 72, TAIL), words(205, 72, TAIL))
    place = Rect(205, 61, 318, 76)
    assert "moved words are the original's" in failed(tmp_path, under, moves=(Move(1, AREA, place),))
    halves = (Move(1, Rect(255, 61, 300, 76), Rect(225, 61, 272, 76)), Move(1, Rect(299, 61, 368, 76), PLACE))
    assert "moved words are the original's" in failed(tmp_path, moves=halves)


def test_a_withheld_letter_is_not_carried_along_by_a_move(tmp_path: Path) -> None:
    copy = COPY.replace(words(225, 72, TAIL), words(225, 72, "z " + TAIL))
    original = ORIGINAL.replace(words(255, 72, TAIL), words(245, 72, "z " + TAIL))
    move = Move(1, Rect(244, 61, 370, 76), Rect(224, 61, 350, 76))
    assert "moved words are the original's" in failed(tmp_path, copy, original=original, moves=(move,))


def test_letters_left_where_words_moved_away_or_were_taken_are_found(tmp_path: Path) -> None:
    twice = COPY + words(345, 72, "r.")
    assert "no text under boxes" in failed(tmp_path, twice)
    ghost = COPY + b"0.4 g 352 718 3 8 re 346 718 4 2 re f\n"
    assert "nothing left where words were taken" in failed(tmp_path, ghost)


def test_a_box_on_another_line_or_none_at_all_is_found(tmp_path: Path) -> None:
    low = Rect(NARROW.x0, 140, NARROW.x1, 155)
    moved = COPY.replace(box(NARROW) + label("REDACTED", NARROW), box(low) + label("REDACTED", low))
    assert "boxes are opaque" in failed(tmp_path, moved, boxes=(Box("r1", 1, quad_of(low)),))
    assert "boxes are opaque" in failed(tmp_path, boxes=(Box("r2", 1, quad_of(NARROW)),))


@pytest.mark.parametrize("more", [Rect(72, 88, 200, 104), Rect(400, 300, 460, 316)])
def test_a_box_that_answers_for_nothing_hides_nothing_that_must_stay(tmp_path: Path, more: Rect) -> None:
    page = COPY + box(more)
    boxes = (Box("r1", 1, quad_of(NARROW)), Box("r1", 1, quad_of(more)))
    assert "boxes are opaque" in failed(tmp_path, page, boxes=boxes)


def test_a_box_that_swallows_a_neighbour_word_is_found(tmp_path: Path) -> None:
    wide = Rect(120, 60, 222, 75)
    page = COPY.replace(words(72, 72, BEFORE), words(72, 72, "The officer")).replace(
        box(NARROW) + label("REDACTED", NARROW), box(wide) + label("REDACTED", wide)
    )
    assert "no words lost" in failed(tmp_path, page, boxes=(Box("r1", 1, quad_of(wide)),))
