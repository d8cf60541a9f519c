"""Which rule decides a situation, and why the rules before it did not: for whoever reads or writes a pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from redactor.decide.conditions import Unmet, speaks, surroundings, unmet
from redactor.decide.pack import Circumstances, Described, Rule, RulePack
from redactor.decide.propose import decide, policy_of
from redactor.model import Decision, Detection, Document, DocumentId, Finding, FindingId, Passage, Span, SubjectId

SITUATION = DocumentId("0" * 64)
"""The document of a situation that somebody only describes."""

_APART = "\n\n"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A rule that was asked before and did not speak, with the conditions that were not met."""

    pack: str
    rule: str
    because_of: tuple[Unmet, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is decided in a situation, by which rule, and every rule that was asked before it.

    ``withheld`` are half-open offsets of the described text; ``other`` counts the earlier rules that speak of other
    categories.
    """

    pack: str
    rule: Rule
    decision: Decision
    withheld: tuple[tuple[int, int], ...]
    passed_over: tuple[PassedOver, ...]
    other: int


def explain(
    packs: Sequence[RulePack],
    described: Described,
    circumstances: Circumstances,
    *,
    doc_type: str,
    beside: Sequence[Described] = (),
) -> Explanation:
    """The decision on a described finding. ``circumstances`` speak of the document ``SITUATION``.

    Raises RulePackError where the packs cannot decide everything or do not know the profile.
    """
    document, findings = situation((described, *beside), doc_type)
    finding = findings[0]
    documents = {document.id: document}
    decision = decide(findings, documents, packs, circumstances, now=datetime.min.replace(tzinfo=UTC))[0]
    around = surroundings(findings, documents, packs, circumstances)
    asked = policy_of(packs).rules[finding.category]
    place = next(n for n, (_, rule) in enumerate(asked) if speaks(rule.when, finding, around))
    pack, rule = asked[place]
    everything = [(each.id, one.id) for each in packs for one in each.rules]
    return Explanation(
        pack=pack,
        rule=rule,
        decision=decision,
        withheld=tuple((span.start, span.end) for span in decision.withheld),
        passed_over=tuple(PassedOver(of, one.id, tuple(unmet(one.when, finding, around))) for of, one in asked[:place]),
        other=everything.index((pack, rule.id)) - place,
    )


def situation(described: Sequence[Described], doc_type: str) -> tuple[Document, tuple[Finding, ...]]:
    """A document of one page on which each described finding is a paragraph of its own, and the findings; behind them,
    the persons who share their values, on pages of their own."""
    text = _APART.join(one.text for one in described)
    document = Document(SITUATION, (), (Passage("p1", text, 1),), Path("situation.pdf"), doc_type=doc_type)
    findings: list[Finding] = []
    shared: list[Finding] = []
    at = 0
    for place, one in enumerate(described):
        span = Span("p1", at, at + len(one.text))
        claim = Detection(SITUATION, span, one.category, one.score, "described", "as described", one.role)
        findings.append(
            Finding(
                FindingId(f"situation-{place}"),
                SITUATION,
                span,
                one.category,
                (claim,),
                f"value of {place}" if one.shared_by else "",
                one.role,
                None,
                one.protection,
                one.within,
                one.near_person,
            )
        )
        at = span.end + len(_APART)
        for person in range(one.shared_by):
            other = FindingId(f"situation-{place}-shared-{person}")
            shared.append(replace(findings[-1], id=other, subject=SubjectId(f"S{person}"), span=Span(other, 0, 1)))
    return document, (*findings, *shared)
