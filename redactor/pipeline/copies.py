"""The copies of one release: planned, numbered, written and verified, each in a worker. What fails is held."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from redactor.bates import allot
from redactor.errors import DocumentError, WorkerLostError
from redactor.model import Check, Disposition, Document, DocumentId, Endorsement, Finding, Held, VerifiedCopy
from redactor.pipeline.job import Job
from redactor.pipeline.scan import Scan
from redactor.pipeline.withheld import watchlist
from redactor.produce import write_bytes
from redactor.verify import Expectation, FailedCopyError, WithheldValue, verify
from redactor.write import PagePlan, plan, slip_sheet, write


@dataclass(frozen=True, slots=True)
class CopyTask:
    """What one copy is made of: its boxes, its numbers, what the verifier looks for, and where the files go."""

    source: str
    document: Document
    plans: tuple[PagePlan, ...]
    endorsement: Endorsement
    in_full: bool
    staging: Path
    quarantine: Path
    values: tuple[WithheldValue, ...]
    expected: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class Copies:
    """What became of the tasks. ``lost`` says that a worker was, so that another run may do better."""

    verified: tuple[VerifiedCopy, ...]
    held: tuple[Held, ...]
    lost: bool


def copy_tasks(job: Job, scan: Scan, first: int, staging: Path) -> tuple[CopyTask, ...]:
    """A task for every document of the scan, with Bates numbers from ``first`` on; copies go into ``staging``."""
    decisions = {decision.finding: decision for decision in scan.decisions}
    findings: dict[DocumentId, list[Finding]] = {document.id: [] for document in scan.documents}
    for finding in scan.findings:
        findings[finding.document].append(finding)
    plans = {d.id: plan(d, findings[d.id], decisions) for d in scan.documents}
    in_full = {
        d.id: any(decisions[f.id].disposition is Disposition.WITHHOLD for f in findings[d.id]) for d in scan.documents
    }
    watch = watchlist(scan, plans)
    sources = {original.id: original.source for original in scan.originals}
    ordered = _in_no_order_of_names(scan.documents, job.folder.key())
    counts = [1 if in_full[d.id] else len(d.pages) for d in ordered]
    numbers = allot(counts, scan.matter.bates, first)
    return tuple(
        CopyTask(
            source=sources[document.id],
            document=document,
            plans=plans[document.id],
            endorsement=Endorsement(allotted, scan.matter.legend),
            in_full=in_full[document.id],
            staging=staging,
            quarantine=job.folder.quarantine,
            values=watch.values,
            expected=watch.expected[document.id],
        )
        for document, allotted in zip(ordered, numbers, strict=True)
    )


def _in_no_order_of_names(documents: Sequence[Document], key: bytes) -> list[Document]:
    """The documents as they are numbered: families together, and families in an order that only the matter's key
    gives. Names of originals often begin with a surname; numbered in their order, a page would tell its letter."""

    def place(document: Document) -> tuple[str, bool]:
        family = document.family or document.id
        return hmac.new(key, family.encode(), hashlib.sha256).hexdigest(), document.family is not None

    return sorted(documents, key=place)


def _copy_one(task: CopyTask) -> VerifiedCopy:
    """Write one copy and verify it, in a worker. A copy that fails goes to quarantine with its report."""
    if task.in_full:
        copy = slip_sheet(task.document, task.endorsement, task.staging)
        flattened = copy.path
    else:
        copy = write(task.document, task.plans, task.endorsement, task.staging)
        flattened = task.document.flattened
    try:
        return verify(copy, flattened, task.values, task.expected)
    except FailedCopyError as error:
        copy.path.replace(task.quarantine / f"{task.document.short_id}.pdf")
        report = report_bytes(error.checks)
        write_bytes(task.quarantine / f"{task.document.short_id}.json", report)
        raise


def copies_of(job: Job, tasks: Sequence[CopyTask]) -> Copies:
    """Every task's copy, verified, or the reason why its document is held."""
    verified: list[VerifiedCopy] = []
    held: list[Held] = []
    lost = False
    job.progress("writing", 0, len(tasks))
    for number, (task, outcome) in enumerate(job.engine.map(_copy_one, tasks), 1):
        if isinstance(outcome, DocumentError):
            held.append(Held(task.source, task.document.id, str(outcome), outcome.remedy))
            lost = lost or isinstance(outcome, WorkerLostError)
        else:
            verified.append(outcome)
        job.progress("writing", number, len(tasks))
    return Copies(tuple(verified), tuple(held), lost)


def report_bytes(checks: Sequence[Check], **facts: object) -> bytes:
    """Checks as JSON, for people who ask why a copy or a volume failed."""
    listed = [{"check": check.name, "passed": check.passed, "problems": list(check.problems)} for check in checks]
    return (json.dumps({**facts, "checks": listed}, indent=2) + "\n").encode()
