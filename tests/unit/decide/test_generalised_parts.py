from __future__ import annotations

import pytest

from redactor.decide.dates import Day, read_date
from redactor.decide.generalise import withheld_parts
from redactor.decide.pack import Precision


def hidden(text: str, how: Precision) -> list[str]:
    return [text[start:end] for start, end in withheld_parts(text, how)]


@pytest.mark.parametrize(
    ("text", "below_month", "below_year"),
    [
        ("January 21, 2020", ["21"], ["January 21"]),
        ("Jan. 21", ["21"], ["Jan. 21"]),
        ("01/21/2020", ["21"], ["01/21"]),
        ("2020-01-21", ["21"], ["01-21"]),
        ("20200121", ["21"], ["0121"]),
        ("01212020", ["21"], ["0121"]),
        ("21 Jan 2020", ["21"], ["21 Jan"]),
        ("21-JAN-2020", ["21"], ["21-JAN"]),
        ("21 de enero de 2020", ["21"], ["21 de enero"]),
        ("1º de enero de 2020", ["1º"], ["1º de enero"]),
        ("the 21st of January, 2020", ["21st"], ["21st of January"]),
        ("the 21st", ["21st"], ["21st"]),
        ("January 21-23, 2020", ["21-23"], ["January 21-23"]),
        ("January 2-3, 2020", ["2-3"], ["January 2-3"]),
        ("from 01/21/2020 to 02/03/2020", ["21", "03"], ["01/21", "02/03"]),
        ("Tuesday, January 21, 2020 at 9:35 AM", ["Tuesday", "21", "9:35 AM"], ["Tuesday, January 21", "9:35 AM"]),
        ("January\n21,\t2020", ["21"], ["January\n21"]),
        ("01\u201321\u20132020", ["21"], ["01\u201321"]),
        ("January 2020", [], ["January"]),
        ("2020", [], []),
    ],
)
def test_the_day_goes_and_the_month_or_the_year_stays(text: str, below_month: list[str], below_year: list[str]) -> None:
    assert hidden(text, Precision.MONTH_AND_YEAR) == below_month
    assert hidden(text, Precision.YEAR) == below_year


@pytest.mark.parametrize(
    "text", ["the day of the feast", "2O20-01-2l", "January Smith 2020", "on Tuesday", "32nd of May", "21/1", "x"]
)
def test_a_date_that_is_not_understood_shows_no_day(text: str) -> None:
    shown = text
    for start, end in reversed(withheld_parts(text, Precision.MONTH_AND_YEAR)):
        shown = shown[:start] + shown[end:]
    assert shown in ("", "/")


def test_numbers_that_may_be_day_or_month_both_go() -> None:
    assert hidden("03.04.2020", Precision.MONTH_AND_YEAR) == ["03.04"]


def test_two_digits_after_a_worded_month_are_never_taken_for_a_month() -> None:
    assert hidden("January 2/2020", Precision.MONTH_AND_YEAR) == ["2"]
    assert hidden("Jan-02-2020", Precision.MONTH_AND_YEAR) == ["02"]


@pytest.mark.parametrize(
    "text", ["January 21, 2020", "01/21/2020", "2020-01-21", "21 de enero de 2020", "Tue 21 Jan 2020, 0935 hours"]
)
def test_one_day_reads_alike_in_every_spelling(text: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert reading.days == {Day(21, 1, 2020)}


def test_a_record_keeps_its_class_of_offence_only() -> None:
    text = "Convicted of assault in the third degree on 3/2/2018 in Kings County with Juan Ejemplo"
    shown = text
    for start, end in reversed(withheld_parts(text, Precision.OFFENCE)):
        shown = shown[:start] + "█" + shown[end:]
    for particular in ("3/2/2018", "Kings", "County", "Juan", "Ejemplo"):
        assert particular not in shown
    assert "assault in the third degree" in shown


def test_a_record_that_names_no_offence_goes_whole() -> None:
    assert hidden("see IND-01234-2018", Precision.OFFENCE) == ["see IND-01234-2018"]
