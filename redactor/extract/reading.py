"""One original read: its pages, passages and flattened PDF."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pikepdf
import pymupdf

from redactor.errors import UnreadableDocumentError, UnreadablePageError
from redactor.extract.barcodes import barcodes, passages_of_barcodes, without_editions
from redactor.extract.doc_type import doc_type_of
from redactor.extract.flatten import flatten, open_untrusted
from redactor.extract.images import pdf_of_image
from redactor.extract.ink import scale_of, unread_ink, without_text
from redactor.extract.offpage import off_page
from redactor.extract.words import Glyphs, passages_of, words_of
from redactor.geometry import area, bounds, clustered
from redactor.model import Document, Original, Page, Passage, Rect

SCAN_SHARE = 0.5
"""Share of a page that one image must cover for the page to be a scan, whatever text lies over it."""

_UNREADABLE_SHARE = 0.02
"""Share of a page's code points without a usable Unicode value from which the page counts as not read."""


def extract(original: Original, cache: Path) -> Document:
    """Read one original. Its flattened PDF is written into ``cache`` (beside, then into place), named by its id.

    Raises PasswordRequiredError, UnreadableDocumentError, and UnreadablePageError where a page has ink and no words.
    """
    is_pdf = original.media_type == "application/pdf"
    pdf = open_untrusted(original.path) if is_pdf else pdf_of_image(original.path)
    with pdf:
        passages = list(off_page(pdf, Path(original.source).name))
        flattened = flatten(pdf)
    pages: list[Page] = []
    unread: list[int] = []
    with (
        pymupdf.open(stream=flattened.pdf, filetype="pdf") as document,
        pymupdf.open(stream=_bare(flattened.pdf), filetype="pdf") as bare,
    ):
        for number, page in enumerate(document, 1):
            words = words_of(page)
            regions = _unread_regions(bare[number - 1], words)
            if not _usable(page, words, regions):
                unread.append(number)
            found = barcodes(page, regions)
            regions = without_editions(regions, found)
            on_page = passages_of(words, number)
            passages.extend((*on_page, *passages_of_barcodes(found, number)))
            marked = flattened.marked[number - 1]
            passages.extend(Passage(f"p{number}/image:{n}", "", number) for n in range(1, len(regions) + 1))
            passages.extend(Passage(f"p{number}/mark:{n}", "", number) for n in range(1, len(marked) + 1))
            if hidden := flattened.hidden[number - 1]:
                passages.append(Passage(f"p{number}/hidden", hidden, number))
            pages.append(Page(number, page.rect.width, page.rect.height, regions, marked))
    if unread:
        numbers = ", ".join(map(str, unread[:12])) + (" …" if len(unread) > 12 else "")
        raise UnreadablePageError(f"no usable text on page {numbers} of {len(pages)} (a scan, or unreadable fonts)")
    path = cache / f"{original.id}.flat.pdf"
    beside = path.with_suffix(".part")
    beside.write_bytes(flattened.pdf)
    beside.replace(path)
    return Document(
        id=original.id,
        pages=tuple(pages),
        passages=tuple(passages),
        flattened=path,
        doc_type=doc_type_of(passages),
        family=original.family,
        custodian=original.custodian,
    )


def _bare(flattened: bytes) -> bytes:
    try:
        return without_text(flattened)
    except (pikepdf.PdfError, ValueError, TypeError) as error:
        raise UnreadableDocumentError("a page could not be looked at without its text") from error


def _unread_regions(bare: pymupdf.Page, words: tuple[Glyphs, ...]) -> tuple[Rect, ...]:
    """Where the page holds ink that is not text anybody can read: images, drawn letters, fonts without meaning.
    ``bare`` is the page without its text."""
    senseless = (bounds(word.quad) for word in words if any(not _meaningful(c) for c in word.text))
    return clustered([*unread_ink(bare), *senseless])


def _meaningful(character: str) -> bool:
    """Whether a code point says which letter was painted. Private-use and replacement characters do not."""
    return character != "\ufffd" and unicodedata.category(character) not in ("Co", "Cn", "Cs", "Cc")


def _usable(page: pymupdf.Page, words: tuple[Glyphs, ...], regions: tuple[Rect, ...]) -> bool:
    """Whether somebody who reads the page's words has read the page. A page of one colour is usable: it is blank."""
    whole = page.rect.width * page.rect.height
    if any(area(region) >= SCAN_SHARE * whole for region in regions):
        return False
    characters = "".join(word.text for word in words)
    if not characters:
        scale = scale_of(page)
        return bool(page.get_pixmap(matrix=pymupdf.Matrix(scale, scale)).is_unicolor)
    senseless = sum(not _meaningful(character) for character in characters)
    return senseless <= _UNREADABLE_SHARE * len(characters)
