"""A copy that still shows a name with its letters set apart, which no reader joins to a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_copies import Drawn, copy_page, words

from redactor.verify import WithheldValue
from redactor.verify.matching import Matcher

NAME = "Quintanilla"


def letters(gaps: dict[int, str]) -> str:
    return "".join(letter + gaps.get(at, "") for at, letter in enumerate(NAME))


@pytest.mark.parametrize(
    "text",
    [
        "Q.u.i.n.t.a.n.i.l.l.a",
        "Qu in tan ill a",
        "Quin\ntanilla",
        letters({0: " . ", 4: "\n", 9: "--"}),
        "QUIN-TANILLA",
    ],
)
def test_a_long_strong_name_is_found_whatever_parts_its_letters(text: str) -> None:
    assert Matcher((WithheldValue(NAME, True),)).count(f"He met {text} there.")


@pytest.mark.parametrize(("value", "text"), [("Freeman", "a free man"), ("Marisol", "Mari sol")])
def test_a_short_name_is_not_found_in_two_words(value: str, text: str) -> None:
    assert not Matcher((WithheldValue(value, True),)).count(text)


@pytest.mark.parametrize(("value", "text"), [("Overland", "over land"), ("Goodfellow", "a good fellow")])
def test_a_word_that_is_only_counted_is_not_found_in_two_words(value: str, text: str) -> None:
    assert not Matcher((WithheldValue(value, False),)).count(text)


def test_letters_and_digits_around_it_make_it_another_word() -> None:
    assert not Matcher((WithheldValue(NAME, True),)).count("xQuin tanilla, Quin tanillas")


def test_a_page_that_sets_a_name_letter_by_letter_fails(tmp_path: Path) -> None:
    spread = b"".join(words(72 + 14 * at, 300 + at % 2, letter) for at, letter in enumerate(NAME))
    drawn = Drawn(tmp_path, copies=(copy_page(extra=spread),), values=(WithheldValue(NAME, True),))
    assert "residue: pdfium" in drawn.failed()
