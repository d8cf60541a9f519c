"""The in camera set: what a court reads to judge the boxes, with every proposed box outlined and nothing removed.

It must never be mistaken for a redacted copy. What is made here is bytes of an encrypted file and no ``RedactedCopy``,
so neither ``verify`` nor ``produce`` can take it.
"""

from __future__ import annotations

import html
import io
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
import pymupdf

from redactor.errors import WriteError
from redactor.geometry import bounds
from redactor.model import Document, Endorsement, Quad
from redactor.write.burn import endorse

BANNER = "SUBMITTED FOR IN CAMERA REVIEW – DO NOT FILE"
"""On every page (law.md section 8): whoever finds a page alone must see that it is not the public copy."""

_FONT, _BOLD = pymupdf.Font("helv"), pymupdf.Font("hebo")
_RED = (0.75, 0.0, 0.1)
_BAND = 26.0
"""Points added above a page for the banner, so that it stands over nothing."""

_BANNER_SIZE, _TAG_SIZE, _LINE = 10.0, 6.0, 0.8
_TAG_ROOM = 1.2
_SHEET, _TYPE_AREA = pymupdf.Rect(0, 0, 792, 612), pymupdf.Rect(36, 36, 756, 576)


@dataclass(frozen=True, slots=True)
class Outline:
    """A proposed box to draw round: its number in the set, its page and the place in page space."""

    number: int
    page: int
    quad: Quad


def outlined(document: Document, outlines: Sequence[Outline], endorsement: Endorsement, password: str) -> bytes:
    """The unredacted document with numbered outlines, banner and Bates numbers, encrypted with ``password`` (AES-256).

    Raises WriteError where it cannot be drawn.
    """
    try:
        with pymupdf.open(document.flattened, filetype="pdf") as drawn:
            for page, number in zip(drawn, endorsement.numbers, strict=True):
                _outline(page, [outline for outline in outlines if outline.page == page.number + 1])
                endorse(page, number, endorsement.legend)
                _banner(page)
            return _encrypted(bytes(drawn.tobytes(garbage=3, deflate=True)), password)
    except (pymupdf.mupdf.FzErrorBase, pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise WriteError(f"document {document.short_id}: it could not be drawn for the set") from error


def index_sheets(title: str, paragraphs: Sequence[str], rows: Sequence[Sequence[str]], password: str) -> bytes:
    """Legend and index as an encrypted PDF: ``title``, then ``paragraphs``, then ``rows`` as a table whose first row is
    its head."""
    story = pymupdf.Story(html=_html(title, paragraphs, rows))
    buffer = io.BytesIO()
    writer = pymupdf.DocumentWriter(buffer)
    more = 1
    while more:
        device = writer.begin_page(_SHEET)
        more, _ = story.place(_TYPE_AREA)
        story.draw(device)
        writer.end_page()
    writer.close()
    with pymupdf.open(stream=buffer.getvalue(), filetype="pdf") as document:
        for page in document:
            _banner(page)
        return _encrypted(bytes(document.tobytes(garbage=3, deflate=True)), password)


def _outline(page: pymupdf.Page, outlines: Sequence[Outline]) -> None:
    if not outlines:
        return
    shape = page.new_shape()
    tags = pymupdf.TextWriter(page.rect, color=(1, 1, 1))
    for outline in outlines:
        quad = outline.quad
        shape.draw_quad(pymupdf.Quad(quad.ul, quad.ur, quad.ll, quad.lr))
        shape.finish(color=_RED, width=_LINE)
        rect, text = bounds(quad), str(outline.number)
        wide = _BOLD.text_length(text, _TAG_SIZE) + 2 * _TAG_ROOM
        left = min(max(0.0, rect.x0 - _LINE / 2), page.rect.width - wide)
        top = max(0.0, rect.y0 - _TAG_SIZE)
        shape.draw_rect(pymupdf.Rect(left, top, left + wide, top + _TAG_SIZE))
        shape.finish(color=None, fill=_RED)
        tags.append((left + _TAG_ROOM, top + 0.85 * _TAG_SIZE), text, font=_BOLD, fontsize=_TAG_SIZE)
    shape.commit()
    tags.write_text(page)


def _banner(page: pymupdf.Page) -> None:
    """The banner in a band above the page."""
    page.wrap_contents()  # what the page's own content leaves clipped or moved must not reach the banner
    box = page.mediabox
    page.set_mediabox(pymupdf.Rect(box.x0, box.y0, box.x1, box.y1 + _BAND))
    page = page.parent.reload_page(page)  # its map of places still has the old height
    size = _BANNER_SIZE
    if (needed := _BOLD.text_length(BANNER, size)) > page.rect.width - 24:
        size *= (page.rect.width - 24) / needed
    writer = pymupdf.TextWriter(page.rect, color=_RED)
    left = (page.rect.width - _BOLD.text_length(BANNER, size)) / 2
    writer.append((left, _BAND / 2 + 0.36 * size), BANNER, font=_BOLD, fontsize=size)
    writer.write_text(page)


def _encrypted(pdf: bytes, password: str) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        nothing = pikepdf.Permissions(extract=False, modify_annotation=False, modify_other=False, modify_assembly=False)
        lock = pikepdf.Encryption(user=password, owner=secrets.token_urlsafe(24), R=6, allow=nothing)
        document.save(buffer, encryption=lock)
    return buffer.getvalue()


def _html(title: str, paragraphs: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    def cells(row: Sequence[str], kind: str) -> str:
        return "".join(f"<{kind}>{html.escape(cell)}</{kind}>" for cell in row)

    head, *body = rows or [()]
    style = (
        "body{font-family:sans-serif;font-size:8.5px} h1{font-size:15px} table{border-collapse:collapse}"
        "td,th{border-bottom:0.5px solid #999;padding:2px 5px;text-align:left;vertical-align:top} th{font-weight:bold}"
    )
    told = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    table = (
        f"<table><tr>{cells(head, 'th')}</tr>" + "".join(f"<tr>{cells(row, 'td')}</tr>" for row in body) + "</table>"
    )
    return f"<style>{style}</style><h1>{html.escape(title)}</h1>{told}{table if body else ''}"
