"""Cases that a court paper goes on to call by one party's name: "Muster, 12 F.4th at 34", "In Muster, the court held".

A party of a reported case is the law's own. Each such mention gets a claim that it is a case's name, so that a rule
decides; a person of that name whom the matter protects stays protected whatever the case is called.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from redactor.lexicon import explains, is_place
from redactor.model import Category, Detection, Document, Span

_COURT_PAPER = "Federal court paper"
_REPORTED = 0.9
"""Score of a case name with its reporter behind it."""

_SCORE = 0.6
_WORD = regex.compile(r"\p{Lu}[\p{L}\-]{3,}")
_NAMED_BEFORE = regex.compile(
    r"(?:\b(?i:mr|mrs|ms|miss|dr|officer|agent|subject|respondent|petitioner|applicant|plaintiff|named|and)\b\.?"
    r"|\p{Lu}[\p{L}.'’\-]*|[\p{L}]')[ \n]$"
)
"""A title, or a word with a capital as in a full name, right before: then it is somebody, not the case."""

_LEADS = regex.compile(
    r"\b(?:In|See|Under|Unlike|Like|But|As|Although|While|Since|After|Accord|Cf\.|Also|Citing|Quoting)[ \n]$"
)
_NAME_BEHIND = regex.compile(r"[ ]\p{Lu}\p{Ll}+|,[ ]\p{Lu}\p{Ll}+[ ]\p{Lu}|-\p{L}|@")


def short_citations(document: Document, claims: Sequence[Detection]) -> Iterator[Detection]:
    """A CASE_NAME claim for every later mention of a reported case by a word of its name, in a federal court paper."""
    if document.doc_type != _COURT_PAPER:
        return
    cited = [c for c in claims if c.category is Category.CASE_NAME and c.score >= _REPORTED]
    parties = {word for claim in cited for word in _WORD.findall(document.text(claim.span)) if _names_a_case(word)}
    if not parties:
        return
    pattern = regex.compile(rf"(?<![\p{{L}}\-'’])(?:{'|'.join(map(regex.escape, sorted(parties)))})(?![\p{{L}}])")
    for passage in document.passages:
        if not passage.words:
            continue
        for match in pattern.finditer(passage.text):
            if not _somebody(passage.text, *match.span()):
                span = Span(passage.address, *match.span())
                yield Detection(
                    document.id, span, Category.CASE_NAME, _SCORE, "short_citations", "a case cited in full"
                )


def _names_a_case(word: str) -> bool:
    return explains(word) is None and not is_place(word, well_known=True)


def _somebody(text: str, start: int, end: int) -> bool:
    """Whether the words beside it make it a person's name."""
    if _NAME_BEHIND.match(text, end):
        return True
    before = text[max(0, start - 30) : start]
    return _NAMED_BEFORE.search(before) is not None and _LEADS.search(before) is None
