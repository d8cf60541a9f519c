"""Names that are only words: claimed by shape or model alone, and written in small letters elsewhere in the document.

A statistical model takes headings and defined terms ("Unique Identifiers", "Timely Respond") for people. Such a claim
is not dropped here; it gets a second claim beside it, so that a rule with a name decides, and a reviewer sees which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.model import Category, Detection, Document
from redactor.vocabulary import NOT_NAMES, PARTICLES

_IN_PROSE = re.compile(r"(?<!\S)[^\s@/\\]+(?!\S)")
"""A run without blanks that is no e-mail address, web address or path: these are small whatever they name."""
_SMALL = re.compile(r"(?<![\w.\-])[^\W\d_]{3,}(?!\w|\.\w)")
_WORD = re.compile(r"[^\W\d_]+")
_UNSUPPORTED = frozenset({"ModelNameRecognizer", "LastFirstRecognizer", "TitledNameRecognizer"})
_WEAKEST_SUPPORT = 0.86
"""Score from which a title speaks for a name; relations ("alien", "against") are below and may stand before any noun."""


def common_words(document: Document, claims: Sequence[Detection]) -> Iterator[Detection]:
    """A COMMON_WORD claim for every unsupported name whose words the document writes small, page text only."""
    small = {word for passage in document.passages if passage.words for word in _written_small(passage.text)}
    texts = {passage.address: passage.text for passage in document.passages if passage.words}
    supported = [c for c in claims if c.category is Category.PERSON_NAME and not _unsupported(c)]
    for claim in claims:
        if claim.category is not Category.PERSON_NAME or not _unsupported(claim) or claim.span.passage not in texts:
            continue
        if any(s.span.passage == claim.span.passage and _overlap(s, claim) for s in supported):
            continue
        words = _WORD.findall(texts[claim.span.passage][claim.span.start : claim.span.end])
        telling = [w.casefold() for w in words if len(w) > 2 and w.casefold() not in PARTICLES]
        if telling and all(word in small or word in NOT_NAMES for word in telling):
            yield Detection(
                claim.document, claim.span, Category.COMMON_WORD, 0.5, "common_words", "every word is written small too"
            )


def _written_small(text: str) -> Iterator[str]:
    """The words of running text in which no letter is a capital, nor of a script without small letters."""
    for run in _IN_PROSE.findall(text):
        yield from (word.casefold() for word in _SMALL.findall(run) if word.islower())


def _unsupported(claim: Detection) -> bool:
    return claim.recognizer in _UNSUPPORTED and claim.score < _WEAKEST_SUPPORT


def _overlap(one: Detection, other: Detection) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
