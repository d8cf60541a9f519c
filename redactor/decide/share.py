"""How much of a document could be released: what Rule 34(b)(2)(C) calls the rest."""

from __future__ import annotations

from collections.abc import Iterable

from redactor.model import Decision, Disposition, Document


def released_share(document: Document, decisions: Iterable[Decision]) -> float:
    """The share of the document's glyphs, 0 to 1, that no decision on one of its findings covers; 0 where it has none.

    Counted on the pages as read. A decision to withhold the whole document covers its own finding here and no more:
    the question is what would remain without it.
    """
    covered: dict[str, set[int]] = {}
    for decision in decisions:
        if decision.disposition is not Disposition.PRODUCE:
            for span in decision.withheld:
                covered.setdefault(span.passage, set()).update(range(span.start, span.end))
    glyphs = shown = 0
    for passage in document.passages:
        if passage.page is None or "/" in passage.address:
            continue
        hidden = covered.get(passage.address, set())
        for place, character in enumerate(passage.text):
            if not character.isspace():
                glyphs += 1
                shown += place not in hidden
    return shown / glyphs if glyphs else 0.0
