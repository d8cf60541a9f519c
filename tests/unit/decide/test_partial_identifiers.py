"""What may be left of an address, an age, a name and a number; what is not understood goes whole."""

from __future__ import annotations

import pytest

from redactor.decide.generalise import withheld_parts
from redactor.decide.pack import Precision


def left(text: str, how: Precision) -> str:
    shown = text
    for start, end in reversed(withheld_parts(text, how)):
        shown = shown[:start] + "█" * (end - start) + shown[end:]
    return shown.replace("█", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12 Fiction St, Brooklyn, Kings County, NY 11299", ", Kings County, "),
        ("County of Westchester, N.Y.", "County of Westchester, "),
        ("9 Muster Way, St. Lawrence County", ", St. Lawrence County"),
        ("77 Kings County Road, Fiction, NY", ""),
        ("Kings County Family Court, 330 Jay St", ""),
        ("12 Fiction St, Brooklyn, NY 11299", ""),
    ],
)
def test_an_address_keeps_its_county_where_it_names_one(text: str, shown: str) -> None:
    assert left(text, Precision.COUNTY) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("28 years old", "2 years old"),
        ("age 28", "age 2"),
        ("28yo", "2yo"),
        ("aged 4", "aged "),
        ("age 94", "age "),
        ("103 years", " years"),
        ("twenty-eight years old", "twenty- years old"),
        ("forty", "forty"),
        ("nineteen", ""),
        ("ninety-one years old", ""),
        ("28 or 29", ""),
        ("28 as of March", ""),
        ("eighteen months", ""),
    ],
)
def test_an_age_keeps_its_decade(text: str, shown: str) -> None:
    assert left(text, Precision.AGE_BAND) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Ana Ejemplo", "A E"), ("EJEMPLO, Ana M.", "E, A M."), ("ana the little one", ""), ("O'Brien-Muster", "O'B-M")],
)
def test_a_name_keeps_its_initials(text: str, shown: str) -> None:
    assert left(text, Precision.INITIALS) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("000-12-3456", "-3456"), ("0001 2345 6789", " 6789"), ("123456", ""), ("none", ""), ("000-12-3456 X", "")],
)
def test_a_number_keeps_its_last_four_digits(text: str, shown: str) -> None:
    assert left(text, Precision.LAST_FOUR) == shown
