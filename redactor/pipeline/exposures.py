"""The re-identification report as counsel reads and answers it: work product, places and kinds of facts, no value."""

from __future__ import annotations

from redactor.decide import Reidentification
from redactor.matter import Matter
from redactor.privilege_log import Table

EXPOSURE_COLUMNS = (
    "RowID",
    "Rule",
    "SubjectID",
    "Facts",
    "PersonsSharing",
    "KMin",
    "Documents",
    "FindingIDs",
    "SignedOff",
)

_WHAT = {
    "R-QI-1": "day and courthouse of one person's arrest are both shown",
    "R-QI-3": "fits fewer persons than k_min",
    "R-QI-5": "one day, shown in one place and withheld in another",
}


def exposure_table(report: Reidentification, matter: Matter) -> Table:
    """A row for each exposure: generalise or withhold one of its facts, or sign the row off in matter.yaml."""
    signed = {row: f"{each.by}, {each.on}: {each.because}" for each in matter.sign_offs for row in each.rows}
    return Table(
        title="Re-identification",
        heading="What the released facts say together",
        legend="WORK PRODUCT - NOT TO BE SERVED",
        columns=EXPOSURE_COLUMNS,
        rows=tuple(
            (
                row.id,
                f"{row.rule}: {_WHAT[row.rule]}",
                row.subject,
                " + ".join(row.kinds),
                row.sharing,
                report.k_min,
                "; ".join(document[:12] for document in row.documents),
                "; ".join(row.findings),
                signed.get(row.id, ""),
            )
            for row in report.exposures
        ),
        numeric=frozenset({"PersonsSharing", "KMin"}),
    )


def exposure_notices(report: Reidentification, matter: Matter) -> tuple[str, ...]:
    """What counsel is told of the report before a release, and of sign-offs that no longer fit any row."""
    rows = {row.id for row in report.exposures}
    signed = {row for each in matter.sign_offs for row in each.rows}
    notices = []
    if unanswered := len(rows - signed):
        few = f" (the matter has {report.persons} persons with released facts)" if report.persons < report.k_min else ""
        notices.append(
            f"{unanswered} combinations of released facts fit fewer than {report.k_min} persons{few}: "
            "work-product/reidentification.csv; generalise or withhold one of each, or sign the row off"
        )
    if gone := len(signed - rows):
        notices.append(f"{gone} sign-offs of matter.yaml fit no row of work-product/reidentification.csv any more")
    return tuple(notices)
