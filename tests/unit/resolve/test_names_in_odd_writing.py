"""Registered names as people really write them, and as bad layout tears them apart."""

from __future__ import annotations

import pytest

from tests.support.factories import found_again, roster

PERSON = roster("QUETZALBORN, Zephyrine")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("wes: u see quetzalborn yet", {"quetzalborn"}),
        ("Q u e t z a l b o r n was here", {"Q u e t z a l b o r n"}),
        ("Q.u.e.t.z.a.l.b.o.r.n was here", {"Q.u.e.t.z.a.l.b.o.r.n"}),
        ("the man Quetzal\nborn was met", {"Quetzal\nborn"}),
        ("Quetzalbornese is a language", set()),
    ],
    ids=["text message", "letter-spaced", "dotted", "broken without a hyphen", "part of a word"],
)
def test_a_long_registered_name_is_found_however_its_letters_stand(text: str, found: set[str]) -> None:
    assert found_again(text, PERSON) == found


def test_an_initial_at_a_line_end_is_not_joined_to_the_next_lines_name() -> None:
    assert "T.\nQUETZALBORN" not in found_again("Sample, T.\nQUETZALBORN is next", roster("QUETZALBORN, Tove"))
