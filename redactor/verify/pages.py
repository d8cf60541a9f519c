"""What the pages show, page by page: each is opened, looked at by every check, and closed before the next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from redactor.model import Check, RedactedCopy
from redactor.verify.boxes import BURNED, NOTHING_BENEATH, OPAQUE, UNSPELLED, WIDTHS, boxes
from redactor.verify.declared import Declarations, Declared, Gathered, Problem
from redactor.verify.moves import MOVES, moves
from redactor.verify.moves import TOLERANCE as MOVES_TOLERANCE
from redactor.verify.objects import UnreadableObjectsError, page_units
from redactor.verify.outside import CLEAN_GROUND, NO_WORDS_LOST, UNCHANGED, Sights, outside
from redactor.verify.outside import TOLERANCE as OUTSIDE_TOLERANCE
from redactor.verify.painted import PaintedFile, PaintedPage, UnpaintableError, painted_file
from redactor.verify.picture_pages import LAYER, ONLY_PICTURE, only_picture, picture_page
from redactor.verify.residue import Search
from redactor.verify.seen import SEEN, Look, look, seen
from redactor.verify.stamps import ENDORSEMENT, stamp

RESIDUE = "residue: pdfium"
PAGE_COUNT = "page count"

_OF_ANY_PAGE = (RESIDUE, PAGE_COUNT, ENDORSEMENT)
_OF_BOXES = (OPAQUE, NOTHING_BENEATH, BURNED, UNSPELLED, WIDTHS, UNCHANGED, NO_WORDS_LOST, CLEAN_GROUND, MOVES)
_OF_PIXELS = (SEEN, ONLY_PICTURE, LAYER)


def shown(
    copy: RedactedCopy, pages: PaintedFile, flattened: Path, search: Search, suspects: frozenset[int]
) -> tuple[Check, ...]:
    """The checks of what is painted and read on the pages; ``suspects`` are pages whose fonts or patterns can draw
    words that no reader of text sees. Raises UnpaintableError where pdfium cannot load one."""
    found = Gathered(_OF_ANY_PAGE if copy.slip_sheet else (*_OF_ANY_PAGE, *_OF_BOXES, *_OF_PIXELS))
    if len(pages) != len(copy.endorsement.numbers):
        found.add([(PAGE_COUNT, f"document: {len(pages)} pages for {len(copy.endorsement.numbers)} numbers")])
    if copy.slip_sheet:
        # It stands for a document withheld in full: nothing of the original may be on it, so nothing to compare.
        for page in pages.each():
            found.add(_said(page, copy, search))
        return found.checks({})
    declarations = Declarations(copy)
    found.add((OPAQUE, what) for what in declarations.astray(len(pages)))
    with _originals(flattened) as originals:
        if originals is None:
            found.add([(UNCHANGED, "document: the original cannot be opened for comparison")])
        elif len(originals) != len(pages):
            found.add([(UNCHANGED, "document: page count differs from the original's")])
        read_pages = []
        for page in pages.each():
            declared = declarations.on(page.number)
            found.add(_said(page, copy, search))
            found.add(boxes(page, declared))
            if originals is not None and page.number <= len(originals):
                with originals.page(page.number) as original:
                    found.add(outside(original, page, declared, _sights(original, page, declared)))
                    found.add(moves(original, page, declared))
            looked = look(page, declared, copy.document, suspect=page.number in suspects)
            if looked is not None:
                read_pages.append(f"{page.number} ({looked.why})")
                found.add(_read(page, declared, looked, search))
    pictures = ", ".join(map(str, sorted(copy.pictures)))
    return found.checks(
        {
            UNCHANGED: OUTSIDE_TOLERANCE + f"; pages {pictures} as their pictures are stored" * bool(pictures),
            MOVES: MOVES_TOLERANCE,
            SEEN: f"pages read: {', '.join(read_pages) or 'none'}",
        }
    )


def _sights(original: PaintedPage, page: PaintedPage, declared: Declared) -> Sights | None:
    """A picture page's stored pixels beside the original's; None where the pages are compared as painted."""
    try:
        shown = picture_page(page) if declared.picture else None
        return shown.beside(original) if shown is not None else None
    except UnpaintableError:
        return None


def _read(page: PaintedPage, declared: Declared, looked: Look, search: Search) -> Iterator[Problem]:
    """What an engine reads of the page, and on a picture page that nothing else is there."""
    if not declared.picture:
        yield from seen(page, looked, search)
        return
    try:
        shown = picture_page(page)
    except UnpaintableError:
        shown = None
    reading = shown.reading(declared) if shown is not None else None
    yield from only_picture(page, shown, declared, reading)
    yield from seen(page, looked, search, reading)


def _said(page: PaintedPage, copy: RedactedCopy, search: Search) -> Iterator[Problem]:
    if search.excess(search.matcher.count(page.text), page.number, weak=True):
        yield RESIDUE, f"page {page.number}: withheld value"
    if page.number <= len(copy.endorsement.numbers):
        yield from stamp(page, copy.endorsement.numbers[page.number - 1], copy.endorsement.legend)


@contextmanager
def _originals(flattened: Path) -> Iterator[PaintedFile | None]:
    """The original's pages, or None where they cannot be opened."""
    with ExitStack() as opened:
        try:
            originals = opened.enter_context(painted_file(flattened, page_units(flattened)))
        except (UnreadableObjectsError, UnpaintableError):
            originals = None
        yield originals
