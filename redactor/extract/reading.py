"""One original read: its pages, passages and flattened PDF."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pymupdf

from redactor.errors import UnreadableDocumentError, UnreadablePageError
from redactor.extract.barcodes import barcodes, passages_of_barcodes, without_editions
from redactor.extract.doc_type import doc_type_of
from redactor.extract.effort import within_reason
from redactor.extract.flatten import Flattened, flatten, open_untrusted
from redactor.extract.images import pdf_of_image
from redactor.extract.ink import scale_of, unread_ink, without_text
from redactor.extract.offpage import off_page
from redactor.extract.picture_page import SCAN_SHARE, PicturePage, picture_page, with_pictures
from redactor.extract.regions import read_regions
from redactor.extract.trust import Trust
from redactor.extract.words import Glyphs, passages_of, words_of
from redactor.geometry import area, bounds, clustered, intersection
from redactor.model import Document, Original, Page, Passage, Rect

_READ_SHARE = 0.5
"""Share of a drawn region that words must fill for it to have been read."""

_UNREADABLE_SHARE = 0.02
"""Share of a page's code points without a usable Unicode value from which the page counts as not read."""

_SAME_LAYER = 0.5
"""Share of a hidden text's words that the page shows from which it is an earlier OCR layer, and says nothing new."""


@dataclass(frozen=True, slots=True)
class _ReadPage:
    """A page as read: words, places of other ink, and the picture where it is made of pixels."""

    words: tuple[Glyphs, ...]
    regions: tuple[Rect, ...]
    picture: PicturePage | None = None


def extract(original: Original, cache: Path, languages: tuple[str, ...] = ("eng",)) -> Document:
    """Read one original. Its flattened PDF is written into ``cache`` (beside, then into place), named by its id.
    ``languages`` are those of pages that are read from pixels, as Tesseract names them.

    Raises PasswordRequiredError, UnreadableDocumentError, and UnreadablePageError where a page has ink and no words;
    SetupError where a language's data is not installed.
    """
    is_pdf = original.media_type == "application/pdf"
    pdf = open_untrusted(original.path) if is_pdf else pdf_of_image(original.path)
    with pdf:
        within_reason(pdf)
        passages = list(off_page(pdf, Path(original.source).name))
        flattened = flatten(pdf)
    pages: list[Page] = []
    pictures: dict[int, PicturePage] = {}
    unread: list[int] = []
    with (
        pymupdf.open(stream=flattened.pdf, filetype="pdf") as document,
        pymupdf.open(stream=_bare(flattened.pdf), filetype="pdf") as bare,
    ):
        trust = Trust(original.id, languages)
        for number, page in enumerate(document, 1):
            read = _read_page(page, bare[number - 1], trust)
            if read.picture is not None:
                pictures[number] = read.picture
                if not read.picture.readable:
                    unread.append(number)
            found = barcodes(page, read.regions)
            regions = without_editions(read.regions, found)
            passages.extend((*passages_of(read.words, number), *passages_of_barcodes(found, number)))
            passages.extend(_further(flattened, number, regions, read))
            dpi = None if read.picture is None else read.picture.dpi
            marked = flattened.marked[number - 1]
            pages.append(Page(number, page.rect.width, page.rect.height, regions, marked, image_dpi=dpi))
    if unread:
        numbers = ", ".join(map(str, unread[:12])) + (" …" if len(unread) > 12 else "")
        raise UnreadablePageError(f"OCR read nothing that can be relied on, on page {numbers} of {len(pages)}")
    path = cache / f"{original.id}.flat.pdf"
    beside = path.with_suffix(".part")
    beside.write_bytes(with_pictures(flattened.pdf, pictures) if pictures else flattened.pdf)
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


def _further(flattened: Flattened, number: int, regions: tuple[Rect, ...], read: _ReadPage) -> Iterator[Passage]:
    """Passages of the page that show no words: its regions, its marks, and text that it holds and does not show."""
    marked = flattened.marked[number - 1]
    yield from (Passage(f"p{number}/image:{n}", "", number) for n in range(1, len(regions) + 1))
    yield from (Passage(f"p{number}/mark:{n}", "", number) for n in range(1, len(marked) + 1))
    hidden = flattened.hidden[number - 1]
    if hidden and not (read.picture is not None and _says_the_same(hidden, read.words)):
        yield Passage(f"p{number}/hidden", hidden, number)


def _says_the_same(hidden: str, words: tuple[Glyphs, ...]) -> bool:
    """Whether the hidden text is what the picture shows: somebody's earlier OCR of it."""
    shown = {word.text.casefold() for word in words}
    said = [word.casefold() for word in re.findall(r"\w{3,}", hidden)]
    shown |= {part for word in shown for part in re.findall(r"\w{3,}", word)}
    return sum(word in shown for word in said) >= _SAME_LAYER * max(1, len(said))


def _read_page(page: pymupdf.Page, bare: pymupdf.Page, trust: Trust) -> _ReadPage:
    """The page's glyphs where they can be read; else what OCR reads on its picture. ``bare`` is the page without its
    text."""
    words = words_of(page)
    regions = _unread_regions(bare, words)
    if _usable(page, words, regions) and trust.believes(page, words):
        if not regions:
            return _ReadPage(words, ())
        if (seen := read_regions(page, words, regions, trust.languages)) is not None:
            return _ReadPage((*words, *seen[0]), seen[1])
    picture = picture_page(page, trust.languages, glyphs=bool(words))
    left = [region for region in regions if not _mostly_read(region, picture.words)] if words else []
    return _ReadPage(picture.words, clustered([*picture.regions, *left]), picture)


def _mostly_read(region: Rect, words: Sequence[Glyphs]) -> bool:
    """Whether words that were read fill the region. What was drawn with words on it and not read stays a region: OCR
    may have seen a part of it only, a bright letter on a dark ground for one."""
    parts = [part for word in words if (part := intersection(bounds(word.quad), region)) is not None]
    return sum(map(area, parts)) >= _READ_SHARE * area(region)


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
