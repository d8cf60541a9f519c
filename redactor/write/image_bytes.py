"""Image data down to its pixels: what a codec, a profile or a palette carries beside them is left behind."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pikepdf
from pikepdf import Array, Name, Object, Stream, String

_ADOBE = 0xEE
"""APP14, which says how the colours of a JPEG are coded (Adobe Technical Note 5116)."""

_ADOBE_LENGTH = 14
_START_OF_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_STANDALONE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Markers without a body: TEM and the restart markers (ITU-T T.81, table B.1)."""

_APPLICATION = frozenset(range(0xE0, 0xF0))

_JPX_KEPT = (b"jP  ", b"ftyp", b"jp2h", b"jp2c")
_JPX_HEADER_KEPT = (b"ihdr", b"bpcc", b"colr", b"pclr", b"cmap", b"cdef")
_JPX_COMMENT, _JPX_TILE = 0xFF64, 0xFF90

_ICC_HEADER, _ICC_ENTRY = 128, 12
_ICC_NUMBERS = frozenset((
    b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"wtpt", b"bkpt", b"chad", b"lumi", b"gamt",
    b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2",
))  # fmt: skip
"""Tags that hold numbers and no words (ICC.1:2022, 9.2)."""

_ICC_COMPUTED = {b"XYZ ", b"curv", b"para", b"sf32", b"mft1", b"mft2", b"mAB ", b"mBA "}


def plain_jpeg(raw: bytes) -> bytes:
    """The JPEG without comments and application segments, except Adobe's, between its scans too, and without what
    follows its end. Bytes that are no JPEG are given back."""
    if raw[:2] != b"\xff\xd8":
        return raw
    kept, at = bytearray(b"\xff\xd8"), 2
    while at + 2 <= len(raw):
        marker = raw[at + 1]
        if raw[at] != 0xFF or marker == 0xFF:  # stray bytes and fill bytes before a marker
            at += 1
            continue
        if marker == _END:
            break
        if marker in _STANDALONE:
            kept += raw[at : at + 2]
            at += 2
            continue
        end = at + 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
        if _is_needed(marker, raw[at + 4 : end]):
            kept += raw[at:end]
        at = end
        if marker == _START_OF_SCAN:
            end = _end_of_scan(raw, at)
            kept += raw[at:end]
            at = end
    return bytes(kept) + b"\xff\xd9"


def _is_needed(marker: int, body: bytes) -> bool:
    if marker == _ADOBE:
        return body.startswith(b"Adobe") and len(body) == _ADOBE_LENGTH - 2
    return marker != _COMMENT and marker not in _APPLICATION


def _end_of_scan(raw: bytes, at: int) -> int:
    """Where coded data ends: at the next marker that is neither a stuffed zero nor a restart (ITU-T T.81, B.1.1.5)."""
    while (at := raw.find(b"\xff", at)) >= 0 and at + 1 < len(raw):
        if raw[at + 1] != 0x00 and raw[at + 1] not in _STANDALONE and raw[at + 1] != 0xFF:
            return at
        at += 1
    return len(raw)


def plain_jpx(raw: bytes) -> bytes:
    """The JPEG 2000 image with the boxes that paint, and its codestream without comments (ISO/IEC 15444-1)."""
    if raw[:4] == b"\xff\x4f\xff\x51":
        return _plain_codestream(raw)
    kept = bytearray()
    for kind, body in _boxes(raw):
        if kind == b"jp2h":
            body = b"".join(_box(inner, data) for inner, data in _boxes(body) if inner in _JPX_HEADER_KEPT)
        elif kind == b"jp2c":
            body = _plain_codestream(body)
        if kind in _JPX_KEPT:
            kept += _box(kind, body)
    return bytes(kept)


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        length, kind, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if length == 1:
            length, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        end = at + length if length else len(data)
        if end < at + head:
            return
        yield kind, data[at + head : end]
        at = end


def _box(kind: bytes, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4, "big") + kind + body


def _plain_codestream(data: bytes) -> bytes:
    """Without comments of the main header. Those of tile headers are passed over: tile lengths count them."""
    kept, at = bytearray(data[:2]), 2
    while at + 4 <= len(data) and (marker := int.from_bytes(data[at : at + 2], "big")) != _JPX_TILE:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker != _JPX_COMMENT:
            kept += data[at:end]
        at = end
    end = data.rfind(b"\xff\xd9")
    return bytes(kept) + data[at : end + 2 if end > at else len(data)]


def plain_profile(data: bytes) -> bytes | None:
    """The ICC profile with numbers only, colours unchanged: no description, copyright, maker or date. None where it
    cannot be read as one, and the colours are the device's."""
    if len(data) < _ICC_HEADER + 4 or data[36:40] != b"acsp":
        return None
    count = int.from_bytes(data[_ICC_HEADER : _ICC_HEADER + 4], "big")
    tags: list[tuple[bytes, bytes]] = []
    for number in range(min(count, 100)):
        entry = data[_ICC_HEADER + 4 + number * _ICC_ENTRY :][:_ICC_ENTRY]
        kind, start, length = entry[:4], int.from_bytes(entry[4:8], "big"), int.from_bytes(entry[8:12], "big")
        body = data[start : start + length]
        if kind in _ICC_NUMBERS and body[:4] in _ICC_COMPUTED:
            tags.append((kind, body))
    if not tags:
        return None
    header = bytearray(data[:_ICC_HEADER])
    for start, end in ((4, 8), (24, 36), (40, 64), (80, 128)):  # preferred engine, date, platform to attributes, maker
        header[start:end] = bytes(end - start)
    header[64:68] = data[64:68]
    table, bodies = bytearray(len(tags).to_bytes(4, "big")), bytearray()
    first = _ICC_HEADER + 4 + len(tags) * _ICC_ENTRY
    for kind, body in tags:
        table += kind + (first + len(bodies)).to_bytes(4, "big") + len(body).to_bytes(4, "big")
        bodies += body + bytes(-len(body) % 4)
    header[0:4] = (first + len(bodies)).to_bytes(4, "big")
    return bytes(header + table + bodies)


def keep_pixels(image: Stream) -> None:
    """Cut an image's samples to what its size asks for, and its palette to the colours that its samples use.

    Images whose codec says where they end are left to ``plain_jpeg`` and ``plain_jpx``.
    """
    width, height, bits = int(image.get("/Width", 0)), int(image.get("/Height", 0)), _bits(image)
    parts = _components(image)
    try:
        samples = image.read_bytes()
    except (pikepdf.PdfError, NotImplementedError):
        return
    if not parts or width * height <= 0:
        return
    row = (width * bits * parts + 7) // 8
    if len(samples) > row * height:
        samples = samples[: row * height]
        image.write(samples)
        if "/DecodeParms" in image:
            del image["/DecodeParms"]
    space = image.get("/ColorSpace")
    if isinstance(space, Array) and len(space) == 4 and space[0] == Name.Indexed and bits <= 8:
        image.ColorSpace = Array([space[0], space[1], space[2], String(_palette(space, samples, width, bits))])


def _palette(space: Array, samples: bytes, width: int, bits: int) -> bytes:
    """The palette's colours for the codes that occur; the others are zero."""
    table = bytes(space[3].read_bytes()) if isinstance(space[3], Stream) else bytes(space[3])
    parts = _components_of(space[1])
    if not parts:
        return table
    row = (width * bits + 7) // 8
    rows = np.frombuffer(samples[: len(samples) // row * row], np.uint8).reshape(-1, row).astype(np.int64)
    if bits < 8:
        places = np.arange(8 // bits)[::-1] * bits
        rows = ((rows[..., None] >> places) & ((1 << bits) - 1)).reshape(len(rows), -1)[:, :width]
    used = set(np.unique(rows).tolist())
    codes = range(int(space[2]) + 1)
    return b"".join(table[c * parts : (c + 1) * parts] if c in used else bytes(parts) for c in codes)


def _bits(image: Stream) -> int:
    return 1 if image.get("/ImageMask", False) else int(image.get("/BitsPerComponent", 8))


def _components(image: Stream) -> int:
    """Samples a pixel, or none where the colour space does not say."""
    if image.get("/ImageMask", False):
        return 1
    return _components_of(image.get("/ColorSpace"))


def _components_of(space: Object | None) -> int:
    known = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4}
    known |= {"/Indexed": 1, "/Separation": 1}
    if isinstance(space, Name):
        return known.get(str(space), 0)
    if not isinstance(space, Array) or not len(space):
        return 0
    if space[0] == Name.ICCBased and isinstance(space[1], Stream):
        return int(space[1].get("/N", 0))
    if space[0] == Name.DeviceN and isinstance(space[1], Array):
        return len(space[1])
    return known.get(str(space[0]), 0)
