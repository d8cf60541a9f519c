"""Second opinions on what a page says: pypdf, and poppler where it is installed. None shares the writer's code."""

from __future__ import annotations

import logging
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdf

POPPLER = "pdftotext"
_PAGES_KEPT = 50
_POPPLER_LIMIT = 120  # seconds for one copy; a hang is a page that could not be read

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings may quote the file


def readers() -> tuple[str, ...]:
    """The independent readers that are used on this machine, for the run's report."""
    return ("pdfium", "pikepdf", "pypdf", *(("poppler",) if shutil.which(POPPLER) else ()))


def pypdf_texts(path: Path) -> Iterator[str | None]:
    """Each page's text as pypdf reads it; None where it could not. A file that it cannot open is one unread page."""
    try:
        reader = pypdf.PdfReader(path)
        count = len(reader.pages)
    except Exception:  # pypdf raises whatever a damaged file provokes, and every one means "not read"
        yield None
        return
    for number in range(count):
        try:
            text = reader.pages[number].extract_text()
        except Exception:  # as above
            text = None
        yield text
        if number % _PAGES_KEPT == _PAGES_KEPT - 1:
            reader.resolved_objects.clear()  # it keeps every content stream that it ever parsed


def poppler_texts(path: Path) -> tuple[str | None, ...] | None:
    """Each page's text as pdftotext reads it, or None where poppler is not installed."""
    program = shutil.which(POPPLER)
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and the path is one that this run made
            [program, "-q", "-enc", "UTF-8", str(path), "-"], capture_output=True, timeout=_POPPLER_LIMIT, check=True
        )
    except (subprocess.SubprocessError, OSError):
        return (None,)
    pages = done.stdout.decode("utf-8", "replace").split("\f")
    return tuple(pages[:-1] if pages[-1] == "" else pages)
