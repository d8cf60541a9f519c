"""A pack's own examples, run: each situation is put before the rules, and what they say is held against the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from redactor.decide.explain import SITUATION, situation
from redactor.decide.grounds import with_groups
from redactor.decide.pack import Circumstances, Example, OfficerOrder, Rule, RulePack, When
from redactor.decide.propose import decide
from redactor.model import Basis, BasisCode, Decision, Disposition


def answer(pack: RulePack, example: Example) -> tuple[Decision, tuple[str, ...]]:
    """What the pack decides in the example's situation, and the withheld parts of the finding's text."""
    document, findings = situation((example.finding, *example.beside), example.doc_type)
    bases = _bases(pack, example.asserted)
    circumstances = Circumstances(
        example.profile,
        example.officers is OfficerOrder.WITHHOLD,
        bases,
        requests={SITUATION: example.requests},
        by_request=dict.fromkeys(example.requests, bases),
        orders=frozenset(order.casefold() for order in example.orders),
        unexplained=example.unexplained,
    )
    now = datetime.min.replace(tzinfo=UTC)
    decision = decide(findings, {document.id: document}, (_answering(pack),), circumstances, now=now)[0]
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
