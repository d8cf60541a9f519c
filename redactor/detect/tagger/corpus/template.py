"""Templates: text with slots and alternatives, filled from a cast of invented people.

``{S}`` is a person of the cast in full and ``{S.l}`` in another form (see ``people.FORMS``; ``t`` is titled, ``a`` any later
mention, ``p``, ``P``, ``o`` and ``r`` are he, He, him and his); ``{addr}`` is a value; ``[[a|b|]]`` is one of several texts. Capital
letters are people: S T the subject and another; U C D M F B X W N family, perpetrator, witness, neighbour; O Q V Z
officers; K L counsel; J H judges; I interpreter; A R authors and others.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from redactor.detect.tagger.corpus.people import FORMS, Casting, Person, relative, titled
from redactor.detect.tagger.corpus.piece import Piece
from redactor.detect.tagger.corpus.values import Values
from redactor.detect.tagger.labels import Kind

_KINDS = {
    **dict.fromkeys("STUCDMFBXWNPEG", Kind.SUBJECT),
    **dict.fromkeys("OQVZY", Kind.OFFICER),
    **dict.fromkeys("KL", Kind.COUNSEL),
    **dict.fromkeys("JH", Kind.JUDGE),
    **dict.fromkeys("IAR", Kind.OTHER),
}
_FAMILY = frozenset("UCDMFB")
_ANY = ("g", "g", "s", "t", "t", "h", "", "s")
_MARK = re.compile(r"\[\[|\]\]|\||\{([A-Za-z]+)(?:\.(\w))?\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value or a person."""

    name: str
    form: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A place for one of several templates."""

    alternatives: tuple[Template, ...]


Template = tuple["str | Slot | Choice", ...]


@cache
def parsed(text: str) -> Template:
    """The template as parts: text, slots and choices."""
    parts, at = _parsed(text, 0, inside=False)
    assert at == len(text)
    return parts[0]


def _parsed(text: str, at: int, *, inside: bool) -> tuple[tuple[Template, ...], int]:
    """The alternatives up to the closing brackets (one outside of brackets), and where they end."""
    alternatives: list[Template] = []
    parts: list[str | Slot | Choice] = []
    while match := _MARK.search(text, at):
        mark = match.group()
        if mark == "|" and not inside:
            parts.append(text[at : match.end()])
            at = match.end()
            continue
        if match.start() > at:
            parts.append(text[at : match.start()])
        at = match.end()
        if mark == "[[":
            inner, at = _parsed(text, at, inside=True)
            parts.append(Choice(inner))
        elif mark == "|":
            alternatives.append(tuple(parts))
            parts = []
        elif mark == "]]":
            return (*alternatives, tuple(parts)), at
        else:
            parts.append(Slot(match.group(1), match.group(2) or ""))
    if at < len(text):
        parts.append(text[at:])
    return (*alternatives, tuple(parts)), len(text)


class Cast:
    """The people of one paper, made when they first appear."""

    def __init__(self, casting: Casting, values: Values, rng: random.Random) -> None:
        self._casting = casting
        self._values = values
        self._rng = rng
        self._culture = casting.culture()
        self._people: dict[str, Person] = {}

    def person(self, letter: str) -> Person:
        """The person behind a letter."""
        known = self._people.get(letter)
        if known is None:
            known = self._people[letter] = self._made(letter)
        return known

    def _made(self, letter: str) -> Person:
        kind = _KINDS[letter]
        if letter in _FAMILY:
            return relative(self.person("S"), self._casting, self._culture, self._rng)
        if letter == "S":
            return self._casting.person(kind, self._culture)
        if kind is Kind.OFFICER and self._rng.random() < 0.04:  # an officer may share the subject's surname
            return self._casting.person(kind, surnames=self.person("S").surnames[:1])
        return self._casting.person(kind)

    def forget(self, letters: str) -> None:
        """Other people for these letters from now on: the next row of a table."""
        for letter in letters:
            self._people.pop(letter, None)

    def fill(self, template: str) -> list[Piece]:
        """The template's pieces, every slot filled and one of each set of alternatives taken."""
        return list(self._fill(parsed(template)))

    def _fill(self, parts: Template) -> Iterator[Piece]:
        for part in parts:
            if isinstance(part, str):
                yield Piece(part)
            elif isinstance(part, Choice):
                yield from self._fill(self._rng.choice(part.alternatives))
            else:
                yield from self._slot(part.name, part.form)

    def _slot(self, slot: str, form: str) -> Iterator[Piece]:
        if slot not in _KINDS:
            yield self._values.piece(slot)
            return
        person = self.person(slot)
        if form in "pPor" and form:
            words = {"p": ("she", "he"), "P": ("She", "He"), "o": ("her", "him"), "r": ("her", "his")}[form]
            yield Piece(words[0] if person.female else words[1])
            return
        if form == "a":
            form = self._rng.choice(_ANY)
        if form == "t":
            yield from titled(person, self._rng)
        else:
            yield Piece(FORMS[form](person, self._rng), person.kind)
