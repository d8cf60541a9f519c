"""Words beside a name that belong to it: a third surname, the rest of a firm.

A registered name is found as far as the registry knows it. Where capitalised words go on directly behind or before it,
a reader would learn the rest; they are claimed along, with the role of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redactor.lexicon import explains, is_given
from redactor.model import Category, Detection, Document, Role, Span
from redactor.resolve.released import RELEASED_ROLES
from redactor.vocabulary import NOT_NAMES, PARTICLES, TITLES, words_in

_BEHIND = re.compile(
    r"(?:(?: |-| & )[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’\-][^\W\d_]+)*)+(?: (?:LLP|LLC|P\.C\.|PLLC|Inc\.|Corp\.))?"
)
_BEFORE = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’\-][^\W\d_]+)*(?: |-| & ))+$")
_WRAPPED = re.compile(r"\n([^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’\-][^\W\d_]+)*)(?=[ .,;])")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 3
_LEAST_SCORE = 0.55
_EXTENDED = frozenset({
    Category.PERSON_NAME, Category.EMPLOYER, Category.SCHOOL, Category.SERVICE_PROVIDER, Category.PLACE_OF_BIRTH,
})  # fmt: skip
_PROSE = 45
"""Code points from which a line is taken for prose that was wrapped, so that a name may go on in the next one."""


def with_neighbours(document: Document, claims: Iterable[Detection]) -> Iterator[Detection]:
    """For each claim on a protected or unknown person's name, or on an organisation's, one over it and the words
    beside it, where there are any."""
    for _, longer in _continued(document, claims):
        yield longer


def unexplained_neighbours(document: Document, claims: Iterable[Detection]) -> Iterator[Detection]:
    """As ``with_neighbours``, where the words beside the name are explained by nothing but a name."""
    for claim, longer in _continued(document, claims):
        beside = set(words_in(document.text(longer.span))) - set(words_in(document.text(claim.span)))
        if longer.category is Category.PERSON_NAME and all(_names_somebody(word) for word in beside):
            yield longer


def _names_somebody(word: str) -> bool:
    """Whether nothing but a name explains a word, or it is a given name that is an English word too (Fares, Joy)."""
    return explains(word) is None or (is_given(word) and word.casefold() not in NOT_NAMES)


def _continued(document: Document, claims: Iterable[Detection]) -> Iterator[tuple[Detection, Detection]]:
    texts = {passage.address: passage.text for passage in document.passages if passage.words}
    for claim in claims:
        text = texts.get(claim.span.passage)
        if text is None or claim.category not in _EXTENDED or claim.score < _LEAST_SCORE:
            continue
        if (claim.role or Role.UNKNOWN) in RELEASED_ROLES:
            continue
        start, end = _extended(text, claim.span.start, claim.span.end)
        if (start, end) != (claim.span.start, claim.span.end):
            span = Span(claim.span.passage, start, end)
            reason = "capitalised words beside a name"
            yield claim, replace(claim, span=span, recognizer="neighbours", reason=reason)


def _extended(text: str, start: int, end: int) -> tuple[int, int]:
    if behind := _BEHIND.match(text, end):
        end = _as_far_as_names(text, end, behind.end())
    elif (wrapped := _WRAPPED.match(text, end)) and _in_prose(text, end, wrapped.end()) and _name_word(wrapped[1]):
        end = wrapped.end(1)
    if before := _BEFORE.search(text, max(0, start - 60), start):
        words = list(_WORD.finditer(text, before.start(), start))
        for word in reversed(words[-_MOST_WORDS:]):
            particle = word.group().casefold() in PARTICLES and text[word.end() : word.end() + 1] == "-"
            if not (particle or _name_word(word.group())):
                break
            start = word.start()
    return start, end


def _in_prose(text: str, end: int, following: int) -> bool:
    """Whether the line before and the line behind are both long and in one piece."""
    before = text[text.rfind("\n", 0, end) + 1 : end]
    stop = text.find("\n", following)
    behind = text[end + 1 : stop if stop >= 0 else len(text)]
    return len(before) >= _PROSE and len(behind) >= _PROSE and "\t" not in before + behind


def _as_far_as_names(text: str, start: int, end: int) -> int:
    last = start
    for number, word in enumerate(_WORD.finditer(text, start, end)):
        if number >= _MOST_WORDS or not (_name_word(word.group()) or word.group() in ("LLP", "LLC", "PLLC")):
            break
        last = word.end()
    return last


def _name_word(word: str) -> bool:
    return len(word) > 1 and word.casefold() not in NOT_NAMES and word.casefold() not in TITLES
