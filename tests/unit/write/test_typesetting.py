"""Text written in one form looks as it did, and no operand tells any more where the last word ended."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from drawn_originals import HEIGHT, array, drawn, helvetica, rendered, words
from pikepdf import Dictionary, Name, Pdf

from redactor.write.shows import Piece, UnsettableError
from redactor.write.typesetting import SetPage

EVERY_OPERATOR = (
    b"BT /F1 12 Tf 14 TL 72 700 Td (First line) Tj T* (second) Tj 0 -20 TD (third) Tj T* (fourth) Tj "
    b"3 Tc (spaced) ' 0 Tc 5 2 (words set apart) \" 0 Tw 80 Tz 0 -20 Td (narrow) Tj 100 Tz 4 Ts (raised) Tj 0 Ts "
    b"0 -20 Td [(ker)-200(ned )120(and)] TJ ( following) Tj ET "
    b"q 0.5 0 0 0.5 0 0 cm BT /F1 30 Tf 0.9 0.1 -0.1 0.9 144 400 Tm (leaning) Tj ( on) Tj ET Q "
    b"q 1 0 0 rg BT /F1 9 Tf 1 0 0 1 300 300 Tm (red) Tj 0 0 1 rg ( blue) Tj ET Q"
)


def set_again(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            SetPage(pdf, page.obj, HEIGHT).write()
        buffer = io.BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()


def contents(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return bytes(pdf.pages[0].Contents.read_bytes())


def in_forms(pdf: Pdf, page: pikepdf.Page) -> None:
    """A form within a form, shown twice on each page, and by all pages."""
    first = pdf.pages[0].obj.Resources
    if "/XObject" not in first:
        inner = pdf.make_stream(words(10, 780, "Inner") + b"BT 12 0 Td (more) Tj ET", BBox=array(0, 0, 200, 40))
        inner.Type, inner.Subtype, inner.Resources = Name.XObject, Name.Form, Dictionary(Font=first.Font)
        outer = pdf.make_stream(b"q 1 0 0 1 0 20 cm /X1 Do Q " + words(10, 785, "Outer"), BBox=array(0, 0, 300, 90))
        outer.Type, outer.Subtype, outer.Matrix = Name.XObject, Name.Form, array(1, 0, 0, 1, 50, 300)
        outer.Resources = Dictionary(Font=first.Font, XObject=Dictionary(X1=inner))
        first.XObject = Dictionary(X0=pdf.make_indirect(outer))
    page.obj.Resources.XObject = first.XObject


def test_every_way_to_place_text_ends_in_the_same_picture() -> None:
    data = drawn(EVERY_OPERATOR)
    assert rendered(set_again(data), scale=3) == rendered(data, scale=3)


def test_no_text_is_placed_by_what_came_before() -> None:
    assert re.findall(rb"\s(Td|TD|T\*|TL|'|\")\s", contents(set_again(drawn(EVERY_OPERATOR)))) == []


def test_forms_that_show_text_are_set_where_they_are_shown() -> None:
    data = drawn(b"/X0 Do q 1 0 0 1 100 100 cm /X0 Do Q", b"q 0.5 0 0 0.5 0 0 cm /X0 Do Q", change=in_forms)
    again = set_again(data)
    assert all(rendered(again, page) == rendered(data, page) for page in (1, 2))


def test_words_move_along_their_line_and_leave_their_blanks_behind() -> None:
    with pikepdf.open(io.BytesIO(drawn(words(72, 72, "one two")))) as pdf:
        page = SetPage(pdf, pdf.pages[0].obj, HEIGHT)
        (show,) = page.shows
        show.pieces = [Piece(0, 3), Piece(4, 7, shift=10, natural=True)]
        page.write()
        content = pdf.pages[0].Contents.read_bytes()
    assert b"1 0 0 1 72 720 Tm <6f6e65> Tj" in content
    assert b"<74776f> Tj" in content
    assert b"<20>" not in content and b"6520" not in content


def test_a_clipping_path_does_not_cut_words_that_moved() -> None:
    clipped = b"q 70 700 60 40 re W n " + words(72, 72, "one two") + b"Q q 300 300 9 9 re W n 300 300 50 50 re f Q"
    with pikepdf.open(io.BytesIO(drawn(clipped))) as pdf:
        page = SetPage(pdf, pdf.pages[0].obj, HEIGHT)
        page.shows[0].pieces = [Piece(0, 7, shift=80)]
        page.write()
        assert pdf.pages[0].Contents.read_bytes().count(b"W\n") == 1  # the one that clips a drawing


def test_nothing_is_left_of_text_that_went() -> None:
    with pikepdf.open(io.BytesIO(drawn(b"q " + words(72, 72, "gone") + b"Q 1 g"))) as pdf:
        page = SetPage(pdf, pdf.pages[0].obj, HEIGHT)
        page.shows[0].pieces = []
        page.write()
        assert b"BT" not in pdf.pages[0].Contents.read_bytes()


@pytest.mark.parametrize("content", [b"BT /F1 /F1 Tf (one) Tj ET", b"BT /F1 9 Tf 1 0 Td (one) TJ ET", b"1 0 0 cm"])
def test_a_page_with_operands_of_another_kind_is_not_set(content: bytes) -> None:
    with pikepdf.open(io.BytesIO(drawn(content))) as pdf, pytest.raises(UnsettableError):
        SetPage(pdf, pdf.pages[0].obj, HEIGHT)


def test_a_page_in_a_font_without_widths_is_not_set() -> None:
    def strange(_: Pdf, page: pikepdf.Page) -> None:
        font = helvetica()
        font.BaseFont = Name("/Unheard-Of")
        page.obj.Resources.Font.F1 = font

    with (
        pikepdf.open(io.BytesIO(drawn(words(72, 72, "one"), change=strange))) as pdf,
        pytest.raises(UnsettableError, match="widths"),
    ):
        SetPage(pdf, pdf.pages[0].obj, HEIGHT)
