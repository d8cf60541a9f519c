"""The original as it would print: one PDF without revisions, layers, annotations or hidden text, in one page space.

Every later stage works on this file and no other, so two parsers can never see two documents. Rotation, crop box and
user unit are moved into the content: a point of the flattened page is a point of the page as displayed, seen from
its top left corner. Form fields and annotations that show are drawn into the page; those that do not show are gone
(their texts are passages of their own; see ``offpage``).
"""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pikepdf
import pymupdf
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name, Pdf

from redactor.errors import PasswordRequiredError, UnreadableDocumentError
from redactor.extract.covered import without_clipped, without_covered
from redactor.extract.fonts import without_lies
from redactor.extract.ink import without_text
from redactor.extract.invisible import Layers, settle_layers, without_invisible
from redactor.extract.letters import without_unpainted
from redactor.extract.page_space import into_page_space
from redactor.extract.unseen import without_unseen
from redactor.extract.unseen_pixels import without_unseen_pixels
from redactor.geometry import intersection
from redactor.model import Rect

_HIDDEN_FLAGS = 0b10_0010  # annotation flags Hidden (bit 2) and NoView (bit 6); ISO 32000-1, table 165
_NOT_DRAWN = (Name.Popup, Name.Link, Name.Redact)
_EVERY_WORD = pymupdf.TEXTFLAGS_WORDS & ~pymupdf.TEXT_MEDIABOX_CLIP
_LOSS = re.compile(
    "; ignoring|ignoring non-|unable to recover stream data|not found in file after|error decoding stream"
)
"""What qpdf says where it goes on without a page, a stream or a part of one."""

_LARGEST_SIDE = 3_000
"""Pixels; pages are compared at 72 dpi, and coarser where they are larger than a plan."""

_CANNOT = (pikepdf.PdfError, pymupdf.FileDataError, pymupdf.mupdf.FzErrorBase, ValueError, TypeError, RuntimeError)
"""What is raised where a key of the file holds something else than the standard has there."""

_COMPARE_LEVELS = 64
"""Of 255: by how much a pixel must be lighter or darker than all nine around it in the other picture to differ."""

_COMPARE_PIXELS = 24
"""So many pixels may differ between the original page and its flattened form before it is refused: half a short word
of text at this resolution."""


@dataclass(frozen=True, slots=True)
class Flattened:
    """The flattened PDF's bytes; per page, the areas (page space) of redaction marks that were never applied, and the
    text that the file holds for the page and does not show there."""

    pdf: bytes
    marked: tuple[tuple[Rect, ...], ...]
    hidden: tuple[str, ...]


def open_untrusted(path: Path) -> Pdf:
    """The original in pikepdf. USCIS forms are encrypted with an empty password; anything else is refused.

    Raises PasswordRequiredError and UnreadableDocumentError.
    """
    try:
        return pikepdf.open(path)
    except pikepdf.PasswordError as error:
        raise PasswordRequiredError("encrypted, and the empty password does not open it") from error
    except (pikepdf.PdfError, OSError, ValueError) as error:
        raise UnreadableDocumentError("not a PDF that can be repaired") from error


def flatten(untrusted: Pdf) -> Flattened:
    """The flattened PDF. Raises UnreadableDocumentError where a page cannot be drawn as the original draws it."""
    try:
        if not len(untrusted.pages):
            raise UnreadableDocumentError("the PDF has no pages")
        marks = [_redaction_marks(page) for page in untrusted.pages]
        baked = _baked(untrusted)
        _nothing_missing(untrusted)  # now that all of it has been read once
        clean, marked = _clean(baked, marks)
        clipped = _clipped(clean)
        flat = without_unseen_pixels(_without_unseen(_uncovered(clipped)))
        _same_picture(baked, flat)
        hidden = _hidden_text(baked, flat)
    except _CANNOT as error:
        raise UnreadableDocumentError("a page could not be flattened") from error
    return Flattened(flat, marked, hidden)


def _nothing_missing(untrusted: Pdf) -> None:
    """Raises UnreadableDocumentError where a damaged file lost pages or content that a repair cannot bring back: what
    is left would pass for the whole document, and a page without its content for a blank one."""
    warnings = [str(warning) for warning in untrusted.get_warnings()]
    rebuilt = any("reconstruct" in warning for warning in warnings)
    empty = any("/Contents" not in page.obj for page in untrusted.pages)
    if (rebuilt and empty) or any(_LOSS.search(warning) for warning in warnings):
        raise UnreadableDocumentError("the file is damaged, and parts of it are lost")


def _redaction_marks(page: pikepdf.Page) -> list[list[float]]:
    """Rectangles (the file's own coordinates) of redaction annotations that somebody drew and never applied: one for
    each line that was marked, or the whole annotation where it does not say (ISO 32000-2, table 195)."""
    annotations = page.obj.get("/Annots")
    marks: list[list[float]] = []
    for mark in annotations if isinstance(annotations, Array) else ():
        if not isinstance(mark, Dictionary) or mark.get("/Subtype") != Name.Redact:
            continue
        corners = [float(value) for value in mark.get("/QuadPoints", Array())]
        quads = [corners[at : at + 8] for at in range(0, len(corners) - 7, 8)]
        if quads:
            marks += [[min(q[::2]), min(q[1::2]), max(q[::2]), max(q[1::2])] for q in quads]
        elif "/Rect" in mark:
            marks.append([float(value) for value in mark.Rect])
    return marks


def _baked(untrusted: Pdf) -> bytes:
    """Decrypted, without XFA, with every annotation and field that shows drawn into its page."""
    if "/AcroForm" in untrusted.Root and "/XFA" in untrusted.Root.AcroForm:
        del untrusted.Root.AcroForm["/XFA"]
    for page in untrusted.pages:
        annotations = page.obj.get("/Annots")
        if not isinstance(annotations, Array):
            continue
        shown = [a for a in annotations if isinstance(a, Dictionary) and not int(a.get("/F", 0)) & _HIDDEN_FLAGS]
        page.obj.Annots = Array(a for a in shown if a.get("/Subtype") not in _NOT_DRAWN)
    settle_layers(untrusted)
    buffer = io.BytesIO()
    untrusted.save(buffer, encryption=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pymupdf.open(stream=buffer.getvalue(), filetype="pdf") as document:
        document.bake(annots=True, widgets=True)
        return bytes(document.tobytes(garbage=3, deflate=True))


def _clean(baked: bytes, marks: list[list[list[float]]]) -> tuple[bytes, tuple[tuple[Rect, ...], ...]]:
    """Pages only, in page space, with nothing in them that does not paint; and the marks, in page space too."""
    marked = []
    with pikepdf.open(io.BytesIO(baked)) as source, pikepdf.new() as target:
        layers = Layers(source.Root.get("/OCProperties"))
        without_lies(source)
        for page, rects in zip(source.pages, marks, strict=True):
            to_page_space = into_page_space(source, page)
            whole = Rect(0, 0, float(page.mediabox[2]), float(page.mediabox[3]))
            on_page = (intersection(to_page_space.rect(rect), whole) for rect in rects)
            marked.append(tuple(rect for rect in on_page if rect is not None))
            without_invisible(source, page, layers)
            for key in ("/Annots", "/AA", "/Metadata", "/PieceInfo", "/Thumb", "/StructParents", "/B", "/LastModified"):
                if key in page.obj:
                    del page.obj[key]
        target.pages.extend(source.pages)
        buffer = io.BytesIO()
        target.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return buffer.getvalue(), tuple(marked)


def _clipped(clean: bytes) -> bytes:
    """Without text and drawings that lie off the page, and without invisible text."""
    with pymupdf.open(stream=clean, filetype="pdf") as document:
        for page in document:
            page.clip_to_rect(page.rect)
            without_unpainted(page)
        return bytes(document.tobytes(garbage=4, deflate=True))


def _uncovered(clipped: bytes) -> bytes:
    """Without the letters that lie under somebody's box or outside a clipping path (see ``covered``)."""
    with pymupdf.open(stream=clipped, filetype="pdf") as document:
        for page in document:
            without_clipped(page)
            without_covered(page)
        return bytes(document.tobytes(garbage=4, deflate=True))


def _without_unseen(uncovered: bytes) -> bytes:
    """Without the letters that are painted and that nobody sees (see ``unseen``)."""
    changed = False
    with (
        pymupdf.open(stream=uncovered, filetype="pdf") as document,
        pymupdf.open(stream=without_text(uncovered), filetype="pdf") as bare,
    ):
        for page, empty in zip(document, bare, strict=True):
            changed = without_unseen(page, empty) or changed
        return bytes(document.tobytes(garbage=4, deflate=True)) if changed else uncovered


def _hidden_text(before: bytes, after: bytes) -> tuple[str, ...]:
    """Per page, the words that the original holds there and the flattened page has not: off the page, in layers that
    are off, painted invisibly, clipped away, or said by a font that paints something else."""
    with pikepdf.open(io.BytesIO(before)) as pdf:
        if "/OCProperties" in pdf.Root:
            del pdf.Root["/OCProperties"]  # without it every layer is read
        buffer = io.BytesIO()
        pdf.save(buffer)
    texts = []
    with pymupdf.open(stream=buffer.getvalue(), filetype="pdf") as one, pymupdf.open(stream=after) as other:
        for first, second in zip(one, other, strict=True):
            shown = Counter(word[4] for word in second.get_text("words"))
            lines: dict[tuple[int, int], list[str]] = {}
            for word in first.get_text("words", clip=pymupdf.INFINITE_RECT(), flags=_EVERY_WORD):
                if shown[word[4]] > 0:
                    shown[word[4]] -= 1
                else:
                    lines.setdefault((word[5], word[6]), []).append(word[4])
            texts.append("\n".join(" ".join(words) for words in lines.values()))
    return tuple(texts)


def _same_picture(before: bytes, after: bytes) -> None:
    """Raises ValueError where a page no longer looks as it did: something that showed was lost on the way, or moved."""
    with pymupdf.open(stream=before, filetype="pdf") as one, pymupdf.open(stream=after, filetype="pdf") as other:
        for first, second in zip(one, other, strict=True):
            a, b = _grey(first), _grey(second)
            if abs(a.shape[0] - b.shape[0]) > 1 or abs(a.shape[1] - b.shape[1]) > 1:
                raise ValueError("page size changed")
            height, width = min(a.shape[0], b.shape[0]), min(a.shape[1], b.shape[1])
            a, b = a[:height, :width], b[:height, :width]
            if int((_beyond(a, b) | _beyond(b, a)).sum()) > _COMPARE_PIXELS:
                raise ValueError("picture changed")


def _grey(page: pymupdf.Page) -> NDArray[np.int16]:
    scale = min(1.0, _LARGEST_SIDE / max(page.rect.width, page.rect.height))  # 1 is 72 dpi
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csGRAY, annots=False)
    return np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width).astype(np.int16)


def _beyond(one: NDArray[np.int16], other: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Which pixels of one picture are lighter or darker than everything around the same place in the other: a shift
    by less than a pixel is rounding."""
    around = np.lib.stride_tricks.sliding_window_view(np.pad(other, 1, mode="edge"), (3, 3))
    lightest, darkest = around.max(axis=(2, 3)), around.min(axis=(2, 3))
    beyond: NDArray[np.bool_] = (one > lightest + _COMPARE_LEVELS) | (one < darkest - _COMPARE_LEVELS)
    return beyond
