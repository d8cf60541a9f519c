"""What kind of thing a word may be, by lists: surname, given name, English, country, place, month, law, title, kin ...

The lists are 64-bit hashes in order with a number of bits each: a quarter of a million words in three megabytes.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from redactor.lexicon.words import Tier, english, function_words, given_ranks, surname_ranks

_KINDS = Path(__file__).parent / "corpus" / "kinds.txt"

BITS = (
    "surname", "rare surname", "given", "rare given", "english", "rare english",
    "country", "people", "place", "calendar", "law", "title", "kin", "particle", "street", "body", "spanish",
)  # fmt: skip
_COMMON_SURNAMES, _COMMON_GIVEN = 5_000, 2_500


def _hashed(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


class Lexicon:
    """Answers with bits for a word in the tagger's norm (lower case, no diacritics)."""

    def __init__(self, codes: Mapping[str, int]) -> None:
        ordered = sorted((_hashed(word), code) for word, code in codes.items())
        self.hashes = np.array([h for h, _ in ordered], dtype=np.uint64)
        self.codes = np.array([c for _, c in ordered], dtype=np.uint32)

    @classmethod
    def of(cls, hashes: npt.NDArray[np.uint64], codes: npt.NDArray[np.uint32]) -> Lexicon:
        """The lexicon that was kept as two arrays."""
        made = cls({})
        made.hashes, made.codes = hashes, codes
        return made

    def code(self, word: str) -> int:
        """The word's bits as one number; 0 where no list has it."""
        wanted = np.uint64(_hashed(word))
        at = int(np.searchsorted(self.hashes, wanted))
        return int(self.codes[at]) if at < len(self.hashes) and self.hashes[at] == wanted else 0

    def bits(self, word: str) -> tuple[float, ...]:
        """One number, 0 or 1, for each of ``BITS``."""
        code = self.code(word.removesuffix("'s"))
        return tuple(float(code >> bit & 1) for bit in range(len(BITS)))


def built(names: Iterable[tuple[str, str]], written_small: Iterable[str]) -> Lexicon:
    """The lexicon from the package's word lists, from ``names`` (a norm, and "surname" or "given"), and from words
    that the training texts write small."""
    codes: dict[str, int] = defaultdict(int)
    bit = {name: 1 << at for at, name in enumerate(BITS)}
    for word, rank in surname_ranks().items():
        codes[word] |= bit["surname" if rank < _COMMON_SURNAMES else "rare surname"]
    for word, rank in given_ranks().items():
        codes[word] |= bit["given" if rank < _COMMON_GIVEN else "rare given"]
    for word, sort in names:
        codes[word] |= bit[sort]
    common = english(Tier.COMMON)
    for word in english(Tier.ORDINARY) | function_words():
        codes[word] |= bit["english" if word in common else "rare english"]
    for word in written_small:
        codes[word] |= bit["rare english"]
    section = ""
    for line in _KINDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            section = line[2:]
        elif not line.startswith("#"):
            for word in line.split():
                codes[word] |= bit[section]
    return Lexicon(codes)
