"""Names that are only words: claimed by shape or model alone, and written in small letters elsewhere in the document.

A statistical model takes headings and defined terms ("Unique Identifiers", "Timely Respond") for people. Such a claim
is not dropped here; it gets a second claim beside it, so that a rule with a name decides, and a reviewer sees which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.lexicon import is_english, names_people
from redactor.model import Category, Detection, Document
from redactor.vocabulary import NOT_NAMES, PARTICLES, small_words

_WORD = re.compile(r"[^\W\d_]+")
_UNSUPPORTED = frozenset({"ModelNameRecognizer", "LastFirstRecognizer"})
"""Recognizers that see a shape or a likeness; every other one has a label, a title or a relation to go by."""

_SURE = 0.8
"""Score from which a model's claim needs no support: it weighed the words' ordinariness itself, and in text messages
every name is written small."""


def common_words(document: Document, claims: Sequence[Detection]) -> Iterator[Detection]:
    """A COMMON_WORD claim for every unsupported name whose words the document writes small, page text only."""
    small = {word for passage in document.passages if passage.words for word in small_words(passage.text)}
    texts = {passage.address: passage.text for passage in document.passages if passage.words}
    supported = [c for c in claims if c.category is Category.PERSON_NAME and not _unsupported(c)]
    for claim in claims:
        if claim.category is not Category.PERSON_NAME or not _unsupported(claim) or claim.span.passage not in texts:
            continue
        if any(s.span.passage == claim.span.passage and _overlap(s, claim) for s in supported):
            continue
        words = _WORD.findall(texts[claim.span.passage][claim.span.start : claim.span.end])
        telling = [w.casefold() for w in words if len(w) > 2 and w.casefold() not in PARTICLES]
        typed_small = all(word.islower() for word in words)
        if telling and all(word in NOT_NAMES or (word in small and _is_word(word, typed_small)) for word in telling):
            yield Detection(
                claim.document, claim.span, Category.COMMON_WORD, 0.5, "common_words", "every word is written small too"
            )


def _is_word(word: str, typed_small: bool) -> bool:
    """Whether a word that is written small is a language's: not "edgardo", whom somebody typed without a capital."""
    return is_english(word) or not (typed_small or names_people(word))


def _unsupported(claim: Detection) -> bool:
    return claim.recognizer in _UNSUPPORTED and claim.score < _SURE


def _overlap(one: Detection, other: Detection) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
