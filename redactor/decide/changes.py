"""What another pack, profile or matter file would change: decisions held against decisions, finding by finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from redactor.model import Decision, Disposition, Finding, FindingId, Span


@dataclass(frozen=True, slots=True)
class Change:
    """A finding whose decision would be another one."""

    finding: Finding
    before: Decision
    after: Decision

    @property
    def covers_more(self) -> bool:
        """Whether something is covered afterwards that was not before."""
        return _size(self.after.withheld, self.before.withheld) > 0

    @property
    def covers_less(self) -> bool:
        """Whether something that was covered before is shown afterwards."""
        return _size(self.before.withheld, self.after.withheld) > 0


def changes(
    findings: Iterable[Finding], before: Mapping[FindingId, Decision], after: Mapping[FindingId, Decision]
) -> tuple[Change, ...]:
    """The findings that would be treated otherwise: covered otherwise, on another ground, under another category or
    label, or decided instead of referred. A rule of another name that comes to the same is no change."""
    return tuple(
        Change(finding, before[finding.id], after[finding.id])
        for finding in findings
        if _treatment(before[finding.id]) != _treatment(after[finding.id])
    )


def _treatment(decision: Decision) -> tuple[object, ...]:
    covered = decision.disposition is not Disposition.PRODUCE
    log = (decision.log_category, decision.label) if covered else None
    return decision.disposition, decision.withheld, decision.basis, log


def _size(of: Iterable[Span], beyond: Iterable[Span]) -> int:
    """Code points of ``of`` that lie outside ``beyond``."""
    hidden = {(span.passage, place) for span in beyond for place in range(span.start, span.end)}
    return sum((span.passage, place) not in hidden for span in of for place in range(span.start, span.end))
