"""The files of a rule pack: their shape, their checks, and the way from YAML to a ``RulePack``.

A pack is data. Nothing in it is evaluated, and every name in it (category, role, basis, log category, profile) must
be known, so that a slip of the pen stops the run instead of leaving a rule that never speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, RootModel, StringConstraints
from pydantic.json_schema import models_json_schema

from redactor.decide.pack import (
    Beside,
    Described,
    Example,
    Ground,
    LogKind,
    OfficerOrder,
    Precision,
    Rule,
    RulePack,
    When,
)
from redactor.errors import RulePackError
from redactor.model import BasisCode, Category, Disposition, LogCategory, ProtectionStatus, Role, UnexplainedWords
from redactor.yamlfile import YamlFile, load_yaml

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
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_Category = Annotated[Category, _known(Category)]
_Role = Annotated[Role, _known(Role)]
_Protection = Annotated[ProtectionStatus, _known(ProtectionStatus)]
_Unexplained = Annotated[UnexplainedWords, _known(UnexplainedWords)]
_Disposition = Annotated[Disposition, _known(Disposition)]
# One word may stand for a list of one. An empty list is refused: as a condition it would be met by everything.
_Categories = Annotated[list[_Category], BeforeValidator(_listed), Field(min_length=1)]
_Roles = Annotated[list[_Role], BeforeValidator(_listed), Field(min_length=1)]
_Protections = Annotated[list[_Protection], BeforeValidator(_listed), Field(min_length=1)]
_Codes = Annotated[list[_Code], BeforeValidator(_listed), Field(min_length=1)]
_Texts = Annotated[list[_Text], BeforeValidator(_listed), Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LogEntryShape(_Entry):
    """A log category: the description that is served, and the label of its boxes (left out where none are drawn)."""

    description: _Text
    label: str | None = None


class PackFile(_Entry):
    """pack.yaml: who the pack is, the profiles it knows, the box labels and the log categories."""

    id: _Id
    title: _Text
    profiles: dict[str, _Text]
    labels: dict[str, _Text]
    log: dict[_Code, LogEntryShape]


class BasisShape(_Entry):
    """One basis of bases.yaml. ``members`` makes it a group that is cited as one."""

    authority: _Text
    covers_everyone: bool = False
    while_protected: bool = False
    members: list[_Code] = []


class BasesFile(RootModel[dict[_Code, BasisShape]]):
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
    officers: Annotated[OfficerOrder, _known(OfficerOrder)] | None = None
    score_at_least: float | None = Field(default=None, ge=0, le=1)
    beside: BesideShape | None = None
    within: _Categories = []
    same_day_as: _Categories = []
    date_understood: bool | None = None
    near_person: bool | None = None
    unexplained: Annotated[list[_Unexplained], BeforeValidator(_listed), Field(min_length=1)] = []


class ThenShape(_Entry):
    """What a rule proposes. ``basis`` is in order of preference; ``how`` goes with *generalise* alone, and
    ``not_redacted_because`` with *withhold* alone: Rule 34(b)(2)(C) asks for the rest wherever a part can go."""

    disposition: _Disposition
    log: _Code
    basis: _Codes = []
    how: Annotated[Precision, _known(Precision)] | None = None
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


class ExpectShape(_Entry):
    """The answer an example expects. ``withheld`` left out means all of the text, or nothing where it is produced."""

    rule: _Id
    disposition: _Disposition
    withheld: list[str] | None = None
    basis: list[_Code] | None = None


class ExampleShape(_Entry):
    """One example of examples.yaml."""

    situation: _Text
    finding: DescribedShape
    beside: list[DescribedShape] = []
    doc_type: _Text = "document"
    profile: str | None = None
    officers: Annotated[OfficerOrder, _known(OfficerOrder)] = OfficerOrder.PRODUCE
    unexplained: _Unexplained = UnexplainedWords.NEAR_PEOPLE
    asserted: list[_Code] | None = None
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


def read_pack(folder: Path) -> RulePack:
    """The pack whose four files stand in ``folder``. Raises RulePackError, one line for each thing that is wrong."""
    pack = load_yaml(folder / "pack.yaml", PackFile, RulePackError)
    bases = load_yaml(folder / "bases.yaml", BasesFile, RulePackError)
    rules = load_yaml(folder / "rules.yaml", RulesFile, RulePackError)
    examples = load_yaml(folder / "examples.yaml", ExamplesFile, RulePackError)
    problems = [
        *_pack_problems(pack),
        *_bases_problems(bases),
        *_rules_problems(rules, pack.value, bases.value),
        *_examples_problems(examples, pack.value, rules.value, bases.value),
    ]
    if problems:
        raise RulePackError("\n".join(problems))
    return _record(pack.value, bases.value, rules.value, examples.value)


def _pack_problems(file: YamlFile[PackFile]) -> Iterator[str]:
    if not file.value.log:
        yield file.problem(("log",), "names no log category")
    if not file.value.profiles:
        yield file.problem(("profiles",), "names no profile")
    for code, entry in file.value.log.items():
        if entry.label is not None and entry.label not in file.value.labels:
            yield file.problem(("log", code, "label"), "names a label that `labels` does not hold")


def _bases_problems(file: YamlFile[BasesFile]) -> Iterator[str]:
    bases = file.value.root
    for code, basis in bases.items():
        for place, member in enumerate(basis.members):
            if member not in bases or bases[member].members:
                yield file.problem((code, "members", place), "is not a single basis of this file")


def _rules_problems(file: YamlFile[RulesFile], pack: PackFile, bases: BasesFile) -> Iterator[str]:
    seen: set[str] = set()
    for place, rule in enumerate(file.value.root):
        if rule.id in seen:
            yield file.problem((place, "id"), "another rule has this id")
        seen.add(rule.id)
        for where, what in (*_unknown_names(rule, pack, bases), *_unsound(rule, pack)):
            yield file.problem((place, *where), f"rule '{rule.id}' {what}")
        if not rule.when.model_fields_set and place + 1 < len(file.value.root):
            yield file.problem((place, "when"), f"rule '{rule.id}' catches all, so no rule below it would ever speak")


def _unknown_names(rule: RuleShape, pack: PackFile, bases: BasesFile) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for place, code in enumerate(rule.then.basis):
        if code not in bases.root:
            yield ("then", "basis", place), f"names unknown basis '{code}'"
    for place, code in enumerate(rule.when.asserted):
        if code not in bases.root:
            yield ("when", "asserted", place), f"names unknown basis '{code}'"
    for place, profile in enumerate(rule.when.profile):
        if profile not in pack.profiles:
            yield ("when", "profile", place), f"names unknown profile '{profile}'"
    if rule.then.log not in pack.log:
        yield ("then", "log"), f"names unknown log category '{rule.then.log}'"


def _unsound(rule: RuleShape, pack: PackFile) -> Iterator[tuple[tuple[str | int, ...], str]]:
    then, when = rule.then, rule.when
    withholds = then.disposition.withholds
    if withholds and not then.basis:
        yield ("then",), "withholds without a basis"
    if not withholds and then.basis:
        yield ("then", "basis"), "gives a basis for producing"
    if (then.disposition is Disposition.GENERALISE) != (then.how is not None):
        yield ("then",), "needs `how` with generalise, and only there"
    if (then.disposition is Disposition.WITHHOLD) != (then.not_redacted_because is not None):
        yield ("then",), "needs `not_redacted_because` with withhold, and only there"
    if when.beside is not None and not when.beside.model_fields_set:
        yield ("when", "beside"), "says nothing of what stands beside"
    if withholds and then.log in pack.log and pack.log[then.log].label is None:
        yield ("then", "log"), "withholds under a log category that has no label"
    if withholds:
        return
    # What nobody has placed may not go out: a rule that produces must say of which category, and of which person.
    if not when.category:
        yield ("when",), "produces without naming a category"
    if Category.PERSON_NAME in when.category and not when.role:
        yield ("when",), "produces names without naming a role"
    if Role.UNKNOWN in when.role and not when.within:
        yield ("when", "role"), "produces what belongs to a person of unknown role"


def _examples_problems(
    file: YamlFile[ExamplesFile], pack: PackFile, rules: RulesFile, bases: BasesFile
) -> Iterator[str]:
    ids = {rule.id for rule in rules.root}
    for place, example in enumerate(file.value.root):
        if example.expect.rule not in ids:
            yield file.problem((place, "expect", "rule"), "names no rule of this pack")
        if example.profile is not None and example.profile not in pack.profiles:
            yield file.problem((place, "profile"), "names no profile of this pack")
        for spot, code in enumerate(example.asserted or ()):
            if code not in bases.root:
                yield file.problem((place, "asserted", spot), "names no basis of this pack")


def _record(pack: PackFile, bases: BasesFile, rules: RulesFile, examples: ExamplesFile) -> RulePack:
    first_profile = next(iter(pack.profiles))
    return RulePack(
        id=pack.id,
        title=pack.title,
        profiles=tuple(pack.profiles),
        grounds={
            BasisCode(code): Ground(
                BasisCode(code), b.authority, b.covers_everyone, b.while_protected, tuple(map(BasisCode, b.members))
            )
            for code, b in bases.root.items()
        },
        log={
            LogCategory(code): LogKind(
                LogCategory(code), entry.description, pack.labels[entry.label] if entry.label is not None else ""
            )
            for code, entry in pack.log.items()
        },
        rules=tuple(_rule(rule) for rule in rules.root),
        examples=tuple(_example(example, first_profile) for example in examples.root),
    )


def _rule(shape: RuleShape) -> Rule:
    when, then = shape.when, shape.then
    return Rule(
        id=shape.id,
        when=When(
            category=frozenset(when.category),
            role=frozenset(when.role),
            protection=frozenset(when.protection),
            doc_type=frozenset(when.doc_type),
            profile=frozenset(when.profile),
            asserted=frozenset(map(BasisCode, when.asserted)),
            officers=when.officers,
            score_at_least=when.score_at_least,
            beside=Beside(frozenset(when.beside.category), frozenset(when.beside.role)) if when.beside else None,
            within=frozenset(when.within),
            same_day_as=frozenset(when.same_day_as),
            date_understood=when.date_understood,
            near_person=when.near_person,
            unexplained=frozenset(when.unexplained),
        ),
        disposition=then.disposition,
        because=" ".join(filter(None, (shape.because, then.not_redacted_because))),
        log=LogCategory(then.log),
        basis=tuple(map(BasisCode, then.basis)),
        how=then.how,
    )


def _described(shape: DescribedShape) -> Described:
    return Described(
        shape.text,
        shape.category,
        shape.role,
        shape.protection,
        shape.score,
        tuple(sorted(shape.within)),
        shape.near_person,
    )


def _example(shape: ExampleShape, profile: str) -> Example:
    expect = shape.expect
    everything = (shape.finding.text,) if expect.disposition.withholds else ()
    return Example(
        situation=shape.situation,
        finding=_described(shape.finding),
        beside=tuple(_described(other) for other in shape.beside),
        doc_type=shape.doc_type,
        profile=shape.profile or profile,
        officers=shape.officers,
        asserted=tuple(map(BasisCode, shape.asserted)) if shape.asserted is not None else None,
        rule=expect.rule,
        disposition=expect.disposition,
        withheld=tuple(expect.withheld) if expect.withheld is not None else everything,
        basis=tuple(map(BasisCode, expect.basis)) if expect.basis is not None else None,
        unexplained=shape.unexplained,
    )
