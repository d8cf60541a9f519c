"""The categorical log: one line for each category over the whole volume.

Local Civil Rule 26.2(c) (S.D.N.Y., E.D.N.Y.): information by group or category is presumptively proper where the same
ground covers many documents; the receiver may object only that it is not comprehensible (Rekor Systems v. Loughlin,
19-cv-7767). It also says what the log by document leaves out on purpose: how many parts were withheld as facts about
an application for relief, for the volume as a whole and for no document.
"""

from __future__ import annotations

from collections.abc import Sequence

from redactor.bates import ranges
from redactor.model import DocumentId
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
FEWEST = 5
"""Documents among which a total is told: of fewer, the total would say whose document it is about (R-QI-3)."""
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
    """A row for each description that is served as a total of the volume, with no document, page, ground or range;
    none where fewer than ``FEWEST`` documents hold one."""
    boxes: dict[str, int] = {}
    holders: dict[str, set[DocumentId]] = {}
    for verified in record.in_order:
        for redaction in verified.copy.redactions:
            kinds = {decision.log_category for _, decision in record.answers(redaction)} & particulars.totals.keys()
            for description in {particulars.totals[kind] for kind in kinds}:
                boxes[description] = boxes.get(description, 0) + 1
                holders.setdefault(description, set()).add(redaction.document)
    told = [description for description in dict.fromkeys(particulars.totals.values()) if description in boxes]
    enough = [description for description in told if len(holders[description]) >= FEWEST]
    return [_total(numbered + place, each, boxes[each], particulars) for place, each in enumerate(enough, 1)]


def _total(number: int, description: str, boxes: int, particulars: Particulars) -> tuple[Cell, ...]:
    known: dict[str, Cell] = {
        "CategoryNo": number,
        "Category": "/".join(kind for kind, told in particulars.totals.items() if told == description),
        "NumberOfRedactions": boxes,
        "Description": f"{description} ({TOTAL_ONLY})",
    }
    return tuple(known.get(column, "") for column in CATEGORICAL_COLUMNS)
