"""A name that a form keeps in parts: family name in one cell, given names in the next.

Taken by themselves the parts are two people of one word each, and neither of them has the number in the row below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from redactor.model import Detection, Document, DocumentId
from redactor.resolve.names import Name, parse
from redactor.shadow import shadow

_FAMILY = re.compile(
    r"(?i)\b(?:family name(?: ?\((?:caps|last name)\))?|(?:complete )?last name|surname|apellidos?|nom de famille"
    r"|sobrenome)[ \t]*[:.]?[ \t]*$"
)
_GIVEN = re.compile(
    r"(?i)\b(?:given names?(?: ?\(first name\))?|first(?: name)?|middle(?: name| initial)?|nombres?|pr[ée]noms?|nome)"
    r"[ \t]*[:.]?[ \t]*$"
)
_BEFORE = 40
"""Code points before a cell in which its label stands."""

_REACH = 200
"""Code points from a family name to the last of its given names: two lines of a form."""

_PARTS = 3
"""Family, first, middle."""


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    text: str
    family: bool


def whole_names(
    documents: Mapping[DocumentId, Document], mentions: Mapping[Detection, Name]
) -> Mapping[Detection, Name]:
    """The mentions that stand in the parts of a name, each with the whole of it. ``mentions`` are claims with the name
    that each of them writes; others are left out."""
    by_passage: dict[tuple[DocumentId, str], list[Detection]] = {}
    for mention in mentions:
        by_passage.setdefault((mention.document, mention.span.passage), []).append(mention)
    whole: dict[Detection, Name] = {}
    for (document, address), found in by_passage.items():
        text = documents[document].passage(address).text
        for cells in _rows(text, found):
            family, *given = cells
            name = parse(f"{family.text}, {' '.join(cell.text for cell in given)}")
            spans = {(cell.start, cell.end) for cell in cells}
            whole |= {m: name for m in found if (m.span.start, m.span.end) in spans}
    return whole


def _rows(text: str, found: list[Detection]) -> list[list[_Cell]]:
    """Cells that are labelled as parts of one name, the family name first."""
    rows: list[list[_Cell]] = []
    for start, end in sorted({(m.span.start, m.span.end) for m in found}):
        line = text.rfind("\n", 0, start) + 1
        label = text[max(line, start - _BEFORE) : start]
        cell = _Cell(start, end, shadow(text[start:end]).text, bool(_FAMILY.search(label)))
        if cell.family:
            rows.append([cell])
        elif rows and _GIVEN.search(label) and end - rows[-1][0].start <= _REACH and len(rows[-1]) < _PARTS:
            rows[-1].append(cell)
    return [row for row in rows if len(row) > 1]
