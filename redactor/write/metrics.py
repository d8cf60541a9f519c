"""How far a font's glyphs advance, read from the font as ISO 32000-1 has it (9.2.4, 9.6.2, 9.7.4.3).

Lines can be set anew only where every advance is known; where one is not, ``metrics_of`` says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import pymupdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from redactor.write.glyphs import differences, meanings

_THOUSAND = 1000.0
_USUAL_SPACE = 0.25
"""Ems; where a font has no blank of its own."""

_BLANKS = frozenset(" \u00a0\u2002\u2003\u2009\u202f\t\r\n")
_SPACE = 32

_STANDARD = {
    "Helvetica": "helv", "Helvetica-Bold": "hebo", "Helvetica-Oblique": "heit", "Helvetica-BoldOblique": "hebi",
    "Times-Roman": "tiro", "Times-Bold": "tibo", "Times-Italic": "tiit", "Times-BoldItalic": "tibi",
    "Courier": "cour", "Courier-Bold": "cobo", "Courier-Oblique": "coit", "Courier-BoldOblique": "cobi",
    "Arial": "helv", "ArialMT": "helv", "Arial-BoldMT": "hebo", "Arial-ItalicMT": "heit",
    "TimesNewRoman": "tiro", "TimesNewRomanPSMT": "tiro", "TimesNewRomanPS-BoldMT": "tibo", "CourierNew": "cour",
}  # fmt: skip
"""Fonts that a file may name without saying their widths, and what MuPDF calls its copies, which are as wide."""

_STANDARD_ENCODING = {
    0x27: "\u2019", 0x60: "\u2018", 0xA4: "\u2044", 0xA6: "\u0192", 0xA8: "\u00a4", 0xA9: "'", 0xAA: "\u201c",
    0xAC: "\u2039", 0xAD: "\u203a", 0xAE: "\ufb01", 0xAF: "\ufb02", 0xB1: "\u2013", 0xB2: "\u2020", 0xB3: "\u2021",
    0xB4: "\u00b7", 0xB7: "\u2022", 0xB8: "\u201a", 0xB9: "\u201e", 0xBA: "\u201d", 0xBC: "\u2026", 0xBD: "\u2030",
    0xC1: "`", 0xC2: "\u00b4", 0xC3: "\u02c6", 0xC4: "\u02dc", 0xC8: "\u00a8", 0xD0: "\u2014", 0xE1: "\u00c6",
    0xE8: "\u0141", 0xE9: "\u00d8", 0xEA: "\u0152", 0xF1: "\u00e6", 0xF5: "\u0131", 0xF8: "\u0142", 0xF9: "\u00f8",
    0xFA: "\u0153", 0xFB: "\u00df",
}  # fmt: skip
"""Where Adobe's standard encoding differs from Latin 1 (ISO 32000-1, annex D.2)."""

_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}


@dataclass(frozen=True, slots=True)
class Metrics:
    """A font's advances in ems by code. ``digits`` is the bytes a code has; ``blanks`` are codes that paint nothing and
    stand for a blank; ``space`` is the advance of the font's own blank."""

    digits: int
    advance: Callable[[int], float]
    blanks: frozenset[int]
    space: float

    def codes(self, shown: bytes) -> list[int]:
        """The codes of a show string."""
        if self.digits == 1:
            return list(shown)
        return [shown[at] << 8 | shown[at + 1] for at in range(0, len(shown) - 1, 2)]

    def bytes_of(self, code: int) -> bytes:
        """A code as a show string has it."""
        return code.to_bytes(self.digits, "big")


def metrics_of(font: Object) -> Metrics | None:
    """The font's advances, or None where the file does not tell them in a way that is understood here."""
    try:
        if font.get("/Subtype") == Name.Type0:
            return _composite(font)
        return _simple(font)
    except (TypeError, ValueError, KeyError, IndexError):
        return None


def _composite(font: Object) -> Metrics | None:
    descendants = font.get("/DescendantFonts")
    if str(font.get("/Encoding")) != "/Identity-H" or not isinstance(descendants, Array):
        return None
    descendant = descendants[0]
    usual = float(descendant.get("/DW", 1000)) / _THOUSAND
    widths = _listed(descendant.get("/W"))
    blanks = _blanks(font)
    space = _own_space(blanks, lambda code: widths.get(code, usual))
    return Metrics(2, lambda code: widths.get(code, usual), frozenset(blanks), space)


def _listed(table: Object | None) -> dict[int, float]:
    """``/W``: a first number and a list of widths, or a first and a last number and one width."""
    widths: dict[int, float] = {}
    parts, at = list(table) if isinstance(table, Array) else [], 0
    while at + 1 < len(parts):
        first = int(parts[at])
        if isinstance(parts[at + 1], Array):
            widths.update({first + n: float(width) / _THOUSAND for n, width in enumerate(parts[at + 1])})
            at += 2
        else:
            widths.update(dict.fromkeys(range(first, int(parts[at + 1]) + 1), float(parts[at + 2]) / _THOUSAND))
            at += 3
    return widths


def _simple(font: Object) -> Metrics | None:
    widths = font.get("/Widths")
    if isinstance(widths, Array):
        descriptor = font.get("/FontDescriptor")
        missing = float(descriptor.get("/MissingWidth", 0)) if isinstance(descriptor, Dictionary) else 0.0
        unit = abs(float(font.FontMatrix[0])) if font.get("/Subtype") == Name.Type3 else 1 / _THOUSAND
        first = int(font.get("/FirstChar", 0))
        known = {first + n: float(width) * unit for n, width in enumerate(widths)}
        blanks = _blanks(font)
        usual = missing * unit
        space = _own_space(blanks, lambda code: known.get(code, 0.0))
        return Metrics(1, lambda code: known.get(code, usual), frozenset(blanks), space)
    return _standard(str(font.get("/BaseFont", "/"))[1:].replace(",", "-"), font.get("/Encoding"))


def _standard(name: str, encoding: Object | None) -> Metrics | None:
    """A font that the file only names."""
    if name in ("Symbol", "ZapfDingbats"):
        table = pymupdf.symbol_glyphs if name == "Symbol" else pymupdf.zapf_glyphs
        return Metrics(1, lambda code: float(table[code][1]), frozenset({_SPACE}), float(table[_SPACE][1]))
    if name not in _STANDARD:
        return None
    letters = _letters(encoding)
    widths = _advances(_STANDARD[name])
    blanks = frozenset(code for code, letter in letters.items() if letter in _BLANKS) | {_SPACE}
    return Metrics(1, lambda code: widths(letters.get(code, " ")), blanks, widths(" "))


@lru_cache(maxsize=32)
def _advances(name: str) -> Callable[[str], float]:
    font = pymupdf.Font(name)
    return lru_cache(maxsize=512)(lambda letter: float(font.glyph_advance(ord(letter))))


def _letters(encoding: Object | None) -> dict[int, str]:
    """What a simple font's codes stand for."""
    base = encoding.get("/BaseEncoding") if isinstance(encoding, Dictionary) else encoding
    codec = _CODECS.get(str(base), "")
    letters = {code: bytes([code]).decode(codec or "latin-1", "replace") for code in range(256)}
    if not codec:
        letters.update(_STANDARD_ENCODING)
    if isinstance(encoding, Dictionary):
        letters.update({code: _letter(name[1:]) for code, name in differences(encoding).items()})
    return letters


@lru_cache(maxsize=2048)
def _letter(glyph: str) -> str:
    return chr(pymupdf.mupdf.fz_unicode_from_glyph_name(glyph))  # U+FFFD for a name that stands for nothing


def _blanks(font: Object) -> dict[int, str]:
    """Codes that stand for a blank, by the font's map to Unicode, or by its encoding."""
    table = font.get("/ToUnicode")
    known = meanings(table.read_bytes()) if isinstance(table, Stream) else {}
    said = {code: text.decode("utf-16-be", "replace") for code, text in known.items()}
    if not said and font.get("/Subtype") != Name.Type0:
        said = {code: letter for code, letter in _letters(font.get("/Encoding")).items() if code >= _SPACE}
    return {code: text for code, text in said.items() if text in _BLANKS}


def _own_space(blanks: dict[int, str], advance: Callable[[int], float]) -> float:
    """The advance of the plain blank, where the font has one that is as wide as a blank may be."""
    plain = sorted((code for code, text in blanks.items() if text == " "), key=lambda code: code != _SPACE)
    return next((width for width in map(advance, plain) if 0.1 < width < 1.0), _USUAL_SPACE)
