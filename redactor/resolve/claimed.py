"""What the first pass claims of people: the name that each claim writes, and whether it is enough to look for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from redactor.lexicon import explains, is_english, names_people
from redactor.model import Category, Detection, Document, DocumentId, Role, Span
from redactor.resolve.linking import Numbered
from redactor.resolve.names import BESIDE_NUMBER, Name, cleaned, dropped, fold, parse
from redactor.resolve.neighbours import unexplained_neighbours
from redactor.resolve.numbers import NUMBERS, canonical
from redactor.resolve.released import RELEASED_ROLES
from redactor.resolve.split_cells import whole_names
from redactor.shadow import shadow
from redactor.vocabulary import NOT_NAMES, small_words

_PERSONAL = frozenset({Category.A_NUMBER, Category.FINS, Category.DATE_OF_BIRTH, Category.RECEIPT_NUMBER})
"""Numbers that make a paper one about persons."""

_TOLD = frozenset({"cells", "LabelledNameRecognizer", "LabelledAbroadRecognizer"})
"""Recognizers that a form's label tells where a name stands."""

_BY_VERB = frozenset({Role.SUBJECT, Role.WITNESS, Role.REPRESENTATIVE, Role.INTERPRETER})
"""Roles that a sentence's verb, or a number somewhere on the line, may claim for an officer by mistake."""

_FAINT = frozenset({"TitledNameRecognizer", "ModelNameRecognizer"})
"""Recognizers of names that have such a role from nothing better."""

_SEVERAL = 3
"""How many times titles must outweigh what verbs alone claim."""

_SURE = 0.8
"""Score from which one claim alone puts a person, and the person's surname, into the registry."""

_SURE_WITH_ROLE = 0.6

_MRZ_NAME = re.compile(r"(?m)^[PIACV][A-Z<][A-Z<]{3}([A-Z]+(?:<[A-Z]+)*)<<([A-Z]+(?:<[A-Z]+)*)")
"""Surnames and given names in the first line of a machine-readable zone (ICAO Doc 9303)."""

_AND = re.compile(r"(?P<front>[^\W\d_]+ )?(?<!\w)(?P<given>[^\W\d_a-zß-öø-ÿ][^\W\d_]{2,}) (?:and|y|e|et|&) $")

_OFTEN = 2
"""Times that a word no dictionary knows is written small before it counts as an ordinary one."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """The names and numbers that the first pass claims."""

    mentions: Mapping[Detection, Name]
    numbers: tuple[Numbered, ...]
    personal: frozenset[DocumentId]
    """Papers that hold a noncitizen's number."""


def claimed(documents: Mapping[DocumentId, Document], detections: Iterable[Detection]) -> Claimed:
    """The names and numbers of these claims."""
    mentions: dict[Detection, Name] = {}
    numbers: list[Numbered] = []
    personal: set[DocumentId] = set()
    for detection in detections:
        text = shadow(documents[detection.document].text(detection.span)).text
        if detection.category is Category.PERSON_NAME:
            if name := _name(text, detection):
                mentions[detection] = name
        elif detection.category is Category.MRZ:
            if zone := _MRZ_NAME.search(text):
                mentions[detection] = parse(f"{zone[1].replace('<', ' ')}, {zone[2].replace('<', ' ')}")
        elif detection.category in NUMBERS or detection.category is Category.DATE_OF_BIRTH:
            value = canonical(detection.category, text)
            numbers += [Numbered(detection, value)] if value else []
        if detection.category in _PERSONAL:
            personal.add(detection.document)
    mentions |= whole_names(documents, mentions)
    mentions |= dict(_continued(documents, mentions))
    extra: dict[Name, frozenset[str]] = {}
    for name in mentions.values():
        extra[name] = extra.get(name, frozenset()) | name.extra
    mentions = {mention: replace(name, extra=extra[name]) for mention, name in mentions.items()}
    return Claimed(mentions, tuple(numbers), frozenset(personal))


def _continued(
    documents: Mapping[DocumentId, Document], mentions: Mapping[Detection, Name]
) -> Iterator[tuple[Detection, Name]]:
    """Names that go on beside their claim, in words that nothing but a name explains: the registry knows the whole."""
    by_document: dict[DocumentId, list[Detection]] = {}
    for mention in mentions:
        by_document.setdefault(mention.document, []).append(mention)
    for document, found in by_document.items():
        for mention in found:
            if joint := _joint(documents[document], mention, mentions[mention]):
                yield joint
        for longer in unexplained_neighbours(documents[document], found):
            if name := _name(shadow(documents[document].text(longer.span)).text, longer):
                yield longer, name


def _joint(document: Document, mention: Detection, name: Name) -> tuple[Detection, Name] | None:
    """The first of two people who share a surname: "Tarek and Wafa bin Salem"."""
    text = document.passage(mention.span.passage).text
    before = _AND.search(text, max(0, mention.span.start - 40), mention.span.start)
    family = name.surnames or name.given[1:]
    if before is None or not family or (before["front"] or "a")[0].isupper():
        return None
    given = before["given"]
    if explains(given) is not None or fold(given) in name.words:
        return None
    span = Span(mention.span.passage, *before.span("given"))
    return replace(mention, span=span, reason="shares the surname of the next name"), Name((fold(given),), family)


def _name(text: str, claim: Detection) -> Name | None:
    plain = cleaned(text, told=_told(claim) or (claim.score >= _SURE and len(text.split()) == 2))
    name = replace(parse(plain), extra=dropped(text, plain)) if plain else None
    return name if name and name.words and not name.words <= NOT_NAMES else None


def _told(claim: Detection) -> bool:
    return claim.recognizer in _TOLD or claim.reason == BESIDE_NUMBER


def believed(
    name: Name, found: Sequence[Detection], ordinary: frozenset[str], personal: frozenset[DocumentId], *, numbered: bool
) -> bool:
    """Whether these claims are enough to look for the name, and for its single words, in the whole matter.

    A name of ordinary words only ("Staffing", "Legal Advisor") is not looked for elsewhere, unless a label says that
    its two words are a name. What only a model saw is believed in papers that hold a person's number, where no word of
    it is an ordinary one.
    """
    common = [word in ordinary or word in NOT_NAMES for word in name.words]
    several = len(name.words) > 1
    told = several and (numbered or any(_told(claim) for claim in found))
    sure = any(claim.score >= _SURE or (claim.role and claim.score >= _SURE_WITH_ROLE) for claim in found)
    sure = sure or (several and not any(common) and any(claim.document in personal for claim in found))
    return sure and (told or not all(common))


def role_of(found: Iterable[Detection], among: AbstractSet[Role] = frozenset(Role)) -> Role:
    """The role that most weight speaks for. Any claim of a protected role wins over those of a released one, unless a
    verb alone made it ("encountered Muster") and titles outweigh it several times over."""
    weight: Counter[Role] = Counter()
    firm = False
    for claim in found:
        if claim.role in among and claim.role is not None and claim.role is not Role.UNKNOWN:
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


def role_of_spellings(spellings: Sequence[Sequence[Detection]]) -> Role:
    """The role of a person whose claims come spelling by spelling: who is protected in one of them is protected."""
    roles = {role_of(found) for found in spellings} - {Role.UNKNOWN}
    everything = [claim for found in spellings for claim in found]
    return role_of(everything, roles - RELEASED_ROLES or roles)


def written_small(documents: Mapping[DocumentId, Document]) -> frozenset[str]:
    """Words that the matter writes in small letters: by themselves they are no name. A name that somebody typed without
    its capital is not one of them."""
    counts: Counter[str] = Counter(
        fold(word)
        for document in documents.values()
        for passage in document.passages
        if passage.words
        for word in small_words(passage.text)
    )
    return frozenset(
        word
        for word, count in counts.items()
        if word in NOT_NAMES or is_english(word) or (count >= _OFTEN and not names_people(word))
    )
