"""Text as the verifier compares it: letters and digits, folded, with the place each came from.

This is on purpose not the folding that the finder uses: a mistake there must not be repeated here. Both the values and
the copy's text go through it, so every mapping may be bold (all Cyrillic look-alikes are Latin) without losing a match.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

BARRIER = "\u2588"
"""Full block. No match crosses it: put it where a withheld span stood when counting what stays."""

# Letters that Unicode does not decompose, and the Cyrillic and Greek letters drawn like Latin ones (UTS #39).
_REPLACED = {
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th",
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "н": "h", "і": "i", "ј": "j", "к": "k", "м": "m",
    "о": "o", "р": "p", "ԛ": "q", "ѕ": "s", "т": "t", "ѵ": "v", "ԝ": "w", "х": "x", "у": "y", "ү": "y",
    "α": "a", "β": "b", "ε": "e", "ζ": "z", "η": "h", "ι": "i", "κ": "k", "μ": "m", "ν": "v", "ο": "o", "ρ": "p",
    "τ": "t", "υ": "u", "χ": "x", "ϲ": "c", "ѡ": "w",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """``letters`` are what is compared; ``places[i]`` is the offset in ``text`` behind ``letters[i]``."""

    text: str
    letters: str
    places: Sequence[int]


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character == BARRIER:
        return character
    letters: list[str] = []
    for part in unicodedata.normalize("NFKD", character).casefold():
        if unicodedata.combining(part):
            continue
        digit = unicodedata.decimal(part, None)
        plain = str(digit) if digit is not None else _REPLACED.get(part, part)
        letters.extend(letter for letter in plain if letter.isalnum())
    return "".join(letters)


def fold(text: str) -> Folded:
    """The text's letters and digits: compatibility forms resolved, lower case, no accents, look-alikes made Latin."""
    if text.isascii():
        places = [place for place, character in enumerate(text) if character.isalnum()]
        return Folded(text, "".join([text[place] for place in places]).lower(), places)
    letters: list[str] = []
    places = []
    for place, character in enumerate(text):
        for letter in _fold_character(character):
            letters.append(letter)
            places.append(place)
    return Folded(text, "".join(letters), places)
