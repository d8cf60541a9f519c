"""A date of birth in every layout in which a paper may write it: figures, months of five languages, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from redactor.shadow import squash

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ht": "janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm",
}
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_UNITS_ES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete "
    "veintiocho veintinueve"
).split()
_TENS_ES = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()

_SHORTEST = 4
"""1/2/85."""

_FORMATS = (
    "%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y", "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%B %d, %Y", "%b %d, %Y",
    "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%m/%d/%y", "%b. %d, %Y", "%m %d %Y", "%d-%b-%Y", "%d%b%Y",
)  # fmt: skip


def parsed_date(text: str) -> date | None:
    """The date that the text writes in one of the usual American layouts, in Spanish or in words; else None.

    Day before month is read only where it can be nothing else.
    """
    plain = re.sub(r"\s+", " ", text.strip())
    for layout in _FORMATS:
        try:
            return datetime.strptime(plain, layout).date()
        except ValueError:
            continue
    return _date_of_squashed(squash(plain))


_YEARS = re.compile(r"(?:19|20)\d\d|\d\d$")


@lru_cache(maxsize=10_000)
def _date_of_squashed(letters: str) -> date | None:
    """A date that ``date_forms`` would write like these letters, found through the years that they name."""
    if letters.isdigit():
        return None
    for year in _years_named(letters):
        for month in range(1, 13):
            if not any(name[:3] in letters for name in _names_of(month)):
                continue
            for day in range(1, 32):
                try:
                    candidate = date(year, month, day)
                except ValueError:
                    continue
                if letters in date_forms(candidate):
                    return candidate
    return None


def _years_named(letters: str) -> list[int]:
    years = [int(found) for found in _YEARS.findall(letters)]
    whole = [year if year > 99 else (1900 if year > 30 else 2000) + year for year in years]
    if not whole and len(letters) > 12:
        whole = [year for year in range(1920, 2030) if any(form in letters for form in _year_words(year))]
    return whole


def date_forms(day: date) -> frozenset[str]:
    """The date in every usual layout, squashed. Day before month in figures only where it can be nothing else: 06/02
    is another day in an American paper, somebody's arrest as likely as not."""
    y, m, d = day.year, day.month, day.day
    months, days, years = {f"{m}", f"{m:02}"}, {f"{d}", f"{d:02}"}, {f"{y}", f"{y % 100:02}"}
    forms = {f"{month}{of_month}{year}" for month in months for of_month in days for year in years}
    if d > 12:
        forms |= {f"{of_month}{month}{year}" for month in months for of_month in days for year in years}
    forms |= {f"{y}{month}{of_month}" for month in months for of_month in days}
    in_words = {f"{y}", *_year_words(y)}
    for name in _names_of(m):
        full = len(name) > 4
        ordinal = {*days, _ordinal(d), *_day_words(d)}
        forms |= {f"{name}{of_month}{year}" for of_month in ordinal for year in (years | in_words if full else years)}
        forms |= {f"{of_month}{name}{year}" for of_month in ordinal for year in (years | in_words if full else years)}
        forms |= {f"{name}the{of_month}{year}" for of_month in ordinal - days for year in in_words}
        forms |= {
            f"{of_month}{of}{name}{year}"
            for of_month in ordinal - days
            for of in ("of", "dayof")
            for year in in_words | {f"intheyear{y}"}
        }
        forms |= {
            f"{of_month}de{name}{of}{year}"
            for of_month in {*days, *_day_words_es(d)}
            for of in ("de", "del", "delaño", "")
            for year in in_words
        }
    return frozenset(squash(form) for form in forms if len(form) >= _SHORTEST)


def _names_of(month: int) -> set[str]:
    """The month's names, squashed, and their usual short forms."""
    names = {squash(words.split()[month - 1]) for words in _MONTHS.values()}
    return names | {name[:length] for name in names for length in (3, 4) if len(name) > length}


def _day_words(day: int) -> Iterator[str]:
    if day <= 20:
        yield _ORDINALS[day - 1]
        yield _UNITS[day] if day < 20 else _TENS[0]
    elif day % 10 == 0:
        yield "thirtieth"
        yield "thirty"
    else:
        yield _TENS[day // 10 - 2] + _ORDINALS[day % 10 - 1]
        yield _TENS[day // 10 - 2] + _UNITS[day % 10]


def _day_words_es(day: int) -> Iterator[str]:
    if day == 1:
        yield "primero"
    yield _two_digits_es(day)


def _year_words(year: int) -> Iterator[str]:
    """Nineteen ninety-one; two thousand (and) one; mil novecientos noventa y uno."""
    rest = year % 100
    if year < 2000:
        yield "nineteen" + _two_digits(rest)
        yield "nineteenhundred" + _two_digits(rest)
        yield "nineteenhundredand" + _two_digits(rest)
        yield "milnovecientos" + (_two_digits_es(rest) if rest else "")
    else:
        plain = _UNITS[rest] if 0 < rest < 10 else _two_digits(rest) if rest else ""
        yield "twothousand" + plain
        yield "twothousandand" + plain
        yield "twenty" + _two_digits(rest)
        yield "dosmil" + (_two_digits_es(rest) if rest else "")


def _two_digits(number: int) -> str:
    if number < 20:
        return ("oh" if 0 < number < 10 else "") + _UNITS[number] if number else "hundred"
    return _TENS[number // 10 - 2] + (_UNITS[number % 10] if number % 10 else "")


def _two_digits_es(number: int) -> str:
    if number < len(_UNITS_ES):
        return _UNITS_ES[number]
    return _TENS_ES[number // 10 - 3] + (f"y{_UNITS_ES[number % 10]}" if number % 10 else "")


_STROKES = re.compile(
    r"\d{1,2}\s*([/\-])\s*\d{1,2}\s*\1\s*\d\d|(?:\d{1,2}(?:\s*[/\-. |\t\n]\s*)){2}\d{4}"
    r"|\d{4}\s*([/\-. ])\s*\d{1,2}\s*\2\s*\d{1,2}|\d{8}"
)


def written_like_a_date(text: str) -> bool:
    """Whether digits stand as a date's do: eight in a row, or month, day and year with strokes between them.

    "31485" may be a ZIP code and "3.14.85" a paragraph, so a year of two digits needs slashes or hyphens.
    """
    return any(c.isalpha() for c in text) or _STROKES.fullmatch(text) is not None


def _ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    return f"{number}{'th' if number % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
