"""The word lists that the generator draws from, read from the text files beside this module."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from redactor.lexicon.words import Tier, english, function_words, given_ranks, surname_ranks

_HERE = Path(__file__).parent


def _lines(path: Path) -> list[str]:
    lines = (line.rstrip("\n") for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line.strip() and not line.startswith("# ")]


@lru_cache(maxsize=1)
def values() -> dict[str, tuple[str, ...]]:
    """Values for slots, by the name of their list."""
    found: dict[str, list[str]] = defaultdict(list)
    name = ""
    for line in _lines(_HERE / "values.txt"):
        if line.startswith("= "):
            name = line[2:]
        else:
            found[name].extend(line.split("|"))
    return {name: tuple(items) for name, items in found.items()}


@lru_cache(maxsize=1)
def templates() -> dict[str, tuple[str, ...]]:
    """Templates by pool. A pool's templates stand one a line; those of a pool whose name ends in ``*`` stand between
    lines of three hyphens. ``\\n`` and ``\\t`` in a line are a line end and a tab."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(_HERE.glob("papers_*.txt")):
        pool, long = "", False
        block: list[str] = []
        for line in [*path.read_text(encoding="utf-8").splitlines(), "= end"]:
            if line.startswith("# "):
                continue
            if line.startswith("= ") or (long and line == "---"):
                if long and any(block):
                    found[pool].append("\n".join(block).strip("\n"))
                block = []
                if line.startswith("= "):
                    pool, long = line[2:].rstrip("*"), line.endswith("*")
            elif long:
                block.append(line.replace("\\t", "\t"))
            elif line.strip():
                found[pool].append(line.replace("\\n", "\n").replace("\\t", "\t"))
    return {pool: tuple(items) for pool, items in found.items()}


@dataclass(frozen=True, slots=True)
class Culture:
    """Names that go together. A name may hold a blank."""

    name: str
    female: tuple[str, ...]
    male: tuple[str, ...]
    surnames: tuple[str, ...]


class Names:
    """All cultures and the Census tables, without the names that are held out."""

    def __init__(self, held_out: frozenset[str] = frozenset()) -> None:
        def kept(names: list[str]) -> tuple[str, ...]:
            return tuple(n for n in names if not held_out & {w.casefold() for w in n.replace("-", " ").split()})

        self.cultures: dict[str, Culture] = {}
        lists: dict[str, list[str]] = {}
        name = ""
        for line in _lines(_HERE / "names.txt"):
            if line.startswith("= "):
                name = line[2:]
                continue
            sort, words = line.split(": ", 1)
            lists[sort] = [word.replace("_", " ") for word in words.split()]
            if sort == "L":
                self.cultures[name] = Culture(name, kept(lists["F"]), kept(lists["M"]), kept(lists["L"]))
        self.nicknames = kept([w.replace("_", " ") for line in _lines(_HERE / "nicknames.txt") for w in line.split()])
        self.census = Culture(
            "census",
            (),
            kept([word.capitalize() for word in given_ranks()]),
            kept([word.capitalize() for word in surname_ranks()]),
        )
        self.english = kept(
            sorted(w for w in english(Tier.COMMON) | function_words() if w.isalpha() and 1 < len(w) < 9)
        )
        self._chains: dict[tuple[str, ...], dict[str, str]] = {}

    def invented(self, source: tuple[str, ...], rng: random.Random) -> str:
        """A name that stands in no list and sounds like those of ``source``: letters follow as they do there."""
        chain = self._chains.get(source)
        if chain is None:
            follow: dict[str, list[str]] = defaultdict(list)
            for name in source:
                word = f"^^{name.lower()}$"
                for at in range(2, len(word)):
                    follow[word[at - 2 : at]].append(word[at])
            chain = self._chains[source] = {pair: "".join(letters) for pair, letters in follow.items()}
        letters = "^^"
        while len(letters) < 14:
            nxt = rng.choice(chain.get(letters[-2:], "$"))
            if nxt == "$":
                break
            letters += nxt
        word = letters[2:].strip(" -'’.")
        return (
            " ".join("-".join(part.capitalize() for part in w.split("-")) for w in word.split())
            if len(word) > 2
            else rng.choice(source)
        )
