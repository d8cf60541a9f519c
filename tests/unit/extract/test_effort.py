"""A file that asks for more work than a document may take is refused before the work is done."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from drawn_originals import drawn, picture, words
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from redactor.errors import UnreadableDocumentError
from redactor.extract.effort import within_reason

PAGE = words(72, 72, "The van left at noon.")


def asked(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        within_reason(pdf)


def form(pdf: Pdf, content: bytes, **resources: Dictionary) -> Stream:
    stream = pdf.make_stream(content)
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 612, 792])
    stream.Resources = Dictionary({f"/{kind}": named for kind, named in resources.items()})
    return stream


def laughing(content: bytes, depth: int = 9, times: int = 10) -> bytes:
    """Forms, each of which paints the one below it ``times`` times."""

    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        inner = form(pdf, b"0 0 m 1 1 l S\n")
        for _ in range(depth):
            inner = form(pdf, b"/X0 Do\n" * times, XObject=Dictionary(X0=inner))
        page.obj.Resources.XObject = Dictionary(X0=inner)

    return drawn(content, change=change)


@pytest.mark.parametrize("content", [b"/X0 Do", b"/X#30 Do", b"/X0 % a remark\nDo"])
def test_forms_that_paint_forms_a_thousand_million_times_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError, match="page 1 paints forms"):
        asked(laughing(content))


def test_forms_painted_some_thousand_times_are_read() -> None:
    asked(laughing(b"/X0 Do", depth=3))


def test_a_form_that_paints_itself_is_left_to_the_readers_who_break_the_circle() -> None:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        itself = form(pdf, b"/X0 Do", XObject=Dictionary())
        itself.Resources.XObject.X0 = itself
        page.obj.Resources.XObject = Dictionary(X0=itself)

    asked(drawn(b"/X0 Do", change=change))


def test_soft_masks_and_patterns_within_each_other_count_as_forms_do() -> None:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        inner = form(pdf, b"0 0 m 1 1 l S\n")
        for _ in range(9):
            mask = Dictionary(Type=Name.ExtGState, SMask=Dictionary(S=Name.Luminosity, G=inner))
            inner = form(pdf, b"/G0 gs 0 0 1 1 re f\n" * 10, ExtGState=Dictionary(G0=mask))
        page.obj.Resources.ExtGState = Dictionary(
            G0=Dictionary(Type=Name.ExtGState, SMask=Dictionary(S=Name.Luminosity, G=inner))
        )

    with pytest.raises(UnreadableDocumentError, match="forms within forms"):
        asked(drawn(b"/G0 gs 0 0 1 1 re f", change=change))


def test_an_annotations_appearance_counts_too() -> None:
    data = laughing(b"")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0].obj
        page.Annots = Array(
            [Dictionary(Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), AP=Dictionary(N=page.Resources.XObject.X0))]
        )
        with pytest.raises(UnreadableDocumentError, match="forms within forms"):
            within_reason(pdf)


def packed(pdf: Pdf, size: int, times: int = 1) -> Stream:
    """A stream of so many blanks, packed ``times`` times over."""
    data = b" " * size
    for _ in range(times):
        data = zlib.compress(data)
    return pikepdf.Stream(pdf, data, Filter=Array([Name.FlateDecode] * times))


@pytest.mark.parametrize("times", [1, 2])
def test_content_that_unpacks_to_a_flood_of_blanks_is_refused(times: int) -> None:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        page.obj.Contents = packed(pdf, 40 << 20, times)

    with pytest.raises(UnreadableDocumentError, match="content is larger"):
        asked(drawn(PAGE, change=change))


def test_content_in_many_parts_is_one() -> None:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        part = packed(pdf, 12 << 20)
        page.obj.Contents = Array([part, part, part])

    with pytest.raises(UnreadableDocumentError, match="content is larger"):
        asked(drawn(PAGE, change=change))


@pytest.mark.parametrize("side", [30_000, 2_000])
def test_an_image_as_large_as_a_field_is_refused_and_a_scan_is_not(side: int) -> None:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        image = picture(pdf, bytes(2_000), 40, 50)
        image.Width = image.Height = side
        image.ColorSpace = Name.DeviceRGB
        page.obj.Resources.XObject = Dictionary(X0=image)

    data = drawn(b"q 500 0 0 500 50 50 cm /X0 Do Q", change=change)
    if side < 10_000:
        asked(data)
        return
    with pytest.raises(UnreadableDocumentError, match="image is larger"):
        asked(data)


def test_a_jpeg_2000_image_is_as_large_as_it_says_itself() -> None:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        sides = b"".join(n.to_bytes(4, "big") for n in (60_000, 60_000, 0, 0, 1_024, 1_024, 0, 0))
        image = pikepdf.Stream(pdf, b"\xff\x4f\xff\x51\x00\x2f\x00\x00" + sides + b"\x00\x03", Filter=Name.JPXDecode)
        image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 40, 40
        page.obj.Resources.XObject = Dictionary(X0=image)

    with pytest.raises(UnreadableDocumentError, match="image is larger"):
        asked(drawn(b"/X0 Do", change=change))


def test_an_image_within_the_content_is_counted_too() -> None:
    inline = b"q 500 0 0 500 50 50 cm BI /W 60000 /H 60000 /BPC 8 /CS /G /F /Fl ID \x78\x9c EI Q"
    with pytest.raises(UnreadableDocumentError, match="image is larger"):
        asked(drawn(inline))


def test_the_refusal_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        asked(laughing(b"/X0 Do"))
    assert "Print the document to PDF anew" in caught.value.remedy
