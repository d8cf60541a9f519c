"""A number's digits, and every layout in which a paper may write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from redactor.model import Category
from redactor.shadow import squash

NUMBERS = frozenset({
    Category.A_NUMBER, Category.AGENCY_SYSTEM_ID, Category.EVENT_NUMBER, Category.FINS, Category.RECEIPT_NUMBER,
    Category.ONLINE_ACCOUNT, Category.SEVIS_ID, Category.SSN, Category.ITIN, Category.PASSPORT, Category.VISA_NUMBER,
    Category.I94_NUMBER, Category.NATIONAL_ID, Category.DRIVER_LICENSE, Category.CRIMINAL_JUSTICE_ID,
    Category.DOCKET_NUMBER, Category.BANK_ACCOUNT, Category.PAYMENT_CARD, Category.LICENSE_PLATE, Category.VIN,
    Category.PHONE, Category.EMAIL, Category.ATTORNEY_ID,
})  # fmt: skip
"""Categories whose values are looked for in the whole matter, whatever stands between their digits."""

SHORTEST = 6
"""Letters and digits from which a number is looked for without its label."""

_SHORTEST_DATE = 4
"""1/2/85."""

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SPANISH = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
_FORMATS = (
    "%m/%d/%Y",
    "%m-%d-%Y",
    "%m.%d.%Y",
    "%Y-%m-%d",
    "%Y%m%d",
    "%B %d, %Y",
    "%b %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%m/%d/%y",
    "%b. %d, %Y",
)


def squashed_forms(category: Category, text: str) -> Iterator[str]:
    """What to look for in a squashed text: the value's letters and digits, in every layout that differs."""
    if category is Category.DATE_OF_BIRTH:
        if (born := parsed_date(text)) is not None:
            yield from date_forms(born)
        return
    value = squash(text)
    if category is Category.A_NUMBER:
        value = re.sub(r"\D", "", value).lstrip("0")
    if (len(value) >= SHORTEST and any(c.isdigit() for c in value)) or (
        category is Category.EMAIL and len(value) >= SHORTEST
    ):
        yield value


def parsed_date(text: str) -> date | None:
    """The date that the text writes in one of the usual American layouts, or None."""
    plain = re.sub(r"\s+", " ", text.strip())
    for layout in _FORMATS:
        try:
            return datetime.strptime(plain, layout).date()
        except ValueError:
            continue
    return None


_MONTHS_OF_A_YEAR = 12


def date_forms(day: date) -> frozenset[str]:
    """The date in every usual layout, squashed. Day before month in figures only where it can be nothing else: 06/02
    is another day in an American paper, somebody's arrest as likely as not."""
    y, m, d = day.year, day.month, day.day
    months, days, years = {f"{m}", f"{m:02}"}, {f"{d}", f"{d:02}"}, {f"{y}", f"{y % 100:02}"}
    forms = {f"{month}{of_month}{year}" for month in months for of_month in days for year in years}
    if d > _MONTHS_OF_A_YEAR:
        forms |= {f"{of_month}{month}{y}" for month in months for of_month in days}
    forms |= {f"{y}{month}{of_month}" for month in months for of_month in days}
    for language in (_MONTHS, _SPANISH):
        month = language[m - 1]
        for name in {month, month[:3], month[:4]}:
            forms |= {f"{name}{of_month}{y}" for of_month in days | {_ordinal(d)}}
            forms |= {f"{of_month}{name}{year}" for of_month in days | {_ordinal(d)} for year in years}
        forms |= {f"{d}de{month}de{y}", f"{d}de{month}del{y}"}
        forms |= {f"{_ordinal(d)}{of}{month}{y}" for of in ("of", "dayof")}
    return frozenset(form for form in forms if len(form) >= _SHORTEST_DATE)


_STROKES = re.compile(
    r"\d{1,2}\s*([/\-])\s*\d{1,2}\s*\1\s*\d\d|(?:\d{1,2}\s*[/\-. ]\s*){2}\d{4}"
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
