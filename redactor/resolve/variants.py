"""Every way in which a paper may write a person's name (law.md 4.5.2), as folded words.

What stands here is promised: the second pass finds each of these, and the checker is told to look for the full ones.
The second pass finds more (``runs``), because it knows a name by its words and not by a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from redactor.resolve.names import Name
from redactor.resolve.nicknames import also_called
from redactor.vocabulary import PARTICLES


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


_Words = tuple[str, ...]
_Add = Callable[[_Words, Strength], None]


def variants(name: Name) -> frozenset[Variant]:
    """Every way to write the name that this house promises to find."""
    found: dict[str, Strength] = {}

    def add(words: _Words, strength: Strength) -> None:
        text = " ".join(words)
        distinctive = [w for w in words if w not in PARTICLES and len(w) > 1]
        if not distinctive or (len(distinctive) == 1 and len(words) == 1 and len(text) < 3):
            return
        found[text] = max(found.get(text, strength), strength)

    for given, surnames in _readings(name):
        _add_full(given, surnames, add)
        _add_nicknames(given, surnames, add)
        _add_single(given, surnames, add)
    words = name.given + name.surnames
    if len(words) == 1:
        add(words, Strength.SURNAME)
    return frozenset(Variant(text, strength) for text, strength in found.items())


def _readings(name: Name) -> Iterator[tuple[_Words, _Words]]:
    """Given names and surnames: as written, or every split that an unordered name allows."""
    if name.surnames:
        yield name.given, name.surnames
        return
    words = name.given
    for cut in range(1, len(words)):
        yield words[:cut], words[cut:]


def _with_particles(surnames: _Words) -> Iterator[_Words]:
    """Each surname with the particles before it: "de la cruz" and "ejemplo" of "de la cruz ejemplo"."""
    begun = 0
    for at, word in enumerate(surnames, 1):
        if word not in PARTICLES:
            yield surnames[begun:at]
            begun = at


def _add_full(given: _Words, surnames: _Words, put: _Add) -> None:
    proper = tuple(w for w in surnames if w not in PARTICLES)
    if given and surnames:
        initials = tuple(w[0] for w in given)
        for first in {given, given[:1], initials, initials[:1], given[:1] + initials[1:]}:
            for last in {surnames, proper, proper[:1], proper[-1:], *_with_particles(surnames)} - {()}:
                put((*first, *last), Strength.FULL)
                put((*last, *first), Strength.FULL)
        for joined in joined_forms(surnames):
            put((*given[:1], joined), Strength.FULL)
        for joined in joined_forms(given):
            put((joined, *proper), Strength.FULL)
            put((joined, *proper[:1]), Strength.FULL)
    if len(proper) > 1:
        put(surnames, Strength.FULL)
        put(proper, Strength.FULL)


def _add_nicknames(given: _Words, surnames: _Words, put: _Add) -> None:
    proper = tuple(w for w in surnames if w not in PARTICLES)
    for short in also_called(given[0]) if given and proper else ():
        put((short, *surnames), Strength.FULL)
        put((short, proper[0]), Strength.FULL)
        put((short, proper[-1]), Strength.FULL)


def _add_single(given: _Words, surnames: _Words, put: _Add) -> None:
    for word in surnames:
        if len(word) >= 3 and word not in PARTICLES:
            put((word,), Strength.SURNAME)
    for joined in joined_forms(surnames):
        put((joined,), Strength.SURNAME)
    for word in given:
        if len(word) >= 3 and word not in PARTICLES:
            put((word,), Strength.GIVEN)


def joined_forms(words: _Words) -> frozenset[str]:
    """Several words written as one, with particles and without: "delacruz", "ejemplolopez", "xiaoming"."""
    proper = tuple(w for w in words if w not in PARTICLES and len(w) > 1)
    forms = {"".join(part) for part in _with_particles(words) if len(part) > 1}
    if len(proper) > 1:
        forms |= {"".join(proper), "".join(words)}
    return frozenset(forms - set(words))
