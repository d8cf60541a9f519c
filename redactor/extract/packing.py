"""Pictures as a PDF's image streams: black and white as CCITT group 4, drawn pages lossless, scans as good JPEG."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
import pikepdf
from numpy.typing import NDArray
from pikepdf import Dictionary, Name, Pdf
from PIL import Image

_COLOUR, _COLOURED = 48, 0.0004
"""Levels by which a pixel's red, green and blue differ if it is coloured, and the share of such pixels that makes a
page one in colour: a tinge of the paper is none, a stamp is."""

_WHITE_SHARE = 0.55
"""Share of pure white from which a page is drawn and not scanned, so that lossless packing is the smaller one too."""

_QUALITY = 90


@dataclass(frozen=True, slots=True)
class Packed:
    """A picture's bytes as a PDF's image stream holds them."""

    data: bytes
    width: int
    height: int
    space: str
    bits: int
    filter: str
    black_is_1: bool = False


def of_bits(levels: NDArray[np.uint8]) -> Packed:
    """As CCITT group 4, the way scanners pack black and white."""
    buffer = io.BytesIO()
    picture = Image.fromarray(levels).convert("1", dither=Image.Dither.NONE)
    picture.save(buffer, "TIFF", compression="group4", strip_size=1 << 30)
    with Image.open(buffer) as tiff:
        tags = tiff.tag_v2  # type: ignore[attr-defined]
        offset, length, white_is_0 = tags[273][0], tags[279][0], tags[262] == 0
    data = buffer.getvalue()[offset : offset + length]
    # The code knows white and black runs only; which of them a sample of 1 is, the file must say.
    return Packed(data, picture.width, picture.height, "/DeviceGray", 1, "ccitt", black_is_1=not white_is_0)


def packed_picture(picture: NDArray[np.uint8], levels: NDArray[np.uint8]) -> Packed:
    red, green, blue = (picture[::2, ::2, band] for band in range(3))
    spread = np.maximum(np.maximum(red, green), blue) - np.minimum(np.minimum(red, green), blue)
    colour = float((spread > _COLOUR).mean()) > _COLOURED
    pixels = picture if colour else levels
    height, width = levels.shape
    space = "/DeviceRGB" if colour else "/DeviceGray"
    if float((levels[::2, ::2] == 255).mean()) >= _WHITE_SHARE:
        return Packed(pixels.tobytes(), width, height, space, 8, "flate")
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    return Packed(buffer.getvalue(), width, height, space, 8, "jpeg")


def image_stream(pdf: Pdf, packed: Packed) -> pikepdf.Stream:
    image = pdf.make_stream(b"")
    if packed.filter == "flate":
        image.write(packed.data)  # compressed when saved
    elif packed.filter == "jpeg":
        image.write(packed.data, filter=Name.DCTDecode)
    else:
        parameters = Dictionary(K=-1, Columns=packed.width, Rows=packed.height, BlackIs1=packed.black_is_1)
        image.write(packed.data, filter=Name.CCITTFaxDecode, decode_parms=parameters)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = packed.width, packed.height
    image.ColorSpace, image.BitsPerComponent = Name(packed.space), packed.bits
    return image
