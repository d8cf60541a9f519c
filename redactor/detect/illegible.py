"""Words that OCR read so badly that nobody can rely on what they say: they may be a name or a number."""

from __future__ import annotations

from collections.abc import Iterator

from redactor.lexicon import is_english
from redactor.model import Category, Detection, DocumentId, Passage, Span, Word

RELIABLE = 0.50
"""Confidence from which a word counts as read. On skewed, coarse and fax-grade pages two in three words below it were
wrong (48 words), and one in five of those above it up to 0.7."""

_LEAST = 2
"""Letters and figures; less tells nothing by itself."""


def illegible(document: DocumentId, passage: Passage) -> Iterator[Detection]:
    """Claims on the page's words that were read from pixels with little confidence; words beside each other are one.

    A word that comes out as plain English in small letters was read, however sure the engine was.
    """
    run: list[Word] = []
    for word in passage.words:
        beside = run and "\n" not in passage.text[run[-1].end : word.start]
        if _doubtful(passage, word):
            if run and not beside:
                yield _claim(document, passage, run)
                run = []
            run.append(word)
        elif run:
            yield _claim(document, passage, run)
            run = []
    if run:
        yield _claim(document, passage, run)


def _doubtful(passage: Passage, word: Word) -> bool:
    if word.confidence is None or word.confidence >= RELIABLE:
        return False
    text = passage.text[word.start : word.end]
    plain = text.strip(".,;:()'\"")
    return sum(map(str.isalnum, text)) >= _LEAST and not (plain.islower() and len(plain) > _LEAST and is_english(plain))


def _claim(document: DocumentId, passage: Passage, run: list[Word]) -> Detection:
    worst = min(word.confidence or 0.0 for word in run)
    span = Span(passage.address, run[0].start, run[-1].end)
    reason = f"read from pixels with a confidence of {worst:.2f}"
    return Detection(document, span, Category.ILLEGIBLE, 1.0 - worst, "illegible", reason)
