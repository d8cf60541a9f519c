"""Content in one form: what is not text as it was, text at absolute places, each state said where it changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import Name, Operator

from redactor.write.shows import Matrix, Piece, Show, TextState, added, inverse

PAINTS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE"))
"""Operators that paint something else than text."""

_PLACES, _PLACES_SET = 3, 2
"""Decimals of a point to which a show is placed: on lines that stay as they were, and on lines with a box, where what
is left of a writer's rounding would tell which widths it rounded (redaction hazard 19)."""


_TOUCHING = 0.03
"""Points within which a show begins where another ends: two roundings of places."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A show as it was written: how, where, and where its last glyph ends (page space)."""

    state: TextState
    around: Matrix
    linear: tuple[float, ...]
    x: float
    y: float
    end: tuple[float, float]


class ContentWriter:
    """Writes one content stream. ``height`` is that of the page, in points."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._out: list[bytes] = []
        self._plain: list[Any] = []
        self._set: TextState | None = None
        self._run: _Run | None = None
        self._saved: list[TextState | None] = []

    def part(self, part: Any) -> None:
        """An instruction or a show."""
        if isinstance(part, Show):
            for piece in part.pieces if part.pieces is not None else (Piece(0, len(part.codes)),):
                self._show(part, piece)
            return
        name = str(part.operator)
        if name == "q":
            self._saved.append(self._set)
        elif name == "Q" and self._saved:
            self._set = self._saved.pop()
            if self._nothing_painted():
                return
        elif name == "ET" and self._plain and str(self._plain[-1].operator) == "BT":
            self._plain.pop()  # nothing is left between them
            return
        self._plain.append(part)

    def _nothing_painted(self) -> bool:
        """Whether nothing was painted since the last ``q``; then that goes, too. A word processor sets each run of a
        name by itself: what is left around them would count them."""
        for at in range(len(self._plain) - 1, -1, -1):
            name = str(self._plain[at].operator)
            if name == "q":
                del self._plain[at:]
                return True
            if name in PAINTS or name == "Q":
                return False
        return False

    def form(self, name: str) -> None:
        """A form by its name. It takes over the text state, and says its own before it shows anything."""
        self._plain.append(pikepdf.ContentStreamInstruction([Name(name)], Operator("Do")))

    def data(self) -> bytes:
        """The content stream so far."""
        self._flush()
        return b"\n".join(self._out)

    def _flush(self) -> None:
        if self._plain:
            self._out.append(pikepdf.unparse_content_stream(self._plain))
            self._plain = []

    def _show(self, show: Show, piece: Piece) -> None:
        if piece.first >= piece.last:
            return
        state = show.state
        if piece.natural:
            state = replace(state, character=0.0, word=0.0, scale=state.scale * piece.scale)
        along = show.offsets[piece.first] * show.unit + piece.shift
        places = _PLACES if show.pieces is None else _PLACES_SET
        x = round(show.origin[0] + along * show.direction[0], places)
        y = round(show.origin[1] + along * show.direction[1], places)
        a, b, c, d, e, f = inverse(show.around)
        up = self._height - y
        place = (a * x + c * up + e, b * x + d * up + f)
        linear = (*show.matrix[:4], *place)
        end = along + sum(show.advances[piece.first : piece.last]) * show.unit * piece.scale
        run = _Run(
            state,
            show.around,
            show.matrix[:4],
            x,
            y,
            (show.origin[0] + end * show.direction[0], show.origin[1] + end * show.direction[1]),
        )
        if piece.natural and self._goes_on(run):
            self._plain = []
            self._out[-1] = self._out[-1][: -len(b"> Tj")] + _string(show, piece.first, piece.last)[1:] + b" Tj"
        else:
            self._flush()
            shown = self._shown(show, piece) if not piece.natural else _string(show, piece.first, piece.last) + b" Tj"
            self._out.append(b"%s%s Tm %s" % (self._changes(state), b" ".join(map(_number, linear)), shown))
        self._run = run if piece.natural else None

    def _goes_on(self, run: _Run) -> bool:
        """Whether a show begins where the last one ended, so that both are one. A printer driver parts words where its
        rounding of places asks for it, and so by what stood before them."""
        last = self._run
        if last is None or (last.state, last.around, last.linear) != (run.state, run.around, run.linear):
            return False
        between = [str(part.operator) for part in self._plain]
        nothing = between == ["ET", "BT"] * (len(between) // 2)
        return nothing and abs(last.end[0] - run.x) < _TOUCHING and abs(last.end[1] - run.y) < _TOUCHING

    def _changes(self, state: TextState) -> bytes:
        """The operators that bring about the text state, where it is another than the one that is set."""
        last = self._set
        self._set = state
        out = []
        if last is None or (last.font, last.size) != (state.font, state.size):
            out.append(b"%s %s Tf" % (Name(state.font).unparse(), _number(state.size)))
        for was, value, operator in (
            (last and last.character, state.character, b"Tc"),
            (last and last.word, state.word, b"Tw"),
            (last and last.scale, state.scale, b"Tz"),
            (last and last.rise, state.rise, b"Ts"),
            (last and last.mode, state.mode, b"Tr"),
        ):
            if last is None or was != value:
                out.append(b"%s %s" % (_number(value * 100 if operator == b"Tz" else value), operator))
        return b"".join(b"%s " % each for each in out)

    def _shown(self, show: Show, piece: Piece) -> bytes:
        """The glyphs with the gaps that they had, rounded to what TJ counts in."""
        state = show.state
        count = state.size * state.scale
        if count == 0:
            return _string(show, piece.first, piece.last) + b" Tj"
        sign = 1.0 if count >= 0 else -1.0
        start = piece.first
        at = show.offsets[start]
        parts: list[bytes] = []
        for index in range(piece.first, piece.last - 1):
            at += show.advances[index] + sign * added(state, show.metrics, show.codes[index])
            by = round((at - show.offsets[index + 1]) * sign / count * 1000)
            if by:
                at -= by / 1000 * count * sign
                parts += [_string(show, start, index + 1), b"%d" % by]
                start = index + 1
        if not parts:
            return _string(show, start, piece.last) + b" Tj"
        return b"[%s] TJ" % b" ".join((*parts, _string(show, start, piece.last)))


def _string(show: Show, first: int, last: int) -> bytes:
    shown = b"".join(map(show.metrics.bytes_of, show.codes[first:last]))
    return b"<%s>" % shown.hex().encode("ascii")


def _number(value: float) -> bytes:
    """Six digits after the point at most, and never an exponent: PDF has none."""
    if abs(value) < 5e-7:
        return b"0"
    return f"{value:.6f}".rstrip("0").rstrip(".").encode("ascii")
