"""The text of a page as it is set: every show operator with the place of every glyph, and the page set anew.

What is written has one form, whatever the original's was: each show stands at an absolute place (``Tm``), and the
operators that place text relative to what came before are gone. So no operand carries the width of words that were
taken out. The codes that are shown and everything that is not text stay as they were.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf, Stream, String

from redactor.write.metrics import Metrics, metrics_of

Matrix = tuple[float, float, float, float, float, float]

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DROPPED = frozenset(("Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*"))
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_PAINTS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE"))
_PATH = frozenset(("m", "l", "c", "v", "y", "h", "re"))
_NESTING = 24
_PLACES, _PLACES_SET = 3, 2
"""Decimals of a point to which a show is placed: on lines that stay as they were, and on lines with a box, where what
is left of a writer's rounding would tell which widths it rounded (redaction hazard 19)."""


class UnsettableError(Exception):
    """A page shows text whose places cannot be told, so that its lines cannot be set anew. Never leaves this package.
    The message is a reason for the log."""


@dataclass(frozen=True, slots=True)
class _State:
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

    state: _State
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


def _inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    by = a * d - b * c
    if abs(by) < 1e-12:
        raise UnsettableError("text is drawn without extent")
    return (d / by, -b / by, -c / by, a / by, (c * f - d * e) / by, (b * e - a * f) / by)


@dataclass(slots=True)
class _Content:
    """A content stream as read: instructions, shows, and forms that hold text in their turn (name, content). ``clips``
    are the places of clipping operators that clip nothing but text, and that text."""

    holder: Object
    parts: list[Any] = field(default_factory=list)
    clips: dict[int, list[Show]] = field(default_factory=dict)


def _path_around(parts: Sequence[Any], at: int) -> set[int]:
    """The places of a clipping operator, of the path that it clips to, and of what ends that path: where the path ran
    tells where words stood."""

    def operator(place: int) -> str:
        within = 0 <= place < len(parts) and not isinstance(parts[place], Show | _Form)
        return str(parts[place].operator) if within else ""

    first = at
    while operator(first - 1) in _PATH:
        first -= 1
    return set(range(first, at + (2 if operator(at + 1) == "n" else 1)))


@dataclass(frozen=True, slots=True)
class _Form:
    """A form that shows text, where a content paints it."""

    stream: Object
    content: _Content


class SetPage:
    """One page's text. ``shows`` are in painting order, forms within forms included.

    Raises UnsettableError where a font does not tell its advances, and PdfError where content has no syntax.
    """

    def __init__(self, pdf: Pdf, page: Object, height: float) -> None:
        self._pdf = pdf
        self._page = page
        self._height = height
        self._metrics: dict[tuple[int, int], Metrics | None] = {}
        self.shows: list[Show] = []
        self._content = _Reader(self, page, page.Resources, _IDENTITY, 0).content()

    def metrics(self, font: Object) -> Metrics:
        """The advances of a font, read once."""
        key = font.objgen if font.is_indirect else (-len(self._metrics) - 1, 0)
        if key not in self._metrics:
            self._metrics[key] = metrics_of(font)
        if (found := self._metrics[key]) is None:
            raise UnsettableError("a font does not tell its widths")
        return found

    def placed(self, show: Show) -> None:
        """Note where the show stands in page space."""
        a, b, c, d, e, f = multiplied(show.matrix, show.around)
        show.unit = math.hypot(a, b)
        show.em = abs(show.state.size) * math.hypot(c, d)
        if show.unit < 1e-9:
            raise UnsettableError("text is drawn without extent")
        sign = 1.0 if show.state.size * show.state.scale >= 0 else -1.0
        show.origin = (e, self._height - f)
        show.direction = (sign * a / show.unit, -sign * b / show.unit)
        show.offsets = [sign * offset for offset in show.offsets]
        show.advances = [sign * advance for advance in show.advances]
        show.end *= sign
        self.shows.append(show)

    def write(self) -> None:
        """Put the page's text into the file, each show as its pieces say."""
        data = self._written(self._content, self._page.Resources)
        self._page.Contents = self._pdf.make_stream(data)

    def _written(self, content: _Content, resources: Object) -> bytes:
        writer = _Writer(self._height)
        lifted: set[int] = set()
        for at, shows in content.clips.items():
            if any(show.pieces is not None for show in shows):
                lifted |= _path_around(content.parts, at)
        for at, part in enumerate(content.parts):
            if at in lifted:
                continue  # drawn around words where they stood; where they come to stand it would cut them
            if isinstance(part, _Form):
                writer.form(self._copy(part, resources))
            else:
                writer.part(part)
        return writer.data()

    def _copy(self, form: _Form, resources: Object) -> str:
        """A form of its own for each place where one is painted: others may paint it whole. Returns its name."""
        inner = form.stream.get("/Resources")
        data = self._written(form.content, inner if isinstance(inner, Dictionary) else resources)
        copy = self._pdf.make_stream(data)
        for key in map(str, form.stream):
            if key not in ("/Length", "/Filter", "/DecodeParms"):
                copy[key] = form.stream[key]
        forms = resources.XObject
        name = next(name for name in (f"/Set{n}" for n in range(len(forms), 1_000_000)) if name not in forms)
        forms[name] = copy
        return name


class _Reader:
    """Follows one content stream's graphics and text state."""

    def __init__(self, page: SetPage, holder: Object, resources: Object, around: Matrix, depth: int) -> None:
        self._page, self._resources, self._depth = page, resources, depth
        self._around = around
        self._content = _Content(holder)
        self._state, self._leading = _State(), 0.0
        self._fonts: dict[str, Metrics] = {}
        self._saved: list[tuple[Matrix, _State, float]] = []
        self._clips: list[tuple[int, int, list[Show]]] = []
        self._line = self._matrix = _IDENTITY

    def content(self) -> _Content:
        for instruction in pikepdf.parse_content_stream(self._content.holder):
            name = str(instruction.operator)
            if name in _SHOWS:
                self._show(name, instruction.operands)
            elif name in _DROPPED:
                self._set(name, instruction.operands)
            elif name == "Do" and (form := self._form(instruction.operands)) is not None:
                self._clips = []
                self._content.parts.append(form)
            else:
                self._graphics(name, instruction)
                self._content.parts.append(instruction)
        self._content.clips.update({at: shows for _, at, shows in self._clips})
        return self._content

    def _graphics(self, name: str, instruction: Any) -> None:
        if name == "q":
            self._saved.append((self._around, self._state, self._leading))
        elif name == "Q" and self._saved:
            self._around, self._state, self._leading = self._saved.pop()
            ended = [clip for clip in self._clips if clip[0] > len(self._saved)]
            self._content.clips.update({at: shows for _, at, shows in ended})
            self._clips = self._clips[: len(self._clips) - len(ended)]
        elif name in ("W", "W*"):
            self._clips.append((len(self._saved), len(self._content.parts), []))
        elif name in _PAINTS:
            self._clips = []
        elif name == "cm":
            self._around = multiplied(_matrix(instruction.operands), self._around)
        elif name == "BT":
            self._line = self._matrix = _IDENTITY
        elif name == "gs":
            state = self._named("/ExtGState", instruction.operands)
            if isinstance(state, Dictionary) and "/Font" in state:
                raise UnsettableError("a font is set by a graphics state")

    def _named(self, kind: str, operands: Any) -> Object | None:
        entries = self._resources.get(kind)
        if not isinstance(entries, Dictionary) or not operands or not isinstance(operands[0], Name):
            return None
        found: Object | None = entries.get(str(operands[0]))
        return found

    def _form(self, operands: Any) -> _Form | None:
        """The form that is painted, if it shows text."""
        stream = self._named("/XObject", operands)
        if not isinstance(stream, Stream) or stream.get("/Subtype") != Name.Form or self._depth > _NESTING:
            return None
        own = stream.get("/Resources")
        around = multiplied(_matrix(stream.get("/Matrix", Array(_IDENTITY))), self._around)
        before = len(self._page.shows)
        resources = own if isinstance(own, Dictionary) else self._resources
        content = _Reader(self._page, stream, resources, around, self._depth + 1).content()
        return _Form(stream, content) if len(self._page.shows) > before else None

    def _set(self, name: str, operands: Any) -> None:
        if name == "Tf":
            metrics = self._named("/Font", operands)
            if isinstance(metrics, Dictionary):
                self._fonts[str(operands[0])] = self._page.metrics(metrics)
            self._state = replace(self._state, font=str(operands[0]), size=float(operands[1]))
            return
        if name == "T*":
            self._move(0.0, -self._leading)
            return
        numbers = [float(operand) for operand in operands]
        if name == "TL":
            self._leading = numbers[0]
        elif name in ("Td", "TD"):
            if name == "TD":
                self._leading = -numbers[1]
            self._move(numbers[0], numbers[1])
        elif name == "Tm":
            self._line = self._matrix = _matrix(numbers)
        else:
            self._state = _changed(self._state, name, numbers[0])

    def _move(self, across: float, up: float) -> None:
        self._line = self._matrix = multiplied((1.0, 0.0, 0.0, 1.0, across, up), self._line)

    def _show(self, name: str, operands: Any) -> None:
        if name == '"':
            self._state = replace(self._state, word=float(operands[0]), character=float(operands[1]))
        if name in ("'", '"'):
            self._move(0.0, -self._leading)
        state = self._state
        metrics = self._fonts.get(state.font)
        if metrics is None:
            raise UnsettableError("text is shown in a font that is not there")
        codes: list[int] = []
        offsets: list[float] = []
        advances: list[float] = []
        size, scale, at = state.size, state.scale, 0.0
        for entry in operands[-1] if name == "TJ" else (operands[-1],):
            if not isinstance(entry, String):
                at -= float(entry) / 1000 * size * scale
                continue
            for code in metrics.codes(bytes(entry)):
                advance = metrics.advance(code) * size * scale
                codes.append(code)
                offsets.append(at)
                advances.append(advance)
                at += advance + _extra(state, metrics, code)
        show = Show(state, metrics, self._matrix, self._around, codes, offsets, advances, at)
        self._matrix = multiplied((1.0, 0.0, 0.0, 1.0, at, 0.0), self._matrix)
        if codes:
            self._page.placed(show)
            for _, _, clipped in self._clips:
                clipped.append(show)
            self._content.parts.append(show)


def _changed(state: _State, operator: str, value: float) -> _State:
    match operator:
        case "Tc":
            return replace(state, character=value)
        case "Tw":
            return replace(state, word=value)
        case "Tz":
            return replace(state, scale=value / 100)
        case "Ts":
            return replace(state, rise=value)
        case _:
            return replace(state, mode=int(value))


def _extra(state: _State, metrics: Metrics, code: int) -> float:
    """What character and word spacing add to a glyph's advance, in text units."""
    word = state.word if metrics.digits == 1 and code == 32 else 0.0
    return (state.character + word) * state.scale


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return (a, b, c, d, e, f)


class _Writer:
    """Writes one content stream: what is not text as it was, text in one form."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._out: list[bytes] = []
        self._plain: list[Any] = []
        self._set: _State | None = None
        self._saved: list[_State | None] = []

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
            if name in _PAINTS or name == "Q":
                return False
        return False

    def form(self, name: str) -> None:
        """A form by its name. It takes over the text state, and says its own before it shows anything."""
        self._plain.append(pikepdf.ContentStreamInstruction([Name(name)], Operator("Do")))

    def data(self) -> bytes:
        self._flush()
        return b"\n".join(self._out)

    def _flush(self) -> None:
        if self._plain:
            self._out.append(pikepdf.unparse_content_stream(self._plain))
            self._plain = []

    def _show(self, show: Show, piece: Piece) -> None:
        if piece.first >= piece.last:
            return
        self._flush()
        state = show.state
        if piece.natural:
            state = replace(state, character=0.0, word=0.0, scale=state.scale * piece.scale)
        along = show.offsets[piece.first] * show.unit + piece.shift
        places = _PLACES if show.pieces is None else _PLACES_SET
        x = round(show.origin[0] + along * show.direction[0], places)
        y = round(show.origin[1] + along * show.direction[1], places)
        a, b, c, d, e, f = _inverse(show.around)
        up = self._height - y
        place = (a * x + c * up + e, b * x + d * up + f)
        linear = (*show.matrix[:4], *place)
        shown = self._shown(show, piece) if not piece.natural else _string(show, piece.first, piece.last) + b" Tj"
        self._out.append(b"%s%s Tm %s" % (self._changes(state), b" ".join(map(_number, linear)), shown))

    def _changes(self, state: _State) -> bytes:
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
            at += show.advances[index] + sign * _extra(state, show.metrics, show.codes[index])
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


def shows_by_direction(shows: Sequence[Show]) -> Mapping[tuple[float, float], list[Show]]:
    """The shows, each with those that run the same way."""
    found: dict[tuple[float, float], list[Show]] = {}
    for show in shows:
        found.setdefault((round(show.direction[0], 2), round(show.direction[1], 2)), []).append(show)
    return found
