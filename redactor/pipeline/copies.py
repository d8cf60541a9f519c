"""The copies of one release: planned, numbered, written and verified, each in a worker. What fails is held."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from redactor.errors import DocumentError, WorkerLostError
from redactor.model import Check, Disposition, Document, DocumentId, Endorsement, Finding, Held, VerifiedCopy
from redactor.pipeline.job import Job
from redactor.pipeline.scan import Scan
from redactor.pipeline.withheld import Watchlist, watchlist
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


@dataclass(frozen=True, slots=True)
class Planned:
    """Every document of a scan with its boxes, whether it is withheld whole, and what its copy may still show."""

    plans: Mapping[DocumentId, tuple[PagePlan, ...]]
    in_full: Mapping[DocumentId, bool]
    watch: Watchlist


def planned(scan: Scan) -> Planned:
    """The plans of a scan's decisions."""
    decisions = {decision.finding: decision for decision in scan.decisions}
    findings: dict[DocumentId, list[Finding]] = {document.id: [] for document in scan.documents}
    for finding in scan.findings:
        findings[finding.document].append(finding)
    plans = {d.id: plan(d, findings[d.id], decisions) for d in scan.documents}
    in_full = {
        d.id: any(decisions[f.id].disposition is Disposition.WITHHOLD for f in findings[d.id]) for d in scan.documents
    }
    return Planned(plans, in_full, watchlist(scan, plans))


def copy_tasks(
    job: Job, scan: Scan, made: Planned, endorsements: Mapping[DocumentId, Endorsement], staging: Path
) -> tuple[CopyTask, ...]:
    """A task for every document that has an endorsement, by number; copies go into ``staging``."""
    sources = {original.id: original.source for original in scan.originals}
    issued = [document for document in scan.documents if document.id in endorsements]
    return tuple(
        CopyTask(
            source=sources[document.id],
            document=document,
            plans=made.plans[document.id],
            endorsement=endorsements[document.id],
            in_full=made.in_full[document.id],
            staging=staging,
            quarantine=job.folder.quarantine,
            values=made.watch.values,
            expected=made.watch.expected[document.id],
        )
        for document in sorted(issued, key=lambda document: endorsements[document.id].begin)
    )


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
