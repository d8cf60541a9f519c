"""Pages that are read by eye: drawn once, read by OCR, and put into the flattened PDF as one picture and nothing else.

What lay on such a page besides what it shows, an earlier OCR layer above all, is gone with it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pikepdf
import pymupdf
from numpy.typing import NDArray
from pikepdf import Dictionary
from PIL import Image

from redactor.extract.packing import Packed, image_stream, of_bits, packed_picture
from redactor.extract.seen import regions_of_picture, words_of_picture
from redactor.extract.words import Glyphs
from redactor.geometry import area, clustered, intersection
from redactor.model import Rect
from redactor.ocr import Reading, read
from redactor.ocr.ink import inked

DPI, COARSEST, FINEST = 200.0, 100.0, 300.0
"""Pixels an inch: of a page that is drawn, and the bounds of a scan's own resolution. Above 300 OCR reads no better."""

_MOST_PIXELS = 40_000_000
"""A page larger than that at its resolution is drawn coarser; it is a plan and no letter."""

_HOPELESS = 0.45
"""Mean confidence below which nobody may rely on a reading: most words are then wrong (measured on degraded pages)."""

_FEWEST = 3
"""Letters and figures under which a page counts as one without words."""

SCAN_SHARE = 0.5
"""Share of a page that one image must cover for the page to be a scan, whatever text lies over it; and that ink without
words may cover for the page to have been read."""

_INK = 0.0005
"""Share of inked pixels that a page without any word may have and be blank all the same: dust, the shadow of a fold."""


@dataclass(frozen=True, slots=True)
class PicturePage:
    """A page read from pixels: words, places of other ink (page space), and the picture, packed."""

    dpi: float
    words: tuple[Glyphs, ...]
    regions: tuple[Rect, ...]
    packed: Packed
    readable: bool


def dpi_of(page: pymupdf.Page, glyphs: bool) -> float:
    """Pixels an inch at which to draw the page: its scan's own, where it is one, within bounds. ``glyphs`` says whether
    letters are painted besides."""
    whole = Rect(0, 0, float(page.rect.width), float(page.rect.height))
    natural = 0.0
    for image in page.get_image_info():
        shown = intersection(Rect(*image["bbox"]), whole)
        if shown is None or area(shown) < 0.3 * area(whole):
            continue
        x0, y0, x1, y1 = image["bbox"]
        a, b, *_ = image["transform"]
        across, down = (image["width"], image["height"]) if abs(a) >= abs(b) else (image["height"], image["width"])
        natural = max(natural, 72 * across / max(x1 - x0, 1.0), 72 * down / max(y1 - y0, 1.0))
    dpi = min(max(natural, COARSEST), FINEST) if natural else DPI
    if glyphs:
        dpi = max(dpi, DPI)
    most = (_MOST_PIXELS * 72 * 72 / max(area(whole), 1.0)) ** 0.5
    return float(min(dpi, most))


def picture_page(page: pymupdf.Page, languages: tuple[str, ...], glyphs: bool = False) -> PicturePage:
    """The page drawn and read. Raises SetupError where a language's data is missing."""
    dpi = dpi_of(page, glyphs)
    picture = drawn(page, dpi)
    two_levels = not glyphs and _made_of_bits(page)
    levels = _grey(picture)
    if two_levels:
        levels = np.where(levels < 128, np.uint8(0), np.uint8(255))
    reading = read(levels, dpi, languages)
    regions = clustered(regions_of_picture(reading, dpi))
    packed = of_bits(levels) if two_levels else packed_picture(picture, levels)
    whole = Rect(0, 0, float(page.rect.width), float(page.rect.height))
    readable = _readable(reading, regions, whole, levels)
    return PicturePage(dpi, words_of_picture(reading, dpi), regions, packed, readable)


def _readable(reading: Reading, regions: tuple[Rect, ...], page: Rect, levels: NDArray[np.uint8]) -> bool:
    """Whether somebody who reads the words has read the page. A blank page has been read."""
    letters = sum(character.isalnum() for word in reading.words for character in word.text)
    if letters < _FEWEST:
        return not regions and float(inked(levels, faint=True)[::2, ::2].mean()) <= _INK
    return reading.confidence >= _HOPELESS and not any(area(region) >= SCAN_SHARE * area(page) for region in regions)


def drawn(page: pymupdf.Page, dpi: float, clip: Rect | None = None) -> NDArray[np.uint8]:
    """The page, or a part of it, in red, green and blue."""
    part = None if clip is None else pymupdf.Rect(clip.x0, clip.y0, clip.x1, clip.y1)
    scale = pymupdf.Matrix(dpi / 72, dpi / 72)
    pixmap = page.get_pixmap(matrix=scale, colorspace=pymupdf.csRGB, alpha=False, annots=False, clip=part)
    return np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3)


def grey_of(page: pymupdf.Page, dpi: float, clip: Rect | None = None) -> NDArray[np.uint8]:
    """The page, or a part of it, in grey levels."""
    part = None if clip is None else pymupdf.Rect(clip.x0, clip.y0, clip.x1, clip.y1)
    scale = pymupdf.Matrix(dpi / 72, dpi / 72)
    pixmap = page.get_pixmap(matrix=scale, colorspace=pymupdf.csGRAY, alpha=False, annots=False, clip=part)
    return np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width)


def _grey(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.asarray(Image.fromarray(picture).convert("L"))


def _made_of_bits(page: pymupdf.Page) -> bool:
    """Whether the page shows 1-bit images and nothing else."""
    images = page.get_image_info()
    kinds = {kind for kind, _ in page.get_bboxlog()}
    return bool(images) and all(image["bpc"] == 1 for image in images) and kinds <= {"fill-image", "fill-imgmask"}


def with_pictures(flattened: bytes, pages: Mapping[int, PicturePage]) -> bytes:
    """The flattened PDF with these pages (numbers from 1) replaced by their pictures; nothing else of them is left."""
    with pikepdf.open(io.BytesIO(flattened)) as pdf:
        for number, read_page in pages.items():
            page = pdf.pages[number - 1]
            width, height = float(page.mediabox[2]), float(page.mediabox[3])
            page.obj.Resources = Dictionary(XObject=Dictionary(P0=image_stream(pdf, read_page.packed)))
            page.obj.Contents = pdf.make_stream(b"q %.4f 0 0 %.4f 0 0 cm /P0 Do Q" % (width, height))
            for key in [key for key in page.obj.keys() if key not in _KEPT]:  # noqa: SIM118  pikepdf iterates values
                del page.obj[key]
        pdf.remove_unreferenced_resources()
        buffer = io.BytesIO()
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
        return buffer.getvalue()


_KEPT = frozenset({"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents"})
