"""One page's words without the rest of its document; and what is gone or damaged is said so."""

from __future__ import annotations

import stat
import time
from pathlib import Path

import pytest
from factories import document

from redactor.errors import InputError
from redactor.model import Passage
from redactor.store import PageCache


def test_a_page_comes_back_as_it_was(tmp_path: Path) -> None:
    paper = document("First page", "Second page", more=(Passage("p2/hidden", "unseen", 2), Passage("meta:Title", "T")))
    cache = PageCache(tmp_path)
    cache.put(paper)
    assert cache.page(paper.id, 2) == (paper.passages[1], paper.passages[2])
    assert cache.passage(paper.id, "meta:Title") == paper.passages[3]
    assert cache.texts(paper.id) == [(1, "First page"), (2, "Second page")]
    assert (cache.furniture(paper.id).pages, cache.furniture(paper.id).passages) == (paper.pages, ())


def test_what_is_put_again_is_what_is_read(tmp_path: Path) -> None:
    cache = PageCache(tmp_path)
    cache.put(document("Before"))
    assert cache.texts(document("Before").id) == [(1, "Before")]
    time.sleep(0.01)
    cache.put(document("After, and longer"))
    assert cache.texts(document("After").id) == [(1, "After, and longer")]


def test_a_document_that_was_never_put_is_gone(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="are gone"):
        PageCache(tmp_path).page(document("x").id, 1)


def test_a_file_cut_anywhere_is_gone_and_no_traceback(tmp_path: Path) -> None:
    paper = document("Some words of a page", "More words")
    PageCache(tmp_path).put(paper)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    for length in range(0, len(whole) - 1, 11):
        path.write_bytes(whole[:length])
        with pytest.raises(InputError, match="are gone"):
            PageCache(tmp_path).texts(paper.id)
            PageCache(tmp_path).furniture(paper.id)


def test_pages_hold_words_and_are_for_their_owner_alone(tmp_path: Path) -> None:
    PageCache(tmp_path).put(document("Some words"))
    (path,) = tmp_path.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
