"""A number that the matter knows is found in every layout, and not inside a longer one."""

from __future__ import annotations

import pytest
from factories import claim, document, found_again, hits, registry, roster

from redactor.model import Category
from redactor.resolve.dates import date_forms, parsed_date, written_like_a_date
from redactor.resolve.numbers import canonical
from redactor.shadow import squash

ANA = roster("MUSTER, Ana", numbers=[(Category.A_NUMBER, "A200 555 111"), (Category.DATE_OF_BIRTH, "1985-03-04")])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("file A200-555-111.", "200-555-111"),
        ("file A 200 555 111.", "200 555 111"),
        ("file 200555111", "200555111"),
        ("file A#200555111", "200555111"),
        ("file A0200555111", "200555111"),
        ("file 0200555111", "200555111"),
        ("file a200555111", "200555111"),
        ("file 200.555.111", "200.555.111"),
        ("file 200-555\n111", "200-555\n111"),
        ("file 200\t555\t111", "200\t555\t111"),
        ("file 2 0 0 5 5 5 1 1 1", "2 0 0 5 5 5 1 1 1"),
        ("file 200\u2013555\u2013111", "200\u2013555\u2013111"),
        ("file \uff12\uff10\uff10555111", "\uff12\uff10\uff10555111"),
        ("(200-555-111)", "200-555-111"),
    ],
)
def test_an_a_number_is_found_bare_padded_split_and_punctuated(text: str, number: str) -> None:
    assert found_again(text, ANA, Category.A_NUMBER) == {number}


@pytest.mark.parametrize(
    "text",
    ["2005551112", "12005551110", "20055511", "200 555    111", "200 of 555 and 111", "B200555111", "200555111X"],
)
def test_a_longer_number_or_loose_digits_are_not_the_a_number(text: str) -> None:
    assert found_again(text, ANA, Category.A_NUMBER) == set()


def test_an_a_number_that_one_paper_pads_is_found_where_another_does_not() -> None:
    form = document("A012345678", number=1)
    known = registry({form: [claim(form, "A012345678", Category.A_NUMBER)]})
    assert found_again("no 12-345-678 here", known, Category.A_NUMBER) == {"12-345-678"}


@pytest.mark.parametrize(
    "text",
    [
        "03/04/1985", "3/4/1985", "03/4/1985", "3/04/1985", "3-4-1985", "03.04.1985", "3/4/85", "03-04-85",
        "1985-03-04",
        "19850304", "03041985", "March 4, 1985", "March 04, 1985", "MARCH 4 1985", "Mar. 4, 1985",
        "4 March 1985", "04-MAR-1985", "04-Mar-85", "March 4th, 1985", "4th of March 1985", "4th day of March, 1985",
        "4 de marzo de 1985", "4 de marzo del 1985", "March\n4, 1985",
    ],
)  # fmt: skip
def test_a_date_of_birth_is_found_in_every_usual_layout(text: str) -> None:
    assert found_again(f"on {text} or so", ANA, Category.DATE_OF_BIRTH) == {text}


@pytest.mark.parametrize(
    "text",
    ["3485", "30485", "030485", "section 3.4.85", "3 4 85", "March 1985", "1985", "March 4", "3/4/1986", "13/4/1985"],
)
def test_a_part_of_a_date_or_a_chance_number_is_no_date_of_birth(text: str) -> None:
    assert found_again(text, ANA, Category.DATE_OF_BIRTH) == set()


def test_a_telephone_number_is_found_without_its_country_and_points() -> None:
    known = roster("MUSTER, Ana", numbers=[(Category.PHONE, "(917) 555-0142")])
    assert found_again("call 917.555.0142 today", known, Category.PHONE) == {"917.555.0142"}


def test_a_known_number_names_its_holder_and_an_unknown_holders_names_nobody() -> None:
    page = document("A200 555 111, receipt IOE0912345678")
    other = document("IOE0912345678", number=2)
    known = registry({other: [claim(other, "IOE0912345678", Category.RECEIPT_NUMBER)]})
    [mine] = hits(page, ANA)
    [anybodys] = hits(page, known)
    assert mine.subject == ANA.persons[0].id
    assert anybodys.subject is None


@pytest.mark.parametrize(
    ("category", "text"), [(Category.PASSPORT, "G 123"), (Category.DOCKET_NUMBER, "none"), (Category.A_NUMBER, "A-1")]
)
def test_what_is_too_short_to_be_told_apart_is_not_looked_for(category: Category, text: str) -> None:
    assert canonical(category, text) is None


@pytest.mark.parametrize(
    "text", ["03/04/1985", "1985-03-04", "March 4, 1985", "4 March 1985", "Mar. 4, 1985", "19850304", "03/04/85"]
)
def test_a_written_date_is_read_as_its_day(text: str) -> None:
    day = parsed_date(text)
    assert day is not None
    assert (day.year, day.month, day.day) == (1985, 3, 4)
    assert squash(text) in date_forms(day)


def test_no_date_is_read_from_what_is_none() -> None:
    assert parsed_date("on or about spring") is None


@pytest.mark.parametrize(
    ("text", "is_date"), [("3/4/85", True), ("3-4/85", False), ("3485", False), ("03041985", True)]
)
def test_digits_are_a_date_only_with_strokes_or_all_eight(text: str, is_date: bool) -> None:
    assert written_like_a_date(text) is is_date


@pytest.mark.parametrize(
    "text",
    [
        "the fourth of March 1985", "fourth day of March, 1985", "March the fourth, 1985",
        "March fourth, nineteen eighty-five", "March 4, nineteen hundred and eighty-five",
        "cuatro de marzo de mil novecientos ochenta y cinco", "4 mars 1985", "4 de março de 1985", "04MAR1985",
        "1985/03/04", "03 04 1985", "4-mar-85", "1985-MAR-04", "MARCH 4TH 1985", "03\t04\t1985",
    ],
)  # fmt: skip
def test_a_date_of_birth_is_found_in_words_and_in_other_languages(text: str) -> None:
    claimed = found_again(f"on {text} or so", ANA, Category.DATE_OF_BIRTH)
    assert [each for each in claimed if each in text and len(each) >= len(text) - 4]


@pytest.mark.parametrize(
    "text", ["the fifth of March 1985", "fourth of March 1986", "the fourth quarter of 1985", "one of March 1985"]
)
def test_another_date_in_words_is_not_taken_for_it(text: str) -> None:
    assert found_again(f"on {text} or so", ANA, Category.DATE_OF_BIRTH) == set()


@pytest.mark.parametrize("text", ["A2OO-555-111", "A200 5S5 111", "A200-555-lll", "A2O0555I11"])
def test_an_a_number_of_which_ocr_read_some_digits_as_letters_is_found(text: str) -> None:
    assert found_again(f"file {text}, seen", ANA, Category.A_NUMBER) == {text.removeprefix("A")}


@pytest.mark.parametrize("text", ["A2OO-SSS-lll", "20O 55S 112", "boils solos bios"])
def test_letters_that_only_might_be_digits_are_not_read_as_the_number(text: str) -> None:
    assert found_again(f"file {text}, seen", ANA, Category.A_NUMBER) == set()


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("the A-Number ending in 111", "111"), ("last four digits 5111", "5111"), ("A# xxx-xxx-111", "111"),
        ("file ***-***-111", "111"), ("A-file ends with 5111.", "5111"), ("terminado en 111", "111"),
    ],
)  # fmt: skip
def test_the_last_digits_of_a_known_number_are_found_behind_words_that_say_so(text: str, tail: str) -> None:
    assert found_again(text, ANA, Category.A_NUMBER) == {tail}


@pytest.mark.parametrize("text", ["room 111", "the A-Number ending in 112", "111 people", "ending in 2111"])
def test_other_last_digits_and_bare_ones_are_left(text: str) -> None:
    assert found_again(text, ANA, Category.A_NUMBER) == set()


def test_a_date_that_is_said_in_words_is_read_as_its_day() -> None:
    for text in ("March fourth, nineteen eighty-five", "4 de marzo de 1985", "cuatro de marzo de 1985"):
        day = parsed_date(text)
        assert day is not None
        assert (day.year, day.month, day.day) == (1985, 3, 4)
