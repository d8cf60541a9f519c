"""One picture read: turned upright and straightened first, what was overlooked read again, a second engine asked where
the first is unsure."""

from __future__ import annotations

import hashlib
from collections import OrderedDict

from redactor.ocr.reading import Grey, Reading, ReadWord
from redactor.ocr.sheet import Mask, Sheet, inked, is_blank, rise_of, rules, skewed
from redactor.ocr.tesseract import SPARSE, Tesseract

_REMEMBERED = 16
"""Readings kept: the writer reads a page, and the verifier reads the same pixels soon after."""

_LYING = 0.7
"""Sharpness of rows against columns under which a picture may lie on its side."""

_DOUBTED = 0.70
"""Mean confidence under which a reading may be that of a picture upside down."""

_SURE_TURN = 1.5
"""Tesseract's measure of how sure an orientation is; its own tools ask for 2 by default."""

_KEEP = 0.50
"""Confidence from which a word of signs alone is believed; below, a rule or a speck was taken for one."""

_memory: OrderedDict[tuple[bytes, int, tuple[str, ...]], Reading] = OrderedDict()
_tesseract = Tesseract()


def read(picture: Grey, dpi: float, languages: tuple[str, ...] = ("eng",)) -> Reading:
    """The words of ``picture``, which has ``dpi`` pixels an inch, wherever they stand and however it lies.

    Remembers the last few pictures of this process. Raises SetupError where a language's data is missing.
    """
    key = (
        hashlib.blake2b(picture.tobytes(), digest_size=16).digest() + bytes(str(picture.shape), "ascii"),
        round(dpi),
        languages,
    )
    if key in _memory:
        _memory.move_to_end(key)
        return _memory[key]
    reading = _read(picture, dpi, languages)
    _memory[key] = reading
    while len(_memory) > _REMEMBERED:
        _memory.popitem(last=False)
    return reading


def _read(picture: Grey, dpi: float, languages: tuple[str, ...]) -> Reading:
    if is_blank(picture):
        return Reading(())
    sheet = Sheet.of(picture, dpi).readable()
    rise, upright = rise_of(inked(sheet.picture))
    turned = 0
    first: tuple[Reading, Sheet] | None = None
    if upright >= _LYING:
        first = _read_straight(sheet, rise, languages)
        if first[0].confidence >= _DOUBTED and first[0].words:
            return _given(*first, 0, rise)
    turned, sure = _tesseract.turned(sheet.picture, sheet.dpi)
    if sure < _SURE_TURN:
        turned = 0
    if turned == 0:
        return _given(*(first or _read_straight(sheet, rise, languages)), 0, rise)
    again = sheet.turned(turned)
    rise_again, _ = rise_of(inked(again.picture))
    second = _read_straight(again, rise_again, languages)
    if first is not None and first[0].confidence >= second[0].confidence:
        return _given(*first, 0, rise)
    return _given(*second, turned, rise_again)


def _read_straight(sheet: Sheet, rise: float, languages: tuple[str, ...]) -> tuple[Reading, Sheet]:
    if skewed(rise):
        sheet = sheet.straightened(rise)
    reading = _tesseract.read(sheet.picture, sheet.dpi, languages)
    words = [word for word in reading.words if _plausible(word)]
    left = _without(sheet, words)
    if left is not None:
        more = _tesseract.read_as(left, sheet.dpi, languages, SPARSE)
        last = max((word.line for word in words), default=0)
        words += [
            ReadWord(w.text, w.quad, w.confidence, last + w.line, w.edges, w.baseline)
            for w in more.words
            if _plausible(w)
        ]
    return Reading(tuple(words)), sheet


def _plausible(word: ReadWord) -> bool:
    return word.confidence >= _KEEP or any(c.isalnum() for c in word.text)


def _without(sheet: Sheet, words: list[ReadWord]) -> Grey | None:
    """The picture with the words that were read and all rules painted over; None where no ink to speak of is left."""
    ink = inked(sheet.picture)
    ink &= ~rules(ink, sheet.dpi)
    picture = sheet.picture.copy()
    paper = 255 if picture[::8, ::8].mean() > 127 else 0
    for word in words:
        rows = slice(max(0, int(word.quad.ul[1]) - 1), int(word.quad.ll[1]) + 2)
        columns = slice(max(0, int(word.quad.ul[0]) - 2), int(word.quad.ur[0]) + 3)
        ink[rows, columns] = False
    left = int(ink.sum())
    if left < _LEAST_INK * sheet.dpi * sheet.dpi:
        return None
    picture[~_grown(ink)] = paper
    return picture


_LEAST_INK = 0.0015
"""Square inches of ink: that of two or three letters of 10 point type."""


def _grown(ink: Mask) -> Mask:
    wide = ink.copy()
    for _ in range(2):
        wide[1:] |= wide[:-1].copy()
        wide[:-1] |= wide[1:].copy()
        wide[:, 1:] |= wide[:, :-1].copy()
        wide[:, :-1] |= wide[:, 1:].copy()
    return wide


def _given(reading: Reading, sheet: Sheet, turned: int, rise: float) -> Reading:
    words = tuple(sheet.given(word, word.line) for word in reading.words)
    return Reading(words, turned, rise)
