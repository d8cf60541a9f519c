"""What a written date says, part by part: which of its code points tell the day, the month, the year, the hour.

Numbers are read month first (as the blanks of U.S. agency forms ask), unless only day first gives a date. Numbers
that could be day or month are both taken for days. What is not understood at all is not guessed: the caller withholds
the whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from redactor.shadow import shadow


class Part(Enum):
    """What a piece of a written date tells. ``NUMBER`` may be a day or a short year, so it is treated as a day."""

    DAY = auto()
    NUMBER = auto()
    MONTH = auto()
    YEAR = auto()
    WEEKDAY = auto()
    TIME = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the calendar, as far as it was written."""

    day: int
    month: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Half-open code points of the text that was read, and what they tell."""

    start: int
    end: int
    part: Part
    value: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A written date that was understood whole: its pieces in order, and the days it may name."""

    pieces: tuple[Piece, ...]
    days: frozenset[Day]


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sept sep septiembre setiembre set",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAY_WORDS = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    lunes martes miércoles miercoles jueves viernes sábado sabado domingo
"""
_LINK_WORDS = """
    the of day on or about at to through thru until till and between from in around approximately approx circa
    el la los del de día dia a al y entre desde hasta en año ano aproximadamente
"""
_WEEKDAYS = frozenset(_WEEKDAY_WORDS.split())
_LINKS = frozenset(_LINK_WORDS.split())
_ISO = re.compile(r"(?P<y>(?:19|20)\d\d)([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)")
_COMPACT_ISO = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)")
_COMPACT_US = re.compile(r"(?P<m>\d\d)(?P<d>\d\d)(?P<y>(?:19|20)\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?P<one>\d{1,2}) ?([-/.]) ?(?P<two>\d{1,2}) ?\2 ?(?P<y>(?:19|20)\d\d|\d\d)(?!\d)")
_MONTH_YEAR = re.compile(r"(?P<m>\d{1,2}) ?[-/] ?(?P<y>(?:19|20)\d\d)(?!\d)")
_MONTH_DAY = re.compile(r"(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![\d/])")
_TIME = re.compile(
    r"T?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.? ?m\b\.?)?(?: ?(?:hours|hrs|horas)\b\.?)?(?:Z|[+-]\d\d:?\d\d)?"
    r"|\d{1,2} ?[ap]\.? ?m\b\.?|\d{3,4} ?(?:hours|hrs|horas|h)\b\.?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)|'\d\d(?!\d)")
_NUMBER = re.compile(r"(?P<n>\d{1,2})(?!\d)(?P<ord>(?:st|nd|rd|th|º|°|o|a)(?![^\W\d_]))?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_Reader = tuple[re.Pattern[str], Callable[[re.Match[str]], list[Piece] | None]]
_BETWEEN = re.compile(r"[\s,.;:()\-/]+")


def read_date(text: str) -> Reading | None:
    """The pieces of ``text``, offsets into it, or None where a single part of it is not understood."""
    plain = shadow(text)
    flowed = plain.flowed()
    # "January 2/3" and "January 2/2020" give days beside the month, not a month of their own.
    worded = any(word.casefold() in _MONTHS for word in _WORD.findall(flowed))
    readers = tuple(r for r in _READERS if not (worded and r[0] in (_MONTH_DAY, _MONTH_YEAR)))
    found: list[Piece] = []
    at = 0
    while at < len(flowed):
        step = _step(flowed, at, readers)
        if step is None:
            return None
        pieces, at = step
        found.extend(pieces)
    if not any(piece.part in (Part.DAY, Part.NUMBER, Part.MONTH, Part.YEAR) for piece in found):
        return None
    days = _days(found)
    if days is None:
        return None
    return Reading(
        tuple(Piece(*plain.origin(piece.start, piece.end), piece.part, piece.value) for piece in found), days
    )


def _step(text: str, at: int, readers: tuple[_Reader, ...]) -> tuple[list[Piece], int] | None:
    """What stands at ``at``, and where the next thing begins."""
    if (gap := _BETWEEN.match(text, at)) is not None:
        return [], gap.end()
    for pattern, reader in readers:
        if (match := pattern.match(text, at)) is not None and (pieces := reader(match)) is not None:
            return pieces, match.end()
    return None


def _fields(match: re.Match[str], **parts: str) -> list[Piece]:
    names = {"day": Part.DAY, "month": Part.MONTH, "year": Part.YEAR}
    pieces = [
        Piece(*match.span(group), names[part], _full_year(match[group]) if part == "year" else int(match[group]))
        for part, group in parts.items()
    ]
    return sorted(pieces, key=lambda piece: piece.start)


def _full_year(digits: str) -> int:
    number = int(digits.lstrip("'"))
    # Two digits: the century that POSIX strptime chooses.
    return number if number > 99 else number + (2000 if number < 69 else 1900)


def _calendar(match: re.Match[str]) -> list[Piece] | None:
    return _fields(match, day="d", month="m", year="y") if _exists(match["y"], match["m"], match["d"]) else None


def _numeric(match: re.Match[str]) -> list[Piece] | None:
    month_first = _exists(match["y"], match["one"], match["two"])
    day_first = _exists(match["y"], match["two"], match["one"])
    if month_first and day_first and match[2] == "." and match["one"] != match["two"]:
        return None
    if month_first:
        return _fields(match, day="two", month="one", year="y")
    # 21/01/20 may begin with its year.
    return _fields(match, day="one", month="two", year="y") if day_first and len(match["y"]) == 4 else None


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(_full_year(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _month_year(match: re.Match[str]) -> list[Piece] | None:
    return _fields(match, month="m", year="y") if 1 <= int(match["m"]) <= 12 else None


def _month_day(match: re.Match[str]) -> list[Piece] | None:
    # 2020 had a 29th of February.
    return _fields(match, day="d", month="m") if _exists("2020", match["m"], match["d"]) else None


def _number(match: re.Match[str]) -> list[Piece] | None:
    part = Part.DAY if match["ord"] else Part.NUMBER
    return [Piece(*match.span(), part, int(match["n"]))]


def _word(match: re.Match[str]) -> list[Piece] | None:
    word = match.group().casefold()
    if word in _MONTHS:
        return [Piece(*match.span(), Part.MONTH, _MONTHS[word])]
    if word in ("primero", "first"):
        return [Piece(*match.span(), Part.DAY, 1)]
    if word in _WEEKDAYS:
        return [Piece(*match.span(), Part.WEEKDAY)]
    return [Piece(*match.span(), Part.LINK)] if word in _LINKS else None


_READERS: tuple[_Reader, ...] = (
    (_ISO, _calendar),
    (_COMPACT_ISO, _calendar),
    (_COMPACT_US, _calendar),
    (_NUMERIC, _numeric),
    (_MONTH_YEAR, _month_year),
    (_TIME, lambda match: [Piece(*match.span(), Part.TIME)]),
    (_YEAR, lambda match: [Piece(*match.span(), Part.YEAR, _full_year(match.group()))]),
    (_MONTH_DAY, _month_day),
    (_NUMBER, _number),
    (_WORD, _word),
)


def _days(pieces: list[Piece]) -> frozenset[Day] | None:
    """Every day the pieces may name together; None where what reads as a day can be none."""
    months: Iterable[int | None] = {piece.value for piece in pieces if piece.part is Part.MONTH} or (None,)
    years: Iterable[int | None] = {piece.value for piece in pieces if piece.part is Part.YEAR} or (None,)
    numbers = [piece.value for piece in pieces if piece.part in (Part.DAY, Part.NUMBER)]
    if any(piece.part is Part.DAY and not 1 <= piece.value <= 31 for piece in pieces):
        return None
    return frozenset(
        Day(number, month, year) for number in numbers if 1 <= number <= 31 for month in months for year in years
    )
