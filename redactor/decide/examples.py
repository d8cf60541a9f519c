"""A pack's own examples, run: each situation is put before the rules, and what they say is held against the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from redactor.decide.grounds import with_groups
from redactor.decide.pack import Circumstances, Described, Example, OfficerOrder, Rule, RulePack, When
from redactor.decide.propose import decide
from redactor.model import (
    Basis,
    BasisCode,
    Decision,
    Detection,
    Disposition,
    Document,
    DocumentId,
    Finding,
    FindingId,
    Passage,
    Span,
)

_DOCUMENT = DocumentId("0" * 64)


def answer(pack: RulePack, example: Example) -> tuple[Decision, tuple[str, ...]]:
    """What the pack decides in the example's situation, and the withheld parts of the finding's text."""
    described = (example.finding, *example.beside)
    text = "\n".join(one.text for one in described)
    document = Document(_DOCUMENT, (), (Passage("p1", text, 1),), Path("example.pdf"), doc_type=example.doc_type)
    findings = tuple(_finding(place, described) for place in range(len(described)))
    circumstances = Circumstances(
        example.profile,
        example.officers is OfficerOrder.WITHHOLD,
        _bases(pack, example.asserted),
        example.unexplained,
    )
    now = datetime.min.replace(tzinfo=UTC)
    decision = decide(findings, {_DOCUMENT: document}, (_answering(pack),), circumstances, now=now)[0]
    return decision, tuple(document.text(span) for span in decision.withheld)


def check_examples(pack: RulePack) -> Iterator[str]:
    """One line for each example that the pack answers otherwise than written, and for each rule without an example
    (the last, which catches all, may be out of reach)."""
    for number, example in enumerate(pack.examples, start=1):
        decision, withheld = answer(pack, example)
        place = f"{pack.id}: example {number} ({example.situation})"
        rule = decision.actor.rpartition("/")[2]
        if rule != example.rule:
            yield f"{place}: answered by rule '{rule}', not '{example.rule}'"
        if decision.disposition is not example.disposition:
            yield f"{place}: {decision.disposition}, not {example.disposition}"
        if withheld != example.withheld:
            yield f"{place}: withholds {len(withheld)} part(s) that are not the {len(example.withheld)} expected"
        if example.basis is not None and decision.basis != example.basis:
            yield f"{place}: stands on {', '.join(decision.basis)}"
    shown = {example.rule for example in pack.examples}
    for line in pack.rules:
        if line.id not in shown and not line.when.catches_all:
            yield f"{pack.id}: rule '{line.id}' has no example"


def _answering(pack: RulePack) -> RulePack:
    """The pack, able to answer alone: one that leaves the rest to the next pack gets a last line for the occasion."""
    if pack.rules and pack.rules[-1].when.catches_all:
        return pack
    rest = Rule("no-rule-of-this-pack", When(), Disposition.REFER, "", next(iter(pack.log)))
    return replace(pack, rules=(*pack.rules, rest))


def _bases(pack: RulePack, asserted: tuple[BasisCode, ...] | None) -> dict[BasisCode, Basis]:
    single = {
        code: Basis(code, ground.authority, "Response" if asserted is None or code in asserted else None)
        for code, ground in pack.grounds.items()
        if not ground.members
    }
    return dict(with_groups((pack,), single))


def _finding(place: int, described: tuple[Described, ...]) -> Finding:
    one = described[place]
    start = sum(len(other.text) + 1 for other in described[:place])
    span = Span("p1", start, start + len(one.text))
    claim = Detection(_DOCUMENT, span, one.category, one.score, "example", "as the example says", one.role)
    return Finding(
        FindingId(f"example-{place}"),
        _DOCUMENT,
        span,
        one.category,
        (claim,),
        "",
        one.role,
        None,
        one.protection,
        one.within,
        one.near_person,
    )
