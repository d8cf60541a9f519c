"""One redacted copy: planned, burned, scrubbed, written beside its place and moved there when whole."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path

import pikepdf
import pymupdf
from pypdfium2 import PdfiumError

from redactor.errors import WriteError
from redactor.model import Document, Endorsement, RedactedCopy
from redactor.write.burn import burn, sheet
from redactor.write.pixels import Excess, Pictured, pictured
from redactor.write.plan import PagePlan
from redactor.write.scrub import scrub
from redactor.write.text import redacted_text

_WITHHELD = "DOCUMENT WITHHELD"


def write(
    document: Document,
    plans: Sequence[PagePlan],
    endorsement: Endorsement,
    folder: Path,
    *,
    pictures: Collection[int] = (),
    excess: Excess | None = None,
    languages: tuple[str, ...] = ("eng",),
    searchable: bool = True,
) -> RedactedCopy:
    """The redacted copy, as ``<BEGBATES>.pdf`` in ``folder`` (``_R1`` where it is issued again).

    Pages whose words were read from pixels are written as pictures, and so are the pages numbered in ``pictures`` and
    those whose lines cannot be set anew, where boxes among glyphs would be as wide as what they cover; ``excess`` tells
    what such a picture says too much, ``languages`` in which languages it is read. Without ``searchable`` pictures are
    not read again and have no words: that is for a look, and no verifier lets it out.

    Raises WriteError where the PDF cannot be made, and SetupError where a language's data is missing.
    """
    beside = folder / f"{endorsement.name}.pages"
    try:
        pages = frozenset(pictures) | pages_of_pixels(document, plans)
        seen = (
            pictured(document, plans, pages, beside, excess=excess, languages=languages, searchable=searchable)
            if pages
            else Pictured(document.flattened)
        )
        glyphs = [PagePlan(each.page, (), ()) if each.page in pages else each for each in plans]
        burned = burn(seen.path, glyphs, endorsement)
        if burned.unsettable:
            more = pages | burned.unsettable
            return write(
                document, plans, endorsement, folder,
                pictures=more, excess=excess, languages=languages, searchable=searchable,
            )  # fmt: skip
        pdf = scrub(burned.pdf)
    except (pymupdf.mupdf.FzErrorBase, pikepdf.PdfError, PdfiumError, ValueError, RuntimeError, KeyError) as error:
        raise WriteError(f"document {document.short_id}: no redacted copy could be written") from error
    finally:
        beside.unlink(missing_ok=True)
    texts = redacted_text(document, plans)
    return RedactedCopy(
        document=document.id,
        path=_placed(pdf, folder / f"{endorsement.name}.pdf"),
        endorsement=endorsement,
        redactions=(*(redaction for page_plan in plans for redaction in page_plan.redactions), *seen.added),
        text=tuple(seen.texts.get(number, text) for number, text in enumerate(texts, 1)),
        boxes=(*burned.boxes, *seen.boxes),
        moves=burned.moves,
        pictures=tuple(sorted(pages)),
        coarse=(*burned.coarse, *seen.coarse),
        languages=languages,
    )


def pages_of_pixels(document: Document, plans: Sequence[PagePlan]) -> frozenset[int]:
    """The pages whose words were read from pixels, and those from which a word is withheld that was read so: the
    picture that shows it may be masked, clipped, or shared with other pages."""
    found = {page.number for page in document.pages if page.image_dpi is not None}
    for page_plan in plans:
        words = document.passage(f"p{page_plan.page}").words if page_plan.withheld else ()
        for word in words:
            if word.confidence is not None and any(s < word.end and e > word.start for s, e, _ in page_plan.withheld):
                found.add(page_plan.page)
                break
    return frozenset(found)


def slip_sheet(document: Document, endorsement: Endorsement, folder: Path) -> RedactedCopy:
    """One page in place of a document that is withheld in full; it carries the document's only Bates number."""
    return RedactedCopy(
        document=document.id,
        path=_placed(scrub(sheet((_WITHHELD,), endorsement)), folder / f"{endorsement.name}.pdf"),
        endorsement=endorsement,
        redactions=(),
        text=(_WITHHELD,),
        slip_sheet=True,
    )


def _placed(pdf: bytes, path: Path) -> Path:
    beside = path.with_suffix(".part")
    with beside.open("wb") as file:
        file.write(pdf)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    return path
