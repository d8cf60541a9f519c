"""A second reader for words that the first is unsure of: fax-grade print above all.

It spells single words that are cut out of the page, so it costs a fraction of what it would cost to read the page
again. RapidOCR (extra ``ocr-hard``) is asked where it is installed; other packages offer readers of their own as
``redactor.ocr_engines``.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Protocol

import numpy as np

from redactor.errors import SetupError
from redactor.ocr.reading import Grey, ReadWord
from redactor.plugins import Group, load, names

_DOUBTED = 0.80
"""Confidence of the first reader under which a word is spelled again."""

_BELIEVED = 0.90
"""Score of the second reader from which it is believed. It gives 0.99 to nearly all that it gets right."""

_CONFIRMED, _CORRECTED = 0.95, 0.75
"""Confidence of a word on which both agree, and of one that the second alone read so."""

_MARGIN = 0.02
"""Inches of paper around a word that is cut out."""

_MOST = 400
"""Words of one page that are spelled again; a page with more is not worth the time, and is held anyway."""


class Speller(Protocol):
    """Reads single words. Must not touch the network nor print what it reads."""

    name: str

    def spell(self, words: Sequence[Grey]) -> list[tuple[str, float]]:
        """For each picture of a word, its letters and how sure they are (0 to 1)."""
        ...


class RapidOcr:
    """PP-OCR's recognizer in onnxruntime, one thread, models from the package."""

    name = "rapidocr"

    def __init__(self) -> None:
        try:
            from rapidocr import RapidOCR
        except ImportError as error:
            raise SetupError(
                "RapidOCR is not installed", remedy='Install it: python3 -m pip install "redactor[ocr-hard]"'
            ) from error
        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)  # it logs what it does to the standard error
        threads = "EngineConfig.onnxruntime"
        self._engine: Any = RapidOCR(
            params={
                "Global.log_level": "critical",
                f"{threads}.intra_op_num_threads": 1,
                f"{threads}.inter_op_num_threads": 1,
            }
        )

    def spell(self, words: Sequence[Grey]) -> list[tuple[str, float]]:
        read: list[tuple[str, float]] = []
        for word in words:
            picture = np.repeat(word[:, :, None], 3, axis=2)
            result = self._engine(picture, use_det=False, use_cls=False, use_rec=True)
            texts, scores = result.txts or ("",), result.scores or (0.0,)
            read.append((str(texts[0]), float(scores[0])))
        return read


@lru_cache(maxsize=1)
def second_readers() -> tuple[Speller, ...]:
    """The readers that are installed, those of other packages first. Raises SetupError where one does not load."""
    found: list[Speller] = [load(Group.OCR_ENGINES, name)() for name in names(Group.OCR_ENGINES)]
    try:
        found.append(RapidOcr())
    except SetupError:
        return tuple(found)
    return tuple(found)


def spelled_again(
    picture: Grey, dpi: float, words: Sequence[ReadWord], readers: Sequence[Speller] | None = None
) -> list[ReadWord]:
    """The words, the doubtful ones as a second reader spells them where it is sure. Quads are pixels of ``picture``."""
    doubted = [at for at, word in enumerate(words) if word.confidence < _DOUBTED and any(map(str.isalnum, word.text))]
    settled = list(words)
    if not doubted or len(doubted) > _MOST:
        return settled
    for reader in second_readers() if readers is None else readers:
        waiting = [at for at in doubted if settled[at].confidence < _DOUBTED]
        spelled = reader.spell([_cut(picture, dpi, words[at]) for at in waiting])
        for at, (text, score) in zip(waiting, spelled, strict=True):
            settled[at] = _settled(words[at], text.strip(), score)
    return settled


def _settled(word: ReadWord, text: str, score: float) -> ReadWord:
    if score < _BELIEVED or not any(map(str.isalnum, text)):
        return word
    if text == word.text:
        return replace(word, confidence=max(word.confidence, _CONFIRMED))
    text = text.replace(" ", "")
    edges = tuple(n / len(text) for n in range(len(text) + 1))
    return replace(word, text=text, edges=edges, confidence=max(word.confidence, _CORRECTED))


def _cut(picture: Grey, dpi: float, word: ReadWord) -> Grey:
    around = max(2, round(_MARGIN * dpi))
    top, bottom = int(word.quad.ul[1]) - around // 2, int(word.quad.ll[1]) + around // 2
    left, right = int(word.quad.ul[0]) - around, int(word.quad.ur[0]) + around
    height, width = picture.shape
    return picture[max(0, top) : max(1, min(height, bottom)), max(0, left) : max(1, min(width, right))]
