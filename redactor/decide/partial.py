"""What may be left of an identifier: the county of an address, the decade of an age, initials, the last four digits.

Each answers with half-open offsets of what is withheld. What is not understood goes whole; what is kept is kept
because its shape says what it is, never because nothing was found in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Offsets = tuple[int, int]

_COUNTY = re.compile(
    r"\bCounty of (?P<of>(?:(?:New|St\.|San|Santa|Los|El|Prince) )?[A-Z][\w'-]+)"
    r"|\b(?P<name>(?:(?:New|St\.|San|Santa|Los|El|Prince) )?[A-Z][\w'-]+ (?:County|COUNTY))\b"
    r"(?! (?:Road|Rd|Route|Rt|Line|Highway|Hwy|Jail|Seat|[A-Z0-9]))",
)
"""The name of a county, and not of a road, a jail or a court that is called after one."""

_AGE_WORDS = frozenset(
    "a about age aged an and approximately approx de edad en her his in is of old about the year years yr yrs y o yo "
    "child adult minor male female man woman boy girl años ano anos tiene".split()
)
_AGE = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_UNITS = frozenset("one two three four five six seven eight nine".split())
_WORD = re.compile(r"[^\W\d_]+")
_OLDEST_BAND = 90
"""45 C.F.R. § 164.514(b)(2)(i)(C): ages from ninety on are so few that they are one band."""

_KEPT_DIGITS = 4
"""Rule 5.2(a)(1) and (4): the last four digits of a Social Security, taxpayer or account number."""


def beyond_county(text: str) -> tuple[Offsets, ...]:
    """All but the name of the county, where the text has one."""
    found = next(iter(_COUNTY.finditer(text)), None)
    return _all_but(text, [found.span()] if found else [])


def beyond_decade(text: str) -> tuple[Offsets, ...]:
    """The last digit of an age, so that "2█ years old" stays; the whole of a number below ten, or from ninety on."""
    numbers = list(_AGE.finditer(text))
    words = list(_WORD.finditer(text))
    spelled = [word for word in words if word.group().casefold() in _TENS | _UNITS]
    understood = all(word in spelled or word.group().casefold() in _AGE_WORDS for word in words)
    digits = sum(character.isdigit() for character in text)
    if not understood or digits != sum(len(number.group()) for number in numbers):
        return ((0, len(text)),)
    if len(numbers) == 1 and not spelled:
        start, end = numbers[0].span()
        whole = end - start != len("10") or int(numbers[0].group()) >= _OLDEST_BAND
        return ((start if whole else end - 1, end),)
    tens = [word for word in spelled if word.group().casefold() in _TENS]
    units = [word.span() for word in spelled if word.group().casefold() in _UNITS]
    if not numbers and len(tens) == 1 and len(units) <= 1 and tens[0].group().casefold() != "ninety":
        return tuple(units)
    return ((0, len(text)),)


def beyond_initials(text: str) -> tuple[Offsets, ...]:
    """All letters of each word but its first (Rule 5.2(a)(3)); a name in letters that have no capitals goes whole."""
    words = list(_WORD.finditer(text))
    if not words or not all(word.group()[0].isupper() or len(word.group()) <= 3 for word in words):
        return ((0, len(text)),)
    return tuple((word.start() + 1, word.end()) for word in words if len(word.group()) > 1)


def beyond_last_four(text: str) -> tuple[Offsets, ...]:
    """All but the last four digits. A number of fewer than eight digits would be half shown, so it goes whole."""
    digits = [place for place, character in enumerate(text) if character.isdigit()]
    letters_after = any(character.isalnum() for character in text[digits[-1] + 1 :]) if digits else True
    if len(digits) < 2 * _KEPT_DIGITS or letters_after:
        return ((0, len(text)),)
    kept = digits[-_KEPT_DIGITS]
    return ((0, len(text[:kept].rstrip(" -.#:/"))),)


def _all_but(text: str, kept: Iterable[Offsets]) -> tuple[Offsets, ...]:
    """The stretches between what is kept, without blanks and commas at their ends."""
    return tuple(_between(text, [*kept, (len(text), len(text))]))


def _between(text: str, kept: Iterable[Offsets]) -> Iterator[Offsets]:
    at = 0
    for start, end in kept:
        stretch = text[at:start]
        if any(character.isalnum() for character in stretch):
            lead = len(stretch) - len(stretch.lstrip(" ,;\n\t"))
            yield at + lead, at + len(stretch.rstrip(" ,;\n\t"))
        at = end
