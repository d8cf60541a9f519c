"""The text of a page as it is set: every show operator with the place of every glyph, and the page set anew.

What is written has one form, whatever the original's was: each show stands at an absolute place (``Tm``), and the
operators that place text relative to what came before are gone. So no operand carries the width of words that were
taken out. The codes that are shown and everything that is not text stay as they were.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from redactor.write.content_writer import PAINTS, ContentWriter
from redactor.write.metrics import Metrics, metrics_of
from redactor.write.shows import IDENTITY, Matrix, Show, TextState, UnsettableError, added, multiplied

_DROPPED = frozenset(("Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*"))
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_PATH = frozenset(("m", "l", "c", "v", "y", "h", "re"))
_NESTING = 24
"""Forms within forms; deeper ones no viewer paints."""


@dataclass(slots=True)
class _Content:
    """A content stream as read: instructions, shows, and forms that hold text in their turn (name, content). ``clips``
    are the places of clipping operators that clip nothing but text, and that text."""

    holder: Object
    parts: list[Any] = field(default_factory=list)
    clips: dict[int, list[Show]] = field(default_factory=dict)


def _inherited(page: Object) -> Object:
    """The page's resources, its own or those of the page tree above it (ISO 32000-1, 7.7.3.4)."""
    node: Object | None = page
    for _ in range(_NESTING):
        if not isinstance(node, Dictionary):
            break
        if isinstance(resources := node.get("/Resources"), Dictionary):
            return resources
        node = node.get("/Parent")
    return Dictionary()


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

    Raises UnsettableError where a font does not tell its advances or an operator has operands of another kind, and
    PdfError where content has no syntax.
    """

    def __init__(self, pdf: Pdf, page: Object, height: float) -> None:
        self._pdf = pdf
        self._page = page
        self._height = height
        self._metrics: dict[tuple[int, int], Metrics | None] = {}
        self.shows: list[Show] = []
        self._resources = _inherited(page)
        try:
            self._content = _Reader(self, page, self._resources, IDENTITY, 0).content()
        except (TypeError, ValueError, IndexError, AttributeError) as error:  # what an operand of another kind raises
            raise UnsettableError("the content is malformed") from error

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
        data = self._written(self._content, self._resources)
        self._page.Contents = self._pdf.make_stream(data)

    def _written(self, content: _Content, resources: Object) -> bytes:
        writer = ContentWriter(self._height)
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
        self._state, self._leading = TextState(), 0.0
        self._fonts: dict[str, Metrics] = {}
        self._saved: list[tuple[Matrix, TextState, float]] = []
        self._clips: list[tuple[int, int, list[Show]]] = []
        self._line = self._matrix = IDENTITY

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
        elif name in PAINTS:
            self._clips = []
        elif name == "cm":
            self._around = multiplied(_matrix(instruction.operands), self._around)
        elif name == "BT":
            self._line = self._matrix = IDENTITY
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
        around = multiplied(_matrix(stream.get("/Matrix", Array(IDENTITY))), self._around)
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
                at += advance + added(state, metrics, code)
        show = Show(state, metrics, self._matrix, self._around, codes, offsets, advances, at)
        self._matrix = multiplied((1.0, 0.0, 0.0, 1.0, at, 0.0), self._matrix)
        if codes:
            self._page.placed(show)
            for _, _, clipped in self._clips:
                clipped.append(show)
            self._content.parts.append(show)


def _changed(state: TextState, operator: str, value: float) -> TextState:
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


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return (a, b, c, d, e, f)
