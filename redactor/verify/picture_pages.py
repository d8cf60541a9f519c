"""Pages that a copy shows as one picture: nothing else may be on them but boxes, labels and stamps, and the invisible
words that make them searchable must be words that the picture shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rapidfuzz import fuzz

from redactor.geometry import intersection
from redactor.model import Rect
from redactor.ocr import Reading, read, without_boxes
from redactor.verify.declared import Declared, Problem
from redactor.verify.folding import fold
from redactor.verify.outside import STAMP_BAND, Sights
from redactor.verify.painted import Letters, Numbers, PaintedPage, Pixels
from redactor.verify.seen import boxes_of, grey_of, in_pixels

ONLY_PICTURE = "pages shown as a picture hold nothing else"
LAYER = "invisible words are what the picture shows"

EDGE = 2.0  # pt by which the picture may miss the page's edges
BESIDE = 1.0  # pt by which a painted path may be larger than its box
NEAR = 6.0  # pt between an invisible word and the word that is read in the picture
ALIKE = 70.0  # of 100; decoding anew changes a letter of a long word now and then
TILE = 16  # pt
SHADE = 24.0  # of 255, the mean of a tile; pdfium and Pillow make a picture smaller in different ways


@dataclass(frozen=True, slots=True)
class PicturePage:
    """The picture that fills a page: its pixels in levels of grey, and pixels a point across and down."""

    grey: Pixels
    bounds: Rect
    scale: tuple[float, float]

    def reading(self, declared: Declared) -> Reading:
        """What an engine reads around the boxes. The writer reads the same pixels so, and they are read once; that a
        box is black, and burned into the picture, are other checks."""
        legible = without_boxes(self.grey, [in_pixels(box.quad, self.scale) for box in declared.boxes])
        return read(legible, self.scale[0] * 72, declared.languages)

    def beside(self, original: PaintedPage) -> Sights:
        """The stored pixels beside the original's: its own, where it is a picture of that size, or painted as finely.
        Painted at the whole dots an inch of which the picture's size is a rounding, and in colours: otherwise pdfium
        puts letters on other pixels than the writer had them.

        Raises UnpaintableError.
        """
        before = picture_page(original)
        if before is not None and before.grey.shape == self.grey.shape:
            return Sights(before.grey, self.grey, self.scale[0], stored=True)
        colours = original.pixels(round(self.scale[0] * 72) / 72)
        if colours.shape[:2] != self.grey.shape:
            colours = original.pixels(self.scale[0])
        whole = np.asarray(Image.fromarray(np.ascontiguousarray(colours)).convert("L"), dtype=np.uint8)
        return Sights(whole, self.grey, self.scale[0], stored=True)


def picture_page(page: PaintedPage) -> PicturePage | None:
    """The page's one picture, upright and as wide as the page; None where there is no such thing, or more.

    Raises UnpaintableError where it cannot be decoded.
    """
    pictures = list(page.pictures())
    if len(pictures) != 1:
        return None
    picture = pictures[0]
    a, b, c, d, _, _ = picture.matrix
    place = picture.bounds
    # In page space y runs downwards: an upright picture's second side points up.
    upright = a > 0 and d < 0 and abs(b) + abs(c) < EDGE
    if not upright or abs(place.x0) > EDGE or abs(place.y0) > EDGE or abs(place.x1 - page.width) > EDGE:
        return None
    if page.height - place.y1 > STAMP_BAND or place.y1 - page.height > EDGE:
        return None
    rows, columns = picture.pixels.shape[:2]
    scale = (columns / (place.x1 - place.x0), rows / (place.y1 - place.y0))
    return PicturePage(grey_of(picture), place, scale)


def only_picture(
    page: PaintedPage, shown: PicturePage | None, declared: Declared, reading: Reading | None
) -> Iterator[Problem]:
    """What else is on the page, and what its invisible words say that the picture does not show."""
    place = f"page {page.number}"
    if shown is None or reading is None:
        yield ONLY_PICTURE, f"{place}: not one picture that fills the page"
        return
    boxes = [box.bounds for box in declared.boxes]
    if not _as_stored(page, shown, boxes):
        yield ONLY_PICTURE, f"{place}: what is shown is not what the picture holds"
    if any(not _within(path, boxes) for path in page.paths()) or page.other_paint():
        yield ONLY_PICTURE, f"{place}: something is drawn beside the boxes"
    letters, hidden = page.letters, page.unpainted()
    painted = letters.where(~hidden & letters.solid)
    lawful = painted.y >= min(page.height - STAMP_BAND, shown.bounds.y1)
    for box in boxes:
        lawful |= painted.within(box)
    if not lawful.all():
        yield ONLY_PICTURE, f"{place}: {int((~lawful).sum())} letters beside the boxes and the stamp"
    unread = sum(1 for _ in _unread_words(letters, hidden, reading, shown.scale))
    if unread:
        yield LAYER, f"{place}: {unread} words that are not read in the picture"


def _as_stored(page: PaintedPage, shown: PicturePage, boxes: list[Rect]) -> bool:
    """Whether the page looks like its picture, tile by tile: no mask, no blending, no second look."""
    painted = np.asarray(page.pixels(1.0, grey=True), dtype=np.float32)
    rows, columns = int(min(shown.bounds.y1, page.height - STAMP_BAND)), int(shown.bounds.x1)
    rows, columns = rows // TILE * TILE, columns // TILE * TILE
    size = (round(shown.bounds.x1 - shown.bounds.x0), round(shown.bounds.y1 - shown.bounds.y0))
    stored = np.asarray(Image.fromarray(shown.grey).resize(size, Image.Resampling.BOX), dtype=np.float32)
    rows, columns = min(rows, stored.shape[0] // TILE * TILE), min(columns, stored.shape[1] // TILE * TILE)
    difference = painted[:rows, :columns] - stored[:rows, :columns]
    for box in boxes:
        difference[max(0, int(box.y0) - 2) : int(box.y1) + 3, max(0, int(box.x0) - 2) : int(box.x1) + 3] = 0
    by_row = np.add.reduceat(difference, np.arange(0, rows, TILE), axis=0)
    tiles = np.add.reduceat(by_row, np.arange(0, columns, TILE), axis=1) / (TILE * TILE)
    return bool(np.abs(tiles).max(initial=0.0) <= SHADE)


def _within(path: Rect, boxes: list[Rect]) -> bool:
    return any(
        box.x0 - BESIDE <= path.x0 and path.x1 <= box.x1 + BESIDE
        and box.y0 - BESIDE <= path.y0 and path.y1 <= box.y1 + BESIDE
        for box in boxes
        if intersection(path, box)
    )  # fmt: skip


def _unread_words(
    letters: Letters, hidden: NDArray[np.bool_], reading: Reading, scale: tuple[float, float]
) -> Iterator[str]:
    """The invisible words that the engine does not read in their place."""
    read_boxes = boxes_of([word.quad for word in reading.words])
    read_boxes[:, 0::2] /= scale[0]
    read_boxes[:, 1::2] /= scale[1]
    texts = [fold(word.text).letters for word in reading.words]
    for word in letters.words():
        word = word[hidden[word]]
        said = fold("".join(letters.text[at] for at in word)).letters
        if not said:
            continue
        near = _near(letters.boxes[word], read_boxes)
        if not any(texts[at] and (texts[at] == said or fuzz.ratio(texts[at], said) >= ALIKE) for at in near):
            yield said


def _near(boxes: Numbers, others: Numbers) -> list[int]:
    x0, y0 = boxes[:, :2].min(axis=0) - NEAR
    x1, y1 = boxes[:, 2:].max(axis=0) + NEAR
    meets = (others[:, 0] <= x1) & (others[:, 2] >= x0) & (others[:, 1] <= y1) & (others[:, 3] >= y0)
    return [int(at) for at in np.flatnonzero(meets)]
