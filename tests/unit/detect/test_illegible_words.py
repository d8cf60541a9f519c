"""Words that were read from pixels without confidence are claims that a person must look at."""

from __future__ import annotations

import pytest

from redactor.detect.illegible import illegible
from redactor.geometry import quad_of
from redactor.model import Category, DocumentId, Passage, Rect, Word

DOCUMENT = DocumentId("0" * 64)


def passage(*words: tuple[str, float | None]) -> Passage:
    """A line of words, each with the confidence of its reading."""
    text, placed = "", []
    for word, confidence in words:
        quad = quad_of(Rect(len(text), 0, len(text) + len(word), 10))
        edges = tuple(n / len(word) for n in range(len(word) + 1))
        placed.append(Word(len(text), len(text) + len(word), quad, edges, len(placed), confidence))
        text += word + " "
    return Passage("p1", text.rstrip() + "\n", 1, tuple(placed))


@pytest.mark.parametrize(
    ("words", "claimed"),
    [
        ([("Respondent", 0.96), ("Odal~s", 0.31), ("Fernbr0~k", 0.22), ("appeared", 0.9)], ["Odal~s Fernbr0~k"]),
        ([("Respondent", 0.96), ("established", 0.41)], []),  # plain English was read after all
        ([("Respondent", None), ("Odal~s", None)], []),  # glyphs say what they say
        ([("x", 0.1)], []),
        ([("A2OO", 0.2), ("and", 0.9), ("l23", 0.3)], ["A2OO", "l23"]),
    ],
)
def test_what_was_read_without_confidence_is_claimed(words: list[tuple[str, float | None]], claimed: list[str]) -> None:
    page = passage(*words)
    claims = list(illegible(DOCUMENT, page))
    assert [page.text[claim.span.start : claim.span.end] for claim in claims] == claimed
    assert all(claim.category is Category.ILLEGIBLE for claim in claims)


def test_a_reason_never_quotes_the_word() -> None:
    (claim,) = illegible(DOCUMENT, passage(("Fernbr0~k", 0.22)))
    assert "Fernbr" not in claim.reason
