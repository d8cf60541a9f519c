"""A page's rotation, crop box and user unit moved into its content, so that one page space holds for all that follows.

A point of the page is then a point of the page as displayed, seen from its lower left corner as PDF counts, or from
the top left corner as everything else here counts.
"""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

from redactor.model import Rect


@dataclass(frozen=True, slots=True)
class ToPageSpace:
    """The matrix (ISO 32000-1, 8.3.3) from a page's own coordinates to its visible area, and that area's height."""

    matrix: tuple[float, ...]
    height: float

    def rect(self, corners: list[float]) -> Rect:
        a, b, c, d, e, f = self.matrix
        points = [(a * x + c * y + e, b * x + d * y + f) for x, y in (corners[:2], corners[2:4])]
        xs, ys = zip(*points, strict=True)
        return Rect(min(xs), self.height - max(ys), max(xs), self.height - min(ys))


def into_page_space(pdf: Pdf, page: pikepdf.Page) -> ToPageSpace:
    """Rotation, crop box and user unit moved from the page's keys into its content."""
    media = [float(v) for v in page.mediabox]
    crop = [float(v) for v in page.cropbox]
    left, bottom = (max(min(media[i], media[i + 2]), min(crop[i], crop[i + 2])) for i in (0, 1))
    right, top = (min(max(media[i], media[i + 2]), max(crop[i], crop[i + 2])) for i in (0, 1))
    if right <= left or top <= bottom:
        left, bottom, right, top = media
    width, height = right - left, top - bottom
    unit = float(page.obj.get("/UserUnit", 1))
    rotation = _rotation(page) % 360
    matrix = {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }[rotation]
    a, b, c, d, e, f = (value * unit for value in matrix)
    if rotation in (90, 270):
        width, height = height, width
    balanced = _balanced(page)
    page.obj.Contents = pdf.make_stream(
        b"q %.6f %.6f %.6f %.6f %.6f %.6f cm\n" % (a, b, c, d, e, f) + balanced + b"\nQ\n"
    )
    page.obj.MediaBox = Array([0, 0, width * unit, height * unit])
    for key in ("/CropBox", "/Rotate", "/UserUnit", "/TrimBox", "/BleedBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]
    page.obj.CropBox = page.obj.MediaBox
    page.obj.Rotate = 0
    return ToPageSpace((a, b, c, d, e, f), height * unit)


def _rotation(page: pikepdf.Page) -> int:
    """Degrees clockwise; the key is inherited from the page tree (ISO 32000-1, 7.7.3.4). Odd values count as none."""
    node: Object | None = page.obj
    for _ in range(64):
        if not isinstance(node, Dictionary):
            break
        if "/Rotate" in node:
            return int(node.Rotate) // 90 * 90
        node = node.get("/Parent")
    return 0


def _balanced(page: pikepdf.Page) -> bytes:
    """The page's content as one stream with as many Q as q, so that wrapping it is safe."""
    instructions = list(pikepdf.parse_content_stream(page))
    depth = 0
    kept = []
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator == "Q":
            if depth == 0:
                continue  # viewers ignore a Q too many; inside our own q it would undo the page's matrix
            depth -= 1
        elif operator == "q":
            depth += 1
        kept.append(instruction)
    return pikepdf.unparse_content_stream(kept) + b"\nQ" * depth
