"""The plain form in which text is matched, and the way back to the text as it stands."""

from __future__ import annotations

import pytest

from redactor.shadow import shadow, squash


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("A 200\u2013123\u2212456", "A 200-123-456"),
        ("O\u2019Brien", "O'Brien"),
        ("Gri\ufb03th", "Griffith"),
        ("Quinta-\nnilla", "Quintanilla"),
        ("Quinta- \n  nilla", "Quintanilla"),
        ("Q u i n t a n i l l a", "Quintanilla"),
        ("A 2 0 0 - 1 2 3", "A200-123"),
        ("Ma\u00adri\u200bsol", "Marisol"),
        ("M\u0430risol", "Marisol"),
        ("Pe\u0301rez", "P\u00e9rez"),
        ("\uff21\uff12\uff10\uff10", "A200"),
        ("a\u00a0b", "a b"),
        ("one\x07two", "one two"),
        ("line\nend\tcell", "line\nend\tcell"),
    ],
)
def test_text_is_written_the_plain_way(text: str, plain: str) -> None:
    assert shadow(text).text == plain


@pytest.mark.parametrize("text", ["\u041c\u0430\u0440\u0438\u044f", "10-\n025", "Aug 4-\n5", "a b c d", "to do"])
def test_what_is_written_so_on_purpose_stays(text: str) -> None:
    assert shadow(text).text == text


def test_a_place_in_the_shadow_leads_back_to_all_that_stands_there() -> None:
    text = "met Quinta-\nnilla today"
    found = shadow(text)
    start = found.text.index("Quintanilla")
    first, last = found.origin(start, start + len("Quintanilla"))
    assert text[first:last] == "Quinta-\nnilla"


def test_a_letter_of_a_ligature_leads_back_to_the_whole_ligature() -> None:
    found = shadow("Gri\ufb03th")
    at = found.text.index("f")
    assert found.origin(at, at + 1) == (3, 4)


def test_an_accent_written_by_itself_belongs_to_its_letter() -> None:
    found = shadow("Pe\u0301rez")
    assert found.origin(1, 2) == (1, 3)


def test_flowed_text_has_the_same_places() -> None:
    found = shadow("one\ntwo\tthree")
    assert found.flowed() == "one two three"
    assert len(found.flowed()) == len(found.text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A200-555-123", "a 200 555 123"),
        ("N\u00fa\u00f1ez", "NUNEZ"),
        ("Gri\ufb03th", "griffith"),
        ("M\u00fc\u00dfig", "MUSSIG"),
        ("\u0410200", "A200"),
    ],
)
def test_two_spellings_of_one_value_are_squashed_alike(one: str, other: str) -> None:
    assert squash(one) == squash(other)


def test_different_values_are_not_squashed_alike() -> None:
    assert squash("A200-555-123") != squash("A200-555-124")
    assert squash("-- / --") == ""
