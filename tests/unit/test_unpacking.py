"""The size of a packed stream is found without unpacking it whole."""

from __future__ import annotations

import base64
import tracemalloc
import zlib

import pytest

from redactor.unpacking import fits

BLANKS = b" " * 3_000_000


@pytest.mark.parametrize(
    ("raw", "filters"),
    [
        (zlib.compress(BLANKS), ["/FlateDecode"]),
        (zlib.compress(BLANKS), ["/Fl"]),
        (zlib.compress(zlib.compress(BLANKS)), ["/FlateDecode", "/FlateDecode"]),
        (base64.a85encode(zlib.compress(BLANKS)) + b"~>", ["/ASCII85Decode", "/FlateDecode"]),
        (zlib.compress(BLANKS).hex().encode() + b">", ["/ASCIIHexDecode", "/FlateDecode"]),
        (BLANKS, []),
    ],
)
def test_what_unpacks_to_more_does_not_fit(raw: bytes, filters: list[str]) -> None:
    assert fits(raw, filters, len(BLANKS))
    assert not fits(raw, filters, len(BLANKS) - 1)


def test_damaged_data_count_up_to_the_damage() -> None:
    assert fits(zlib.compress(BLANKS)[:40], ["/FlateDecode"], len(BLANKS))
    assert fits(b"no packed data at all" * 400, ["/FlateDecode"], 500_000)


def test_a_bomb_is_measured_in_little_memory() -> None:
    packer = zlib.compressobj(9)
    bomb = b"".join([*(packer.compress(b" " * (1 << 20)) for _ in range(100)), packer.flush()])
    tracemalloc.start()
    try:
        assert not fits(bomb, ["/FlateDecode"], 90 << 20)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
