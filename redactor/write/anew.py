"""The pages on which something was taken out, with their lines set anew and their boxes told where to stand."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pikepdf

from redactor.model import Box, Move, Quad, Rect
from redactor.write.lines import lay_out
from redactor.write.plan import PagePlan
from redactor.write.rows import Mark, Rules
from redactor.write.shows import Show, UnsettableError
from redactor.write.typesetting import SetPage

NUMBERED = "a font that numbers its letters in the order of their first use"

_ENOUGH_LETTERS, _RISING = 10, 0.85
"""Different letters of a font from which their order is looked at, and the share of steps up in it: in the order of an
alphabet it is about a half, by chance hardly ever that much."""


@dataclass(frozen=True, slots=True)
class SetAnew:
    """The PDF whose lines are set anew, where every box stands, which words were moved, the pages (with the reason)
    whose layout still tells something, the underlines and highlights by page that have to go with their words, and the
    pages whose lines cannot be set anew."""

    pdf: bytes
    boxes: tuple[Box, ...]
    moves: tuple[Move, ...]
    coarse: tuple[tuple[int, str], ...]
    marks: Mapping[int, Sequence[tuple[Mark, Rect]]]
    unsettable: frozenset[int]


def set_anew(removed: bytes, plans: Sequence[PagePlan], rules: Mapping[int, Rules]) -> SetAnew:
    """Set the lines anew of every page in ``rules`` (by number). ``removed`` is the PDF from which the words went.

    A page whose text cannot be placed keeps its lines, and its boxes cover what went: that is coarse, and said so.
    Raises PdfError where a content stream has no syntax.
    """
    boxes: list[Box] = []
    moves: list[Move] = []
    coarse: list[tuple[int, str]] = []
    marks: dict[int, Sequence[tuple[Mark, Rect]]] = {}
    unsettable: set[int] = set()
    with pikepdf.open(io.BytesIO(removed)) as pdf:
        for page, plan in zip(pdf.pages, plans, strict=True):
            quads: dict[str, tuple[Quad, ...]] = {redaction.id: (redaction.quad,) for redaction in plan.redactions}
            lines = {redaction.id: redaction.quad for redaction in plan.redactions if not redaction.image}
            if plan.page in rules and lines:
                width, height = float(page.mediabox[2]), float(page.mediabox[3])
                try:
                    set_page = SetPage(pdf, page.obj, height)
                    coarse += [(plan.page, NUMBERED)] if _numbered(set_page.shows) else []
                    layout = lay_out(set_page.shows, tuple(lines.values()), rules[plan.page], (width, height))
                    set_page.write()
                except UnsettableError as error:
                    coarse.append((plan.page, str(error)))
                    unsettable.add(plan.page)
                else:
                    ids = tuple(lines)
                    for index, several in layout.boxes.items():
                        quads[ids[index]] = tuple(_rounded(quad) for quad in several)
                    moves += [Move(plan.page, moved.area, moved.place) for moved in layout.moved]
                    coarse += [(plan.page, reason) for reason in layout.coarse]
                    marks[plan.page] = layout.marks
            boxes += [Box(redaction, plan.page, quad) for redaction, several in quads.items() for quad in several]
        buffer = io.BytesIO()
        pdf.save(buffer, static_id=True, compress_streams=False)
    return SetAnew(buffer.getvalue(), tuple(boxes), tuple(moves), tuple(coarse), marks, frozenset(unsettable))


def _numbered(shows: Sequence[Show]) -> bool:
    """Whether a font numbers its letters in the order in which the page first showed them. The numbers that are left
    then say how many letters came first on what was taken out, and which of the others were in it."""
    orders: dict[int, dict[int, None]] = {}
    for show in shows:
        orders.setdefault(id(show.metrics), {}).update(dict.fromkeys(show.codes))
    for order in map(list, orders.values()):
        rising = sum(one < other for one, other in pairwise(order))
        if len(order) >= _ENOUGH_LETTERS and rising >= _RISING * (len(order) - 1):
            return True
    return False


def _rounded(quad: Quad) -> Quad:
    """To a hundredth of a point: what is left of a rounding error would tell where it came from."""

    def point(at: tuple[float, float]) -> tuple[float, float]:
        return (round(at[0], 2), round(at[1], 2))

    return Quad(point(quad.ul), point(quad.ur), point(quad.lr), point(quad.ll))
