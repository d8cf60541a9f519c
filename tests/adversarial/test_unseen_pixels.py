"""Words in pixels that nobody sees: previews, alternatives, what a clip or a mask cuts off, what lies under a cover."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from attacked_matter import Produced
from drawn_originals import array, fill, picture
from hiding import (
    Attack,
    Ending,
    assert_safe,
    beside,
    endings_of,
    fooling,
    left_by_naive,
    on_page,
    unclaimed_left,
    unseen,
)
from pikepdf import Dictionary, Name, Pdf
from PIL import Image, ImageDraw, ImageFont

SIDE, LOW = 640, 80
"""Pixels: an image of two strips, the upper one empty and the lower one with the words."""


def strips(text: str) -> Image.Image:
    image = Image.new("L", (SIDE, 2 * LOW), 255)
    pen = ImageDraw.Draw(image)
    pen.rectangle((10, 10, 90, 60), fill=40)
    pen.text((20, LOW + 16), text, fill=0, font=ImageFont.load_default(40))
    return image


def image_of(pdf: Pdf, text: str, **more: object) -> pikepdf.Stream:
    image = strips(text)
    return picture(pdf, image.tobytes(), *image.size, **more)


def as_x1(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.obj.Resources.XObject = Dictionary(X1=image_of(pdf, text))


def thumbnail(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.obj.Thumb = image_of(pdf, text)


def alternates(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    shown = picture(pdf, bytes([240]) * 4, 2, 2)
    shown.Alternates = array(Dictionary(Image=image_of(pdf, text), DefaultForPrinting=False))
    page.obj.Resources.XObject = Dictionary(X1=shown)


def masked(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A soft mask that lets the upper strip through and not the lower one."""
    mask = picture(pdf, b"\xff\x00", 1, 2)
    page.obj.Resources.XObject = Dictionary(X1=image_of(pdf, text, SMask=mask))


def stencilled(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """The same by an explicit mask of one bit."""
    mask = pdf.make_stream(b"\x00\x80")
    for key, value in Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=1, Height=2, BitsPerComponent=1, ImageMask=True
    ).items():
        mask[key] = value
    page.obj.Resources.XObject = Dictionary(X1=image_of(pdf, text, Mask=mask))


def not_painted(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.obj.Resources.XObject = Dictionary(X9=image_of(pdf, text))


PLACE = b"320 0 0 80 72 400 cm /X1 Do"
"""The whole image at (72, 312) to (392, 392) from the top; its lower strip is the lower half."""

ATTACKS: dict[str, Attack] = {
    "thumbnail": beside(thumbnail, pixels=True),
    "alternative": on_page(lambda t: b"q 9 0 0 9 300 300 cm /X1 Do Q\n", alternates, pixels=True),
    "image that nothing paints": beside(not_painted, pixels=True),
    "cut off by a clip": on_page(
        lambda t: b"q 72 440 320 40 re W n " + PLACE + b" Q\n", as_x1, pixels=True, ending=Ending.EITHER
    ),
    "cut off by the page": on_page(
        lambda t: b"q 320 0 0 80 72 -40 cm /X1 Do Q\n", as_x1, pixels=True, ending=Ending.EITHER
    ),
    "under a black box": on_page(
        lambda t: b"q " + PLACE + b" Q\n" + fill(72, 352, 392, 392), as_x1, pixels=True, ending=Ending.EITHER
    ),
    "under a white box": on_page(
        lambda t: b"q " + PLACE + b" Q\n" + fill(72, 352, 392, 392, "1 g"), as_x1, pixels=True, ending=Ending.EITHER
    ),
    "behind a soft mask": on_page(lambda t: b"q " + PLACE + b" Q\n", masked, pixels=True, ending=Ending.EITHER),
    "behind a stencil": on_page(lambda t: b"q " + PLACE + b" Q\n", stencilled, pixels=True, ending=Ending.EITHER),
    "shrunk to a point": on_page(
        lambda t: b"q 1 0 0 1 300 300 cm /X1 Do Q\n", as_x1, pixels=True, ending=Ending.EITHER
    ),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_unseen_pixels_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_in_unseen_pixels_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_in_unseen_pixels(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
