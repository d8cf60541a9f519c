"""Glyphs and pixels out of the pages, boxes and labels in, Bates numbers on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pymupdf

from redactor.geometry import bounds, horizontal
from redactor.model import Endorsement, Rect, Redaction
from redactor.write.plan import PagePlan

_INSET = 0.25
"""Share of a box's height, above and below, that the removal leaves alone: MuPDF takes a glyph whose box touches the
area at all, and the boxes of tight lines overlap (tests/adversarial/test_tight_leading.py)."""

_SIDE_INSET = 0.4
"""Points left and right, for the same reason: side bearings of neighbours reach over."""

_FONT = pymupdf.Font("helv")
"""Embedded and subset with the rest: the standard Helvetica of a viewer has no en dash in its Latin encoding."""

_LABEL_SIZES = (7.0, 6.0, 5.0)
_SHORT_SIZES = (7.0, 6.0, 5.0, 4.0)
_LABEL_MARGIN = 1.0
_SHORT_LABELS = {"REDACTED – PROTECTED IDENTITY": ("REDACTED", "PI")}
"""What a box shows that is too small for its label; anything else falls back to "REDACTED" or to nothing."""

BAND = 26.0
"""Height in points of the endorsement band at the foot of a page. A page with ink there is made longer by it."""

_STAMP_SIZE = 8.0
_STAMP_MARGIN = 24.0
_WHITE = 250


def burn(flattened: Path, plans: Sequence[PagePlan], endorsement: Endorsement) -> bytes:
    """The flattened PDF without what the plans withhold, with boxes, labels and endorsement, not yet scrubbed."""
    with pymupdf.open(flattened, filetype="pdf") as document:
        for page, page_plan in zip(document, plans, strict=True):
            _remove(page, page_plan.redactions)
        for page, page_plan in zip(document, plans, strict=True):
            for redaction in page_plan.redactions:
                _box(page, redaction)
        for page, number in zip(document, endorsement.numbers, strict=True):
            _endorse(page, number, endorsement.legend)
        document.subset_fonts()
        return bytes(document.tobytes(garbage=4, deflate=True, use_objstms=0))


def _remove(page: pymupdf.Page, redactions: Sequence[Redaction]) -> None:
    """True removal: the glyphs under text boxes; everything under regions."""
    regions = [redaction for redaction in redactions if redaction.image]
    texts = [redaction for redaction in redactions if not redaction.image]
    for redaction in regions:
        page.add_redact_annot(_rect(bounds(redaction.quad)), fill=False, cross_out=False)
    if regions:
        page.apply_redactions(images=pymupdf.PDF_REDACT_IMAGE_PIXELS, graphics=2, text=0)
    for redaction in texts:
        page.add_redact_annot(_rect(_core(redaction)), fill=False, cross_out=False)
    if texts:
        page.apply_redactions(images=pymupdf.PDF_REDACT_IMAGE_PIXELS, graphics=1, text=0)


def _rect(rect: Rect) -> pymupdf.Rect:
    return pymupdf.Rect(rect.x0, rect.y0, rect.x1, rect.y1)


def _core(redaction: Redaction) -> Rect:
    """The box's middle: it touches every glyph of its own line and none of its neighbours."""
    rect = bounds(redaction.quad)
    width, height = rect.x1 - rect.x0, rect.y1 - rect.y0
    if horizontal(redaction.quad):
        side, lift = min(_SIDE_INSET, width / 4), _INSET * height
    else:
        side, lift = _INSET * width, min(_SIDE_INSET, height / 4)
    return Rect(rect.x0 + side, rect.y0 + lift, rect.x1 - side, rect.y1 - lift)


def _box(page: pymupdf.Page, redaction: Redaction) -> None:
    """A black box over the quad, with as much of the label as it can carry."""
    box = bounds(redaction.quad)
    page.draw_rect(_rect(box), color=None, fill=(0, 0, 0), width=0)
    upright = horizontal(redaction.quad)
    length, height = (box.x1 - box.x0, box.y1 - box.y0) if upright else (box.y1 - box.y0, box.x1 - box.x0)
    fitted = _fitting(redaction.label, length - 2 * _LABEL_MARGIN, height)
    if fitted is None:
        return
    text, size = fitted
    run = _FONT.text_length(text, size)
    centre = pymupdf.Point((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    writer = pymupdf.TextWriter(page.rect, color=(1, 1, 1))
    writer.append(pymupdf.Point(centre.x - run / 2, centre.y + 0.36 * size), text, font=_FONT, fontsize=size)
    writer.write_text(page, morph=None if upright else (centre, pymupdf.Matrix(90)))


def _fitting(label: str, length: float, height: float) -> tuple[str, float] | None:
    """The longest form of the label, and its largest size, that fits a box of ``length`` by ``height`` points."""
    for text in (label, *_SHORT_LABELS.get(label, ("REDACTED",))):
        for size in _LABEL_SIZES if text == label else _SHORT_SIZES:
            if size <= height and _FONT.text_length(text, size) <= length:
                return text, size
    return None


def _endorse(page: pymupdf.Page, number: str, legend: str) -> None:
    """The Bates number at the lower right and the legend at the lower left, in a band that holds nothing else."""
    foot = page.rect.height
    band = pymupdf.Rect(0, foot - BAND, page.rect.width, foot)
    if min(page.get_pixmap(clip=band, dpi=72, colorspace=pymupdf.csGRAY).samples, default=255) < _WHITE:
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
        _endorse(page, endorsement.begin, endorsement.legend)
        return bytes(document.tobytes(garbage=4, deflate=True))
