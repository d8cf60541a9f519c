"""Content streams down to what paints: the operators of ISO 32000-1, annex A, without marked content, each with as many
operands as it takes and of the kind it takes, and with neutral names for resources.

A comment, an operator nobody knows, a string before ``q``, a key in an inline image: whatever a viewer passes over in
silence is left behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Operator, PdfInlineImage, String

# How many operands each operator takes that takes numbers only.
_NUMBERS = {
    "w": 1, "J": 1, "j": 1, "M": 1, "i": 1, "q": 0, "Q": 0, "cm": 6, "m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "h": 0,
    "re": 4, "S": 0, "s": 0, "f": 0, "F": 0, "f*": 0, "B": 0, "B*": 0, "b": 0, "b*": 0, "n": 0, "W": 0, "W*": 0,
    "BT": 0, "ET": 0, "Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Tr": 1, "Ts": 1, "Td": 2, "TD": 2, "Tm": 6, "T*": 0,
    "d0": 2, "d1": 6, "G": 1, "g": 1, "RG": 3, "rg": 3, "K": 4, "k": 4,
}  # fmt: skip
_COLOUR_SETTERS = ("SC", "sc", "SCN", "scn")
_STRINGS = {"Tj": 1, "'": 1, '"': 3}
INLINE_IMAGE = "INLINE IMAGE"
_INTENTS = ("/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual")

NAMED = {
    "Tf": "/Font", "Do": "/XObject", "gs": "/ExtGState", "cs": "/ColorSpace", "CS": "/ColorSpace", "scn": "/Pattern",
    "SCN": "/Pattern", "sh": "/Shading",
}  # fmt: skip
"""Operators that name a resource, and the resource dictionary that they look in."""

_PREFIXES = {
    "/Font": "F", "/XObject": "X", "/ExtGState": "G", "/ColorSpace": "C", "/Pattern": "P", "/Shading": "S",
}  # fmt: skip
_PREDEFINED = frozenset(("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern", "/G", "/RGB", "/CMYK", "/I"))
_DEFAULTS = frozenset(("/DefaultGray", "/DefaultRGB", "/DefaultCMYK"))
"""Names with a meaning of their own, as operands and as keys (ISO 32000-1, 8.6.5.6, table 62 and table 93)."""

_INLINE_KEYS = frozenset((
    "/W", "/Width", "/H", "/Height", "/CS", "/ColorSpace", "/BPC", "/BitsPerComponent", "/D", "/Decode", "/DP",
    "/DecodeParms", "/F", "/Filter", "/IM", "/ImageMask", "/I", "/Interpolate",
))  # fmt: skip
_INLINE_SPACES = ("/CS", "/ColorSpace")
DECODE_KEYS = frozenset((
    "/K", "/Columns", "/Rows", "/Colors", "/BitsPerComponent", "/Predictor", "/EarlyChange", "/EndOfLine",
    "/EncodedByteAlign", "/EndOfBlock", "/BlackIs1", "/DamagedRowsBeforeError", "/ColorTransform", "/JBIG2Globals",
))  # fmt: skip
"""Parameters of the filters (ISO 32000-1, tables 8, 11, 12 and 13)."""


class NeutralNames:
    """One name for each name of a kind, the same in the whole file: streams may inherit each other's resources."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._counts: dict[str, int] = {}

    def of(self, kind: str, name: str) -> Name:
        """The name that stands for ``name`` (with its slash) in resource dictionaries of ``kind``."""
        if kind == "/ColorSpace" and (name in _PREDEFINED or name in _DEFAULTS):
            return Name(name)
        if (kind, name) not in self._names:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            self._names[kind, name] = f"/{_PREFIXES[kind]}{self._counts[kind]}"
        return Name(self._names[kind, name])

    def rename(self, resources: Object) -> None:
        """Give every entry of a resource dictionary its neutral name."""
        for kind in _PREFIXES:
            if isinstance(entries := resources.get(kind), Dictionary):
                resources[kind] = Dictionary({str(self.of(kind, key)): entries[key] for key in sorted(entries.keys())})

    def content(self, painted: Object) -> bytes:
        """The content of a page or stream, with what paints and neutral names. Raises PdfError if it has no syntax."""
        return pikepdf.unparse_content_stream(list(self._instructions(painted)))

    def _instructions(self, painted: Object) -> Iterator[Any]:
        for instruction in pikepdf.parse_content_stream(painted):
            name = str(instruction.operator)
            if name == INLINE_IMAGE:
                yield [self._inline(instruction.operands[0])], Operator(INLINE_IMAGE)
            elif name in NAMED or name in _COLOUR_SETTERS:
                operands = self._naming(name, list(instruction.operands))
                if operands:
                    yield operands, instruction.operator
            elif name == "ri":
                if instruction.operands and str(instruction.operands[-1]) in _INTENTS:
                    yield instruction.operands[-1:], instruction.operator
            elif (kept := _plain(name, instruction.operands)) is not None:
                yield kept, instruction.operator

    def _naming(self, operator: str, operands: list[Any]) -> list[Any]:
        """The operands of an operator that may name a resource; none where it names nothing that it could."""
        if operator in _COLOUR_SETTERS:
            numbers = [operand for operand in operands if _is_number(operand)]
            if operands and isinstance(operands[-1], Name) and operator in NAMED:
                return [*numbers, self.of("/Pattern", str(operands[-1]))]
            return numbers
        names = [operand for operand in operands if isinstance(operand, Name)][-1:]
        named = [self.of(NAMED[operator], str(name)) for name in names]
        if operator == "Tf" and named:
            return [*named, operands[-1]] if _is_number(operands[-1]) else []
        return named

    def _inline(self, image: Any) -> PdfInlineImage:
        parts = list(image._image_object)
        kept: list[Any] = []
        for key, value in zip(parts[::2], parts[1::2], strict=False):
            if str(key) not in _INLINE_KEYS or isinstance(value, String):
                continue
            if str(key) in _INLINE_SPACES and isinstance(value, Name):
                value = self.of("/ColorSpace", str(value))
            elif isinstance(value, Dictionary):
                value = Dictionary({str(name): entry for name, entry in value.items() if name in DECODE_KEYS})
            kept += [key, value]
        return PdfInlineImage(image_data=image._data, image_object=tuple(kept))


def inline_space(image: Any) -> str | None:
    """The name of the colour space that an inline image uses, if it is named."""
    parts = list(image._image_object)
    for key, value in zip(parts[::2], parts[1::2], strict=False):
        if str(key) in _INLINE_SPACES and isinstance(value, Name):
            return str(value)
    return None


def _plain(operator: str, operands: Any) -> Any | None:
    """The operands that an operator without resources takes, or None where nothing is painted or set."""
    if operator in _NUMBERS:
        wanted = _NUMBERS[operator]
        taken = operands if len(operands) == wanted else list(operands)[len(operands) - wanted :]
        return taken if len(taken) == wanted and all(map(_is_number, taken)) else None
    if operator in _STRINGS:
        *numbers, shown = list(operands)[-_STRINGS[operator] :] or [None]
        whole = len(numbers) == _STRINGS[operator] - 1 and all(map(_is_number, numbers))
        return [*numbers, shown] if whole and isinstance(shown, String) else None
    if operator == "TJ" and operands and isinstance(operands[-1], Array):
        return [Array([entry for entry in operands[-1] if isinstance(entry, String) or _is_number(entry)])]
    if operator == "d" and len(operands) > 1 and isinstance(operands[-2], Array) and _is_number(operands[-1]):
        return [Array([entry for entry in operands[-2] if _is_number(entry)]), operands[-1]]
    return None


def _is_number(operand: Any) -> bool:
    return isinstance(operand, int | Decimal | float) and not isinstance(operand, bool)
