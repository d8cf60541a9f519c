"""Regions of a glyph page that hold ink which is no text: letterheads, pasted scans, stamps, letters drawn as outlines.
Each is read by OCR; what is read joins the page's words, what is not stays a region for somebody's eyes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pymupdf

from redactor.extract.barcodes import barcodes
from redactor.extract.picture_page import DPI, FINEST, grey_of
from redactor.extract.seen import regions_of_picture, words_of_picture
from redactor.extract.words import Glyphs
from redactor.geometry import LEVEL, area, bounds, clustered, intersection, slant_of
from redactor.model import Rect
from redactor.ocr import read

_MARGIN = 3.0
"""Points around a region that give its outermost letters some paper."""

_LEAST_HEIGHT, _LEAST_LENGTH = 5.0, 10.0
"""Points under which a region holds no word."""

_SURE = 0.60
"""Mean confidence from which a region's words are its words. A photograph yields some too, and is not that sure."""

_MOSTLY_UNREAD = 0.20
"""Share of a region left over from which all of it stays unread: a photograph with a caption is still a photograph."""

_SHOWN = 0.6
"""Share of a word's box that images must cover for the word to be theirs; the box reaches beyond its ink."""

_SMALL_DPI = 300.0
"""Pixels an inch for regions lower than this many points: a line or two, often of small type."""
_LOW = 60.0


def read_regions(
    page: pymupdf.Page, words: Sequence[Glyphs], regions: Sequence[Rect], languages: tuple[str, ...]
) -> tuple[tuple[Glyphs, ...], tuple[Rect, ...]] | None:
    """The words that OCR reads in the regions (points), and the regions that are left unread.

    None where words were read that no image shows: letters that are drawn, or set in a font without meaning. They
    cannot be taken out as pixels, so the whole page had better be a picture.
    """
    images = [Rect(*image["bbox"]) for image in page.get_image_info()]
    seen: list[Glyphs] = []
    left: list[Rect] = []
    coded = [code.box for code in barcodes(page, regions)]
    lines = max((word.line for word in words), default=0)
    glyph_boxes = [bounds(word.quad) for word in words if "\ufffd" not in word.text]
    for region in regions:
        if any(intersection(box, region) is not None for box in coded) or not _room(region):
            left.append(region)
            continue
        found, unread = _read(page, region, languages)
        if not found:
            left.append(region)
            continue
        if not all(_inside(bounds(word.quad), images) for word in found):
            return None
        for word in found:
            if not any(_same(bounds(word.quad), box) for box in glyph_boxes):  # OCR also sees text over the image
                ordinal = len(words) + len(seen)
                seen.append(replace(word, line=lines + word.line, ordinal=ordinal))
        lines += max(word.line for word in found)
        left.extend(unread)
    return tuple(seen), clustered(left)


def _room(region: Rect) -> bool:
    sides = (region.x1 - region.x0, region.y1 - region.y0)
    return min(sides) >= _LEAST_HEIGHT and max(sides) >= _LEAST_LENGTH


def _read(page: pymupdf.Page, region: Rect, languages: tuple[str, ...]) -> tuple[tuple[Glyphs, ...], tuple[Rect, ...]]:
    """Words of the region if they are sure, and what of it is no word."""
    whole = Rect(0, 0, float(page.rect.width), float(page.rect.height))
    grown = Rect(region.x0 - _MARGIN, region.y0 - _MARGIN, region.x1 + _MARGIN, region.y1 + _MARGIN)
    clip = intersection(grown, whole)
    if clip is None:
        return (), (region,)
    dpi = _SMALL_DPI if clip.y1 - clip.y0 <= _LOW else DPI
    picture = grey_of(page, min(dpi, FINEST), clip)
    reading = read(picture, dpi, languages)
    if reading.confidence < _SURE:
        return (), (region,)
    # MuPDF draws whole pixels: the picture begins at the clip's first one
    corner = (int(clip.x0 * dpi / 72) * 72 / dpi, int(clip.y0 * dpi / 72) * 72 / dpi)
    words = words_of_picture(reading, dpi, corner)
    if abs(slant_of([word.quad for word in words])) > LEVEL or reading.turned:
        words = tuple(replace(word, direction=(0.0, 1.0)) for word in words)  # its rows are not the page's
    rest = (intersection(rect, region) for rect in regions_of_picture(reading, dpi, corner))
    unread = clustered(rect for rect in rest if rect is not None)
    if sum(area(rect) for rect in unread) >= _MOSTLY_UNREAD * area(region):
        unread = (region,)
    return words, unread


def _inside(box: Rect, images: Sequence[Rect]) -> bool:
    """Whether the word's box lies in an image for the most part."""
    shared = (intersection(box, image) for image in images)
    return sum(area(rect) for rect in shared if rect is not None) >= _SHOWN * area(box)


def _same(one: Rect, other: Rect) -> bool:
    shared = intersection(one, other)
    return shared is not None and area(shared) >= 0.5 * min(area(one), area(other))
