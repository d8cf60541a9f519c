"""The person registry of a matter: who is named anywhere, how, and in what role.

The registry holds names in clear, in memory only. What is kept of it elsewhere is ``Subject``: role, protection and
keyed hashes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from redactor.model import (
    Category,
    Detection,
    Document,
    DocumentId,
    ProtectionStatus,
    Role,
    SubjectId,
)
from redactor.resolve.names import BESIDE_NUMBER, Name, Strength, Variant, cleaned, fold, parse, variants
from redactor.resolve.numbers import NUMBERS, squashed_forms
from redactor.vocabulary import NOT_NAMES, small_words

RELEASED_ROLES = frozenset(
    {Role.OFFICER, Role.SUPERVISOR, Role.OFFICIAL, Role.JUDGE, Role.COUNSEL, Role.COURT_STAFF, Role.PUBLIC}
)
"""Roles whose names a pack may release. A person with any better claim to another role is not treated as one."""

_PERSONAL = frozenset({Category.A_NUMBER, Category.FINS, Category.DATE_OF_BIRTH, Category.RECEIPT_NUMBER})
"""Numbers that make a paper one about persons."""

_TOLD = frozenset({"cells", "LabelledNameRecognizer"})
"""Recognizers that a form's label tells where a name stands."""

_BY_VERB = frozenset({Role.SUBJECT, Role.WITNESS, Role.REPRESENTATIVE, Role.INTERPRETER})
"""Roles that a sentence's verb, or a number somewhere on the line, may claim for an officer by mistake."""

_FAINT = frozenset({"TitledNameRecognizer", "ModelNameRecognizer"})
"""Recognizers of names that have such a role from nothing better."""

_SEVERAL = 3
"""How many times titles must outweigh what verbs alone claim."""

_SURE = 0.8
"""Score from which one claim alone puts a person, and the person's surname, into the registry."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody whom the matter file names: spellings, numbers (category and text), role and protection status."""

    names: tuple[str, ...]
    role: Role
    numbers: tuple[tuple[Category, str], ...] = ()
    protection: ProtectionStatus = ProtectionStatus.UNKNOWN


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the registry."""

    id: SubjectId
    names: frozenset[Name]
    role: Role
    sure: bool
    numbers: frozenset[tuple[Category, str]] = frozenset()
    protection: ProtectionStatus = ProtectionStatus.UNKNOWN
    listed: bool = False

    def variants(self) -> frozenset[Variant]:
        """What to look for. Of a person of whom only a model's guess is known, only the full name."""
        found = frozenset(variant for name in self.names for variant in variants(name))
        return found if self.sure else frozenset(v for v in found if v.strength is Strength.FULL and len(v.text) > 6)


@dataclass(frozen=True, slots=True)
class Registry:
    """Every person and every number of the matter. ``numbers`` are (category, squashed form); ``ordinary`` are words
    that the matter writes in small letters."""

    persons: tuple[Person, ...]
    numbers: frozenset[tuple[Category, str]]
    ordinary: frozenset[str] = frozenset()


def registry_of(
    documents: Mapping[DocumentId, Document], detections: Iterable[Detection], known: Sequence[KnownPerson]
) -> Registry:
    """The registry of the whole matter: the matter's own people first, then everybody a detection names."""
    persons: list[Person] = []
    numbers: set[tuple[Category, str]] = set()
    for listed in known:
        if all(parse(name).words <= NOT_NAMES for name in listed.names):
            continue  # a party such as a state or an agency is no person
        persons.append(
            Person(
                id=SubjectId(f"S{len(persons) + 1:04}"),
                names=frozenset(parse(name) for name in listed.names),
                role=listed.role,
                sure=True,
                numbers=frozenset((c, form) for c, text in listed.numbers for form in squashed_forms(c, text)),
                protection=listed.protection,
                listed=True,
            )
        )
        numbers |= persons[-1].numbers
    claims = list(detections)
    small = _words_in_small_letters(documents)
    mentions: dict[Name, list[Detection]] = {}
    for detection in claims:
        text = documents[detection.document].text(detection.span)
        if detection.category is Category.PERSON_NAME:
            plain = cleaned(text, told=detection.recognizer in _TOLD or detection.reason == BESIDE_NUMBER)
            name = parse(plain) if plain else None
            if name and name.words and not name.words <= NOT_NAMES:
                mentions.setdefault(name, []).append(detection)
        elif detection.category in NUMBERS or detection.category is Category.DATE_OF_BIRTH:
            numbers |= {(detection.category, form) for form in squashed_forms(detection.category, text)}
    personal = frozenset(claim.document for claim in claims if claim.category in _PERSONAL)
    for name, found in sorted(
        mentions.items(), key=lambda item: (-len(item[0].words), item[0].given, item[0].surnames)
    ):
        _enter(persons, name, found, small, personal)
    return Registry(tuple(persons), frozenset(numbers), small)


def _words_in_small_letters(documents: Mapping[DocumentId, Document]) -> frozenset[str]:
    """Words that the matter writes in small letters somewhere: by themselves they are no name."""
    return frozenset(
        fold(word)
        for document in documents.values()
        for passage in document.passages
        if passage.words
        for word in small_words(passage.text)
    )


def _enter(
    persons: list[Person],
    name: Name,
    found: Sequence[Detection],
    ordinary: frozenset[str],
    personal: frozenset[DocumentId],
) -> None:
    """The name into the registry: to a person who has the same words, or as a person of its own.

    A name of ordinary words only ("Staffing", "Legal Advisor") is not looked for elsewhere, unless a label says that
    its two words are a name. What only a model saw is believed in papers that hold a person's number, where no word of
    it is an ordinary one.
    """
    role = _role(found)
    told = any(claim.recognizer in _TOLD or claim.reason == BESIDE_NUMBER for claim in found) and len(name.words) > 1
    sure = any(claim.score >= _SURE or (claim.role and claim.score >= 0.6) for claim in found)
    uncommon = not any(word in ordinary or word in NOT_NAMES for word in name.words)
    sure = sure or (len(name.words) > 1 and uncommon and any(claim.document in personal for claim in found))
    sure = sure and (told or not all(word in ordinary or word in NOT_NAMES for word in name.words))
    for index, person in enumerate(persons):
        if any(known.words == name.words for known in person.names):
            better = person.role if person.listed or role is Role.UNKNOWN else _stronger(person.role, role)
            persons[index] = replace(person, names=person.names | {name}, role=better, sure=person.sure or sure)
            return
    persons.append(Person(SubjectId(f"S{len(persons) + 1:04}"), frozenset({name}), role, sure))


def _role(found: Sequence[Detection]) -> Role:
    """The role that most weight speaks for. Any claim of a protected role wins over those of a released one, unless a
    verb alone made it ("encountered Muster") and titles outweigh it several times over."""
    weight: Counter[Role] = Counter()
    firm = False
    for claim in found:
        if claim.role is not None and claim.role is not Role.UNKNOWN:
            weight[claim.role] += round(100 * claim.score)
            by_verb = claim.recognizer in _FAINT and claim.role in _BY_VERB
            firm = firm or not (by_verb or claim.role in RELEASED_ROLES)
    if not weight:
        return Role.UNKNOWN
    protected = {role: amount for role, amount in weight.items() if role not in RELEASED_ROLES}
    released = {role: amount for role, amount in weight.items() if role in RELEASED_ROLES}
    outweighed = not firm and sum(released.values()) > _SEVERAL * sum(protected.values())
    told = released if not protected or outweighed else protected
    return max(told, key=lambda role: (told[role], str(role)))


def _stronger(one: Role, other: Role) -> Role:
    """Of two roles claimed for one person, the one that protects."""
    if one is Role.UNKNOWN:
        return other
    if one in RELEASED_ROLES and other not in RELEASED_ROLES:
        return other
    return one
