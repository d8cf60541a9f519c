"""A name that is on the page and cannot be seen there: no ink, ink of the paper's colour, or beside the paper."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from attacked_matter import Produced
from drawn_originals import array, fill, words
from hiding import Attack, Ending, assert_safe, endings_of, fooling, left_by_naive, on_page, unclaimed_left, unseen
from pikepdf import Dictionary, Name, Pdf


def crop(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.obj.CropBox = array(36, 36, 576, 756)


def inherited_crop(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """The crop box and the rotation stand in the page tree."""
    pdf.Root.Pages.CropBox = array(36, 36, 576, 756)


def crop_upside_down(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.obj.CropBox = array(576, 756, 36, 36)


def crop_of_a_turned_page(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.obj.CropBox, page.obj.Rotate = array(36, 36, 576, 756), 90


def see_through(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.obj.Resources.ExtGState = Dictionary(G0=Dictionary(ca=0, CA=0))


def masked(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A soft mask through which nothing shows."""
    group = pdf.make_stream(b"0 g 0 0 612 792 re f\n")
    group.Type, group.Subtype, group.BBox = Name.XObject, Name.Form, array(0, 0, 612, 792)
    group.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=group)
    page.obj.Resources.ExtGState = Dictionary(G0=Dictionary(SMask=mask))


def lightened(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A blend mode in which black on white leaves white."""
    page.obj.Resources.ExtGState = Dictionary(G0=Dictionary(BM=Name.Lighten))


def no_ink(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A separation that no press has an ink for, and one at full strength that looks like paper."""
    white = Dictionary(FunctionType=2, Domain=array(0, 1), C0=array(1), C1=array(1), N=1)
    page.obj.Resources.ColorSpace = Dictionary(
        N0=array(Name.Separation, Name("/None"), Name.DeviceGray, white),
        W0=array(Name.Separation, Name("/Varnish"), Name.DeviceGray, white),
    )


def empty_pattern(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Some viewers paint the letters black instead."""
    tile = pdf.make_stream(b"")
    for key, value in Dictionary(
        Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=array(0, 0, 9, 9), XStep=9, YStep=9,
        Resources=Dictionary(),
    ).items():  # fmt: skip
        tile[key] = value
    page.obj.Resources.Pattern = Dictionary(P0=tile)


def form_in_no_mode(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A form that inherits the mode in which nothing is painted."""
    form = pdf.make_stream(words(72, 100, text))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, array(0, 0, 612, 792)
    form.Resources = Dictionary(Font=page.obj.Resources.Font)
    page.obj.Resources.XObject = Dictionary(X1=form)


def cut_form(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A form whose bounding box leaves its words outside."""
    form_in_no_mode(pdf, page, text)
    page.obj.Resources.XObject.X1.BBox = array(0, 0, 30, 30)


def state(content: bytes) -> bytes:
    return b"q /G0 gs " + content + b"Q\n"


def at(text: str, matrix: str, *, size: float = 11, before: str = "") -> bytes:
    return f"BT {before} /F1 {size:g} Tf {matrix} Tm ({text}) Tj ET\n".encode()


ATTACKS: dict[str, Attack] = {
    "white": on_page(lambda t: words(72, 100, t, before="1 g")),
    "white in other colours": on_page(
        lambda t: words(72, 100, t, before="0 0 0 0 k") + words(72, 130, t, before="1 1 1 rg")
    ),
    "nearly white": on_page(lambda t: words(72, 100, t, before="0.99 g")),
    "black on black": on_page(lambda t: fill(60, 85, 300, 105) + words(72, 100, t)),
    "grey on grey": on_page(lambda t: fill(60, 85, 300, 105, "0.5 g") + words(72, 100, t, before="0.5 g")),
    "white outline": on_page(lambda t: words(72, 100, t, before="1 Tr 1 G")),
    "no ink": on_page(lambda t: words(72, 100, t, before="3 Tr")),
    "no ink before the text object": on_page(lambda t: b"q 3 Tr " + words(72, 100, t) + b"Q\n"),
    "clip only": on_page(lambda t: words(72, 100, t, before="7 Tr")),
    "no ink in a form": on_page(lambda t: b"q 3 Tr /X1 Do Q\n", form_in_no_mode, ending=Ending.HELD),
    "outside a form's box": on_page(lambda t: b"/X1 Do\n", cut_form),
    "outside the crop box": on_page(lambda t: words(72, 785, t), crop),
    "outside an inherited crop box": on_page(lambda t: words(72, 785, t), inherited_crop),
    "outside a crop box upside down": on_page(lambda t: words(72, 785, t), crop_upside_down),
    "outside the crop box of a turned page": on_page(lambda t: words(72, 785, t), crop_of_a_turned_page),
    "outside the page": on_page(lambda t: words(72, 900, t)),
    "far outside the page": on_page(lambda t: at(t, "1 0 0 1 90000 -90000")),
    "transparent": on_page(lambda t: state(words(72, 100, t)), see_through),
    "behind a soft mask": on_page(lambda t: state(words(72, 100, t)), masked),
    "blended away": on_page(lambda t: fill(60, 85, 300, 105, "1 g") + state(words(72, 100, t)), lightened),
    "an ink that there is not": on_page(
        lambda t: words(72, 100, t, before="/N0 cs 1 scn"), no_ink, ending=Ending.EITHER
    ),
    "an ink like paper": on_page(lambda t: words(72, 100, t, before="/W0 cs 1 scn"), no_ink),
    "an empty pattern": on_page(
        lambda t: words(72, 100, t, before="/Pattern cs /P0 scn"), empty_pattern, shows=True, fools=False
    ),
    "clipped away": on_page(lambda t: b"q 10 10 5 5 re W n\n" + words(72, 100, t) + b"Q\n"),
    "clipped by nothing": on_page(lambda t: b"q 10 10 0 0 re W n\n" + words(72, 100, t) + b"Q\n"),
    "clipped by letters": on_page(
        lambda t: b"q BT 7 Tr /F1 11 Tf 1 0 0 1 400 300 Tm (x) Tj ET 0 Tr\n" + words(72, 100, t) + b"Q\n",
        ending=Ending.EITHER,
    ),
    "half a point high": on_page(lambda t: words(72, 100, t, size=0.5), ending=Ending.EITHER),
    "no size": on_page(lambda t: words(72, 100, t, size=0)),
    "no breadth": on_page(lambda t: at(t, "1 0 0 1 72 600", before="0 Tz")),
    "flattened": on_page(lambda t: at(t, "1 0 0 0 72 600")),
    "flattened by the page's matrix": on_page(lambda t: b"q 0 0 0 0 72 600 cm " + words(72, 100, t) + b"Q\n"),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_that_nobody_sees_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_that_nobody_sees_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_that_nobody_sees(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
