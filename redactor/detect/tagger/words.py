"""The words of a text as the tagger reads them, and what it sees of each.

A word is a run of letters (an apostrophe inside belongs to it), a run of digits, one mark, or a run of line ends,
tabs or blanks; single blanks between words are no words of their own.
"""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import regex

from redactor.detect.tagger.lexicon import Lexicon

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\d+|\n+|\t+|\s{2,}|[^\s]")
_KEPT = 60_000
"""Words whose features are remembered."""

TABLES: tuple[int, ...] = (12_288, 512, 2_048, 4_096, 1_024, 4_096, 4_096, 1_024)
"""Rows of the tables for a word's norm, its first one, two and three letters, its last two, three and four, its
shape."""
UNKNOWN_ROW = 0

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float32]


def words(text: str) -> tuple[list[str], list[int]]:
    """The words, and the code point at which each begins."""
    found: list[str] = []
    starts: list[int] = []
    for match in _WORD.finditer(text):
        found.append(match.group())
        starts.append(match.start())
    return found, starts


def norm(word: str) -> str:
    """Lower case, without diacritics; digits are all alike."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).replace("’", "'")
    lowered = word.lower()
    return "0" * min(len(lowered), 10) if lowered.isdigit() else lowered


def _shape(word: str) -> str:
    shape = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word[:24])
    return regex.sub(r"(.)\1{3,}", r"\1\1\1", shape) + (str(min(len(word), 9)) if word.isalpha() else "")


@lru_cache(maxsize=50_000)
def _row(kind: int, value: str, rows: int) -> int:
    """A row of a table for a string: FNV-1a, so that every machine hashes alike. Row 0 is the unknown's."""
    hashed = 2166136261 ^ kind
    for byte in value.encode():
        hashed = ((hashed ^ byte) * 16777619) & 0xFFFFFFFF
    hashed ^= hashed >> 15
    return 1 + hashed % (rows - 1)


class Features:
    """What is seen of words: rows of the tables, and the lexicon's bits. Remembers the words it has seen."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: OrderedDict[str, tuple[tuple[int, ...], tuple[float, ...]]] = OrderedDict()

    def of(self, word: str) -> tuple[tuple[int, ...], tuple[float, ...]]:
        """The table rows and the lexicon's bits of a word."""
        known = self._known.get(word)
        if known is None:
            known = self._made(word)
            if len(self._known) >= _KEPT:
                self._known.popitem(last=False)
            self._known[word] = known
        return known

    def _made(self, word: str) -> tuple[tuple[int, ...], tuple[float, ...]]:
        n = norm(word)
        values = (n, n[:1], n[:2], n[:3], n[-2:], n[-3:], n[-4:], _shape(word))
        rows = tuple(_row(kind, value, size) for kind, (value, size) in enumerate(zip(values, TABLES, strict=True)))
        return rows, self._lexicon.bits(n)


PLACES = 16
"""Features of a word's place, see ``places``."""


def places(found: Sequence[str]) -> FloatArray:
    """What a word's place and dress say: line's first and last, cell's first and last, how its line is dressed,
    capitals, digits, ..."""
    count = len(found)
    out = np.zeros((count, PLACES), dtype=np.float32)
    line: list[int] = []
    for at in range(count + 1):
        if at < count and "\n" not in found[at]:
            line.append(at)
            continue
        if line:
            _dress_line(found, line, out)
        if at < count:
            out[at, 13] = 1.0
            out[at, 14] = 1.0 if len(found[at]) > 1 else 0.0
        line = []
    return out


def _dress_line(found: Sequence[str], line: list[int], out: FloatArray) -> None:
    letters = [at for at in line if found[at][0].isalpha()]
    upper = sum(found[at].isupper() for at in letters)
    lower = sum(found[at].islower() for at in letters)
    long = [at for at in letters if len(found[at]) > 3]
    title = sum(found[at].istitle() for at in long)
    tabs = any("\t" in found[at] for at in line)
    all_upper = bool(letters) and upper == len(letters)
    all_lower = bool(letters) and lower == len(letters)
    mostly_title = bool(long) and title >= 0.8 * len(long)
    short = len(line) <= 6
    for index, at in enumerate(line):
        word = found[at]
        before = found[line[index - 1]] if index else "\n"
        behind = found[line[index + 1]] if index + 1 < len(line) else "\n"
        row = out[at]
        row[0] = index == 0
        row[1] = index + 1 == len(line)
        row[2] = before[0] in "\t " or index == 0
        row[3] = behind[0] in "\t " or index + 1 == len(line)
        row[4] = all_upper
        row[5] = all_lower
        row[6] = mostly_title
        row[7] = short
        row[8] = tabs
        row[9] = word.isupper() and len(word) > 1
        row[10] = word[0].isupper() and word[1:].islower()
        row[11] = word.isdigit()
        row[12] = len(word) == 1 and word.isalpha()
        row[15] = before in ".?!:" or index == 0
