"""The internal log, which is never served: every box with everyone who answers for it, and every finding with its
decision. It carries places and keyed hashes; the text that was withheld is not in it either."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from redactor.geometry import bounds
from redactor.model import Decision, Finding, Redaction, Span, VerifiedCopy
from redactor.privilege_log.record import Record, page_number
from redactor.privilege_log.sheets import Cell, Table

BOX_COLUMNS = (
    "RedactionID",
    "DocumentID",
    "BatesPage",
    "Page",
    "x0",
    "y0",
    "x1",
    "y1",
    "Treatment",
    "Label",
    "LogCategory",
    "FindingIDs",
    "Categories",
    "Recognizers",
    "TopScore",
    "Role",
    "SubjectID",
    "Protection",
    "Disposition",
    "Basis",
    "Actor",
    "Reason",
    "Time",
    "ValueHash",
    "SourceSHA256",
    "OutputSHA256",
)

DECISION_COLUMNS = (
    "FindingID",
    "DocumentID",
    "BatesPage",
    "Place",
    "Start",
    "End",
    "Category",
    "Role",
    "SubjectID",
    "Protection",
    "TopScore",
    "Recognizers",
    "ValueHash",
    "Disposition",
    "LogCategory",
    "Basis",
    "Withheld",
    "Actor",
    "Reason",
    "Note",
    "Time",
    "RedactionIDs",
)

BOX = "box"
IMAGE_BOX = "box over image"
PICTURE_BOX = "box burned into the page, which is written as a picture"
OFF_PAGE = "removed with off-page content"
IN_FULL = "withheld with the whole document"
NO_BOX = "on the page and without a box: look at the copy"
UNDECIDED = "undecided"

_ON_PAGE = re.compile(r"p\d+(/stream)?", re.ASCII)
"""Passages whose words are painted, so that only a box takes them away; everything else goes with what carries it."""


def box_table(record: Record) -> Table:
    """One row for each box, then one for each withheld finding without a box, document by document.

    Coordinates are points in page space (the page as displayed, origin top left). Findings that are produced, and
    those of documents that are not in the volume, stand in the decision table only. Raises VolumeVerificationError
    for a box without a decision.
    """
    rows: list[tuple[Cell, ...]] = []
    for verified in record.in_order:
        rows += [_box(redaction, verified, record) for redaction in verified.copy.redactions]
        for finding in record.findings_in.get(verified.copy.document, ()):
            decision = record.decision_on.get(finding.id)
            if decision is not None and decision.disposition.withholds and finding.id not in record.boxes_of:
                rows.append(_without_box(finding, decision, verified, record))
    return Table(
        title="Boxes",
        heading="Internal redaction log",
        legend="WORK PRODUCT - NOT TO BE SERVED",
        columns=BOX_COLUMNS,
        rows=tuple(rows),
        numeric=frozenset({"Page", "x0", "y0", "x1", "y1", "TopScore"}),
    )


def decision_table(record: Record) -> Table:
    """Every finding with the decision that stands, in the order given; "undecided" where there is none."""
    rows: list[tuple[Cell, ...]] = []
    for finding in record.findings:
        decision, verified = record.decision_on.get(finding.id), record.copy_of.get(finding.document)
        rows.append(
            (
                finding.id,
                finding.document[:12],
                _stamped(finding, verified),
                finding.span.passage,
                finding.span.start,
                finding.span.end,
                finding.category.value,
                finding.role.value,
                finding.subject or "",
                finding.protection.value,
                finding.score,
                _joined(detection.recognizer for detection in finding.detections),
                finding.value_hash,
                decision.disposition.value if decision else UNDECIDED,
                decision.log_category if decision else "",
                "; ".join(decision.basis) if decision else "",
                "; ".join(_place(span) for span in decision.withheld) if decision else "",
                decision.actor if decision else "",
                decision.reason if decision else "",
                decision.note if decision else "",
                _moment(decision.at) if decision else "",
                "; ".join(record.boxes_of.get(finding.id, ())),
            )
        )
    return Table(
        title="Decisions",
        heading="Findings and decisions",
        legend="WORK PRODUCT - NOT TO BE SERVED",
        columns=DECISION_COLUMNS,
        rows=tuple(rows),
        numeric=frozenset({"Start", "End", "TopScore"}),
    )


def _box(redaction: Redaction, verified: VerifiedCopy, record: Record) -> tuple[Cell, ...]:
    rect = bounds(redaction.quad)
    on_glyphs = IMAGE_BOX if redaction.image else BOX
    return (
        redaction.id,
        redaction.document[:12],
        page_number(verified, redaction.page),
        redaction.page,
        *(round(edge, 2) for edge in (rect.x0, rect.y0, rect.x1, rect.y1)),
        PICTURE_BOX if redaction.page in verified.copy.pictures else on_glyphs,
        redaction.label,
        redaction.log_category,
        *_answered_for(record.answers(redaction)),
        redaction.document,
        verified.sha256,
    )


def _without_box(finding: Finding, decision: Decision, verified: VerifiedCopy, record: Record) -> tuple[Cell, ...]:
    if verified.copy.slip_sheet:
        treatment = IN_FULL
    else:
        treatment = NO_BOX if _ON_PAGE.fullmatch(finding.span.passage) else OFF_PAGE
    page = next((p.page for p in record.document(verified).passages if p.address == finding.span.passage), None)
    return (
        "",
        finding.document[:12],
        _stamped(finding, verified),
        page if page is not None else "",
        *("" for _ in ("x0", "y0", "x1", "y1")),
        treatment,
        decision.label,
        decision.log_category,
        *_answered_for(((finding, decision),)),
        finding.document,
        verified.sha256,
    )


def _answered_for(answers: tuple[tuple[Finding, Decision], ...]) -> tuple[Cell, ...]:
    """FindingIDs to ValueHash: of one box's findings, each thing that is said once, foremost first."""
    findings = tuple(finding for finding, _ in answers)
    decisions = tuple(decision for _, decision in answers)
    return (
        _joined(finding.id for finding in findings),
        _joined(finding.category.value for finding in findings),
        _joined(detection.recognizer for finding in findings for detection in finding.detections),
        max(finding.score for finding in findings),
        _joined(finding.role.value for finding in findings),
        _joined(finding.subject for finding in findings if finding.subject),
        _joined(finding.protection.value for finding in findings),
        _joined(decision.disposition.value for decision in decisions),
        _joined(code for decision in decisions for code in decision.basis),
        _joined(decision.actor for decision in decisions),
        _joined(decision.reason for decision in decisions),
        _joined(_moment(decision.at) for decision in decisions),
        _joined(finding.value_hash for finding in findings),
    )


def _stamped(finding: Finding, verified: VerifiedCopy | None) -> str:
    """The Bates number of the page that the finding is on; that of the slip sheet; nothing where neither exists."""
    if verified is None:
        return ""
    if verified.copy.slip_sheet:
        return verified.copy.endorsement.begin
    page = re.match(r"p(\d+)(?:/|$)", finding.span.passage)
    return page_number(verified, int(page[1])) if page else ""


def _place(span: Span) -> str:
    return f"{span.passage}:{span.start}-{span.end}"


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _joined(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(values))
