"""Makes scans of drawn pages: what an office's scanner or a fax machine leaves of them, the same for the same seed."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pymupdf
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageFilter

PAPER, TONER = 246, 24
"""Grey levels of paper and of print in an ordinary scan."""


def scanned(
    pdf: bytes,
    dpi: int = 200,
    skew: float = 1.5,
    noise: float = 6.0,
    fax: bool = False,
    seed: int = 1,
    *,
    colour: bool = False,
    turns: int = 0,
    quality: int = 75,
) -> bytes:
    """An image-only PDF of the pages. ``skew`` are degrees by which the lines fall to the right, ``noise`` the standard
    deviation of grey levels (a fax gets specks: a pixel in 50,000 for each level), ``turns`` the quarter turns
    clockwise by which the sheets lay wrong. A fax is 1 bit and CCITT G4; anything else is JPEG of this ``quality``."""
    random = np.random.default_rng(seed)
    with pymupdf.open(stream=pdf, filetype="pdf") as source, pikepdf.new() as target:
        for page in source:
            size = (float(page.rect.width), float(page.rect.height))
            space = pymupdf.csRGB if colour else pymupdf.csGRAY
            pixmap = page.get_pixmap(dpi=dpi, colorspace=space, alpha=False)
            sheet = Image.frombytes("RGB" if colour else "L", (pixmap.width, pixmap.height), pixmap.samples)
            white = (255, 255, 255) if colour else 255
            sheet = sheet.rotate(-skew, Image.Resampling.BICUBIC, fillcolor=white)
            if turns % 4:
                sheet = sheet.rotate(-90 * turns, expand=True)
            if turns % 2:
                size = (size[1], size[0])
            picture = _faxed(sheet, noise, random) if fax else _as_scanned(sheet, noise, random)
            add_picture_page(target, picture, size, quality=quality)
        buffer = io.BytesIO()
        target.save(buffer, static_id=True)
        return buffer.getvalue()


def grey_of(pdf: bytes, page: int = 1, dpi: int = 200) -> NDArray[np.uint8]:
    """The page's picture in grey levels."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        pixmap = document[page - 1].get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY, alpha=False)
        return np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width).copy()


def add_picture_page(pdf: pikepdf.Pdf, picture: Image.Image, size: tuple[float, float], quality: int = 75) -> None:
    """A page of this size (points) that shows the picture and nothing else."""
    image = pdf.make_stream(b"")
    buffer = io.BytesIO()
    space = Name.DeviceRGB if picture.mode == "RGB" else Name.DeviceGray
    if picture.mode == "1":
        picture.save(buffer, "TIFF", compression="group4", strip_size=1 << 30)
        with Image.open(io.BytesIO(buffer.getvalue())) as tiff:
            offset, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
            black_is_1 = tiff.tag_v2[262] == 0
        parameters = Dictionary(K=-1, Columns=picture.width, Rows=picture.height, BlackIs1=not black_is_1)
        data = buffer.getvalue()[offset : offset + length]
        image.write(data, filter=Name.CCITTFaxDecode, decode_parms=parameters)
    else:
        picture.save(buffer, "JPEG", quality=quality)
        image.write(buffer.getvalue(), filter=Name.DCTDecode)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = picture.width, picture.height
    image.ColorSpace, image.BitsPerComponent = space, 1 if picture.mode == "1" else 8
    page = pdf.add_blank_page(page_size=size)
    page.obj.Resources = Dictionary(XObject=Dictionary(Scan=image))
    page.obj.Contents = pdf.make_stream(b"q %.3f 0 0 %.3f 0 0 cm /Scan Do Q" % size)
    page.obj.MediaBox = Array([0, 0, *size])


def _as_scanned(sheet: Image.Image, noise: float, random: np.random.Generator) -> Image.Image:
    levels = np.asarray(sheet.filter(ImageFilter.GaussianBlur(0.6)), dtype=np.float32)
    levels = TONER + levels * ((PAPER - TONER) / 255)
    levels += random.normal(0, noise, levels.shape).astype(np.float32)
    return Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))


def _faxed(sheet: Image.Image, noise: float, random: np.random.Generator) -> Image.Image:
    levels = np.asarray(sheet.convert("L").filter(ImageFilter.GaussianBlur(0.8)), dtype=np.float32)
    levels = levels + random.normal(0, 4 * noise, levels.shape).astype(np.float32)
    black = levels < 150
    specks = random.random(levels.shape)
    black |= specks < noise / 50_000
    black &= specks < 1 - noise / 50_000
    return Image.fromarray(np.where(black, 0, 255).astype(np.uint8)).convert("1", dither=Image.Dither.NONE)
