"""Black boxes taken for paper: an engine that meets them loses its lines, and reads their edges as letters."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PIL import Image, ImageDraw

from redactor.geometry import spread
from redactor.model import Quad
from redactor.ocr.reading import Grey

EDGE = 2.0
"""Pixels around a box that are painted along: its own smoothing, and a JPEG's waves."""


def without_boxes(picture: Grey, boxes: Iterable[Quad]) -> Grey:
    """The picture with paper where the boxes (pixels of the picture) stand: what can be read *around* them.

    Writer and verifier read redacted pictures so, and therefore the same pixels. It hides nothing that a box does not
    hide already; that a box is opaque is another check's business.
    """
    paper = int(np.median(picture[::8, ::8])) if picture.size else 255
    image = Image.fromarray(picture)
    draw = ImageDraw.Draw(image)
    for quad in boxes:
        wide = spread(quad, EDGE)
        draw.polygon([(round(x), round(y)) for x, y in (wide.ul, wide.ur, wide.lr, wide.ll)], fill=paper)
    return np.asarray(image)
