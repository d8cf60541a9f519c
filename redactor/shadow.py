"""A shadow of a text for matching, with a map back to the text it came from. Standard library only.

A reader sees "A 2 0 0 – 1 2 3", "Gri\ufb03th" or "Gar-" / "cia"; a pattern does not. The shadow writes them the plain
way and remembers which code points of the original each code point of the shadow stands for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d")
_APOSTROPHES = frozenset("\u2018\u2019\u201b\u02bc\u2032\uff07")
_GONE = frozenset(
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Cyrillic and Greek letters that look like Latin ones (Unicode confusables, the capital and small letters that fonts
# draw alike). Used only inside a token that also holds a Latin letter or a digit, so native script is left alone.
_LOOK_ALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеорсухіјѕԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα",
        "ABESIJKMHOPCTYXaeopcyxijsdABEZHIKMNOPTYXoa",
        strict=True,
    )
)
_TOKEN = re.compile(r"\S+")
_STRETCH = re.compile(r"[ -~\n\t]+|.", re.DOTALL)
_LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])(?<!-against)-[ \t]*\n[ \t]*(?=[^\W\d_])", re.IGNORECASE)
"""A caption's "-against-" is between hyphens and no half of a word."""
# Five or more single characters set apart by single blanks, the way letter-spaced headings come out of a PDF. A stop
# may follow: otherwise the last digit of a number at the end of a sentence stands apart from the others.
_LETTER_SPACED = re.compile(r"(?<!\S)(?:[\w#\-] ){4,}[\w#\-](?=[.,;:)]?(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Shadow:
    """``text`` is for matching; ``starts[i]``/``ends[i]`` are the original's half-open offsets behind ``text[i]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original's half-open offsets behind the shadow's ``[start, end)``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def flowed(self) -> str:
        """The shadow's text with line ends and column gaps as blanks; offsets stay as they are."""
        return self.text.replace("\n", " ").replace("\t", " ")


def shadow(text: str) -> Shadow:
    """The shadow of ``text``: NFKC by code point, plain blanks, dashes and apostrophes, look-alike letters made Latin,
    invisible code points gone, words hyphenated at a line end joined, letter-spaced runs closed up."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for stretch in _STRETCH.finditer(_latin(text)):
        offset, character = stretch.start(), stretch.group()
        if len(character) > 1:
            letters.extend(character)
            starts.extend(range(offset, stretch.end()))
            ends.extend(range(offset + 1, stretch.end() + 1))
            continue
        if unicodedata.combining(character) and letters and ends[-1] == offset:
            composed = unicodedata.normalize("NFC", letters[-1] + character)
            if len(composed) == 1:
                letters[-1], ends[-1] = composed, offset + 1
                continue
        for plain in _plain(character):
            letters.append(plain)
            starts.append(offset)
            ends.append(offset + 1)
    whole = Shadow("".join(letters), tuple(starts), tuple(ends))
    return _without(_without(whole, _LINE_END_HYPHEN, whole_match=True), _LETTER_SPACED, whole_match=False)


def squash(text: str) -> str:
    """Letters and digits only, folded to lower case without accents: what two spellings of one value share."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", _latin(decomposed)).casefold()
    return "".join(character for character in decomposed if character.isalnum())


def _latin(text: str) -> str:
    if text.isascii():
        return text

    def token(match: re.Match[str]) -> str:
        found = match.group()
        if not found.isascii() and any(c.isascii() and c.isalnum() for c in found):
            return "".join(_LOOK_ALIKES.get(c, c) for c in found)
        return found

    return _TOKEN.sub(token, text)


def _plain(character: str) -> str:
    if character in "\n\t":
        return character
    if character in _GONE:
        return ""
    if character in _DASHES:
        return "-"
    if character in _APOSTROPHES:
        return "'"
    if character.isascii():
        return character if character.isprintable() else " "
    if character.isspace():
        return " "
    return unicodedata.normalize("NFKC", character)


def _without(whole: Shadow, pattern: re.Pattern[str], *, whole_match: bool) -> Shadow:
    """The shadow without what ``pattern`` matched: all of the match, or only the blanks inside it."""
    drop: set[int] = set()
    for match in pattern.finditer(whole.text):
        drop.update(i for i in range(*match.span()) if whole_match or whole.text[i] == " ")
    if not drop:
        return whole
    keep = [i for i in range(len(whole.text)) if i not in drop]
    return Shadow(
        "".join(whole.text[i] for i in keep),
        tuple(whole.starts[i] for i in keep),
        tuple(whole.ends[i] for i in keep),
    )
