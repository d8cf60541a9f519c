"""Fonts down to the codes that the pages still show.

A font tells what was written in it: widths, encoding, map to Unicode and drawn glyphs cover each letter that occurred,
often in the order of first use, and go on doing so when the letters are gone from the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

_TWO_BYTE_CODES = ("/Identity-H", "/Identity-V")
"""Encodings of composite fonts whose codes are glyph numbers (CIDs). Any other leaves its font as it is."""

_HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")
_LISTED = re.compile(_HEX)
_LARGEST_BLOCK = 100
"""Entries of one ``bfchar`` block at most (Adobe Technical Note 5014)."""

_LONGEST_RANGE = 0x400
"""Codes of one range of a map to Unicode that are read where nobody asks for certain ones."""


def glyph_names(font: Object, codes: Iterable[int]) -> set[str]:
    """Names (with slash) of the glyphs that a Type 3 font draws for the codes; all where its encoding builds on one."""
    encoding = font.get("/Encoding")
    if not isinstance(encoding, Dictionary) or "/BaseEncoding" in encoding:
        procedures = font.get("/CharProcs")
        return set(procedures.keys()) if isinstance(procedures, Dictionary) else set()
    known = differences(encoding)
    return {known[code] for code in codes if code in known}


def keep_shown(pdf: Pdf, font: Object, codes: set[int]) -> None:
    """Rebuild a font that stands by itself (simple or Type 3) for the codes that are shown in it."""
    if not codes:
        _make_plain(font)
        return
    if font.get("/Subtype") == Name.Type3 and isinstance(procedures := font.get("/CharProcs"), Dictionary):
        shown = glyph_names(font, codes)
        font.CharProcs = Dictionary({name: procedures[name] for name in sorted(procedures.keys()) if name in shown})
    _keep_widths(font, codes)
    if isinstance(encoding := font.get("/Encoding"), Dictionary):
        font.Encoding = _encoding(encoding, codes)
    _keep_meanings(pdf, font, codes, digits=2)


def keep_shown_composite(pdf: Pdf, font: Object, codes: set[int], together: set[int]) -> None:
    """Rebuild a composite font (Type 0) for the codes shown in it; ``together`` are those shown in all fonts that share
    its descendant. Where the codes are not two bytes each, nothing can be told from them, and all stays."""
    if not codes:
        _make_plain(font)
        return
    if not tells_codes(font):
        return
    _keep_meanings(pdf, font, codes, digits=4)
    for descendant in font.get("/DescendantFonts", Array()):
        for key, size in (("/W", 1), ("/W2", 3)):
            if isinstance(metrics := descendant.get(key), Array):
                descendant[key] = _metrics(metrics, together, size)
        if isinstance(glyphs := descendant.get("/CIDToGIDMap"), Stream):
            table = bytearray(glyphs.read_bytes()[: 2 * (max(together) + 1)])
            for cid in range(len(table) // 2):
                if cid not in together:
                    table[2 * cid : 2 * cid + 2] = b"\0\0"
            descendant.CIDToGIDMap = pdf.make_stream(bytes(table))


def tells_codes(font: Object) -> bool:
    """Whether the composite font's show strings are glyph numbers of two bytes each."""
    return str(font.get("/Encoding")) in _TWO_BYTE_CODES


def shown_glyphs(descendant: Object, codes: set[int] | None) -> set[int] | None:
    """The glyphs of a composite font's program that codes of two bytes show; None where that is not known."""
    mapped = descendant.get("/CIDToGIDMap")
    if codes is None or not isinstance(mapped, Stream):
        return codes
    table = mapped.read_bytes()
    return {int.from_bytes(table[2 * code : 2 * code + 2], "big") for code in codes}


def _make_plain(font: Object) -> None:
    """A font in which nothing is shown may still be set; it becomes one that every viewer has, and tells nothing."""
    for key in list(font.keys()):
        del font[key]
    font.Type, font.Subtype, font.BaseFont = Name.Font, Name.Type1, Name.Helvetica


def _keep_widths(font: Object, codes: set[int]) -> None:
    """Widths from the first to the last code shown; the ones between them that are not shown become zero."""
    if not isinstance(widths := font.get("/Widths"), Array):
        return
    first = int(font.get("/FirstChar", 0))
    within = sorted(code for code in codes if first <= code < first + len(widths))
    for key in ("/FirstChar", "/LastChar", "/Widths"):
        if key in font:
            del font[key]
    if within:
        font.FirstChar, font.LastChar = within[0], within[-1]
        span = range(within[0], within[-1] + 1)
        font.Widths = Array([widths[code - first] if code in codes else 0 for code in span])
    elif font.get("/Subtype") == Name.Type3:
        font.FirstChar, font.LastChar, font.Widths = 0, 0, Array([0])


def differences(encoding: Object) -> dict[int, str]:
    """Code to glyph name (with slash) of an encoding dictionary."""
    names: dict[int, str] = {}
    code = 0
    for entry in encoding.get("/Differences", Array()):
        if isinstance(entry, Name):
            names[code] = str(entry)
            code += 1
        else:
            code = int(entry)
    return names


def _encoding(encoding: Object, codes: set[int]) -> Dictionary:
    kept = Dictionary(Type=Name.Encoding)
    if isinstance(base := encoding.get("/BaseEncoding"), Name):
        kept.BaseEncoding = base
    listed: list[object] = []
    last = -2
    for code, name in sorted(differences(encoding).items()):
        if code in codes:
            listed += [Name(name)] if code == last + 1 else [code, Name(name)]
            last = code
    kept.Differences = Array(listed)
    return kept


def _metrics(metrics: Array, cids: set[int], size: int) -> Array:
    """``/W`` (one number a glyph) or ``/W2`` (three) for these glyphs (ISO 32000-1, 9.7.4.3)."""
    parts, at = list(metrics), 0
    known: dict[int, list[Object]] = {}
    while at + 1 < len(parts):
        first, second = int(parts[at]), parts[at + 1]
        if isinstance(second, Array):
            listed = list(second)
            groups = (listed[n : n + size] for n in range(0, len(listed) - size + 1, size))
            known.update({first + n: group for n, group in enumerate(groups) if first + n in cids})
            at += 2
        else:
            value = parts[at + 2 : at + 2 + size]
            known.update({cid: value for cid in cids if first <= cid <= int(second)})
            at += 2 + size
    kept: list[object] = []
    for before, cid in pairwise([-2, *sorted(known)]):
        if cid == before + 1:
            kept[-1] = Array([*kept[-1], *known[cid]])  # type: ignore[misc]
        else:
            kept += [cid, Array(known[cid])]
    return Array(kept)


def _keep_meanings(pdf: Pdf, font: Object, codes: set[int], *, digits: int) -> None:
    """The map to Unicode, for these codes only. Where none of them is in it, there is none."""
    if not isinstance(table := font.get("/ToUnicode"), Stream):
        return
    del font["/ToUnicode"]
    if kept := meanings(table.read_bytes(), codes):
        font.ToUnicode = pdf.make_stream(_to_unicode(kept, digits))


def meanings(data: bytes, codes: set[int] | None = None) -> dict[int, bytes]:
    """Code to UTF-16 of a ToUnicode map, for these codes, or for all of them."""
    known: dict[int, bytes] = {}
    for kind, body in _BLOCK.findall(data):
        if kind == b"bfchar":
            pairs = ((_number(code), _bytes(text)) for code, text in _PAIR.findall(body))
            known.update({code: text for code, text in pairs if codes is None or code in codes})
            continue
        for low, high, text, listed in _RANGE.findall(body):
            first, last = _number(low), _number(high)
            meaning: Callable[[int], bytes | None] = _following(_bytes(text)) if not listed else _nth(listed)
            asked = codes if codes is not None else range(first, min(last, first + _LONGEST_RANGE) + 1)
            within = {code: meaning(code - first) for code in asked if first <= code <= last}
            known.update({code: each for code, each in within.items() if each})
    return known


def _following(start: bytes) -> Callable[[int], bytes | None]:
    """The texts of a range: the last code unit counts on."""
    head, tail = start[:-2], start[-2:]
    return lambda at: head + ((int.from_bytes(tail, "big") + at) % 256 ** len(tail)).to_bytes(len(tail), "big")


def _nth(listed: bytes) -> Callable[[int], bytes | None]:
    texts = [_bytes(text) for text in _LISTED.findall(listed)]
    return lambda at: texts[at] if at < len(texts) else None


def _number(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _bytes(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode("ascii"))


def _to_unicode(meanings: Mapping[int, bytes], digits: int) -> bytes:
    """A ToUnicode map as in ISO 32000-1, 9.10.3, with codes of so many hex digits."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        f"1 begincodespacerange <{'0' * digits}> <{'F' * digits}> endcodespacerange",
    ]
    entries = [f"<{code:0{digits}X}> <{text.hex().upper()}>" for code, text in sorted(meanings.items())]
    for at in range(0, len(entries), _LARGEST_BLOCK):
        block = entries[at : at + _LARGEST_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap CMapName currentdict /CMap defineresource pop end end", ""]
    return "\n".join(lines).encode("ascii")
