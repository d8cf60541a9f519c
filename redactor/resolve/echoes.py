"""The same fact elsewhere in the same document: a country, a town, an employer found once is looked for on every page.

A nationality covered in the form's cell and shown in the next defeats the box (rule R-QI-5: the same fact gets the
same treatment).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.model import Category, Detection, Document, Span
from redactor.vocabulary import NOT_NAMES

_ECHOED = frozenset({
    Category.NATIONALITY, Category.PLACE_OF_BIRTH, Category.EMPLOYER, Category.SCHOOL, Category.SERVICE_PROVIDER,
    Category.LANGUAGE, Category.DISTINGUISHING_MARK,
})  # fmt: skip
_SHORTEST, _LONGEST = 4, 60
_SCORE = 0.6
_BELIEVED = 0.5
"""Score from which a claim is believed enough to be looked for elsewhere: a doubt repeated would become a certainty."""


def echoes(document: Document, claims: Sequence[Detection]) -> Iterator[Detection]:
    """A claim wherever the document repeats, capitalised and as whole words, what one of these claims reads."""
    texts = {passage.address: passage.text for passage in document.passages}
    values: dict[str, Category] = {}
    for claim in sorted(claims, key=lambda c: (c.category, c.span)):
        if claim.category in _ECHOED and claim.score >= _BELIEVED:
            value = " ".join(texts[claim.span.passage][claim.span.start : claim.span.end].split())
            telling = claim.category is Category.NATIONALITY or any(
                word.casefold() not in NOT_NAMES for word in value.split()
            )
            if _SHORTEST <= len(value) <= _LONGEST and value[0].isupper() and telling:
                values.setdefault(value.casefold(), claim.category)
    if not values:
        return
    ordered = sorted(values, key=len, reverse=True)
    pattern = re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(v).replace(r"\ ", r"\s+") for v in ordered) + r")(?!\w)", re.IGNORECASE
    )
    for passage in document.passages:
        for match in pattern.finditer(passage.text):
            if match.group()[0].isupper():
                category = values[" ".join(match.group().split()).casefold()]
                span = Span(passage.address, *match.span())
                yield Detection(document.id, span, category, _SCORE, "echoes", "found elsewhere in the document")
