"""What the pages show, page by page: each is opened, looked at by every check, and closed before the next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from redactor.model import Check, RedactedCopy
from redactor.verify.boxes import BURNED, NOTHING_BENEATH, OPAQUE, UNSPELLED, boxes
from redactor.verify.declared import Declarations, Gathered, Problem
from redactor.verify.moves import MOVES, moves
from redactor.verify.moves import TOLERANCE as MOVES_TOLERANCE
from redactor.verify.objects import UnreadableObjectsError, page_units
from redactor.verify.outside import CLEAN_GROUND, NO_WORDS_LOST, UNCHANGED, outside
from redactor.verify.outside import TOLERANCE as OUTSIDE_TOLERANCE
from redactor.verify.painted import PaintedFile, PaintedPage, UnpaintableError, painted_file
from redactor.verify.residue import Search
from redactor.verify.stamps import ENDORSEMENT, stamp

RESIDUE = "residue: pdfium"
PAGE_COUNT = "page count"

_OF_ANY_PAGE = (RESIDUE, PAGE_COUNT, ENDORSEMENT)
_OF_BOXES = (OPAQUE, NOTHING_BENEATH, BURNED, UNSPELLED, UNCHANGED, NO_WORDS_LOST, CLEAN_GROUND, MOVES)


def shown(copy: RedactedCopy, pages: PaintedFile, flattened: Path, search: Search) -> tuple[Check, ...]:
    """The checks of what is painted and read on the pages. Raises UnpaintableError where pdfium cannot load one."""
    found = Gathered(_OF_ANY_PAGE if copy.slip_sheet else (*_OF_ANY_PAGE, *_OF_BOXES))
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
        for page in pages.each():
            declared = declarations.on(page.number)
            found.add(_said(page, copy, search))
            found.add(boxes(page, declared))
            if originals is not None and page.number <= len(originals):
                with originals.page(page.number) as original:
                    found.add(outside(original, page, declared))
                    found.add(moves(original, page, declared))
    return found.checks({UNCHANGED: OUTSIDE_TOLERANCE, MOVES: MOVES_TOLERANCE})


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
