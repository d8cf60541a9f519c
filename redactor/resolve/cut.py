"""Names that a table's narrow column cut off: "EJEMPLO-MUS…", "Muster, Mar..", or a last word short at a cell's end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from redactor.resolve.company import is_ordinary
from redactor.resolve.index import Index
from redactor.resolve.reading import Reading

_DOTS = re.compile(r"\s?(?:…|\.{2,})")
_CELL_END = re.compile(r"[-.]?[ ]*(?:[\t\n]|\Z)")
_NAME_GAP = re.compile(r"[ ,.'\-]{1,3}")
_LEAST_UNDOTTED = 3
_LEAST_ALONE = 4
"""Letters of a cut word that is known without another name beside it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Half-open offsets of the shadow that hold the beginning of a name of person number ``who``. ``beside`` is whether
    another, whole name of the person stands before it."""

    who: int
    start: int
    end: int
    beside: bool


class CutSearch:
    """The registry's words in order, so that a beginning is found by bisection."""

    def __init__(self, index: Index) -> None:
        self._index = index
        sure = [
            (word, who)
            for holders in (index.family, index.given)
            for word, numbers in holders.items()
            for who in numbers
            if index.people[who].person.sure
        ]
        self._words = sorted(sure)

    def found(self, reading: Reading) -> Iterator[Cut]:
        """Every word of the reading that dots or a cell's end cut off, and that begins a name."""
        text, words = reading.text, reading.words
        for at, (word, start, end) in enumerate(words):
            dotted = _DOTS.match(text, end)
            ended = len(word) >= _LEAST_UNDOTTED and _CELL_END.match(text, end)
            if len(word) < 2 or not (dotted or ended) or not text[start].isupper():
                continue
            before = words[at - 1] if at and _NAME_GAP.fullmatch(reading.gap(at - 1)) else None
            for who in self._begun_by(word):
                own = self._index.people[who].parts
                if before and before[0] in own and word not in own:
                    yield Cut(who, before[1], end, beside=True)
                elif dotted and len(word) >= _LEAST_ALONE and word not in own and not is_ordinary(word):
                    yield Cut(who, start, end, beside=False)

    def _begun_by(self, letters: str) -> list[int]:
        """The people one of whose words goes on behind these letters."""
        found: set[int] = set()
        place = bisect_left(self._words, (letters, -1))
        while place < len(self._words) and self._words[place][0].startswith(letters):
            word, who = self._words[place]
            if len(word) > len(letters):
                found.add(who)
            place += 1
        return sorted(found)
