"""The re-identification check: what would be released of each person, and which of it, put together, points at one.

A name that is covered does not help where the day, the court and the age beside it fit nobody else. In published data
on immigration arrests the day, the office, citizenship, sex and age are one person's alone in 94.5 of 100 rows (law.md
section 0, fact 6). So every combination of up to three released facts is counted over the persons of the production
(rules R-QI-1, R-QI-3 and R-QI-5 of law.md section 4.6). Nothing is changed here except days that are shown in one place
and withheld in another; the rest is a table that a reviewer answers.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from redactor.decide.dates import Day, read_date
from redactor.decide.generalise import withheld_parts
from redactor.decide.pack import Precision
from redactor.model import (
    Category,
    Decision,
    Disposition,
    Document,
    DocumentId,
    Finding,
    FindingId,
    Role,
    Span,
    SubjectId,
)
from redactor.shadow import squash

K_MIN = 5
"""Persons who must share a combination before it is taken to point at nobody (R-QI-3; counts under 5 are suppressed in
federal and state health statistics too). A matter may ask for more."""

LARGEST = 3
"""Facts that are put together (R-QI-3)."""

_MOST_VALUES = 4
"""Different values of one kind of fact of one person that are combined; more would only repeat the finding."""

PERSONS = frozenset({Role.SUBJECT, Role.SPOUSE, Role.CHILD, Role.PARENT, Role.SIBLING})
"""Whose facts are counted: the persons the identity of whom is withheld throughout."""

CHECK = "rule:re-identification/same-day-alike"
"""The actor of a decision that this check made (R-QI-5)."""

_DATES = {
    Category.ENFORCEMENT_DATE: "day of an enforcement action",
    Category.ENTRY_DATE: "date of entry",
    Category.SERVICE_DATE: "date of service",
    Category.HEARING_DATE: "date of a hearing",
    Category.OTHER_DATE: "other date",
    Category.DATE_OF_BIRTH: "date of birth",
}
_FACTS = {
    **_DATES,
    Category.CLOCK_TIME: "time of day",
    Category.COURTHOUSE: "courthouse",
    Category.COURT_PART: "court part",
    Category.DOCKET_NUMBER: "docket",
    Category.NATIONALITY: "nationality",
    Category.SEX: "sex",
    Category.AGE: "age",
    Category.LANGUAGE: "language",
    Category.OCCUPATION: "occupation",
    Category.EMPLOYER: "employer",
    Category.SCHOOL: "school",
    Category.SERVICE_PROVIDER: "service provider",
    Category.ENTRY_PLACE: "place of entry",
    Category.PLACE_OF_BIRTH: "place of birth",
    Category.MARITAL_STATUS: "marital status",
    Category.DESCRIPTOR: "descriptor",
    Category.DISTINGUISHING_MARK: "distinguishing mark",
    Category.HEALTH: "health",
    Category.CRIMINAL_HISTORY: "criminal record",
    Category.LICENSE_PLATE: "vehicle",
    Category.ORGANISATION: "organisation",
    Category.PLACE: "place",
    Category.DEMOGRAPHIC: "descent or belief",
    Category.PERIOD: "period",
    Category.FAMILY: "family",
}
_AS_READ = re.compile(r"p\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Exposure:
    """One row of the report: a person, the kinds of facts that together fit fewer than ``k_min`` persons, and where
    they stand. ``rule`` is R-QI-1 (day and courthouse), R-QI-3 (a rare combination) or R-QI-5 (one day, shown here and
    withheld there). ``sharing`` counts the persons whom the combination fits. ``id`` stays the same while person, rule
    and facts do, so that a sign-off can name it; it holds no value.
    """

    id: str
    rule: str
    subject: SubjectId
    kinds: tuple[str, ...]
    sharing: int
    findings: tuple[FindingId, ...]
    documents: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True)
class Reidentification:
    """The check's answer. ``persons`` are those with any released fact; ``unplaced`` counts released facts that stand
    beside several persons or none, so that nobody could say whose they are."""

    k_min: int
    persons: int
    unplaced: int
    exposures: tuple[Exposure, ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    """A released fact: whose, of what kind, what it says (normalised), and whether a whole day is shown."""

    subject: SubjectId
    kind: str
    value: str
    finding: Finding
    whole_day: Day | None = None


def reidentification(
    findings: Sequence[Finding],
    decisions: Mapping[FindingId, Decision],
    documents: Mapping[DocumentId, Document],
    k_min: int = K_MIN,
) -> Reidentification:
    """Every smallest combination of at most three released facts that fits fewer than ``k_min`` persons.

    Give the findings of the whole matter and the decision that stands on each. A combination that contains a reported
    one is not reported again. Findings without a decision release nothing.
    """
    placed, unplaced = _released(findings, decisions, documents)
    exposures = [*_day_and_courthouse(placed, k_min), *_rare(placed, k_min)]
    exposures += _shown_and_withheld(findings, decisions, documents)
    persons = len({fact.subject for fact in placed})
    return Reidentification(k_min, persons, unplaced, tuple(sorted(exposures, key=lambda e: (e.rule, e.subject, e.id))))


def consistent(
    findings: Sequence[Finding], decisions: Sequence[Decision], documents: Mapping[DocumentId, Document]
) -> tuple[Decision, ...]:
    """The decisions, with a person's day withheld everywhere once a rule withholds it anywhere (R-QI-5).

    A date withheld on an arrest record and shown on a certificate of service is shown. What a rule would have produced
    keeps month and year, on the grounds of the place that is withheld; what a person decided is left as it is, and
    stands in the report.
    """
    standing = {decision.finding: decision for decision in decisions}
    by_id = {finding.id: finding for finding in findings}
    changed: dict[FindingId, Decision] = {}
    for shown, hidden in _treated_unlike(findings, standing, documents):
        for finding in shown:
            decision = standing[finding]
            if decision.actor.startswith("rule:"):
                changed[finding] = _day_withheld(by_id[finding], decision, standing[hidden[0]], documents)
    return tuple(changed.get(decision.finding, decision) for decision in decisions)


def _day_withheld(
    finding: Finding, decision: Decision, model: Decision, documents: Mapping[DocumentId, Document]
) -> Decision:
    start = finding.span.start
    parts = withheld_parts(documents[finding.document].text(finding.span), Precision.MONTH_AND_YEAR)
    return replace(
        decision,
        disposition=Disposition.GENERALISE,
        basis=model.basis,
        log_category=model.log_category,
        label=model.label,
        withheld=tuple(Span(finding.span.passage, start + first, start + last) for first, last in parts),
        actor=CHECK,
        reason="The same day is withheld elsewhere; shown here it would be shown there (law.md R-QI-5).",
    )


def _released(
    findings: Sequence[Finding], decisions: Mapping[FindingId, Decision], documents: Mapping[DocumentId, Document]
) -> tuple[tuple[_Fact, ...], int]:
    """What each person's released facts are, and how many released facts could be laid to nobody."""
    whose = _Whose(findings, documents)
    facts: list[_Fact] = []
    unplaced = 0
    for finding in findings:
        decision = decisions.get(finding.id)
        if decision is None or finding.category not in _FACTS or not _AS_READ.fullmatch(finding.span.passage):
            continue
        value, day = _value(finding, decision, documents[finding.document])
        if not value:
            continue
        subject = whose.is_it(finding)
        if subject is None:
            unplaced += 1
            continue
        facts.append(_Fact(subject, _FACTS[finding.category], value, finding, day))
    return tuple(facts), unplaced


def _value(finding: Finding, decision: Decision, document: Document) -> tuple[str, Day | None]:
    """What the volume would show of the finding, normalised, and the whole day where it shows one."""
    text = document.text(finding.span)
    start = finding.span.start
    hidden = {
        offset
        for span in decision.withheld
        if span.passage == finding.span.passage
        for offset in range(span.start - start, span.end - start)
    }
    if finding.category in _DATES and (reading := read_date(text)):
        days = sorted(reading.days, key=lambda day: (day.year or 0, day.month or 0, day.day))
        if not hidden and days:
            return "; ".join(f"{day.year}-{day.month}-{day.day}" for day in days), days[0]
    shown = "".join(letter for offset, letter in enumerate(text) if offset not in hidden)
    return squash(shown), None


class _Whose:
    """Whose a fact is: the finding's own subject; else the one person of its line; else the document's one subject."""

    def __init__(self, findings: Sequence[Finding], documents: Mapping[DocumentId, Document]) -> None:
        self._texts = {(d.id, p.address): p.text for d in documents.values() for p in d.passages}
        self._in_line: dict[tuple[DocumentId, str, int], set[SubjectId]] = defaultdict(set)
        subjects: dict[DocumentId, set[SubjectId]] = defaultdict(set)
        for finding in findings:
            if finding.subject and finding.role in PERSONS:
                self._in_line[self._line(finding)].add(finding.subject)
                if finding.role is Role.SUBJECT:
                    subjects[finding.document].add(finding.subject)
        self._alone = {document: next(iter(found)) for document, found in subjects.items() if len(found) == 1}

    def _line(self, finding: Finding) -> tuple[DocumentId, str, int]:
        text = self._texts.get((finding.document, finding.span.passage), "")
        return finding.document, finding.span.passage, text.count("\n", 0, finding.span.start)

    def is_it(self, finding: Finding) -> SubjectId | None:
        if finding.subject and finding.role in PERSONS:
            return finding.subject
        beside = self._in_line.get(self._line(finding), set())
        if len(beside) == 1:
            return next(iter(beside))
        return self._alone.get(finding.document) if not beside else None


def _rare(facts: Sequence[_Fact], k_min: int) -> list[Exposure]:
    of_person: dict[SubjectId, dict[str, dict[str, list[_Fact]]]] = defaultdict(lambda: defaultdict(dict))
    for fact in facts:
        of_person[fact.subject][fact.kind].setdefault(fact.value, []).append(fact)
    sharing: Counter[tuple[tuple[str, str], ...]] = Counter()
    for kinds in of_person.values():
        sharing.update(cell for size in range(1, LARGEST + 1) for cell in _cells(kinds, size))
    rows: list[Exposure] = []
    for subject, kinds in of_person.items():
        reported: list[frozenset[tuple[str, str]]] = []
        for size in range(1, LARGEST + 1):
            for cell in sorted(_cells(kinds, size)):
                if sharing[cell] >= k_min or any(known <= frozenset(cell) for known in reported):
                    continue
                reported.append(frozenset(cell))
                held = [fact for kind, value in cell for fact in kinds[kind][value]]
                rows.append(_exposure("R-QI-3", subject, held, sharing[cell]))
    return rows


def _cells(kinds: Mapping[str, Mapping[str, object]], size: int) -> set[tuple[tuple[str, str], ...]]:
    """Every combination of ``size`` kinds of one person's facts, with each of its values."""
    cells: set[tuple[tuple[str, str], ...]] = set()
    for chosen in combinations(sorted(kinds), size):
        values = [sorted(kinds[kind])[:_MOST_VALUES] for kind in chosen]
        cells.update(tuple(zip(chosen, each, strict=True)) for each in product(*values))
    return cells


def _day_and_courthouse(facts: Sequence[_Fact], k_min: int) -> list[Exposure]:
    """Persons of whom both the exact day and the courthouse of an enforcement action are shown (R-QI-1)."""
    days: dict[SubjectId, list[_Fact]] = defaultdict(list)
    courts: dict[SubjectId, list[_Fact]] = defaultdict(list)
    for fact in facts:
        if fact.whole_day and fact.finding.category in (Category.ENFORCEMENT_DATE, Category.SERVICE_DATE):
            days[fact.subject].append(fact)
        elif fact.finding.category is Category.COURTHOUSE:
            courts[fact.subject].append(fact)
    cells: dict[tuple[str, str], set[SubjectId]] = defaultdict(set)
    for subject in days.keys() & courts.keys():
        for day, court in product(days[subject], courts[subject]):
            cells[day.value, court.value].add(subject)
    rows: dict[SubjectId, Exposure] = {}
    for (day_value, court_value), subjects in sorted(cells.items(), key=lambda cell: cell[0]):
        for subject in subjects if len(subjects) < k_min else ():
            held = [fact for fact in days[subject] if fact.value == day_value]
            held += [fact for fact in courts[subject] if fact.value == court_value]
            rows.setdefault(subject, _exposure("R-QI-1", subject, held, len(subjects)))
    return list(rows.values())


def _shown_and_withheld(
    findings: Sequence[Finding], decisions: Mapping[FindingId, Decision], documents: Mapping[DocumentId, Document]
) -> list[Exposure]:
    whose = _Whose(findings, documents)
    by_id = {finding.id: finding for finding in findings}
    rows = []
    for shown, hidden in _treated_unlike(findings, decisions, documents):
        subject = whose.is_it(by_id[shown[0]])
        if subject is not None:
            held = [_Fact(subject, _FACTS[by_id[f].category], "", by_id[f]) for f in (*shown, *hidden)]
            rows.append(_exposure("R-QI-5", subject, held, 1))
    return rows


def _treated_unlike(
    findings: Sequence[Finding], decisions: Mapping[FindingId, Decision], documents: Mapping[DocumentId, Document]
) -> list[tuple[list[FindingId], list[FindingId]]]:
    """Days of one person that some places show and others withhold: (shown, withheld), by person and day."""
    whose = _Whose(findings, documents)
    treated: dict[tuple[SubjectId, Day], tuple[list[FindingId], list[FindingId]]] = defaultdict(lambda: ([], []))
    for finding in findings:
        decision = decisions.get(finding.id)
        if decision is None or finding.category not in _DATES or finding.category is Category.DATE_OF_BIRTH:
            continue
        reading = read_date(documents[finding.document].text(finding.span))
        subject = whose.is_it(finding)
        if reading is None or subject is None:
            continue
        for day in reading.days:
            if day.month is not None and day.year is not None:
                treated[subject, day][bool(decision.withheld)].append(finding.id)
    return [pair for _, pair in sorted(treated.items(), key=lambda item: str(item[0])) if pair[0] and pair[1]]


def _exposure(rule: str, subject: SubjectId, facts: Iterable[_Fact], sharing: int) -> Exposure:
    held = list(facts)
    kinds = tuple(sorted({fact.kind for fact in held}))
    hashes = sorted({fact.finding.value_hash for fact in held})
    digest = hashlib.sha256("|".join((rule, *kinds, *hashes)).encode()).hexdigest()
    return Exposure(
        id=f"RQ-{digest[:10]}",
        rule=rule,
        subject=subject,
        kinds=kinds,
        sharing=sharing,
        findings=tuple(dict.fromkeys(fact.finding.id for fact in held)),
        documents=tuple(sorted({fact.finding.document for fact in held})),
    )
