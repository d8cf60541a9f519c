"""Which parts of a line are the words that were found or looked for, so that the page can mark them."""

from __future__ import annotations

import re
import unicodedata

_CONTEXT = 80
"""Code points shown on either side of a finding."""


def marked_parts(line: str, words: str) -> tuple[tuple[str, bool], ...]:
    """The line in parts, each with whether it says ``words``: any case, any accents, any white space between them."""
    wanted = [_plain(word) for word in words.split()]
    if not any(wanted):
        return ((line, False),)
    plain, places = _plain_with_places(line)
    parts, cut = list[tuple[str, bool]](), 0
    for match in re.finditer(r"\s+".join(map(re.escape, wanted)), plain):
        start, end = places[match.start()], places[match.end() - 1] + 1
        if start > cut:
            parts.append((line[cut:start], False))
        parts.append((line[start:end], True))
        cut = end
    return (*parts, (line[cut:], False)) if cut < len(line) else tuple(parts)


def around_parts(around: str, words: str) -> tuple[tuple[str, bool], ...]:
    """What stands around a finding, cut to a line or two at word borders, with the finding marked. ``around`` holds
    it in its middle, where the same words stand several times."""
    places = [match.start() for match in re.finditer(re.escape(words), around)] if words else []
    if not places:
        return ((around, False),)
    middle = (len(around) - len(words)) / 2
    start = min(places, key=lambda place: abs(place - middle))
    before, after = around[:start], around[start + len(words) :]
    return ((_last_of(before), False), (words, True), (_first_of(after), False))


def _first_of(text: str) -> str:
    return text if len(text) <= _CONTEXT else text[:_CONTEXT].rpartition(" ")[0] + " …"


def _last_of(text: str) -> str:
    return text if len(text) <= _CONTEXT else "… " + text[-_CONTEXT:].partition(" ")[2]


def _plain(text: str) -> str:
    return _plain_with_places(text)[0]


def _plain_with_places(text: str) -> tuple[str, list[int]]:
    """The text without case and accents, and for each of its characters where it stands in ``text``."""
    kept, places = list[str](), list[int]()
    for place, character in enumerate(text):
        for piece in unicodedata.normalize("NFKD", character.casefold()):
            if not unicodedata.combining(piece):
                kept.append(piece)
                places.append(place)
    return "".join(kept), places
