"""Pages that a copy shows as one picture: nothing else may be on them but boxes, labels and stamps, and the invisible
words that make them searchable must be words that the picture shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz

from redactor.geometry import intersection
from redactor.model import Rect
from redactor.ocr import Reading, read, without_boxes
from redactor.verify.declared import Declared, Problem
from redactor.verify.folding import fold
from redactor.verify.outside import STAMP_BAND
from redactor.verify.painted import Letters, Numbers, PaintedPage, Picture, UnpaintableError
from redactor.verify.seen import boxes_of, grey_of, in_pixels

ONLY_PICTURE = "pages shown as a picture hold nothing else"
LAYER = "invisible words are what the picture shows"

EDGE = 2.0  # pt by which the picture may miss the page's edges
BESIDE = 1.0  # pt by which a painted path may be larger than its box
NEAR = 6.0  # pt between an invisible word and the word that is read in the picture
ALIKE = 70.0  # of 100; decoding anew changes a letter of a long word now and then
FINEST = 200.0  # dpi at which picture pages are compared with what they were


@dataclass(frozen=True, slots=True)
class PicturePage:
    """The picture that fills a page, and what an engine reads of it."""

    picture: Picture
    reading: Reading
    scale: tuple[float, float]


def resolution(page: PaintedPage) -> float | None:
    """Pixels an inch of the largest picture on the page, at most ``FINEST``; None where there is none."""
    widths = [
        72 * picture.pixels.shape[1] / (picture.bounds.x1 - picture.bounds.x0)
        for picture in page.pictures()
        if picture.bounds.x1 - picture.bounds.x0 > page.width / 2
    ]
    return min(FINEST, max(widths)) if widths else None


def picture_page(page: PaintedPage, declared: Declared) -> PicturePage | None:
    """The page's one picture, upright and as wide as the page, with its reading; None where there is no such thing.

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
    # Read around the boxes, as the writer reads it: the same pixels are read once. That a box is black, and burned into
    # the picture, are other checks.
    legible = without_boxes(grey_of(picture), [in_pixels(box.quad, scale) for box in declared.boxes])
    return PicturePage(picture, read(legible, scale[0] * 72), scale)


def only_picture(page: PaintedPage, shown: PicturePage | None, declared: Declared) -> Iterator[Problem]:
    """What else is on the page, and what its invisible words say that the picture does not show."""
    place = f"page {page.number}"
    if shown is None:
        yield ONLY_PICTURE, f"{place}: not one picture that fills the page"
        return
    boxes = [box.bounds for box in declared.boxes]
    if any(not _within(path, boxes) for path in page.paths()) or page.other_paint():
        yield ONLY_PICTURE, f"{place}: something is drawn beside the boxes"
    letters, hidden = page.letters, page.unpainted()
    painted = letters.where(~hidden & letters.solid)
    lawful = painted.y >= min(page.height - STAMP_BAND, shown.picture.bounds.y1)
    for box in boxes:
        lawful |= painted.within(box)
    if not lawful.all():
        yield ONLY_PICTURE, f"{place}: {int((~lawful).sum())} letters beside the boxes and the stamp"
    unread = sum(1 for _ in _unread_words(letters, hidden, shown))
    if unread:
        yield LAYER, f"{place}: {unread} words that are not read in the picture"


def _within(path: Rect, boxes: list[Rect]) -> bool:
    return any(
        box.x0 - BESIDE <= path.x0 and path.x1 <= box.x1 + BESIDE
        and box.y0 - BESIDE <= path.y0 and path.y1 <= box.y1 + BESIDE
        for box in boxes
        if intersection(path, box)
    )  # fmt: skip


def _unread_words(letters: Letters, hidden: np.ndarray, shown: PicturePage) -> Iterator[str]:
    """The invisible words that the engine does not read in their place."""
    read_boxes = boxes_of([word.quad for word in shown.reading.words])
    read_boxes[:, 0::2] /= shown.scale[0]
    read_boxes[:, 1::2] /= shown.scale[1]
    texts = [fold(word.text).letters for word in shown.reading.words]
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


def read_again(page: PaintedPage, declared: Declared) -> PicturePage | None:
    """As ``picture_page``; None also where the picture cannot be decoded."""
    try:
        return picture_page(page, declared)
    except UnpaintableError:
        return None
