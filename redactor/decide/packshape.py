"""The shape of a rule pack's files, as people write them: what keys there are and what may stand in them.

Nothing in a pack is evaluated; an unknown key or word is a mistake, and is answered with the nearest known one.
"""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, RootModel, StringConstraints
from pydantic.json_schema import models_json_schema

from redactor.decide.pack import Extent, Mode, OfficerOrder, Precision, Risk
from redactor.model import Category, Disposition, ProtectionStatus, Role, UnexplainedWords

Word = TypeVar("Word", bound=StrEnum)


def _known(kind: type[Word]) -> BeforeValidator:
    """A check that names the nearest known word; pydantic's own would print all of them."""

    def check(given: Any) -> Any:
        words = [word.value for word in kind]
        if given in words:
            return given
        near = get_close_matches(str(given), words, n=1)
        raise ValueError(f"is not a known {kind.__name__.lower()}" + (f"; did you mean {near[0]}?" if near else ""))

    return BeforeValidator(check)


def _listed(given: Any) -> Any:
    return given if isinstance(given, list) else [given]


_Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
_Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9.\-]*$", max_length=20)]
_BasisCode = Annotated[
    str, StringConstraints(pattern=r"^([A-Z0-9][A-Z0-9.\-]*|\(b\)\([1-9]\)(\([A-F]\))?)$", max_length=20)
]
_Number = Annotated[str, BeforeValidator(lambda given: str(given) if type(given) is int else given)]
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_Category = Annotated[Category, _known(Category)]
_Role = Annotated[Role, _known(Role)]
_Unexplained = Annotated[UnexplainedWords, _known(UnexplainedWords)]
_Protection = Annotated[ProtectionStatus, _known(ProtectionStatus)]
_Disposition = Annotated[Disposition, _known(Disposition)]
# One word may stand for a list of one. An empty list is refused: as a condition it would be met by everything.
_Categories = Annotated[list[_Category], BeforeValidator(_listed), Field(min_length=1)]
_Roles = Annotated[list[_Role], BeforeValidator(_listed), Field(min_length=1)]
_Protections = Annotated[list[_Protection], BeforeValidator(_listed), Field(min_length=1)]
_Codes = Annotated[list[_BasisCode], BeforeValidator(_listed), Field(min_length=1)]
_Texts = Annotated[list[_Text], BeforeValidator(_listed), Field(min_length=1)]
_Numbers = Annotated[list[_Number], BeforeValidator(_listed), Field(min_length=1)]
_Modes = Annotated[list[Annotated[Mode, _known(Mode)]], BeforeValidator(_listed), Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LogEntryShape(_Entry):
    """A log category: the description that is served, and the label of its boxes (left out where none are drawn).
    ``total`` describes it for the volume as a whole, where a document's line must not say it. ``decided_as`` is the
    category that takes its place once a person has decided: what somebody answered for is under review no more."""

    description: _Text
    label: str | None = None
    total: _Text | None = None
    decided_as: str | None = None


class PackFile(_Entry):
    """pack.yaml: who the pack is, the profiles it knows, the box labels and the log categories. ``modes`` are the
    regimes it may be used under; a FOIA pack is refused under Rule 34, and the other way about."""

    id: _Id
    title: _Text
    modes: _Modes = [Mode.RULE34]
    profiles: dict[str, _Text]
    labels: dict[str, _Text]
    log: dict[_Code, LogEntryShape]


class BasisShape(_Entry):
    """One basis of bases.yaml. ``members`` makes it a group that is cited as one; ``privilege`` is a ground that is
    claimed for one document at a time; ``facts`` are findings which show that it reaches the people of a document;
    ``harm`` is what disclosure would do, for a Vaughn index."""

    authority: _Text
    covers_everyone: bool = False
    while_protected: bool = False
    privilege: bool = False
    members: list[_BasisCode] = []
    facts: _Categories = []
    harm: _Text | None = None


class BasesFile(RootModel[dict[_BasisCode, BasisShape]]):
    """bases.yaml: basis codes with the authority that the log cites."""


class BesideShape(_Entry):
    """Another finding in the same passage, by category and role."""

    category: _Categories = []
    role: _Roles = []


class WhenShape(_Entry):
    """The conditions of a rule; all that are given must be met, and one of each list is enough."""

    category: _Categories = []
    role: _Roles = []
    protection: _Protections = []
    doc_type: _Texts = []
    profile: _Texts = []
    asserted: _Codes = []
    request: _Numbers = []
    order: _Numbers = []
    officers: Annotated[OfficerOrder, _known(OfficerOrder)] | None = None
    score_at_least: float | None = Field(default=None, ge=0, le=1)
    score_below: float | None = Field(default=None, ge=0, le=1)
    risk: Annotated[Risk, _known(Risk)] | None = None
    beside: BesideShape | None = None
    within: _Categories = []
    same_day_as: _Categories = []
    date_understood: bool | None = None
    near_person: bool | None = None
    unexplained: Annotated[list[_Unexplained], BeforeValidator(_listed), Field(min_length=1)] = []


class ThenShape(_Entry):
    """What a rule proposes. ``basis`` is in order of preference; ``how`` goes with *generalise* alone, ``extent`` with
    *redact* and *refer*, and ``not_redacted_because`` with *withhold* alone: Rule 34(b)(2)(C) asks for the rest
    wherever a part can go."""

    disposition: _Disposition
    log: _Code
    basis: _Codes = []
    how: Annotated[Precision, _known(Precision)] | None = None
    extent: Annotated[Extent, _known(Extent)] = Extent.FINDING
    not_redacted_because: _Text | None = None


class RuleShape(_Entry):
    """One rule of rules.yaml."""

    id: _Id
    when: WhenShape
    then: ThenShape
    because: _Text


class RulesFile(RootModel[list[RuleShape]]):
    """rules.yaml: the rules, in the order in which they are asked; the first that matches speaks."""


class DescribedShape(_Entry):
    """A finding as an example describes it."""

    text: Annotated[str, StringConstraints(min_length=1)]
    category: _Category
    role: _Role = Role.UNKNOWN
    protection: _Protection = ProtectionStatus.UNKNOWN
    score: float = Field(default=0.85, ge=0, le=1)
    within: _Categories = []
    near_person: bool = False
    shared_by: int = Field(default=0, ge=0)


class ExpectShape(_Entry):
    """The answer an example expects. ``withheld`` left out means all of the text, or nothing where it is produced."""

    rule: _Id
    disposition: _Disposition
    withheld: list[str] | None = None
    basis: list[_BasisCode] | None = None


class ExampleShape(_Entry):
    """One example of examples.yaml. ``request`` are those that the document answers, ``order`` those of the matter."""

    situation: _Text
    finding: DescribedShape
    beside: list[DescribedShape] = []
    doc_type: _Text = "document"
    profile: str | None = None
    officers: Annotated[OfficerOrder, _known(OfficerOrder)] = OfficerOrder.PRODUCE
    unexplained: _Unexplained = UnexplainedWords.NEAR_PEOPLE
    asserted: list[_BasisCode] | None = None
    request: _Numbers = []
    order: _Numbers = []
    expect: ExpectShape


class ExamplesFile(RootModel[list[ExampleShape]]):
    """examples.yaml: situations with the answer the pack must give; each is run as a test."""


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the four files, for editors: a document is valid when it is one of them."""
    files = (PackFile, BasesFile, RulesFile, ExamplesFile)
    places, schema = models_json_schema([(model, "validation") for model in files], title="A rule pack's files")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "anyOf": [places[model, "validation"] for model in files],
    }
