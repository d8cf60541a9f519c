"""Files that two readers read differently: one object twice, one key twice, lengths and tables that lie, hidden in
what one reader skips. They are made one file by one reader, or refused."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest
from attacked_matter import PLAIN, Produced, sheet
from drawn_originals import words
from hiding import Attack, Ending, assert_safe, endings_of, fooling, left_by_naive, unclaimed_left, unseen


def contents_of(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return int(pdf.pages[0].obj.Contents.objgen[0])


def other_content(number: int, text: str) -> bytes:
    return words(72, 72, f"{PLAIN} Sheet {number}.") + words(72, 100, text)


def stream(number: int, content: bytes, *, length: int | None = None) -> bytes:
    size = len(content) if length is None else length
    return b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, size, content)


def object_twice(number: int, text: str) -> bytes:
    """The page's content again, with the words, in an object of the same number that no table lists."""
    data = sheet(number)
    again = stream(contents_of(data), other_content(number, text))
    return data.replace(b"\nxref\n", b"\n" + again + b"xref\n")


def object_twice_without_table(number: int, text: str) -> bytes:
    """The same, and the table is lost: a repair has to choose."""
    data = object_twice(number, text)
    return data[: data.rindex(b"xref\n", 0, data.rindex(b"startxref"))] + b"trailer\n<< /Root 1 0 R >>\n"


def key_twice(number: int, text: str) -> bytes:
    """Two contents of one page; readers take the first or the last."""
    data = sheet(number)
    content = contents_of(data)
    hidden = stream(90, other_content(number, text))
    data = data.replace(b"\nxref\n", b"\n" + hidden + b"xref\n")
    return data.replace(b"/Contents %d 0 R" % content, b"/Contents 90 0 R /Contents %d 0 R" % content)


def lying_length(number: int, text: str) -> bytes:
    """A stream that is longer than it says: strict readers stop early, others go on to ``endstream``."""
    data = sheet(number)
    content = contents_of(data)
    shown = words(72, 72, f"{PLAIN} Sheet {number}.")
    old = re.search(rb"\n%d 0 obj.*?endobj\n" % content, data, re.DOTALL)
    assert old
    new = b"\n" + stream(content, shown + words(72, 100, text), length=len(shown))
    return data.replace(old.group(), new)


def endstream_within(number: int, text: str) -> bytes:
    """A stream that holds ``endstream endobj`` and goes on after it."""
    data = sheet(number)
    content = contents_of(data)
    shown = words(72, 72, f"{PLAIN} Sheet {number}.") + b"\nendstream endobj\n" + words(72, 100, text)
    old = re.search(rb"\n%d 0 obj.*?endobj\n" % content, data, re.DOTALL)
    assert old
    return data.replace(old.group(), b"\n" + stream(content, shown))


def escaped_key(number: int, text: str) -> bytes:
    """The catalog's key for metadata spelled with an escape, which is the same key."""
    data = sheet(number)
    packet = b"91 0 obj\n<< /Type /Metadata /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(text), text.encode())
    data = data.replace(b"\nxref\n", b"\n" + packet + b"xref\n")
    return data.replace(b"/Type /Catalog", b"/Type /Catalog /Met#61data 91 0 R")


def two_files(number: int, text: str) -> bytes:
    """One file after another: readers begin at the end, or at the beginning."""
    return sheet(number, words(72, 100, text)) + sheet(number)


def two_files_turned(number: int, text: str) -> bytes:
    return sheet(number) + sheet(number, words(72, 100, text))


def behind_a_foreign_header(number: int, text: str) -> bytes:
    return b"<html><body>" + text.encode() + b"</body></html>\n" + sheet(number)


def locked(number: int, text: str) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(sheet(number, words(72, 100, text)))) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(user="secret", owner="whoever"))
    return buffer.getvalue()


def unlocked(number: int, text: str) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(sheet(number, words(72, 100, text)))) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(user="", owner="whoever"))
    return buffer.getvalue()


ATTACKS: dict[str, Attack] = {
    "object twice": Attack(object_twice, ending=Ending.EITHER, shows=True, fools=False),
    "object twice without a table": Attack(object_twice_without_table, ending=Ending.EITHER, shows=True, fools=False),
    "key twice": Attack(key_twice, ending=Ending.EITHER, shows=True, fools=False),
    "lying length": Attack(lying_length, ending=Ending.EITHER, shows=True, fools=False),
    "endstream within": Attack(endstream_within, ending=Ending.EITHER, shows=True, fools=False),
    "escaped key": Attack(escaped_key, ending=Ending.EITHER, fools=False),
    "two files": Attack(two_files, ending=Ending.EITHER, fools=False),
    "two files the other way round": Attack(two_files_turned, ending=Ending.EITHER, shows=True, fools=False),
    "behind a foreign header": Attack(behind_a_foreign_header, ending=Ending.EITHER, fools=False),
    "locked by a password": Attack(locked, ending=Ending.HELD, shows=True, fools=False),
    "locked by no password": Attack(unlocked, shows=True, fools=False),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_that_readers_read_differently_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_that_readers_read_differently_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_that_readers_read_differently(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
