"""Pictures in and out of a PDF: pixels as pdfium decodes them, and back into an image that holds pixels and no more.

pdfium decodes, because the verifier does too: what is read here is what is read there.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray
from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image

from redactor.model import Page

Pixels = NDArray[np.uint8]

_WHOLE = 1.0
"""Points by which the page's one picture may miss the page's edges."""

_ROUNDING = 0.002
"""Share by which a picture's two resolutions may differ before it is drawn rather than taken as it is stored."""

_LARGEST_LOSSLESS = 1_500_000
"""Bytes of one page. What compresses worse without loss is a photograph, and is kept as JPEG."""

_QUALITY = 92
"""Of a JPEG that has no model to follow; libjpeg's scale. Letters show no ghosts from 85 on."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A page's pixels: height by width (grey), or by three (red, green, blue). ``two_levels`` are black and white only;
    ``tables`` the quantisation of the JPEG that they came from, so that they can go back into one without more loss."""

    pixels: Pixels
    two_levels: bool = False
    tables: dict[int, list[int]] | None = None

    @property
    def grey(self) -> Pixels:
        """Grey levels, as they are given to OCR (ITU-R BT.601)."""
        if self.pixels.ndim == 2:
            return self.pixels
        return np.asarray(Image.fromarray(self.pixels).convert("L"), dtype=np.uint8)


def raster_of(pdf: pdfium.PdfDocument, page: Page) -> Raster | None:
    """The stored pixels of the one picture that the page consists of, or None where it is anything else."""
    shown = pdf[page.number - 1]
    try:
        things = list(shown.get_objects(max_depth=1))
        if len(things) != 1 or things[0].type != raw.FPDF_PAGEOBJ_IMAGE:
            return None
        image = things[0]
        a, b, c, d, e, f = image.get_matrix().get()
        upright = a > 0 and d > 0 and abs(b) + abs(c) < _WHOLE
        whole = abs(e) + abs(f) < _WHOLE and abs(a - page.width) + abs(d - page.height) < 2 * _WHOLE
        if not (upright and whole):
            return None
        made = _made(image.get_bitmap(render=False), one_bit=image.get_metadata().bits_per_pixel == 1)
        height, width = made.pixels.shape[:2]
        if abs(width / a - height / d) > _ROUNDING * width / a:
            return None
        return Raster(made.pixels, made.two_levels, _tables(image))
    finally:
        shown.close()


def drawn(pdf: pdfium.PdfDocument, page: Page, dpi: float) -> Raster:
    """The page as pdfium draws it, grey unless it has colours."""
    shown = pdf[page.number - 1]
    try:
        return _made(shown.render(scale=dpi / 72, may_draw_forms=False), one_bit=False)
    finally:
        shown.close()


def _made(bitmap: Any, *, one_bit: bool) -> Raster:
    stored = bitmap.to_numpy()
    pixels: Pixels = stored.reshape(stored.shape[:2]) if stored.ndim == 2 or stored.shape[2] == 1 else stored
    if pixels.ndim == 3:
        pixels = np.ascontiguousarray(pixels[:, :, 2::-1])  # pdfium: blue first
        if (pixels[:, :, 0] == pixels[:, :, 1]).all() and (pixels[:, :, 1] == pixels[:, :, 2]).all():
            pixels = np.ascontiguousarray(pixels[:, :, 0])
    if one_bit and pixels.ndim == 2:
        pixels = np.where(pixels < 128, 0, 255).astype(np.uint8)
    return Raster(pixels.copy(), one_bit and pixels.ndim == 2)


def _tables(image: Any) -> dict[int, list[int]] | None:
    if list(image.get_filters())[-1:] != ["DCTDecode"]:
        return None
    with Image.open(io.BytesIO(bytes(image.get_data()))) as jpeg:
        return {key: list(table) for key, table in getattr(jpeg, "quantization", {}).items()} or None


@dataclass(frozen=True, slots=True)
class Encoded:
    """A raster as the bytes of an image, and what a reader sees of them: the same pixels where no loss is involved."""

    data: bytes
    filter: str
    seen: Raster

    def image(self, pdf: Pdf) -> Stream:
        """The image, as an object of ``pdf``."""
        height, width = self.seen.pixels.shape[:2]
        image = pdf.make_stream(b"")
        if self.filter == "/CCITTFaxDecode":
            parameters = Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=False)
            image.write(self.data, filter=Name(self.filter), decode_parms=parameters)
        else:
            image.write(self.data, filter=Name(self.filter))
        image.Type, image.Subtype = Name.XObject, Name.Image
        image.Width, image.Height = width, height
        image.ColorSpace = Name.DeviceRGB if self.seen.pixels.ndim == 3 else Name.DeviceGray
        image.BitsPerComponent = 1 if self.seen.two_levels else 8
        return image


def encoded(raster: Raster) -> Encoded:
    """The raster encoded anew: two levels stay two (CCITT G4), a JPEG becomes one with the same quantisation, anything
    else is kept without loss unless it is a photograph."""
    if raster.two_levels:
        return Encoded(_group4(raster.pixels), "/CCITTFaxDecode", raster)
    if raster.tables is None and len(packed := zlib.compress(raster.pixels.tobytes(), 6)) <= _LARGEST_LOSSLESS:
        return Encoded(packed, "/FlateDecode", raster)
    jpeg = Encoded(_jpeg(raster), "/DCTDecode", raster)
    return replace(jpeg, seen=_as_read(jpeg))


def _as_read(jpeg: Encoded) -> Raster:
    """The pixels that come back out."""
    height, width = jpeg.seen.pixels.shape[:2]
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(width, height))
        page.obj.Resources = Dictionary(XObject=Dictionary(I1=jpeg.image(pdf)))
        page.obj.Contents = pdf.make_stream(b"q %d 0 0 %d 0 0 cm /I1 Do Q" % (width, height))
        buffer = io.BytesIO()
        pdf.save(buffer)
    with pdfium.PdfDocument(buffer.getvalue()) as made:
        seen = raster_of(made, Page(1, float(width), float(height)))
    if seen is None:
        raise ValueError("a picture cannot be read back")
    return seen


def _group4(pixels: Pixels) -> bytes:
    """CCITT T.6 data of one strip, black coded as black."""
    buffer = io.BytesIO()
    inverted = Image.fromarray(255 - pixels).convert("1", dither=Image.Dither.NONE)
    inverted.save(buffer, "TIFF", compression="group4", tiffinfo={278: pixels.shape[0]})  # 278: rows of a strip
    buffer.seek(0)
    with Image.open(buffer) as tiff:
        tags = getattr(tiff, "tag_v2")  # noqa: B009 - Image has it only when it is a TIFF
        (offset,), (length,) = tags[273], tags[279]
    return buffer.getvalue()[offset : offset + length]


def _jpeg(raster: Raster) -> bytes:
    buffer = io.BytesIO()
    picture = Image.fromarray(raster.pixels)
    if raster.tables is not None:
        picture.save(buffer, "JPEG", qtables=raster.tables, subsampling=0)
    else:
        picture.save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    return buffer.getvalue()
