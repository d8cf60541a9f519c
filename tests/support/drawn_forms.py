"""Forms and tables drawn on PDF pages and read back, for tests of where a value stands."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pymupdf

from redactor.detect.layout import cells
from redactor.extract import extract
from redactor.model import Category, Document, DocumentId, Original, Role

Placed = tuple[float, float, str]
"""Points from the left and from the top of the page to the text's baseline, and the text."""


def read_back(folder: Path, *pages: Sequence[Placed], size: float = 9) -> Document:
    """A PDF with these texts on its pages, as extraction reads it."""
    path = folder / "form.pdf"
    with pymupdf.open() as pdf:
        for texts in pages:
            page = pdf.new_page(width=612, height=792)
            for x, y, text in texts:
                page.insert_text((x, y), text, fontsize=size)
        pdf.save(path)
    name = DocumentId(hashlib.sha256(path.read_bytes()).hexdigest())
    return extract(Original(name, "form.pdf", path, "application/pdf"), folder)


Cell = tuple[str, Category, Role | None]


def cells_of(document: Document) -> set[Cell]:
    """What the cells of a document's pages claim."""
    pages = [passage for passage in document.passages if passage.words and "/" not in passage.address]
    return {(document.text(one.span), one.category, one.role) for one in cells(document.id, pages)}


def cells_drawn(folder: Path, *pages: Sequence[Placed]) -> set[Cell]:
    """What the cells of these pages claim once drawn and read back."""
    return cells_of(read_back(folder, *pages))


def texts_drawn(folder: Path, *pages: Sequence[Placed]) -> set[str]:
    """The same, the texts alone."""
    return {text for text, _, _ in cells_drawn(folder, *pages)}
