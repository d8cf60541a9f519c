"""A name in what a file keeps of its past: earlier revisions, objects that nothing refers to, pages that were removed,
and bytes before, between and after."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from attacked_matter import PLAIN, Produced, sheet
from drawn_originals import words
from hiding import Attack, assert_safe, beside, endings_of, fooling, left_by_naive, unclaimed_left, unseen
from pikepdf import Dictionary, Name, Pdf, String


def revised(number: int, text: str) -> bytes:
    """The page's content replaced by an update at the end of the file; the first content is still there."""
    before = sheet(number, words(72, 100, text))
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


def packed(number: int, text: str) -> bytes:
    """All objects in object streams, one of them a value that nothing shows."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(sheet(number))) as pdf:
        pdf.Root.PieceInfo = pdf.make_indirect(Dictionary(App=String(text)))
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def between(number: int, text: str) -> bytes:
    """Comments between the objects, an object of no table, and a comment after the header."""
    data = sheet(number)
    head, rest = data.split(b"\n", 1)
    lost = b"99 0 obj (%s) endobj\n%%%s\n" % (text.encode(), text.encode())
    return head + b"\n%" + text.encode() + b"\n" + rest.replace(b"\nxref\n", b"\n" + lost + b"xref\n")


def removed_page(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A page that is in no page tree, and which a bookmark and a structure element still hold."""
    font = Dictionary(Font=page.obj.Resources.Font)
    gone = pdf.make_indirect(Dictionary(Type=Name.Page, Resources=font, Contents=pdf.make_stream(words(72, 100, text))))
    pdf.Root.Outlines = Dictionary(First=Dictionary(Title=String("See"), Dest=pikepdf.Array([gone, Name.Fit])))
    pdf.Root.StructTreeRoot = Dictionary(K=Dictionary(S=Name.P, Pg=gone))


def in_the_tree_twice(number: int, text: str) -> bytes:
    """A first cross-reference table that leads to another page than the last one."""
    return revised(number, text).replace(b"/Prev", b"/XRefStm 17 /Prev")


TAIL = Attack(lambda n, t: sheet(n) + t.encode() + b"\n" + t.encode("utf-16-be"), fools=False)
ATTACKS: dict[str, Attack] = {
    "earlier revision": Attack(revised, fools=False),
    "object stream": Attack(packed),
    "between the objects": Attack(between, fools=False),
    "before the header": Attack(lambda n, t: t.encode() + b"\n" + sheet(n), fools=False),
    "after the end": TAIL,
    "page that was removed": beside(removed_page),
    "tables that disagree": Attack(in_the_tree_twice, fools=False),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_the_files_past_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_in_the_files_past_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_in_the_files_past(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
