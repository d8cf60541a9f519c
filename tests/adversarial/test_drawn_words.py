"""A name that is drawn, or written in a font that says something else: found by the eye only. The words become a region
that is withheld, or are read from the pixels; without a reader of pixels the original is held."""

from __future__ import annotations

import pikepdf
import pytest
from attacked_matter import Produced
from drawn_originals import array, fill, helvetica, picture, words
from hiding import Attack, Ending, assert_safe, endings_of, fooling, left_by_naive, on_page
from pikepdf import Dictionary, Name, Pdf
from PIL import Image, ImageDraw, ImageFont

SIZE = (420, 48)


def written(text: str, mode: str = "L") -> Image.Image:
    image = Image.new("L", SIZE, 255)
    ImageDraw.Draw(image).text((6, 4), text, fill=0, font=ImageFont.load_default(32))
    return image if mode == "L" else image.point(lambda level: 255 if level > 127 else 0).convert("1")


def as_image(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.obj.Resources.XObject = Dictionary(X1=picture(pdf, written(text).tobytes(), *SIZE))


def as_stencil(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    image = pdf.make_stream(written(text, "1").tobytes())
    for key, value in Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=SIZE[0], Height=SIZE[1], BitsPerComponent=1, ImageMask=True
    ).items():
        image[key] = value
    page.obj.Resources.XObject = Dictionary(X1=image)


def as_soft_mask(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A black image that shows through its mask only where the letters are."""
    turned = bytes(255 - level for level in written(text).tobytes())
    image = picture(pdf, bytes(1), 1, 1, SMask=picture(pdf, turned, *SIZE))
    page.obj.Resources.XObject = Dictionary(X1=image)


def tile(pdf: Pdf, content: bytes, **resources: object) -> pikepdf.Stream:
    made = pdf.make_stream(content)
    for key, value in Dictionary(
        Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=array(0, 0, 612, 792), XStep=612, YStep=792,
        Resources=Dictionary(resources),
    ).items():  # fmt: skip
        made[key] = value
    return made


def in_a_pattern(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    fonts = Dictionary(F1=page.obj.Resources.Font.F1)
    page.obj.Resources.Pattern = Dictionary(P1=tile(pdf, words(80, 300, text), **{"/Font": fonts}))


def in_a_mask_group(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Black that shows through letters which a soft mask's group paints white."""
    group = pdf.make_stream(words(80, 300, text, before="1 g"))
    group.Type, group.Subtype, group.BBox = Name.XObject, Name.Form, array(0, 0, 612, 792)
    group.Group, group.Resources = (
        Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
        Dictionary(Font=page.obj.Resources.Font),
    )
    mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=group)
    page.obj.Resources.ExtGState = Dictionary(G1=Dictionary(SMask=mask))


def in_drawn_glyphs(names: bool) -> object:
    """A Type 3 font whose glyphs show the letters by another font's; with or without names that tell them."""

    def hide(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
        called = [("space" if c == " " else c) if names else f"g{n}" for n, c in enumerate(text)]
        glyphs = {
            f"/{name}": pdf.make_stream(f"600 0 d0 BT /H 900 Tf ({letter}) Tj ET".encode())
            for name, letter in zip(called, text, strict=True)
        }
        own = Dictionary(Font=Dictionary(H=page.obj.Resources.Font.F1))
        page.obj.Resources.Font.F2 = pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=array(0, -200, 1000, 1000), FirstChar=65, Resources=own,
            FontMatrix=array(0.001, 0, 0, 0.001, 0, 0), LastChar=64 + len(text), Widths=array(*[600] * len(text)),
            CharProcs=Dictionary(glyphs),
            Encoding=Dictionary(Type=Name.Encoding, Differences=array(65, *(Name(f"/{name}") for name in called))),
        ))  # fmt: skip

    return hide


def word_in_one_glyph(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """One glyph, called "A", that paints the whole name."""
    glyph = pdf.make_stream(f"9000 0 d0 BT /H 1000 Tf ({text}) Tj ET".encode())
    own = Dictionary(Font=Dictionary(H=page.obj.Resources.Font.F1))
    page.obj.Resources.Font.F2 = pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=array(0, -200, 9000, 1000), FirstChar=65, LastChar=65,
        FontMatrix=array(0.001, 0, 0, 0.001, 0, 0), Widths=array(9000), Resources=own,
        CharProcs=Dictionary(A=glyph), Encoding=Dictionary(Type=Name.Encoding, Differences=array(65, Name.A)),
    ))  # fmt: skip


def lying_map(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Helvetica, whose map to Unicode says other letters."""
    other = "The office was closed"[: len(text)].ljust(len(text), "d")
    entries = " ".join(f"<{33 + n:02x}> <{letter.encode('utf-16-be').hex()}>" for n, letter in enumerate(other))
    table = pdf.make_stream(
        f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange {len(other)} beginbfchar {entries} endbfchar endcmap".encode()
    )
    font = helvetica(ToUnicode=table)
    names = array(33, *(Name("/space" if c == " " else f"/{c}") for c in text))
    font.Encoding = Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=names)
    page.obj.Resources.Font.F2 = font


def codes(text: str, first: int) -> bytes:
    shown = "".join(f"{first + n:02x}" for n in range(len(text)))
    return f"BT /F2 11 Tf 1 0 0 1 80 492 Tm <{shown}> Tj ET\n".encode()


PLACE = b"q 210 0 0 24 80 480 cm /X1 Do Q\n"
BEGIN = b"q 210 0 0 24 80 480 cm BI /W 420 /H 48 /BPC 8 /CS /G ID "


def eye_only(content, hide=None, *, fools: bool = True) -> Attack:  # type: ignore[no-untyped-def]
    return on_page(content, hide, shows=True, pixels=True, ending=Ending.EITHER, fools=fools)


ATTACKS: dict[str, Attack] = {
    "image": eye_only(lambda t: PLACE, as_image),
    "inline image": eye_only(lambda t: BEGIN + written(t).tobytes() + b" EI Q\n"),
    "stencil": eye_only(lambda t: b"0 g " + PLACE, as_stencil),
    "soft mask of an image": eye_only(lambda t: PLACE, as_soft_mask),
    "pattern": eye_only(lambda t: b"q /Pattern cs /P1 scn 60 470 300 40 re f Q\n", in_a_pattern),
    "group of a soft mask": eye_only(lambda t: b"q /G1 gs " + fill(60, 285, 300, 310) + b"Q\n", in_a_mask_group),
    "drawn glyphs": eye_only(lambda t: codes(t, 65), in_drawn_glyphs(False)),
    "drawn glyphs with names": eye_only(lambda t: codes(t, 65), in_drawn_glyphs(True), fools=False),
    "a name in one glyph": eye_only(lambda t: b"BT /F2 11 Tf 1 0 0 1 80 492 Tm (A) Tj ET\n", word_in_one_glyph),
    "lying map": eye_only(lambda t: codes(t, 33), lying_map),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_that_only_the_eye_reads_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_that_only_the_eye_reads(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
