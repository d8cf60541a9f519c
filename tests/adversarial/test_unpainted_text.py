"""A name that is on the page and cannot be seen there: no ink, ink of the paper's colour, or beside the paper."""

from __future__ import annotations

import pikepdf
import pytest
from attacked_matter import Produced, assert_clean, produced, sheet
from drawn_originals import SECRET, Change, array, words
from pikepdf import Dictionary, Pdf


def crop(pdf: Pdf, page: pikepdf.Page) -> None:
    page.obj.CropBox = array(36, 36, 576, 756)


def see_through(pdf: Pdf, page: pikepdf.Page) -> None:
    page.obj.Resources.ExtGState = Dictionary(G0=Dictionary(ca=0, CA=0))


ATTACKS: dict[str, tuple[bytes, Change | None]] = {
    "white": (words(72, 100, SECRET, before="1 g"), None),
    "no ink": (words(72, 100, SECRET, before="3 Tr"), None),
    "clip only": (words(72, 100, SECRET, before="7 Tr"), None),
    "outside the crop box": (words(72, 785, SECRET), crop),
    "outside the page": (words(72, 900, SECRET), None),
    "transparent": (b"q /G0 gs " + words(72, 100, SECRET) + b"Q\n", see_through),
    "clipped away": (b"q 10 10 5 5 re W n\n" + words(72, 100, SECRET) + b"Q\n", None),
}


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    attacks = enumerate(ATTACKS.items())
    originals = {name: sheet(number, content, change=change) for number, (name, (content, change)) in attacks}
    originals["too small to see"] = sheet(99, words(72, 100, SECRET, size=0.5))
    return produced(tmp_path_factory.mktemp("matter"), originals)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_that_nobody_sees_is_in_no_copy(copies: dict[str, Produced], attack: str) -> None:
    assert_clean(copies[attack])


def test_a_name_too_small_for_a_box_that_can_be_checked_is_held(copies: dict[str, Produced]) -> None:
    assert copies["too small to see"].status == "held"
