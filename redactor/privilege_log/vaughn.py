"""The index of a FOIA production (Vaughn v. Rosen, 484 F.2d 820 (D.C. Cir. 1973)): one row for each document.

Exemptions are no objections under Rule 34, so this is made in FOIA mode only. The harm and the segregability statement
answer 5 U.S.C. § 552(a)(8)(A) and the last sentences of § 552(b).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from redactor.model import DocumentId, VerifiedCopy
from redactor.privilege_log.face import face_of
from redactor.privilege_log.lines import Line, codes_of, grounds_of, lines_of
from redactor.privilege_log.record import Particulars, Record
from redactor.privilege_log.share import percent
from redactor.privilege_log.sheets import Cell, Table

VAUGHN_COLUMNS = (
    "DocNo",
    "Bates",
    "Date",
    "From",
    "To",
    "Type",
    "Pages",
    "Exemptions",
    "Disposition",
    "DescriptionOfWithheldInformation",
    "JustificationHarm",
    "SegregabilityStatement",
)


class Released(StrEnum):
    """Released in full, released in part, withheld in full."""

    IN_FULL = "RIF"
    IN_PART = "RIP"
    NOT_AT_ALL = "WIF"


def vaughn_table(record: Record, particulars: Particulars, shares: Mapping[DocumentId, float]) -> Table:
    """A row for every document of the volume, those released in full too. ``shares`` are the released shares of their
    words, 0 to 1. Raises what ``lines_of`` raises."""
    lines = lines_of(record, particulars)
    by_document: dict[DocumentId, list[Line]] = {}
    for line in lines:
        by_document.setdefault(line.verified.copy.document, []).append(line)
    grounds = grounds_of(lines, particulars)
    rows = []
    for number, verified in enumerate(record.in_order, 1):
        held = by_document.get(verified.copy.document, [])
        codes = dict.fromkeys(code for line in held for code in codes_of(line, grounds[line.group], particulars))
        withheld = (
            "; ".join(dict.fromkeys(particulars.basis(code).authority for code in codes)),
            _released(verified).value,
            "; ".join(dict.fromkeys(particulars.description(line.group[0]) for line in held)),
            "; ".join(dict.fromkeys(particulars.harms[code] for code in codes if code in particulars.harms)),
            _segregated(verified, shares.get(verified.copy.document, 0.0)),
        )
        rows.append((*_row(number, verified, record), *withheld))
    return Table(
        title="Vaughn index",
        heading=f"Vaughn index, {particulars.volume}",
        legend=particulars.confidentiality,
        columns=VAUGHN_COLUMNS,
        rows=tuple(rows),
        numeric=frozenset({"DocNo", "Pages"}),
    )


def _row(number: int, verified: VerifiedCopy, record: Record) -> tuple[Cell, ...]:
    document, numbers = record.document(verified), verified.copy.endorsement.numbers
    slip_sheet = verified.copy.slip_sheet
    face = face_of("" if slip_sheet or not verified.copy.text else verified.copy.text[0])
    return (
        number,
        numbers[0] if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}",
        f"{document.date:%Y-%m}" if document.date else face.month,
        face.author,
        face.to,
        document.doc_type,
        len(document.pages),
    )


def _released(verified: VerifiedCopy) -> Released:
    if verified.copy.slip_sheet:
        return Released.NOT_AT_ALL
    return Released.IN_PART if verified.copy.redactions else Released.IN_FULL


def _segregated(verified: VerifiedCopy, share: float) -> str:
    if verified.copy.slip_sheet:
        return "No part of the document could be released apart from what is exempt."
    if not verified.copy.redactions:
        return "Released in full."
    return f"Every reasonably segregable part was released: {percent(share)} of the document's words."
