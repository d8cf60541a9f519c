"""A name's parts, and what a claim's text leaves of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from redactor.lexicon import given_rank, is_english, is_place
from redactor.vocabulary import NOT_NAMES, PARTICLES, TITLES

_STROKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"})
"""Letters that Unicode does not take apart and that English papers write plain."""

_POSSESSIVE = re.compile(r"['’]s\b")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_FAMILY_FIRST = frozenset(
    (
        "nguyen tran pham huynh hoang phan vu vo dang bui do ho ngo duong ly le zhang wang li chen liu yang "
        "huang zhao wu zhou xu sun ma zhu hu guo lin he gao luo zheng liang xie tang han cao deng feng peng "
        "zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lei kim lee park "
        "choi jung kang cho yoon jang lim"
    ).split()
)
"""Surnames of peoples who write them first, also where no comma tells."""


@dataclass(frozen=True, slots=True)
class Name:
    """Folded words. Where the order is not known (no comma), ``surnames`` is empty and every word is in ``given``.

    ``extra`` are words that a claim had at an end of the name and that may be a form's ("Bui My Linh", "Wen Muster
    Date"): they belong to a mention that they stand beside and make none by themselves.
    """

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    extra: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def words(self) -> frozenset[str]:
        """The words that tell the name apart, without particles and initials."""
        return frozenset(_proper(self.given) + _proper(self.surnames))

    @property
    def family(self) -> frozenset[str]:
        """Words that may be a surname: where the order is not known, all but the first, and it too where it is one of
        those that are written first."""
        if self.surnames or len(self.given) == 1:
            words = self.surnames or self.given
        else:
            words = self.given if self.given[:1] and self.given[0] in _FAMILY_FIRST else self.given[1:]
        return frozenset(_proper(words))

    @property
    def forenames(self) -> frozenset[str]:
        """Words that can only be given names."""
        return self.words - self.family

    @property
    def initials(self) -> str:
        """First letters in reading order, particles left out: "mel" of María Ejemplo López."""
        return "".join(word[0] for word in self.given + self.surnames if word not in PARTICLES)


def _proper(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without particles and initials. A particle that stands first and is a surname of its own (Le Thi Mai),
    or that is all there is, stays."""
    if len(words) == 1 and len(words[0]) > 1:
        return words
    first = words[:1] if words[:1] and words[0] in _FAMILY_FIRST and words[0] in PARTICLES else ()
    return first + tuple(w for w in words if w not in PARTICLES and len(w) > 1)


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_STROKED))
    return "".join(c for c in plain if not unicodedata.combining(c))


def tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Folded words with their half-open offsets; everything that is no letter parts them, apostrophes do not."""
    joined = re.sub(r"(?<=[^\W\d_])['’](?=[^\W\d_]{2})", "\x00", text)  # O'Neil is one word, Ejemplo's is two
    for match in re.finditer(r"[^\W\d_](?:[^\W\d_]|\x00)*", joined):
        yield fold(match.group().replace("\x00", "")), match.start(), match.end()


def parse(text: str) -> Name:
    """The name's parts. "LAST LAST, First Middle" tells the order, and so do capitals ("Wen OKAFOR")."""
    text = _POSSESSIVE.sub("", text)
    before, comma, after = text.partition(",")
    if comma and (given := _words(after)):
        return Name(given, _words(before))
    words = _words(text)
    capitals = [_loud(part) for part in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text)]
    if len(words) > 1 and len(capitals) == len(words) and any(capitals):
        begin, end = capitals.index(True), len(capitals) - capitals[::-1].index(True)
        others = capitals[:begin] + capitals[end:]
        if others and any(len(word) > 1 for word in words[:begin] + words[end:]):
            return Name(words[:begin] + words[end:], words[begin:end])
    return Name(words, ())


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word, _, _ in tokens(text) if word not in _SUFFIXES)


def _loud(word: str) -> bool:
    return len(word) > 2 and word.isupper()


_MOST_WORDS = 7
_COMMON_GIVEN = 3000


BESIDE_NUMBER = "shape beside an A-Number"
"""Reason of a claim that stands directly before an A-Number: what stands there is a name, whatever its words."""


def cleaned(text: str, *, told: bool = False) -> str | None:
    """The name in a claim's text, without titles and form words around it; None where it is no name at all.

    ``told`` says that a label or number tells where the name stands; then one of two or three words may be a form
    word (Precious Sunday), and only titles are left out.
    """
    words = text.replace(",", " ").split()
    told = told and len(words) <= 3 and sum(fold(word.strip(".'")) in NOT_NAMES for word in words) <= 1
    before, _, after = text.replace("\n", " ").partition(",")
    after = after.split(",")[0].split(";")[0]
    parts = [stripped for part in (before, after) if (stripped := _without_form_words(part, told))]
    words = [word for part in parts for word in part.split()]
    if not words or len(words) > _MOST_WORDS:
        return None
    if any(_written_small(word) for word in words) and not (
        text.islower() and (told or not any(map(is_english, words)))
    ):
        return None
    if all(fold(word.strip(".'")) in NOT_NAMES for word in words):
        return None
    if len(parts) == 2 and all(fold(word.strip(".'")) in NOT_NAMES for word in parts[1].split()):
        return parts[0]  # a place behind the name
    return ", ".join(parts)


def dropped(text: str, plain: str) -> frozenset[str]:
    """Folded words that ``cleaned`` took from the ends of a claim that stands on one line, each with its capital."""
    words = text.replace(",", " ").split()
    if len(words) > _MOST_WORDS or "\n" in text or "\t" in text or not all(word[0].isupper() for word in words):
        return frozenset()
    return frozenset(_words(text)) - frozenset(_words(plain)) - (TITLES - {"the"})


def _written_small(word: str) -> bool:
    letters = word.lstrip("\"'(")
    return bool(letters) and letters[0].islower() and fold(letters.rstrip(".,")) not in PARTICLES and "-" not in letters


def _named_so(word: str) -> bool:
    """Whether a place is a common given name as well: Diego, Carolina, Israel."""
    rank = given_rank(word)
    return rank is not None and rank < _COMMON_GIVEN and is_place(word)


def _without_form_words(part: str, told: bool) -> str:
    words = part.split()
    while len(words) > 1 and (
        fold(words[0].rstrip(".:")) in TITLES or (not told and fold(words[0]) in NOT_NAMES and not _named_so(words[0]))
    ):
        words.pop(0)
    while not told and len(words) > 1 and fold(words[-1].rstrip(".:")) in NOT_NAMES:
        words.pop()
    return " ".join(words)
