"""Names of bodies and places as runs of capitalised words, found from one telling word outwards."""

from __future__ import annotations

import regex

from redactor.vocabulary import PARTICLES

_INNER = (
    frozenset({"of", "for", "and", "the", "on", "&", "in", "to", "del", "y", "et", "und", "für", "zum"}) | PARTICLES
)
"""Small words that may stand between two capitalised ones."""

_OPENERS = frozenset(
    (
        "the a an this that these those in on at by from to for of with as and or but when while after before since "
        "until under upon if although because however its his her their our my your he she it they we i every each any "
        "no los las el la un una en por con según according following during before between against all both either"
    ).split()
)
"""Words with a capital only because a sentence begins with them."""

_LEFT = regex.compile(r"(?<![\w.])([\w'’.\-/&]+)[ \-]?$")
_ORDINAL = regex.compile(r"\d{1,3}(?:st|nd|rd|th)$")
_RIGHT = regex.compile(
    r"(?: (?:of|for|on|in|de|del|des|du|d'|von|zu)(?: (?:the|la|las|los|el))?)"
    r" (?:\p{Lu}[\w'’.\-/]*\w|\p{Lu})(?!\.\w)(?:(?: (?:and|y|of|for|de|the))* \p{Lu}[\w'’.\-/]*\w){0,4}"
)
_BRACKET = regex.compile(r" ?\((?!Rule|Article|section|see|cf)[^()\n\d§]{2,60}\)")
MOST_WORDS = 7
"""Words that a name of a body may have to the left of the word that gives it away."""


def leftwards(text: str, start: int) -> int:
    """Where the run of capitalised words that ends before ``start`` begins; ``start`` itself where there is none."""
    begin = at = start
    for _ in range(MOST_WORDS):
        word = _LEFT.search(text, max(0, at - 40), at)
        if word is None or word.end() != at:
            break
        token = word.group(1)
        if token.endswith(".") and len(token) > 3:
            break
        if token[0].isupper() or _ORDINAL.match(token):
            begin = at = word.start(1)
        elif token.lower() in _INNER and text[at : at + 4] != "the ":
            at = word.start(1)
        else:
            break
    return _without_opener(text, begin, start)


def _without_opener(text: str, begin: int, start: int) -> int:
    while begin < start:
        word = regex.compile(r"[\w'’]+").match(text, begin)
        if word is None or word.group().lower() not in _OPENERS:
            return begin
        begin = min(start, word.end() + 1)
    return start


def rightwards(text: str, end: int) -> int:
    """Where the words that complete a name end ("of First Instance", "for Positive Sciences"), from ``end`` on."""
    more = _RIGHT.match(text, end)
    return more.end() if more else end


def with_bracket(text: str, end: int) -> int:
    """Past a short remark in brackets that gives the name in another language, or its abbreviation."""
    more = _BRACKET.match(text, end)
    return more.end() if more else end
