"""What the verifier must look for: every withheld value of the matter, and how often each may still stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redactor.model import (
    Category,
    Decision,
    Document,
    DocumentId,
    Endorsement,
    Finding,
    FindingId,
    Passage,
    Span,
    SubjectId,
)
from redactor.pipeline.scan import Scan
from redactor.resolve.numbers import NUMBERS, SHORTEST
from redactor.resolve.people import RELEASED_ROLES
from redactor.resolve.variants import Strength
from redactor.shadow import squash
from redactor.verify import BARRIER, Expectation, Lawful, WithheldValue, occurrences
from redactor.vocabulary import NOT_NAMES, only_vocabulary, words_in
from redactor.write import PagePlan

_STRONG = NUMBERS | {Category.DATE_OF_BIRTH}
_PAGE = re.compile(r"p(\d+)")


@dataclass(frozen=True, slots=True)
class Watchlist:
    """The matter's withheld values (one tuple for all copies), and what each document may still show of them."""

    values: tuple[WithheldValue, ...]
    expected: Mapping[DocumentId, tuple[Expectation, ...]]

    places: Mapping[str, tuple[DocumentId, int]] = field(default_factory=dict)
    """A document and page where each value is withheld."""

    def lawful(
        self, documents: Collection[DocumentId], endorsements: Mapping[DocumentId, Endorsement] | None = None
    ) -> Lawful:
        """How often each value may stand in a volume of these documents, and by document where it is known under
        which numbers they are issued."""
        known = endorsements or {}
        by_document = {known[id_].name: self._counts([id_]) for id_ in documents if id_ in known}
        withheld_at = {
            text: known[id_].numbers[page - 1]
            for text, (id_, page) in self.places.items()
            if id_ in known and page <= len(known[id_].numbers)
        }
        return Lawful(self._counts(documents), by_document, withheld_at)

    def _counts(self, documents: Collection[DocumentId]) -> Mapping[str, int]:
        counts: dict[str, int] = {}
        for expectation in (each for id_ in documents for each in self.expected.get(id_, ())):
            for text, count in expectation.counts.items():
                counts[text] = counts.get(text, 0) + count
        return counts


def watchlist(scan: Scan, plans: Mapping[DocumentId, Sequence[PagePlan]]) -> Watchlist:
    """The watch list of a scan whose documents are planned as ``plans`` say.

    A *strong* value (a number, the full name of a registered person) was looked for in the whole matter and may stand
    only where a decision produces it. A *weak* one (a surname, a day of the month, a country, a name that only a model
    saw) may stand as often as the redacted text has it, so that the verifier counts what the writer had to take out.
    """
    decisions = {decision.finding: decision for decision in scan.decisions}
    documents = {document.id: document for document in scan.documents}
    sure = frozenset(person.id for person in scan.registry.persons if person.sure)
    values: dict[str, bool] = {}
    places: dict[str, tuple[DocumentId, int]] = {}
    for finding in scan.findings:
        decision = decisions[finding.id]
        for span in decision.withheld:
            text = documents[finding.document].text(span).strip()
            if squash(text):
                values[text] = values.get(text, False) or _strong(finding, span, text, sure)
                if page := _PAGE.fullmatch(span.passage):
                    places.setdefault(text, (finding.document, int(page[1])))
    for text in _registered(scan):
        values[text] = True
    made = tuple(WithheldValue(text, strong) for text, strong in sorted(values.items()))
    strong, weak = tuple(v for v in made if v.strong), tuple(v for v in made if not v.strong)
    expected = {}
    for document in scan.documents:
        if document.id in plans:
            produced = _produced(document, scan, decisions)
            remaining = _remaining(document, plans[document.id])
            expected[document.id] = tuple(
                Expectation(page, {**occurrences(produced.get(page, ""), strong), **_most(orders, weak)})
                for page, orders in enumerate(remaining, 1)
            )
    return Watchlist(made, expected, places)


def _strong(finding: Finding, span: Span, text: str, sure: frozenset[SubjectId]) -> bool:
    """Whether the value says by itself whose it is, and was looked for in the whole matter."""
    if span != finding.span:
        return False
    if finding.category is Category.PERSON_NAME:
        words = [word for word in words_in(text) if len(word) > 1]
        return len(words) > 1 and finding.subject in sure and not only_vocabulary(text)
    digits = finding.category in (Category.EMAIL, Category.LICENSE_PLATE) or any(c.isdigit() for c in text)
    return finding.category in _STRONG and len(squash(text)) >= SHORTEST and digits


def _registered(scan: Scan) -> Iterator[str]:
    """Full names of the protected people of the registry, in every order that is looked for."""
    for person in scan.registry.persons:
        if person.sure and person.role not in RELEASED_ROLES:
            for variant in person.variants():
                words = variant.text.split()
                telling = not all(word in scan.registry.ordinary or word in NOT_NAMES for word in words)
                if variant.strength is Strength.FULL and min(map(len, words)) > 2 and telling:
                    yield variant.text


def _produced(document: Document, scan: Scan, decisions: Mapping[FindingId, Decision]) -> dict[int, str]:
    """Page by page, what decisions produce on purpose."""
    produced: dict[int, list[str]] = {}
    for finding in scan.findings:
        match = _PAGE.fullmatch(finding.span.passage)
        if match and finding.document == document.id and not decisions[finding.id].disposition.withholds:
            produced.setdefault(int(match[1]), []).append(document.text(finding.span))
    return {page: f" {BARRIER} ".join(texts) for page, texts in produced.items()}


def _most(orders: Sequence[str], weak: Sequence[WithheldValue]) -> dict[str, int]:
    """How often each value stands in the order that has it most often: readers put columns together differently."""
    counts: dict[str, int] = {}
    for text in orders:
        for value, count in occurrences(text, weak).items():
            counts[value] = max(count, counts.get(value, 0))
    return counts


def _remaining(document: Document, plans: Sequence[PagePlan]) -> Iterator[tuple[str, ...]]:
    """Page by page, the text in each of its orders with a barrier for every withheld glyph."""
    for page_plan in plans:
        as_read = document.passage(f"p{page_plan.page}")
        gone = {
            (word.ordinal, offset - word.start)
            for start, end, _ in page_plan.withheld
            for word in as_read.words
            for offset in range(max(word.start, start), min(word.end, end))
        }
        orders = [p for p in document.passages if p.address in (as_read.address, f"{as_read.address}/stream")]
        yield tuple(_barred(passage, gone) for passage in orders)


def _barred(passage: Passage, gone: set[tuple[int, int]]) -> str:
    letters = list(passage.text)
    for word in passage.words:
        for offset in range(word.start, word.end):
            if (word.ordinal, offset - word.start) in gone:
                letters[offset] = BARRIER
    return "".join(letters)
