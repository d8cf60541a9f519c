"""Doubts a redaction that somebody else made: what a PDF still holds that its pages do not show.

No list of secrets is needed. A letter that is in the file and cannot be seen on the page is live text under a box,
whatever painted the box; the other places are those of the catalogue of leaks (layers, form fields, annotations,
metadata, attachments, earlier revisions, marks that were never applied).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pikepdf

from redactor.model import Check, Rect
from redactor.verify.objects import CopyObjects, UnreadableObjectsError, copy_objects
from redactor.verify.painted import Numbers, PaintedFile, PaintedPage, Pixels, UnpaintableError, painted_file
from redactor.verify.residue import said_by
from redactor.verify.structure import no_leftovers, nothing_described, nothing_invisible, one_revision, plain_images

SCALE = 3.0
"""Pixels a point: a letter of five points has strokes of two pixels or more."""

SEEN = 24
"""Grey levels between the lightest and the darkest pixel of a letter's place from which something is seen there; the
edge that a box's neighbour leaves by smoothing stays below."""

SMALLEST = 2.0
"""Points; what is smaller is not told from nothing at this scale."""

THIN = 0.7
"""Points added on both sides of a dash or a rule, whose box is all ink and so shows no contrast of its own."""

FEWEST = 2
"""Unseen letters of one run that are reported: one alone may be a blank in a font that draws none."""

_FIELDS = {
    "/AcroForm": "form fields",
    "/OCProperties": "layers that can be hidden",
    "/Outlines": "bookmarks",
    "/StructTreeRoot": "a structure tree, which may repeat the text",
    "/Metadata": "XMP metadata",
    "/Names": "a name tree (attachments, scripts, destinations)",
    "/PageLabels": "page labels",
    "/OpenAction": "an action",
    "/PieceInfo": "private data of a program",
}
"""Keys of the catalog that hold text which no page shows (ISO 32000-1, table 28)."""


def doubt(path: Path) -> tuple[Check, ...]:
    """All checks of one PDF, passed or not. Problems name pages, objects and kinds of things, never text."""
    data = path.read_bytes()
    checks = [one_revision(data)]
    units: tuple[float, ...] = ()
    try:
        with copy_objects(path) as objects:
            units = objects.units
            said = tuple(said_by(objects))
            checks += [
                no_leftovers(objects, data),
                nothing_invisible(said),
                nothing_described(said),
                Check("nothing beside the pages", tuple(_beside(objects))),
                Check("no annotations", tuple(_annotated(objects))),
                plain_images(objects),
            ]
    except UnreadableObjectsError:
        checks.append(Check("opens with pikepdf", ("document: cannot be opened",)))
    try:
        with painted_file(path, units) as pages:
            checks.append(Check("no live text under a box", tuple(_hidden(pages))))
    except UnpaintableError:
        checks.append(Check("opens with pdfium", ("document: cannot be opened",)))
    return tuple(checks)


def _beside(objects: CopyObjects) -> Iterator[str]:
    for key, what in _FIELDS.items():
        if key in objects.pdf.Root:
            yield f"document: {what}"
    if any(str(value).strip() for value in objects.pdf.trailer.get("/Info", {}).values()):
        yield "document: an information dictionary (author, title, dates)"
    if any(node.thing.get("/Type") in ("/EmbeddedFile", "/Filespec") for node in objects.everything()):
        yield "document: attached files"
    for number, page in enumerate(objects.pages, start=1):
        if "/Thumb" in page.obj:
            yield f"page {number}: a thumbnail"


def _annotated(objects: CopyObjects) -> Iterator[str]:
    for number, page in enumerate(objects.pages, start=1):
        annotations = page.obj.get("/Annots")
        kinds = [str(a.get("/Subtype", "")) for a in annotations] if isinstance(annotations, pikepdf.Array) else []
        if "/Redact" in kinds:
            yield f"page {number}: a redaction that was marked and never applied"
        if others := [kind for kind in kinds if kind != "/Redact"]:
            yield f"page {number}: {len(others)} annotations, which may hold text"


def _hidden(pages: PaintedFile) -> Iterator[str]:
    """The pages on which letters are in the file and not to be seen."""
    for page in pages.each():
        pixels = page.pixels(SCALE, grey=True)
        runs = _runs(page, page.letters.where(page.letters.solid).boxes, pixels)
        letters = sum(run for run in runs if run >= FEWEST)
        if letters:
            yield f"page {page.number}: {letters} letters that cannot be seen, in {len(runs)} places"


def _runs(page: PaintedPage, boxes: Numbers, pixels: Pixels) -> list[int]:
    """Lengths of the stretches of neighbouring glyphs that cannot be seen."""
    lengths: list[int] = []
    open_run = 0
    for box in boxes.tolist():
        if _invisible(page, Rect(*box), pixels):
            open_run += 1
            continue
        if open_run:
            lengths.append(open_run)
        open_run = 0
    return [*lengths, open_run] if open_run else lengths


def _invisible(page: PaintedPage, box: Rect, pixels: Pixels) -> bool:
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    if max(wide, high) < SMALLEST:
        return False
    outside = box.x1 <= 0 or box.y1 <= 0 or box.x0 >= page.width or box.y0 >= page.height
    if outside:
        return True
    across, down = (THIN if side < SMALLEST else 0.0 for side in (wide, high))
    part = pixels[
        max(0, round((box.y0 - down) * SCALE)) : max(1, round((box.y1 + down) * SCALE)),
        max(0, round((box.x0 - across) * SCALE)) : max(1, round((box.x1 + across) * SCALE)),
    ]
    if not part.size:
        return False
    return int(part.max()) - int(np.asarray(part).min()) < SEEN
