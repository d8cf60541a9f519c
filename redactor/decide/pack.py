"""A rule pack as the decision stage uses it: frozen records, already checked. Reading the files is packfile's work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from redactor.model import (
    Basis,
    BasisCode,
    Category,
    Disposition,
    LogCategory,
    ProtectionStatus,
    Role,
    UnexplainedWords,
)


class Precision(StrEnum):
    """What a generalised finding keeps (the ladder from day to year; from a record's particulars to the offence)."""

    MONTH_AND_YEAR = "month-and-year"
    YEAR = "year"
    OFFENCE = "offence"


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
    officers: OfficerOrder | None = None
    score_at_least: float | None = None
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


@dataclass(frozen=True, slots=True)
class Ground:
    """A basis as the pack describes it. ``members`` makes it a group that is cited as one, so that a log line does not
    tell which statute covers whom; ``while_protected`` ends it for a person whose § 1367 protection has ended."""

    code: BasisCode
    authority: str
    covers_everyone: bool = False
    while_protected: bool = False
    members: tuple[BasisCode, ...] = ()


@dataclass(frozen=True, slots=True)
class LogKind:
    """A log category: the description that is served, and the label that is drawn on its boxes ("" on none)."""

    code: LogCategory
    description: str
    label: str


@dataclass(frozen=True, slots=True)
class Described:
    """A finding as an example describes it: its text and what the earlier stages said of it."""

    text: str
    category: Category
    role: Role = Role.UNKNOWN
    protection: ProtectionStatus = ProtectionStatus.UNKNOWN
    score: float = 0.85
    within: tuple[Category, ...] = ()
    near_person: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A situation with the answer that the pack must give.

    ``beside`` are other findings of the same passage. ``asserted`` None stands for "every basis of the pack".
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


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the matter says that rules may ask: its profile, its order on officers' names, every known basis, and what
    becomes of unexplained words."""

    profile: str
    officers_withheld: bool
    bases: Mapping[BasisCode, Basis]
    unexplained: UnexplainedWords = UnexplainedWords.NEAR_PEOPLE
