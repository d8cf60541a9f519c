"""A matter under review, made from typed pages and claims, without a detector: quick, and everybody in it is invented."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from factories import claim
from factories import document as typed
from small_matter import SEED

from redactor.engines import Serial
from redactor.matter import load_matter
from redactor.model import Category, Document, DocumentId, Finding, Role, Span
from redactor.pipeline import Job
from redactor.pipeline.answering import Answering
from redactor.pipeline.desk import MatterDesk
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.memory import open_store, remembered
from redactor.pipeline.policy import Policy, policy_of, proposals
from redactor.resolve.findings import finding_id, value_hash
from redactor.review.records import Choice, Filter, Item, Reviewer, ReviewerRole
from redactor.store import PageCache

START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)

ANN = Reviewer("Ann Example", ReviewerRole.REVIEWER)
BO = Reviewer("Bo Example", ReviewerRole.SECOND_READER)
PAT = Reviewer("Pat Counselor", ReviewerRole.SUPERVISING_ATTORNEY)
RAE = Reviewer("Rae Reader", ReviewerRole.READ_ONLY)

Claimed = tuple[str, Category, Role]
"""What a page says somewhere, what it is, and whose."""


@dataclass
class ReviewedMatter:
    """A matter folder whose scans are typed by hand."""

    path: Path
    matter: str = SEED
    clock: datetime = START
    documents: list[Document] = field(default_factory=list)

    @property
    def folder(self) -> MatterFolder:
        return MatterFolder(self.path)

    def scan(self, pages: Mapping[str, Sequence[Claimed]], *more: Mapping[str, Sequence[Claimed]]) -> None:
        """A scan of documents, each a mapping of its pages' texts to what is claimed on them."""
        self.folder.prepare()
        self.folder.matter_file.write_text(self.matter, encoding="utf-8")
        papers = [typed(*each, number=number) for number, each in enumerate((pages, *more), 1)]
        key = self.folder.key()
        findings = [
            self._finding(paper, number, *each, key)
            for paper, content in zip(papers, (pages, *more), strict=True)
            for number, claims in enumerate(content.values(), 1)
            for each in claims
        ]
        self.rescan(papers, findings)

    def rescan(self, documents: Sequence[Document], findings: Sequence[Finding]) -> None:
        self.documents = list(documents)
        cache = PageCache(self.folder.cache)
        for each in documents:
            cache.put(each)
        matter = load_matter(self.folder.matter_file)
        policy = replace(_policy(self.matter), matter=matter)
        sources = self._sources()
        facts = {"matter": str(self.folder.matter_file), "sources": sources}
        (self.folder.work_product / "latest-scan.json").write_text(json.dumps(facts), encoding="utf-8")
        by_id = {each.id: each for each in documents}
        proposed = proposals(findings, by_id, policy.packs, policy.circumstances(sources), now=self.tick())
        remembered(self._job(), matter, documents, findings, proposed)

    def desk(self) -> MatterDesk:
        """What ``open_desk`` gives, without reading the rule packs once more."""
        matter = load_matter(self.folder.matter_file)
        policy = replace(_policy(self.matter), matter=matter)
        answering = Answering(policy, policy.circumstances(self._sources()))
        return MatterDesk(self.folder, answering, open_store(self.folder, matter), self.tick)

    def tick(self) -> datetime:
        self.clock += timedelta(seconds=1)
        return self.clock

    def _sources(self) -> dict[DocumentId, tuple[str, ...]]:
        return {each.id: (f"{each.id}.pdf",) for each in self.documents}

    def _job(self) -> Job:
        return Job((), self.folder, None, Serial(), self.clock, lambda stage, done, total: None)

    @staticmethod
    def _finding(paper: Document, page: int, value: str, category: Category, role: Role, key: bytes) -> Finding:
        made = claim(paper, value, category, role=role, passage=f"p{page}")
        span = Span(made.span.passage, made.span.start, made.span.end)
        id_ = finding_id(paper, span, category)
        return Finding(id_, paper.id, span, category, (made,), value_hash(value, key), role)


@lru_cache
def _policy(matter: str) -> Policy:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "matter.yaml"
        path.write_text(matter, encoding="utf-8")
        return policy_of(load_matter(path))


def the(desk: MatterDesk, category: Category, nth: int = 0) -> Item:
    """The ``nth`` finding of a category, vanished or not."""
    groups = desk.queue(Filter(categories=frozenset({category})), 0, 1000).groups
    return sorted((item for of in groups for item in of), key=lambda item: item.order[2])[nth]


def decide(desk: MatterDesk, who: Reviewer, item: Item, choice: Choice) -> Item:
    """``who`` decides on what they see."""
    (after,) = desk.decide(who, [(item.finding, item.version)], choice)
    return after
