"""Glyphs and pixels out of the pages, boxes and labels in, Bates numbers on."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pymupdf

from redactor.geometry import slice_quad
from redactor.model import Box, Endorsement, Move, Quad, Rect, Redaction
from redactor.write.anew import set_anew
from redactor.write.plan import PagePlan
from redactor.write.rows import Mark, Rules
from redactor.write.ruled import rules_of

_INSET = 0.25
"""Share of a box's height, above and below, that the removal leaves alone: MuPDF takes a glyph whose box touches the
area at all, and the boxes of tight lines overlap (tests/adversarial/test_tight_leading.py)."""

_SIDE_INSET = 0.4
"""Points left and right, for the same reason: side bearings of neighbours reach over."""

_LEVEL = 0.05
"""Degrees; a box that is turned less carries its label along the page."""

_FONT = pymupdf.Font("helv")
"""Embedded and subset with the rest: the standard Helvetica of a viewer has no en dash in its Latin encoding."""

_NO_FILL: Any = False
"""MuPDF paints nothing where it removes: one box is painted for each run of text afterwards."""

_KEEP_IMAGES, _BLANK_PIXELS = 0, 2
"""What happens to images under a removal (``PDF_REDACT_IMAGE_NONE`` and ``PDF_REDACT_IMAGE_PIXELS`` of PyMuPDF)."""

_AROUND = 0.6
"""Points around a drawing that has to go, so that it is covered whole."""

_LABEL_SIZES = (7.0, 6.0, 5.0)
_OF_HEIGHT, _SMALLEST = 0.85, 1.0
"""Size of the short label as a share of its box's height, and the points below which it is left out."""

_LABEL = "REDACTED"
_LABEL_MARGIN = 1.0
_SHORT_LABELS = {"REDACTED – PROTECTED IDENTITY": (_LABEL, "PI")}
"""What a box shows that is too small for its label; anything else falls back to "REDACTED" or to nothing."""

BAND = 26.0
"""Height in points of the endorsement band at the foot of a page. A page with ink there is made longer by it."""

_STAMP_SIZE = 8.0
_STAMP_MARGIN = 24.0
_WHITE = 250


@dataclass(frozen=True, slots=True)
class Burned:
    """The burned PDF, not yet scrubbed; where its boxes stand, which words were moved on their lines, and the pages
    (with the reason) whose layout still tells something of what was taken; ``unsettable`` are those whose lines could
    not be set anew, so that their boxes are as wide as what they cover."""

    pdf: bytes
    boxes: tuple[Box, ...]
    moves: tuple[Move, ...]
    coarse: tuple[tuple[int, str], ...]
    unsettable: frozenset[int]


def burn(flattened: Path, plans: Sequence[PagePlan], endorsement: Endorsement) -> Burned:
    """The flattened PDF without what the plans withhold, with boxes, labels and endorsement, not yet scrubbed."""
    rules: dict[int, Rules] = {}
    with pymupdf.open(flattened, filetype="pdf") as document:
        for page, page_plan in zip(document, plans, strict=True):
            _remove_text(page, page_plan)
            _remove_paint(page, page_plan.redactions)
            if any(not redaction.image for redaction in page_plan.redactions):
                rules[page_plan.page] = rules_of(page)
        removed = bytes(document.tobytes())
    anew = set_anew(removed, plans, rules)
    places: dict[str, list[Quad]] = {}
    for box in anew.boxes:
        places.setdefault(box.redaction, []).append(box.quad)
    with pymupdf.open(stream=anew.pdf, filetype="pdf") as document:
        for page, page_plan in zip(document, plans, strict=True):
            _mark(page, anew.marks.get(page_plan.page, ()))
            _cover(page, page_plan.redactions, places)
        for page, number in zip(document, endorsement.numbers, strict=True):
            endorse(page, number, endorsement.legend)
        document.subset_fonts()
        pdf = bytes(document.tobytes(garbage=4, deflate=True, use_objstms=0))
        return Burned(pdf, anew.boxes, anew.moves, anew.coarse, anew.unsettable)


def _remove_text(page: pymupdf.Page, page_plan: PagePlan) -> None:
    """The glyphs of every withheld word, and of every word under a withheld region, out of the content."""
    texts = [redaction.quad for redaction in page_plan.redactions if not redaction.image]
    for quad in (*texts, *page_plan.beneath):
        page.add_redact_annot(_quad(_core(quad)), fill=_NO_FILL, cross_out=False)
    if texts or page_plan.beneath:
        page.apply_redactions(images=_KEEP_IMAGES, graphics=0, text=0)


def _remove_paint(page: pymupdf.Page, redactions: Sequence[Redaction]) -> None:
    """Pixels under every box, to its edges; drawings that a text's box holds whole, and all that a region touches."""
    for graphics, image in ((1, False), (2, True)):
        boxes = [redaction.quad for redaction in redactions if redaction.image is image]
        for quad in boxes:
            page.add_redact_annot(_quad(quad), fill=_NO_FILL, cross_out=False)
        if boxes:
            page.apply_redactions(images=_BLANK_PIXELS, graphics=graphics, text=1)


def _quad(quad: Quad) -> pymupdf.Quad:
    return pymupdf.Quad(quad.ul, quad.ur, quad.ll, quad.lr)


def _core(quad: Quad) -> Quad:
    """The quad's middle: it touches every glyph of its own line and none of its neighbours."""
    length, height = math.dist(quad.ul, quad.ur), math.dist(quad.ul, quad.ll)
    side = min(_SIDE_INSET, length / 4) / length if length else 0.0
    inner = slice_quad(quad, side, 1 - side)

    def between(top: tuple[float, float], bottom: tuple[float, float], share: float) -> tuple[float, float]:
        return (top[0] + (bottom[0] - top[0]) * share, top[1] + (bottom[1] - top[1]) * share)

    if not height:
        return inner
    return Quad(
        between(inner.ul, inner.ll, _INSET),
        between(inner.ur, inner.lr, _INSET),
        between(inner.ur, inner.lr, 1 - _INSET),
        between(inner.ul, inner.ll, 1 - _INSET),
    )


def _mark(page: pymupdf.Page, marks: Sequence[tuple[Mark, Rect]]) -> None:
    """Underlines and highlights from where they were to where their words are."""
    if not marks:
        return
    for mark, _ in marks:
        x0, y0, x1, y1 = mark.area.x0, mark.area.y0, mark.area.x1, mark.area.y1
        around = pymupdf.Rect(x0 - _AROUND, y0 - _AROUND, x1 + _AROUND, y1 + _AROUND)
        page.add_redact_annot(around, fill=_NO_FILL, cross_out=False)
    page.apply_redactions(images=_KEEP_IMAGES, graphics=1, text=1)
    shape = page.new_shape()
    for mark, place in marks:
        shape.draw_rect(pymupdf.Rect(*(round(edge, 2) for edge in (place.x0, place.y0, place.x1, place.y1))))
        shape.finish(color=None, fill=mark.colour, width=0)
    shape.commit(overlay=False)


def _cover(page: pymupdf.Page, redactions: Sequence[Redaction], places: Mapping[str, Sequence[Quad]]) -> None:
    """A black box at every place, with its label. Boxes that share a place are one."""
    labels = {quad: label_forms(redaction) for redaction in redactions for quad in places[redaction.id]}
    shape = page.new_shape()
    for quad in labels:
        shape.draw_quad(_quad(quad))
        shape.finish(color=None, fill=(0, 0, 0), width=0)
    shape.commit()
    upright = pymupdf.TextWriter(page.rect, color=(1, 1, 1))
    for quad, label in labels.items():
        _label(page, quad, label, upright)
    if upright.text_rect.is_valid and not upright.text_rect.is_empty:
        upright.write_text(page)


def label_forms(redaction: Redaction) -> tuple[str, ...]:
    """What a box may say, longest first. Boxes on lines all say the same: a label that fits one box and not another
    would tell what their lines left them."""
    if redaction.image:
        return (redaction.label, *_SHORT_LABELS.get(redaction.label, (_LABEL,)))
    return (_LABEL,)


def _label(page: pymupdf.Page, quad: Quad, forms: Sequence[str], upright: pymupdf.TextWriter) -> None:
    """The label into ``upright``, or by itself where the box's text runs another way than along the page."""
    length, height = math.dist(quad.ul, quad.ur), math.dist(quad.ul, quad.ll)
    fitted = fitting(forms, length - 2 * min(_LABEL_MARGIN, length / 20), height)
    if fitted is None:
        return
    text, size = fitted
    centre = pymupdf.Point((quad.ul[0] + quad.lr[0]) / 2, (quad.ul[1] + quad.lr[1]) / 2)
    start = pymupdf.Point(centre.x - _length(text, size) / 2, centre.y + 0.36 * size)
    turn = math.degrees(math.atan2(quad.ul[1] - quad.ur[1], quad.ur[0] - quad.ul[0]))
    if abs(turn) < _LEVEL:
        upright.append(start, text, font=_FONT, fontsize=size)
        return
    writer = pymupdf.TextWriter(page.rect, color=(1, 1, 1))
    writer.append(start, text, font=_FONT, fontsize=size)
    writer.write_text(page, morph=(centre, pymupdf.Matrix(turn)))


def fitting(forms: Sequence[str], length: float, height: float) -> tuple[str, float] | None:
    """The longest form of the label, and its largest size, that fits a box of ``length`` by ``height`` points. What has
    one form always fits."""
    for text in forms[:-1]:
        for size in _LABEL_SIZES:
            if size <= height and _length(text, size) <= length:
                return text, size
    size = min(_LABEL_SIZES[0], _OF_HEIGHT * height, length / _length(forms[-1], 1))
    return (forms[-1], round(size, 2)) if size >= _SMALLEST else None


@lru_cache(maxsize=256)
def _length(text: str, size: float) -> float:
    return float(_FONT.text_length(text, size))


def endorse(page: pymupdf.Page, number: str, legend: str) -> None:
    """The Bates number at the lower right and the legend at the lower left, in a band that holds nothing else."""
    foot = page.rect.height
    band = pymupdf.Rect(0, foot - BAND, page.rect.width, foot)
    inked = min(page.get_pixmap(clip=band, dpi=72, colorspace=pymupdf.csGRAY).samples, default=255) < _WHITE
    if inked or foot < 2 * BAND:
        page.set_mediabox(pymupdf.Rect(0, -BAND, page.rect.width, foot))
        foot += BAND
    size = _STAMP_SIZE
    margin = min(_STAMP_MARGIN, page.rect.width / 12)
    room = page.rect.width - 2 * margin
    needed = _FONT.text_length(f"{legend}    {number}", size)
    if needed > room:
        size *= room / needed
    baseline = foot - BAND / 2 + 0.36 * size
    right = page.rect.width - margin - _FONT.text_length(number, size)
    for left, text in ((margin, legend), (right, number)):
        if text:  # one text object each, so that no reader runs the two together
            writer = pymupdf.TextWriter(page.rect)
            writer.append((left, baseline), text, font=_FONT, fontsize=size)
            writer.write_text(page)


def sheet(lines: Sequence[str], endorsement: Endorsement) -> bytes:
    """A slip sheet: one page, the lines in its middle, endorsed."""
    with pymupdf.open() as document:
        page = document.new_page(width=612, height=792)
        writer = pymupdf.TextWriter(page.rect)
        for index, line in enumerate(lines):
            left = (page.rect.width - _FONT.text_length(line, 14)) / 2
            writer.append((left, 380 + 24 * index), line, font=_FONT, fontsize=14)
        writer.write_text(page)
        endorse(page, endorsement.begin, endorsement.legend)
        return bytes(document.tobytes(garbage=4, deflate=True))
