"""The second pass: every variant of every registered name and number, in every document of the matter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from redactor.model import Category, Detection, Document, Passage, Span, SubjectId
from redactor.resolve.names import Strength, Variant, tokens
from redactor.resolve.numbers import written_like_a_date
from redactor.resolve.people import Person, Registry
from redactor.shadow import Shadow, shadow, squash
from redactor.vocabulary import COMMON_WORDS, NOT_NAMES, TITLES

_SCORES = {Strength.FULL: 0.95, Strength.SURNAME: 0.7, Strength.GIVEN: 0.55}
_COMPANY = 3
"""Words on either side in which a common word needs a name's company (law.md 4.5.3)."""

_KIN = frozenset(
    "family brother brothers sister sisters husband wife mother father son daughter child children parents".split()
)
"""Words that keep a name company as a title does: "the King family"."""

_RUN = 8
"""Letters from which a name is looked for whatever stands between them: set apart, raised, dotted, out of line."""

_BREAKS = re.compile(r"[\n\t]")
_SEPARATORS = frozenset(" \n\t.,-/()#:")
_LONGEST_GAP = 3
_LONGEST_CODE = 4
"""Letters of the longest code for an officer's office (SDDO); only capitals tell such a code from a word."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A detection of the second pass, and the person it is about (None for a number of nobody known)."""

    detection: Detection
    subject: SubjectId | None


class Propagation:
    """The registry made searchable once, for all documents."""

    def __init__(self, registry: Registry) -> None:
        self._persons = {person.id: person for person in registry.persons}
        self._names = ahocorasick.Automaton()
        owners: dict[str, list[tuple[Person, Variant]]] = {}
        for person in registry.persons:
            for variant in person.variants():
                owners.setdefault(variant.text, []).append((person, variant))
        for text, holders in owners.items():
            self._names.add_word(f" {text} ", (text, holders))
        self._numbers = ahocorasick.Automaton()
        forms: dict[str, set[Category]] = {}
        for category, form in registry.numbers:
            forms.setdefault(form, set()).add(category)
        for form, categories in forms.items():
            self._numbers.add_word(form, (form, tuple(sorted(categories))))
        self._runs = ahocorasick.Automaton()
        for text, holders in owners.items():
            telling = [person for person, variant in holders if variant.strength is not Strength.GIVEN]
            letters = text.replace(" ", "")
            whole = min(map(len, text.split())) > 2 and letters not in registry.ordinary and letters not in NOT_NAMES
            if telling and whole and len(letters) >= _RUN:
                self._runs.add_word(letters, (letters, telling[0]))
        for automaton in (self._names, self._numbers, self._runs):
            if len(automaton):
                automaton.make_automaton()

    def hits(self, document: Document) -> tuple[Hit, ...]:
        """Every variant in the document. A given name alone counts only where its person is in the document."""
        named: list[tuple[Hit, Strength]] = []
        numbered: list[Hit] = []
        for passage in document.passages:
            if passage.text:
                plain = shadow(passage.text)
                named.extend(self._named(document, passage, plain))
                squashed = _squashed(plain)
                numbered.extend(self._numbered(document, passage, plain, squashed))
                numbered.extend(self._spread(document, passage, plain, squashed))
        present = {hit.subject for hit, strength in named if strength is not Strength.GIVEN}
        counted = [hit for hit, strength in named if strength is not Strength.GIVEN or hit.subject in present]
        return (*_longest(counted), *numbered)

    def _named(self, document: Document, passage: Passage, plain: Shadow) -> Iterator[tuple[Hit, Strength]]:
        if not len(self._names):
            return
        words = list(tokens(plain.text))
        joined, starts = " ", []
        for word, _, _ in words:
            starts.append(len(joined))
            joined += word + " "
        for last, (text, holders) in self._names.iter(joined):
            first = bisect_left(starts, last - len(text))
            count = text.count(" ") + 1
            start, end = words[first][1], words[first + count - 1][2]
            if "\n\n" in plain.text[start:end] or end - start > 2 * len(text) + 12:
                continue
            if _BREAKS.search(plain.text[start:end]) and min(map(len, text.split())) < 2:
                continue  # an initial at a line's end is another person's as often as not
            for person, variant in holders:
                if variant.strength is not Strength.FULL and not self._written_like_a_name(
                    plain.text, words, first, person
                ):
                    continue
                if not person.sure and not all(plain.text[words[n][1]].isupper() for n in range(first, first + count)):
                    continue
                origin = plain.origin(start, end)
                detection = Detection(
                    document=document.id,
                    span=Span(passage.address, *origin),
                    category=Category.PERSON_NAME,
                    score=_SCORES[variant.strength],
                    recognizer="registry",
                    reason=f"{variant.strength.name.lower()} name of {person.id}",
                    role=person.role,
                )
                yield Hit(detection, person.id), variant.strength

    def _written_like_a_name(self, text: str, words: list[tuple[str, int, int]], at: int, person: Person) -> bool:
        """One word alone: capitalised, and where it is also an English or form word, in a name's company."""
        word, start, _ = words[at]
        if not text[start].isupper() and not (len(word) >= _LONGEST_CODE and _without_capitals(text, start)):
            return False
        if word not in NOT_NAMES and word not in COMMON_WORDS:
            return True
        own = {w for name in person.names for w in name.words} - {word}
        before, behind = words[max(0, at - _COMPANY) : at], words[at + 1 : at + 1 + _COMPANY]
        if any(other in own or _is_title(text, other, *place) for other, *place in before + behind):
            return True
        return bool(behind) and behind[0][0] in _KIN  # "the King family", but not the Family Court

    def _spread(
        self, document: Document, passage: Passage, plain: Shadow, squashed: tuple[str, list[int]]
    ) -> Iterator[Hit]:
        """Long names letter by letter, with anything but letters between them."""
        if not len(self._runs):
            return
        letters, places = squashed
        for last, (form, person) in self._runs.iter(letters):
            first, behind = places[last - len(form) + 1], places[last] + 1
            if behind - first > 4 * len(form) + 8 or _inside_words(plain.text, first, behind):
                continue
            start, end = plain.origin(first, behind)
            yield Hit(
                Detection(
                    document=document.id,
                    span=Span(passage.address, start, end),
                    category=Category.PERSON_NAME,
                    score=_SCORES[Strength.SURNAME],
                    recognizer="registry",
                    reason=f"letters of a name of {person.id}",
                    role=person.role,
                ),
                person.id,
            )

    def _numbered(
        self, document: Document, passage: Passage, plain: Shadow, squashed: tuple[str, list[int]]
    ) -> Iterator[Hit]:
        if not len(self._numbers):
            return
        letters, places = squashed
        for last, (form, categories) in self._numbers.iter(letters):
            first = last - len(form) + 1
            if not _whole(plain.text, places, first, last):
                continue
            start, end = plain.origin(places[first], places[last] + 1)
            for category in categories:
                if category is Category.DATE_OF_BIRTH and not written_like_a_date(
                    plain.text[places[first] : places[last] + 1]
                ):
                    continue
                yield Hit(
                    Detection(
                        document=document.id,
                        span=Span(passage.address, start, end),
                        category=category,
                        score=0.9,
                        recognizer="registry",
                        reason="a number that the matter knows",
                    ),
                    self._holder(category, form),
                )

    def _holder(self, category: Category, form: str) -> SubjectId | None:
        return next((p.id for p in self._persons.values() if (category, form) in p.numbers), None)


def _is_title(text: str, word: str, start: int, end: int) -> bool:
    """Whether a word beside a name is a title: not "the", and no code of an officer that is a small word ("do")."""
    return word in TITLES and word != "the" and (len(word) > _LONGEST_CODE or text[start].isupper())


def _longest(hits: list[Hit]) -> Iterator[Hit]:
    """The hits without those that lie inside a longer one of the same person: a full name says its parts."""
    reach: dict[tuple[str, SubjectId | None], int] = {}
    for hit in sorted(hits, key=lambda h: (h.detection.span.passage, h.detection.span.start, -h.detection.span.end)):
        where = (hit.detection.span.passage, hit.subject)
        if hit.detection.span.end > reach.get(where, -1):
            reach[where] = hit.detection.span.end
            yield hit


def _without_capitals(text: str, place: int) -> bool:
    """Whether the line at ``place`` has no capital at all, as people write text messages."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return text[start : end if end >= 0 else len(text)].islower()


def _inside_words(text: str, start: int, end: int) -> bool:
    """Whether a letter touches either end, so that the run begins or ends inside another word."""
    return text[max(0, start - 1) : start].isalpha() or text[end : end + 1].isalpha()


def _squashed(plain: Shadow) -> tuple[str, list[int]]:
    """The shadow's letters and digits, folded, and the place of each in the shadow."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(plain.text):
        for letter in squash(character):
            letters.append(letter)
            places.append(place)
    return "".join(letters), places


def _whole(text: str, places: list[int], first: int, last: int) -> bool:
    """Whether the letters stand together, and no further digit or letter touches them."""
    for one, other in zip(places[first:last], places[first + 1 : last + 1], strict=True):
        gap = text[one + 1 : other]
        if len(gap) > _LONGEST_GAP or not set(gap) <= _SEPARATORS:
            return False
    before = text[places[first] - 1] if places[first] else " "
    after = text[places[last] + 1] if places[last] + 1 < len(text) else " "
    lone_a = before in "Aa" and (places[first] < 2 or not text[places[first] - 2].isalnum())
    return (not before.isalnum() or before == "0" or lone_a) and not after.isalnum()


def propagate(documents: Iterable[Document], registry: Registry) -> Iterator[tuple[Document, tuple[Hit, ...]]]:
    """The second pass over the matter: each document with its hits."""
    propagation = Propagation(registry)
    for document in documents:
        yield document, propagation.hits(document)
