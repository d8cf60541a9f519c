"""Fonts whose words are not what they paint: such a font is made to say nothing, so that nobody mistakes it for text.

What a glyph shows and which code point it stands for are two entries of a file (ISO 32000-1, 9.10.2), and nothing
makes them agree. Where a simple font names its glyphs, the names can be held against its ToUnicode map; where a Type 3
font gives neither names nor a map, readers guess. Embedded TrueType, CFF and CID fonts are believed: whether their
outlines look like their code points only an eye can tell.
"""

from __future__ import annotations

import re
import unicodedata

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from redactor.shadow import squash

_SYMBOLIC = 0b100  # font descriptor flag, bit 3 (ISO 32000-1, table 123): a TrueType font then ignores its /Encoding

_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ACCENTS = {
    "ACUTE": "acute", "GRAVE": "grave", "CIRCUMFLEX": "circumflex", "DIAERESIS": "dieresis", "TILDE": "tilde",
    "RING ABOVE": "ring", "CEDILLA": "cedilla", "CARON": "caron", "OGONEK": "ogonek", "STROKE": "slash",
    "BREVE": "breve", "MACRON": "macron", "DOUBLE ACUTE": "hungarumlaut", "DOT ABOVE": "dotaccent",
}  # fmt: skip
_LATIN = re.compile(r"LATIN (CAPITAL|SMALL) LETTER ([A-Z]) WITH ([A-Z ]+)")
_BY_CODE_POINT = re.compile(r"uni([0-9A-F]{4})$|u([0-9A-F]{4,6})$")
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman", "/StandardEncoding": "ascii"}
_STANDARD_FONTS = re.compile(r"/(?:Helvetica|Times|Courier|Arial)")

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")

_NOTHING = "\ufffd"
_MOST_CODES = 65_536


def without_lies(pdf: Pdf) -> None:
    """Gives every font that is caught out a map in which each code stands for U+FFFD. What it paints stays."""
    silent: Stream | None = None
    for font in _fonts(pdf):
        if not _believed(font):
            silent = silent or pdf.make_stream(_silent_map())
            font["/ToUnicode"] = silent


def _fonts(pdf: Pdf) -> list[Dictionary]:
    """Every font of the file that has a resource name, direct ones included, each once."""
    found: list[Dictionary] = []
    seen: set[tuple[int, int]] = set()
    stack: list[Object] = [thing for thing in pdf.objects if isinstance(thing, Dictionary | Stream | Array)]
    while stack:
        thing = stack.pop()
        if isinstance(thing, Array):
            children = list(thing)
        else:
            children = [value for _, value in thing.items()]
            fonts = thing.get("/Font")
            for font in fonts.as_dict().values() if isinstance(fonts, Dictionary) else ():
                if isinstance(font, Dictionary) and not (font.is_indirect and font.objgen in seen):
                    seen.add(font.objgen)
                    found.append(font)
        stack += [c for c in children if isinstance(c, Dictionary | Array) and not c.is_indirect]
    return found


def _believed(font: Dictionary) -> bool:
    kind = font.get("/Subtype")
    if kind not in (Name.Type1, Name.MMType1, Name.TrueType, Name.Type3):
        return True
    says = _to_unicode(font.get("/ToUnicode"))
    names = _differences(font)
    if kind == Name.Type3:
        procedures = font.get("/CharProcs", Dictionary())
        painted = {code: name for code, name in names.items() if name in procedures}
        if any(code not in says and _character(name) is None for code, name in painted.items()):
            return False
    else:
        names = _standard(font) | names
    return all(_agree(text, names[code]) for code, text in says.items() if code in names)


def _agree(text: str, name: str) -> bool:
    """Whether the text is the letter or digit that the glyph is named for. Case and accents do not matter; neither
    does a text that is no letter and no digit, nor a name that is none."""
    character = _character(name)
    if character is None or not character.isalnum():
        return True
    return squash(text) == squash(character)


def _standard(font: Dictionary) -> dict[int, str]:
    """Glyph names by code that follow from the font's base encoding; none where only its program knows."""
    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, Dictionary) else encoding
    descriptor = font.get("/FontDescriptor", Dictionary())
    if font.get("/Subtype") == Name.TrueType and int(descriptor.get("/Flags", 0)) & _SYMBOLIC:
        return {}
    embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    codec = _CODECS.get(str(base))
    if base is None and not embedded and _STANDARD_FONTS.match(str(font.get("/BaseFont"))):
        codec = "ascii"
    if codec is None:
        return {}
    decoded = ((code, bytes([code]).decode(codec, "replace")) for code in range(256))
    return {code: f"u{ord(character):04X}" for code, character in decoded if character != _NOTHING}


def _differences(font: Dictionary) -> dict[int, str]:
    encoding = font.get("/Encoding")
    entries = encoding.get("/Differences") if isinstance(encoding, Dictionary) else None
    names: dict[int, str] = {}
    code = 0
    for entry in entries if isinstance(entries, Array) else ():
        if isinstance(entry, Name):
            names[code] = str(entry)
            code += 1
        else:
            code = int(entry)  # raises TypeError where the array holds anything else
    return names


def _character(name: str) -> str | None:
    """The character that a glyph name stands for by Adobe's glyph list, of the letters, digits and spaces that matter
    here; None for any other name. A suffix such as ".sc" names a variant of the same letter."""
    plain = name.removeprefix("/").split(".")[0]
    if match := _BY_CODE_POINT.match(plain):
        value = int(match[1] or match[2], 16)
        return chr(value) if value < 0x11_0000 else None
    return _LISTED.get(plain)


def _glyph_list() -> dict[str, str]:
    listed = {chr(code): chr(code) for code in range(128) if chr(code).isalpha()}
    listed |= dict(zip(_DIGITS, "0123456789", strict=True))
    for code in range(0xC0, 0x180):
        match = _LATIN.match(unicodedata.name(chr(code)))
        if match and match[3] in _ACCENTS:
            letter = match[2] if match[1] == "CAPITAL" else match[2].lower()
            listed[letter + _ACCENTS[match[3]]] = chr(code)
    listed |= {"AE": "Æ", "ae": "æ", "OE": "Œ", "oe": "œ", "germandbls": "ß", "dotlessi": "ı", "Eth": "Ð", "eth": "ð"}
    listed |= {
        "Thorn": "Þ",
        "thorn": "þ",
        "fi": "fi",
        "fl": "fl",
        "ff": "ff",
        "ffi": "ffi",
        "ffl": "ffl",
        "lslash": "ł",
    }
    marks = ("space", "period", "comma", "colon", "semicolon", "hyphen", "minus", "parenleft", "parenright", "slash",
             "quoteright", "quoteleft", "quotesingle", "quotedbl", "quotedblleft", "quotedblright", "ampersand", "at",
             "numbersign", "dollar", "percent", "asterisk", "plus", "equal", "question", "exclam", "underscore",
             "bracketleft", "bracketright", "backslash", "bar", "less", "greater", "section", "bullet", "endash",
             "emdash", "nbspace", "ellipsis", "degree", "copyright", "registered", "trademark", "grave", "acute",
             "braceleft", "braceright", "asciitilde", "asciicircum", "paragraph")  # fmt: skip
    return listed | dict.fromkeys(marks, " ")


_LISTED = _glyph_list()


def _to_unicode(stream: Object | None) -> dict[int, str]:
    """What a ToUnicode map says, code by code; nothing where there is none. Damaged entries are passed over."""
    if not isinstance(stream, Stream):
        return {}
    says: dict[int, str] = {}
    for kind, body in _SECTION.findall(stream.read_bytes()):
        entries = _entries(body)
        if kind == b"bfchar":
            for single, text in zip(entries[::2], entries[1::2], strict=False):
                if isinstance(single, bytes) and isinstance(text, bytes):
                    says[int.from_bytes(single)] = text.decode("utf-16-be", "replace")
            continue
        for low, high, text in zip(entries[::3], entries[1::3], entries[2::3], strict=False):
            if not isinstance(low, bytes) or not isinstance(high, bytes):
                continue
            codes = range(int.from_bytes(low), min(int.from_bytes(high), int.from_bytes(low) + _MOST_CODES) + 1)
            if isinstance(text, list):
                says |= {code: one.decode("utf-16-be", "replace") for code, one in zip(codes, text, strict=False)}
            else:
                first = int.from_bytes(text[-2:])
                for step, code in enumerate(codes):
                    last = ((first + step) & 0xFFFF).to_bytes(2)
                    says[code] = (text[:-2] + last).decode("utf-16-be", "replace")
    return says


def _entries(body: bytes) -> list[bytes | list[bytes]]:
    """The section's hexadecimal strings; those in brackets as one list."""
    entries: list[bytes | list[bytes]] = []
    inside: list[bytes] | None = None
    for match in _TOKEN.finditer(body):
        if match[2]:
            inside = []
        elif match[3]:
            entries.append(inside or [])
            inside = None
        else:
            digits = b"".join(match[1].split())
            value = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
            if inside is None:
                entries.append(value)
            else:
                inside.append(value)
    return entries


def _silent_map() -> bytes:
    """A ToUnicode map in which every code of one byte stands for the replacement character."""
    lines = []
    for first in range(0, 256, 64):
        lines.append("64 beginbfchar")
        lines += [f"<{code:02X}> <FFFD>" for code in range(first, first + 64)]
        lines.append("endbfchar")
    body = "\n".join(lines)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Silent def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{body}\nendcmap end end\n"
    ).encode("ascii")
