"""Names found by their words: neighbouring words that are all one person's, in any order, cut or initialled.

A run may be "Ejemplo López, María E.", "lopez maria" or "M. Ejemplo": as long as the words stand together and are the
person's, nobody has to have listed the spelling beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from redactor.resolve.company import alone_is_a_name, is_ordinary, without_capitals
from redactor.resolve.index import Index, Own, Part
from redactor.resolve.reading import Reading
from redactor.resolve.variants import Strength
from redactor.vocabulary import NOT_NAMES, PARTICLES

_WIDEST_GAP = 14
"""Code points between two words of one name: a column gap, a line end and what stands around them."""

_PARTS = re.compile(r"[;:!?•|=]|\n\s*\n")
"""What parts two names, whoever's they are."""

_BREAKS = re.compile(r"[\n\t]")
_MOST_BETWEEN = 3
"""Initials and particles that may stand between two of a name's words."""

_INITIAL_GAP = re.compile(r"[ .,\u00a0]{0,3}|[-_]")
_FULL_STOP = re.compile(r"\.\s")
_LONGEST_ABBREVIATION = 4
"""Letters of the longest short form that ends in a point (Most. Anjali); behind a longer word a sentence ends."""

_ARTICLES = frozenset("el la los las".split())
"""Words that an alias begins with: El Chino, La Flaca."""

_PARTICLE_GAPS = (" ", "-", "\n", ", ")
_LEAST_LETTERS = 6
"""Letters of a guessed name (one that only a model saw) from which it is looked for."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``first`` to ``last`` (half-open indices into ``Reading.words``) that are person number ``who``'s."""

    who: int
    first: int
    last: int
    strength: Strength


def runs(
    reading: Reading, index: Index, present: AbstractSet[int], numbered: Mapping[tuple[int, int], AbstractSet[int]]
) -> Iterator[Run]:
    """Every run of the reading. Given names are looked at for the people of ``present`` only; ``numbered`` says for
    each line (its offsets) whose numbers stand on it."""
    words = reading.words
    places: dict[int, list[int]] = {}
    for at, (word, _, _) in enumerate(words):
        for who in index.family.get(word, ()):
            places.setdefault(who, []).append(at)
    for at, (word, _, _) in enumerate(words):
        for who in index.given.get(word, ()):
            if who in present:
                places.setdefault(who, []).append(at)
    for who, where in places.items():
        owner = index.people[who]
        for first, last in _chained(reading, owner, sorted(where)):
            if run := _judged(reading, index, who, first, last, numbered):
                yield run


def _chained(reading: Reading, owner: Own, where: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The person's words drawn together where only the person's initials and particles stand between them."""
    begun, last = where[0], where[0]
    seen = {reading.words[begun][0]}
    for at in where[1:]:
        word = reading.words[at][0]
        if word not in seen and _together(reading, owner, last, at):
            last = at
            seen.add(word)
            continue
        yield _widened(reading, owner, begun, last)
        begun = last = at
        seen = {word}
    yield _widened(reading, owner, begun, last)


def _together(reading: Reading, owner: Own, one: int, other: int) -> bool:
    if other - one > _MOST_BETWEEN + 1:
        return False
    for at in range(one + 1, other):
        word = reading.words[at][0]
        if not (word in owner.initials or word in PARTICLES or word in owner.particles):
            return False
    alone = any(len(reading.words[at][0]) == 1 for at in range(one, other + 1))
    for at in range(one, other):
        gap = reading.gap(at)
        if len(gap) > _WIDEST_GAP or _PARTS.search(gap) or (alone and _BREAKS.search(gap)):
            return False
        if _FULL_STOP.search(gap) and len(reading.words[at][0]) > _LONGEST_ABBREVIATION:
            return False
    return True


def _widened(reading: Reading, owner: Own, first: int, last: int) -> tuple[int, int]:
    """The run with the person's initials and particles beside it; the end half-open."""
    words = reading.words
    while first and _initial(reading, owner, first - 1) and _INITIAL_GAP.fullmatch(reading.gap(first - 1)):
        first -= 1
    while first and _particle(reading, owner, first - 1) and reading.gap(first - 1) in _PARTICLE_GAPS:
        first -= 1
    while first and _initial(reading, owner, first - 1) and _INITIAL_GAP.fullmatch(reading.gap(first - 1)):
        first -= 1
    while last + 1 < len(words) and _initial(reading, owner, last + 1) and _INITIAL_GAP.fullmatch(reading.gap(last)):
        last += 1
    while last + 1 < len(words) and _extra(reading, owner, last + 1) and reading.gap(last) in _PARTICLE_GAPS:
        last += 1
    return first, last + 1


def _particle(reading: Reading, owner: Own, at: int) -> bool:
    word = reading.words[at][0]
    return word in owner.particles and (word in PARTICLES or reading.shouts(at))


def _extra(reading: Reading, owner: Own, at: int) -> bool:
    word = reading.words[at][0]
    return word in owner.particles and word not in PARTICLES and reading.shouts(at)


def _initial(reading: Reading, owner: Own, at: int) -> bool:
    word, start, end = reading.words[at]
    if len(word) != 1 or word not in owner.initials or not reading.text[start].isupper():
        return False
    return reading.text[end : end + 1] not in ("'", "&") and reading.text[start - 1 : start] not in ("'", "&")


def _judged(
    reading: Reading,
    index: Index,
    who: int,
    first: int,
    last: int,
    numbered: Mapping[tuple[int, int], AbstractSet[int]],
) -> Run | None:
    """The run with its strength, or None where it is not written like a name."""
    owner = index.people[who]
    words = [word for word, _, _ in reading.words[first:last]]
    family = {word for word in words if owner.parts.get(word) is Part.FAMILY}
    given = {word for word in words if owner.parts.get(word) is Part.GIVEN}
    person = owner.person
    if any(len(word) == 1 and owner.initials.get(word, frozenset()) <= family for word in words):
        first, last, words = _without_initials(reading, first, last)
    aliased = len(words) > 1 and words[0] in _ARTICLES and not person.released
    aliased = aliased and any(tuple(words) == name.given for name in person.names | person.called if not name.surnames)
    several = aliased or len(family) + len(given) > 1 or any(len(word) == 1 for word in words)
    strength = Strength.FULL if family and several else Strength.SURNAME if family else Strength.GIVEN
    if strength is Strength.FULL:
        if not _full(reading, index, first, last, family | given, sure=owner.person.sure):
            return None
    elif not owner.person.sure:
        return None
    elif len(family | given) == 1:
        at = next(n for n in range(first, last) if reading.words[n][0] in owner.parts)
        on_line = who in numbered.get(reading.line(reading.words[at][1]), ())
        if not alone_is_a_name(reading, at, owner.parts.keys() - {reading.words[at][0]}, numbered=on_line):
            return None
    return Run(who, first, last, strength)


def _without_initials(reading: Reading, first: int, last: int) -> tuple[int, int, list[str]]:
    """The run without single letters at its ends, which begin no other name of the person."""
    while len(reading.words[first][0]) == 1:
        first += 1
    while len(reading.words[last - 1][0]) == 1:
        last -= 1
    return first, last, [word for word, _, _ in reading.words[first:last]]


def _full(reading: Reading, index: Index, first: int, last: int, own: AbstractSet[str], *, sure: bool) -> bool:
    """Whether words that are a full name are written like one. Of ordinary words ("hope young"), and of a name that is
    only guessed, each must have its capital."""
    capitals = all(reading.shouts(at) for at in range(first, last) if reading.words[at][0] not in PARTICLES)
    if not sure:
        return capitals and sum(map(len, own)) >= _LEAST_LETTERS and len(own) > 1
    return capitals or not all(word in index.ordinary or word in NOT_NAMES for word in own)


_MANY = frozenset("the los las both two three four all".split())
"""Words before a family's name in the plural."""


def plurals(reading: Reading, index: Index) -> Iterator[Run]:
    """A family's name in the plural ("the Ejemplos"), and a possessive typed without its apostrophe in a message."""
    for at, (word, start, _) in enumerate(reading.words):
        if not word.endswith("s") or len(word) <= _LEAST_LETTERS or index.knows(word):
            continue
        many = at > 0 and reading.words[at - 1][0] in _MANY and reading.shouts(at)
        if many or without_capitals(reading, start):
            for stem in (word[:-1], word[:-2] if word.endswith("es") else ""):
                for who in index.family.get(stem, ()):
                    if index.people[who].person.sure and not is_ordinary(word):
                        yield Run(who, at, at + 1, Strength.SURNAME)
