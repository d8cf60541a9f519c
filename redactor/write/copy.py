"""One redacted copy: planned, burned, scrubbed, written beside its place and moved there when whole."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pymupdf

from redactor.errors import WriteError
from redactor.model import Document, Endorsement, RedactedCopy
from redactor.write.burn import burn, sheet
from redactor.write.plan import PagePlan
from redactor.write.scrub import scrub
from redactor.write.text import redacted_text

_WITHHELD = "DOCUMENT WITHHELD"


def write(document: Document, plans: Sequence[PagePlan], endorsement: Endorsement, folder: Path) -> RedactedCopy:
    """The redacted copy, as ``<BEGBATES>.pdf`` in ``folder``. Raises WriteError where the PDF cannot be made."""
    try:
        burned = burn(document.flattened, plans, endorsement)
        pdf = scrub(burned.pdf)
    except (pymupdf.mupdf.FzErrorBase, pikepdf.PdfError, ValueError, RuntimeError, KeyError) as error:
        raise WriteError(f"document {document.short_id}: no redacted copy could be written") from error
    return RedactedCopy(
        document=document.id,
        path=_placed(pdf, folder / f"{endorsement.begin}.pdf"),
        endorsement=endorsement,
        redactions=tuple(redaction for page_plan in plans for redaction in page_plan.redactions),
        text=redacted_text(document, plans),
        boxes=burned.boxes,
        moves=burned.moves,
        coarse=burned.coarse,
    )


def slip_sheet(document: Document, endorsement: Endorsement, folder: Path) -> RedactedCopy:
    """One page in place of a document that is withheld in full; it carries the document's only Bates number."""
    return RedactedCopy(
        document=document.id,
        path=_placed(scrub(sheet((_WITHHELD,), endorsement)), folder / f"{endorsement.begin}.pdf"),
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
