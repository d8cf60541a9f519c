"""An agency's own cover over live text: boxes, pictures, patterns and marks do not give the text back."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from attacked_matter import Produced
from drawn_originals import array, fill, picture, words
from hiding import (
    Attack,
    Ending,
    Hide,
    assert_safe,
    endings_of,
    fooling,
    left_by_naive,
    on_page,
    unclaimed_left,
    unseen,
)
from pikepdf import Dictionary, Name, Pdf

CORNERS = (60, 285, 250, 310)
"""Of the cover, in points from the top left; the text lies at (72, 300)."""


def text_at(text: str) -> bytes:
    return words(72, 300, text)


def image(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.obj.Resources.XObject = Dictionary(X1=picture(pdf, bytes(64), 8, 8))


def stencil(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    mask = pdf.make_stream(bytes(1))
    mask.Type, mask.Subtype, mask.Width, mask.Height, mask.BitsPerComponent = Name.XObject, Name.Image, 1, 1, 1
    mask.ImageMask = True
    page.obj.Resources.XObject = Dictionary(X1=mask)


def form(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    box = pdf.make_stream(fill(*CORNERS))
    box.Type, box.Subtype, box.BBox = Name.XObject, Name.Form, array(0, 0, 612, 792)
    page.obj.Resources.XObject = Dictionary(X1=box)


def pattern(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    tile = pdf.make_stream(b"0 g 0 0 9 9 re f\n")
    for key, value in Dictionary(
        Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=array(0, 0, 9, 9), XStep=9, YStep=9,
        Resources=Dictionary(),
    ).items():  # fmt: skip
        tile[key] = value
    page.obj.Resources.Pattern = Dictionary(P1=tile)


def shading(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    ink = Dictionary(FunctionType=2, Domain=array(0, 1), C0=array(0), C1=array(0), N=1)
    page.obj.Resources.Shading = Dictionary(
        S1=Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceGray, Coords=array(0, 0, 1, 0), Function=ink, Extend=array(True, True)
        )
    )


def note(kind: str, **more: object) -> Hide:
    """An annotation over the text that is black, and which nobody applied."""

    def hide(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
        rect = array(60, 792 - 310, 250, 792 - 285)
        made = Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=rect, F=4, C=array(0, 0, 0), **more)
        page.obj.Annots = array(pdf.make_indirect(made))

    return hide


QUAD = array(60, 507, 250, 507, 60, 482, 250, 482)
ACROSS = f"{CORNERS[2] - CORNERS[0]} 0 0 25 60 {792 - 310}"

ATTACKS: dict[str, Attack] = {
    "black box": on_page(lambda t: text_at(t) + fill(*CORNERS)),
    "white box": on_page(lambda t: text_at(t) + fill(*CORNERS, "1 g")),
    "box of two halves": on_page(lambda t: text_at(t) + fill(60, 285, 150, 310) + fill(150, 285, 250, 310)),
    "broad stroke": on_page(lambda t: text_at(t) + b"q 20 w 60 496 m 250 496 l S Q\n"),
    "curve that is filled": on_page(
        lambda t: text_at(t) + b"q 0 g 60 480 m 60 520 250 520 250 480 c h f 60 470 190 26 re f Q\n"
    ),
    "box in a form": on_page(lambda t: text_at(t) + b"/X1 Do\n", form),
    "picture": on_page(lambda t: text_at(t) + f"q {ACROSS} cm /X1 Do Q\n".encode(), image),
    "inline picture": on_page(
        lambda t: text_at(t) + f"q {ACROSS} cm BI /W 1 /H 1 /BPC 8 /CS /G ID ".encode() + b"\x00 EI Q\n"
    ),
    "stencil": on_page(lambda t: text_at(t) + f"q 0 g {ACROSS} cm /X1 Do Q\n".encode(), stencil),
    "pattern": on_page(lambda t: text_at(t) + b"q /Pattern cs /P1 scn 60 482 190 25 re f Q\n", pattern),
    "shading": on_page(lambda t: text_at(t) + b"q 60 482 190 25 re W n /S1 sh Q\n", shading),
    "blackened square": on_page(text_at, note("Square", IC=array(0, 0, 0), BS=Dictionary(W=1))),
    "black highlight": on_page(
        text_at, note("Highlight", QuadPoints=QUAD), ending=Ending.EITHER, shows=True, fools=False
    ),
    "ink": on_page(
        text_at, note("Ink", InkList=array(array(60, 496, 250, 496)), BS=Dictionary(W=24)), ending=Ending.EITHER
    ),
    "text over text": on_page(lambda t: text_at(t) + fill(*CORNERS, "1 g") + words(72, 300, "Two teams of four.")),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_under_a_cover_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_under_a_cover_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_under_a_cover(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
