"""Month and day words and the ways a date is written, in English and Spanish (parts for patterns, and range checks)."""

from __future__ import annotations

import regex

MONTHS = (
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sept", "sep", "septiembre", "setiembre"),
    ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
)
MONTH = r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
MONTH += r"|nov(?:ember)?|dec(?:ember)?|enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre"
MONTH += r"|setiembre|octubre|noviembre|diciembre|dic)\b(?:\.(?=[ ,]*\d))?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:19|20)\d{2}"
_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
ORDINAL_WORD = (
    rf"(?i:(?:twenty|thirty)-? ?(?:{_UNITS})|{_UNITS}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
YEAR_WORDS = (
    r"(?i:(?:nineteen|twenty|two thousand)(?: and)?[\- ](?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\- ](?:one|two|three"
    r"|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen))"
)
"""A year in words, as affidavits write it."""

_NUMBER = regex.compile(r"\d+")


def possible(numbers: tuple[int, ...]) -> bool:
    """Whether three numbers can be a date in some order: year first, or year last after day and month either way."""
    if len(numbers) != 3:
        return False
    if numbers[0] > 31:
        return 1 <= numbers[1] <= 12 and 1 <= numbers[2] <= 31 and 1900 <= numbers[0] <= 2099
    first, second, year = numbers
    day_and_month = (1 <= first <= 12 and 1 <= second <= 31) or (1 <= second <= 12 and 1 <= first <= 31)
    return day_and_month and (year <= 99 or 1900 <= year <= 2099)


def numbers_in(value: str) -> tuple[int, ...]:
    """The runs of digits in ``value`` as numbers."""
    return tuple(int(number) for number in _NUMBER.findall(value))
