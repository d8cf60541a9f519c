"""Doubts a redaction that somebody else made: what a PDF still holds that its pages do not show.

No list of secrets is needed. A letter that is in the file and cannot be seen on the page is live text under a box,
whatever painted the box; the other places are those of the catalogue of leaks (layers, form fields, annotations,
metadata, attachments, earlier revisions, marks that were never applied).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
import pikepdf

from redactor.model import Check, Rect
from redactor.verify.boxes import follows_letters
from redactor.verify.declared import Gathered, Problem
from redactor.verify.mosaic import is_mosaic
from redactor.verify.objects import CopyObjects, UnreadableObjectsError, copy_objects
from redactor.verify.painted import Letters, PaintedPage, Pixels, UnpaintableError, painted_file
from redactor.verify.residue import said_by
from redactor.verify.seen import grey_of
from redactor.verify.structure import no_leftovers, nothing_described, one_revision, plain_images

LIVE_TEXT = "no live text under a box"
INVISIBLE = "no invisible text"
SPELLED = "boxes do not spell"
MOSAIC = "no mosaics"
UNPAINTABLE = "opens with pdfium"

LOWEST_BOX = 5.0
"""Points; lower boxes are rules."""

SCALE = 3.0
"""Pixels a point: a letter of five points has strokes of two pixels or more."""

SEEN = 24
"""Grey levels between the lightest and the darkest pixel of a letter's place from which something is seen there; the
edge that a box's neighbour leaves by smoothing stays below."""

SMALLEST = 2.0
"""Points; what is smaller is not told from nothing at this scale."""

THIN = 0.7
"""Points added on both sides of a dash or a rule, whose box is all ink and so shows no contrast of its own."""

BLACK = 96
"""Of 255: a place that is darker on the whole is a box, a highlight or a picture's black, not paper."""

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
    try:
        with copy_objects(path) as objects:
            units = objects.units
            linear = any("/Linearized" in node for node in objects.pdf.objects if isinstance(node, pikepdf.Dictionary))
            beside = (
                *(() if linear else (one_revision(data),)),
                no_leftovers(objects, data),
                nothing_described(tuple(said_by(objects))),
                Check("nothing beside the pages", tuple(_beside(objects))),
                Check("no annotations", tuple(_annotated(objects))),
                plain_images(objects),
            )
    except UnreadableObjectsError:
        units, beside = (), (one_revision(data), Check("opens with pikepdf", ("document: cannot be opened",)))
    return (*_painted(path, units), *beside)


def _painted(path: Path, units: tuple[float, ...]) -> tuple[Check, ...]:
    """What can be undone: looked for on the pages, one at a time."""
    found = Gathered((LIVE_TEXT, INVISIBLE, SPELLED, MOSAIC, UNPAINTABLE))
    try:
        with painted_file(path, units) as pages:
            for page in pages.each():
                found.add(_hidden(page))
                found.add(_spelled(page))
                found.add(_mosaic(page))
    except UnpaintableError:
        found.add([(UNPAINTABLE, "document: cannot be opened, or a page of it not painted")])
    return found.checks({})


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
        if "/PieceInfo" in page.obj:
            yield f"page {number}: private data of a program"


def _annotated(objects: CopyObjects) -> Iterator[str]:
    for number, page in enumerate(objects.pages, start=1):
        listed = page.obj.get("/Annots")
        annotations = (
            [a for a in listed if isinstance(a, pikepdf.Dictionary)] if isinstance(listed, pikepdf.Array) else []
        )
        marks = [a for a in annotations if a.get("/Subtype") == "/Redact"]
        if marks:
            yield f"page {number}: a redaction that was marked and never applied"
        if telling := sum(_may_tell(a) for a in annotations if a.get("/Subtype") != "/Redact"):
            yield f"page {number}: {telling} annotations, which may hold text"


def _may_tell(annotation: pikepdf.Dictionary) -> bool:
    """Whether the annotation holds text; a link to another page of the same file holds none."""
    if annotation.get("/Subtype") != "/Link":
        return True
    action = annotation.get("/A")
    outward = isinstance(action, pikepdf.Dictionary) and str(action.get("/S")) != "/GoTo"
    return outward or any(key in annotation for key in ("/Contents", "/T", "/AA", "/RC"))


def _hidden(page: PaintedPage) -> Iterator[Problem]:
    """Letters that are in the file and cannot be seen: under something dark, or on plain ground."""
    letters, unpainted = page.letters, page.unpainted()
    pixels = page.pixels(SCALE, grey=True)
    places = page.picture_places()
    covered: list[bool] = []
    blank: list[bool] = []
    loose = 0
    for at in np.flatnonzero(letters.solid).tolist():
        shade = _shade(page, Rect(*letters.boxes[at].tolist()), pixels)
        over_picture = bool(unpainted[at]) and any(_holds(place, letters, at) for place in places)
        loose += bool(unpainted[at]) and not over_picture
        covered.append(shade is not None and shade < BLACK)
        # The words that were read in a scan stand a little beside its ink: only what is black above them is telling.
        blank.append(shade is not None and shade >= BLACK and not over_picture)
    place = f"page {page.number}"
    for flags, what in ((covered, "under something dark"), (blank, "that cannot be seen")):
        runs = [run for run in _runs(flags) if run >= FEWEST]
        if runs:
            yield LIVE_TEXT, f"{place}: {sum(runs)} letters {what}, in {len(runs)} places"
    if loose:
        yield INVISIBLE, f"{place}: {loose} invisible letters with no picture beneath"


def _holds(place: Rect, letters: Letters, at: int) -> bool:
    return bool(place.x0 <= letters.x[at] <= place.x1 and place.y0 <= letters.y[at] <= place.y1)


def _runs(flags: Sequence[bool]) -> Iterator[int]:
    """Lengths of the stretches of neighbouring letters for which the flag is set."""
    for flag, run in groupby(flags):
        if flag:
            yield sum(1 for _ in run)


def _shade(page: PaintedPage, box: Rect, pixels: Pixels) -> float | None:
    """The grey level of a letter's place where nothing can be seen in it; None where something can."""
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    if max(wide, high) < SMALLEST:
        return None
    if box.x1 <= 0 or box.y1 <= 0 or box.x0 >= page.width or box.y0 >= page.height:
        return 255.0  # off the page
    across, down = (THIN if side < SMALLEST else 0.0 for side in (wide, high))
    part = pixels[
        max(0, round((box.y0 - down) * SCALE)) : max(1, round((box.y1 + down) * SCALE)),
        max(0, round((box.x0 - across) * SCALE)) : max(1, round((box.x1 + across) * SCALE)),
    ]
    if not part.size or int(part.max()) - int(part.min()) >= SEEN:
        return None
    return float(part.mean())


def _spelled(page: PaintedPage) -> Iterator[Problem]:
    """Rows of dark boxes as wide as letters: their widths are the advances of what they cover."""
    pixels = page.pixels(1.0, grey=True)

    def dark(r: Rect) -> bool:
        part = pixels[max(0, round(r.y0) + 1) : max(0, round(r.y1) - 1), max(0, round(r.x0) + 1) : round(r.x1) - 1]
        return bool(part.size) and float(part.max()) < BLACK

    if follows_letters([frame for frame in page.frames() if frame.y1 - frame.y0 >= LOWEST_BOX and dark(frame)]):
        yield SPELLED, f"page {page.number}: a row of boxes as wide as letters"


def _mosaic(page: PaintedPage) -> Iterator[Problem]:
    """Parts of pictures that were made coarse rather than black; what is under them can be guessed."""
    for picture in page.pictures():
        if is_mosaic(grey_of(picture)):
            yield MOSAIC, f"page {page.number}: a part of a picture is coarse; mosaics can be read (doubtful)"
            return
