"""A name in what a file keeps of its past: revisions before the last one, and objects packed into streams."""

from __future__ import annotations

import io

import pikepdf
import pytest
from attacked_matter import PLAIN, Produced, assert_clean, produced, sheet
from drawn_originals import SECRET, words


def revised() -> bytes:
    """The page's content replaced by an update at the end of the file; the first content is still there."""
    before = sheet(1, words(72, 100, SECRET))
    with pikepdf.open(io.BytesIO(before)) as pdf:
        content = pdf.pages[0].obj.Contents.objgen[0]
        root, size = pdf.Root.objgen[0], len(pdf.objects) + 1
    clean = words(72, 72, PLAIN)
    at = len(before) + 1
    update = b"\n%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (content, len(clean), clean)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (content, at)
    previous = before[before.rindex(b"startxref") :].split()[1]
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %s >>\n" % (size, root, previous)
    return before + update + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (at - 1 + len(update))


def packed() -> bytes:
    """All objects in object streams, one of them a value that nothing shows."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(sheet(2, words(72, 100, SECRET)))) as pdf:
        pdf.Root.PieceInfo = pdf.make_indirect(pikepdf.Dictionary(App=pikepdf.String(SECRET)))
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    tail = sheet(3) + SECRET.encode() + b"\n" + SECRET.encode("utf-16-be")
    return produced(
        tmp_path_factory.mktemp("matter"), {"revised": revised(), "packed": packed(), "after the end": tail}
    )


@pytest.mark.parametrize("attack", ["revised", "packed", "after the end"])
def test_a_name_in_the_files_past_is_in_no_copy(copies: dict[str, Produced], attack: str) -> None:
    assert_clean(copies[attack])
