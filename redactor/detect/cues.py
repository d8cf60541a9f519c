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
from typing import Any

import ahocorasick

_LONG_ENOUGH = 4
"""Letters of a cue beyond which longer is no better; then fewer cues are."""
_AROUND = 300
"""Code points on either side of a cue in which its match must lie. The longest values (an address in care of somebody,
a caption, a case name with its citation) are shorter."""
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

    def ended() -> None:
        if run:
            cue = "".join(run)
            candidates.append(frozenset({cue if cue == plain(cue) == cue.upper() or ignore_case else _EXACT + cue}))
            run.clear()

    for operation, argument in sequence:
        if str(operation) == "LITERAL":
            run.append(plain(chr(argument)) if ignore_case else _unbroken(chr(argument)))
            continue
        ended()
        if _is_digit(operation, argument):
            candidates.append(frozenset({_DIGITS + "1"}))
        elif inner := _required_of(str(operation), argument, ignore_case):
            candidates.append(inner)
    ended()
    return max(candidates, key=_worth, default=None)


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


class CueIndex:
    """All cues that recognizers asked to have looked for, found in one pass over a text."""

    def __init__(self) -> None:
        self._cues: set[str] = set()
        self._automata: tuple[Any, Any] | None = None
        self._read: list[tuple[str, dict[str, list[int]]]] = []

    def watch(self, cues: Iterable[str]) -> None:
        """Look for these too."""
        self._cues.update(cues)
        self._automata = None
        self._read = []

    def awake(self, text: str, all_cues: Sequence[frozenset[str] | None]) -> list[bool]:
        """For each set of cues whether one of them is in ``text``; for None, always."""
        found = self._found(text).keys()
        return [cues is None or not cues.isdisjoint(found) for cues in all_cues]

    def windows(self, text: str, cues: frozenset[str] | None) -> list[tuple[int, int]]:
        """Half-open places of ``text`` in which every match of a pattern with the cues lies, in order and apart."""
        if cues is None:
            return [(0, len(text))]
        found = self._found(text)
        merged: list[tuple[int, int]] = []
        for at in sorted(at for cue in cues for at in found.get(cue, ())):
            start, end = max(0, at - _AROUND), min(len(text), at + _AROUND)
            if merged and start <= merged[-1][1]:
                start = merged.pop()[0]
            merged.append((start, end))
        covered = sum(end - start for start, end in merged)
        return merged if covered < _WORTH_PARTS * len(text) else [(0, len(text))]

    def _found(self, text: str) -> dict[str, list[int]]:
        """Where each cue that is in the text begins. The last two texts' answers are kept: a text and its joined
        lines."""
        for known, found in self._read:
            if known is text or known == text:
                return found
        if self._automata is None:
            exact = sorted(cue for cue in self._cues if cue.startswith(_EXACT))
            small = sorted(cue for cue in self._cues if not cue.startswith((_EXACT, _DIGITS)))
            self._automata = _automaton(small), _automaton(exact)
        found = {}
        for automaton, reading in zip(self._automata, (plain(text), _unbroken(text)), strict=True):
            if len(automaton):
                for end, cue in automaton.iter(reading):
                    found.setdefault(cue, []).append(end - len(cue.removeprefix(_EXACT)) + 1)
        for run in _DIGIT_RUN.finditer(text):
            for length in range(1, min(len(run.group()), _MOST_DIGITS) + 1):
                found.setdefault(f"{_DIGITS}{length}", []).append(run.start())
        self._read = [(text, found), *self._read[:1]]
        return found


def _automaton(cues: Sequence[str]) -> Any:
    made = ahocorasick.Automaton()
    for cue in cues:
        made.add_word(cue.removeprefix(_EXACT), cue)
    made.make_automaton()
    return made


INDEX = CueIndex()
"""The process's own: every recognizer has its cues looked for here."""
