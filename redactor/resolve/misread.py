"""Names that OCR misread or a typist mistyped: close to a registered word, and in a place where the person belongs.

Closeness alone proves nothing (Mendes is not Mendez's typing error), so a word near a name counts beside the person's
other name or number, behind a title, or on a page that OCR has read. Distances are those of law.md 4.5.2: one edit for
five to seven letters, two from eight, the first letter of one look.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from redactor.lexicon import is_english, names_people
from redactor.resolve.company import is_ordinary, is_title
from redactor.resolve.index import Index, Part
from redactor.resolve.names import fold
from redactor.resolve.reading import Reading
from redactor.vocabulary import PARTICLES

_WORD = re.compile(r"[\w|!$€£¢@]*[^\W\d_][\w|!$€£¢@]*(?:['’][^\W\d_]{2,}[\w|!$]*)?")
_SHORTEST, _LONG = 5, 8
_NEAR = 3
"""Words on either side in which the person's other name stands."""

_LOOKS = (("rn", "m"), ("vv", "w"), ("ii", "u"), ("cl", "d"), ("lj", "u"))
_LOOK = str.maketrans("0o1il|!j5s$8b6g9q2z@a€ec", "oollllllsssbbggggzzaaeee")
"""Letters that OCR takes for one another, each class written as one of them."""

_JOIN = re.compile(r"[ ,\t\n.\-]{1,3}")
_MOST_CHANCES = 4


@dataclass(frozen=True, slots=True)
class Misread:
    """Half-open offsets of the shadow that hold a damaged name of person number ``who``. ``part`` is whether a surname
    or a given name was meant, ``beside`` whether the person's other name stands next to it."""

    who: int
    start: int
    end: int
    part: Part
    beside: bool


def look(word: str) -> str:
    """A folded word as OCR sees it: look-alike letters made one."""
    for pair, letter in _LOOKS:
        word = word.replace(pair, letter)
    return word.translate(_LOOK)


class MisreadSearch:
    """The registry's longer words, by their first look and length."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._looks: dict[str, set[str]] = {}
        self._buckets: dict[tuple[str, int], list[str]] = {}
        for word in sorted({*index.family, *index.given}):
            if len(word) >= _SHORTEST and word.isalpha() and self._sure(word):
                self._looks.setdefault(look(word), set()).add(word)
                for length in range(len(word) - _most(word), len(word) + _most(word) + 1):
                    self._buckets.setdefault((look(word)[:1], length), []).append(word)

    def _sure(self, word: str) -> bool:
        holders = [*self._index.family.get(word, ()), *self._index.given.get(word, ())]
        return any(self._index.people[who].person.sure for who in holders)

    def found(
        self,
        reading: Reading,
        present: AbstractSet[int],
        numbered: Mapping[tuple[int, int], AbstractSet[int]],
    ) -> Iterator[Misread]:
        """Damaged names in the reading. ``present`` are the people whom the document names soundly or by number,
        ``numbered`` says for each line (its offsets) whose numbers stand on it."""
        scanned = any(word.confidence is not None for word in reading.passage.words)
        places = {start: at for at, (_, start, _) in enumerate(reading.words)}
        for match in _WORD.finditer(reading.text):
            token = fold(match.group()).replace("'", "").replace("’", "")
            if not self._may_be_damaged(match.group(), token, scanned=scanned):
                continue
            at = places.get(match.start())
            around = self._around(reading, match.start(), match.end())
            on_line = numbered.get(reading.line(match.start()), frozenset())
            titled = at is not None and at > 0 and is_title(reading, at - 1)
            for word in self._close(token):
                yield from self._meant(match, word, around, on_line, present, scanned=scanned, titled=titled)

    def _may_be_damaged(self, written: str, token: str, *, scanned: bool) -> bool:
        letters = sum(character.isalpha() for character in token)
        if len(token) < _SHORTEST or letters < 0.6 * len(token) or self._index.knows(token):
            return False
        if not (written[0].isupper() or scanned or not written[0].isalpha()):
            return False
        return not (is_ordinary(token) or is_english(token) or token in self._index.ordinary)

    def _close(self, token: str) -> list[str]:
        """Registered words that the token may be a damaged spelling of, the closest first."""
        shape = look(token)
        same = sorted(self._looks.get(shape, ()))
        bucket = self._buckets.get((shape[:1], len(token)), ())
        near = process.extract(token, bucket, scorer=OSA.distance, score_cutoff=2, limit=_MOST_CHANCES)
        return [*same, *(word for word, distance, _ in near if distance <= _most(word) and word not in same)]

    def _around(self, reading: Reading, start: int, end: int) -> dict[str, tuple[int, int]]:
        """Folded words within a few words of a place, in its paragraph, with their offsets."""
        words = reading.words
        first = bisect_left(words, start, key=lambda word: word[1])
        last = bisect_left(words, end, key=lambda word: word[1])
        return {
            word: (begin, stop)
            for word, begin, stop in (*words[max(0, first - _NEAR) : first], *words[last : last + _NEAR])
            if word not in PARTICLES
            and len(word) > 1
            and "\n\n" not in reading.text[min(stop, end) : max(begin, start)]
        }

    def _meant(
        self,
        match: re.Match[str],
        word: str,
        around: Mapping[str, tuple[int, int]],
        on_line: AbstractSet[int],
        present: AbstractSet[int],
        *,
        scanned: bool,
        titled: bool,
    ) -> Iterator[Misread]:
        another = names_people(fold(match.group()))  # Marta is as likely somebody else as a mistyped Maria
        for part, holders in ((Part.FAMILY, self._index.family), (Part.GIVEN, self._index.given)):
            for who in holders.get(word, ()):
                owner = self._index.people[who]
                if not owner.person.sure:
                    continue
                if another and part is Part.GIVEN:
                    continue
                others = [near for other, near in around.items() if owner.parts.get(other, part) is not part]
                beside = bool(others)
                placed = who in on_line or (who in present and (scanned or titled))
                alone = part is Part.FAMILY and who in present and len(word) >= _LONG
                if beside or ((placed or alone) and not another):
                    yield Misread(who, *_with(match, others), part, beside)


def _with(match: re.Match[str], others: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Offsets of the damaged word and of the person's other names directly beside it."""
    start, end = match.span()
    for near_start, near_end in others:
        if near_end <= start and _JOIN.fullmatch(match.string, near_end, start):
            start = near_start
        elif near_start >= end and _JOIN.fullmatch(match.string, end, near_start):
            end = near_end
    return start, end


def _most(word: str) -> int:
    return 1 if len(word) < _LONG else 2
