"""What was claimed of lines that were read before, so that repeated print and a second reading cost little.

Forms repeat their boilerplate on every page, and the stream reading of a page (``p1/stream``) mostly repeats the
page. A claim depends on the lines around it, not on the document: a line that stands between the same lines as before
gets the same claims. What is kept are digests of lines and places of claims, never text."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.model import Category, Role

_LINES, _REACH = 4, 300
"""What must be the same on either side of a line for its claims to be the same: so many lines and so many code
points. Labels reach 40 code points, the tagger eight words, and the longest patterns (addresses, captions, case
names) some four lines."""

_KEPT = 60_000
"""Lines remembered; some twenty megabytes."""
_NOT_WORTH = 0.5
"""Share of unknown lines above which the whole passage is read anew: its parts with their surroundings would be as
long."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim on a text: half-open code points of it."""

    start: int
    end: int
    category: Category
    score: float
    recognizer: str
    reason: str
    role: Role | None

    def moved(self, by: int) -> Claim:
        """The claim ``by`` code points further on."""
        return replace(self, start=self.start + by, end=self.end + by)


Reader = Callable[[str], Sequence[Claim]]


class LineMemory:
    """Claims by line. Bounded: the line that was not met for longest goes first."""

    def __init__(self) -> None:
        self._known: OrderedDict[bytes, tuple[Claim, ...]] = OrderedDict()

    def claims(self, text: str, read: Reader) -> list[Claim]:
        """What ``read`` claims of ``text``, asked only for what is not known. In order of place."""
        lines = _lines(text)
        windows = [_window(lines, index) for index in range(len(lines))]
        keys = [_key(text, lines, index, window) for index, window in enumerate(windows)]
        unknown = [key not in self._known for key in keys]
        if sum(unknown) > _NOT_WORTH * len(lines):
            unknown = [True] * len(lines)
        fresh: list[list[Claim]] = [[] for _ in lines]
        for first, last in _runs(unknown, windows):
            start, end = lines[windows[first][0]][0], lines[windows[last][1]][1]
            at = first
            for claim in sorted(read(text[start:end]), key=_order):
                claim = claim.moved(start)
                while at < last and claim.start >= lines[at][1]:
                    at += 1
                if lines[at][0] <= claim.start < lines[at][1]:
                    fresh[at].append(claim)
        claims: list[Claim] = []
        for index, (start, _) in enumerate(lines):
            if unknown[index]:
                found = fresh[index]
                self._known[keys[index]] = tuple(claim.moved(-start) for claim in found)
            else:
                found = [claim.moved(start) for claim in self._known[keys[index]]]
            self._known.move_to_end(keys[index])
            claims += found
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return claims


def _order(claim: Claim) -> tuple[int, int, str, str, float]:
    return claim.start, claim.end, claim.category.value, claim.recognizer, -claim.score


def _lines(text: str) -> list[tuple[int, int]]:
    """The half-open places of the text's lines, each with its line end."""
    lines, at = [], 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        lines.append((at, end))
        at = end
    return lines


def _window(lines: Sequence[tuple[int, int]], index: int) -> tuple[int, int]:
    """The first and last line of what a line's claims depend on."""
    start, end = lines[index]
    first = last = index
    while first > 0 and (index - first < _LINES or start - lines[first][0] < _REACH):
        first -= 1
    while last + 1 < len(lines) and (last - index < _LINES or lines[last][1] - end < _REACH):
        last += 1
    return first, last


def _key(text: str, lines: Sequence[tuple[int, int]], index: int, window: tuple[int, int]) -> bytes:
    """A digest of the window and of the line's place in it; the text's own beginning and end are part of what is
    around."""
    first, last = lines[window[0]][0], lines[window[1]][1]
    edges = f"{lines[index][0] - first}|{lines[index][1] - first}|{window[0] == 0}|{window[1] + 1 == len(lines)}|"
    return hashlib.blake2b((edges + text[first:last]).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _runs(unknown: Sequence[bool], windows: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """First and last line of each run of unknown lines; runs whose surroundings touch are read as one."""
    first = last = -1
    for index, is_unknown in enumerate(unknown):
        if not is_unknown:
            continue
        if first >= 0 and windows[index][0] > windows[last][1] + 1:
            yield first, last
            first = -1
        if first < 0:
            first = index
        last = index
    if first >= 0:
        yield first, last
