"""A name's parts, and every way in which a paper may write it (law.md 4.5.2)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from redactor.vocabulary import NOT_NAMES, PARTICLES, TITLES

_TOKEN = re.compile(r"[^\W\d_]+")


class Strength(IntEnum):
    """How much a variant says by itself."""

    GIVEN = 1
    """A given name or nickname alone: only where the person is known to be in the document."""
    SURNAME = 2
    """One surname alone: where it is written like a name."""
    FULL = 3
    """Two words or more: everywhere."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Folded words, one blank apart, and how much they say."""

    text: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Name:
    """Folded words. Where the order is not known (no comma), ``surnames`` is empty and every word is in ``given``."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """The words that tell the name apart, without particles and initials."""
        return frozenset(w for w in self.given + self.surnames if w not in PARTICLES and len(w) > 1)


def fold(text: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Folded words with their half-open offsets; everything that is no letter parts them, apostrophes do not."""
    joined = re.sub(r"(?<=[^\W\d_])['’](?=[^\W\d_]{2})", "\x00", text)  # O'Neil is one word, Ejemplo's is two
    for match in re.finditer(r"[^\W\d_](?:[^\W\d_]|\x00)*", joined):
        yield fold(match.group().replace("\x00", "")), match.start(), match.end()


def parse(text: str) -> Name:
    """The name's parts. "LAST LAST, First Middle" tells the order; anything else does not."""
    before, comma, after = text.partition(",")
    if comma and after.strip():
        return Name(tuple(t for t, _, _ in tokens(after)), tuple(t for t, _, _ in tokens(before)))
    return Name(tuple(t for t, _, _ in tokens(text)), ())


_MOST_WORDS = 7


BESIDE_NUMBER = "shape beside an A-Number"
"""Reason of a claim that stands directly before an A-Number: what stands there is a name, whatever its words."""


def cleaned(text: str, *, told: bool = False) -> str | None:
    """The name in a claim's text, without titles and form words around it; None where it is no name at all.

    ``told`` says that a label or number tells where the name stands; then one of two or three words may be a form
    word (Precious Sunday), and only titles are left out.
    """
    words = text.replace(",", " ").split()
    told = told and len(words) <= 3 and sum(fold(word.strip(".'")) in NOT_NAMES for word in words) <= 1
    before, _, after = text.replace("\n", " ").partition(",")
    after = after.split(",")[0].split(";")[0]
    parts = [stripped for part in (before, after) if (stripped := _without_form_words(part, told))]
    words = [word for part in parts for word in part.split()]
    if not words or len(words) > _MOST_WORDS or any(_written_small(word) for word in words):
        return None
    if all(fold(word.strip(".'")) in NOT_NAMES for word in words):
        return None
    if len(parts) == 2 and all(fold(word.strip(".'")) in NOT_NAMES for word in parts[1].split()):
        return parts[0]  # a place behind the name
    return ", ".join(parts)


def _written_small(word: str) -> bool:
    letters = word.lstrip("\"'(")
    return bool(letters) and letters[0].islower() and fold(letters.rstrip(".,")) not in PARTICLES and "-" not in letters


def _without_form_words(part: str, told: bool) -> str:
    words = part.split()
    while words and (
        fold(words[0].rstrip(".:")) in TITLES or (not told and len(words) > 1 and fold(words[0]) in NOT_NAMES)
    ):
        words.pop(0)
    while not told and len(words) > 1 and fold(words[-1].rstrip(".:")) in NOT_NAMES:
        words.pop()
    return " ".join(words)


def variants(name: Name) -> frozenset[Variant]:
    """Every way to write the name that this house looks for."""
    found: dict[str, Strength] = {}

    def add(words: tuple[str, ...], strength: Strength) -> None:
        text = " ".join(words)
        distinctive = [w for w in words if w not in PARTICLES and len(w) > 1]
        if not distinctive or (len(distinctive) == 1 and len(words) == 1 and len(text) < 3):
            return
        found[text] = max(found.get(text, strength), strength)

    for given, surnames in _readings(name):
        _add_orders(given, surnames, add)
    words = name.given + name.surnames
    if len(words) == 1:
        add(words, Strength.SURNAME)
    return frozenset(Variant(text, strength) for text, strength in found.items())


def _readings(name: Name) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Given names and surnames: as written, or every split that an unordered name allows."""
    if name.surnames:
        yield name.given, name.surnames
        without = tuple(w for w in name.surnames if w not in PARTICLES)
        if without != name.surnames:
            yield name.given, without
        return
    words = name.given
    for cut in range(1, len(words)):
        yield words[:cut], words[cut:]


def _with_particles(surnames: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Each surname with the particles before it: "de la cruz" and "ejemplo" of "de la cruz ejemplo"."""
    begun = 0
    for at, word in enumerate(surnames, 1):
        if word not in PARTICLES:
            yield surnames[begun:at]
            begun = at


_Add = Callable[[tuple[str, ...], Strength], None]


def _add_orders(given: tuple[str, ...], surnames: tuple[str, ...], put: _Add) -> None:
    proper = tuple(w for w in surnames if w not in PARTICLES)
    if given and surnames:
        initials = tuple(w[0] for w in given)
        for first in {given, given[:1], initials, initials[:1], given[:1] + initials[1:]}:
            for last in {surnames, proper, proper[:1], proper[-1:], *_with_particles(surnames)} - {()}:
                put((*first, *last), Strength.FULL)
                put((*last, *first), Strength.FULL)
        if len(proper) > 1:
            put((*given[:1], "".join(proper)), Strength.FULL)
    if len(proper) > 1:
        put(surnames, Strength.FULL)
        put(proper, Strength.FULL)
        put(("".join(proper),), Strength.SURNAME)
    for word in proper:
        if len(word) >= 3:
            put((word,), Strength.SURNAME)
    for word in given:
        if len(word) >= 3 and word not in PARTICLES:
            put((word,), Strength.GIVEN)
