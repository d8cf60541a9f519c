"""People in e-mail addresses, account names and file names: rosa.ejemplo@…, rejemplo84, @la_rosa_ejemplo, EjemploRNTA.

What stands as a word of its own between points and underscores is found as any name is; here are those written as one
word with an initial, another name or a form's letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import ahocorasick

from redactor.lexicon import is_english
from redactor.model import Category
from redactor.resolve.index import Index, Own, Part
from redactor.resolve.names import fold
from redactor.resolve.reading import Reading

_EMAIL = re.compile(r"[\w.+\-]{2,64}@[\w\-]{1,63}(?:\.[\w\-]{2,63})+")
_HANDLE = re.compile(r"(?<![\w@.])@[\w.\-]{3,40}\b")
_COMPOUND = re.compile(r"(?<![\w@.])(?=[\w.\-]*(?:\d|_|[a-z][A-Z]|[a-z]\.[a-z]))[^\W\d_][\w.\-]{4,80}")
_PIECE = re.compile(r"[^\W\d_]{4,}")
_CAMEL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-Ý])|(?<=[A-ZÀ-Ý])(?=[A-ZÀ-Ý][a-zß-öø-ÿ])")

_LEAST_SURNAME = 4
_LEAST_WITH_INITIAL = 5
"""Letters of a surname that is known behind or before a mere initial."""


@dataclass(frozen=True, slots=True)
class Handle:
    """Half-open offsets of the shadow that hold person number ``who``'s name written into one word, and what it is."""

    who: int
    start: int
    end: int
    category: Category


class HandleSearch:
    """The surnames of private people, looked for inside longer words."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._surnames = ahocorasick.Automaton()
        for word, holders in index.family.items():
            private = tuple(n for n in holders if index.people[n].person.sure and not index.people[n].person.released)
            if private and len(word) >= _LEAST_SURNAME:
                self._surnames.add_word(word, (word, private))
        if len(self._surnames):
            self._surnames.make_automaton()

    def found(self, reading: Reading, present: AbstractSet[int]) -> Iterator[Handle]:
        """Every address, account name and compound word that holds a name. A given name alone is enough in an e-mail
        address or account of a person who is ``present`` in the document."""
        if not len(self._surnames):
            return
        text = reading.text
        taken: list[tuple[int, int]] = []
        for pattern, category in ((_EMAIL, Category.EMAIL), (_HANDLE, Category.ONLINE_IDENTIFIER)):
            for match in pattern.finditer(text):
                taken.append(match.span())
                local = match.group().partition("@")[0] or match.group()[1:]
                for who in sorted(self._people_in(local, present, accounts=True)):
                    yield Handle(who, *match.span(), category)
        for match in _COMPOUND.finditer(text):
            if not any(start <= match.start() < end for start, end in taken):
                yield from self._in_compound(match)

    def _in_compound(self, match: re.Match[str]) -> Iterator[Handle]:
        """A file name or an account name without a sign: the piece of it that holds the name."""
        for piece in _PIECE.finditer(match.group()):
            for who in sorted(self._people_in(piece.group(), frozenset(), accounts=False)):
                start = match.start() + piece.start()
                digits = re.match(r"\d{1,6}(?![\w])", match.string[match.start() + piece.end() : match.end()])
                yield Handle(
                    who,
                    start,
                    match.start() + piece.end() + (digits.end() if digits else 0),
                    Category.PERSON_NAME if not digits else Category.ONLINE_IDENTIFIER,
                )

    def _people_in(self, word: str, present: AbstractSet[int], *, accounts: bool) -> set[int]:
        found: set[int] = set()
        for piece in _PIECE.findall(word):
            plain = fold(piece)
            if accounts:
                found.update(self._exact(plain, present))
            if plain not in self._index.ordinary and not is_english(plain):
                found.update(self._inside(plain, [fold(part) for part in _CAMEL.split(piece)]))
        return found

    def _exact(self, word: str, present: AbstractSet[int]) -> Iterator[int]:
        for who in self._index.family.get(word, ()):
            if self._private(who):
                yield who
        for who in self._index.given.get(word, ()):
            if who in present and self._private(who):
                yield who

    def _private(self, who: int) -> bool:
        person = self._index.people[who].person
        return person.sure and not person.released

    def _inside(self, word: str, humps: list[str]) -> Iterator[int]:
        """Whose surname the word holds, where the rest of it is the same person's or stands behind a capital."""
        for last, (surname, holders) in self._surnames.iter(word):
            front, behind = word[: last - len(surname) + 1], word[last + 1 :]
            for who in holders:
                owner = self._index.people[who]
                whole = _own(front, owner, surname) and _own(behind, owner, surname)
                if (front or behind) and (whole or _on_humps(humps, owner, surname)):
                    yield who


def _own(letters: str, owner: Own, surname: str) -> bool:
    """Whether letters beside a surname are nothing, the person's initials, or names of the person's."""
    if not letters:
        return True
    if len(letters) <= 2 and set(letters) <= owner.initials.keys() | {w[0] for w in owner.parts}:
        return len(surname) >= _LEAST_WITH_INITIAL
    for word in owner.parts:
        if letters == word or (letters.startswith(word) and _own(letters[len(word) :], owner, surname)):
            return True
    return letters in owner.particles


def _on_humps(humps: list[str], owner: Own, surname: str) -> bool:
    """Whether the surname is a part of its own in a word written with inner capitals, and another part is the
    person's too: "EjemploRosaNTA"."""
    others = [hump for hump in humps if hump != surname and owner.parts.get(hump)]
    return len(humps) > 1 and surname in humps and (bool(others) or owner.parts.get(surname) is Part.FAMILY)
