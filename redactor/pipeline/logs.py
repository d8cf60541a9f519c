"""The files of LOG/, and what counsel gets beside the volume: the statement for the written response, the shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redactor.decide import all_grounds
from redactor.matter import LogForm, Mode, Request
from redactor.model import BasisCode, LogCategory
from redactor.pipeline.job import Job
from redactor.pipeline.log_values import cleaned, cleaned_tables
from redactor.pipeline.scan import Scan
from redactor.privilege_log import (
    CATEGORICAL_COLUMNS,
    VAUGHN_COLUMNS,
    Answer,
    Objection,
    Particulars,
    Record,
    Table,
    categorical_table,
    csv_bytes,
    json_bytes,
    served_entries,
    served_table,
    share_table,
    shares_of,
    statement_docx,
    table_docx,
    vaughn_table,
    with_superseded,
    withholding_statement,
    xlsx_bytes,
)

_ON_PAPER = (
    "LogID", "BegBates", "EndBates", "DocType", "DocDate", "Author", "To", "Treatment", "Category", "Basis",
    "Description", "PagesAffected", "RedactionCount", "Notes",
)  # fmt: skip
"""Columns of the log by document that fit on a landscape page; the CSV, XLSX and JSON have them all."""


@dataclass(frozen=True, slots=True)
class Logs:
    """Files by name: what is served in LOG/, and what counsel keeps in work-product/. ``lines`` are those of the log by
    document, by column, as served."""

    served: dict[str, bytes]
    kept: dict[str, bytes]
    lines: tuple[Mapping[str, str], ...] = ()


def logs_of(
    job: Job, scan: Scan, record: Record, volume: str, earlier: Mapping[str, Sequence[Mapping[str, str]]]
) -> Logs:
    """The logs of a volume in the form that the matter's protocol asks for.

    By document (Rule 26(b)(5)(A)) both logs are served; by category (Local Civil Rule 26.2(c)) the categorical one is,
    and the other is kept. In FOIA mode the Vaughn index is served instead. Every value in words of others has been
    through the detector. ``earlier`` are the lines of what is issued again, as they were served, by the
    document's first number now. Raises DetectionError where it could not look, and what the logs raise.
    """
    particulars = particulars_of(scan, volume)
    entries = with_superseded(served_entries(record, particulars), earlier)
    by_document = served_table(entries, particulars)
    by_category = categorical_table(record, particulars)
    shares = {document: share.part for document, share in shares_of(record).items()}
    index = vaughn_table(record, particulars, shares)
    key = job.folder.key()
    by_document, by_category, index = cleaned_tables((by_document, by_category, index), scan, key)
    lines = tuple(dict(zip(by_document.columns, map(str, row), strict=True)) for row in by_document.rows)
    document_files = _files("redaction-log", by_document, _ON_PAPER, job)
    category_files = _files("categorical-log", by_category, CATEGORICAL_COLUMNS, job)
    kept = {f"released-share-{volume}.csv": csv_bytes(share_table(record))}
    if scan.matter.mode is Mode.FOIA:
        return Logs(_files("vaughn-index", index, VAUGHN_COLUMNS, job), kept, lines)
    kept[f"withholding-statement-{volume}.docx"] = _statement(job, scan, record, particulars)
    if scan.matter.log_protocol.form is LogForm.CATEGORY:
        return Logs(
            category_files, kept | {name.replace(".", f"-{volume}.", 1): b for name, b in document_files.items()}, lines
        )
    return Logs(document_files | category_files, kept, lines)


def particulars_of(scan: Scan, volume: str) -> Particulars:
    """What the lines of the volume's logs have in common, from the matter and its packs."""
    grounds, facts = all_grounds(scan.packs), scan.circumstances
    kinds = {code: kind for pack in reversed(scan.packs) for code, kind in pack.log.items()}
    return Particulars(
        volume=volume,
        requests=tuple(request.number for request in scan.matter.requests),
        confidentiality=scan.matter.legend,
        custodian=scan.matter.custodian,
        bases=scan.bases,
        descriptions=descriptions_of(scan),
        totals={code: kind.total for code, kind in kinds.items() if kind.total},
        harms={code: ground.harm for code, ground in grounds.items() if ground.harm},
        members={code: ground.members for code, ground in grounds.items() if ground.members},
        covers_everyone=tuple(code for code, ground in grounds.items() if ground.covers_everyone),
        claimed_by_document=frozenset(code for code, ground in grounds.items() if ground.privilege),
        grounds=grounds_by_category(scan),
        requests_of={document.id: facts.requests.get(document.id, ()) for document in scan.documents},
        bases_of={document.id: facts.bases_for(document.id) for document in scan.documents},
    )


def grounds_by_category(scan: Scan) -> dict[LogCategory, frozenset[BasisCode]]:
    """Every basis that a rule may give for a category, person by person or not."""
    grounds: dict[LogCategory, frozenset[BasisCode]] = {}
    for rule in (rule for pack in scan.packs for rule in pack.rules):
        grounds[rule.log] = grounds.get(rule.log, frozenset()) | frozenset(rule.basis)
    return grounds


def descriptions_of(scan: Scan) -> dict[LogCategory, str]:
    """The served log's words for each category; where two packs describe one, the first pack's."""
    return {code: kind.description for pack in reversed(scan.packs) for code, kind in pack.log.items()}


def _files(name: str, table: Table, on_paper: tuple[str, ...], job: Job) -> dict[str, bytes]:
    return {
        f"{name}.csv": csv_bytes(table),
        f"{name}.json": json_bytes(table),
        f"{name}.xlsx": xlsx_bytes([table], job.now),
        f"{name}.docx": table_docx(table, on_paper, job.now),
    }


def _statement(job: Job, scan: Scan, record: Record, particulars: Particulars) -> bytes:
    matter = scan.matter
    said = [request.text for request in matter.requests]
    said += [o.grounds for request in matter.requests if request.response for o in request.response.objections]
    clean = cleaned(said, scan, job.folder.key())
    answers = [_answer(request, clean, particulars) for request in matter.requests]
    statement = withholding_statement(record, particulars, answers)
    return statement_docx(statement, matter.caption, matter.docket, matter.court, job.now)


def _answer(request: Request, clean: Mapping[str, str], particulars: Particulars) -> Answer:
    response = request.response
    known = [o for o in response.objections if BasisCode(o.basis) in particulars.bases] if response else []
    return Answer(
        request=request.number,
        text=clean.get(request.text, ""),
        served=request.served,
        responded=response.served if response else None,
        objections=tuple(Objection(o.basis, clean.get(o.grounds, "")) for o in known),
    )
