"""The nouns. Frozen records, enums and ids that every stage speaks in; standard library only.

Two rules hold for all of them. *Page space*: points of the page as displayed (rotation, crop box and user unit
applied), origin top left, y downwards. *Where, never what*: findings, decisions, redactions and log entries carry
places and keyed hashes; the text itself stays in ``Passage.text`` and is read through a ``Span``.
"""

from __future__ import annotations

import datetime as calendar
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NewType

from redactor.categories import Category as Category

DocumentId = NewType("DocumentId", str)
"""sha256 of the original's bytes, 64 lower-case hex digits."""

FindingId = NewType("FindingId", str)
SubjectId = NewType("SubjectId", str)
BasisCode = NewType("BasisCode", str)
OWN_LANGUAGE_MODEL = "redactor"
"""The name of our own name tagger among the language models that a matter may ask for."""

LogCategory = NewType("LogCategory", str)
"""Category of the default policy table, such as ``N1`` or ``ID1`` (see rules/)."""


class Role(StrEnum):
    """What a natural person is in the matter; policy turns on it."""

    SUBJECT = "subject"
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    PERPETRATOR = "perpetrator"
    WITNESS = "witness"
    REPRESENTATIVE = "representative"
    INTERPRETER = "interpreter"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    OFFICIAL = "official"
    JUDGE = "judge"
    COUNSEL = "counsel"
    COURT_STAFF = "court_staff"
    PUBLIC = "public"
    """Named in public: a party of this action or of a cited case, an author, a building's namesake."""
    OTHER = "other"
    UNKNOWN = "unknown"


class ProtectionStatus(StrEnum):
    """Where an application for § 1367 relief stands; unknown is protected (8 U.S.C. § 1367(a), flush language)."""

    NONE = "none"
    UNKNOWN = "unknown"
    PENDING = "pending"
    APPROVED = "approved"
    DENIED_APPEALABLE = "denied_appealable"
    DENIED_FINAL = "denied_final"
    WITHDRAWN = "withdrawn"
    PROCEDURAL_DENIAL = "procedural_denial"
    REVOKED = "revoked"
    NATURALIZED = "naturalized"
    WAIVED_B4 = "waived_b4"


class Disposition(StrEnum):
    """What happens to a finding, from least to most protective."""

    PRODUCE = "produce"
    GENERALISE = "generalise"
    REDACT = "redact"
    REFER = "refer"
    WITHHOLD = "withhold"

    @property
    def withholds(self) -> bool:
        """Whether at least a part of the finding is covered. *Refer* stays covered until a person answers."""
        return self is not Disposition.PRODUCE


class DocumentStatus(StrEnum):
    """Where a document ended: in the volume, in the volume as a slip sheet, or not in the volume."""

    PRODUCED = "produced"
    WITHHELD = "withheld"
    HELD = "held"


class UnexplainedWords(StrEnum):
    """What becomes of words that nothing explains when nobody is there to ask."""

    NEAR_PEOPLE = "near-people"
    """Withheld in a sentence or form cell about a protected person; produced and listed elsewhere."""
    ALL = "all"
    """Withheld wherever they stand."""
    NONE = "none"
    """Produced wherever they stand, and listed."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in page space (points): ``x0 <= x1`` and ``y0 <= y1``."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Quad:
    """Four corners in page space, named as the text is *read*: ``ul`` is where the first letter's top begins."""

    ul: tuple[float, float]
    ur: tuple[float, float]
    lr: tuple[float, float]
    ll: tuple[float, float]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code points ``[start, end)`` of the passage at ``passage``; touching spans do not overlap."""

    passage: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A run of glyphs without a gap, placed on its page.

    ``start``/``end`` are half-open offsets into the passage text. ``edges`` has one more entry than the word has code
    points: where each begins along ``quad`` from left (0.0) to right (1.0). ``ordinal`` is the word's place in the
    page's content stream; two passages of one page that show the same glyphs give them the same ordinal.
    """

    start: int
    end: int
    quad: Quad
    edges: tuple[float, ...]
    ordinal: int
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text with an address.

    Addresses: ``p3`` (page 3 as read), ``p3/stream`` (the same words in content-stream order), ``p3/hidden`` (text
    that is there and not painted), ``field:Name``, ``annot:p2/1``, ``meta:Title``, ``xmp``, ``outline``,
    ``attachment:1``, ``link:p1/1``, ``label:p1``, ``structure``, ``layer:1``, ``name`` (the file's name),
    ``barcode:p1/1`` (what a barcode of page 1 says).
    ``page`` is 1-based, or None where the text belongs to no page; only page text has ``words``. In page text a line
    ends with a line feed, and a tab stands where a column gap separates two words of one line. ``p3/image:1``,
    ``p3/mark:1`` and ``p3/drawn:1`` are empty passages that stand for the page's first unread region, first un-applied
    redaction mark and first box that a reviewer drew.
    """

    address: str
    text: str
    page: int | None = None
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page as displayed: width and height in points. ``unread`` are regions (page space) that hold ink nobody
    could read as text: images and drawn letters. ``marked`` are areas of un-applied redaction annotations, ``drawn``
    areas that a reviewer drew. ``image_dpi`` is the resolution of the one picture that the flattened page consists of,
    where its words were read from pixels (OCR); None where the page is made of glyphs."""

    number: int
    width: float
    height: float
    unread: tuple[Rect, ...] = ()
    marked: tuple[Rect, ...] = ()
    drawn: tuple[Rect, ...] = ()
    image_dpi: float | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came in. ``source`` may carry identifiers in its name: it is never printed and never leaves."""

    id: DocumentId
    source: str
    path: Path
    media_type: str
    duplicates: tuple[str, ...] = ()
    family: DocumentId | None = None
    custodian: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """An input that goes no further, and why. ``reason`` never holds text of the document."""

    source: str
    id: DocumentId | None
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Document:
    """An original whose words have been read. ``flattened`` is the decrypted, baked PDF that all later stages use."""

    id: DocumentId
    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]
    flattened: Path
    doc_type: str = "document"
    family: DocumentId | None = None
    custodian: str | None = None
    date: calendar.date | None = None

    @property
    def short_id(self) -> str:
        """The first twelve digits of the id: how messages name a document."""
        return self.id[:12]

    def passage(self, address: str) -> Passage:
        """The passage at ``address``. Raises KeyError where there is none."""
        for passage in self.passages:
            if passage.address == address:
                return passage
        raise KeyError(address)

    def text(self, span: Span) -> str:
        """The code points of ``span``, read from the passage."""
        return self.passage(span.passage).text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Detection:
    """One recognizer's claim about one span. ``score`` is 0 to 1; ``reason`` names pattern and context, never text."""

    document: DocumentId
    span: Span
    category: Category
    score: float
    recognizer: str
    reason: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One place and category with every claim behind it.

    ``id`` is stable: it follows from the original's hash, the span and the category. ``value_hash`` is an HMAC-SHA-256
    of the squashed text under the matter's key, so equal values can be grouped and nobody can look one up. ``within``
    are the categories of other findings that hold this one whole: an address within a COURTHOUSE, say. ``near_person``
    is asked of UNEXPLAINED alone: whether it stands in a sentence, a line or a form cell about a protected person.
    """

    id: FindingId
    document: DocumentId
    span: Span
    category: Category
    detections: tuple[Detection, ...]
    value_hash: str
    role: Role = Role.UNKNOWN
    subject: SubjectId | None = None
    protection: ProtectionStatus = ProtectionStatus.UNKNOWN
    within: tuple[Category, ...] = ()
    near_person: bool = False

    @property
    def score(self) -> float:
        """The strongest claim's score."""
        return max(detection.score for detection in self.detections)


@dataclass(frozen=True, slots=True)
class Subject:
    """A natural person of the matter. ``identifiers`` are keyed hashes, like ``Finding.value_hash``."""

    id: SubjectId
    role: Role
    identifiers: tuple[str, ...]
    protection: ProtectionStatus = ProtectionStatus.UNKNOWN


@dataclass(frozen=True, slots=True)
class Basis:
    """A ground for withholding: its code, the authority cited in the log, and where it was asserted.

    ``asserted_in`` reads as counsel would cite it ("Response of 2020-02-03", "ECF 68"), or None where nobody did.
    """

    code: BasisCode
    authority: str
    asserted_in: str | None = None
    confirmed: bool = True


def name_key(name: str) -> str:
    """What two spellings of one reviewer's name share: case, width and spacing do not count."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done with one finding, and who answers for it. Append-only: a later one replaces, none is changed.

    ``withheld`` are the spans that are covered: the whole finding, a part of it (*generalise*), or nothing.
    ``actor`` is ``rule:<pack>/<rule>`` or a reviewer's name. ``category`` is what a reviewer says the finding is, where
    that is another than the finding's own.
    """

    finding: FindingId
    disposition: Disposition
    basis: tuple[BasisCode, ...]
    log_category: LogCategory
    label: str
    withheld: tuple[Span, ...]
    actor: str
    reason: str
    at: datetime
    note: str = ""
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class Redaction:
    """An instruction to the writer: one box. ``quad`` is what must go, where the original has it; ``findings`` are why,
    the first one foremost. Where the box stands in the copy, a ``Box`` says."""

    id: str
    document: DocumentId
    page: int
    quad: Quad
    label: str
    log_category: LogCategory
    findings: tuple[FindingId, ...]
    image: bool = False


@dataclass(frozen=True, slots=True)
class Endorsement:
    """What is stamped on the pages of one document: its Bates numbers, one a page, and the legend. ``revision`` counts
    how often the document was issued again under these numbers."""

    numbers: tuple[str, ...]
    legend: str
    revision: int = 0

    @property
    def name(self) -> str:
        """What files of the document are called: its first number, with ``_R1`` where it was issued again once."""
        return f"{self.begin}_R{self.revision}" if self.revision else self.begin

    @property
    def begin(self) -> str:
        return self.numbers[0]

    @property
    def end(self) -> str:
        return self.numbers[-1]


@dataclass(frozen=True, slots=True)
class Box:
    """A box as it is painted, in the page space of the copy. Its size says nothing of what ``redaction`` took."""

    redaction: str
    page: int
    quad: Quad


@dataclass(frozen=True, slots=True)
class Move:
    """Words that stay and were set anew, so that the gap between them tells nothing: from ``area`` (page space of the
    original) to ``place`` (page space of the copy). A declaration by the writer that the verifier checks."""

    page: int
    area: Rect
    place: Rect


@dataclass(frozen=True, slots=True)
class RedactedCopy:
    """The file that the writer made, not yet believed. ``text`` is the redacted text, page by page.

    ``pictures`` are the pages that the copy shows as one picture, with burned pixels. ``coarse`` are (page, reason)
    where the layout still tells something of the length of what was taken, such as a paragraph's line breaks.
    ``languages`` are those in which the pictures were read, as Tesseract names them.
    """

    document: DocumentId
    path: Path
    endorsement: Endorsement
    redactions: tuple[Redaction, ...]
    text: tuple[str, ...]
    slip_sheet: bool = False
    boxes: tuple[Box, ...] = ()
    moves: tuple[Move, ...] = ()
    pictures: tuple[int, ...] = ()
    coarse: tuple[tuple[int, str], ...] = ()
    languages: tuple[str, ...] = ("eng",)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that the verifier looked at. ``problems`` name places and check, never the value that was found;
    ``note`` says what was looked at and with which tolerance, where that is not the same for every copy."""

    name: str
    problems: tuple[str, ...] = ()
    note: str = ""

    @property
    def passed(self) -> bool:
        return not self.problems


@dataclass(frozen=True, slots=True)
class VerifiedCopy:
    """A copy with its checks, all passed. Only ``verify`` makes one; ``produce`` takes nothing else."""

    copy: RedactedCopy
    checks: tuple[Check, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the served log: one document, one category. Column names: ``privilege_log.served.COLUMNS``."""

    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Production:
    """A finished volume: its folder, its copies' Bates numbers, numbers allotted and not used, and sha256 by path."""

    volume: str
    folder: Path
    begin: str | None
    end: str | None
    documents: int
    pages: int
    boxes: int
    gaps: tuple[str, ...] = ()
    hashes: dict[str, str] = field(default_factory=dict)
