"""A page as a picture for a reviewer's eyes, made from the flattened PDF."""

from __future__ import annotations

from pathlib import Path

import pymupdf

from redactor.errors import InputError


def page_png(flattened: Path, page: int, dpi: int) -> bytes:
    """Page ``page`` (from 1) in grey, ``dpi`` pixels an inch, as a PNG. Raises InputError where it cannot be drawn."""
    try:
        with pymupdf.open(flattened, filetype="pdf") as document:
            return bytes(document[page - 1].get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY).tobytes("png"))
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError, IndexError, OSError):
        raise InputError("the page cannot be drawn", remedy="Run `redactor scan` again.") from None
