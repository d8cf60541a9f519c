"""How large a packed stream becomes, found out without holding what it becomes: a few hundred kilobytes may unpack to
gigabytes. Two stages read streams of files that nobody vouches for: the attached ones, and those of pages."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence

MIB = 1 << 20

MOST_ATTACHED = 1024 * MIB
"""Bytes of one attached file."""

_PIECE = MIB
_DEFLATE_RATIO = 1_032
"""By how much one Flate filter enlarges at the most (zlib, Technical Details, "Maximum Expansion Factor")."""

_FLATE, _BASE_85, _HEX = ("FlateDecode", "Fl"), ("ASCII85Decode", "A85"), ("ASCIIHexDecode", "AHx")


def fits(raw: bytes, filters: Sequence[str], most: int) -> bool:
    """Whether the stream unpacks to no more than ``most`` bytes. ``filters`` are the names of ISO 32000-1, table 6, in
    order, with or without abbreviations.

    Only the text filters and Flate are followed. LZW and run lengths enlarge too; there the size before them is asked,
    and the limit of the worker's memory is the last defence. Damaged data count up to the damage.
    """
    names = [name.lstrip("/") for name in filters]
    growth = _DEFLATE_RATIO ** sum(name in _FLATE for name in names) * 4 ** sum(name in _BASE_85 for name in names)
    if len(raw) * growth <= most:
        return True
    pieces: Iterable[bytes] = (raw,)
    for name in names:
        if name in _HEX:
            pieces = (_of_hex(b"".join(pieces)),)
        elif name in _BASE_85:
            pieces = (_of_base_85(b"".join(pieces)),)
        elif name in _FLATE:
            pieces = _inflated(pieces)
        else:
            break
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            return False
    return True


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        for piece in pieces:
            rest = piece
            while rest and not unpacker.eof:
                yield unpacker.decompress(rest, _PIECE)
                rest = unpacker.unconsumed_tail
        while not unpacker.eof and (more := unpacker.decompress(b"", _PIECE)):
            yield more
    except zlib.error:
        return


def _of_hex(data: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", data.split(b">", 1)[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _of_base_85(data: bytes) -> bytes:
    try:
        return base64.a85decode(data.split(b"~", 1)[0], ignorechars=b" \t\n\r\x0b\x0c\x00")
    except (ValueError, binascii.Error):
        return b""
