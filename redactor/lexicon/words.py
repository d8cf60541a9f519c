"""The word lists in memory: read once, when first asked for, and folded, so that a look-up is one hash.

Which file holds what, and where it comes from: ``SOURCES.md``. Words are compared folded: lower case, without accents,
with plain apostrophes. Loading all of them takes about a fifth of a second and 60 MB; each list is loaded by itself.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import cache
from importlib.resources import files

_CURLY = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'"})


class Tier(IntEnum):
    """How ordinary an English word is: in a small dictionary, in a desk dictionary, only in a large one."""

    COMMON = 1
    ORDINARY = 2
    RARE = 3


def fold(text: str) -> str:
    """Lower case without accents, apostrophes made plain: "Peña" and "PEÑA" are "pena", "O’Neil" is "o'neil"."""
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", text.translate(_CURLY).casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


@cache
def english(tier: Tier = Tier.RARE) -> frozenset[str]:
    """English words that are ordinarily written small, up to ``tier``, inflected forms included."""
    tiers = ("english-common.txt", "english.txt", "english-rare.txt")
    return frozenset().union(*(_lines(name) for name in tiers[:tier]))


@cache
def surname_ranks() -> dict[str, int]:
    """Surnames of the United States by commonness: 0 is the most common. No apostrophes, hyphens or blanks."""
    return {name: rank for rank, name in enumerate(_text("surnames.txt").split())}


@cache
def given_ranks() -> dict[str, int]:
    """Given names of the United States by commonness: 0 is the most common."""
    return {name: rank for rank, name in enumerate(_text("given-names.txt").split())}


@cache
def surnames() -> frozenset[str]:
    """All of ``surname_ranks``, as a set."""
    return frozenset(surname_ranks())


@cache
def given_names() -> frozenset[str]:
    """All of ``given_ranks``, as a set."""
    return frozenset(given_ranks())


@cache
def places() -> frozenset[str]:
    """Countries, capitals, states, counties, and cities of the world from 15,000 inhabitants on; all of New York."""
    return well_known_places() | _lines("places-abroad.txt")


@cache
def well_known_places() -> frozenset[str]:
    """Places whose mention points to nobody: as ``places``, but cities abroad from 300,000 inhabitants on only."""
    names = ("countries", "states", "counties", "american", "large")
    return frozenset().union(_lines("hand-places.txt"), *(_lines(f"places-{name}.txt") for name in names))


@cache
def capitalised() -> frozenset[str]:
    """English words that are written with a capital and name no person: peoples, brands, holidays."""
    names = surnames() | given_names()
    return (_lines("english-capitalised.txt") - names) | _words("hand-demonyms.txt")


@cache
def function_words() -> frozenset[str]:
    """Words that begin and join English sentences: explained wherever they stand, whoever is called by them."""
    return _words("hand-function.txt")


@cache
def spanish() -> frozenset[str]:
    """Spanish words that begin sentences and head sworn statements, folded."""
    return _words("hand-spanish.txt")


@cache
def legal() -> frozenset[str]:
    """Words of the law and of its papers, Latin included, whether or not a dictionary has them."""
    return _words("hand-legal.txt")


@cache
def citations() -> frozenset[str]:
    """Abbreviations of citations, reporters, dockets and statutes, without their last point."""
    return frozenset(word.removesuffix(".") for word in _words("hand-citations.txt"))


@cache
def agencies() -> frozenset[str]:
    """Agencies, their parts, systems and papers: the words of their names, folded."""
    return frozenset(fold(word) for word in _written("hand-agencies.txt") if not word.isupper())


@cache
def acronyms() -> frozenset[str]:
    """Acronyms in capitals, not folded, the field's own and English ones: "GAO" is an office, "Gao" somebody's name."""
    own = (w for name in ("agencies", "courts", "forms") for w in _written(f"hand-{name}.txt") if w.isupper())
    return frozenset(_text("acronyms.txt").split()) | frozenset(own)


@cache
def courts() -> frozenset[str]:
    """Words of courts, their parts and those who sit there."""
    return frozenset(fold(word) for word in _written("hand-courts.txt") if not word.isupper())


@cache
def calendar() -> frozenset[str]:
    """Months, weekdays, holidays, units, numbers in words and Roman numerals."""
    return _words("hand-calendar.txt")


@cache
def form_print() -> frozenset[str]:
    """What the forms of these matters print: labels, headings and abbreviations of filled cells."""
    return _words("hand-forms.txt") | _lines("forms-uscis.txt")


def _text(name: str) -> str:
    return (files(__package__) / "data" / name).read_text(encoding="utf-8")


def _lines(name: str) -> frozenset[str]:
    text = _text(name)
    lines = fold(text).splitlines() if text.isascii() else (fold(line) for line in text.splitlines())
    return frozenset(line for line in lines if line)


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _written(name))


def _written(name: str) -> frozenset[str]:
    """The words of a list written by hand, as written there, comments left out."""
    lines = (line for line in _text(name).splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
