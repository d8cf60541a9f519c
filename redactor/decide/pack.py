"""A rule pack as the decision stage uses it: frozen records, already checked. Reading the files is packfile's work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from redactor.model import (
    Basis,
    BasisCode,
    Category,
    Disposition,
    DocumentId,
    LogCategory,
    ProtectionStatus,
    Role,
    UnexplainedWords,
)


class Mode(StrEnum):
    """The regime that documents go out under. Each has grounds of its own: a FOIA exemption limits what the public may
    ask of an agency and is no objection to a request of a party, and a privilege is claimed under FOIA as (b)(5)."""

    RULE34 = "rule34"
    FILING = "filing"
    FOIA = "foia"


class Precision(StrEnum):
    """What a generalised finding keeps: the ladder from day to year, from a street to its county, from an age to its
    decade, from a record's particulars to the offence; and the parts that Rule 5.2(a) lets a filing show."""

    MONTH_AND_YEAR = "month-and-year"
    YEAR = "year"
    OFFENCE = "offence"
    COUNTY = "county"
    AGE_BAND = "age-band"
    INITIALS = "initials"
    LAST_FOUR = "last-four"


class Extent(StrEnum):
    """How far a redaction reaches: the finding, or the whole sentence (of a form, the cell) in which it stands."""

    FINDING = "finding"
    SENTENCE = "sentence"


class Risk(StrEnum):
    """Whether enough persons of the matter share a value for it to hide among them (R-QI-3)."""

    BELOW_K = "below-k"
    K_OR_MORE = "k-or-more"


class OfficerOrder(StrEnum):
    """What the orders of the matter say of the names of line-level officers."""

    PRODUCE = "produce"
    WITHHOLD = "withhold"


@dataclass(frozen=True, slots=True)
class Beside:
    """What else stands in the same passage. A finding counts where its category and its role are both listed."""

    category: frozenset[Category] = frozenset()
    role: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class When:
    """The conditions of a rule. An empty one is met by everything; the others must all be met."""

    category: frozenset[Category] = frozenset()
    role: frozenset[Role] = frozenset()
    protection: frozenset[ProtectionStatus] = frozenset()
    doc_type: frozenset[str] = frozenset()
    profile: frozenset[str] = frozenset()
    asserted: frozenset[BasisCode] = frozenset()
    request: frozenset[str] = frozenset()
    order: frozenset[str] = frozenset()
    officers: OfficerOrder | None = None
    score_at_least: float | None = None
    score_below: float | None = None
    risk: Risk | None = None
    beside: Beside | None = None
    within: frozenset[Category] = frozenset()
    same_day_as: frozenset[Category] = frozenset()
    date_understood: bool | None = None
    near_person: bool | None = None
    unexplained: frozenset[UnexplainedWords] = frozenset()

    @property
    def catches_all(self) -> bool:
        return self == When()


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of policy: when it speaks, what it proposes, and why, in counsel's words."""

    id: str
    when: When
    disposition: Disposition
    because: str
    log: LogCategory
    basis: tuple[BasisCode, ...] = ()
    how: Precision | None = None
    extent: Extent = Extent.FINDING


@dataclass(frozen=True, slots=True)
class Ground:
    """A basis as the pack describes it. ``members`` makes it a group that is cited as one, so that a log line does not
    tell which statute covers whom; ``while_protected`` ends it for a person whose § 1367 protection has ended;
    ``privilege`` says that it is claimed document by document (Local Civil Rule 26.2(a)(1)), and not under FOIA;
    ``facts`` are findings which show that the basis reaches the people of a document; ``harm``, what disclosure would
    do, for the Vaughn index (5 U.S.C. § 552(a)(8)(A)(i)(I))."""

    code: BasisCode
    authority: str
    covers_everyone: bool = False
    while_protected: bool = False
    members: tuple[BasisCode, ...] = ()
    privilege: bool = False
    facts: frozenset[Category] = frozenset()
    harm: str = ""


@dataclass(frozen=True, slots=True)
class LogKind:
    """A log category: the description that is served, and the label that is drawn on its boxes ("" on none).

    ``total`` is told for the volume as a whole and for no document: a document's own line is described in words that it
    shares with others, because a line about an application for relief would say whose document it is in.
    ``decided_as`` is the category of what a person has decided to withhold and a rule only referred.
    """

    code: LogCategory
    description: str
    label: str
    total: str = ""
    decided_as: LogCategory | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """A finding as an example describes it: its text and what the earlier stages said of it. ``shared_by`` is how many
    persons of the matter have the same value."""

    text: str
    category: Category
    role: Role = Role.UNKNOWN
    protection: ProtectionStatus = ProtectionStatus.UNKNOWN
    score: float = 0.85
    within: tuple[Category, ...] = ()
    near_person: bool = False
    shared_by: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A situation with the answer that the pack must give.

    ``beside`` are other findings of the same passage. ``asserted`` None stands for "every basis of the pack".
    ``requests`` are those that the document answers, ``orders`` those of the matter.
    ``withheld`` are the covered parts of the finding's text; ``basis`` None leaves the basis unasked.
    """

    situation: str
    finding: Described
    beside: tuple[Described, ...]
    doc_type: str
    profile: str
    officers: OfficerOrder
    asserted: tuple[BasisCode, ...] | None
    rule: str
    disposition: Disposition
    withheld: tuple[str, ...]
    basis: tuple[BasisCode, ...] | None
    requests: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    unexplained: UnexplainedWords = UnexplainedWords.NEAR_PEOPLE


@dataclass(frozen=True, slots=True)
class RulePack:
    """Rules in the order in which they are asked, with the grounds and log categories they speak of."""

    id: str
    title: str
    profiles: tuple[str, ...]
    grounds: Mapping[BasisCode, Ground]
    log: Mapping[LogCategory, LogKind]
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]
    modes: tuple[Mode, ...] = (Mode.RULE34,)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the matter says that rules may ask: its profile, its order on officers' names, and every known basis.

    ``bases`` holds for the matter as a whole. ``requests`` are those that each document answers, and ``by_request`` the
    bases as they were asserted for each; a document that answers none is judged by ``bases``. ``orders`` are the
    matter's orders, each by ECF number and by kind, in small letters. ``k_min`` is R-QI-3's; ``unexplained``, what
    becomes of words that nothing explains.
    """

    profile: str
    officers_withheld: bool
    bases: Mapping[BasisCode, Basis]
    requests: Mapping[DocumentId, tuple[str, ...]] = field(default_factory=dict)
    by_request: Mapping[str, Mapping[BasisCode, Basis]] = field(default_factory=dict)
    orders: frozenset[str] = frozenset()
    k_min: int = 5
    unexplained: UnexplainedWords = UnexplainedWords.NEAR_PEOPLE

    def bases_for(self, document: DocumentId) -> Mapping[BasisCode, Basis]:
        """The bases as they hold for a document: asserted only where they are for every request that it answers."""
        asked = [self.by_request[request] for request in self.requests.get(document, ())]
        return {code: _for_all([bases[code] for bases in asked]) for code in asked[0]} if asked else self.bases


def _for_all(of: Iterable[Basis]) -> Basis:
    """One basis, as several requests have it."""
    each = tuple(of)
    places = [basis.asserted_in for basis in each if basis.asserted_in is not None]
    return Basis(
        each[0].code,
        "; ".join(dict.fromkeys(basis.authority for basis in each)),
        "; ".join(dict.fromkeys(places)) if len(places) == len(each) else None,
        all(basis.confirmed for basis in each),
    )
