"""Pages as pictures: decoded, burned, encoded anew and read again, so that nothing of them was there before.

For pages whose words were read from pixels, and for pages of glyphs that cannot be written safely as glyphs. A page so
written holds one picture, the boxes with their labels, and invisible words that the redacted picture still shows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2 as pdfium
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageDraw

from redactor.geometry import bounds, part_of_word, quad_of, spread
from redactor.model import Box, Document, Page, Passage, Quad, Rect, Redaction, Word
from redactor.ocr import Reading, read, without_boxes
from redactor.shadow import squash
from redactor.write.burn import label_forms
from redactor.write.plan import PagePlan
from redactor.write.raster import Encoded, Pixels, Raster, drawn, encoded, raster_of
from redactor.write.room import MARGIN, Paper, grown, region
from redactor.write.textlayer import Boxed, TextLayer, text_layer

_DRAWN_DPI, _SMALL_TYPE_DPI = 200.0, 300.0
_SMALL_TYPE = 9.0
"""Points of a word's height (with ascent and descent: type of about 8) under which a page is drawn finer."""

_ROUNDS = 3
"""How often a picture is read and burned again before what it still says is left to the verifier."""

_HALO = 16
"""Pixels around withheld words in which the waves of a JPEG's blocks (MCU: 16) may still carry their shape."""

_PALE = 48
"""Levels by which such waves differ from the paper at the most; ink differs by more."""

_SAME_PAPER = 12.0
"""Levels by which paper around words may differ from the page's and be made like it. Its own level would depend, a
little, on the words."""

_EDGE = 1e-3
"""Pixels that an edge may be off by rounding and still be the pixel's own."""

_TOUCHING = 3.0
"""Points within which an edge of a box is the edge of the withheld letters: a line's quads differ in height."""

Excess = Callable[[int, str], Collection[str]]
"""Given a page's number and its text: the withheld values that it says more often than it may."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """The flattened PDF with some pages made pictures, and what stands on them. ``added`` are boxes over words that
    only the second reading read; ``texts`` are the pages' texts by number."""

    path: Path
    pages: frozenset[int] = frozenset()
    boxes: tuple[Box, ...] = ()
    added: tuple[Redaction, ...] = ()
    texts: Mapping[int, str] = field(default_factory=dict)
    coarse: tuple[tuple[int, str], ...] = ()


def pictured(
    document: Document,
    plans: Sequence[PagePlan],
    pages: Collection[int],
    path: Path,
    *,
    excess: Excess | None = None,
    languages: tuple[str, ...] = ("eng",),
    searchable: bool = True,
) -> Pictured:
    """The document's flattened PDF at ``path``, with ``pages`` as redacted pictures; the others are as they were.
    Without ``searchable`` no picture is read again: the pages have no words and are fit to be looked at only.

    Raises ValueError where a page cannot be decoded, and what the PDF libraries raise.
    """
    boxes: list[Box] = []
    added: list[Redaction] = []
    coarse: dict[tuple[int, str], None] = {}
    texts: dict[int, str] = {}
    again = _Again(excess, languages) if searchable else None
    with pikepdf.open(document.flattened) as pdf, pdfium.PdfDocument(document.flattened) as source:
        font = pdf.make_indirect(_neutral_font())
        for number in sorted(pages):
            sheet = _Sheet.of(source, document, plans[number - 1], again)
            made = sheet.redacted()
            _show(pdf, document.pages[number - 1], made, font)
            boxes += made.boxes
            added += made.added
            coarse.update(dict.fromkeys((number, reason) for reason in made.coarse))
            texts[number] = made.layer.text
        pdf.remove_unreferenced_resources()
        pdf.save(path)
    return Pictured(path, frozenset(pages), tuple(boxes), tuple(added), texts, tuple(coarse))


def _neutral_font() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


@dataclass(frozen=True, slots=True)
class _Made:
    """One page as a picture. ``picture`` is None where nothing was burned and the stored picture stays."""

    picture: Encoded | None
    layer: TextLayer
    boxes: tuple[Box, ...]
    added: tuple[Redaction, ...]
    coarse: tuple[str, ...]


def _show(pdf: Pdf, page: Page, made: _Made, font: pikepdf.Object) -> None:
    """The page's content replaced: the picture, the boxes, the invisible words."""
    shown = pdf.pages[page.number - 1].obj
    if made.picture is not None:
        image: pikepdf.Object = pdf.make_indirect(made.picture.image(pdf))
    else:
        image = next(iter(pdf.pages[page.number - 1].get_images().values()))
    shown.Resources = Dictionary(XObject=Dictionary(I1=image), Font=Dictionary(F1=font))
    content = b"q %.4f 0 0 %.4f 0 0 cm /I1 Do Q\nq\n%sQ\n" % (page.width, page.height, made.layer.content)
    shown.Contents = pdf.make_stream(content)
    shown.MediaBox = shown.CropBox = Array([0, 0, page.width, page.height])
    if "/Group" in shown:
        del shown["/Group"]


@dataclass(frozen=True, slots=True)
class _Again:
    """How a redacted picture is read again: for what it says too much, in which languages."""

    excess: Excess | None
    languages: tuple[str, ...]


@dataclass(slots=True)
class _Sheet:
    """One page on its way to a picture."""

    document: Document
    page: Page
    plan: PagePlan
    passage: Passage
    raster: Raster
    stored: bool
    again: _Again | None

    @classmethod
    def of(
        cls,
        source: pdfium.PdfDocument,
        document: Document,
        plan: PagePlan,
        again: _Again | None,
    ) -> _Sheet:
        page, passage = document.pages[plan.page - 1], document.passage(f"p{plan.page}")
        raster = raster_of(source, page) if page.image_dpi is not None else None
        stored = raster is not None
        if raster is None:
            raster = drawn(source, page, page.image_dpi or _resolution(passage))
        return cls(document, page, plan, passage, raster, stored, again)

    @property
    def scale(self) -> tuple[float, float]:
        """Pixels a point, across and down."""
        height, width = self.raster.pixels.shape[:2]
        return width / self.page.width, height / self.page.height

    def redacted(self) -> _Made:
        """The picture without what is withheld, read again until it says nothing of it (or ``_ROUNDS`` times)."""
        stays = tuple(_staying(self.passage, self.plan))
        boxes, coarse = self._boxes([piece for _, piece in stays])
        redactions = list(self.plan.redactions)
        added: list[Redaction] = []
        for _ in range(_ROUNDS):
            picture, seen = self._burned([quad for _, quad in boxes])
            legible = without_boxes(seen.grey, [_pixels(quad, self.scale) for _, quad in boxes])
            reading = read(legible, self.scale[0] * 72, self.again.languages) if self.again else Reading(())
            labelled = [Boxed(quad, redaction.label, label_forms(redaction)) for redaction, quad in boxes]
            layer = text_layer(reading, self.scale, labelled, self.page.height)
            more = self._said(layer, [word for word, _ in stays])
            # A page without boxes borrows none: what it still says is for the verifier, which holds the document.
            if not more or not redactions:
                break
            model = redactions[0]
            for place in more:
                name = f"{self.document.short_id}-p{self.page.number}-{len(redactions) + 1}"
                extra = replace(model, id=name, page=self.page.number, quad=place, image=False)
                redactions.append(extra)
                added.append(extra)
                boxes.append((extra, self._aligned(_wider(place, MARGIN / self.scale[0]))))
        made = tuple(Box(redaction.id, self.page.number, quad) for redaction, quad in boxes)
        return _Made(picture, layer, made, tuple(added), tuple(dict.fromkeys(coarse)))

    def _boxes(self, stays: Sequence[Quad]) -> tuple[list[tuple[Redaction, Quad]], list[str]]:
        """Every redaction's box on the picture, and why widths may tell."""
        paper = Paper(self.raster.grey, self.scale[0], (self.page.width, self.page.height))
        words = [word.quad for word in self.passage.words]
        boxes: list[tuple[Redaction, Quad]] = []
        coarse: list[str] = []
        for redaction in self.plan.redactions:
            if redaction.image:
                boxes.append((redaction, self._aligned(region(bounds(redaction.quad), stays, paper))))
                continue
            taken = [quad for _, quad in boxes]
            later = [other.quad for other in self.plan.redactions[len(boxes) + 1 :]]
            room = grown(_whole(self.passage, self.plan, redaction.quad), words, stays, (*taken, *later), paper)
            boxes.append((redaction, self._aligned(room.quad)))
            if room.coarse:
                coarse.append(room.coarse)
        return boxes, coarse

    def _aligned(self, quad: Quad) -> Quad:
        """A level box to the edges of whole pixels, within the page: what is painted is then what is burned. It may be
        upside down, as its page is."""
        across = abs(quad.ul[1] - quad.ur[1]) <= 0.5 / self.scale[1]
        if not across or abs(quad.ul[0] - quad.ll[0]) > 0.5 / self.scale[0]:
            return quad
        x, y = self.scale
        box = bounds(quad)
        height, width = self.raster.pixels.shape[:2]
        # A letter that hangs over the page's edge may leave its box outside: a pixel of it stays on the page.
        across = min(max(0, math.floor(box.x0 * x + _EDGE)), width - 1)
        down = min(max(0, math.floor(box.y0 * y + _EDGE)), height - 1)
        left, right = across / x, min(width, max(math.ceil(box.x1 * x - _EDGE), across + 1)) / x
        top, bottom = down / y, min(height, max(math.ceil(box.y1 * y - _EDGE), down + 1)) / y
        if quad.ul[0] > quad.ur[0]:
            left, right, top, bottom = right, left, bottom, top
        return Quad((left, top), (right, top), (right, bottom), (left, bottom))

    def _burned(self, quads: Sequence[Quad]) -> tuple[Encoded | None, Raster]:
        """The picture with black over the quads, encoded, and as it is then seen. A picture that needs no burning and
        is stored as one stays as it is."""
        if not quads and self.stored:
            return None, self.raster
        burned = replace(self.raster, pixels=filled(self.raster, quads, self.scale))
        picture = encoded(burned)
        return picture, picture.seen

    def _said(self, layer: TextLayer, stays: Sequence[Word]) -> list[Quad]:
        """Places (page space) of words that say what the page may not say."""
        if self.again is None or self.again.excess is None:
            return []
        places: list[Quad] = []
        for value in self.again.excess(self.page.number, layer.text):
            found = list(_runs_that_say(layer.words, value))
            expected = {squash(self.passage.text[word.start : word.end]) for word in stays}
            new = [run for run in found if not all(squash(text) in expected for text, _ in run)]
            for run in new or found:
                places += [quad for _, quad in run]
        return list(dict.fromkeys(places))


def _resolution(passage: Passage) -> float:
    heights = sorted(bounds(word.quad).y1 - bounds(word.quad).y0 for word in passage.words)
    small = bool(heights) and heights[len(heights) // 10] < _SMALL_TYPE
    return _SMALL_TYPE_DPI if small else _DRAWN_DPI


def _staying(passage: Passage, plan: PagePlan) -> list[tuple[Word, Quad]]:
    """The words and parts of words that stay, with their places. Signs that are left of a word go with it: where within
    a read word a letter ends is a guess."""
    kept = []
    for word in passage.words:
        at = word.start
        cuts = sorted((s, e) for s, e, _ in plan.withheld if s < word.end and e > word.start)
        for start, end in (*cuts, (word.end, word.end)):
            if start > at and (not cuts or any(map(str.isalnum, passage.text[at:start]))):
                kept.append((word, part_of_word(word, at, start)))
            at = max(at, min(end, word.end))
    return kept


def _whole(passage: Passage, plan: PagePlan, quad: Quad) -> Quad:
    """The quad of withheld letters, with the signs that are left of the words at its ends."""
    for word in passage.words:
        cuts = sorted((s, e) for s, e, _ in plan.withheld if s < word.end and e > word.start)
        if not cuts:
            continue
        first, last = max(cuts[0][0], word.start), min(cuts[-1][1], word.end)
        lead, trail = passage.text[word.start : first], passage.text[last : word.end]
        ahead, behind = part_of_word(word, first, last).ul, part_of_word(word, first, last).ur
        if lead and not any(map(str.isalnum, lead)) and math.dist(ahead, quad.ul) < _TOUCHING:
            quad = replace(quad, ul=word.quad.ul, ll=word.quad.ll)
        if trail and not any(map(str.isalnum, trail)) and math.dist(behind, quad.ur) < _TOUCHING:
            quad = replace(quad, ur=word.quad.ur, lr=word.quad.lr)
    return quad


def _runs_that_say(words: Sequence[tuple[str, Quad]], value: str) -> list[list[tuple[str, Quad]]]:
    """Consecutive words that together hold the value's letters and digits; where none do, every word of its words."""
    letters, owners = "", []
    for at, (text, _) in enumerate(words):
        plain = squash(text)
        letters += plain
        owners += [at] * len(plain)
    wanted = squash(value)
    found, start = [], letters.find(wanted) if wanted else -1
    while start >= 0:
        found.append([words[at] for at in sorted(set(owners[start : start + len(wanted)]))])
        start = letters.find(wanted, start + 1)
    parts = {squash(part) for part in value.split()} - {""}
    return found or [[word] for word in words if squash(word[0]) in parts]


def _pixels(quad: Quad, scale: tuple[float, float]) -> Quad:
    """A quad of page space in pixels."""
    x, y = scale
    return Quad(*((px * x, py * y) for px, py in (quad.ul, quad.ur, quad.lr, quad.ll)))


def _wider(quad: Quad, margin: float) -> Quad:
    box = bounds(quad)
    return quad_of(Rect(box.x0 - margin, box.y0 - margin / 2, box.x1 + margin, box.y1 + margin / 2))


def filled(raster: Raster, quads: Sequence[Quad], scale: tuple[float, float]) -> Pixels:
    """The pixels, black under the quads. In a JPEG the paper around them is made plain."""
    pixels = raster.pixels.copy()
    if raster.tables is not None:
        paper = np.median(pixels[::4, ::4].reshape(-1, *pixels.shape[2:]), axis=0)
        for quad in quads:  # the boxes: where words stood exactly would tell of the words
            _calm(pixels, bounds(quad), scale, paper)
    image = Image.fromarray(pixels)
    draw = ImageDraw.Draw(image)
    x, y = scale
    black: int | tuple[int, int, int] = 0 if pixels.ndim == 2 else (0, 0, 0)
    for quad in quads:
        corners = [(px * x, py * y) for px, py in (quad.ul, quad.ur, quad.lr, quad.ll)]
        if corners[0][1] == corners[1][1] and corners[0][0] == corners[3][0]:
            # Text that is set backwards or upside down begins at the right, or at the foot.
            (left, right), (top, bottom) = (sorted((corners[0][at], corners[2][at])) for at in (0, 1))
            draw.rectangle((round(left), round(top), round(right) - 1, round(bottom) - 1), fill=black)
        else:
            wide = spread(Quad(*corners), 1.0)
            draw.polygon([wide.ul, wide.ur, wide.lr, wide.ll], fill=black)
    return np.asarray(image).copy()


def _calm(pixels: Pixels, box: Rect, scale: tuple[float, float], paper: NDArray[np.float64]) -> None:
    """Near a box, what is almost paper becomes paper: a box that keeps off its neighbours covers less than the
    blocks that the words' edges made waves in. ``paper`` is the page's usual level, unless it is another one here."""
    x, y = scale
    rows = slice(max(0, int(box.y0 * y) - _HALO), int(box.y1 * y) + _HALO + 1)
    columns = slice(max(0, int(box.x0 * x) - _HALO), int(box.x1 * x) + _HALO + 1)
    part = pixels[rows, columns]
    if not part.size:
        return
    here = np.percentile(part.reshape(-1, *part.shape[2:]), 75, axis=0)
    level = paper if np.abs(here - paper).max() <= _SAME_PAPER else here
    pale = np.abs(part.astype(np.int16) - level)
    near = pale <= _PALE if part.ndim == 2 else (pale <= _PALE).all(axis=2)
    part[near] = level.astype(np.uint8)
