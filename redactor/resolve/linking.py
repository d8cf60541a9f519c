"""Which number is whose: names and numbers of one row, one sentence, one form.

A link is evidence, not a verdict: ``people`` joins names through links and keeps people apart whose A-Numbers, dates
of birth or Social Security numbers contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from redactor.model import Category, Detection, Document, DocumentId, Role
from redactor.resolve.names import Name
from redactor.resolve.released import RELEASED_ROLES

OWN = frozenset({
    Category.A_NUMBER, Category.DATE_OF_BIRTH, Category.FINS, Category.SSN, Category.ITIN, Category.PASSPORT,
    Category.NATIONAL_ID, Category.SEVIS_ID, Category.I94_NUMBER, Category.DRIVER_LICENSE, Category.RECEIPT_NUMBER,
    Category.CRIMINAL_JUSTICE_ID,
})  # fmt: skip
"""Categories whose values belong to one person. Telephones, addresses and dockets are shared and link nobody."""

EXCLUSIVE = frozenset({Category.A_NUMBER, Category.DATE_OF_BIRTH, Category.SSN})
"""Of these nobody has two: two different ones tell two people apart."""

BRIDGES = OWN - {Category.DATE_OF_BIRTH, Category.RECEIPT_NUMBER}
"""Values that no two people share. Twins share a birthday; a family shares the receipt of its application."""

_REACH = 120
"""Code points within a sentence over which a name and the number behind it belong together."""

_SENTENCE_END = re.compile(r"[.;!?](?:\s+(?=[A-ZÁÉÍÓÚÑ\"“(]))|\n\n")
_ROW = re.compile(r"[^\n]*")


class Evidence(IntEnum):
    """What a link rests on, from weak to strong."""

    SENTENCE = 1
    FORM = 2
    ROW = 3


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim on a number and the value in its canonical spelling (``numbers.canonical``)."""

    claim: Detection
    value: str


@dataclass(frozen=True, slots=True)
class Link:
    """A name and a number that some paper puts together."""

    name: Name
    category: Category
    value: str
    evidence: Evidence
    mention: Detection


def links(
    documents: Mapping[DocumentId, Document], mentions: Mapping[Detection, Name], numbers: Sequence[Numbered]
) -> frozenset[Link]:
    """Every link that the documents show. ``mentions`` are claims on names with the name that each writes."""
    places: dict[tuple[DocumentId, str], tuple[list[Detection], list[Numbered]]] = {}
    for mention in mentions:
        places.setdefault((mention.document, mention.span.passage), ([], []))[0].append(mention)
    for number in numbers:
        if number.claim.category in OWN:
            where = (number.claim.document, number.claim.span.passage)
            places.setdefault(where, ([], []))[1].append(number)
    found: set[Link] = set()
    for (document, address), (named, numbered) in places.items():
        if named and numbered:
            text = documents[document].passage(address).text
            longest = _longest(named)
            found.update(_in_rows(text, longest, numbered, mentions))
            found.update(_in_sentences(text, longest, numbered, mentions))
    found.update(_in_forms(mentions, numbers))
    return frozenset(found)


def _longest(named: Sequence[Detection]) -> list[Detection]:
    """Of claims that overlap, the longest; in order of place."""
    kept: list[Detection] = []
    for claim in sorted(named, key=lambda c: (c.span.start, -c.span.end, c.recognizer)):
        if not kept or claim.span.start >= kept[-1].span.end:
            kept.append(claim)
        elif claim.span.end - claim.span.start > kept[-1].span.end - kept[-1].span.start:
            kept[-1] = claim
    return kept


def _in_rows(
    text: str, named: Sequence[Detection], numbered: Sequence[Numbered], names: Mapping[Detection, Name]
) -> Iterator[Link]:
    """A line with one private name and one number of a kind, a column gap apart or not: they are one person's."""
    for row in _ROW.finditer(text):
        here = [c for c in named if row.start() <= c.span.start < row.end()]
        private = [c for c in here if c.role not in RELEASED_ROLES]
        if len(private) != 1 or len(names[private[0]].words) < 2:
            continue
        by_category: dict[Category, list[Numbered]] = {}
        for number in numbered:
            if row.start() <= number.claim.span.start < row.end():
                by_category.setdefault(number.claim.category, []).append(number)
        for category, values in by_category.items():
            if len({value.value for value in values}) == 1:
                yield Link(names[private[0]], category, values[0].value, Evidence.ROW, private[0])


def _in_sentences(
    text: str, named: Sequence[Detection], numbered: Sequence[Numbered], names: Mapping[Detection, Name]
) -> Iterator[Link]:
    """A number goes with the last private name before it in its sentence."""
    private = [c for c in named if c.role not in RELEASED_ROLES]
    for number in numbered:
        start = number.claim.span.start
        before = [c for c in private if start - _REACH <= c.span.end <= start]
        if before and not _SENTENCE_END.search(text, before[-1].span.end, start):
            mention = before[-1]
            yield Link(names[mention], number.claim.category, number.value, Evidence.SENTENCE, mention)


def _in_forms(mentions: Mapping[Detection, Name], numbers: Sequence[Numbered]) -> Iterator[Link]:
    """A document that names one subject and one value of a kind is about that person."""
    subjects: dict[DocumentId, dict[frozenset[str], Detection]] = {}
    for mention, name in mentions.items():
        if mention.role is Role.SUBJECT and len(name.words) > 1:
            known = subjects.setdefault(mention.document, {})
            known[name.words] = min(known.get(name.words, mention), mention, key=lambda c: (c.span, c.recognizer))
    values: dict[tuple[DocumentId, Category], set[str]] = {}
    for number in numbers:
        if number.claim.category in OWN:
            values.setdefault((number.claim.document, number.claim.category), set()).add(number.value)
    for (document, category), found in values.items():
        people = subjects.get(document, {})
        if len(found) == 1 and people:
            widest = max(people, key=lambda words: (len(words), sorted(words)))
            if all(words <= widest for words in people):
                mention = people[widest]
                yield Link(mentions[mention], category, next(iter(found)), Evidence.FORM, mention)
