"""A date of birth in every layout in which a paper may write it in figures, with the months of five languages."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from redactor.resolve.months import names_of
from redactor.resolve.names import fold
from redactor.resolve.spelled_dates import spelled_dates

_SHORTEST = 4
"""1/2/85."""

_FORMATS = (
    "%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y", "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%B %d, %Y", "%b %d, %Y",
    "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%m/%d/%y", "%b. %d, %Y", "%m %d %Y", "%d-%b-%Y", "%d%b%Y",
)  # fmt: skip


_IN_FOREIGN = re.compile(r"(?i)(\d{1,2})(?:º|er|de|\s)*\s*([^\W\d_]{3,12})\.?(?:\s*(?:del?|,|año))*\s*(\d{4})")


def parsed_date(text: str) -> date | None:
    """The date that the text writes in one of the usual American layouts, in another language or in words; else None.

    Day before month is read only where it can be nothing else.
    """
    plain = re.sub(r"\s+", " ", text.strip())
    for layout in _FORMATS:
        try:
            return datetime.strptime(plain, layout).date()
        except ValueError:
            continue
    if match := _IN_FOREIGN.fullmatch(plain):
        for month in range(1, 13):
            if fold(match[2]) in names_of(month):
                try:
                    return date(int(match[3]), month, int(match[1]))
                except ValueError:
                    return None
    return next((day for _, _, day in spelled_dates(plain)), None)


_MONTHS_OF_A_YEAR = 12


@lru_cache(maxsize=20_000)
def date_forms(day: date) -> frozenset[str]:
    """The date in every usual layout, squashed. Day before month in figures only where it can be nothing else: 06/02
    is another day in an American paper, somebody's arrest as likely as not."""
    y, m, d = day.year, day.month, day.day
    months, days, years = {f"{m}", f"{m:02}"}, {f"{d}", f"{d:02}"}, {f"{y}", f"{y % 100:02}"}
    forms = {f"{month}{of_month}{year}" for month in months for of_month in days for year in years}
    if d > _MONTHS_OF_A_YEAR:
        forms |= {f"{of_month}{month}{year}" for month in months for of_month in days for year in years}
    forms |= {f"{y}{month}{of_month}" for month in months for of_month in days}
    written = days | {_ordinal(d)}
    for name in names_of(m):
        forms |= {f"{name}{of_month}{year}" for of_month in written for year in years}
        forms |= {f"{of_month}{name}{year}" for of_month in written for year in years}
        forms |= {f"{y}{name}{of_month}" for of_month in days}
        if len(name) > _SHORTEST or name in ("may", "june", "july", "mayo", "mars", "mai"):
            forms |= {f"{d}de{name}{of}{y}" for of in ("de", "del", "")}
            forms |= {f"{_ordinal(d)}{of}{name}{y}" for of in ("of", "dayof")} | {f"{name}the{_ordinal(d)}{y}"}
    return frozenset(form for form in forms if len(form) >= _SHORTEST)


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
