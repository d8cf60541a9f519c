"""The list for counsel of what is produced because the protection of 8 U.S.C. § 1367 has ended. Never served."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.model import Decision, Finding
from redactor.privilege_log.sheets import Table

ENDED_COLUMNS = (
    "FindingID",
    "DocumentID",
    "Place",
    "Start",
    "End",
    "Category",
    "Role",
    "SubjectID",
    "Protection",
    "Rule",
    "Reason",
    "Note",
)


def ended_table(produced: Sequence[tuple[Finding, Decision]]) -> Table:
    """A row for each finding: where it stands, whose it is, and the rule that would have withheld it. No text."""
    return Table(
        title="Ended protection",
        heading="Produced because the protection of 8 U.S.C. § 1367 has ended",
        legend="WORK PRODUCT - NOT TO BE SERVED",
        columns=ENDED_COLUMNS,
        rows=tuple(
            (
                finding.id,
                finding.document[:12],
                finding.span.passage,
                finding.span.start,
                finding.span.end,
                finding.category.value,
                finding.role.value,
                finding.subject or "",
                finding.protection.value,
                decision.actor,
                decision.reason,
                decision.note,
            )
            for finding, decision in produced
        ),
        numeric=frozenset({"Start", "End"}),
    )
