"""From the codes of a show string to text, and the words that an embedded font carries about itself."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import pairwise

import pikepdf

_HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
_CHAR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")
_BLOCK = re.compile(rb"begin(codespacerange|bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX_ONLY = re.compile(_HEX)
_WIDEST_RANGE = 0x10000
_TRUETYPE_OFFSET = 29  # glyph id + 29 is ASCII in the usual order of TrueType glyphs

_GLYPH_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_GLYPH_NAMES = {name: str(digit) for digit, name in enumerate(_GLYPH_DIGITS)} | {
    "space": " ", "hyphen": "-", "minus": "-", "endash": "-", "period": ".", "comma": ",", "slash": "/", "colon": ":",
    "quoteright": "'", "quotesingle": "'", "parenleft": "(", "parenright": ")", "numbersign": "#", "underscore": "_",
    "germandbls": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "oslash": "ø", "Oslash": "Ø", "dotlessi": "ı",
    "fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "lslash": "ł", "Lslash": "Ł", "eth": "ð",
}  # fmt: skip
_ACCENTED = re.compile(
    r"([A-Za-z])(?:acute|grave|circumflex|tilde|dieresis|ring|cedilla|caron|macron|breve|ogonek|dotaccent)"
)
_UNI = re.compile(r"(?:uni|u)([0-9A-Fa-f]{4,6})")


class FontReader:
    """Reads the show strings of one font: through ToUnicode where there is one, else through its encoding."""

    def __init__(self, font: pikepdf.Dictionary) -> None:
        self._wide = font.get("/Subtype") == "/Type0"
        self._map: dict[int, str] = {}
        self._bytes = 2 if self._wide else 1
        cmap = font.get("/ToUnicode")
        if isinstance(cmap, pikepdf.Stream):
            self._read_cmap(cmap.read_bytes())
        elif not self._wide:
            self._read_differences(font.get("/Encoding"))
        self._mapped = bool(self._map)

    def text(self, codes: bytes) -> str:
        """The text of a show string's bytes; a code that nothing maps is read as cp1252 or by the usual glyph order."""
        if self._bytes == 1:
            plain = codes.decode("cp1252", "replace")
            return "".join(self._map.get(code, plain[at]) for at, code in enumerate(codes)) if self._mapped else plain
        letters = []
        for at in range(0, len(codes) - 1, 2):
            code = codes[at] << 8 | codes[at + 1]
            letters.append(self._map.get(code, "" if self._mapped else _ascii(code + _TRUETYPE_OFFSET)))
        return "".join(letters)

    def _read_cmap(self, data: bytes) -> None:
        for kind, body in _BLOCK.findall(data):
            if kind == b"codespacerange":
                first = _HEX_ONLY.search(body)
                if first and not self._wide:
                    self._bytes = 1 if len(first.group(1)) <= 2 else 2
            elif kind == b"bfchar":
                self._map.update((_code(code), _utf16(text)) for code, text in _CHAR.findall(body))
            else:
                self._read_ranges(body)

    def _read_ranges(self, body: bytes) -> None:
        for first, last, text, listed in _RANGE.findall(body):
            low, high = _code(first), _code(last)
            if listed:
                self._map.update((low + at, _utf16(each)) for at, each in enumerate(_HEX_ONLY.findall(listed)))
            elif text and high - low < _WIDEST_RANGE:
                start = _utf16(text)
                if start:
                    head, tail = start[:-1], ord(start[-1])
                    self._map.update((low + at, head + chr(min(tail + at, 0x10FFFF))) for at in range(high - low + 1))

    def _read_differences(self, encoding: object) -> None:
        if not isinstance(encoding, pikepdf.Dictionary):
            return
        code = 0
        differences = encoding.get("/Differences")
        for entry in differences if isinstance(differences, pikepdf.Array) else ():
            if isinstance(entry, pikepdf.Name):
                letter = _of_glyph_name(str(entry)[1:])
                if letter is not None:
                    self._map[code] = letter
                code += 1
            elif isinstance(entry, int):
                code = entry


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _utf16(digits: bytes) -> str:
    plain = b"".join(digits.split())
    data = bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode("ascii"))
    return data.decode("utf-16-be", "replace") if len(data) > 1 else data.decode("latin-1")


def _ascii(code: int) -> str:
    return chr(code) if 32 <= code < 127 else ""


def _of_glyph_name(name: str) -> str | None:
    base = name.split(".", 1)[0]
    if len(base) == 1:
        return base
    if base in _GLYPH_NAMES:
        return _GLYPH_NAMES[base]
    if match := _ACCENTED.fullmatch(base):
        return match.group(1)
    if match := _UNI.fullmatch(base):
        point = int(match.group(1), 16)
        return chr(point) if point <= 0x10FFFF else None
    return None


def font_words(data: bytes) -> Iterator[str]:
    """The texts that a font program carries: the ``name`` table of an sfnt, name and string indexes of a CFF, the
    clear part of a Type 1 font. Raises ValueError where the program cannot be read."""
    try:
        if data[:4] in (b"\0\1\0\0", b"OTTO", b"true", b"ttcf"):
            tables = dict(_sfnt_tables(data))
            yield from _name_records(tables.get(b"name", b""))
            if b"CFF " in tables:
                yield from _cff_words(tables[b"CFF "])
        elif data[:2] == b"%!":
            yield data.split(b"eexec", 1)[0].decode("latin-1")
        elif data[:1] == b"\1":
            yield from _cff_words(data)
    except (struct.error, IndexError) as error:
        raise ValueError("font program cannot be read") from error


def _sfnt_tables(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    start = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
    (count,) = struct.unpack_from(">H", data, start + 4)
    for at in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, start + 12 + 16 * at)
        yield tag, data[offset : offset + length]


def _name_records(table: bytes) -> Iterator[str]:
    if not table:
        return
    _, count, storage = struct.unpack_from(">HHH", table, 0)
    for at in range(count):
        platform, _, _, _, length, offset = struct.unpack_from(">HHHHHH", table, 6 + 12 * at)
        text = table[storage + offset : storage + offset + length]
        yield text.decode("utf-16-be" if platform in (0, 3) else "latin-1", "replace")


def _cff_words(data: bytes) -> Iterator[str]:
    at = data[2]
    for index in range(3):  # name INDEX, top DICT INDEX, string INDEX (Adobe TN 5176)
        entries, at = _cff_index(data, at)
        if index != 1:
            yield " | ".join(entry.decode("latin-1") for entry in entries)


def _cff_index(data: bytes, at: int) -> tuple[list[bytes], int]:
    (count,) = struct.unpack_from(">H", data, at)
    if count == 0:
        return [], at + 2
    size = data[at + 2]
    offsets = [int.from_bytes(data[at + 3 + size * n : at + 3 + size * (n + 1)], "big") for n in range(count + 1)]
    base = at + 2 + size * (count + 1)
    return [data[base + a : base + b] for a, b in pairwise(offsets)], base + offsets[-1]
