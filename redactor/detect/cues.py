"""What a text must hold for a pattern to match in it at all, read off the pattern; it only spares time.

Hundreds of patterns run over every page, and most could not match: no page has all the words that they ask for. A pattern's *cues* are
strings of which every match holds at least one. They are derived from the pattern by Python's own parser of patterns, so they cannot
drift from it. All cues are looked for in one pass; a pattern none of whose cues is there is not run.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import ahocorasick

_LONG_ENOUGH = 4
"""Letters of a cue beyond which longer is no better; then fewer cues are."""
_MOST = 120
"""Cues of one pattern; with more of them it is run anyway."""
_PROPERTY = re.compile(r"\\([pP])\{\^?[\w=]+\}")

_parser: Any = importlib.import_module("re._parser")


def plain(text: str) -> str:
    """The text in which cues are looked for: small letters, line ends and tabs as blanks."""
    return text.lower().replace("\n", " ").replace("\t", " ")


@lru_cache(maxsize=None)
def cues_of(pattern: str) -> frozenset[str] | None:
    """The pattern's cues, or None where none can be told: then it must be run. ``pattern`` is of the ``regex`` module; case is ignored."""
    try:
        tree = _parser.parse(_without_properties(pattern))
    except (re.error, OverflowError, RecursionError):
        return None  # regex knows more than re; such a pattern is simply run
    found = _required(tree)
    return found if found and len(found) <= _MOST else None


def _without_properties(pattern: str) -> str:
    """The pattern with Unicode properties, which ``re`` does not know, as sets of letters: only that *some* set stands there matters."""
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


def _required(sequence: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """The best set of strings of which a match of the sequence must hold one."""
    candidates: list[frozenset[str]] = []
    run: list[str] = []

    def ended() -> None:
        if run:
            candidates.append(frozenset({"".join(run)}))
            run.clear()

    for operation, argument in sequence:
        if str(operation) == "LITERAL":
            run.append(plain(chr(argument)))
            continue
        ended()
        inner = _required_of(str(operation), argument)
        if inner:
            candidates.append(inner)
    ended()
    return max(candidates, key=_worth, default=None)


def _required_of(operation: str, argument: Any) -> frozenset[str] | None:
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = argument
        return _required(inner) if least else None
    if operation == "SUBPATTERN":
        return _required(argument[-1])
    if operation == "ATOMIC_GROUP":
        return _required(argument)
    if operation == "ASSERT":
        return _required(argument[1])
    if operation == "BRANCH":
        sets = [_required(branch) for branch in argument[1]]
        return None if any(found is None for found in sets) else frozenset().union(*(s for s in sets if s))
    return None


def _worth(cues: frozenset[str]) -> tuple[int, int, str]:
    shortest = min(len(cue.strip()) for cue in cues)
    return min(shortest, _LONG_ENOUGH), -len(cues), min(cues)


class CueIndex:
    """All cues that recognizers asked to have looked for, found in one pass over a text."""

    def __init__(self) -> None:
        self._cues: set[str] = set()
        self._automaton: Any = None
        self._last: tuple[str, frozenset[str]] = ("", frozenset())

    def watch(self, cues: Iterable[str]) -> None:
        """Look for these too."""
        self._cues.update(cues)
        self._automaton = None
        self._last = ("", frozenset())

    def awake(self, text: str, all_cues: Sequence[frozenset[str] | None]) -> list[bool]:
        """For each set of cues whether one of them is in ``text``; for None, always."""
        present = self._present(text)
        return [cues is None or not present.isdisjoint(cues) for cues in all_cues]

    def _present(self, text: str) -> frozenset[str]:
        if self._last[0] != text or not text:
            if self._automaton is None:
                self._automaton = ahocorasick.Automaton()
                for cue in sorted(self._cues):
                    self._automaton.add_word(cue, cue)
                self._automaton.make_automaton()
            found = frozenset(cue for _, cue in self._automaton.iter(plain(text))) if self._cues else frozenset()
            self._last = (text, found)
        return self._last[1]


INDEX = CueIndex()
"""The process's own: every recognizer has its cues looked for here."""
