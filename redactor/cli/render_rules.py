"""What the ``rules`` commands print: explanations and differences. Findings are named by id and place, not by text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from redactor.decide import Change, Explanation
from redactor.model import Decision
from redactor.pipeline import Difference

_LISTED = 40
"""Changed findings that people are shown one by one; ``--json`` has all of them."""


def explanation_report(found: Explanation, text: str) -> str:
    """Which rule decides, and the rules before it, for people."""
    decision = found.decision
    lines = [f"{found.pack}/{found.rule.id}: {decision.disposition}"]
    if found.rule.how is not None:
        lines[0] += f" ({found.rule.how})"
    lines.append(f"  because  {found.rule.because}")
    if decision.withheld:
        lines.append(f"  covers   {_parts(found, text)}")
        lines.append(f"  label    {decision.label}")
        lines.append(f"  log      {decision.log_category}")
        lines.append(f"  basis    {', '.join(decision.basis)}")
    if decision.note:
        lines.append(f"  note     {decision.note}")
    lines.append("Asked before it:" if found.passed_over else "No rule on this category was asked before it.")
    for rule in found.passed_over:
        why = "; ".join(f"{each.condition} is {each.found}, not {each.asked}" for each in rule.because_of)
        lines.append(f"  {rule.pack}/{rule.rule}: {why}")
    lines.append(f"{found.other} earlier rules speak of other categories.")
    return "\n".join(lines)


def _parts(found: Explanation, text: str) -> str:
    parts = [text[start:end] for start, end in found.withheld]
    return "all of it" if parts == [text] else ", ".join(f'"{part}"' for part in parts)


def explanation_as_json(found: Explanation, text: str) -> dict[str, object]:
    """The same for programs."""
    decision = found.decision
    return {
        "rule": f"{found.pack}/{found.rule.id}",
        "disposition": decision.disposition.value,
        "because": found.rule.because,
        "covers": [text[start:end] for start, end in found.withheld],
        "label": decision.label,
        "log": decision.log_category,
        "basis": list(decision.basis),
        "note": decision.note,
        "passed_over": [
            {
                "rule": f"{rule.pack}/{rule.rule}",
                "because_of": [
                    {"condition": each.condition, "asked": each.asked, "found": each.found} for each in rule.because_of
                ],
            }
            for rule in found.passed_over
        ],
    }


def difference_report(found: Difference) -> str:
    """What would change, for people: counts for each kind of change, then the findings."""
    changed = found.changed
    if not changed:
        lines = [f"None of the {found.findings:,} decisions would change."]
    else:
        more, less = sum(c.covers_more for c in changed), sum(c.covers_less for c in changed)
        lines = [
            f"{len(changed):,} of {found.findings:,} decisions would change: {more:,} would cover more, {less:,} less."
        ]
        for (kind, rule), count in Counter((_kind(c), _rule(c.after)) for c in changed).most_common():
            lines.append(f"  {count:>5,} {kind}  {rule}")
        lines.append("Findings:")
        lines += [f"  {_line(change)}" for change in changed[:_LISTED]]
        if len(changed) > _LISTED:
            lines.append(f"  … and {len(changed) - _LISTED:,} more; --json lists all of them")
    if found.not_asserted:
        lines.append("A release would stop:")
        lines += [f"  {missing}" for missing in found.not_asserted]
    return "\n".join(lines)


def _kind(change: Change) -> str:
    return f"{change.finding.category}: {change.before.disposition} -> {change.after.disposition}"


def _rule(decision: Decision) -> str:
    return decision.actor.removeprefix("rule:")


def _line(change: Change) -> str:
    span = change.finding.span
    place = f"{change.finding.document[:12]} {span.passage}:{span.start}-{span.end}"
    return f"{change.finding.id} {place} {_kind(change)} ({_rule(change.before)} -> {_rule(change.after)})"


def difference_as_json(found: Difference) -> dict[str, object]:
    """The same for programs, with every finding."""
    changed = found.changed
    return {
        "findings": found.findings,
        "changed": len(changed),
        "covers_more": sum(change.covers_more for change in changed),
        "covers_less": sum(change.covers_less for change in changed),
        "by_category": dict(sorted(Counter(change.finding.category.value for change in changed).items())),
        "by_rule": dict(sorted(Counter(_rule(change.after) for change in changed).items())),
        "changes": list(_changes(changed)),
        "not_asserted": [
            {"basis": each.basis, "request": each.request, "count": each.count} for each in found.not_asserted
        ],
    }


def _changes(changed: tuple[Change, ...]) -> Iterator[dict[str, object]]:
    for change in changed:
        span = change.finding.span
        yield {
            "finding": change.finding.id,
            "document": change.finding.document,
            "place": span.passage,
            "start": span.start,
            "end": span.end,
            "category": change.finding.category.value,
            "covers_more": change.covers_more,
            "covers_less": change.covers_less,
            "before": _treatment(change.before),
            "after": _treatment(change.after),
        }


def _treatment(decision: Decision) -> dict[str, object]:
    return {
        "rule": _rule(decision),
        "disposition": decision.disposition.value,
        "basis": list(decision.basis),
        "log": decision.log_category,
        "withheld": [[span.start, span.end] for span in decision.withheld],
    }
