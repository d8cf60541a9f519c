"""The same pages painted by poppler, where it is installed: what pdfium leaves out, another viewer may show."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from redactor.geometry import bounds
from redactor.model import Check, Quad, RedactedCopy
from redactor.verify.boxes import inward
from redactor.verify.declared import Declarations, Declared
from redactor.verify.outside import Grey, levels_around
from redactor.verify.painted import Letters, PaintedFile, Pixels

RENDERER = "pdftoppm"
SECOND_LOOK = "another renderer shows no more"
DPI = 72
TOLERANCE = "poppler at 72 dpi, pages with boxes: boxes dark, and no ink on tiles of 16 pt that pdfium leaves plain"

_LIMIT = 300  # seconds for one run; a hang is a page that could not be looked at
_PAGES = 40  # pages painted at a time
_DARK = 96  # of 255
_BARE = 0.1  # share of a box beside its label that may be lighter: its edge
_LABEL = 0.75  # share of a box that its label may lighten where it fills the box
_INSET = 1.5  # pt
_TILE = 16  # pixels
_PLAIN = 24  # levels within a tile from which pdfium shows something there
_INK = 96  # levels from which poppler does
_SPECKS = 6  # pixels of a tile


def second_look(copy: RedactedCopy, pages: PaintedFile) -> Check | None:
    """The check, or None where poppler is not installed. Raises UnpaintableError where pdfium cannot paint a page."""
    program = shutil.which(RENDERER)
    if program is None:
        return None
    declarations = Declarations(copy)
    problems: list[str] = []
    for first in range(1, len(pages) + 1, _PAGES):
        wanted = range(first, min(first + _PAGES, len(pages) + 1))
        boxed = [declared for declared in map(declarations.on, wanted) if declared.boxes]
        if not boxed:
            continue
        start, end = boxed[0].number, boxed[-1].number
        others = dict(zip(range(start, end + 1), _painted(program, copy.path, start, end), strict=False))
        for declared in boxed:
            other = others.get(declared.number)
            if other is None:
                problems.append(f"page {declared.number}: could not be painted by poppler")
                continue
            problems += [f"page {declared.number}: {what}" for what in _doubts(pages, declared, other)]
    return Check(SECOND_LOOK, tuple(problems), TOLERANCE)


def _painted(program: str, path: Path, first: int, last: int) -> Iterator[Pixels]:
    """The pages as grey levels, as long as there are any."""
    command = [program, "-q", "-gray", "-cropbox", "-r", str(DPI), "-f", str(first), "-l", str(last), str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_LIMIT, check=True)  # noqa: S603 - our own path
    except (subprocess.SubprocessError, OSError):
        return
    data, at = done.stdout, 0
    while data[at : at + 2] == b"P5":
        header = data[at : at + 40].split(b"\n", 3)
        columns, rows = (int(number) for number in header[1].split())
        at += sum(len(line) + 1 for line in header[:3])
        yield np.frombuffer(data, dtype=np.uint8, count=rows * columns, offset=at).reshape(rows, columns)
        at += rows * columns


def _doubts(pages: PaintedFile, declared: Declared, other: Pixels) -> Iterator[str]:
    with pages.page(declared.number) as page:
        if page.unit != 1.0:
            return  # poppler leaves the user unit out, and the page would be another size
        ours = page.pixels(1.0, grey=True)
        if max(abs(ours.shape[0] - other.shape[0]), abs(ours.shape[1] - other.shape[1])) > 1:
            yield "poppler shows another size"
            return
        for at, box in enumerate(declared.boxes, start=1):
            if not _dark(box.quad, page.letters, other):
                yield f"box {at} is not opaque in poppler"
        if bare := _shown_by_other_only(ours, other):
            yield f"{bare} places where poppler shows something and pdfium nothing"


def _shown_by_other_only(ours: Pixels, other: Pixels) -> int:
    rows, columns = (min(a, b) // _TILE * _TILE for a, b in zip(ours.shape, other.shape, strict=True))

    def tiles(pixels: Grey) -> Grey:
        cut = pixels[:rows, :columns].reshape((rows // _TILE, _TILE, columns // _TILE, _TILE))
        flat: Grey = cut.swapaxes(1, 2).reshape((-1, _TILE * _TILE))
        return flat

    # Renderers differ by a pixel in where a line stands: plain is what is plain a pixel around, too.
    lightest, darkest = levels_around(ours.astype(np.int16))
    plain = tiles(lightest).max(axis=1) - tiles(darkest).min(axis=1) < _PLAIN
    shade = np.median(tiles(ours.astype(np.int16)), axis=1)[:, None]
    inked = (np.abs(tiles(other.astype(np.int16)) - shade) > _INK).sum(axis=1) > _SPECKS
    return int((plain & inked).sum())


def _dark(quad: Quad, letters: Letters, other: Pixels) -> bool:
    """Whether the box is dark but for its label's letters. A box on a slanted line does not fill its bounds."""
    box = bounds(quad)
    rows, columns = (
        slice(round(box.y0 + _INSET), round(box.y1 - _INSET)),
        slice(round(box.x0 + _INSET), round(box.x1 - _INSET)),
    )
    part = other[rows, columns]
    x, y = (
        np.arange(side.start, side.start + length) + 0.5
        for side, length in zip((columns, rows), part.shape[::-1], strict=True)
    )
    within = inward(quad, x[None, :], y[:, None]) >= _INSET
    bare = within.copy()
    for x0, y0, x1, y1 in letters.boxes[letters.within(box) & letters.solid].tolist():
        across = slice(max(0, int(x0 - 1) - columns.start), max(0, int(np.ceil(x1 + 1)) - columns.start))
        bare[max(0, int(y0 - 1) - rows.start) : max(0, int(np.ceil(y1 + 1)) - rows.start), across] = False
    if int(bare.sum()) < _SPECKS:
        return not within.any() or float((part[within] > _DARK).mean()) <= _LABEL
    return float((part[bare] > _DARK).mean()) <= _BARE
