"""Text as a page shows it: one show operator, the state that it is shown in, and where its glyphs stand."""

from __future__ import annotations

from dataclasses import dataclass

from redactor.write.metrics import Metrics

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class UnsettableError(Exception):
    """A page shows text whose places cannot be told, so that its lines cannot be set anew. Never leaves this package.
    The message is a reason for the log."""


@dataclass(frozen=True, slots=True)
class TextState:
    """The text state (ISO 32000-1, 9.3), without what only moves."""

    font: str = ""
    size: float = 0.0
    character: float = 0.0
    word: float = 0.0
    scale: float = 1.0
    rise: float = 0.0
    mode: int = 0


@dataclass(slots=True)
class Show:
    """One show operator that paints something. ``offsets`` and ``advances`` are in text units along the line, the
    second by the font alone; ``origin`` and ``direction`` in page space (points, y downwards), ``unit`` points for each
    text unit and ``em`` the size of the font in points. Unless it is told other ``pieces``, it is written as it was."""

    state: TextState
    metrics: Metrics
    matrix: Matrix
    around: Matrix
    codes: list[int]
    offsets: list[float]
    advances: list[float]
    end: float
    origin: tuple[float, float] = (0.0, 0.0)
    direction: tuple[float, float] = (1.0, 0.0)
    unit: float = 1.0
    em: float = 0.0
    pieces: list[Piece] | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs ``[first, last)`` of a show, moved by ``shift`` points along the line; ``natural``: set by the advances
    of the font alone, ``scale`` times as wide."""

    first: int
    last: int
    shift: float = 0.0
    natural: bool = False
    scale: float = 1.0


def multiplied(one: Matrix, other: Matrix) -> Matrix:
    """First ``one``, then ``other``."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def inverse(matrix: Matrix) -> Matrix:
    """The way back. Raises UnsettableError where the matrix leaves no area."""
    a, b, c, d, e, f = matrix
    by = a * d - b * c
    if abs(by) < 1e-12:
        raise UnsettableError("text is drawn without extent")
    return (d / by, -b / by, -c / by, a / by, (c * f - d * e) / by, (b * e - a * f) / by)


def added(state: TextState, metrics: Metrics, code: int) -> float:
    """What character and word spacing add to a glyph's advance, in text units."""
    word = state.word if metrics.digits == 1 and code == 32 else 0.0
    return (state.character + word) * state.scale
