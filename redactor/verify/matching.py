"""Where withheld values occur in a text or in bytes: one automaton for all values of a matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

import ahocorasick

from redactor.verify.folding import Folded, fold
from redactor.verify.values import WithheldValue

NUMBER_DIGITS = 5  # digits from which a value is a number: fewer are compared as whole words
SURE_NUMBER_DIGITS = 7  # shorter numbers must stand close together, or columns of figures would spell them
NUMBER_LINES = 3  # lines that a number may be spread over; the line numbers of a pleading spell every other number
LONG_NAME = 12  # letters from which a name of several words needs no gaps around it
PARTED_NAME = 8  # letters from which a strong single word is found whatever but letters and digits parts its own
SHORT_NAME = 8  # letters below which a name must break where the value breaks ("Al Li" is not "all I")
SHORTEST_IN_BINARY = 6  # bytes; shorter runs turn up in compressed data by chance
WINDOW = 8_000_000  # bytes looked through at a time, so that a volume of pictures does not fill the memory
SHORTEST_IN_SYNTAX = 4  # bytes, between the streams of a PDF, where everything is text

_TOKEN = re.compile(r"[^\W_]+")
_LINE_END_HYPHEN = re.compile(r"[-\u2010\u00ad]\s*\n\s*")
_UTF16_BE = re.compile(r"(?:\x00[\x20-\xff]){4,}")
_UTF16_LE = re.compile(r"(?:[\x20-\xff]\x00){4,}")
_HEX = re.compile(r"(?:[0-9a-f]{2}){4,}")


_Made = TypeVar("_Made")


class _Shape(Enum):
    NUMBER = "number"
    WORD = "word"
    PHRASE = "phrase"
    CASELESS = "caseless"


@dataclass(frozen=True, slots=True)
class _Key:
    text: str
    letters: str
    shape: _Shape
    joints: frozenset[int]
    strong: bool


class Matcher:
    """Finds values. Numbers: squashed, ending where a run of digits ends. Names of several words: squashed, at the
    edges of words. Single words: whole words, also when letter-spaced or hyphenated over a line end; long strong ones
    also when dots, blanks or lines part their letters at odd places."""

    def __init__(self, values: Sequence[WithheldValue]) -> None:
        strength: dict[str, bool] = {}
        for value in values:
            strength[value.text] = strength.get(value.text, False) or value.strong
        self.strong = frozenset(text for text, strong in strength.items() if strong)
        folded: dict[str, list[_Key]] = {}
        literal: dict[str, list[str]] = {}
        for text in strength:
            key = _key(text, strong=strength[text])
            if not key.letters:
                continue  # neither letter nor digit: it identifies nobody and cannot be looked for
            folded.setdefault(key.letters, []).append(key)
            if key.shape is _Shape.CASELESS:
                folded.setdefault(key.letters[::-1], []).append(key)  # right-to-left text read in visual order
            if text in self.strong:
                for pattern in _byte_patterns(text, key):
                    literal.setdefault(pattern, []).append(text)
        # In hex digits of UTF-16 a character is four bytes.
        self._longest = 4 * max(map(len, literal), default=0) + 64
        self._folded = _automaton(folded)
        self._literal = _automaton({pattern: (pattern, tuple(texts)) for pattern, texts in literal.items()})

    def count(self, text: str) -> dict[str, int]:
        """How often each value occurs in the text, by ``WithheldValue.text``; values that do not occur are left out."""
        counts: dict[str, int] = {}
        if self._folded is None:
            return counts
        folded = fold(text)
        for end, keys in self._folded.iter(folded.letters):
            for key in keys:
                if _stands(key, folded, end - len(key.letters) + 1, end):
                    counts[key.text] = counts.get(key.text, 0) + 1
        return counts

    def in_bytes(self, data: bytes, *, shortest: int = SHORTEST_IN_BINARY, hidden: bool = True) -> dict[str, int]:
        """How often strong values stand in the bytes as UTF-8 or Latin-1, and if ``hidden`` as UTF-16 or hex digits."""
        counts: dict[str, int] = {}
        for start in range(0, max(len(data), 1), WINDOW):
            # A window sees one byte before itself and the longest value after: nothing is missed at the joint, and
            # what begins behind it is the next window's.
            before = 1 if start else 0
            part = data[start - before : start + WINDOW + self._longest]
            plain = part.decode("latin-1").lower()
            span = range(before, before + WINDOW)
            self._literally(plain, shortest, counts, span)
            if hidden:
                self._in_disguise(plain, counts, span)
        return counts

    def _in_disguise(self, plain: str, counts: dict[str, int], span: range) -> None:
        """UTF-16 of both orders, and hex digits."""
        for pattern in (_UTF16_BE, _UTF16_LE, _HEX):
            for match in pattern.finditer(plain):
                run = match.group()
                if pattern is _HEX:
                    inner = bytes.fromhex(run).decode("latin-1").lower().replace("\x00", "")
                else:
                    inner = run[1::2] if pattern is _UTF16_BE else run[::2]
                self._literally(inner, SHORTEST_IN_SYNTAX, counts, range((span.stop - match.start()) // 2))

    def _literally(self, plain: str, shortest: int, counts: dict[str, int], begins: range) -> None:
        if self._literal is None:
            return
        for end, (pattern, texts) in self._literal.iter(plain):
            start = end - len(pattern) + 1
            if len(pattern) < shortest or start not in begins or _runs_on(plain, start, end):
                continue
            for text in texts:
                counts[text] = counts.get(text, 0) + 1


class MisreadNumbers:
    """Finds long numbers with digits taken for letters, and letters for digits, as an OCR engine does."""

    def __init__(self, values: Sequence[WithheldValue]) -> None:
        forms: dict[str, list[tuple[str, str]]] = {}
        for value in values:
            letters = fold(value.text).letters
            if value.strong and sum(letter.isdigit() for letter in letters) >= SURE_NUMBER_DIGITS:
                form = letters.translate(_MISREAD)
                forms.setdefault(form, []).append((form, value.text))
        self._forms = _automaton(forms)

    def count(self, text: str) -> dict[str, int]:
        """How often each number occurs, however misread, by ``WithheldValue.text``."""
        counts: dict[str, int] = {}
        if self._forms is None:
            return counts
        folded = fold(text)
        for end, entries in self._forms.iter(folded.letters.translate(_MISREAD)):
            for form, value in entries:
                first, last = folded.places[end - len(form) + 1], folded.places[end]
                longer = text[max(0, first - 1) : first].isdigit() or text[last + 1 : last + 2].isdigit()
                if not longer and text[first:last].count("\n") < NUMBER_LINES:
                    counts[value] = counts.get(value, 0) + 1
        return counts


_MISREAD = str.maketrans("oilszb", "011528")
"""Letters that engines take for digits and digits that they take for letters, folded to one."""

_recent: list[tuple[Sequence[WithheldValue], Matcher]] = []
_recent_misread: list[tuple[Sequence[WithheldValue], MisreadNumbers]] = []
_KEPT = 2


def matcher_of(values: Sequence[WithheldValue]) -> Matcher:
    """The matcher for the values; the same sequence object gets the same matcher, built once per process."""
    return _remembered(values, _recent, Matcher)


def misread_of(values: Sequence[WithheldValue]) -> MisreadNumbers:
    """The same for numbers as an OCR engine reads them; built when the first page is read."""
    return _remembered(values, _recent_misread, MisreadNumbers)


def _remembered(
    values: Sequence[WithheldValue],
    recent: list[tuple[Sequence[WithheldValue], _Made]],
    make: Callable[[Sequence[WithheldValue]], _Made],
) -> _Made:
    for known, made in recent:
        if known is values or (len(known) == len(values) and known == values):
            return made
    made = make(values)
    if isinstance(values, tuple):  # a list may change behind our back
        recent.insert(0, (values, made))
        del recent[_KEPT:]
    return made


def occurrences(text: str, values: Sequence[WithheldValue]) -> Mapping[str, int]:
    """How often each value occurs in the text, as the verifier counts. Use it for an ``Expectation``: give the page's
    text with ``folding.BARRIER`` in place of every withheld span."""
    return matcher_of(values).count(text)


def _automaton(entries: Mapping[str, object]) -> ahocorasick.Automaton | None:
    if not entries:
        return None
    automaton = ahocorasick.Automaton()
    for word, payload in entries.items():
        automaton.add_word(word, payload)
    automaton.make_automaton()
    return automaton


def _key(text: str, *, strong: bool) -> _Key:
    folded = fold(text)
    letters = folded.letters
    gaps = (at for at in range(1, len(letters)) if folded.places[at] - folded.places[at - 1] > 1)
    joints = frozenset(at for at in gaps if not _within_word(text, folded.places[at - 1], folded.places[at]))
    if sum(letter.isdigit() for letter in letters) >= NUMBER_DIGITS:
        shape = _Shape.NUMBER
    elif len(letters) > 1 and any(letter.isalpha() and letter.upper() == letter.lower() for letter in letters):
        shape = _Shape.CASELESS
    else:
        shape = _Shape.PHRASE if joints else _Shape.WORD
    return _Key(text, letters, shape, joints, strong)


def _byte_patterns(text: str, key: _Key) -> set[str]:
    """The value's bytes, as lower-case Latin-1 text: as it reads, and squashed where it is a number."""
    forms = {text, unicodedata.normalize("NFC", text)}
    forms |= {form.upper() for form in forms} | {form.lower() for form in forms}  # UTF-8 bytes have no case
    if key.shape is _Shape.NUMBER:
        forms.add(key.letters)
    patterns = {form.encode("utf-8").decode("latin-1").lower() for form in forms}
    patterns |= {form.lower() for form in forms if all(ord(character) < 256 for character in form)}
    return {pattern for pattern in patterns if len(pattern) >= SHORTEST_IN_SYNTAX}


def _stands(key: _Key, folded: Folded, first: int, last: int) -> bool:
    """Whether the match is the value, rather than a part of something longer or a chance meeting of words."""
    text, places = folded.text, folded.places
    start, end = places[first], places[last]
    if key.shape is _Shape.CASELESS:
        return True
    if key.shape is _Shape.NUMBER:
        if key.letters[0].isdigit() and start > 0 and text[start - 1].isdigit():
            return False
        if key.letters[-1].isdigit() and end + 1 < len(text) and text[end + 1].isdigit():
            return False
        if sum(letter.isdigit() for letter in key.letters) >= SURE_NUMBER_DIGITS:
            return text[start:end].count("\n") < NUMBER_LINES
        return all(_within_number(text, places[at - 1], places[at]) for at in range(first + 1, last + 1))
    length = len(key.letters)
    if not (_opens(text, start) and _closes(text, end)):
        return key.shape is _Shape.PHRASE and length >= LONG_NAME
    if end - start + 1 == length and not (key.joints and any(letter.isdigit() for letter in key.letters)):
        return True
    gaps = {
        at - first
        for at in range(first + 1, last + 1)
        if places[at] - places[at - 1] > 1 and not _within_word(text, places[at - 1], places[at])
    }
    if len(gaps) == length - 1 and length >= 4:
        return True  # letter-spaced
    if key.shape is _Shape.WORD:
        return not gaps or (key.strong and length >= PARTED_NAME)
    if any(letter.isdigit() for letter in key.letters):
        return gaps == key.joints
    return length >= SHORT_NAME or gaps <= key.joints


def _within_number(text: str, before: int, after: int) -> bool:
    """Whether two digits of a shorter number stand close: side by side, one separator apart, or parted by a hyphen."""
    between = text[before + 1 : after]
    return (len(between) <= 1 and between != "\n") or _LINE_END_HYPHEN.fullmatch(between) is not None


def _within_word(text: str, before: int, after: int) -> bool:
    """Whether what stands between two letters does not part them: marks, soft hyphens, a line-end hyphen."""
    between = text[before + 1 : after]
    if all(unicodedata.combining(c) or unicodedata.category(c) == "Cf" for c in between):
        return True
    return _LINE_END_HYPHEN.fullmatch(between) is not None


def _opens(text: str, start: int) -> bool:
    """Whether a word begins at ``start``; also where cells ran together ("ClaudiaPerez")."""
    if start == 0 or not text[start - 1].isalnum():
        return True
    if text[start - 1].isdigit() != text[start].isdigit():
        return True
    run = text[max(0, start - 4) : start]
    return text[start].isupper() and len(run) == 4 and run.isalpha() and run[1:].islower()


def _closes(text: str, end: int) -> bool:
    """Whether a word ends with the character at ``end``."""
    after = end + 1
    while after < len(text) and unicodedata.combining(text[after]):
        after += 1
    if after >= len(text) or not text[after].isalnum():
        return True
    return text[after].isdigit() != text[end].isdigit() or (text[end].islower() and text[after].isupper())


def _runs_on(plain: str, start: int, end: int) -> bool:
    """Whether a literal match is only the middle of a longer ASCII word or number."""

    def same(one: str, other: str) -> bool:
        both = one + other
        return both.isascii() and (both.isdigit() or both.isalpha())

    if plain[start].isdigit() and start > 0 and plain[start - 1] == ".":
        return True  # the decimals of a coordinate
    return (start > 0 and same(plain[start - 1], plain[start])) or (
        end + 1 < len(plain) and same(plain[end], plain[end + 1])
    )
