"""Text that a page holds and does not show goes into the page's hidden passage, and out of the flattened page."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from drawn_originals import SECRET, array, drawn, fill, helvetica, leaks, picture, read, words
from pikepdf import Dictionary, Name, Pdf, String

from redactor.model import Document

SHOWN = words(72, 72, "The van left at noon.")


def hidden(document: Document) -> str:
    texts = [passage.text for passage in document.passages if passage.address == "p1/hidden"]
    return "".join(texts)


def assert_hidden(document: Document) -> None:
    assert SECRET in hidden(document)
    assert document.passage("p1").text == "The van left at noon.\n"
    assert leaks(document.flattened.read_bytes()) == []


def test_invisible_text(tmp_path: Path) -> None:
    assert_hidden(read(drawn(SHOWN + words(72, 300, SECRET, before="3 Tr") + b"0 Tr\n"), tmp_path))


def test_invisible_text_in_a_line_leaves_what_follows_in_its_place(tmp_path: Path) -> None:
    start = b"BT /F1 11 Tf 1 0 0 1 72 720 Tm (Seen ) Tj "
    plain = read(drawn(start + f"({SECRET}) Tj (after) Tj ET\n".encode()), tmp_path)
    document = read(drawn(start + f"3 Tr ({SECRET}) Tj 0 Tr (after) Tj ET\n".encode()), tmp_path)
    assert document.passage("p1").text == "Seen\tafter\n"
    assert document.passage("p1").words[1].quad.ur[0] == pytest.approx(plain.passage("p1").words[2].quad.ur[0], abs=0.1)
    assert leaks(document.flattened.read_bytes()) == []


@pytest.mark.parametrize("membership", ["group", "any of a set"])
def test_text_in_a_layer_that_is_off(membership: str, tmp_path: Path) -> None:
    def off(pdf: Pdf, page: pikepdf.Page) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
        pdf.Root.OCProperties = Dictionary(OCGs=array(group), D=Dictionary(OFF=array(group)))
        one_of = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=array(group)))
        page.obj.Resources.Properties = Dictionary(M0=group if membership == "group" else one_of)

    assert_hidden(read(drawn(SHOWN + b"/OC /M0 BDC\n" + words(72, 300, SECRET) + b"EMC\n", change=off), tmp_path))


def test_a_form_that_belongs_to_a_layer_that_is_off(tmp_path: Path) -> None:
    def off(pdf: Pdf, page: pikepdf.Page) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
        pdf.Root.OCProperties = Dictionary(OCGs=array(group), D=Dictionary(BaseState=Name.OFF))
        form = pdf.make_stream(words(72, 300, SECRET), Type=Name.XObject, Subtype=Name.Form, OC=group)
        form.BBox, form.Resources = array(0, 0, 612, 792), page.obj.Resources
        page.obj.Resources = Dictionary(Font=page.obj.Resources.Font, XObject=Dictionary(X0=form))

    assert_hidden(read(drawn(SHOWN + b"/X0 Do\n", change=off), tmp_path))


def test_text_outside_the_crop_box(tmp_path: Path) -> None:
    def crop(_: Pdf, page: pikepdf.Page) -> None:
        page.obj.CropBox = array(0, 600, 612, 792)

    assert_hidden(read(drawn(SHOWN + words(72, 300, SECRET), change=crop), tmp_path))


def test_text_outside_the_media_box(tmp_path: Path) -> None:
    assert_hidden(read(drawn(SHOWN + words(72, 900, SECRET)), tmp_path))


UNDER = words(72, 300, SECRET)


def _image(pdf: Pdf, page: pikepdf.Page) -> None:
    page.obj.Resources.XObject = Dictionary(I0=picture(pdf, bytes(range(64)) * 2, 16, 8))


def _form(pdf: Pdf, page: pikepdf.Page) -> None:
    form = pdf.make_stream(fill(60, 285, 250, 310), Type=Name.XObject, Subtype=Name.Form, BBox=array(0, 0, 612, 792))
    page.obj.Resources.XObject = Dictionary(X0=form)


def _annotation(pdf: Pdf, page: pikepdf.Page) -> None:
    """A highlight in black, multiplied: nothing is seen through it."""
    look = pdf.make_stream(b"/GS gs 0 g 60 482 190 25 re f", Type=Name.XObject, Subtype=Name.Form)
    look.BBox, look.Resources = (
        array(60, 482, 250, 507),
        Dictionary(ExtGState=Dictionary(GS=Dictionary(BM=Name.Multiply))),
    )
    page.obj.Annots = array(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Highlight, Rect=array(60, 482, 250, 507), F=4, C=array(0, 0, 0),
            QuadPoints=array(60, 507, 250, 507, 60, 482, 250, 482), AP=Dictionary(N=look),
        )
    )  # fmt: skip


COVERED = {
    "a black box": (UNDER + fill(60, 285, 250, 310), None),
    "a white box": (UNDER + fill(60, 285, 250, 310, "1 g"), None),
    "a box just as high as its capitals": (UNDER + fill(71, 291.5, 170, 300.5), None),
    "two boxes side by side": (UNDER + fill(60, 285, 110, 310) + fill(109, 285, 250, 310, "1 0 0 rg"), None),
    "a marker's broad stroke": (UNDER + b"q 20 w 60 495 m 260 495 l S Q\n", None),
    "an image": (UNDER + b"q 190 0 0 25 60 482 cm /I0 Do Q\n", _image),
    "a box in a form": (UNDER + b"/X0 Do\n", _form),
    "a black highlight": (UNDER, _annotation),
}


@pytest.mark.parametrize(("content", "change"), COVERED.values(), ids=COVERED.keys())
def test_text_that_somebody_painted_over(content: bytes, change: object, tmp_path: Path) -> None:
    assert_hidden(read(drawn(SHOWN + content, change=change), tmp_path))  # type: ignore[arg-type]


def test_what_is_written_on_the_box_stays(tmp_path: Path) -> None:
    content = UNDER + fill(60, 285, 250, 310) + words(72, 300, "(b)(7)(C)", size=11, before="1 g")
    document = read(drawn(content), tmp_path)
    assert document.passage("p1").text == "(b)(7)(C)\n"
    assert SECRET in hidden(document)
    assert leaks(document.flattened.read_bytes()) == []


def test_the_new_text_over_a_whited_out_one_stays(tmp_path: Path) -> None:
    content = UNDER + fill(60, 285, 250, 310, "1 g") + words(72, 300, "Mr. Nobody")
    document = read(drawn(content), tmp_path)
    assert document.passage("p1").text == "Mr. Nobody\n"
    assert leaks(document.flattened.read_bytes()) == []


def _states(pdf: Pdf, page: pikepdf.Page) -> None:
    clear, multiply = Dictionary(ca=0.4), Dictionary(BM=Name.Multiply)
    page.obj.Resources.ExtGState = Dictionary(Clear=clear, Multiply=multiply)


SEEN = {
    "on a coloured ground": fill(60, 285, 250, 310, "0.9 0.9 0.2 rg") + UNDER,
    "in white on a black ground": fill(60, 285, 250, 310) + words(72, 300, SECRET, before="1 g"),
    "under a transparent box": UNDER + b"q /Clear gs\n" + fill(60, 285, 250, 310, "1 1 0 rg") + b"Q\n",
    "under a multiplied highlight": UNDER + b"q /Multiply gs\n" + fill(60, 285, 250, 310, "1 1 0 rg") + b"Q\n",
    "in a frame drawn later": UNDER + b"q 60 482 190 25 re S Q\n",
    "over a rule": UNDER + b"q 0.8 w 60 496 m 250 496 l S Q\n",
    "beside a box": UNDER + fill(175, 285, 250, 310),
    "under a box that is clipped away": UNDER + b"q 300 300 10 10 re W n\n" + fill(60, 285, 250, 310) + b"Q\n",
}


@pytest.mark.parametrize("content", SEEN.values(), ids=SEEN.keys())
def test_text_that_shows_is_not_taken_for_covered(content: bytes, tmp_path: Path) -> None:
    document = read(drawn(content, change=_states), tmp_path)
    assert document.passage("p1").text == f"{SECRET}\n"
    assert hidden(document) == ""


def test_a_word_that_a_box_cuts_loses_only_its_covered_letters(tmp_path: Path) -> None:
    document = read(drawn(words(72, 300, "AAAABBBB", size=20) + fill(72, 280, 125.4, 310)), tmp_path)
    assert document.passage("p1").text == "BBBB\n"
    assert "AAAABBBB" in hidden(document)


def test_a_form_that_two_pages_show_loses_its_text_only_where_it_is_covered(tmp_path: Path) -> None:
    data = drawn(SHOWN + b"/X0 Do\n" + fill(60, 285, 250, 310), SHOWN + b"/X0 Do\n")
    path = tmp_path / "shared.pdf"
    path.write_bytes(data)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        form = pdf.make_stream(UNDER, Type=Name.XObject, Subtype=Name.Form, BBox=array(0, 0, 612, 792))
        form.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(helvetica())))
        for page in pdf.pages:
            page.obj.Resources.XObject = Dictionary(X0=form)
        pdf.save(path)
    document = read(path.read_bytes(), tmp_path)
    assert document.passage("p1").text == "The van left at noon.\n"
    assert document.passage("p2").text == f"The van left at noon.\n{SECRET}\n"
