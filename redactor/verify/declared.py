"""What the writer declares of one page, sorted for the checks that doubt it; and problems gathered page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from redactor.geometry import bounds
from redactor.model import Box, Check, Move, Quad, Rect, RedactedCopy, Redaction

_Placed = TypeVar("_Placed", Redaction, Box, Move)

Problem = tuple[str, str]
"""The name of the check that failed, and where."""


@dataclass(frozen=True, slots=True)
class PaintedBox:
    """A box as it should stand in the copy, with the redaction that it answers for."""

    quad: Quad
    redaction: Redaction

    @property
    def bounds(self) -> Rect:
        return bounds(self.quad)


@dataclass(frozen=True, slots=True)
class Declared:
    """One page: what was to go (where the original has it), boxes and moved words (where the copy has them).

    ``picture`` says that the copy shows the page as one picture; ``reset`` that the writer declares its boxes at all,
    rather than painting them where the words stood.
    """

    number: int
    redactions: tuple[Redaction, ...] = ()
    boxes: tuple[PaintedBox, ...] = ()
    moves: tuple[Move, ...] = ()
    picture: bool = False
    reset: bool = False
    languages: tuple[str, ...] = ("eng",)

    @property
    def taken(self) -> tuple[Quad, ...]:
        """Where words of the original were taken away."""
        return tuple(redaction.quad for redaction in self.redactions)


class Declarations:
    """A copy's declarations by page. A copy that declares no box has its boxes where the words stood."""

    def __init__(self, copy: RedactedCopy) -> None:
        self._redactions = _by_page(copy.redactions)
        known = {redaction.id: redaction for redaction in copy.redactions}
        self._reset = bool(copy.boxes)
        self._boxes = _by_page(copy.boxes)
        self._known = known
        self._moves = _by_page(copy.moves)
        self._pictures = frozenset(copy.pictures)
        self._languages = copy.languages

    def on(self, page: int) -> Declared:
        """What is declared of the page (1-based)."""
        redactions = tuple(self._redactions.get(page, ()))
        boxes = (
            tuple(
                PaintedBox(box.quad, self._known[box.redaction])
                for box in self._boxes.get(page, ())
                if box.redaction in self._known
            )
            if self._reset
            else tuple(PaintedBox(redaction.quad, redaction) for redaction in redactions)
        )
        return Declared(
            page,
            redactions,
            boxes,
            tuple(self._moves.get(page, ())),
            page in self._pictures,
            self._reset,
            self._languages,
        )

    def astray(self, pages: int) -> Iterator[str]:
        """Boxes of pages that are not there, and boxes that no redaction asks for."""
        for things in (self._redactions, self._boxes):
            yield from (f"page {page}: box on a page that is not there" for page in things if not 1 <= page <= pages)
        for page, boxes in self._boxes.items():
            if any(box.redaction not in self._known for box in boxes):
                yield f"page {page}: a box that nothing asks for"


def _by_page(things: Sequence[_Placed]) -> dict[int, list[_Placed]]:
    sorted_by_page: dict[int, list[_Placed]] = {}
    for thing in things:
        sorted_by_page.setdefault(thing.page, []).append(thing)
    return sorted_by_page


class Gathered:
    """Problems by check, in the order in which the checks are named; a check without problems has passed."""

    def __init__(self, names: Iterable[str]) -> None:
        self._problems: dict[str, list[str]] = {name: [] for name in names}

    def add(self, problems: Iterable[Problem]) -> None:
        for name, problem in problems:
            self._problems[name].append(problem)

    def checks(self, notes: Mapping[str, str]) -> tuple[Check, ...]:
        """The checks, each with its note if it has one."""
        return tuple(
            Check(name, tuple(dict.fromkeys(problems)), notes.get(name, ""))
            for name, problems in self._problems.items()
        )
