"""The registry's people by their words, so that a page is searched for thousands of names in one walk over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from redactor.resolve.nicknames import also_called
from redactor.resolve.people import Person, Registry
from redactor.resolve.variants import joined_forms
from redactor.vocabulary import PARTICLES


class Part(IntEnum):
    """What a word is of a name. A word that is both a surname and a given name of one person counts as a surname."""

    GIVEN = 1
    FAMILY = 2


@dataclass(frozen=True, slots=True)
class Own:
    """What belongs to one person: folded words by part, the first letters of the given names with the words that they
    begin, the particles."""

    person: Person
    parts: dict[str, Part]
    initials: Mapping[str, frozenset[str]]
    particles: frozenset[str]


def own(person: Person) -> Own:
    """The person's words, nicknames and joined spellings included."""
    parts: dict[str, Part] = {}
    initials: dict[str, set[str]] = {}
    particles: set[str] = set()
    for name in person.names:
        for word in name.forenames:
            parts.setdefault(word, Part.GIVEN)
            for short in also_called(word):
                if len(short) > 2:
                    parts.setdefault(short, Part.GIVEN)
        if name.surnames:
            for joined in joined_forms(name.given):
                parts.setdefault(joined, Part.GIVEN)
        for word in name.given if name.surnames else name.given[:-1]:
            if word not in PARTICLES:
                initials.setdefault(word[0], set()).add(word)
        particles |= {word for word in name.given + name.surnames if word in PARTICLES} | name.extra
    for name in person.called:
        for word in name.words:
            parts.setdefault(word, Part.GIVEN)
        particles |= {word for word in name.given if word in PARTICLES}
    ordered = {word for name in person.names if name.surnames for word in name.family}
    only_given = {word for name in person.names if name.surnames for word in name.forenames} - ordered
    for name in person.names:
        for joined in joined_forms(name.surnames or name.given[1:]):
            parts[joined] = Part.FAMILY
        for word in name.family - only_given:
            parts[word] = Part.FAMILY
    letters = {letter: frozenset(words - ordered) for letter, words in initials.items() if words - ordered}
    return Own(person, parts, letters, frozenset(particles))


class Index:
    """Everybody of the registry, numbered, and who has which word."""

    def __init__(self, registry: Registry) -> None:
        self.people: tuple[Own, ...] = tuple(own(person) for person in registry.persons)
        self.ordinary = registry.ordinary
        self.family: dict[str, list[int]] = {}
        self.given: dict[str, list[int]] = {}
        for number, owner in enumerate(self.people):
            for word, part in owner.parts.items():
                (self.family if part is Part.FAMILY else self.given).setdefault(word, []).append(number)

    def knows(self, word: str) -> bool:
        """Whether a folded word is anybody's."""
        return word in self.family or word in self.given
