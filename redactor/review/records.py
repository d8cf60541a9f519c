"""What a reviewer sees and does, as records. Values (the identifiers themselves) are not in them, except where a record
says that it carries ``text``: that is for the reviewer's eyes, is read from the cache when it is asked for, and is
never logged, stored or put into a URL."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from redactor.model import BasisCode, Category, Decision, Disposition, DocumentId, FindingId, Quad, Rect


class State(StrEnum):
    """Where a finding stands."""

    UNDECIDED = "undecided"
    """A rule refers it, or nothing explains it: a person must decide, and a release refuses until then."""
    PROPOSED = "proposed"
    """A rule decided; nobody has looked yet."""
    AWAITS_SECOND = "awaits second reader"
    DECIDED = "decided"


class Why(StrEnum):
    """Why a finding needs eyes, most urgent first; of several reasons a finding has the one that tells most (an image
    that a rule refers is an image region)."""

    REFERRED = "referred"
    SECOND_READER = "second reader"
    UNEXPLAINED = "unexplained"
    IMAGE = "image region"
    LOW_CONFIDENCE = "low confidence"
    REIDENTIFICATION = "re-identification risk"
    QC_SAMPLE = "QC sample"
    PROPOSED = "proposed by a rule"


class ReviewerRole(StrEnum):
    """What a named person may do."""

    REVIEWER = "reviewer"
    SECOND_READER = "second reader"
    SUPERVISING_ATTORNEY = "supervising attorney"
    READ_ONLY = "read-only"


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who is at the desk. ``name`` goes into the ledger."""

    name: str
    role: ReviewerRole


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reviewer chose for one or more findings.

    ``category`` and ``basis`` None keep what stands. ``reason`` is required for PRODUCE (law.md section 5).
    """

    disposition: Disposition
    reason: str = ""
    basis: tuple[BasisCode, ...] | None = None
    category: Category | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One finding in the queue or on a page. ``order`` sorts the queue; ``group`` is the keyed hash of its value, and
    ``alike`` how many findings of the matter share it; ``version`` is the number of the decision that counts now, to
    be sent back with a choice so that two reviewers never overwrite each other; ``quads`` are in page space;
    ``context`` is a keyed hash of its line without the value, so that the same cell of many forms has one; ``vanished``
    says that the last scan did not find it again."""

    finding: FindingId
    document: DocumentId
    control: str
    page: int | None
    passage: str
    category: Category
    state: State
    why: Why
    disposition: Disposition
    basis: tuple[BasisCode, ...]
    label: str
    score: float
    group: str
    alike: int
    version: int
    order: tuple[int, ...]
    quads: tuple[Quad, ...] = ()
    subject: str | None = None
    assigned: str | None = None
    second_reader_needed: bool = False
    decided_by: str | None = None
    context: str = ""
    vanished: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """The why of one finding. ``text`` and ``around`` are for the reviewer's eyes only."""

    item: Item
    text: str
    around: str
    recognizers: tuple[tuple[str, float, str], ...]
    rule: str
    because: str
    bases: tuple[tuple[str, str, str | None], ...]
    history: tuple[Decision, ...]
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """A word between reviewers on a finding or, with ``finding`` None, on a page."""

    number: int
    document: DocumentId
    page: int | None
    finding: FindingId | None
    author: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class PageView:
    """One page: its size in points and its findings in reading order; ``in_sample`` asks for a verdict on it."""

    document: DocumentId
    control: str
    number: int
    pages: int
    width: float
    height: float
    items: tuple[Item, ...]
    in_sample: bool = False
    sample_verdict: bool | None = None


@dataclass(frozen=True, slots=True)
class DocumentProgress:
    """How far one document is. ``control`` is its control number (never its file name)."""

    document: DocumentId
    control: str
    pages: int
    findings: int
    undecided: int
    awaiting_second: int
    decided: int
    assigned: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the queue is asked for; an empty field means all."""

    document: DocumentId | None = None
    states: frozenset[State] = frozenset()
    whys: frozenset[Why] = frozenset()
    categories: frozenset[Category] = frozenset()
    assigned: str | None = None
    group: str | None = None
    context: str | None = None
    """Findings whose line says the same but for the value: ``Item.context``."""
    vanished: bool = False
    """Those alone that the last scan did not find again though a person had decided on them."""


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A stretch of the queue: groups of findings with one value, in the order in which they need eyes. ``total`` and
    ``offset`` count groups; a large group is cut short (``Item.alike`` says how many there are)."""

    groups: tuple[tuple[Item, ...], ...]
    total: int
    offset: int


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of a release. ``link`` is a path of the reviewer's page, without identifiers."""

    kind: str
    count: int
    remedy: str
    link: str
    findings: tuple[FindingId, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A QC sample of pages without findings: drawn from ``frame`` pages with ``seed``; ``missed`` of ``looked`` pages
    held something that should have been flagged; ``low`` and ``high`` bound the share missed (Clopper and Pearson,
    95 %)."""

    seed: int
    frame: int
    size: int
    looked: int
    missed: int
    low: float
    high: float
    pages: tuple[tuple[DocumentId, int], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box that a reviewer drew: its area in page space."""

    document: DocumentId
    page: int
    area: Rect
