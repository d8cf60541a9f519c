"""The conditions of rules, asked of a finding: which are met, and which are not and why.

Category is a condition like the others; ``decide`` lays rules out by it beforehand, because every rule names one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from redactor.decide.dates import Day, Reading, read_date
from redactor.decide.grounds import all_grounds, asserted
from redactor.decide.pack import Beside, Circumstances, OfficerOrder, Risk, RulePack, When
from redactor.decide.same_day import EventDays
from redactor.model import Basis, BasisCode, Category, Document, DocumentId, Finding, Passage, Role, SubjectId

Place = tuple[DocumentId, str]
"""A passage: its document and its address."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What rules may ask beyond the finding itself."""

    circumstances: Circumstances
    doc_types: Mapping[DocumentId, str]
    passages: Mapping[Place, Passage]
    kinds: Mapping[Place, Counter[tuple[Category, Role]]]
    days: Mapping[Category, EventDays]
    sharing: Mapping[tuple[Category, str], int]
    bases: Mapping[DocumentId, Mapping[BasisCode, Basis]]
    reaching: Mapping[SubjectId, frozenset[BasisCode]]

    def text(self, finding: Finding) -> str | None:
        """The finding's text, or None where its span does not lie in a passage that was given."""
        passage = self.passages.get((finding.document, finding.span.passage))
        span = finding.span
        whole = passage is not None and 0 <= span.start < span.end <= len(passage.text)
        return passage.text[span.start : span.end] if passage is not None and whole else None

    def reading(self, finding: Finding) -> Reading | None:
        """The finding's text as a date, or None where it is none that can be read."""
        text = self.text(finding)
        return read_date(text) if text is not None else None


def surroundings(
    findings: Sequence[Finding],
    documents: Mapping[DocumentId, Document],
    packs: Sequence[RulePack],
    circumstances: Circumstances,
) -> Surroundings:
    """What the rules of ``packs`` may ask of any of ``findings``, looked up once."""
    kinds: dict[Place, Counter[tuple[Category, Role]]] = defaultdict(Counter)
    for finding in findings:
        kinds[finding.document, finding.span.passage][finding.category, finding.role] += 1
    passages = {
        (document.id, passage.address): passage for document in documents.values() for passage in document.passages
    }
    doc_types = {document.id: document.doc_type for document in documents.values()}
    found = Surroundings(
        circumstances,
        doc_types,
        passages,
        kinds,
        {},
        _sharing(findings),
        _bases(findings, circumstances),
        _reaching(findings, packs),
    )
    compared = {category for pack in packs for rule in pack.rules for category in rule.when.same_day_as}
    written: dict[Category, list[tuple[Day, DocumentId]]] = {category: [] for category in compared}
    for finding in findings:
        if finding.category in compared and (reading := found.reading(finding)) is not None:
            written[finding.category].extend((day, finding.document) for day in reading.days)
    days = {category: EventDays(of) for category, of in written.items()}
    return replace(found, days=days)


def _bases(findings: Iterable[Finding], circumstances: Circumstances) -> Mapping[DocumentId, Mapping[BasisCode, Basis]]:
    """The bases of every document that has a finding, worked out once for all that answer the same requests."""
    alike: dict[tuple[str, ...], Mapping[BasisCode, Basis]] = {}
    bases: dict[DocumentId, Mapping[BasisCode, Basis]] = {}
    for document in {finding.document for finding in findings}:
        requests = circumstances.requests.get(document, ())
        if requests not in alike:
            alike[requests] = circumstances.bases_for(document)
        bases[document] = alike[requests]
    return bases


def _reaching(findings: Sequence[Finding], packs: Sequence[RulePack]) -> Mapping[SubjectId, frozenset[BasisCode]]:
    """The bases that reach each person: those of whose facts one stands in a document that speaks of the person."""
    told = [(code, ground.facts) for code, ground in all_grounds(packs).items() if ground.facts]
    facts: dict[DocumentId, set[Category]] = defaultdict(set)
    papers: dict[SubjectId, set[DocumentId]] = defaultdict(set)
    for finding in findings:
        facts[finding.document].add(finding.category)
        if finding.subject is not None:
            papers[finding.subject].add(finding.document)
    return {
        person: frozenset(code for code, of in told if any(not of.isdisjoint(facts[each]) for each in documents))
        for person, documents in papers.items()
    }


def _sharing(findings: Iterable[Finding]) -> Mapping[tuple[Category, str], int]:
    """How many persons a value stands for: those whose finding it is, else the one person whom its passage names.

    A value beside several persons, or beside none, counts for nobody: it could be one person's every time.
    """
    named: dict[Place, set[str]] = defaultdict(set)
    found = tuple(findings)
    for finding in found:
        if finding.category is Category.PERSON_NAME and finding.subject is not None:
            named[finding.document, finding.span.passage].add(finding.subject)
    persons: dict[tuple[Category, str], set[str]] = defaultdict(set)
    for finding in found:
        beside = named.get((finding.document, finding.span.passage), set())
        whose = {finding.subject} if finding.subject is not None else beside if len(beside) == 1 else set()
        if finding.value_hash:
            persons[finding.category, finding.value_hash] |= whose
    return {value: len(whose) for value, whose in persons.items()}


@dataclass(frozen=True, slots=True)
class Unmet:
    """A condition that is not met: its name in the pack, what the rule asks for, and what is the case."""

    condition: str
    asked: str
    found: str


def speaks(when: When, finding: Finding, around: Surroundings) -> bool:
    """Whether every condition of the rule is met."""
    return next(unmet(when, finding, around), None) is None


def unmet(when: When, finding: Finding, around: Surroundings) -> Iterator[Unmet]:
    """The conditions of the rule that are not met, in the order of the pack's schema."""
    facts = around.circumstances
    doc_type = around.doc_types.get(finding.document, "")
    yield from _one_of("category", when.category, (finding.category,))
    yield from _one_of("role", when.role, (finding.role,))
    yield from _one_of("protection", when.protection, (finding.protection,))
    yield from _one_of("doc_type", when.doc_type, (doc_type,))
    yield from _one_of("profile", when.profile, (facts.profile,))
    if when.asserted:
        bases = around.bases[finding.document]
        yield from _one_of("asserted", when.asserted, tuple(code for code in bases if asserted(code, bases)))
    yield from _one_of("request", when.request, facts.requests.get(finding.document, ()))
    yield from _one_of("order", frozenset(map(str.casefold, when.order)), tuple(facts.orders))
    order = OfficerOrder.WITHHOLD if facts.officers_withheld else OfficerOrder.PRODUCE
    yield from _is("officers", when.officers, lambda: order)
    if when.score_at_least is not None and finding.score < when.score_at_least:
        yield Unmet("score_at_least", f"{when.score_at_least:.2f}", f"{finding.score:.2f}")
    if when.score_below is not None and finding.score >= when.score_below:
        yield Unmet("score_below", f"{when.score_below:.2f}", f"{finding.score:.2f}")
    yield from _is("risk", when.risk, lambda: risk_of(finding, around))
    if when.beside is not None and not _stands_beside(when.beside, finding, around):
        yield Unmet("beside", _words(when.beside.category | when.beside.role), "nothing of this")
    yield from _one_of("within", when.within, finding.within)
    if when.same_day_as and not _same_day(when, finding, around):
        yield Unmet("same_day_as", _words(when.same_day_as), "no such day")
    yield from _is("near_person", when.near_person, lambda: finding.near_person)
    yield from _one_of("unexplained", when.unexplained, (facts.unexplained,))
    yield from _is("date_understood", when.date_understood, lambda: around.reading(finding) is not None)


def risk_of(finding: Finding, around: Surroundings) -> Risk:
    """Whether at least ``k_min`` persons of the matter share the finding's value. What nobody can count is below."""
    persons = around.sharing.get((finding.category, finding.value_hash), 0)
    return Risk.K_OR_MORE if persons >= around.circumstances.k_min else Risk.BELOW_K


def _one_of(condition: str, asked: frozenset[str], found: Sequence[str]) -> Iterator[Unmet]:
    """An empty list asks for nothing; of one that is given, one is enough."""
    if asked and asked.isdisjoint(found):
        yield Unmet(condition, _words(asked), _words(found) or "none")


def _is(condition: str, asked: object, found: Callable[[], object]) -> Iterator[Unmet]:
    if asked is not None and (there := found()) is not asked:
        yield Unmet(condition, str(asked).lower(), str(there).lower())


def _words(of: Iterable[str]) -> str:
    return ", ".join(sorted(map(str, of)))


def _stands_beside(beside: Beside, finding: Finding, around: Surroundings) -> bool:
    own = (finding.category, finding.role)
    return any(
        (not beside.category or category in beside.category)
        and (not beside.role or role in beside.role)
        and count > ((category, role) == own)
        for (category, role), count in around.kinds[finding.document, finding.span.passage].items()
    )


def _same_day(when: When, finding: Finding, around: Surroundings) -> bool:
    reading = around.reading(finding)
    if reading is None:
        return False
    return any(around.days[event].hold(day, finding.document) for event in when.same_day_as for day in reading.days)
