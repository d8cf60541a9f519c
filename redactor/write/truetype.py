"""A TrueType program down to what draws the letters that are still shown.

A subset that a printer driver made says of its letters more than their shapes: how many glyphs it counts is the number
of the highest letter that was ever in it, and its checksum is one of all of them. Who has a list of names can print
the page with each, and compare (redaction hazard 18).
"""

from __future__ import annotations

import struct
from collections.abc import Collection

Tables = dict[bytes, bytes]

_DRAWS = (b"OS/2", b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep")
"""Tables that a PDF's composite font needs (ISO 32000-1, 9.9), and OS/2, from which viewers take heights."""

_FINDS = (b"cmap", b"post")
"""Tables by which a simple font's codes or glyph names find their glyphs."""

_TRUETYPE = (b"\0\1\0\0", b"true")
_WHOLE_SUM = 0xB1B0AFBA
"""What ``checkSumAdjustment`` is subtracted from (OpenType 1.9, head)."""


def plain_truetype(program: bytes, shown: Collection[int] | None) -> bytes:
    """The program with as many glyphs as the last one that is drawn asks for, and nothing that was counted over others.
    ``shown`` are the glyphs that are shown, or None where a simple font does not tell them.

    Raises ValueError where the program is none.
    """
    try:
        tables = _tables(program)
        offsets = _offsets(tables)
        drawn = [at for at in range(len(offsets) - 1) if offsets[at + 1] > offsets[at]]
        asked = [glyph for glyph in shown or () if glyph < len(offsets) - 1]
        count = max((0, *drawn, *asked)) + 1
        kept = {name: tables[name] for name in (*_DRAWS, *(() if shown is not None else _FINDS)) if name in tables}
        kept |= _outlines(tables, offsets, count)
        kept |= _advances(tables, count, None if shown is None else {*drawn, *asked})
        kept[b"maxp"] = tables[b"maxp"][:4] + struct.pack(">H", count) + tables[b"maxp"][6:]
        if len(system := tables.get(b"OS/2", b"")) >= 68:  # average width, ranges, first and last letter
            kept[b"OS/2"] = system[:2] + bytes(2) + system[4:42] + bytes(16) + system[58:64] + bytes(4) + system[68:]
        return _packed(program[:4], kept)
    except (struct.error, KeyError, IndexError) as error:
        raise ValueError("a font program cannot be read") from error


def _tables(program: bytes) -> Tables:
    if program[:4] not in _TRUETYPE:
        raise ValueError("a font program is not TrueType")
    (count,) = struct.unpack_from(">H", program, 4)
    tables = {}
    for at in range(count):
        name, _, start, length = struct.unpack_from(">4sIII", program, 12 + 16 * at)
        tables[name] = program[start : start + length]
    return tables


def _offsets(tables: Tables) -> list[int]:
    """Where each glyph's outline begins, and where the last one ends."""
    (count,) = struct.unpack_from(">H", tables[b"maxp"], 4)
    (long,) = struct.unpack_from(">h", tables[b"head"], 50)
    entries = min(count + 1, len(tables[b"loca"]) // (4 if long else 2))
    offsets = struct.unpack_from(f">{entries}{'I' if long else 'H'}", tables[b"loca"])
    return list(offsets) if long else [2 * offset for offset in offsets]


def _outlines(tables: Tables, offsets: list[int], count: int) -> Tables:
    """The outlines without what lies between them, the table of their places, and the head without dates."""
    outlines, places = b"", [0]
    for at in range(min(count, len(offsets) - 1)):
        outline = tables[b"glyf"][offsets[at] : offsets[at + 1]]
        outlines += outline + bytes(-len(outline) % 4)
        places.append(len(outlines))
    places += [len(outlines)] * (count + 1 - len(places))
    head = tables[b"head"]
    head = head[:8] + bytes(4) + head[12:20] + bytes(16) + head[36:50] + struct.pack(">h", 1) + head[52:]
    return {b"glyf": outlines, b"loca": struct.pack(f">{len(places)}I", *places), b"head": head}


def _advances(tables: Tables, count: int, kept: Collection[int] | None) -> Tables:
    """Advances and bearings, one pair a glyph; none for glyphs that are not there any more."""
    (pairs,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    metrics = tables[b"hmtx"]
    written, widest = b"", 0
    for at in range(count):
        advance, bearing = 0, 0
        if (kept is None or at in kept) and pairs:
            (advance,) = struct.unpack_from(">H", metrics, 4 * min(at, pairs - 1))
            place = 4 * at + 2 if at < pairs else 4 * pairs + 2 * (at - pairs)
            (bearing,) = struct.unpack_from(">h", metrics, place) if place + 2 <= len(metrics) else (0,)
        written += struct.pack(">Hh", advance, bearing)
        widest = max(widest, advance)
    head = tables[b"hhea"]
    head = head[:10] + struct.pack(">H", widest) + head[12:34] + struct.pack(">H", count) + head[36:]
    return {b"hmtx": written, b"hhea": head}


def _packed(version: bytes, tables: Tables) -> bytes:
    """The font file (OpenType 1.9, 'Organization of an OpenType font') with its sums anew."""
    power = len(tables).bit_length() - 1
    search = 16 << power
    header = version + struct.pack(">HHHH", len(tables), search, power, 16 * len(tables) - search)
    directory, body = b"", b""
    start = 12 + 16 * len(tables)
    head_at = 0
    for name, data in sorted(tables.items()):
        if name == b"head":
            head_at = start + len(body)
        directory += struct.pack(">4sIII", name, _sum(data), start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    whole = header + directory + body
    adjustment = struct.pack(">I", (_WHOLE_SUM - _sum(whole)) & 0xFFFFFFFF)
    return whole[: head_at + 8] + adjustment + whole[head_at + 12 :]


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    numbers: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(numbers) & 0xFFFFFFFF
