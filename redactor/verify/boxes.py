"""The boxes themselves: opaque, with nothing beneath, and not a row of small ones that spells what they cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from redactor.geometry import bounds, intersection
from redactor.model import Check, Quad, Rect, Redaction
from redactor.verify.folding import fold
from redactor.verify.painted import Glyph, PaintedPage, Picture, Pixels, UnpaintableError

SCALE = 2.0  # pixels a point; a 1 pt border is then two pixels wide
FINE_SCALE = 6.0  # for boxes so small, or so full of their label, that no pixel at the usual scale is only box
EDGE = 1.5  # pixels inside the quad left out: the edge's own smoothing
DARK = 64  # of 255; a lighter box is not a box
FLAT = 2  # levels; text under a box of 99 % opacity shows as 3
FLAT_IN_IMAGE = 24  # levels; a box burned into a JPEG is not perfectly flat
TINT = 12  # levels between red, green and blue; smoothing of a white label on a dark box stays neutral
LABEL_MARGIN = 2.0  # pixels around a label's letters where their smoothing may show
TOO_SMALL = "too small to be checked"
BURNED = 48  # levels within a picture under a box; JPEG noise stays below, letters do not
BURN_EDGE = 2.0  # pt inside the quad left out there: one JPEG block at 200 dpi is 2.9 pt wide, half of it may be mixed
SHORT_LABELS = ("", "REDACTED", "PI")
GLYPH_BOX = 20.0  # pt; boxes wider than that do not follow single letters
GLYPH_BOXES_IN_A_ROW = 4
TOUCHING = 2.5  # pt; a stroked box reports bounds that are wider by its stroke


def boxes(pages: Sequence[PaintedPage], redactions: Sequence[Redaction]) -> tuple[Check, ...]:
    """Checks of every redaction's quad as painted, as text, as pictures and as paths."""
    see_through, beneath, unburned, rows = [], [], [], []
    for page in pages:
        here = [redaction for redaction in redactions if redaction.page == page.number]
        if not here:
            continue
        try:
            for at, redaction in enumerate(here, start=1):
                place = f"page {page.number}, box {at}"
                label = _glyphs_in(page.glyphs, redaction.quad)
                lawful = _is_label(label, redaction, here)
                if not lawful:
                    beneath.append(f"{place}: text that is not the label")
                # Only a label may be lighter than its box; other letters get no margin to show in.
                see_through += [f"{place}: {what}" for what in _flaws(page, redaction, label if lawful else ())]
            unburned += [f"page {page.number}, box {at}: picture not burned" for at in _unburned(page, here)]
        except UnpaintableError:
            see_through.append(f"page {page.number}: cannot be painted")
        if _spelled(page, here):
            rows.append(f"page {page.number}: a row of boxes as wide as letters")
    known = range(1, len(pages) + 1)
    see_through += [f"page {r.page}: box on a page that is not there" for r in redactions if r.page not in known]
    return (
        Check("boxes are opaque", tuple(see_through)),
        Check("no text under boxes", tuple(beneath)),
        Check("pictures under boxes are burned", tuple(unburned)),
        Check("boxes do not spell", tuple(rows)),
    )


def _inward(quad: Quad, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
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


def _glyphs_in(glyphs: Sequence[Glyph], quad: Quad) -> list[Glyph]:
    around = bounds(quad)
    near = [g for g in glyphs if around.x0 <= g.x <= around.x1 and around.y0 <= g.y <= around.y1]
    if not near:
        return []
    depth = _inward(quad, np.array([g.x for g in near]), np.array([g.y for g in near]))
    return [glyph for glyph, inside in zip(near, depth > 0, strict=True) if inside]


def _is_label(glyphs: Sequence[Glyph], redaction: Redaction, others: Sequence[Redaction]) -> bool:
    """Whether the text in the box is its label, whole or shortened; where boxes overlap, words of their labels."""
    text = "".join(glyph.character for glyph in glyphs)
    if fold(text).letters in {fold(form).letters for form in (redaction.label, *SHORT_LABELS)}:
        return True
    mine = bounds(redaction.quad)
    labels = [other.label for other in others if intersection(mine, bounds(other.quad))]
    if len(labels) < 2:
        return False
    allowed: Counter[str] = Counter()
    for label in (*labels, *SHORT_LABELS):
        allowed.update(fold(word).letters for word in label.split())
    found = Counter(fold(word).letters for word in text.split())
    found.pop("", None)
    return found <= allowed


def _flaws(page: PaintedPage, redaction: Redaction, label: Sequence[Glyph]) -> list[str]:
    flaws = list(_flaws_at(SCALE, page.pixels(SCALE), redaction, label))
    if flaws == [TOO_SMALL]:
        flaws = list(_flaws_at(FINE_SCALE, page.pixels(FINE_SCALE), redaction, label))
    return flaws


def _flaws_at(scale: float, painted: Pixels, redaction: Redaction, label: Sequence[Glyph]) -> Iterator[str]:
    around = bounds(redaction.quad)
    height, width = painted.shape[:2]
    x0, x1 = max(0, int(around.x0 * scale)), min(width, int(np.ceil(around.x1 * scale)))
    y0, y1 = max(0, int(around.y0 * scale)), min(height, int(np.ceil(around.y1 * scale)))
    if x0 >= x1 or y0 >= y1:
        yield "outside the page"
        return
    x = (np.arange(x0, x1, dtype=np.float64)[np.newaxis, :] + 0.5) / scale
    y = (np.arange(y0, y1, dtype=np.float64)[:, np.newaxis] + 0.5) / scale
    inside = _inward(redaction.quad, x, y) >= EDGE / scale
    lettered = np.zeros_like(inside)
    margin = LABEL_MARGIN / scale
    for glyph in label:
        left, right, top, bottom = glyph.box.x0, glyph.box.x1, glyph.box.y0, glyph.box.y1
        if left < right and top < bottom:
            across = (x >= left - margin) & (x <= right + margin)
            lettered |= across & (y >= top - margin) & (y <= bottom + margin)
    part = painted[y0:y1, x0:x1].astype(np.int16)
    plain = part[inside & ~lettered]
    if not plain.size:
        yield TOO_SMALL
        return
    if int(plain.max()) > DARK:
        yield "not painted, or see-through"
    elif int((plain.max(axis=0) - plain.min(axis=0)).max()) > (FLAT_IN_IMAGE if redaction.image else FLAT):
        yield "something shows through"
    words = part[inside & lettered]
    if words.size and int((words.max(axis=1) - words.min(axis=1)).max()) > TINT + int(np.ptp(np.median(plain, axis=0))):
        yield "a colour that is neither the box nor its label"


def _unburned(page: PaintedPage, redactions: Sequence[Redaction]) -> list[int]:
    """Which boxes lie on a picture that still has something drawn beneath them."""
    found = set()
    for picture in page.pictures():
        for at, redaction in enumerate(redactions, start=1):
            beneath = _beneath(picture, redaction.quad)
            if beneath.size and int((beneath.max(axis=0) - beneath.min(axis=0)).max()) > BURNED:
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
    depth = _inward(quad, a * u + c * v + e, b * u + d * v + f)
    edge = min(BURN_EDGE, float(depth.max()) / 2)
    beneath: NDArray[np.int16] = picture.pixels[top:bottom, left:right][depth >= max(edge, 0.0)].astype(np.int16)
    return beneath


def _spelled(page: PaintedPage, redactions: Sequence[Redaction]) -> bool:
    """Whether four or more touching boxes of different small widths stand in one line: their widths are the letters'
    advances, and name the word although every letter is gone."""
    quads = [bounds(redaction.quad) for redaction in redactions]
    painted = [path for path in page.filled_rectangles() if any(intersection(path, quad) for quad in quads)]
    turned = [[Rect(r.y0, r.x0, r.y1, r.x1) for r in rects] for rects in (quads, painted)]
    return any(_follows_letters(rects) for rects in (quads, painted, *turned))


def _follows_letters(rects: Sequence[Rect]) -> bool:
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
