"""What the page, the terminal and the round trip through a spreadsheet ask of a matter under review: one interface, so
that all three say and do the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from redactor.model import BasisCode, Category, DocumentId, FindingId
from redactor.review.records import (
    Choice,
    Comment,
    DocumentProgress,
    DrawnBox,
    Explanation,
    Filter,
    Item,
    Obstacle,
    PageView,
    QueuePage,
    Reviewer,
    Sample,
)


class Desk(Protocol):
    """One matter under review. Every method that changes something takes who does it, and writes the audit trail.

    Methods that change something raise ``ReviewConflictError`` where the findings have moved on since the reviewer saw
    them, and ``NotPermittedError`` where the reviewer's role does not allow it; unknown ids raise ``InputError``.
    """

    def title(self) -> str:
        """The matter's name, for headings."""
        ...

    def categories(self) -> tuple[Category, ...]: ...

    def bases(self) -> tuple[tuple[BasisCode, str], ...]:
        """Code and authority of every basis that was asserted."""
        ...

    def progress(self) -> tuple[DocumentProgress, ...]:
        """Every document, those that need eyes first. Their counts add up to the total."""
        ...

    def queue(self, wanted: Filter, offset: int, limit: int) -> QueuePage: ...

    def next_undecided(self, after: FindingId | None, wanted: Filter) -> Item | None:
        """The item of the queue behind ``after`` that still needs a person, or None."""
        ...

    def page(self, document: DocumentId, number: int) -> PageView: ...

    def picture(self, document: DocumentId, number: int, dpi: int) -> bytes:
        """The page as a grey PNG, made from the flattened PDF."""
        ...

    def preview(self, document: DocumentId, number: int, dpi: int) -> bytes:
        """The page as it would be produced now, as a PNG."""
        ...

    def item(self, finding: FindingId) -> Item: ...

    def explain(self, finding: FindingId) -> Explanation: ...

    def search(self, words: str, limit: int) -> tuple[tuple[DocumentId, str, int, str], ...]:
        """Where the matter's pages say ``words``: document, control number, page, the line around it."""
        ...

    def decide(self, who: Reviewer, seen: Sequence[tuple[FindingId, int]], choice: Choice) -> tuple[Item, ...]:
        """One decision for each finding. ``seen`` pairs each with the version that the reviewer looked at."""
        ...

    def decide_each(self, who: Reviewer, answers: Sequence[tuple[FindingId, int, Choice]]) -> tuple[Item, ...]:
        """A decision of its own for each finding, with the version that the reviewer looked at: all or none."""
        ...

    def alike(self, finding: FindingId) -> tuple[Item, ...]:
        """Every finding of the matter with the same value, this one included."""
        ...

    def in_like_context(self, finding: FindingId) -> tuple[Item, ...]:
        """Every finding of the matter whose line says the same but for the value, this one included: the same cell of
        a hundred forms."""
        ...

    def undo(self, who: Reviewer, finding: FindingId, version: int) -> Item:
        """Insert again what stood before the decision that counts, which must be the reviewer's own."""
        ...

    def draw(self, who: Reviewer, box: DrawnBox, choice: Choice) -> Item: ...

    def comment(
        self, who: Reviewer, document: DocumentId, page: int | None, finding: FindingId | None, text: str
    ) -> Comment: ...

    def comments(self, document: DocumentId, page: int) -> tuple[Comment, ...]: ...

    def assign(self, who: Reviewer, documents: Sequence[DocumentId], to: str | None) -> None: ...

    def sample(self) -> Sample | None:
        """The QC sample, or None where none was drawn."""
        ...

    def draw_sample(self, who: Reviewer, size: int, seed: int | None = None) -> Sample: ...

    def judge_sample(self, who: Reviewer, document: DocumentId, page: int, *, missed: bool) -> Sample: ...

    def obstacles(self) -> tuple[Obstacle, ...]:
        """What stands in the way of a release; empty where nothing does."""
        ...

    def viewed(self, who: Reviewer, document: DocumentId, page: int) -> None:
        """Note in the audit trail that somebody was shown a page."""
        ...

    def noted(self, who: str, event: str, detail: Mapping[str, str | int | bool]) -> None:
        """Note in the audit trail what else happens: a sign-in or one that failed, an export, a release. ``detail``
        holds no text of a document."""
        ...

    def close(self) -> None:
        """Let go of the matter's database."""
        ...
