"""Every word of a log that nobody here wrote goes through the detector before it is served.

A custodian's name in the matter file, the subject of a message, a request's own text: a log line that says "Subject:
A200123456" undoes the redaction it describes (law.md section 6.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from redactor.detect import detect
from redactor.model import Category, Document, DocumentId, Finding, Passage, SubjectId
from redactor.pipeline.scan import Scan
from redactor.privilege_log import Table
from redactor.privilege_log.face import REDACTED
from redactor.resolve import RELEASED_ROLES, findings_of, propagate
from redactor.resolve.numbers import NUMBERS

FREE = frozenset(
    {
        "DocType",
        "DocTypes",
        "Author",
        "To",
        "CC",
        "BCC",
        "Subject_Title",
        "Custodian",
        "AuthorsGroup",
        "RecipientsGroup",
        "From",
        "Type",
    }
)
"""Columns whose values come from documents or from the matter file. The others are the rule pack's words, Bates
numbers and counts."""

_IDENTIFIES = NUMBERS | {Category.DATE_OF_BIRTH, Category.MRZ, Category.ADDRESS}


def cleaned_tables(tables: Sequence[Table], scan: Scan, key: bytes) -> tuple[Table, ...]:
    """The tables with every identifier in a free column replaced by ``[REDACTED]``. ``key`` is the matter's."""
    values = {
        str(cell)
        for table in tables
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if column in FREE and cell
    }
    clean = cleaned(values, scan, key)
    return tuple(_applied(table, clean) for table in tables)


def _applied(table: Table, clean: Mapping[str, str]) -> Table:
    rows = tuple(
        tuple(
            clean.get(str(cell), cell) if column in FREE else cell
            for column, cell in zip(table.columns, row, strict=True)
        )
        for row in table.rows
    )
    return Table(table.title, table.heading, table.legend, table.columns, rows, table.numeric)


def cleaned(values: Iterable[str], scan: Scan, key: bytes) -> Mapping[str, str]:
    """Each value as it may be served. What is looked for are names of the matter's protected people, in every variant,
    and numbers, addresses and dates of birth of anybody. Raises DetectionError where the detector could not look.
    """
    wanted = sorted({value for value in values if value})
    if not wanted:
        return {}
    passages = tuple(Passage(f"log:{place}", value) for place, value in enumerate(wanted))
    document = Document(DocumentId("0" * 64), (), passages, Path())
    [(_, hits)] = propagate([document], scan.registry)
    findings = findings_of(document, detect(document), hits, scan.registry, key)
    protected = {person.id for person in scan.registry.persons if person.role not in RELEASED_ROLES}
    hidden: dict[str, list[tuple[int, int]]] = {}
    for finding in findings:
        if finding.category in _IDENTIFIES or _names(finding, protected):
            hidden.setdefault(finding.span.passage, []).append((finding.span.start, finding.span.end))
    return {passage.text: _without(passage.text, hidden.get(passage.address, ())) for passage in passages}


def _names(finding: Finding, protected: set[SubjectId]) -> bool:
    """Whether the finding is a name of a protected person. Out of its paper's context a name alone says no role, so
    one that only a model or a pattern sees here is left to the page that shows it."""
    return finding.category is Category.PERSON_NAME and finding.subject in protected


def _without(text: str, hidden: Sequence[tuple[int, int]]) -> str:
    shown, at = [], 0
    for start, end in sorted(hidden):
        if end <= at:
            continue
        shown += [text[at:start], REDACTED if start >= at else ""]
        at = end
    return "".join([*shown, text[at:]])
