"""The decision stage: rule packs propose one decision for each finding. The first rule that matches speaks.

Nothing here knows a statute or prefers a category: policy is in the packs. What this module promises is that no
finding is left out, that the order of findings makes no difference, and that doubt ends in withholding.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from redactor.decide.dates import Day, Reading, read_date
from redactor.decide.generalise import withheld_parts
from redactor.decide.grounds import all_grounds, asserted, chosen
from redactor.decide.pack import Beside, Circumstances, Ground, LogKind, OfficerOrder, Precision, Rule, RulePack, When
from redactor.decide.same_day import EventDays
from redactor.errors import RulePackError
from redactor.model import (
    BasisCode,
    Category,
    Decision,
    Disposition,
    Document,
    DocumentId,
    Finding,
    LogCategory,
    Role,
    Span,
)

_Kinds = Counter[tuple[Category, Role]]


@dataclass(frozen=True, slots=True)
class _Policy:
    """The packs laid out for asking: rules by the category that they may speak of, in order, with their packs' ids."""

    rules: Mapping[Category, tuple[tuple[str, Rule], ...]]
    grounds: Mapping[BasisCode, Ground]
    log: Mapping[LogCategory, LogKind]


@dataclass(frozen=True, slots=True)
class _Matter:
    """What rules may ask beyond the finding itself."""

    circumstances: Circumstances
    doc_types: Mapping[DocumentId, str]
    texts: Mapping[tuple[DocumentId, str], str]
    kinds: Mapping[tuple[DocumentId, str], _Kinds]
    days: Mapping[Category, EventDays]


def decide(
    findings: Sequence[Finding],
    documents: Mapping[DocumentId, Document],
    packs: Sequence[RulePack],
    circumstances: Circumstances,
    *,
    now: datetime,
) -> tuple[Decision, ...]:
    """Propose a disposition and a basis for every finding: exactly one decision for each, in the findings' order.

    Give the findings of the whole matter at once: a date is treated like the same day elsewhere. A text that cannot
    be looked up (its document or passage was not given) is withheld whole. ``circumstances.bases`` come from
    ``with_groups``. Raises RulePackError where the packs leave a finding without a rule or do not know the profile.
    """
    _check(packs, circumstances)
    policy = _policy(packs)
    matter = _matter(findings, documents, packs, circumstances)
    return tuple(_decision(finding, policy, matter, now) for finding in findings)


def _check(packs: Sequence[RulePack], circumstances: Circumstances) -> None:
    if not any(circumstances.profile in pack.profiles for pack in packs):
        raise RulePackError(f"no rule pack in use knows the profile '{circumstances.profile}'")
    last = packs[-1]
    if not last.rules or not last.rules[-1].when.catches_all:
        raise RulePackError(
            f"{last.id}: the last rule must catch all (`when: {{}}`), so that nothing is left undecided"
        )
    for pack in packs[:-1]:
        if pack.rules and pack.rules[-1].when.catches_all:
            raise RulePackError(f"{pack.id}: catches all, so the packs after it would never be asked; list it last")


def _policy(packs: Sequence[RulePack]) -> _Policy:
    in_order = [(pack.id, rule) for pack in packs for rule in pack.rules]
    return _Policy(
        {c: tuple((p, r) for p, r in in_order if not r.when.category or c in r.when.category) for c in Category},
        all_grounds(packs),
        {code: kind for pack in reversed(packs) for code, kind in pack.log.items()},
    )


def _matter(
    findings: Sequence[Finding],
    documents: Mapping[DocumentId, Document],
    packs: Sequence[RulePack],
    circumstances: Circumstances,
) -> _Matter:
    texts = {(d.id, passage.address): passage.text for d in documents.values() for passage in d.passages}
    compared = {category for pack in packs for rule in pack.rules for category in rule.when.same_day_as}
    kinds: dict[tuple[DocumentId, str], _Kinds] = defaultdict(Counter)
    written: dict[Category, list[tuple[Day, DocumentId]]] = {category: [] for category in compared}
    for finding in findings:
        kinds[finding.document, finding.span.passage][finding.category, finding.role] += 1
        if finding.category in compared:
            reading = _reading(finding, texts)
            written[finding.category].extend((day, finding.document) for day in (reading.days if reading else ()))
    return _Matter(
        circumstances,
        {document.id: document.doc_type for document in documents.values()},
        texts,
        kinds,
        {category: EventDays(days) for category, days in written.items()},
    )


def _text(finding: Finding, texts: Mapping[tuple[DocumentId, str], str]) -> str | None:
    """The finding's text, or None where its span does not lie in a passage that was given."""
    text = texts.get((finding.document, finding.span.passage))
    span = finding.span
    return text[span.start : span.end] if text is not None and 0 <= span.start < span.end <= len(text) else None


def _reading(finding: Finding, texts: Mapping[tuple[DocumentId, str], str]) -> Reading | None:
    text = _text(finding, texts)
    return read_date(text) if text is not None else None


def _decision(finding: Finding, policy: _Policy, matter: _Matter, now: datetime) -> Decision:
    pack, rule = next(pair for pair in policy.rules[finding.category] if _speaks(pair[1].when, finding, matter))
    withheld = _withheld(finding, rule, matter)
    disposition = rule.disposition if withheld else Disposition.PRODUCE
    return Decision(
        finding=finding.id,
        disposition=disposition,
        basis=chosen(rule.basis, finding.protection, policy.grounds, matter.circumstances.bases) if withheld else (),
        log_category=rule.log,
        label=policy.log[rule.log].label if withheld else "",
        withheld=withheld,
        actor=f"rule:{pack}/{rule.id}",
        reason=rule.because,
        at=now,
    )


def _withheld(finding: Finding, rule: Rule, matter: _Matter) -> tuple[Span, ...]:
    if not rule.disposition.withholds:
        return ()
    text = _text(finding, matter.texts) if rule.how is not None else None
    if rule.how is None or text is None:
        return (finding.span,)
    start = finding.span.start
    parts = withheld_parts(text, Precision(rule.how))
    return tuple(Span(finding.span.passage, start + first, start + last) for first, last in parts)


def _speaks(when: When, finding: Finding, matter: _Matter) -> bool:
    """Whether every condition of the rule is met. Category is asked by whoever laid out the rules."""
    return (
        (not when.role or finding.role in when.role)
        and (not when.protection or finding.protection in when.protection)
        and (when.score_at_least is None or finding.score >= when.score_at_least)
        and (when.near_person is None or when.near_person is finding.near_person)
        and (not when.within or not when.within.isdisjoint(finding.within))
        and (not when.doc_type or matter.doc_types.get(finding.document) in when.doc_type)
        and _suits(when, matter.circumstances)
        and (when.beside is None or _stands_beside(when.beside, finding, matter))
        and (when.date_understood is None or when.date_understood is (_reading(finding, matter.texts) is not None))
        and (not when.same_day_as or _same_day(when, finding, matter))
    )


def _suits(when: When, circumstances: Circumstances) -> bool:
    order = OfficerOrder.WITHHOLD if circumstances.officers_withheld else OfficerOrder.PRODUCE
    return (
        (not when.profile or circumstances.profile in when.profile)
        and (not when.asserted or any(asserted(code, circumstances.bases) for code in when.asserted))
        and (when.officers is None or when.officers is order)
        and (not when.unexplained or circumstances.unexplained in when.unexplained)
    )


def _stands_beside(beside: Beside, finding: Finding, matter: _Matter) -> bool:
    kinds = matter.kinds[finding.document, finding.span.passage]
    own = (finding.category, finding.role)
    return any(
        (not beside.category or category in beside.category)
        and (not beside.role or role in beside.role)
        and count > ((category, role) == own)
        for (category, role), count in kinds.items()
    )


def _same_day(when: When, finding: Finding, matter: _Matter) -> bool:
    reading = _reading(finding, matter.texts)
    if reading is None:
        return False
    return any(matter.days[event].hold(day, finding.document) for event in when.same_day_as for day in reading.days)
