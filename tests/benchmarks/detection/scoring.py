"""Scores: entity, mention and document recall, what must stay and stays, and intervals around each share."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from redactor.model import Category, Span
from tests.benchmarks.detection.templates import Label, Paper

PEOPLE = frozenset({Category.PERSON_NAME})
FACTS = frozenset(
    {
        Category.AGE,
        Category.PLACE_OF_BIRTH,
        Category.NATIONALITY,
        Category.LANGUAGE,
        Category.DESCRIPTOR,
        Category.DISTINGUISHING_MARK,
        Category.HEALTH,
        Category.ENTRY_DATE,
        Category.ENTRY_PLACE,
        Category.ENFORCEMENT_DATE,
        Category.SERVICE_DATE,
        Category.HEARING_DATE,
        Category.CLOCK_TIME,
        Category.COURT_PART,
        Category.SERVICE_PROVIDER,
        Category.EMPLOYER,
        Category.SCHOOL,
        Category.OCCUPATION,
        Category.STATUS_1367,
        Category.STATUS_ASYLUM,
        Category.STATUS_TPS,
        Category.STATUS_SIJ,
        Category.STATUS_SAW,
        Category.VISA_FACT,
        Category.NARRATIVE,
        Category.CRIMINAL_HISTORY,
    }
)
"""Quasi-identifiers and facts about relief; what is neither these nor a name is an identifier."""


GROUPS = ("people", "identifiers", "facts")

_DRAWS = 1000  # times that templates are drawn anew for an interval


def group_of(category: Category) -> str:
    """``people``, ``identifiers`` or ``facts``."""
    return "people" if category in PEOPLE else "facts" if category in FACTS else "identifiers"


@dataclass
class Share:
    """So many of so many."""

    hits: int = 0
    of: int = 0

    def add(self, hit: bool) -> None:
        self.hits += hit
        self.of += 1

    @property
    def value(self) -> float:
        return self.hits / self.of if self.of else math.nan


@dataclass(frozen=True, slots=True)
class Miss:
    """A label that was not treated as it should be. ``near`` is the text around it, for reading by a developer."""

    template: str
    kind: str
    category: Category
    role: str
    near: str
    goes: bool


class Measure(StrEnum):
    """What a share is a share of."""

    DOCUMENTS = "documents with no miss"
    ENTITIES = "entities, every mention"
    MENTIONS = "mentions"
    CATEGORIES = "mentions by category"
    ROLES = "names by role"
    CULTURES = "names by the subject's culture"
    KEPT = "must stay, kept"


@dataclass
class Scores:
    """Everything counted over some papers: by measure and name (a group, a category …), then by template."""

    counted: dict[tuple[Measure, str], dict[str, Share]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Share))
    )
    by_kind: dict[str, dict[str, Share]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Share)))
    unlabelled: Share = field(default_factory=Share)
    papers: int = 0
    misses: list[Miss] = field(default_factory=list)

    def add(self, measure: Measure, name: str, template: str, hit: bool) -> None:
        self.counted[measure, name][template].add(hit)

    def names(self, measure: Measure) -> list[str]:
        """What was counted under the measure, the worst first."""
        return sorted(
            (name for at, name in self.counted if at is measure), key=lambda name: self.share(measure, name).value
        )

    def share(self, measure: Measure, *names: str) -> Share:
        """All that was counted under these names together."""
        shares = [share for name in names for share in self.counted.get((measure, name), {}).values()]
        return Share(sum(share.hits for share in shares), sum(share.of for share in shares))

    def over_templates(self, measure: Measure, *names: str) -> tuple[float, float]:
        """95 % of the share when the templates are drawn anew (with replacement, fixed seed).

        Papers of one template are alike, so this is wider than an interval that takes them for independent.
        """
        templates: dict[str, Share] = defaultdict(Share)
        for name in names:
            for template, share in self.counted.get((measure, name), {}).items():
                templates[template].hits += share.hits
                templates[template].of += share.of
        drawn = list(templates.values())
        rng = random.Random(_DRAWS)
        values = []
        for _ in range(_DRAWS if drawn else 0):
            sample = rng.choices(drawn, k=len(drawn))
            values.append(sum(share.hits for share in sample) / max(1, sum(share.of for share in sample)))
        values.sort()
        return (values[int(0.025 * _DRAWS)], values[int(0.975 * _DRAWS)]) if values else (math.nan, math.nan)


Places = Sequence[set[int]]
"""For each page of a paper, the code points that are covered."""


def places_of(covered: Iterable[Span], paper: Paper) -> Places:
    """The spans as code points of each page (passages ``p1``, ``p2`` … of the document made of the paper)."""
    places: list[set[int]] = [set() for _ in paper.pages]
    for span in covered:
        number = span.passage.removeprefix("p")
        if number.isdigit():
            places[int(number) - 1].update(range(span.start, span.end))
    return places


def is_right(label: Label, paper: Paper, places: Places) -> bool:
    """Whether what must go is gone to its last letter and digit, or what must stay is not touched at all."""
    text, covered = paper.pages[label.page], places[label.page]
    if label.goes:
        return all(at in covered for at in range(label.start, label.end) if text[at].isalnum())
    return covered.isdisjoint(range(label.start, label.end))


def score(papers: Iterable[Paper], covered: Callable[[Paper], Iterable[Span]]) -> Scores:
    """Scores what ``covered`` would withhold of each paper."""
    scores = Scores()
    for paper in papers:
        _add(scores, paper, places_of(covered(paper), paper))
    return scores


def _add(scores: Scores, paper: Paper, places: Places) -> None:
    entities: dict[tuple[str, str], bool] = {}
    groups: dict[str, bool] = {}
    scores.papers += 1
    for label in paper.labels:
        right = is_right(label, paper, places)
        if not right:
            scores.misses.append(_miss(label, paper))
        if not label.goes:
            scores.add(Measure.KEPT, label.kind, paper.template, right)
            scores.by_kind[paper.kind]["kept"].add(right)
            continue
        group = group_of(label.category)
        scores.add(Measure.MENTIONS, group, paper.template, right)
        scores.add(Measure.CATEGORIES, label.category.value, paper.template, right)
        if label.role:
            scores.add(Measure.ROLES, label.role.value, paper.template, right)
            scores.add(Measure.CULTURES, paper.culture, paper.template, right)
        entities[group, label.entity] = entities.get((group, label.entity), True) and right
        groups[group] = groups.get(group, True) and right
    for (group, _), whole in entities.items():
        scores.add(Measure.ENTITIES, group, paper.template, whole)
        scores.by_kind[paper.kind][group].add(whole)
    for group, whole in groups.items():
        scores.add(Measure.DOCUMENTS, group, paper.template, whole)
    if "people" in groups:
        scores.by_kind[paper.kind]["documents"].add(groups["people"])
    _add_unlabelled(scores, paper, places)


def _add_unlabelled(scores: Scores, paper: Paper, places: Places) -> None:
    """Letters that nobody labelled, neither what must go nor what must stay, and how many of them are covered."""
    for number, text in enumerate(paper.pages):
        labelled = {at for label in paper.labels if label.page == number for at in range(label.start, label.end)}
        free = [at for at, letter in enumerate(text) if letter.isalnum() and at not in labelled]
        scores.unlabelled.of += len(free)
        scores.unlabelled.hits += sum(at in places[number] for at in free)


def _miss(label: Label, paper: Paper) -> Miss:
    text = paper.pages[label.page]
    before, after = text[max(0, label.start - 70) : label.start], text[label.end : label.end + 50]
    near = f"{before}⟦{text[label.start : label.end]}⟧{after}".replace("\n", "⏎").replace("\t", "⇥")
    return Miss(
        paper.template, paper.kind, label.category, label.role.value if label.role else label.kind, near, label.goes
    )


def wilson(share: Share, z: float = 1.96) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927), which stays honest near 0 and 1. NaN where nothing was counted."""
    if not share.of:
        return math.nan, math.nan
    n, p = share.of, share.value
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def missed_kinds(scores: Scores) -> Counter[tuple[str, str, str]]:
    """How many were missed by kind of paper, category and role: counts only, no text."""
    return Counter((miss.kind, miss.category.value, miss.role) for miss in scores.misses if miss.goes)
