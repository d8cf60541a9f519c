"""The files of a rule pack: their checks, and the way from YAML to a ``RulePack``.

A pack is data. Nothing in it is evaluated, and every name in it (category, role, basis, log category, profile) must
be known, so that a slip of the pen stops the run instead of leaving a rule that never speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from redactor.decide.pack import Beside, Described, Example, Extent, Ground, LogKind, Mode, Rule, RulePack, When
from redactor.decide.packshape import (
    BasesFile,
    DescribedShape,
    ExamplesFile,
    ExampleShape,
    PackFile,
    RulesFile,
    RuleShape,
)
from redactor.errors import RulePackError
from redactor.model import BasisCode, Category, Disposition, LogCategory, Role
from redactor.yamlfile import YamlFile, load_yaml


def read_pack(folder: Path) -> RulePack:
    """The pack whose four files stand in ``folder``. Raises RulePackError, one line for each thing that is wrong."""
    pack = load_yaml(folder / "pack.yaml", PackFile, RulePackError)
    bases = load_yaml(folder / "bases.yaml", BasesFile, RulePackError)
    rules = load_yaml(folder / "rules.yaml", RulesFile, RulePackError)
    examples = load_yaml(folder / "examples.yaml", ExamplesFile, RulePackError)
    problems = [
        *_pack_problems(pack),
        *_bases_problems(bases, pack.value),
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


def _bases_problems(file: YamlFile[BasesFile], pack: PackFile) -> Iterator[str]:
    bases = file.value.root
    for code, basis in bases.items():
        if code.startswith("(") and pack.modes != [Mode.FOIA]:
            # 5 U.S.C. § 552(b) limits what the public may ask of an agency, not what a party may ask in an action.
            yield file.problem((code,), "a FOIA exemption is no ground under Rule 34; write `modes: foia` in pack.yaml")
        if basis.privilege and Mode.FOIA in pack.modes:
            yield file.problem((code,), "a privilege is withheld as (b)(5) under FOIA; name the exemption")
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
    if then.extent is not Extent.FINDING and then.disposition not in (Disposition.REDACT, Disposition.REFER):
        yield ("then", "extent"), "gives an extent, which goes with redact and refer"
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
                BasisCode(code),
                b.authority,
                b.covers_everyone,
                b.while_protected,
                tuple(map(BasisCode, b.members)),
                b.privilege,
                frozenset(b.facts),
                b.harm or "",
            )
            for code, b in bases.root.items()
        },
        log={
            LogCategory(code): LogKind(
                LogCategory(code),
                entry.description,
                pack.labels[entry.label] if entry.label is not None else "",
                entry.total or "",
                LogCategory(entry.decided_as) if entry.decided_as is not None else None,
            )
            for code, entry in pack.log.items()
        },
        rules=tuple(_rule(rule) for rule in rules.root),
        examples=tuple(_example(example, first_profile) for example in examples.root),
        modes=tuple(pack.modes),
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
            request=frozenset(when.request),
            order=frozenset(when.order),
            officers=when.officers,
            score_at_least=when.score_at_least,
            score_below=when.score_below,
            risk=when.risk,
            beside=Beside(frozenset(when.beside.category), frozenset(when.beside.role)) if when.beside else None,
            within=frozenset(when.within),
            near_person=when.near_person,
            unexplained=frozenset(when.unexplained),
            same_day_as=frozenset(when.same_day_as),
            date_understood=when.date_understood,
        ),
        disposition=then.disposition,
        because=" ".join(filter(None, (shape.because, then.not_redacted_because))),
        log=LogCategory(then.log),
        basis=tuple(map(BasisCode, then.basis)),
        how=then.how,
        extent=then.extent,
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
        shape.shared_by,
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
        requests=tuple(shape.request),
        orders=tuple(shape.order),
        unexplained=shape.unexplained,
    )
