"""Dates written out in words, English and Spanish: "the fourteenth of March 1991", "catorce de marzo de mil novecientos
noventa y uno". Figures and names of months are looked for as they stand (``dates``); words are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from redactor.resolve.months import names_of
from redactor.resolve.names import fold

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_UNIDADES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete "
    "veintiocho veintinueve"
).split()
_DECENAS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()


def _numbers() -> dict[str, int]:
    """Every number below a hundred in words, and every day of a month, words one blank apart."""
    known = {word: number for number, word in enumerate(_UNITS)}
    known |= {word: number for number, word in enumerate(_UNIDADES)}
    known |= {word: number for number, word in enumerate(_ORDINALS, 1)}
    known |= {"primero": 1, "thirtieth": 30}
    for ten, word in enumerate(_TENS, 2):
        known[word] = 10 * ten
        known |= {f"{word} {_UNITS[unit]}": 10 * ten + unit for unit in range(1, 10)}
        known |= {f"{word} {_ORDINALS[unit - 1]}": 10 * ten + unit for unit in range(1, 10)}
    for ten, word in enumerate(_DECENAS, 3):
        known[word] = 10 * ten
        known |= {f"{word} y {_UNIDADES[unit]}": 10 * ten + unit for unit in range(1, 10)}
    return known


_NUMBERS = _numbers()
_MONTHS = {name: month for month in range(1, 13) for name in names_of(month) if len(name) > 3 or name == "may"}
_WORD = r"[^\W\d_]+"
_DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{_WORD}(?:[\s-]+(?:y\s+)?(?!(?:de|of|day)\b){_WORD})?)"
_YEAR = rf"(?P<year>\d{{4}}|(?:nineteen|twenty|two\s+thousand|mil\s+novecientos|dos\s+mil)(?:[\s-]+{_WORD}){{0,4}})"
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
_SHAPES = (
    re.compile(
        rf"(?i)\b{_DAY}\s+(?:day\s+)?(?:of\s+|de\s+)?{_MONTH}\.?,?\s+(?:in\s+the\s+year\s+|del?\s+(?:a[nñ]o\s+)?)?{_YEAR}\b"
    ),
    re.compile(rf"(?i)\b{_MONTH}\s+(?:the\s+)?{_DAY},?\s+{_YEAR}\b"),
)


def spelled_dates(text: str) -> Iterator[tuple[int, int, date]]:
    """Half-open offsets and day of every date of the text that has its day or its year in words."""
    for shape in _SHAPES:
        for match in shape.finditer(text):
            words = fold(match["day"]), fold(match["year"])
            if all(word[0].isdigit() for word in words):
                continue
            for start, day in _days(words[0]):
                year, length = _year(words[1])
                month = _MONTHS.get(fold(match["month"]))
                if day and year and month and (found := _date(year, month, day)):
                    begin = match.start("day") + start if match.start() == match.start("day") else match.start()
                    yield begin, match.start("year") + length, found
                    break


def _days(words: str) -> Iterator[tuple[int, int | None]]:
    """Readings of the words before a month, longest first, each with the offset at which the day begins."""
    if words[0].isdigit():
        yield 0, int(re.match(r"\d+", words).group())  # type: ignore[union-attr]
        return
    parts = [match.start() for match in re.finditer(_WORD, words)]
    for start in parts:
        yield start, _NUMBERS.get(_spaced(words[start:]))


def _year(words: str) -> tuple[int | None, int]:
    """The year that the words begin with, and how many code points of them it takes."""
    if words[0].isdigit():
        return int(words), len(words)
    ends = [match.end() for match in re.finditer(_WORD, words)]
    for end in reversed(ends):
        if (year := _years().get(_spaced(words[:end]))) is not None:
            return year, end
    return None, 0


_YEARS: dict[str, int] = {}


def _years() -> dict[str, int]:
    """Every year from 1900 to 2099 in words."""
    if not _YEARS:
        for words, number in _NUMBERS.items():
            for front, century in (
                ("nineteen", 1900), ("nineteen oh", 1900), ("nineteen hundred", 1900), ("nineteen hundred and", 1900),
                ("twenty", 2000), ("two thousand", 2000), ("two thousand and", 2000), ("mil novecientos", 1900),
                ("dos mil", 2000),
            ):  # fmt: skip
                if number or front == "dos mil":
                    _YEARS.setdefault(f"{front} {words}", century + number)
        _YEARS.update({"nineteen hundred": 1900, "two thousand": 2000, "dos mil": 2000, "mil novecientos": 1900})
    return _YEARS


def _spaced(words: str) -> str:
    return " ".join(re.findall(_WORD, words))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
