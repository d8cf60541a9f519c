"""Questions about one word. Words may be given in any case, with accents and curly apostrophes."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from redactor.lexicon import words
from redactor.lexicon.words import Tier, fold

COMMON_GIVEN = 4_000
"""Rank down to which a given name is so common that its capital speaks for the name: about 5,000 births and more."""
_COMMON_SURNAME = 15_000
"""Rank of a surname with about 2,000 bearers."""
_NAMES_BEFORE = {
    None: (COMMON_GIVEN, _COMMON_SURNAME),
    Tier.COMMON: (COMMON_GIVEN, _COMMON_SURNAME),
    Tier.ORDINARY: (2 * COMMON_GIVEN, 2 * _COMMON_SURNAME),
    Tier.RARE: (1_000_000, 1_000_000),
}
"""Ranks of given names and surnames down to which a name outweighs the English word, the place or the abbreviation that
it also is. Words of large dictionaries only ("Mica", "Elan") never outweigh a name."""


class Kind(StrEnum):
    """Why a word needs no further explanation."""

    ENGLISH = "english"
    CAPITALISED = "capitalised"
    LEGAL = "legal"
    AGENCY = "agency"
    COURT = "court"
    CITATION = "citation"
    CALENDAR = "calendar"
    FORM = "form"
    SPANISH = "spanish"


@lru_cache(maxsize=50_000)
def english_tier(word: str) -> Tier | None:
    """How ordinary a word is that is written small; None where English has no such word. Possessives are known."""
    plain = _bare(word)
    for tier in Tier:
        if plain in words.english(tier):
            return tier
    return None


def is_english(word: str) -> bool:
    """Whether English ordinarily writes this word small: "court", "Motions", "will"; not "Maria", not "March"."""
    return english_tier(word) is not None


def surname_rank(word: str) -> int | None:
    """How common a surname is in the United States, from 0; None where fewer than 100 people bear it."""
    return words.surname_ranks().get(_joined(word))


def given_rank(word: str) -> int | None:
    """How common a given name is in the United States, from 0; None where fewer than 100 people were given it."""
    return words.given_ranks().get(_joined(word))


def is_surname(word: str) -> bool:
    """Whether 100 people or more in the United States bear this surname."""
    return surname_rank(word) is not None


def is_given(word: str) -> bool:
    """Whether 100 people or more in the United States were given this name."""
    return given_rank(word) is not None


def is_common_given(word: str) -> bool:
    """Whether a given name is so common that its capital speaks for the name."""
    rank = given_rank(word)
    return rank is not None and rank < COMMON_GIVEN


def names_people(word: str) -> bool:
    """Whether a word is common enough as a name, beside what English makes of it, that capitalised in mid-sentence it
    is one until shown otherwise."""
    given, surname = given_rank(word), surname_rank(word)
    most_given, most_surnames = _NAMES_BEFORE[english_tier(word)]
    return (given is not None and given < most_given) or (surname is not None and surname < most_surnames)


def is_place(phrase: str, *, well_known: bool = False) -> bool:
    """Whether a phrase ("Staten Island", "Choluteca") is a place. ``well_known`` leaves out small cities abroad,
    which point to the people who come from there."""
    plain = " ".join(_bare(phrase).split())
    return plain in (words.well_known_places() if well_known else words.places())


def is_vocabulary(word: str) -> bool:
    """Whether a word belongs to the law, its courts, agencies, forms, citations, the calendar or a people's name."""
    return _vocabulary(_bare(word)) is not None


@lru_cache(maxsize=50_000)
def explains(word: str) -> Kind | None:
    """Why a capitalised word needs no explanation wherever it stands, or None where its surroundings must tell.

    Words that are common names as well ("Grace", "Rivers", "April", "Brady") are not explained here unless they are
    words of the law; neither are places, which may be phrases: ask ``is_place``. Hyphenated words are explained by
    their parts.
    """
    plain = _bare(word)
    if plain in words.function_words():
        return Kind.ENGLISH
    if _acronym(word):
        return Kind.AGENCY
    known = _vocabulary(plain)
    if known and (known in _ALWAYS or not names_people(plain)):
        return known
    if plain in words.english() and not names_people(plain):
        return Kind.ENGLISH
    parts = [part for part in word.split("-") if part]
    if len(parts) > 1:
        kinds = [explains(part) if len(part) > 1 else Kind.ENGLISH for part in parts]
        return kinds[0] if all(kinds) else None
    return None


def _acronym(word: str) -> bool:
    """Whether a word is a known acronym, in the singular, the plural or the possessive."""
    written = word.replace("’", "'").removesuffix("'s").removesuffix("'S").removesuffix("'")
    closed = written.replace(".", "")
    if len(closed) > 2 and closed != written and closed in words.acronyms():
        return True
    return written in words.acronyms() or (written.endswith("s") and written[:-1] in words.acronyms())


_ALWAYS = frozenset({Kind.LEGAL, Kind.COURT, Kind.AGENCY, Kind.CAPITALISED})
"""Lists that hold no word which stands for a person more often than for the thing."""


def _vocabulary(plain: str) -> Kind | None:
    for kind, known in (
        (Kind.LEGAL, words.legal),
        (Kind.COURT, words.courts),
        (Kind.AGENCY, words.agencies),
        (Kind.CAPITALISED, words.capitalised),
        (Kind.FORM, words.form_print),
        (Kind.CALENDAR, words.calendar),
        (Kind.CITATION, words.citations),
        (Kind.SPANISH, words.spanish),
    ):
        if plain in known():
            return kind
    return None


def _bare(word: str) -> str:
    """Folded, without a possessive."""
    return fold(word).removesuffix("'s").removesuffix("'").rstrip(".")


def _joined(word: str) -> str:
    """Folded and closed up, as the census writes names: "O'Neil-Díaz" is "oneildiaz"."""
    return _bare(word).replace("'", "").replace("-", "").replace(" ", "")
