"""What goes into the matter's memory and comes out of it. Places and keyed hashes, never text of a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from redactor.model import BasisCode, Category, Decision, Disposition, DocumentId, Finding, FindingId, Quad, Rect


@dataclass(frozen=True, slots=True)
class ScannedDocument:
    """A document as a scan saw it: the sizes of its pages in points, first page first."""

    id: DocumentId
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with all that a queue asks of it: its page, its quads in page space, the keyed hashes that group it
    with others of the same value (``group``) and of the same line (``context``), its words' least confidence."""

    finding: Finding
    page: int | None
    quads: tuple[Quad, ...]
    group: str
    context: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a finding stands: its state, why it needs eyes, the ranks of both in the queue (low first), and whether
    producing it takes two people."""

    state: str
    why: str
    state_rank: int
    why_rank: int
    second_needed: bool


class Judge(Protocol):
    """Says where a finding stands, from the decision in force, the rule's newest proposal, and whether somebody's
    decision awaits a second reader."""

    def __call__(
        self, found: Found, decision: Decision | None, proposal: Decision | None, *, awaiting: bool
    ) -> Standing: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger. ``entered_by`` is who wrote it: an undo enters another's decision again. With ``stands``
    the decision awaits a second reader, and line number ``stands`` stays in force until then; with ``confirms`` it is a
    second reader's, and says the same as that line."""

    number: int
    decision: Decision
    entered_by: str
    stands: int | None = None
    confirms: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding as the memory keeps it. ``version`` is the number of the newest line of the ledger on it, and
    ``disposition``, ``basis``, ``label`` are those of the decision in force; ``present`` is False for one that the last
    scan did not find again though a person had decided on it."""

    finding: FindingId
    document: DocumentId
    control: str
    assigned: str | None
    page: int | None
    passage: str
    category: Category
    state: str
    why: str
    disposition: Disposition
    basis: tuple[BasisCode, ...]
    label: str
    score: float
    group: str
    context: str
    alike: int
    version: int
    state_rank: int
    why_rank: int
    position: int
    quads: tuple[Quad, ...]
    subject: str | None
    second_needed: bool
    decided_by: str | None
    present: bool


@dataclass(frozen=True, slots=True)
class Account:
    """A finding with what is decided on it: the newest line of the ledger, the decision in force with its number, and
    what the rules proposed in the last scan."""

    kept: Kept
    found: Found
    newest: Entry | None
    in_force: Decision | None
    in_force_number: int
    proposal: Decision | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reviewer answers to one finding: the line for the ledger, the version that the reviewer looked at, where
    the finding stands afterwards, and the decision then in force. ``stands`` and ``confirms`` as in ``Entry``."""

    account: Account
    decision: Decision
    seen: int
    standing: Standing
    in_force: Decision
    stands: int | None = None
    confirms: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are asked for; an empty field means all. ``present`` None means vanished ones too."""

    document: str | None = None
    states: frozenset[str] = frozenset()
    whys: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    assigned: str | None = None
    group: str | None = None
    context: str | None = None
    present: bool | None = True


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document as the memory keeps it, with how many of its findings are in which state."""

    id: DocumentId
    control: str
    pages: int
    assigned: str | None
    states: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptBox:
    """A box that a reviewer drew: the ``number``-th of its page."""

    document: DocumentId
    page: int
    number: int
    area: Rect
    drawn_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptComment:
    """A word between reviewers."""

    number: int
    document: DocumentId
    page: int | None
    finding: FindingId | None
    author: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class KeptSample:
    """A QC sample: its frame's size and digest, its seed, and what people said of its pages (None: not yet)."""

    number: int
    seed: int
    frame: int
    frame_digest: str
    drawn_by: str
    at: datetime
    pages: tuple[tuple[DocumentId, int, bool | None], ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a chain does not hold: which one, the row's number, and what is wrong with it."""

    chain: str
    number: int
    what: str
