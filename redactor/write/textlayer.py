"""What a picture says, for those who search it: invisible words over the picture's own, and the page's text.

Both are made from one reading of the redacted pixels and from nothing else; no word of an older text layer, and none
that was read before the boxes were burned, can come back through it.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import pymupdf

from redactor.geometry import bounds
from redactor.model import Quad, Rect
from redactor.ocr import Reading
from redactor.write.burn import fitting

_FONT = pymupdf.Font("helv")
"""Measures only. The file names Helvetica, which every reader has, and embeds nothing."""

_ASCENT = 0.74
"""Share of Helvetica's size that its tallest letters reach above the base line."""

_COLUMN_GAP = 2.0
"""Line heights between two words of a line from which the text file has a tab: another column."""

_LABEL_MARGIN = 1.0
"""Points that a label keeps off the ends of its box, or a twentieth of the box where that is less."""

_LEADING = 0.5
"""Share of the lower height by which the middles of two pieces of one row may lie apart."""

_OVERLAP = 0.5
"""Share of half a word by which another piece may reach over it and still stand beside it."""

_REACH = 1.5
"""Points by which two boxes must reach into each other to be in each other's way; slanted ones meet in their bounds."""

_ASLANT = 0.1
"""Sine of the angle between two texts that are not of one row: six degrees."""


@dataclass(frozen=True, slots=True)
class Boxed:
    """A box of the page (page space), its label as the text file has it, and what the box may show of it, longest
    first."""

    quad: Quad
    label: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """A word or a box, in page space. ``baseline`` is the share of the quad's height, from its top, to where letters
    stand; a box has the ``forms`` of its label."""

    text: str
    quad: Quad
    forms: tuple[str, ...] = ()
    baseline: float = 1.0

    @property
    def box(self) -> bool:
        return bool(self.forms)


@dataclass(frozen=True, slots=True)
class TextLayer:
    """``content`` is what follows the picture in the page's content stream, which calls the font /F1: the boxes with
    their labels, and the invisible words; ``text`` is what the page says, with the labels in brackets; ``words`` are
    its words in reading order with their places (page space)."""

    content: bytes
    text: str
    words: tuple[tuple[str, Quad], ...]


def text_layer(reading: Reading, scale: tuple[float, float], boxes: Sequence[Boxed], height: float) -> TextLayer:
    """The layer for a page ``height`` points high. ``reading`` is of the picture as it will be shown, ``scale`` are the
    picture's pixels a point, across and down."""
    lines = _lines(reading, scale, boxes)
    crowded = _crowded([box.quad for box in boxes])
    parts = [_path(quad, height) for quad in crowded]
    items = [item for line in lines for item in line if item.quad not in crowded]
    parts += [_box(item, height) if item.box else _word(item, height) for item in items]
    text = "".join(_line_text(line) + "\n" for line in lines)
    words = tuple((item.text, item.quad) for line in lines for item in line if not item.box)
    return TextLayer(b"".join(parts), text, words)


def _crowded(quads: Sequence[Quad]) -> list[Quad]:
    """Boxes that a larger one reaches into, as that of a stamp over a line does. They go without a label, which would
    stand on the other box, too."""
    areas = [bounds(quad) for quad in quads]
    return [
        quad
        for at, (quad, own) in enumerate(zip(quads, areas, strict=True))
        if any(
            (_size(other), -n) > (_size(own), -at) and _reach(own, other) > _REACH
            for n, other in enumerate(areas)
            if n != at
        )
    ]


def _size(rect: Rect) -> float:
    return (rect.x1 - rect.x0) * (rect.y1 - rect.y0)


def _reach(one: Rect, other: Rect) -> float:
    """How far two rectangles reach into each other, in points."""
    return min(min(one.x1, other.x1) - max(one.x0, other.x0), min(one.y1, other.y1) - max(one.y0, other.y0))


def _lines(reading: Reading, scale: tuple[float, float], boxes: Sequence[Boxed]) -> list[list[_Item]]:
    """The page's rows from top to bottom as it is read, each from left to right; a box stands in its row, or alone."""
    by_number: dict[int, list[_Item]] = {}
    for word in reading.words:
        if text := _sayable(word.text):
            by_number.setdefault(word.line, []).append(_Item(text, _scaled(word.quad, scale), baseline=word.baseline))
    pieces = [by_number[number] for number in sorted(by_number)]
    pieces += [[_Item(box.label, box.quad, box.forms)] for box in boxes]
    rows: list[list[_Item]] = []
    for piece in pieces:
        home = next((row for row in rows if _same_row(piece, row)), None)
        if home is None:
            rows.append(list(piece))
        else:
            home += piece
    ahead = _direction(pieces[0][0].quad) if pieces else (1.0, 0.0)
    for row in rows:
        row.sort(key=lambda item: _place(item.quad, ahead)[0])
    return sorted(rows, key=lambda row: sum(_place(item.quad, ahead)[1] for item in row) / len(row))


def _same_row(piece: Sequence[_Item], row: Sequence[_Item]) -> bool:
    """Whether the piece goes on where the row ends, or before it begins: at the height of the row's nearest word, and
    over none of its words."""
    ahead = _direction(row[0].quad)
    if abs(ahead[0] * _direction(piece[0].quad)[1] - ahead[1] * _direction(piece[0].quad)[0]) > _ASLANT:
        return False
    mine = [_place(item.quad, ahead) for item in piece]
    theirs = [_place(item.quad, ahead) for item in row]
    u0, u1 = min(u - half for u, _, half in mine), max(u + half for u, _, half in mine)
    if any(min(u1, u + half) - max(u0, u - half) > _OVERLAP * half for u, _, half in theirs):
        return False
    _, a, b = min((abs(one[0] - other[0]), one[1], other[1]) for one in mine for other in theirs)
    high = min(math.dist(item.quad.ul, item.quad.ll) for item in (*piece, *row))
    return abs(a - b) < _LEADING * high


def _place(quad: Quad, ahead: tuple[float, float]) -> tuple[float, float, float]:
    """A quad's middle along and across the reading direction, and half its length."""
    (x, y), (c, s) = _middle(quad), ahead
    return x * c + y * s, y * c - x * s, math.dist(quad.ul, quad.ur) / 2


def _scaled(quad: Quad, scale: tuple[float, float]) -> Quad:
    x, y = scale
    return Quad(*((px / x, py / y) for px, py in (quad.ul, quad.ur, quad.lr, quad.ll)))


def _sayable(text: str) -> str:
    """The text in letters that the font's encoding has; others as their plain letter, or not at all."""
    letters = []
    for letter in text if not text.isascii() else ():
        try:
            letters.append(letter.encode("cp1252").decode("cp1252"))
        except UnicodeEncodeError:
            plain = unicodedata.normalize("NFKD", letter)
            letters.append(plain.encode("cp1252", "ignore").decode("cp1252"))
    return ("".join(letters) or (text if text.isascii() else "")).strip()


def _direction(quad: Quad) -> tuple[float, float]:
    length = math.dist(quad.ul, quad.ur) or 1.0
    return (quad.ur[0] - quad.ul[0]) / length, (quad.ur[1] - quad.ul[1]) / length


def _middle(quad: Quad) -> tuple[float, float]:
    return (quad.ul[0] + quad.lr[0]) / 2, (quad.ul[1] + quad.lr[1]) / 2


def _line_text(line: Sequence[_Item]) -> str:
    text = ""
    for at, item in enumerate(line):
        if at:
            before = line[at - 1].quad
            gap = math.dist(before.ur, item.quad.ul)
            text += "\t" if gap > _COLUMN_GAP * math.dist(before.ul, before.ll) else " "
        text += f"[{item.text}]" if item.box else item.text
    return text


def _word(item: _Item, height: float) -> bytes:
    """The word, invisible (text mode 3), stretched over its place in the picture; a blank parts it from the next."""
    quad = item.quad
    length, high = math.dist(quad.ul, quad.ur), math.dist(quad.ul, quad.ll)
    size = max(1.0, item.baseline * high / _ASCENT)
    c, s = _direction(quad)
    rise = (1 - item.baseline) * high
    x, y = quad.ll[0] + rise * s, quad.ll[1] - rise * c
    natural = _FONT.text_length(item.text, size) or 1.0
    shown = _string(item.text + " ")
    return b"BT 3 Tr /F1 %.2f Tf %.2f Tz %.5f %.5f %.5f %.5f %.2f %.2f Tm (%s) Tj ET\n" % (
        size, 100 * length / natural, c, -s, s, c, x, height - y, shown,
    )  # fmt: skip


def _box(item: _Item, height: float) -> bytes:
    """The box, painted over the pixels that were burned, with as much of its label as it can carry."""
    quad = item.quad
    path = _path(quad, height)
    length, high = math.dist(quad.ul, quad.ur), math.dist(quad.ul, quad.ll)
    fitted = fitting(item.forms, length - 2 * min(_LABEL_MARGIN, length / 20), high)
    if fitted is None:
        return path
    text, size = fitted
    c, s = _direction(quad)
    half, rise = _FONT.text_length(text, size) / 2, 0.36 * size
    mx, my = _middle(quad)
    x, y = mx - half * c - rise * s, my - half * s + rise * c
    return path + b"q 1 g BT 0 Tr /F1 %.2f Tf 100 Tz %.5f %.5f %.5f %.5f %.2f %.2f Tm (%s) Tj ET Q\n" % (
        size, c, -s, s, c, x, height - y, _string(text + " "),
    )  # fmt: skip


def _path(quad: Quad, height: float) -> bytes:
    """The box without its label."""
    corners = [(x, height - y) for x, y in (quad.ul, quad.ur, quad.lr, quad.ll)]
    return b"q 0 g %.3f %.3f m %.3f %.3f l %.3f %.3f l %.3f %.3f l h f Q\n" % tuple(v for xy in corners for v in xy)


def _string(text: str) -> bytes:
    """The text between the parentheses of a PDF string (ISO 32000-1, 7.3.4.2)."""
    return text.encode("cp1252", "ignore").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
