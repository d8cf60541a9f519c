"""unexplained.csv: the words and numbers that nothing explains, each once, so that somebody can look. Work product."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from redactor.model import Category, Decision, Document, Finding
from redactor.privilege_log import Table

COLUMNS = ("Word", "Count", "NearPerson", "Disposition", "Places", "FindingIDs")
_ON_PAGE = re.compile(r"p\d+")
_PLACES = 20
"""Places of one word that a row names; the count has all of them."""


def unexplained_table(
    documents: Sequence[Document], findings: Sequence[Finding], decisions: Sequence[Decision]
) -> Table:
    """A row for each word: those near people first, then the most frequent. A place is document, passage and span.

    ``decisions`` are those of ``findings``, in their order. The word itself stands in it: the table never leaves.
    """
    by_word: dict[tuple[str, str], list[tuple[Finding, Decision]]] = defaultdict(list)
    for finding, decision in zip(findings, decisions, strict=True):
        if finding.category is Category.UNEXPLAINED:
            by_word[finding.value_hash, decision.disposition.value].append((finding, decision))
    by_id = {document.id: document for document in documents}
    ordered = sorted(by_word.values(), key=lambda each: (not each[0][0].near_person, -len(each), each[0][0].id))
    return Table(
        title="Unexplained",
        heading="Words and numbers that no list, form or finding explains",
        legend="WORK PRODUCT - NOT TO BE SERVED",
        columns=COLUMNS,
        rows=tuple(
            (
                " ".join(by_id[of[0][0].document].text(of[0][0].span).split()),
                len(of),
                "yes" if of[0][0].near_person else "no",
                of[0][1].disposition.value,
                "; ".join(_places(of)),
                "; ".join(finding.id for finding, _ in of[:_PLACES]),
            )
            for of in ordered
        ),
        numeric=frozenset({"Count"}),
    )


def left_standing(findings: Sequence[Finding], decisions: Sequence[Decision]) -> int:
    """How many unexplained words of pages are produced; what no page shows never is."""
    return sum(
        finding.category is Category.UNEXPLAINED
        and _ON_PAGE.fullmatch(finding.span.passage) is not None
        and not decision.disposition.withholds
        for finding, decision in zip(findings, decisions, strict=True)
    )


def _places(of: Sequence[tuple[Finding, Decision]]) -> Iterator[str]:
    for finding, _ in of[:_PLACES]:
        yield f"{finding.document[:12]} {finding.span.passage}:{finding.span.start}-{finding.span.end}"
    if len(of) > _PLACES:
        yield f"and {len(of) - _PLACES} more"
