"""The person registry of a matter: who is named anywhere, how, and in what role.

The registry holds names in clear, in memory only. What is kept of it elsewhere is ``Subject``: role, protection and
keyed hashes.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from redactor.model import Category, Detection, Document, DocumentId, ProtectionStatus, Role, SubjectId
from redactor.resolve.aliases import aliases
from redactor.resolve.claimed import Claimed, believed, claimed, role_of_spellings, written_small
from redactor.resolve.identity import Group, Identity, Value, identities
from redactor.resolve.linking import links
from redactor.resolve.names import Name, parse
from redactor.resolve.numbers import canonical
from redactor.resolve.released import RELEASED_ROLES
from redactor.resolve.variants import Strength, Variant, variants
from redactor.vocabulary import NOT_NAMES

__all__ = ["RELEASED_ROLES", "KnownPerson", "Person", "Registry", "registry_of"]

_ID_DIGITS = 8
"""Hex digits of a person's id: ten thousand people have two alike once in a hundred matters; then one takes another."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody whom the matter file names: spellings, numbers (category and text), role and protection status."""

    names: tuple[str, ...]
    role: Role
    numbers: tuple[tuple[Category, str], ...] = ()
    protection: ProtectionStatus = ProtectionStatus.UNKNOWN


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the registry. ``numbers`` are (category, canonical spelling)."""

    id: SubjectId
    names: frozenset[Name]
    role: Role
    sure: bool
    numbers: frozenset[tuple[Category, str]] = frozenset()
    protection: ProtectionStatus = ProtectionStatus.UNKNOWN
    listed: bool = False
    called: frozenset[Name] = frozenset()
    """Nicknames that papers give the person, looked for like given names."""

    @property
    def released(self) -> bool:
        """Whether a pack may let the person's name stand."""
        return self.role in RELEASED_ROLES

    def variants(self) -> frozenset[Variant]:
        """What is promised to be found. Of a person of whom only a model's guess is known, only the full name."""
        found = frozenset(variant for name in self.names for variant in variants(name))
        return found if self.sure else frozenset(v for v in found if v.strength is Strength.FULL and len(v.text) > 6)


@dataclass(frozen=True, slots=True)
class Registry:
    """Every person and every number of the matter. ``numbers`` are (category, canonical spelling); ``ordinary`` are
    words that the matter writes in small letters."""

    persons: tuple[Person, ...]
    numbers: frozenset[tuple[Category, str]]
    ordinary: frozenset[str] = frozenset()


def registry_of(
    documents: Mapping[DocumentId, Document],
    detections: Iterable[Detection],
    known: Sequence[KnownPerson],
    key: bytes,
) -> Registry:
    """The registry of the whole matter: the matter file's people first, then everybody a detection names, each once.

    ``key`` is the matter's HMAC key. A person's id follows from it and from the person's number or name, so that it
    stays the same from scan to scan and tells nobody anything. The order of documents and detections does not matter.
    """
    file = [person for person in known if not all(parse(name).words <= NOT_NAMES for name in person.names)]
    claims = claimed(documents, detections)
    by_name: dict[Name, list[Detection]] = {}
    for mention, name in claims.mentions.items():
        by_name.setdefault(name, []).append(mention)
    groups = _groups(by_name)
    other_names: dict[frozenset[str], set[Name]] = {}
    for mention, name in aliases(documents, claims.mentions, {group.words: group.role for group in groups}):
        other_names.setdefault(claims.mentions[mention].words, set()).add(name)
    joined = identities(groups, links(documents, claims.mentions, claims.numbers), [_listed(p) for p in file])
    small = written_small(documents)
    persons: dict[SubjectId, Person] = {}
    for identity in sorted(joined, key=_order):
        listed = file[identity.listed] if identity.listed is not None else None
        called = frozenset(name for words in identity.groups for name in other_names.get(words, ()))
        id_ = _subject_id(identity, listed, key, persons)
        persons[id_] = Person(
            id=id_,
            names=identity.names | {name for name in called if len(name.words) > 1},
            role=listed.role if listed else _role(identity, by_name),
            sure=listed is not None or _sure(identity, claims, by_name, small),
            numbers=identity.numbers,
            protection=listed.protection if listed else ProtectionStatus.UNKNOWN,
            listed=listed is not None,
            called=frozenset(name for name in called if len(name.words) == 1),
        )
    numbers = frozenset((number.claim.category, number.value) for number in claims.numbers)
    return Registry(tuple(persons.values()), numbers.union(*(p.numbers for p in persons.values())), small)


def _groups(by_name: Mapping[Name, Sequence[Detection]]) -> list[Group]:
    """The names by their words, whatever the order."""
    spellings: dict[frozenset[str], set[Name]] = {}
    for name in by_name:
        spellings.setdefault(name.words, set()).add(name)
    return [
        Group(words, frozenset(names), role_of_spellings([by_name[name] for name in names]))
        for words, names in spellings.items()
    ]


def _role(identity: Identity, by_name: Mapping[Name, Sequence[Detection]]) -> Role:
    return role_of_spellings([by_name[n] for n in identity.names if n in by_name and n.words in identity.groups])


def _listed(person: KnownPerson) -> tuple[frozenset[Name], frozenset[Value], Role]:
    """What the matter file says of a person, as ``identities`` takes it."""
    values = frozenset((c, value) for c, text in person.numbers if (value := canonical(c, text)))
    return frozenset(parse(name) for name in person.names), values, person.role


def _sure(
    identity: Identity,
    claims: Claimed,
    by_name: Mapping[Name, Sequence[Detection]],
    small: frozenset[str],
) -> bool:
    numbered = bool(identity.numbers)
    return any(
        believed(name, by_name[name], small, claims.personal, numbered=numbered)
        for name in identity.names
        if name in by_name and name.words in identity.groups
    )


def _order(identity: Identity) -> tuple[object, ...]:
    """The matter file's people as it lists them, then fuller names first."""
    names = sorted((name.given, name.surnames) for name in identity.names)
    return (
        identity.listed is None,
        identity.listed or 0,
        -max(len(name.words) for name in identity.names),
        names,
        _lead(identity),
    )


def _lead(identity: Identity) -> str:
    """What an id follows from: the smallest A-Number, else the fullest name."""
    files = sorted(value for category, value in identity.numbers if category is Category.A_NUMBER)
    if files:
        return f"file {files[0]}"
    widest = max((name.words for name in identity.names), key=lambda words: (len(words), sorted(words)))
    return "name " + " ".join(sorted(widest))


def _subject_id(
    identity: Identity, listed: KnownPerson | None, key: bytes, taken: Mapping[SubjectId, Person]
) -> SubjectId:
    lead = f"listed {listed.names[0]} {sorted(listed.numbers)}" if listed else _lead(identity)
    number = 0
    while True:
        digest = hmac.new(key, f"{lead} {number or ''}".encode(), hashlib.sha256).hexdigest()
        if (id_ := SubjectId(f"S{digest[:_ID_DIGITS]}")) not in taken:
            return id_
        number += 1
