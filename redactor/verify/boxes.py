"""The boxes themselves: opaque, with nothing beneath, and not a row of small ones that spells what they cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from redactor.geometry import bounds, horizontal, intersection
from redactor.model import Quad, Rect
from redactor.verify.declared import Declared, PaintedBox, Problem
from redactor.verify.folding import fold
from redactor.verify.painted import Letters, Numbers, PaintedPage, Picture, Pixels, UnpaintableError

OPAQUE = "boxes are opaque"
NOTHING_BENEATH = "no text under boxes"
BURNED = "pictures under boxes are burned"
UNSPELLED = "boxes do not spell"
WIDTHS = "box widths tell nothing"

SCALE = 2.0  # pixels a point; a 1 pt border is then two pixels wide
FINE_SCALE = 6.0  # for boxes so small, or so full of their label, that no pixel at the usual scale is only box
EDGE = 1.5  # pixels inside the quad left out: the edge's own smoothing
DARK = 64  # of 255; a lighter box is not a box
FLAT = 2  # levels; text under a box of 99 % opacity shows as 3
FLAT_IN_IMAGE = 24  # levels; a box burned into a JPEG is not perfectly flat
TINT = 12  # levels between red, green and blue; smoothing of a white label on a dark box stays neutral
LABEL_MARGIN = 2.0  # pixels around a label's letters where their smoothing may show
TOO_SMALL = "too small to be checked"
SPREAD = 48  # levels within a picture under a box; JPEG noise stays below, letters do not
BURN_EDGE = 2.0  # pt inside the quad left out there: one JPEG block at 200 dpi is 2.9 pt wide, half of it may be mixed
SHORT_LABELS = ("", "REDACTED", "PI")
GLYPH_BOX = 20.0  # pt; boxes wider than that do not follow single letters
GLYPH_BOXES_IN_A_ROW = 4
SAME_WIDTH = 0.5  # pt
TELLING_WIDTHS = 3  # different ones on a page
_NO_BOXES = np.zeros((0, 4))
TOUCHING = 2.5  # pt; a stroked box reports bounds that are wider by its stroke


def boxes(page: PaintedPage, declared: Declared) -> Iterator[Problem]:
    """Checks every box of one page as painted, as text, as pictures and as paths."""
    if not declared.redactions and not declared.boxes:
        return
    place = f"page {page.number}"
    yield from ((OPAQUE, f"{place}: {what}") for what in _unanswered(declared))
    letters = _painted_letters(page, declared)
    try:
        for at, box in enumerate(declared.boxes, start=1):
            label = _letters_in(letters, box.quad)
            lawful = _is_label(label.text, box, declared.boxes)
            if not lawful:
                yield NOTHING_BENEATH, f"{place}, box {at}: text that is not the label"
            # Only a label may be lighter than its box; other letters get no margin to show in.
            for what in _flaws(page, box, label.boxes if lawful else _NO_BOXES):
                yield OPAQUE, f"{place}, box {at}: {what}"
        yield from ((BURNED, f"{place}, box {at}: picture not burned") for at in _unburned(page, declared.boxes))
    except UnpaintableError:
        yield OPAQUE, f"{place}: cannot be painted"
    if declared.reset and (left := _left_in_place(letters, declared)):
        yield NOTHING_BENEATH, f"{place}: {left} letters where words were taken"
    if declared.reset and not declared.picture and _tell(declared.boxes):
        yield WIDTHS, f"{place}: boxes as wide as what they cover"
    if _spelled(page, [box.bounds for box in declared.boxes]):
        yield UNSPELLED, f"{place}: a row of boxes as wide as letters"


def _painted_letters(page: PaintedPage, declared: Declared) -> Letters:
    """The page's letters; on a picture page without its text layer, which is checked against what OCR reads."""
    letters = page.letters
    return letters.where(~page.unpainted()) if declared.picture else letters


def _unanswered(declared: Declared) -> Iterator[str]:
    """Redactions without a box, and boxes that stand on no line of what they answer for."""
    answered = {box.redaction.id for box in declared.boxes}
    for at, redaction in enumerate(declared.redactions, start=1):
        if redaction.id not in answered:
            yield f"redaction {at} has no box"
    for at, box in enumerate(declared.boxes, start=1):
        if box.redaction.page != declared.number or not _beside(box, box.redaction.quad):
            yield f"box {at} stands on another line than what it answers for"


def _beside(box: PaintedBox, quad: Quad) -> bool:
    """Whether the box stands on the line of the quad: along the page, or along a line that is turned."""
    one, other = box.bounds, bounds(quad)
    across = min(one.y1, other.y1) - max(one.y0, other.y0)
    down = min(one.x1, other.x1) - max(one.x0, other.x0)
    return across > 0 if horizontal(quad) else across > 0 or down > 0


def _left_in_place(letters: Letters, declared: Declared) -> int:
    """Letters that stand where words were taken or moved away, and belong to no box and to no moved word."""
    there = np.zeros(len(letters.text), dtype=bool)
    for quad in declared.taken:
        there |= _inside(letters, quad)
    for move in declared.moves:
        there |= letters.within(move.area)
    for box in declared.boxes:
        there &= ~_inside(letters, box.quad)
    for move in declared.moves:
        there &= ~letters.within(move.place)
    return int((there & letters.solid).sum())


def inward(quad: Quad, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far inside the quad each point lies, in points; negative outside."""
    corners = (quad.ul, quad.ur, quad.lr, quad.ll)
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, (*corners[1:], corners[0]), strict=True))
    sign = 1.0 if area >= 0 else -1.0
    depth = np.full(np.broadcast(x, y).shape, np.inf)
    for a, b in zip(corners, (*corners[1:], corners[0]), strict=True):
        dx, dy = b[0] - a[0], b[1] - a[1]
        length = float(np.hypot(dx, dy))
        if length:
            depth = np.minimum(depth, sign * (dx * (y - a[1]) - dy * (x - a[0])) / length)
    return depth


def _inside(letters: Letters, quad: Quad) -> NDArray[np.bool_]:
    found = letters.within(bounds(quad))
    if found.any() and not _level(quad):
        found[found] = inward(quad, letters.x[found], letters.y[found]) > 0
    return found


def _letters_in(letters: Letters, quad: Quad) -> Letters:
    return letters.where(_inside(letters, quad))


def _level(quad: Quad) -> bool:
    """Whether the quad is a rectangle that stands along the page."""
    xs, ys = {quad.ul[0], quad.ur[0], quad.lr[0], quad.ll[0]}, {quad.ul[1], quad.ur[1], quad.lr[1], quad.ll[1]}
    return len(xs) == 2 and len(ys) == 2


def _is_label(text: str, box: PaintedBox, others: Sequence[PaintedBox]) -> bool:
    """Whether the text in the box is its label, whole or shortened; where boxes overlap, words of their labels."""
    if not text or fold(text).letters in {fold(form).letters for form in (box.redaction.label, *SHORT_LABELS)}:
        return True
    mine = box.bounds
    labels = [other.redaction.label for other in others if intersection(mine, other.bounds)]
    if len(labels) < 2:
        return False
    allowed: Counter[str] = Counter()
    for label in (*labels, *SHORT_LABELS):
        allowed.update(fold(word).letters for word in label.split())
    found = Counter(fold(word).letters for word in text.split())
    found.pop("", None)
    return found <= allowed


def _flaws(page: PaintedPage, box: PaintedBox, label: Numbers) -> list[str]:
    flaws = list(_flaws_at(SCALE, page.pixels(SCALE), box, label))
    if flaws == [TOO_SMALL]:
        flaws = list(_flaws_at(FINE_SCALE, page.pixels(FINE_SCALE), box, label))
    return flaws


def _flaws_at(scale: float, painted: Pixels, box: PaintedBox, label: Numbers) -> Iterator[str]:
    around = box.bounds
    height, width = painted.shape[:2]
    x0, x1 = max(0, int(around.x0 * scale)), min(width, int(np.ceil(around.x1 * scale)))
    y0, y1 = max(0, int(around.y0 * scale)), min(height, int(np.ceil(around.y1 * scale)))
    if x0 >= x1 or y0 >= y1:
        yield "outside the page"
        return
    x = (np.arange(x0, x1, dtype=np.float64) + 0.5) / scale
    y = (np.arange(y0, y1, dtype=np.float64) + 0.5) / scale
    edge = EDGE / scale
    if _level(box.quad):
        inside = ((y >= around.y0 + edge) & (y <= around.y1 - edge))[:, None] & (
            (x >= around.x0 + edge) & (x <= around.x1 - edge)
        )[None, :]
    else:
        inside = inward(box.quad, x[None, :], y[:, None]) >= edge
    lettered = np.zeros_like(inside)
    margin = LABEL_MARGIN / scale
    for left, top, right, bottom in label:
        if left < right and top < bottom:
            columns = np.searchsorted(x, (left - margin, right + margin))
            rows = np.searchsorted(y, (top - margin, bottom + margin))
            lettered[rows[0] : rows[1], columns[0] : columns[1]] = True
    part = painted[y0:y1, x0:x1]
    plain = part[inside & ~lettered]
    if not plain.size:
        yield TOO_SMALL
        return
    darkest, lightest = plain.min(axis=0).astype(int), plain.max(axis=0).astype(int)
    if int(lightest.max()) > DARK:
        yield "not painted, or see-through"
    elif int((lightest - darkest).max()) > (FLAT_IN_IMAGE if box.redaction.image else FLAT):
        yield "something shows through"
    words = part[inside & lettered].astype(np.int16)
    if words.size and int((words.max(axis=1) - words.min(axis=1)).max()) > TINT + int(np.ptp(np.median(plain, axis=0))):
        yield "a colour that is neither the box nor its label"


def _unburned(page: PaintedPage, boxes: Sequence[PaintedBox]) -> list[int]:
    """Which boxes lie on a picture that still has something drawn beneath them."""
    found: set[int] = set()
    if not any(intersection(place, box.bounds) for place in page.picture_places() for box in boxes):
        return []
    for picture in page.pictures():
        for at, box in enumerate(boxes, start=1):
            if not intersection(picture.bounds, box.bounds):
                continue
            beneath = _beneath(picture, box.quad)
            if beneath.size and int((beneath.max(axis=0) - beneath.min(axis=0)).max()) > SPREAD:
                found.add(at)
    return sorted(found)


def _beneath(picture: Picture, quad: Quad) -> NDArray[np.int16]:
    """The picture's pixels under the quad, ``BURN_EDGE`` inwards, one row a pixel."""
    nothing = np.zeros((0, 1), dtype=np.int16)
    a, b, c, d, e, f = picture.matrix
    determinant = a * d - b * c
    if determinant == 0:
        return nothing
    rows, columns = picture.pixels.shape[:2]
    around = bounds(quad)
    corners = [(x - e, y - f) for x in (around.x0, around.x1) for y in (around.y0, around.y1)]
    us = [(d * x - c * y) / determinant for x, y in corners]
    vs = [1 - (a * y - b * x) / determinant for x, y in corners]
    left, right = max(0, int(min(us) * columns)), min(columns, int(np.ceil(max(us) * columns)))
    top, bottom = max(0, int(min(vs) * rows)), min(rows, int(np.ceil(max(vs) * rows)))
    if left >= right or top >= bottom:
        return nothing
    u = (np.arange(left, right)[np.newaxis, :] + 0.5) / columns
    v = 1 - (np.arange(top, bottom)[:, np.newaxis] + 0.5) / rows
    depth = inward(quad, a * u + c * v + e, b * u + d * v + f)
    edge = min(BURN_EDGE, float(depth.max()) / 2)
    beneath: NDArray[np.int16] = picture.pixels[top:bottom, left:right][depth >= max(edge, 0.0)].astype(np.int16)
    return beneath


def _tell(boxes: Sequence[PaintedBox]) -> bool:
    """Whether most boxes over text are exactly as wide as the words that they stand for, and those differ: with a list
    of candidates the width names the person. One or two meet the common width by chance."""
    words = [(box.bounds, bounds(box.redaction.quad)) for box in boxes if not box.redaction.image]
    equal = [box for box, taken in words if abs((box.x1 - box.x0) - (taken.x1 - taken.x0)) < SAME_WIDTH]
    widths = {round(box.x1 - box.x0) for box in equal}
    return len(widths) >= TELLING_WIDTHS and 2 * len(equal) > len(words)


def _spelled(page: PaintedPage, quads: Sequence[Rect]) -> bool:
    """Whether four or more touching boxes of different small widths stand in one line: their widths are the letters'
    advances, and name the word although every letter is gone."""
    painted = [path for path in page.paths() if any(intersection(path, quad) for quad in quads)]
    turned = [[Rect(r.y0, r.x0, r.y1, r.x1) for r in rects] for rects in (quads, painted)]
    return any(follows_letters(rects) for rects in (quads, painted, *turned))


def follows_letters(rects: Sequence[Rect]) -> bool:
    """Whether at least four small rectangles of one line touch each other and differ in width, as letters do."""
    lines: dict[tuple[int, int], list[Rect]] = {}
    for rect in rects:
        if 0 < rect.x1 - rect.x0 <= GLYPH_BOX:
            lines.setdefault((round(rect.y0), round(rect.y1)), []).append(rect)
    for line in lines.values():
        chain: list[Rect] = []
        for rect in sorted(set(line), key=lambda r: r.x0):
            if chain and abs(rect.x0 - chain[-1].x1) > TOUCHING:
                chain = []
            chain.append(rect)
            widths = {round(r.x1 - r.x0, 1) for r in chain}
            if len(chain) >= GLYPH_BOXES_IN_A_ROW and len(widths) > 2:
                return True
    return False
