"""Words that were read from pixels, as glyphs of the page: the same records, with the confidence of the reading."""

from __future__ import annotations

import math

from redactor.extract.words import Glyphs
from redactor.geometry import bounds, levelled, slant_of
from redactor.model import Quad, Rect
from redactor.ocr import Reading, ReadWord

_EM = 0.80
"""Ems of a word's quad above its baseline (``extract.words``)."""


def words_of_picture(reading: Reading, dpi: float, corner: tuple[float, float] = (0.0, 0.0)) -> tuple[Glyphs, ...]:
    """The words of a picture that has ``dpi`` pixels an inch and begins at ``corner`` (points) of the page.

    Their quads are in page space; ``origin`` is where the word would begin if the page lay as it is read, so that rows
    are rows on a sheet that went askew or sideways through the scanner.
    """
    scale = 72.0 / dpi
    slant = slant_of([word.quad for word in reading.words])
    return tuple(_glyphs(word, scale, corner, slant, ordinal) for ordinal, word in enumerate(reading.words))


def regions_of_picture(reading: Reading, dpi: float, corner: tuple[float, float] = (0.0, 0.0)) -> tuple[Rect, ...]:
    """Where the picture has ink that is no word, in page space."""
    scale = 72.0 / dpi
    return tuple(bounds(_placed(quad, scale, corner)) for quad in reading.unread)


def _glyphs(word: ReadWord, scale: float, corner: tuple[float, float], slant: float, ordinal: int) -> Glyphs:
    quad = _placed(word.quad, scale, corner)
    height = math.dist(quad.ul, quad.ll)
    size = max(height * word.baseline / _EM, 1.0)
    share = word.baseline
    left = (quad.ul[0] + (quad.ll[0] - quad.ul[0]) * share, quad.ul[1] + (quad.ll[1] - quad.ul[1]) * share)
    origin = levelled(left, slant)
    edges = word.edges or tuple(n / len(word.text) for n in range(len(word.text) + 1))
    return Glyphs(word.text, quad, edges, origin, (1.0, 0.0), size, word.line, ordinal, word.confidence)


def _placed(quad: Quad, scale: float, corner: tuple[float, float]) -> Quad:
    def point(at: tuple[float, float]) -> tuple[float, float]:
        return at[0] * scale + corner[0], at[1] * scale + corner[1]

    return Quad(point(quad.ul), point(quad.ur), point(quad.lr), point(quad.ll))
