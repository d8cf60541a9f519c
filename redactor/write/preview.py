"""One page as it would be produced, for a reviewer's eyes: written by the very steps that write the copy, but that a
picture is not read again, which would take seconds."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pymupdf

from redactor.errors import InputError
from redactor.model import Decision, Document, Endorsement, Finding, FindingId, Passage, Span
from redactor.write.copy import write
from redactor.write.plan import plan


def preview_png(
    document: Document,
    findings: Sequence[Finding],
    decisions: Mapping[FindingId, Decision],
    number: int,
    endorsement: Endorsement,
    dpi: int,
) -> bytes:
    """Page ``number`` of ``document``, which may lack the passages of other pages, as a PNG of ``dpi`` pixels an inch.

    ``findings`` are the page's. Raises InputError where the page cannot be drawn, WriteError where no copy can be made.
    """
    with tempfile.TemporaryDirectory() as folder:
        alone = _alone(document, number, Path(folder) / "page.pdf")
        here = f"p{number}"
        moved = {key: _moved(decision, here) for key, decision in decisions.items()}
        placed = [replace(each, span=_span(each.span, here)) for each in findings]
        copy = write(alone, plan(alone, placed, moved), endorsement, Path(folder), searchable=False)
        with pymupdf.open(copy.path) as made:
            return bytes(made[0].get_pixmap(dpi=dpi).tobytes("png"))


def _alone(document: Document, number: int, path: Path) -> Document:
    """The page as a document of its own."""
    try:
        with pymupdf.open(document.flattened, filetype="pdf") as whole, pymupdf.open() as one:
            one.insert_pdf(whole, from_page=number - 1, to_page=number - 1)
            one.save(path)
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError):
        raise InputError("the page cannot be drawn", remedy="Run `redactor scan` again.") from None
    here = f"p{number}"
    passages = tuple(_renamed(p, here) for p in document.passages if p.page == number)
    page = replace(document.pages[number - 1], number=1)
    return replace(document, pages=(page,), passages=passages, flattened=path)


def _renamed(passage: Passage, here: str) -> Passage:
    return replace(passage, address=_address(passage.address, here), page=1)


def _moved(decision: Decision, here: str) -> Decision:
    return replace(decision, withheld=tuple(_span(span, here) for span in decision.withheld))


def _span(span: Span, here: str) -> Span:
    return replace(span, passage=_address(span.passage, here))


def _address(address: str, here: str) -> str:
    """``p3`` and what hangs on it as if the page were the first; other addresses stay."""
    if address == here or address.startswith(f"{here}/"):
        return f"p1{address.removeprefix(here)}"
    return address
