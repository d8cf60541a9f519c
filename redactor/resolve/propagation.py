"""The second pass: every variant of every registered name and number, in every document of the matter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import ahocorasick

from redactor.model import Category, Detection, Document, DocumentId, Role, Span, SubjectId
from redactor.resolve.cut import CutSearch
from redactor.resolve.handles import HandleSearch
from redactor.resolve.index import Index, Part
from redactor.resolve.initials import InitialsSearch
from redactor.resolve.misread import MisreadSearch
from redactor.resolve.neighbours import unexplained_neighbours
from redactor.resolve.number_search import Found, NumberSearch
from redactor.resolve.people import Person, Registry
from redactor.resolve.reading import Reading, reading_of
from redactor.resolve.released import RELEASED_ROLES
from redactor.resolve.runs import plurals, runs
from redactor.resolve.variants import Strength
from redactor.vocabulary import NOT_NAMES, PARTICLES, TITLES

_SCORES = {Strength.FULL: 0.95, Strength.SURNAME: 0.7, Strength.GIVEN: 0.55}
_INITIALS = 0.6
_HANDLE = 0.75
_TELLING = 0.75
"""Score from which an odd way to write a name says that its person is in the document."""

_DAMAGED = {True: 0.8, False: 0.6}
"""Score of a damaged name beside the person's other name, and without it."""

_SENTENCE_END = re.compile(r"[^\W\d_]{5,}\.\s")
_RUN = 8
"""Letters from which a name is looked for whatever stands between them: set apart, raised, dotted, out of line."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A detection of the second pass, and the person it is about (None for a number of nobody known, and where it is
    as likely one person's as another's)."""

    detection: Detection
    subject: SubjectId | None


@dataclass(frozen=True, slots=True)
class _Mention:
    """What one search says: half-open offsets of the shadow that name person number ``who``."""

    start: int
    end: int
    who: int
    score: float
    how: str
    category: Category = Category.PERSON_NAME
    strength: Strength = Strength.SURNAME


class _Known:
    """Whom a document names surely, and where: what tells people of one name apart."""

    def __init__(
        self,
        by_number: set[int],
        everything: Sequence[Sequence[_Mention]],
        here: Sequence[_Mention],
        numbers: Sequence[Found],
    ) -> None:
        self._by_number = by_number
        self._in_full = {m.who for mentions in everything for m in mentions if m.strength is Strength.FULL}
        self._here = [m for m in here if m.strength is Strength.FULL]
        self._numbers = numbers

    def near(self, reading: Reading, place: int) -> Iterator[set[int]]:
        """Sets of people, the nearest to a place of the reading first."""
        yield set(_lines(reading, self._numbers).get(reading.line(place), ()))
        paragraph = reading.text.rfind("\n\n", 0, place)
        yield {mention.who for mention in self._here if paragraph < mention.start <= place}
        yield self._by_number & self._in_full
        yield self._in_full
        yield self._by_number


class Propagation:
    """The registry made searchable once, for all documents."""

    def __init__(self, registry: Registry) -> None:
        self._index = Index(registry)
        self._numbers = NumberSearch(registry)
        self._initials = InitialsSearch(self._index)
        self._handles = HandleSearch(self._index)
        self._misread = MisreadSearch(self._index)
        self._cut = CutSearch(self._index)
        self._letters = _letters(registry)

    def names(self, document: Document) -> tuple[Hit, ...]:
        """Full names and surnames in sound writing, in the document's pages as read."""
        found: list[Hit] = []
        for passage in document.passages:
            if passage.words and not passage.address.endswith("/stream"):
                reading = reading_of(passage)
                named = list(_outermost(self._named(reading, (), self._surnamed(reading))))
                found += self._as_hits(document, reading, named, _Known(set(), [named], named, ()))
        return tuple(found)

    def hits(self, document: Document) -> tuple[Hit, ...]:
        """Every variant in the document. A given name alone counts only where its person is in the document."""
        readings = [reading_of(passage) for passage in document.passages if passage.text]
        numbers = [list(self._numbers.found(reading)) for reading in readings]
        by_number = {who for found in numbers for each in found for who in _sole(each)}
        surnamed = set().union(*(self._surnamed(reading) for reading in readings))
        found = [
            list(self._named(reading, own, surnamed | by_number))
            for reading, own in zip(readings, numbers, strict=True)
        ]
        present = by_number | {m.who for ms in found for m in ms if m.strength is not Strength.GIVEN}
        odd = [
            self._oddly_written(reading, own, mentions, present)
            for reading, own, mentions in zip(readings, numbers, found, strict=True)
        ]
        present |= {m.who for mentions in odd for m in mentions if m.score >= _TELLING}
        hits: list[Hit] = []
        for reading, own, mentions, others in zip(readings, numbers, found, odd, strict=True):
            counted = [m for m in mentions if m.strength is not Strength.GIVEN or m.who in present] + others
            hits += self._as_hits(document, reading, _outermost(counted), _Known(by_number, found, mentions, own))
            hits += [self._numbered(document, reading, each) for each in own]
        return tuple(hits)

    def _surnamed(self, reading: Reading) -> set[int]:
        """Everybody with a surname that the reading writes, whatever it means there."""
        return {who for word, _, _ in reading.words for who in self._index.family.get(word, ())}

    def _named(self, reading: Reading, numbers: Sequence[Found], likely: set[int]) -> Iterator[_Mention]:
        """Names in sound writing, and long ones letter by letter."""
        for run in (*runs(reading, self._index, likely, _lines(reading, numbers)), *plurals(reading, self._index)):
            start, end = reading.words[run.first][1], reading.words[run.last - 1][2]
            how = f"{run.strength.name.lower()} name"
            yield _Mention(start, end, run.who, _SCORES[run.strength], how, strength=run.strength)
        if len(self._letters):
            letters, places = reading.letters
            for last, (length, who) in self._letters.iter(letters):
                start, end = places[last - length + 1], places[last] + 1
                apart = end - start > 4 * length + 8 or _SENTENCE_END.search(reading.text, start, end)
                if not apart and not _inside_words(reading.text, start, end):
                    yield _Mention(start, end, who, _SCORES[Strength.SURNAME], "letters of a name")

    def _oddly_written(
        self, reading: Reading, numbers: Sequence[Found], sound: Sequence[_Mention], present: set[int]
    ) -> list[_Mention]:
        """Initials, handles, cut and damaged names."""
        found = [
            _Mention(each.start, each.end, each.who, _INITIALS, "initials")
            for each in self._initials.found(reading, present, [(m.who, m.end) for m in sound])
        ]
        found += [
            _Mention(each.start, each.end, each.who, _HANDLE, "a name in an address or file name", each.category)
            for each in self._handles.found(reading, present)
        ]
        found += [
            _Mention(each.start, each.end, each.who, _DAMAGED[each.beside], "cut-off name")
            for each in self._cut.found(reading)
        ]
        for each in self._misread.found(reading, present, _lines(reading, numbers)):
            how = f"misread {'sur' if each.part is Part.FAMILY else 'given '}name"
            found.append(_Mention(each.start, each.end, each.who, _DAMAGED[each.beside], how))
        return found

    def _as_hits(
        self,
        document: Document,
        reading: Reading,
        mentions: Iterable[_Mention],
        known: _Known,
    ) -> Iterator[Hit]:
        """One hit for each place and role. Where several people of one role are called so, it is about the one whose
        number stands on the line, whom the paragraph or the document names in full, or whose number the document has;
        where that is not one, about nobody in particular."""
        places: dict[tuple[int, int, Category], dict[Role, list[_Mention]]] = {}
        for mention in self._without_namesakes(reading, mentions):
            role = self._person(mention.who).role
            where = (mention.start, mention.end, mention.category)
            places.setdefault(where, {}).setdefault(role, []).append(mention)
        for (start, end, category), by_role in places.items():
            span = reading.span(start, end)
            for role, claims in by_role.items():
                best = max(claims, key=lambda m: (m.score, m.how))
                candidates = {m.who for m in claims}
                for nearer in known.near(reading, start) if len(candidates) > 1 else ():
                    candidates = candidates & nearer or candidates
                subject = self._person(candidates.pop()).id if len(candidates) == 1 else None
                yield _hit(document, span, category, best, role, subject)

    def _without_namesakes(self, reading: Reading, mentions: Iterable[_Mention]) -> list[_Mention]:
        """The mentions without a protected person's bare surname in the full name of somebody in office whose other
        name is not the protected person's: "DO Kai Muster" says nothing of Wen Muster. Of a person whose given name
        nobody knows it may."""
        found = list(mentions)
        released = [m for m in found if m.strength is Strength.FULL and self._person(m.who).released]
        return [
            m
            for m in found
            if m.strength is Strength.FULL
            or self._person(m.who).released
            or not any(o.start <= m.start and m.end <= o.end and self._other(reading, o, m.who) for o in released)
        ]

    def _other(self, reading: Reading, full: _Mention, who: int) -> bool:
        """Whether a full name holds a word or an initial that cannot be person number ``who``'s."""
        owner = self._index.people[who]
        if not any(name.forenames for name in owner.person.names):
            return False
        first = bisect_left(reading.words, full.start, key=lambda word: word[1])
        for word, start, _ in reading.words[first:]:
            if start >= full.end:
                return False
            known = word in owner.parts or word in owner.initials or word in PARTICLES or word in owner.particles
            if not known and word not in TITLES:
                return True
        return False

    def _person(self, who: int) -> Person:
        return self._index.people[who].person

    def _numbered(self, document: Document, reading: Reading, found: Found) -> Hit:
        holders = set(found.holders)
        subject = self._person(holders.pop()).id if len(holders) == 1 else None
        span = reading.span(found.start, found.end)
        detection = Detection(document.id, span, found.category, found.score, "registry", found.how)
        return Hit(detection, subject)


def _hit(
    document: Document, span: Span, category: Category, best: _Mention, role: Role, subject: SubjectId | None
) -> Hit:
    whose = subject or "several people"
    detection = Detection(document.id, span, category, best.score, "registry", f"{best.how} of {whose}", role)
    return Hit(detection, subject)


def _letters(registry: Registry) -> ahocorasick.Automaton:
    """Long names without their blanks."""
    automaton = ahocorasick.Automaton()
    protected_first = sorted(enumerate(registry.persons), key=lambda numbered: numbered[1].released)
    for who, person in protected_first:
        for variant in person.variants():
            letters = variant.text.replace(" ", "")
            whole = min(map(len, variant.text.split())) > 2 and variant.strength is not Strength.GIVEN
            telling = letters not in registry.ordinary and letters not in NOT_NAMES
            if whole and telling and len(letters) >= _RUN and letters not in automaton:
                automaton.add_word(letters, (len(letters), who))
    if len(automaton):
        automaton.make_automaton()
    return automaton


def _lines(reading: Reading, numbers: Sequence[Found]) -> Mapping[tuple[int, int], set[int]]:
    """For each line with somebody's number, whose."""
    lines: dict[tuple[int, int], set[int]] = {}
    for each in numbers:
        lines.setdefault(reading.line(each.start), set()).update(_sole(each))
    return lines


def _sole(found: Found) -> tuple[int, ...]:
    """The number's holder, where it is one person's only."""
    return found.holders if len(set(found.holders)) == 1 else ()


def _outermost(mentions: Iterable[_Mention]) -> Iterator[_Mention]:
    """The mentions without those that lie inside a longer one of the same person: a full name says its parts."""
    reach: dict[tuple[int, Category], int] = {}
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, -m.score, m.how)):
        where = (mention.who, mention.category)
        if mention.end > reach.get(where, -1):
            reach[where] = mention.end
            yield mention


def _inside_words(text: str, start: int, end: int) -> bool:
    """Whether a letter touches either end, so that the run begins or ends inside another word."""
    return text[max(0, start - 1) : start].isalpha() or text[end : end + 1].isalpha()


def continued(documents: Iterable[Document], registry: Registry, claims: Iterable[Detection]) -> Iterator[Detection]:
    """Names of private people that go on beside a registered one, in words that nothing but a name explains: where a
    paper says "Guadalupe Muster" and the registry knew "Ms. Muster", it learns what Guadalupe is called. What one of
    the first pass's ``claims`` calls an officer, counsel or the like is left alone: DO Kai Muster is somebody else."""
    propagation = Propagation(registry)
    released: dict[DocumentId, list[Span]] = {}
    for claim in claims:
        if claim.role in RELEASED_ROLES:
            released.setdefault(claim.document, []).append(claim.span)
    for document in documents:
        named = [hit.detection for hit in propagation.names(document)]
        others = [hit.span for hit in named if hit.role in RELEASED_ROLES and hit.score >= _SCORES[Strength.FULL]]
        others += released.get(document.id, ())
        for longer in unexplained_neighbours(document, named):
            if not any(_overlap(longer.span, span) for span in others):
                yield longer


def _overlap(one: Span, other: Span) -> bool:
    return one.passage == other.passage and one.start < other.end and other.start < one.end


def propagate(documents: Iterable[Document], registry: Registry) -> Iterator[tuple[Document, tuple[Hit, ...]]]:
    """The second pass over the matter: each document with its hits."""
    propagation = Propagation(registry)
    for document in documents:
        yield document, propagation.hits(document)
