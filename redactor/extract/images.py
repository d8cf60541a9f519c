"""Images as PDFs: one page a frame, at the image's own size, so that the rest of the house sees only PDFs."""

from __future__ import annotations

import io
from itertools import islice
from pathlib import Path

import pikepdf
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from redactor.errors import UnreadableDocumentError

_DPI = 200
"""Assumed where the image does not say; the usual resolution of a production scan."""

_LEAST_DPI = 30
"""A resolution below that is none: the page would be as large as a wall."""

_MOST_FRAMES = 5_000


def pdf_of_image(path: Path) -> pikepdf.Pdf:
    """A PDF with a page for every frame of the TIFF, PNG, JPEG or other image. Raises UnreadableDocumentError."""
    buffer = io.BytesIO()
    try:
        with Image.open(path) as image:
            frames = [_page_image(frame) for frame in islice(ImageSequence.Iterator(image), _MOST_FRAMES)]
            said = float(image.info.get("dpi", (_DPI, _DPI))[0])
            dpi = said if said >= _LEAST_DPI else _DPI  # a TIFF without a unit says 1
        frames[0].save(buffer, format="PDF", save_all=True, append_images=frames[1:], resolution=dpi)
        return pikepdf.open(buffer)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise UnreadableDocumentError("not an image that can be read") from error


def _page_image(frame: Image.Image) -> Image.Image:
    upright = ImageOps.exif_transpose(frame)
    return upright.copy() if upright.mode in ("1", "L", "RGB") else upright.convert("RGB")
