"""What an OCR engine is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from redactor.model import Quad

Grey = NDArray[np.uint8]
"""Grey levels of a picture, height by width, 0 black to 255 white, top row first."""


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word as read. ``quad`` is in pixels of the picture that was given (x right, y down), corners named as the text
    is read; ``confidence`` runs from 0 to 1; ``line`` numbers the line of the picture in reading order.

    ``edges`` say where each code point begins along the quad, as in ``Word.edges``; ``baseline`` is the share of the
    quad's height, from its top, at which the letters stand. The quad is as high as the line's letters may reach.
    """

    text: str
    quad: Quad
    confidence: float
    line: int
    edges: tuple[float, ...] = ()
    baseline: float = 0.78


@dataclass(frozen=True, slots=True)
class Reading:
    """All words of a picture. ``turned`` are the quarter turns clockwise (0 to 3) that bring the picture upright, and
    ``skew`` the degrees by which its lines then still rise to the right. ``unread`` are the places (pixels of the
    picture) of ink that is neither a word nor a rule: signatures, stamps, photographs, handwriting, barcodes."""

    words: tuple[ReadWord, ...]
    turned: int = 0
    skew: float = 0.0
    unread: tuple[Quad, ...] = ()

    @property
    def confidence(self) -> float:
        """The mean over all letters; 0 where nothing was read."""
        letters = sum(len(word.text) for word in self.words)
        return sum(word.confidence * len(word.text) for word in self.words) / letters if letters else 0.0


class Engine(Protocol):
    """Reads the words of one picture. Must not touch the network nor print what it reads."""

    name: str

    def read(self, picture: Grey, dpi: float, languages: tuple[str, ...]) -> Reading:
        """The words of ``picture``, which has ``dpi`` pixels an inch. Raises SetupError where the engine or a
        language's data is missing."""
        ...
