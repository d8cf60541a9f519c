"""What a content stream says, read from its operators rather than from what is painted.

A text may be cut into single letters by kerning, moved about, or never painted at all; here every operand of every show
operator is read, through its font, and joined again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from redactor.verify.fonts import FontReader

WORD_GAP = 180  # thousandths of an em; a wider step between two strings is read as a blank
_INVISIBLE = (3, 7)  # text rendering modes that paint nothing (ISO 32000-1, table 106)
_MOVES = frozenset(("Td", "TD", "T*", "Tm", "BT"))
_MARKS = frozenset(("BDC", "DP", "BMC", "MP"))
_OPERATORS = "Tj TJ ' \" Td TD T* Tm BT Tf Tr q Q gs Do BDC DP BMC MP"


@dataclass(frozen=True, slots=True)
class Said:
    """``spaced`` has blanks where the pen moved, ``glued`` only between text objects, ``codes`` are the operands read
    as Latin-1; ``marks`` are the texts of marked content, ``invisible`` whether a string is shown in a mode that paints
    nothing, ``described`` whether marked content carries a property with text."""

    spaced: str
    glued: str
    codes: str
    marks: str
    invisible: bool
    described: bool

    @property
    def readings(self) -> tuple[str, ...]:
        return (self.spaced, self.glued, self.codes, self.marks)


class ContentReader:
    """Reads content streams of one file; each font is read once."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[int, int], FontReader] = {}

    def read(self, stream: Any, resources: Any) -> Said:
        """What the page or stream says. Raises pikepdf.PdfError where it cannot be parsed."""
        return _Listener(self, resources).listen(pikepdf.parse_content_stream(stream, _OPERATORS))

    def font(self, resources: Any, name: str) -> FontReader | None:
        """The font of that resource name, or None where the resources have none."""
        fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
        font = fonts.get(name) if isinstance(fonts, pikepdf.Dictionary) else None
        if not isinstance(font, pikepdf.Dictionary):
            return None
        return self.reader(font)

    def reader(self, font: pikepdf.Dictionary) -> FontReader:
        if not font.is_indirect:
            return FontReader(font)
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = FontReader(font)
        return self._fonts[font.objgen]


class _Listener:
    def __init__(self, reader: ContentReader, resources: Any) -> None:
        self._reader = reader
        self._resources = resources
        self._font: FontReader | None = None
        self._mode = 0
        self._saved: list[tuple[FontReader | None, int]] = []
        self._spaced: list[str] = []
        self._glued: list[str] = []
        self._codes: list[str] = []
        self._marks: list[str] = []
        self._invisible = False
        self._described = False

    def listen(self, instructions: Sequence[Any]) -> Said:
        for operands, operator in instructions:
            name = str(operator)
            if name in ("TJ", "Tj", "'", '"'):
                self._show(name, operands)
            elif name in _MOVES:
                self._spaced.append("\n" if name == "BT" or _new_line(name, operands) else " ")
                if name == "BT":
                    self._glued.append("\n")
            elif name in _MARKS:
                self._mark(operands)
            else:
                self._state(name, operands)
        parts = (self._spaced, self._glued, self._codes, self._marks)
        spaced, glued, codes, marks = ("".join(part) for part in parts)
        return Said(spaced, glued, codes, marks, self._invisible, self._described)

    def _state(self, name: str, operands: Sequence[Any]) -> None:
        if name == "Tf" and operands:
            self._font = self._reader.font(self._resources, str(operands[0]))
        elif name == "Tr" and operands:
            self._mode = int(operands[0])
        elif name == "q":
            self._saved.append((self._font, self._mode))
        elif name == "Q" and self._saved:
            self._font, self._mode = self._saved.pop()
        elif name == "Do":
            self._invisible = self._invisible or self._mode in _INVISIBLE  # a form inherits the mode
        elif name == "gs" and operands:
            self._font = self._font_of_state(str(operands[0])) or self._font

    def _font_of_state(self, name: str) -> FontReader | None:
        states = self._resources.get("/ExtGState") if isinstance(self._resources, pikepdf.Dictionary) else None
        state = states.get(name) if isinstance(states, pikepdf.Dictionary) else None
        setting = state.get("/Font") if isinstance(state, pikepdf.Dictionary) else None
        if isinstance(setting, pikepdf.Array) and len(setting) and isinstance(setting[0], pikepdf.Dictionary):
            return self._reader.reader(setting[0])
        return None

    def _show(self, name: str, operands: Sequence[Any]) -> None:
        if name in ("'", '"'):
            self._spaced.append("\n")
        entries = operands[0] if name == "TJ" and operands else operands[-1:]
        for entry in entries:
            if isinstance(entry, pikepdf.String):
                codes = bytes(entry)
                text = self._font.text(codes) if self._font else codes.decode("latin-1")
                self._spaced.append(text)
                self._glued.append(text)
                self._codes.append(codes.decode("latin-1"))
                self._invisible = self._invisible or (self._mode in _INVISIBLE and bool(text.strip()))
            elif abs(float(entry)) >= WORD_GAP:
                self._spaced.append(" ")
        self._codes.append("\n")

    def _mark(self, operands: Sequence[Any]) -> None:
        for operand in operands:
            if isinstance(operand, pikepdf.Dictionary):
                self._described = self._described or _holds_text(operand)
                self._marks.extend(text + "\n" for text in strings_of(operand))
            elif isinstance(operand, pikepdf.Name):
                self._marks.append(str(operand)[1:] + "\n")


def _holds_text(thing: Any) -> bool:
    if isinstance(thing, pikepdf.Dictionary):
        return any(_holds_text(entry) for _, entry in thing.items())
    if isinstance(thing, pikepdf.Array):
        return any(_holds_text(entry) for entry in thing)
    return isinstance(thing, pikepdf.String)


def _new_line(name: str, operands: Sequence[Any]) -> bool:
    return name == "T*" or (name in ("Td", "TD") and len(operands) == 2 and float(operands[1]) != 0)


def strings_of(thing: Any) -> Iterator[str]:
    """Every string, name and key of a direct object, each as its possible readings; references are not followed."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
        data = bytes(thing)
        if data[:2] == b"\xff\xfe":
            yield data[2:].decode("utf-16-le", "replace")
        yield data.decode("utf-8", "replace")
        yield data.decode("latin-1")
    elif isinstance(thing, pikepdf.Name):
        yield str(thing)[1:]
    elif isinstance(thing, pikepdf.Array):
        for entry in thing:
            if not _is_reference(entry):
                yield from strings_of(entry)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, entry in thing.items():
            yield str(key)[1:]
            if not _is_reference(entry):
                yield from strings_of(entry)


def _is_reference(thing: Any) -> bool:
    return isinstance(thing, pikepdf.Object) and thing.is_indirect
