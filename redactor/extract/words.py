"""Words of a flattened page with their places, in two orders: as a person reads the page, and as the stream shows it.

A form's cells lie in rows, a brief's columns in the stream: a value that one order tears apart stands whole in the
other, so both become passages.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

import pymupdf

from redactor.model import Passage, Quad, Word

_ASCENT, _DESCENT = 0.80, 0.22
"""Height of a word's quad above and below its baseline, in ems. Holds capitals with accents and descenders of text
fonts, and stays off the lines above and below where the leading is one em."""

_GAP = 0.30
"""Ems between two glyphs that part two words even where the file shows no blank. MuPDF itself adds a blank from 0.2."""

_COLUMN_GAP = 1.30
"""Ems between two words of a row that part two columns or cells. Justified prose stays under one em."""

_NO_WIDTH = 1e-4
"""Share of a word's length under which a code point has no width of its own."""

_SAME_ROW, _SAME_SEEN_ROW = 0.35, 0.5
"""Ems by which two baselines may differ within one row; the second, of words that were read from pixels."""

_NEAR_ROWS = 4
"""So many rows back one may stand beside which a line goes on."""

_DECIMALS = 4
"""Of points, and of shares of a word: finer than any renderer, and so coarse that equal words are equal."""

_Kept = TypeVar("_Kept", float, tuple[float, ...])

_FLAGS = (
    pymupdf.TEXT_PRESERVE_LIGATURES
    | pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_MEDIABOX_CLIP
    | pymupdf.TEXT_IGNORE_ACTUALTEXT
)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One word's glyphs before it has offsets: text, quad, edges, baseline origin, size in points, stream line; and the
    confidence of the reading where they were read from pixels, or the name of the font that they are painted in."""

    text: str
    quad: Quad
    edges: tuple[float, ...]
    origin: tuple[float, float]
    direction: tuple[float, float]
    size: float
    line: int
    ordinal: int
    confidence: float | None = None
    font: str = ""

    @property
    def upright(self) -> bool:
        """Whether it reads left to right along the page."""
        return self.direction[0] > 0.99


def words_of(page: pymupdf.Page) -> tuple[Glyphs, ...]:
    """The page's words in content-stream order."""
    words: list[Glyphs] = []
    line_number = 0
    for block in page.get_text("rawdict", flags=_FLAGS)["blocks"]:
        for line in block.get("lines", ()):
            line_number += 1
            for run in _runs(line):
                words.append(_word(run, line["dir"], line_number, len(words)))
    return tuple(words)


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    origin: tuple[float, float]
    box: tuple[float, float, float, float]
    size: float
    font: str


def _runs(line: dict[str, Any]) -> Iterator[list[_Glyph]]:
    """The line's glyphs, parted at blanks and at gaps."""
    run: list[_Glyph] = []
    for span in line["spans"]:
        for raw in span["chars"]:
            glyph = _Glyph(raw["c"], raw["origin"], raw["bbox"], span["size"], span["font"])
            if glyph.text.isspace():
                if run:
                    yield run
                run = []
                continue
            if run:
                end = _extent(run[-1], line["dir"])[1]
                gap = _extent(glyph, line["dir"])[0] - end
                if gap > _GAP * glyph.size or gap < -2.0 * glyph.size:
                    yield run
                    run = []
            run.append(glyph)
    if run:
        yield run


def _extent(glyph: _Glyph, direction: tuple[float, float]) -> tuple[float, float]:
    """Where the glyph begins and ends along the line, in points from the origin of the page."""
    dx, dy = direction
    x0, y0, x1, y1 = glyph.box
    start = glyph.origin[0] * dx + glyph.origin[1] * dy
    if abs(dx) > 0.99 or abs(dy) > 0.99:  # axis-parallel: the box tells both
        ends = (x0 * dx + y0 * dy, x1 * dx + y1 * dy)
        return min(ends), max(ends)
    return start, start + 0.6 * glyph.size


def _word(run: Sequence[_Glyph], direction: tuple[float, float], line: int, ordinal: int) -> Glyphs:
    dx, dy = direction
    size = max(glyph.size for glyph in run)
    extents = [_extent(glyph, direction) for glyph in run]
    start, end = extents[0][0], max(extents[-1][1], extents[0][0] + 0.1)
    # The baseline's distance from the page origin across the line; "up" is the direction turned a quarter left.
    across = run[0].origin[0] * -dy + run[0].origin[1] * dx

    def corner(along: float, up: float) -> tuple[float, float]:
        x, y = along * dx - (across - up) * dy, along * dy + (across - up) * dx
        return (_one(round(x, _DECIMALS)), _one(round(y, _DECIMALS)))

    top, bottom = _ASCENT * size, -_DESCENT * size
    quad = Quad(corner(start, top), corner(end, top), corner(end, bottom), corner(start, bottom))
    edges = [0.0]
    for index in range(len(run)):
        right = extents[index + 1][0] if index + 1 < len(run) else extents[index][1]
        edges.append(min(1.0, max(edges[-1], (right - start) / (end - start))))
    edges[-1] = 1.0
    text = "".join(glyph.text for glyph in run)
    return Glyphs(
        text,
        quad,
        _one(tuple(round(edge, _DECIMALS) for edge in _shared(edges))),
        run[0].origin,
        direction,
        size,
        line,
        ordinal,
        font=run[0].font,
    )


@lru_cache(maxsize=1 << 16)
def _one(value: _Kept) -> _Kept:
    """The same object for equal values: the words of two thousand pages repeat each other and share their lines."""
    return value


def _shared(edges: Sequence[float]) -> tuple[float, ...]:
    """Where one glyph stands for several code points, all but the first come without a width; here they get a share of
    the glyph's, so that none of them can be withheld by a box that covers nothing."""
    shared = list(edges)
    at = 0
    while at < len(edges) - 1:
        last = at + 1
        while last < len(edges) - 1 and edges[last + 1] - edges[last] < _NO_WIDTH:
            last += 1
        for step in range(1, last - at):
            shared[at + step] = edges[at] + (edges[last] - edges[at]) * step / (last - at)
        at = last
    return tuple(shared)


def passages_of(words: Sequence[Glyphs], page: int) -> tuple[Passage, ...]:
    """The page's text as read (``p3``) and, where that differs, in stream order (``p3/stream``)."""
    by_eye = bool(words) and all(word.confidence is not None for word in words)
    rows = (_seen_rows if by_eye else _rows)([word for word in words if word.upright])
    rows += _stream_lines([word for word in words if not word.upright])
    as_read = _passage(f"p{page}", page, rows)
    stream = _passage(f"p{page}/stream", page, _stream_lines(words))
    if [word.ordinal for word in as_read.words] == [word.ordinal for word in stream.words]:
        return (as_read,)
    return (as_read, stream)


def _stream_lines(words: Sequence[Glyphs]) -> list[list[Glyphs]]:
    lines: dict[int, list[Glyphs]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return list(lines.values())


def _rows(words: Sequence[Glyphs]) -> list[list[Glyphs]]:
    """Words that share a baseline, top to bottom; in a row, left to right."""
    rows: list[list[Glyphs]] = []
    for word in sorted(words, key=lambda w: (w.origin[1], w.origin[0])):
        row = rows[-1] if rows else None
        if row and word.origin[1] - row[0].origin[1] <= _SAME_ROW * min(word.size, row[0].size):
            row.append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.origin[0]) for row in rows]


def _seen_rows(words: Sequence[Glyphs]) -> list[list[Glyphs]]:
    """The same of words that were read from pixels: a baseline is not as sure there, so that a line stays whole as the
    engine read it, and lines that stand side by side make a row."""
    lines = [sorted(line, key=lambda w: w.origin[0]) for line in _stream_lines(words)]
    rows: list[list[Glyphs]] = []
    for line in sorted(lines, key=_baseline):
        beside = [row for row in rows[-_NEAR_ROWS:] if _same_row(row, line)]
        if beside:
            min(beside, key=lambda row: abs(_baseline(row) - _baseline(line))).extend(line)
        else:
            rows.append(list(line))
    return [sorted(row, key=lambda w: w.origin[0]) for row in rows]


def _baseline(line: Sequence[Glyphs]) -> float:
    return sorted(word.origin[1] for word in line)[len(line) // 2]


def _same_row(row: Sequence[Glyphs], line: Sequence[Glyphs]) -> bool:
    size = min(min(word.size for word in row), min(word.size for word in line))
    if abs(_baseline(row) - _baseline(line)) > _SAME_SEEN_ROW * size:
        return False
    return not any(
        a.origin[0] < b.origin[0] + _length(b) and b.origin[0] < a.origin[0] + _length(a) for a in row for b in line
    )


def _length(word: Glyphs) -> float:
    return math.dist(word.quad.ll, word.quad.lr)


def _passage(address: str, page: int, lines: Sequence[Sequence[Glyphs]]) -> Passage:
    text = ""
    placed: list[Word] = []
    for line in lines:
        previous: Glyphs | None = None
        for word in line:
            if previous is not None:
                text += "\t" if _distance(previous, word) > _COLUMN_GAP * min(previous.size, word.size) else " "
            end = len(text) + len(word.text)
            placed.append(Word(len(text), end, word.quad, word.edges, word.ordinal, word.confidence))
            text += word.text
            previous = word
        text += "\n"
    return Passage(address, text, page, tuple(placed))


def _distance(one: Glyphs, other: Glyphs) -> float:
    """Points from the end of one word to the beginning of the next."""
    return math.hypot(other.quad.ll[0] - one.quad.lr[0], other.quad.ll[1] - one.quad.lr[1])
