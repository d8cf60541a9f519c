"""Officers in a row: "Officers Muster, Sample and Lee", "AO team: Muster, Lee", "Muster and Lee, deportation officers".

The title stands once and speaks for all of them, but for nobody behind the "and" that ends the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.model import Role
from redactor.offices import ANY, LINE_CODE, LINE_OFFICER, PLAIN_OFFICER, SUPERVISOR, Office, office_called
from redactor.resolve.names import fold
from redactor.resolve.office import Evidence
from redactor.vocabulary import NOT_NAMES, PARTICLES, words_in

_SCORE = 0.86
"""Of a name in a row: below a title of its own, above a bare surname that the matter knows."""

_WORD = r"(?:[^\W\d_a-z][^\W\d_]*(?:['\-][^\W\d_]+)*\.?)"
_PARTICLES = r"(?:(?:de|la|del|dos|da|van|von|der|bin|al|el)[ ]){0,2}"
_ITEM = rf"(?:(?:{ANY})[ ])?{_PARTICLES}{_WORD}(?:[ \n]{_PARTICLES}{_WORD}){{0,3}}"
_ROW = rf"{_ITEM}(?:,[ \n]{_ITEM})*(?:,?[ \n](?:and|&)[ \n]|/){_ITEM}"

_AFTER_TITLE = re.compile(rf"(?<![^\W\d_])(?P<title>{ANY})[ \n](?P<row>{_ROW})")
_BEFORE_TITLE = re.compile(
    rf"(?<![^\W\d_])(?P<row>{_ROW})(?:,[ \n]|[ ]?\()(?:both[ ]|all[ ]|two[ ]|three[ ]|the[ ])"
    rf"?(?P<title>{ANY})(?![^\W\d_])(?![ ]{_WORD})"
)
_LABEL = re.compile(
    rf"(?im)^[ \t]*(?P<label>(?:[^\W\d_]+[ ]){{0,2}}(?:{LINE_OFFICER}|{PLAIN_OFFICER}|{SUPERVISOR}|"
    rf"(?-i:{LINE_CODE}))(?:\(?s\)?)?(?:[ ](?:present|assigned|on[ ]scene|on[ ]site|involved|names?|team))?|(?:AO|"
    rf"ERO|FugOps|fugitive[ ]operations|arrest(?:ing)?|courthouse|field|apprehension|duty)[ ]team(?:[ ]members?)?|"
    rf"team(?:[ ](?:members?|lead(?:er)?))?)[ ]?:[ \t]*(?P<row>[^\n\t]+)"
)
_SEPARATOR = re.compile(r",?[ \n](?:and|&)[ \n]|[,;/|][ \n]?")
_SEMICOLONS = re.compile(r"[ ]?;[ ]?")
_PREFIX = re.compile(rf"(?:(?:{ANY})[ ])+")
_NAMED = re.compile(rf"{_PARTICLES}{_WORD}(?:,?[ ]{_PARTICLES}{_WORD}){{0,4}}")


Row = tuple[int, int, Evidence]
"""Half-open offsets of one name in a row, and what the row's title says of it."""


def rows_of_officers(text: str) -> Iterator[Row]:
    """Half-open offsets of each name of each row in ``text`` (flat), with what the row's title says of it."""
    for match in _AFTER_TITLE.finditer(text):
        if office := _of_many(match["title"]):
            yield from _names(text, *match.span("row"), office)
    for match in _BEFORE_TITLE.finditer(text):
        if office := _of_many(match["title"]):
            yield from _names(text, *match.span("row"), office)
    for match in _LABEL.finditer(text):
        office = _of_many(match["label"]) or Office(Role.OFFICER)
        yield from _names(text, *match.span("row"), office)


def _of_many(title: str) -> Office | None:
    """The office of a title in the plural, or None."""
    office = office_called(title) if title.lower().endswith("s") and office_called(title[:-1]) else None
    return office if office and office.bare else None


def _names(text: str, start: int, end: int, office: Office) -> Iterator[Row]:
    separator = _SEMICOLONS if ";" in text[start:end] else _SEPARATOR
    at = start
    while at < end:
        found = separator.search(text, at, end)
        stop = found.start() if found else end
        prefix = _PREFIX.match(text, at, stop)
        first = prefix.end() if prefix else at
        piece = text[first:stop].rstrip(" .)")
        if not _NAMED.fullmatch(piece.replace("\n", " ")) or not _names_somebody(piece):
            return  # what is no name ends the row
        yield first, first + len(piece), Evidence(office, _SCORE, "in a row of officers")
        at = found.end() if found else end


def _names_somebody(piece: str) -> bool:
    words = [fold(word) for word in words_in(piece)]
    return any(len(word) > 1 and word not in NOT_NAMES and word not in PARTICLES for word in words)
