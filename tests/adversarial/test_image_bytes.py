"""Words in the bytes of images beside their pixels: Exif, comments, thumbnails, profiles, boxes of JPEG 2000."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from attacked_matter import Produced
from drawn_originals import array, picture
from hiding import Attack, Hide, assert_safe, endings_of, fooling, left_by_naive, on_page, unclaimed_left, unseen
from pikepdf import Dictionary, Name, Pdf
from PIL import Image

SHOWN = b"q 20 0 0 20 300 300 cm /X1 Do Q\n"
"""Too small for a picture of words, and light: what is looked for is what the bytes say."""


def light() -> Image.Image:
    return Image.new("L", (32, 32), 250)


def jpeg(**more: object) -> bytes:
    buffer = io.BytesIO()
    light().save(buffer, "JPEG", **more)  # type: ignore[arg-type]
    return buffer.getvalue()


def shown_as(pdf: Pdf, page: pikepdf.Page, data: bytes, kind: str = "DCTDecode") -> pikepdf.Stream:
    image = picture(pdf, b"", 32, 32)
    image.write(data, filter=Name("/" + kind))
    page.obj.Resources.XObject = Dictionary(X1=image)
    return image


def exif(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    said = Image.Exif()
    said[0x013B], said[0x9C9B] = text, text.encode("utf-16-le")  # artist; title as Windows writes it
    shown_as(pdf, page, jpeg(exif=said))


def comment(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    shown_as(pdf, page, jpeg(comment=text.encode()))


def xmp(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    shown_as(pdf, page, jpeg(xmp=f"<x>{text}</x>".encode()))


def application_data(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Photoshop's segment, one before the header, one between the tables and one that claims to be Adobe's."""
    plain = jpeg()
    for marker in (b"\xff\xed", b"\xff\xee", b"\xff\xe0"):
        body = b"Photoshop 3.0\0" + text.encode()
        plain = plain[:2] + marker + (len(body) + 2).to_bytes(2, "big") + body + plain[2:]
    shown_as(pdf, page, plain)


def after_the_end(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    shown_as(pdf, page, jpeg() + text.encode())


def profile_in_jpeg(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    shown_as(pdf, page, jpeg(icc_profile=b"\0" * 128 + text.encode()))


def profile(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """The description of an ICC profile by which an image is painted."""
    from PIL import ImageCms

    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    described = pdf.make_stream(data[:-40] + text.encode().ljust(40, b"\0"))
    described.N = 3
    image = picture(pdf, bytes([250]) * 12, 2, 2)
    image.ColorSpace = pdf.make_indirect(array(Name.ICCBased, described))
    page.obj.Resources.XObject = Dictionary(X1=image)


def jpeg_2000(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    buffer = io.BytesIO()
    light().save(buffer, "JPEG2000")
    box = b"<x>" + text.encode() + b"</x>"
    data = buffer.getvalue() + (len(box) + 8).to_bytes(4, "big") + b"xml " + box
    shown_as(pdf, page, data, "JPXDecode")


def palette(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Colours of a palette that no pixel uses."""
    image = picture(pdf, bytes([0]) * 4, 2, 2)
    colours = b"\xfa" + text.encode().ljust(60, b"\xfa")
    image.ColorSpace = array(Name.Indexed, Name.DeviceGray, len(colours) - 1, pikepdf.String(colours))
    page.obj.Resources.XObject = Dictionary(X1=image)


def rows_too_many(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """More bytes than the image has pixels."""
    image = picture(pdf, bytes([250]) * 4 + text.encode(), 2, 2)
    page.obj.Resources.XObject = Dictionary(X1=image)


HIDES: dict[str, Hide] = {
    "exif": exif,
    "comment": comment,
    "xmp": xmp,
    "application data": application_data,
    "after the end": after_the_end,
    "profile in a jpeg": profile_in_jpeg,
    "profile": profile,
    "jpeg 2000": jpeg_2000,
    "palette": palette,
    "more bytes than pixels": rows_too_many,
}
ATTACKS: dict[str, Attack] = {
    **{name: on_page(lambda text: SHOWN, hide) for name, hide in HIDES.items()},
    "inline image": on_page(
        lambda text: (
            b"q 9 0 0 9 300 300 cm BI /W 2 /H 2 /BPC 8 /CS /G /F /AHx ID fafafafa"
            + text.encode().hex().encode()
            + b"> EI Q\n"
        )
    ),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_an_images_bytes_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_in_an_images_bytes_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_in_an_images_bytes(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
