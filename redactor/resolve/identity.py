"""Which names are one person's: joined by their words and by numbers nobody shares, kept apart by contradiction.

A union-find over names. The result does not depend on the order in which names and links come
(tests/property/test_registry_laws.py). Where it is not sure that two are one, they stay two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redactor.model import Category, Role
from redactor.resolve.linking import BRIDGES, EXCLUSIVE, Evidence, Link
from redactor.resolve.names import Name
from redactor.resolve.nicknames import also_called
from redactor.resolve.released import RELEASED_ROLES

Value = tuple[Category, str]
"""A category and the canonical spelling of one of its values."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Names that are one person's, and the numbers that papers put beside them. ``listed`` is the person's place in
    the matter file, or None; ``groups`` are the word sets whose claims speak of the person."""

    names: frozenset[Name]
    groups: frozenset[frozenset[str]]
    numbers: frozenset[Value]
    listed: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """All spellings with the same words, and the role that their claims speak for."""

    words: frozenset[str]
    names: frozenset[Name]
    role: Role


def identities(
    groups: Sequence[Group], links: Iterable[Link], listed: Sequence[tuple[frozenset[Name], frozenset[Value], Role]]
) -> tuple[Identity, ...]:
    """The persons behind these groups of names. ``listed`` are the matter file's people: names, values, role."""
    by_words: dict[frozenset[str], list[Link]] = {}
    for link in links:
        by_words.setdefault(link.name.words, []).append(link)
    forest = _Forest()
    for place, (names, values, role) in enumerate(listed):
        forest.plant(Identity(names, frozenset(), values, place), role)
    for group in sorted(groups, key=lambda g: (-len(g.words), sorted(g.words))):
        for values in _apart(by_words.get(group.words, [])):
            forest.plant(Identity(group.names, frozenset({group.words}), values), group.role)
    forest.join_listed()
    forest.join_by_numbers()
    forest.join_by_words()
    return forest.harvest()


def _apart(links: Sequence[Link]) -> list[frozenset[Value]]:
    """The values linked with one set of words, parted where two A-Numbers show that two people are called so."""
    values = frozenset((link.category, link.value) for link in links)
    files = {link.value for link in links if link.category is Category.A_NUMBER and link.evidence > Evidence.SENTENCE}
    if len(files) < 2:
        return [_without_contradiction(links)]
    parted = []
    for file in sorted(files):
        mentions = {link.mention for link in links if (link.category, link.value) == (Category.A_NUMBER, file)}
        own = {(link.category, link.value) for link in links if link.mention in mentions}
        parted.append(frozenset(v for v in own if v[0] is not Category.A_NUMBER or v[1] == file) & values)
    return parted


def _without_contradiction(links: Sequence[Link]) -> frozenset[Value]:
    """The values, of each exclusive category only the best supported where several are claimed."""
    weight: dict[Value, tuple[int, int]] = {}
    for link in links:
        value = (link.category, link.value)
        best, count = weight.get(value, (0, 0))
        weight[value] = (max(best, link.evidence), count + 1)
    kept: set[Value] = set()
    for category in {category for category, _ in weight}:
        values = sorted((v for v in weight if v[0] is category), key=lambda v: (weight[v], v[1]), reverse=True)
        kept.update(values[:1] if category in EXCLUSIVE else values)
    return frozenset(kept)


class _Forest:
    """The union-find: trees of identities, each root with all that is known of its person."""

    def __init__(self) -> None:
        self._parents: list[int] = []
        self._known: list[Identity] = []
        self._roles: list[Role] = []
        self._values: list[set[Value]] = []

    def plant(self, identity: Identity, role: Role) -> None:
        self._parents.append(len(self._parents))
        self._known.append(identity)
        self._roles.append(role)
        self._values.append(set(identity.numbers))

    def join_listed(self) -> None:
        """Names of the matter file and claims with the same words. A noncitizen who is called like a listed official
        stays a person of its own."""
        by_words: dict[frozenset[str], list[int]] = {}
        for at, identity in enumerate(self._known):
            if identity.listed is not None:
                for name in identity.names:
                    by_words.setdefault(name.words, []).append(at)
        for at, identity in enumerate(self._known):
            if identity.listed is None:
                for words in identity.groups:
                    for other in by_words.get(words, [])[:1]:
                        noncitizen = any(category in EXCLUSIVE for category, _ in identity.numbers)
                        if not (noncitizen and self._roles[other] in RELEASED_ROLES):
                            self._join(at, other)

    def join_by_numbers(self) -> None:
        """Names that share a word and a number that no two people share."""
        holders: dict[Value, list[int]] = {}
        for at, identity in enumerate(self._known):
            for value in identity.numbers:
                if value[0] in BRIDGES:
                    holders.setdefault(value, []).append(at)
        for value in sorted(holders):
            first, *others = holders[value]
            for other in others:
                if self._alike(first, other):
                    self._join(first, other)

    def join_by_words(self) -> None:
        """A name all of whose words are those of exactly one fuller name, nicknames taken for the names they mean."""
        holders: dict[str, set[int]] = {}
        for at, identity in enumerate(self._known):
            for name in identity.names:
                for word in name.words:
                    holders.setdefault(word, set()).add(at)
                for word in name.forenames:
                    for short in also_called(word):
                        holders.setdefault(short, set()).add(at)
        for at in sorted(range(len(self._known)), key=lambda n: (-self._width(n), n)):
            identity = self._known[at]
            if identity.listed is not None:
                continue
            words = max((name.words for name in identity.names), key=lambda w: (len(w), sorted(w)))
            fuller = set.intersection(*(holders.get(word, set()) for word in words)) if words else set()
            fuller = {other for other in fuller if self._width(other) > len(words)}
            roots = {self._root(other) for other in fuller}
            if len(roots) == 1 and self._may_join(at, root := roots.pop()):
                self._join(at, root)

    def harvest(self) -> tuple[Identity, ...]:
        """One identity a tree, in the order of their first members."""
        trees: dict[int, list[int]] = {}
        for at in range(len(self._known)):
            trees.setdefault(self._root(at), []).append(at)
        return tuple(self._merged(members) for _, members in sorted(trees.items()))

    def _merged(self, members: Sequence[int]) -> Identity:
        known = [self._known[at] for at in members]
        return Identity(
            frozenset().union(*(identity.names for identity in known)),
            frozenset().union(*(identity.groups for identity in known)),
            frozenset().union(*(identity.numbers for identity in known)),
            next((identity.listed for identity in known if identity.listed is not None), None),
        )

    def _width(self, at: int) -> int:
        return max((len(name.words) for name in self._known[at].names), default=0)

    def _alike(self, one: int, other: int) -> bool:
        words = frozenset().union(*(name.words for name in self._known[one].names))
        others = frozenset().union(*(name.words for name in self._known[other].names))
        return bool(words & others) and self._may_join(one, other)

    def _may_join(self, one: int, other: int) -> bool:
        """Whether nothing contradicts it. Nobody joins a released person on the strength of a shorter name."""
        released = [self._roles[self._root(at)] in RELEASED_ROLES for at in (one, other)]
        return released[0] == released[1] and not self._contradict(one, other)

    def _contradict(self, one: int, other: int) -> bool:
        sides = [self._values[self._root(at)] for at in (one, other)]
        for category in EXCLUSIVE:
            first, second = ({v for c, v in side if c is category} for side in sides)
            if first and second and not first & second:
                return True
        return False

    def _root(self, at: int) -> int:
        while self._parents[at] != at:
            self._parents[at] = self._parents[self._parents[at]]
            at = self._parents[at]
        return at

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        if first != second and not self._contradict(one, other):
            self._parents[second] = first
            self._values[first] |= self._values[second]
            if self._roles[first] is Role.UNKNOWN:
                self._roles[first] = self._roles[second]
