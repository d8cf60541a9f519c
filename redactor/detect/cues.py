"""What a text must hold for a pattern to match in it at all, read off the pattern; it only spares time.

Hundreds of patterns run over every page, and most could not match: no page has all the words that they ask for. A
pattern's *cues* are strings of which every match holds at least one, or a run of so many digits. They are derived from
the pattern by Python's own parser of patterns, so they cannot drift from it. All cues are looked for in one pass; a
pattern none of whose cues is there is not run, and another only where they are.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile
from typing import Any

import ahocorasick

_LONG_ENOUGH = 4
"""Letters of a cue beyond which longer is no better; then fewer cues are."""
AROUND = 300
"""Code points on either side of a cue in which its match must lie, where the pattern itself may go on for ever. The
longest values (an address in care of somebody, a caption, a case name with its citation) are shorter."""
_REACHES = (24, 48, 96, 192, AROUND)
"""Reaches are rounded up to one of these, so that patterns share their windows."""
_WORTH_PARTS = 0.6
"""Share of a text in windows from which it is run over as a whole."""
_DIGITS = "\x00"
"""Followed by a number: the cue of so many digits in a row."""
_EXACT = "\x01"
"""Before a cue that must stand in the text as it is written, capitals and all."""
_MOST = 800
"""Cues of one pattern; with more of them it is run anyway."""
_MOST_DIGITS = 9
_DIGIT_RUN = re.compile(r"\d+")
_PROPERTY = re.compile(r"\\([pP])\{\^?[\w=]+\}")

_BREAKS = (ord(" "), ord("\n"), ord("\t"))

_parser: Any = importlib.import_module("re._parser")


def plain(text: str) -> str:
    """The text in which cues are looked for: small letters, line ends and tabs as blanks."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals have two small letters; places must stay
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _unbroken(lowered)


def _unbroken(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


@cache
def cues_of(pattern: str, *, ignore_case: bool = False) -> frozenset[str] | None:
    """The pattern's cues, or None where none can be told: then it must be run. ``pattern`` is of the ``regex``
    module, compiled with its IGNORECASE where ``ignore_case`` says so."""
    try:
        tree = _parser.parse(_without_properties(pattern))
    except (re.error, OverflowError, RecursionError):
        return None  # regex knows more than re; such a pattern is simply run
    found = _required(tree, ignore_case or bool(tree.state.flags & re.IGNORECASE))
    return found if found and len(found) <= _MOST else None


def _without_properties(pattern: str) -> str:
    """The pattern with Unicode properties, which ``re`` does not know, as sets of letters: only that *some* set
    stands there matters."""
    out, at, inside = [], 0, False
    while at < len(pattern):
        if match := _PROPERTY.match(pattern, at):
            out.append("a-z" if inside else "[a-z]")
            at = match.end()
            continue
        step = 2 if pattern[at] == "\\" else 1
        if pattern[at] == "[" and not inside:
            inside = True
            if pattern.startswith(("[]", "[^]"), at):
                step = 2 + pattern.startswith("[^", at)
        elif pattern[at] == "]":
            inside = False
        out.append(pattern[at : at + step])
        at += step
    return "".join(out)


def _required(sequence: Iterable[tuple[Any, Any]], ignore_case: bool) -> frozenset[str] | None:
    """The best set of strings of which a match of the sequence must hold one."""
    candidates: list[frozenset[str]] = []
    run: list[str] = []

    def ended(endings: Iterable[str] = ("",)) -> None:
        if run:
            candidates.append(frozenset(_cue("".join(run) + ending, ignore_case) for ending in endings))
            run.clear()

    for operation, argument in sequence:
        if str(operation) == "LITERAL":
            run.append(_letter(argument, ignore_case))
            continue
        ended(_heads(argument[1], ignore_case) if str(operation) == "BRANCH" else ("",))
        if _is_digit(operation, argument):
            candidates.append(frozenset({_DIGITS + "1"}))
        elif inner := _required_of(str(operation), argument, ignore_case):
            candidates.append(inner)
    ended()
    return max(candidates, key=_worth, default=None)


def _cue(text: str, ignore_case: bool) -> str:
    return text if text == plain(text) == text.upper() or ignore_case else _EXACT + text


def _letter(code_point: int, ignore_case: bool) -> str:
    return plain(chr(code_point)) if ignore_case else _unbroken(chr(code_point))


def _heads(branches: Iterable[Iterable[tuple[Any, Any]]], ignore_case: bool) -> set[str]:
    """The letters with which each alternative begins; Python's parser moves what all begin with before them."""
    heads: set[str] = set()
    for branch in branches:
        letters = takewhile(lambda part: str(part[0]) == "LITERAL", branch)
        heads.add("".join(_letter(argument, ignore_case) for _, argument in letters))
    return heads


def _required_of(operation: str, argument: Any, ignore_case: bool) -> frozenset[str] | None:
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = argument
        if least and len(inner) == 1 and _is_digit(*inner[0]):
            return frozenset({f"{_DIGITS}{min(least, _MOST_DIGITS)}"})
        return _required(inner, ignore_case) if least else None
    if operation == "SUBPATTERN":
        _, added, removed, inner = argument
        return _required(inner, (ignore_case or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE)
    if operation == "ATOMIC_GROUP":
        return _required(argument, ignore_case)
    if operation == "ASSERT":
        return _required(argument[1], ignore_case)
    if operation == "BRANCH":
        sets = [_required(branch, ignore_case) for branch in argument[1]]
        return None if any(found is None for found in sets) else frozenset().union(*(s for s in sets if s))
    return None


@cache
def reach_of(pattern: str) -> int:
    """Code points on either side of a cue's beginning in which a match lies with all that it looks at, ``AROUND`` at
    most."""
    try:
        width = _width(_parser.parse(_without_properties(pattern)), {})
    except (re.error, OverflowError, RecursionError):
        return AROUND
    return next((reach for reach in _REACHES if width is not None and width < reach), AROUND)


def _width(sequence: Iterable[tuple[Any, Any]], groups: dict[int, int | None]) -> int | None:
    """The most code points that a match takes and looks at before and behind; None where there is no most."""
    total = 0
    for operation, argument in sequence:
        width = _width_of(str(operation), argument, groups)
        if width is None:
            return None
        total += width
    return total


def _width_of(operation: str, argument: Any, groups: dict[int, int | None]) -> int | None:
    if operation in ("LITERAL", "NOT_LITERAL", "ANY", "IN", "AT"):
        return 1  # an anchor or a word's edge looks at its neighbour
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        _, most, inner = argument
        width = _width(inner, groups)
        return None if width is None or most == _parser.MAXREPEAT else most * width
    if operation == "SUBPATTERN":
        groups[argument[0]] = _width(argument[3], groups)
        return groups[argument[0]]
    if operation == "BRANCH":
        widths = [_width(branch, groups) for branch in argument[1]]
        return None if None in widths else max(width for width in widths if width is not None)
    if operation in ("ASSERT", "ASSERT_NOT"):
        return _width(argument[1], groups)
    if operation == "ATOMIC_GROUP":
        return _width(argument, groups)
    return groups.get(argument) if operation == "GROUPREF" else None


@cache
def blind_to_breaks(pattern: str) -> bool:
    """Whether the pattern matches alike where a blank, a tab or a line end stands, so that joining lines changes
    nothing for it."""
    try:
        return _blind(_parser.parse(_without_properties(pattern)))
    except (re.error, OverflowError, RecursionError):
        return False


def _blind(sequence: Iterable[tuple[Any, Any]]) -> bool:
    return all(_blind_part(str(operation), argument) for operation, argument in sequence)


def _blind_part(operation: str, argument: Any) -> bool:
    if operation in ("LITERAL", "NOT_LITERAL"):
        return argument not in _BREAKS
    if operation == "IN":
        return len({_in_set(argument, blank) for blank in _BREAKS}) == 1
    if operation == "AT":
        return "BOUNDARY" in str(argument)
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _blind(argument[2])
    if operation == "SUBPATTERN":
        return _blind(argument[3])
    if operation == "BRANCH":
        return all(_blind(branch) for branch in argument[1])
    if operation in ("ASSERT", "ASSERT_NOT"):
        return _blind(argument[1])
    return operation == "ATOMIC_GROUP" and _blind(argument)


def _in_set(members: Any, code_point: int) -> bool:
    inside = any(
        (str(kind) == "LITERAL" and value == code_point)
        or (str(kind) == "RANGE" and value[0] <= code_point <= value[1])
        or (str(kind) == "CATEGORY" and str(value) in ("CATEGORY_SPACE", "CATEGORY_NOT_DIGIT", "CATEGORY_NOT_WORD"))
        for kind, value in members
    )
    return inside is not (str(members[0][0]) == "NEGATE")


def _is_digit(operation: Any, argument: Any) -> bool:
    """Whether the part is one digit, and nothing but a digit."""
    if str(operation) != "IN":
        return False
    return all(
        (str(kind) == "CATEGORY" and str(value) == "CATEGORY_DIGIT")
        or (str(kind) == "RANGE" and value[0] >= ord("0") and value[1] <= ord("9"))
        or (str(kind) == "LITERAL" and ord("0") <= value <= ord("9"))
        for kind, value in argument
    )


def _worth(cues: frozenset[str]) -> tuple[int, int, str]:
    """How much a set of cues spares: by its shortest, then by its size. Digits are in most texts, many in a row are
    not."""
    shortest = min(
        int(cue[1:]) - 1 if cue.startswith(_DIGITS) else len(cue.removeprefix(_EXACT).strip()) for cue in cues
    )
    return min(shortest, _LONG_ENOUGH), -len(cues), min(cues)


_Place = tuple[int, int]


class _Found:
    """The cues of one text: where each may begin, first and last code point; the second is further on only for digits
    in the middle of a longer run."""

    def __init__(self, text: str, places: dict[str, list[_Place]]) -> None:
        self.text = text
        self.cues = frozenset(places)
        self._places = places
        self._windows: dict[tuple[frozenset[str], int], tuple[_Place, ...]] = {}

    def windows(self, cues: frozenset[str], reach: int) -> tuple[_Place, ...]:
        known = self._windows.get((cues, reach))
        if known is None:
            known = self._windows[cues, reach] = self._merged(cues & self.cues, reach)
        return known

    def _merged(self, cues: frozenset[str], reach: int) -> tuple[_Place, ...]:
        length = len(self.text)
        places = [place for cue in cues for place in self._places[cue]]
        places.sort()
        merged: list[_Place] = []
        begin = until = covered = 0
        for first, last in places:
            start, end = first - reach, last + reach
            if merged and start <= until:
                if end > until:
                    covered += min(end, length) - min(until, length)
                    merged[-1] = (begin, min(end, length))
                    until = end
                continue
            begin, until = max(0, start), end
            merged.append((begin, min(end, length)))
            covered += merged[-1][1] - begin
        return tuple(merged) if covered < _WORTH_PARTS * length else ((0, length),)


class CueIndex:
    """All cues that recognizers asked to have looked for, found in one pass over a text."""

    def __init__(self) -> None:
        self._cues: set[str] = set()
        self._automata: tuple[Any, Any] | None = None
        self._read: _Found | None = None

    def watch(self, cues: Iterable[str]) -> None:
        """Look for these too."""
        self._cues.update(cues)
        self._automata = None
        self._read = None

    def awake(self, text: str, all_cues: Sequence[frozenset[str] | None]) -> list[bool]:
        """For each set of cues whether one of them is in ``text``; for None, always."""
        found = self._found(text).cues
        return [cues is None or not cues.isdisjoint(found) for cues in all_cues]

    def windows(self, text: str, cues: frozenset[str] | None, reach: int = AROUND) -> tuple[tuple[int, int], ...]:
        """Half-open places of ``text`` in which every match of a pattern with the cues lies, in order and apart.
        ``reach`` is the pattern's own, see ``reach_of``. They are the same for the text with its lines joined."""
        return ((0, len(text)),) if cues is None else self._found(text).windows(cues, reach)

    def _found(self, text: str) -> _Found:
        """Where each cue that is in the text may begin. The last text's answer is kept."""
        if self._read is not None and (self._read.text is text or self._read.text == text):
            return self._read
        if self._automata is None:
            exact = sorted(cue for cue in self._cues if cue.startswith(_EXACT))
            small = sorted(cue for cue in self._cues if not cue.startswith((_EXACT, _DIGITS)))
            self._automata = _automaton(small), _automaton(exact)
        places: dict[str, list[_Place]] = {}
        for automaton, reading in zip(self._automata, (plain(text), _unbroken(text)), strict=True):
            if len(automaton):
                for end, (cue, length) in automaton.iter(reading):
                    places.setdefault(cue, []).append((end - length, end - length))
        for run in _DIGIT_RUN.finditer(text):
            first, end = run.span()
            for length in range(1, min(end - first, _MOST_DIGITS) + 1):
                places.setdefault(f"{_DIGITS}{length}", []).append((first, end - length))
        self._read = _Found(text, places)
        return self._read


def _automaton(cues: Sequence[str]) -> Any:
    made = ahocorasick.Automaton()
    for cue in cues:
        word = cue.removeprefix(_EXACT)
        made.add_word(word, (cue, len(word) - 1))
    made.make_automaton()
    return made


INDEX = CueIndex()
"""The process's own: every recognizer has its cues looked for here."""
