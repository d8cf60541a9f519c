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

from redactor.model import Quad
from redactor.ocr import Reading

_FONT = pymupdf.Font("helv")
"""Measures only. The file names Helvetica, which every reader has, and embeds nothing."""

_DESCENDING = frozenset("gjpqy,;Q()[]{}|/_")
_DESCENT = 0.21
_CAP = 0.72
"""Shares of Helvetica's size below the base line, and above it up to a capital's top."""

_COLUMN_GAP = 2.0
"""Line heights between two words of a line from which the text file has a tab: another column."""

_LABEL_SIZES = (7.0, 6.0, 5.0, 4.0)
_LABEL_MARGIN = 1.0
_SHORTER = ("REDACTED", "PI")
"""What a box says that is too small for its label."""

_LEADING = 0.5
"""Share of a box's height by which it must lie within a line of words to be read with that line."""


@dataclass(frozen=True, slots=True)
class Boxed:
    """A box of the page (page space) and its label."""

    quad: Quad
    label: str


@dataclass(frozen=True, slots=True)
class _Item:
    """A word or a box, in page space."""

    text: str
    quad: Quad
    box: bool = False


@dataclass(frozen=True, slots=True)
class TextLayer:
    """``content`` is what follows the picture in the page's content stream, which calls the font /F1: the boxes with
    their labels, and the invisible words; ``text`` is what the page says, with the labels in brackets."""

    content: bytes
    text: str


def text_layer(reading: Reading, scale: tuple[float, float], boxes: Sequence[Boxed], height: float) -> TextLayer:
    """The layer for a page ``height`` points high. ``reading`` is of the picture as it will be shown, ``scale`` are the
    picture's pixels a point, across and down."""
    lines = _lines(reading, scale, boxes)
    parts = []
    for line in lines:
        for at, item in enumerate(line):
            parts.append(_box(item, height) if item.box else _word(item, height, last=at + 1 == len(line)))
    text = "".join(_line_text(line) + "\n" for line in lines)
    return TextLayer(b"".join(parts), text)


def _lines(reading: Reading, scale: tuple[float, float], boxes: Sequence[Boxed]) -> list[list[_Item]]:
    """The page's lines in reading order, each box in the line that it stands in, or in one of its own."""
    by_number: dict[int, list[_Item]] = {}
    for word in reading.words:
        text = _sayable(word.text)
        if text:
            by_number.setdefault(word.line, []).append(_Item(text, _scaled(word.quad, scale)))
    lines = [by_number[number] for number in sorted(by_number)]
    alone: list[_Item] = []
    for box in boxes:
        item = _Item(box.label, box.quad, box=True)
        home = min(
            (line for line in lines if _within(item.quad, line)), key=lambda line: _distance(item, line), default=None
        )
        if home is None:
            alone.append(item)
        else:
            home.append(item)
            home.sort(key=lambda each: _along(each.quad, home[0].quad))
    for item in sorted(alone, key=lambda each: (each.quad.ul[1], each.quad.ul[0])):
        below = next((at for at, line in enumerate(lines) if line[0].quad.ul[1] > item.quad.ul[1]), len(lines))
        lines.insert(below, [item])
    return lines


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


def _along(quad: Quad, line: Quad) -> float:
    c, s = _direction(line)
    x, y = _middle(quad)
    return x * c + y * s


def _across(quad: Quad, line: Quad) -> float:
    c, s = _direction(line)
    x, y = _middle(quad)
    return y * c - x * s


def _within(box: Quad, line: Sequence[_Item]) -> bool:
    """Whether the box stands on the line: its middle within half a line height of the nearest word's."""
    nearest = min(line, key=lambda item: math.dist(_middle(item.quad), _middle(box)))
    high = max(math.dist(nearest.quad.ul, nearest.quad.ll), _LEADING * math.dist(box.ul, box.ll))
    return abs(_across(box, nearest.quad) - _across(nearest.quad, nearest.quad)) < _LEADING * high


def _distance(box: _Item, line: Sequence[_Item]) -> float:
    return min(math.dist(_middle(item.quad), _middle(box.quad)) for item in line)


def _line_text(line: Sequence[_Item]) -> str:
    text = ""
    for at, item in enumerate(line):
        if at:
            before = line[at - 1].quad
            gap = math.dist(before.ur, item.quad.ul)
            text += "\t" if gap > _COLUMN_GAP * math.dist(before.ul, before.ll) else " "
        text += f"[{item.text}]" if item.box else item.text
    return text


def _word(item: _Item, height: float, *, last: bool) -> bytes:
    """The word, invisible (text mode 3), stretched over its place in the picture; a blank parts it from the next."""
    quad = item.quad
    length, high = math.dist(quad.ul, quad.ur), math.dist(quad.ul, quad.ll)
    descends = any(letter in _DESCENDING for letter in item.text)
    size = max(1.0, high / (_CAP + (_DESCENT if descends else 0.0)))
    c, s = _direction(quad)
    rise = size * _DESCENT if descends else 0.0
    x, y = quad.ll[0] + rise * s, quad.ll[1] - rise * c
    natural = _FONT.text_length(item.text, size) or 1.0
    shown = _string(item.text if last else item.text + " ")
    return b"BT 3 Tr /F1 %.2f Tf %.2f Tz %.5f %.5f %.5f %.5f %.2f %.2f Tm (%s) Tj ET\n" % (
        size, 100 * length / natural, c, -s, s, c, x, height - y, shown,
    )  # fmt: skip


def _box(item: _Item, height: float) -> bytes:
    """The box, painted over the pixels that were burned, with as much of its label as it can carry."""
    quad = item.quad
    corners = [(x, height - y) for x, y in (quad.ul, quad.ur, quad.lr, quad.ll)]
    path = b"q 0 g %.3f %.3f m %.3f %.3f l %.3f %.3f l %.3f %.3f l h f Q\n" % tuple(v for xy in corners for v in xy)
    length, high = math.dist(quad.ul, quad.ur), math.dist(quad.ul, quad.ll)
    fitted = _fitting(item.text, length - 2 * _LABEL_MARGIN, high)
    if fitted is None:
        return path
    text, size = fitted
    c, s = _direction(quad)
    half, rise = _FONT.text_length(text, size) / 2, 0.36 * size
    mx, my = _middle(quad)
    x, y = mx - half * c - rise * s, my - half * s + rise * c
    return path + b"q 1 g BT 0 Tr /F1 %.2f Tf 100 Tz %.5f %.5f %.5f %.5f %.2f %.2f Tm (%s) Tj ET Q\n" % (
        size, c, -s, s, c, x, height - y, _string(text),
    )  # fmt: skip


def _fitting(label: str, length: float, height: float) -> tuple[str, float] | None:
    for text in (label, *_SHORTER):
        for size in _LABEL_SIZES:
            if size <= height and _FONT.text_length(text, size) <= length:
                return text, size
    return None


def _string(text: str) -> bytes:
    """The text between the parentheses of a PDF string (ISO 32000-1, 7.3.4.2)."""
    return text.encode("cp1252", "ignore").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
