"""Every page shows its Bates number and, where one is set, the legend."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.verify.declared import Problem
from redactor.verify.outside import STAMP_BAND
from redactor.verify.painted import PaintedPage, UnpaintableError

ENDORSEMENT = "endorsement"
CONTRAST = 64  # of 255 between a stamp's ink and its ground at 72 dpi; paler ones do not survive a photocopier
_BLANKS = re.compile(r"\s+")


def stamp(page: PaintedPage, number: str, legend: str) -> Iterator[Problem]:
    """The page reads its own number exactly once, painted with contrast, and the legend once at its foot."""
    place = f"page {page.number}"
    text = _BLANKS.sub(" ", page.text)
    # Letters may follow at once: a reader runs number and legend together where one show string draws both.
    alone = re.findall(rf"(?<!\d){re.escape(number)}(?!\d)", text)
    if len(alone) != 1:
        yield ENDORSEMENT, f"{place}: Bates number stands {len(alone)} times"
    elif not _painted(page, number):
        yield ENDORSEMENT, f"{place}: Bates number cannot be seen"
    legend = _BLANKS.sub(" ", legend).strip()
    if legend and not _legend_once(page, text, legend):
        yield ENDORSEMENT, f"{place}: legend missing or repeated"


def _legend_once(page: PaintedPage, text: str, legend: str) -> bool:
    count = text.count(legend)
    if count < 2:
        return count == 1
    # The original may bear the same words; only the foot of the page is ours.
    letters = page.letters
    foot = letters.where(letters.y >= page.height - STAMP_BAND).text
    return _BLANKS.sub(" ", foot).count(legend) == 1


def _painted(page: PaintedPage, number: str) -> bool:
    box = page.where(number)
    if box is None:
        return False
    try:
        pixels = page.pixels(1.0, grey=True)
    except UnpaintableError:
        return False
    part = pixels[max(0, int(box.y0)) : int(box.y1) + 1, max(0, int(box.x0)) : int(box.x1) + 1]
    return bool(part.size) and int(part.max()) - int(part.min()) >= CONTRAST
