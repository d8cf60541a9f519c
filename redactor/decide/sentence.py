"""The sentence in which a finding stands, for rules that withhold what is said and not only the word that says it.

A sentence ends at a full stop, question or exclamation mark before a capital or a number, at a column gap (a form's
cells are sentences of their own), at an empty line and where the lines of the page stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from redactor.model import Passage, Span, Word

_STOP = re.compile(r"[.!?][)\"'\u2019\u201d\]]*\s+(?=[\"'(\[\u2018\u201c]?[A-Z0-9\u00c0-\u00de\u00a7])|\t|\n\s*\n")
_SHORT_FORMS = frozenset(
    "mr mrs ms dr sr sra st no nos v vs u.s u.s.c c.f.r n.y hon esq jr jan feb mar apr jun jul aug sep sept oct nov "
    "dec art sec fed civ p r e.g i.e inc co corp ltd dep't gov't ave blvd apt".split()
)
"""What stands before a full stop that ends no sentence, folded."""

_LAST_WORD = re.compile(r"[^\s(\[]+\Z")
_APART = 0.9
"""Of a line's height: a larger gap to the next line parts two paragraphs. Type is set with a fifth to a half."""

_LONGEST = 700
"""Code points on either side. What goes on longer than this has no stops (a list, a table read as prose), and the
finding's own lines are taken instead."""


def sentence_around(passage: Passage, span: Span) -> tuple[int, int]:
    """Half-open code points of the sentence that holds ``span``, or of the sentences that it reaches into; blanks at
    the ends left out. Never less than the span."""
    text = passage.text
    stops = [0, *_ends(passage), len(text)]
    start = max(stop for stop in stops if stop <= span.start)
    end = min(stop for stop in stops if stop >= span.end)
    if span.start - start > _LONGEST or end - span.end > _LONGEST:
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end) if "\n" in text[span.end :] else len(text)
    lead = len(text[start : span.start]) - len(text[start : span.start].lstrip())
    tail = len(text[span.end : end]) - len(text[span.end : end].rstrip())
    return start + lead, end - tail


def _ends(passage: Passage) -> Iterator[int]:
    """Where sentences end, each after the white space that follows it."""
    for stop in _STOP.finditer(passage.text):
        word = _LAST_WORD.search(passage.text, max(0, stop.start() - 12), stop.start())
        plain = word.group().casefold() if word else ""
        initial = len(plain) == 1 and stop.group().startswith(".")
        if not (stop.group().startswith(".") and (plain in _SHORT_FORMS or initial)):
            yield stop.end()
    yield from _paragraphs(passage.words)


def _paragraphs(words: tuple[Word, ...]) -> Iterator[int]:
    """Where a line begins that stands apart from the one before it, in page space."""
    for before, after in pairwise(words):
        bottom, height = before.quad.ll[1], before.quad.ll[1] - before.quad.ul[1]
        below = after.quad.ul[1] - bottom
        if height > 0 and below > _APART * height:
            yield after.start
