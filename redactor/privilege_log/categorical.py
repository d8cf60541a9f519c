"""The categorical log: one line for each category over the whole volume.

Local Civil Rule 26.2(c) (S.D.N.Y., E.D.N.Y.): information by group or category is presumptively proper where the same
ground covers many documents; the receiver may object only that it is not comprehensible (Rekor Systems v. Loughlin,
19-cv-7767). It also says what the log by document leaves out on purpose: how many parts were withheld as facts about
an application for relief, for the volume as a whole and for no document.
"""

from __future__ import annotations

from collections.abc import Sequence

from redactor.bates import ranges
from redactor.model import LogCategory
from redactor.privilege_log.face import face_of
from redactor.privilege_log.lines import Group, Line, codes_of, grounds_of, lines_of
from redactor.privilege_log.record import Particulars, Record
from redactor.privilege_log.sheets import Cell, Table

CATEGORICAL_COLUMNS = (
    "CategoryNo",
    "Category",
    "Basis",
    "NumberOfDocuments",
    "NumberOfPages",
    "NumberOfRedactions",
    "DateRange",
    "DocTypes",
    "AuthorsGroup",
    "RecipientsGroup",
    "Description",
    "BatesRanges",
    "CertifiedBy",
)
TOTAL_ONLY = "volume total only; counted above with the other parts of its pages"


def categorical_table(record: Record, particulars: Particulars) -> Table:
    """One row for each group of categories in use, in the rule pack's order, then one for each category that is told
    as a total of the volume. ``CertifiedBy`` is left for the attorney who signs (Rule 26(g)(1)).

    Raises VolumeVerificationError and RulePackError as ``lines_of`` does.
    """
    lines = lines_of(record, particulars)
    by_group: dict[Group, list[Line]] = {}
    for line in lines:
        by_group.setdefault(line.group, []).append(line)
    rows = [
        _row(number, group, held, record, particulars)
        for number, (group, held) in enumerate(_ordered(by_group, particulars), 1)
    ]
    rows += _totals(len(rows), record, particulars)
    return Table(
        title="Categorical log",
        heading=f"Categorical log, {particulars.volume} (Local Civil Rule 26.2(c))",
        legend=particulars.confidentiality,
        columns=CATEGORICAL_COLUMNS,
        rows=tuple(rows),
        numeric=frozenset({"CategoryNo", "NumberOfDocuments", "NumberOfPages", "NumberOfRedactions"}),
    )


def _ordered(by_group: dict[Group, list[Line]], particulars: Particulars) -> list[tuple[Group, list[Line]]]:
    order = {category: place for place, category in enumerate(particulars.descriptions)}
    return sorted(by_group.items(), key=lambda item: order[item[0][0]])


def _row(
    number: int, group: Group, lines: Sequence[Line], record: Record, particulars: Particulars
) -> tuple[Cell, ...]:
    grounds = grounds_of(lines, particulars)[group]
    codes = dict.fromkeys(code for line in lines for code in codes_of(line, grounds, particulars))
    documents = [record.document(line.verified) for line in lines]
    faces = [face_of(line.verified.copy.text[0]) for line in lines if line.verified.copy.text]
    months = sorted({f"{d.date:%Y-%m}" for d in documents if d.date} | {face.month for face in faces if face.month})
    pages = {(line.verified.copy.document, page) for line in lines for page in line.pages}
    return (
        number,
        "/".join(group),
        "; ".join(dict.fromkeys(particulars.basis(code).authority for code in codes)),
        len({line.verified.copy.document for line in lines}),
        len(pages),
        sum(line.boxes for line in lines),
        " to ".join(dict.fromkeys((months[0], months[-1]))) if months else "",
        "; ".join(sorted({document.doc_type for document in documents})),
        "; ".join(sorted({face.author for face in faces if face.author})),
        "; ".join(sorted({face.to for face in faces if face.to})),
        particulars.description(group[0]),
        ranges(number for line in lines for number in line.verified.copy.endorsement.numbers),
        "",
    )


def _totals(numbered: int, record: Record, particulars: Particulars) -> list[tuple[Cell, ...]]:
    """A row for each description that is served as a total of the volume, with no document, page, ground or range."""
    counts: dict[str, tuple[list[LogCategory], int]] = {}
    for category, description in particulars.totals.items():
        held = sum(
            any(decision.log_category == category for _, decision in record.answers(redaction))
            for verified in record.in_order
            for redaction in verified.copy.redactions
        )
        categories, count = counts.get(description, ([], 0))
        counts[description] = ([*categories, category], count + held)
    used = [(description, held) for description, held in counts.items() if held[1]]
    return [
        (
            numbered + place,
            "/".join(categories),
            "",
            "",
            "",
            count,
            "",
            "",
            "",
            "",
            f"{description} ({TOTAL_ONLY})",
            "",
            "",
        )
        for place, (description, (categories, count)) in enumerate(used, 1)
    ]
