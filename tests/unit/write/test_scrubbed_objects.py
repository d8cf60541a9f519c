"""What each kind of object may keep: the keys that paint, and nothing that only says something."""

from __future__ import annotations

import io

import pikepdf
import pytest
from drawn_originals import SECRET, Change, array, drawn, leaks, picture, rendered, words
from pikepdf import Dictionary, Name, Object, Pdf, String
from PIL import Image

from redactor.write.scrub import scrub


def telling(thing: Object) -> None:
    """The keys that every kind of object has been seen to carry text in."""
    for key in ("/Metadata", "/PieceInfo", "/LastModified", "/Quintanilla", "/StructParent", "/Name"):
        thing[key] = Dictionary(Private=String(SECRET)) if key in ("/Metadata", "/PieceInfo") else String(SECRET)


def on_page(_: Pdf, page: pikepdf.Page) -> None:
    telling(page.obj)


def on_resources(_: Pdf, page: pikepdf.Page) -> None:
    telling(page.obj.Resources)
    page.obj.Resources.Properties = Dictionary(P1=Dictionary(K=String(SECRET)))


def on_font(_: Pdf, page: pikepdf.Page) -> None:
    font = page.obj.Resources.Font.F1
    telling(font)
    font.Encoding = Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Whose=String(SECRET))
    font.FontDescriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Helvetica, FontFamily=String(SECRET), Flags=32
    )


def on_image(pdf: Pdf, page: pikepdf.Page) -> None:
    image = picture(pdf, bytes(64), 8, 8)
    telling(image)
    image.DecodeParms = Dictionary(Predictor=1, Whose=String(SECRET))
    mask = picture(pdf, bytes(64), 8, 8)
    telling(mask)
    image.SMask = mask
    page.obj.Resources.XObject = Dictionary(I0=image)


def on_form(pdf: Pdf, page: pikepdf.Page) -> None:
    form = pdf.make_stream(b"0 0 9 9 re f\n")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, array(0, 0, 612, 792)
    telling(form)
    form.Group = Dictionary(S=Name.Transparency, Whose=String(SECRET))
    page.obj.Resources.XObject = Dictionary(I0=form)


def on_state(pdf: Pdf, page: pikepdf.Page) -> None:
    state = Dictionary(Type=Name.ExtGState, LW=2, HT=Dictionary(HalftoneName=String(SECRET)))
    telling(state)
    page.obj.Resources.ExtGState = Dictionary(G0=state)


def on_pattern(pdf: Pdf, page: pikepdf.Page) -> None:
    tile = pdf.make_stream(b"0 0 4 4 re f\n")
    telling(tile)
    for key, value in Dictionary(
        PatternType=1, PaintType=1, TilingType=1, BBox=array(0, 0, 8, 8), XStep=8, YStep=8, Resources=Dictionary()
    ).items():
        tile[key] = value
    page.obj.Resources.Pattern = Dictionary(P0=tile)


def inks(kind: str) -> Change:
    def change(_: Pdf, page: pikepdf.Page) -> None:
        ink = Name("/Quintanilla")
        tint = Dictionary(FunctionType=2, Domain=array(0, 1), C0=array(1), C1=array(0), N=1)
        if kind == "Separation":
            space = array(Name.Separation, ink, Name.DeviceGray, tint)
        else:
            space = array(
                Name.DeviceN,
                array(ink),
                Name.DeviceGray,
                tint,
                Dictionary(Colorants=Dictionary({str(ink): space_of(tint)})),
            )
        page.obj.Resources.ColorSpace = Dictionary(C0=space)

    return change


def space_of(tint: Dictionary) -> pikepdf.Array:
    return array(Name.Separation, Name("/Quintanilla"), Name.DeviceGray, tint)


KINDS: dict[str, tuple[bytes, Change]] = {
    "page": (b"", on_page),
    "resources": (b"", on_resources),
    "font": (b"", on_font),
    "image": (b"q 50 0 0 50 72 400 cm /I0 Do Q\n", on_image),
    "form": (b"q /I0 Do Q\n", on_form),
    "graphics state": (b"q /G0 gs 72 300 m 200 300 l S Q\n", on_state),
    "pattern": (b"q /Pattern cs /P0 scn 72 400 50 50 re f Q\n", on_pattern),
    "separation": (b"q /C0 cs 1 scn 72 400 50 50 re f Q\n", inks("Separation")),
    "several inks": (b"q /C0 cs 1 scn 72 400 50 50 re f Q\n", inks("DeviceN")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_object_keeps_what_paints_and_nothing_that_says_something(kind: str) -> None:
    content, change = KINDS[kind]
    data = drawn(words(72, 72, "Plain.") + content, change=change)
    scrubbed = scrub(data)
    assert leaks(scrubbed) == []
    assert rendered(scrubbed) == rendered(data)


def test_a_jpeg_loses_its_exif_data_and_its_comment_and_keeps_its_pixels() -> None:
    file, tags = io.BytesIO(), Image.Exif()
    tags[0x010E] = SECRET
    Image.new("RGB", (16, 16), "teal").save(file, "JPEG", exif=tags.tobytes(), comment=SECRET.encode())

    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        image = pdf.make_stream(b"")
        image.write(file.getvalue() + SECRET.encode(), filter=Name.DCTDecode)
        for key, value in Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=16, Height=16, ColorSpace=Name.DeviceRGB, BitsPerComponent=8
        ).items():
            image[key] = value
        page.obj.Resources.XObject = Dictionary(I0=image)

    data = drawn(b"q 50 0 0 50 72 400 cm /I0 Do Q\n", change=change)
    assert leaks(data) != []
    scrubbed = scrub(data)
    assert leaks(scrubbed) == []
    assert rendered(scrubbed) == rendered(data)


def test_the_document_around_the_pages_is_left_behind() -> None:
    def change(pdf: Pdf, _: pikepdf.Page) -> None:
        pdf.docinfo["/Title"] = SECRET
        pdf.Root.PieceInfo = Dictionary(App=Dictionary(Private=String(SECRET)))
        pdf.Root[Name("/Quintanilla")] = String(SECRET)

    with pikepdf.open(io.BytesIO(scrub(drawn(b"", change=change)))) as pdf:
        assert set(pdf.Root) == {"/Type", "/Pages"}
        assert "/Info" not in pdf.trailer


def test_resources_that_pages_inherit_are_scrubbed_too() -> None:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        pdf.Root.Pages.Resources = pdf.make_indirect(page.obj.Resources)
        telling(pdf.Root.Pages.Resources.Font.F1)
        del page.obj["/Resources"]

    data = drawn(words(72, 72, "Plain."), change=change)
    scrubbed = scrub(data)
    assert leaks(scrubbed) == []
    assert rendered(scrubbed) == rendered(data)


def test_the_same_input_makes_the_same_bytes() -> None:
    data = drawn(words(72, 72, "Plain.") + KINDS["pattern"][0], words(72, 72, "More."), change=on_pattern)
    assert scrub(data) == scrub(data)
