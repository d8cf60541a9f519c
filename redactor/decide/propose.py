"""The decision stage: rule packs propose one decision for each finding. The first rule that matches speaks.

Nothing here knows a statute or prefers a category: policy is in the packs. What this module promises is that no
finding is left out, that the order of findings makes no difference, and that doubt ends in withholding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from redactor.decide.conditions import Surroundings, speaks, surroundings
from redactor.decide.generalise import withheld_parts
from redactor.decide.grounds import all_grounds, chosen
from redactor.decide.pack import Circumstances, Extent, Ground, LogKind, Rule, RulePack
from redactor.decide.sentence import sentence_around
from redactor.errors import RulePackError
from redactor.model import BasisCode, Category, Decision, Disposition, Document, DocumentId, Finding, LogCategory, Span

ENDED_NOTE = "the limitation of 8 U.S.C. § 1367 has ended, and nothing else that was asserted covers this"
"""The note of a decision that produces because the only ground for withholding has ended (law: § 1367(a), last
sentence). Counsel sees every one of them before a release."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The packs laid out for asking: rules by the category that they may speak of, in order, with their packs' ids."""

    rules: Mapping[Category, tuple[tuple[str, Rule], ...]]
    grounds: Mapping[BasisCode, Ground]
    log: Mapping[LogCategory, LogKind]


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
    check_packs(packs, circumstances.profile)
    policy = policy_of(packs)
    around = surroundings(findings, documents, packs, circumstances)
    return tuple(_decision(finding, policy, around, now) for finding in findings)


def check_packs(packs: Sequence[RulePack], profile: str) -> None:
    """Raises RulePackError where the packs together cannot decide everything, or none knows the profile."""
    if not any(profile in pack.profiles for pack in packs):
        known = dict.fromkeys(name for pack in packs for name in pack.profiles)
        raise RulePackError(
            f"no rule pack in use knows the profile '{profile}'", remedy=f"Profiles in use: {', '.join(known)}."
        )
    last = packs[-1]
    if not last.rules or not last.rules[-1].when.catches_all:
        raise RulePackError(
            f"{last.id}: the last rule must catch all (`when: {{}}`), so that nothing is left undecided"
        )
    for pack in packs[:-1]:
        if pack.rules and pack.rules[-1].when.catches_all:
            raise RulePackError(f"{pack.id}: catches all, so the packs after it would never be asked; list it last")


def policy_of(packs: Sequence[RulePack]) -> Policy:
    """The packs laid out, the first pack first."""
    in_order = [(pack.id, rule) for pack in packs for rule in pack.rules]
    return Policy(
        {c: tuple((p, r) for p, r in in_order if not r.when.category or c in r.when.category) for c in Category},
        all_grounds(packs),
        {code: kind for pack in reversed(packs) for code, kind in pack.log.items()},
    )


def _decision(finding: Finding, policy: Policy, around: Surroundings, now: datetime) -> Decision:
    pack, rule = next(pair for pair in policy.rules[finding.category] if speaks(pair[1].when, finding, around))
    withheld = _withheld(finding, rule, around)
    bases = around.bases[finding.document]
    reaching = around.reaching.get(finding.subject, frozenset()) if finding.subject is not None else frozenset()
    basis = chosen(rule.basis, finding.protection, policy.grounds, bases, reaching) if withheld else ()
    ended = bool(withheld) and not basis
    withheld = () if ended else withheld
    return Decision(
        finding=finding.id,
        disposition=rule.disposition if withheld else Disposition.PRODUCE,
        basis=basis,
        log_category=rule.log,
        label=policy.log[rule.log].label if withheld else "",
        withheld=withheld,
        actor=f"rule:{pack}/{rule.id}",
        reason=rule.because,
        at=now,
        note=ENDED_NOTE if ended else "",
    )


def _withheld(finding: Finding, rule: Rule, around: Surroundings) -> tuple[Span, ...]:
    if not rule.disposition.withholds:
        return ()
    text = around.text(finding)
    if text is None:
        return (finding.span,)
    at = finding.span.passage
    if rule.extent is Extent.SENTENCE:
        return (Span(at, *sentence_around(around.passages[finding.document, at], finding.span)),)
    if rule.how is None:
        return (finding.span,)
    return tuple(
        Span(at, finding.span.start + first, finding.span.start + last)
        for first, last in withheld_parts(text, rule.how)
    )
