"""The release: number, write, verify, log, produce. What fails on the way is held; what passes is in the volume."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from redactor import __version__
from redactor.bates import allot
from redactor.errors import DocumentError, VolumeVerificationError
from redactor.model import (
    Check,
    Disposition,
    Document,
    DocumentId,
    Endorsement,
    Finding,
    Held,
    Production,
    VerifiedCopy,
)
from redactor.pipeline.job import Job, MatterFolder
from redactor.pipeline.scan import Scan
from redactor.pipeline.volumes import Volumes
from redactor.pipeline.withheld import Watchlist, watchlist
from redactor.privilege_log import (
    Particulars,
    Record,
    box_table,
    csv_bytes,
    decision_table,
    served_entries,
    served_table,
    xlsx_bytes,
)
from redactor.produce import (
    VolumeTerms,
    crosswalk_rows,
    produce,
    publish,
    write_bytes,
    write_crosswalk,
    write_held,
)
from redactor.verify import Expectation, FailedCopyError, WithheldValue, readers, verify, verify_volume
from redactor.write import PagePlan, plan, slip_sheet, write


@dataclass(frozen=True, slots=True)
class Release:
    """How a release ended. ``production`` is None where every document was held; ``referred`` counts the findings
    that stay withheld until a person decides."""

    production: Production | None
    held: tuple[Held, ...]
    referred: int
    unchanged: bool
    notices: tuple[str, ...]


def release(job: Job, scan: Scan) -> Release:
    """Write the volume from the scan's decisions.

    Raises VolumeVerificationError where the finished volume fails its last check, and OutputError. A copy that fails
    goes to quarantine with its report, and its document is held.
    """
    volumes = Volumes(job.folder)
    state = _state(scan)
    referred = sum(decision.disposition is Disposition.REFER for decision in scan.decisions)
    if known := volumes.standing(state):
        return Release(known.production, known.held, referred, True, scan.matter.notices)
    job.folder.clear_staging()
    tasks = _tasks(job, scan, volumes)
    copies, failed = _copies(job, tasks)
    held = (*scan.held, *failed)
    write_held(job.folder.work_product / "held.csv", held)
    if not copies:
        write_crosswalk(
            job.folder.work_product / "crosswalk.csv", crosswalk_rows(scan.originals, held, (), Path("productions"))
        )
        return Release(None, held, referred, False, scan.matter.notices)
    volume = volumes.next_name()
    allotted = tuple(number for task in tasks for number in task.endorsement.numbers)
    terms = VolumeTerms(volume, allotted, job.now, f"redactor {__version__}", supersedes=volumes.newest_name())
    record = Record(copies, scan.documents, scan.findings, scan.decisions)
    production = produce(copies, terms, _served_log(job, scan, record, volume), job.folder.staging / volume)
    _check_volume(job.folder, production, tasks[0].values, [e for task in tasks for e in task.expected])
    _write_internal(job, scan, record, held, volume)
    volumes.remember(state, production, held, allotted)
    placed = publish(production.folder, job.folder.productions, volume)
    production = replace(production, folder=placed)
    job.folder.clear_staging()
    return Release(production, held, referred, False, scan.matter.notices)


@dataclass(frozen=True, slots=True)
class _CopyTask:
    source: str
    document: Document
    plans: tuple[PagePlan, ...]
    endorsement: Endorsement
    in_full: bool
    folder: MatterFolder
    values: tuple[WithheldValue, ...]
    expected: tuple[Expectation, ...]


def _state(scan: Scan) -> str:
    """A digest of everything that a volume follows from: documents, decisions, and how pages are endorsed."""
    facts = {
        "documents": sorted(document.id for document in scan.documents),
        "sources": sorted((original.source, *original.duplicates) for original in scan.originals),
        "held": sorted((item.source, item.reason) for item in scan.held),
        "decisions": sorted(
            (d.finding, d.disposition.value, d.log_category, d.label, *d.basis, *map(str, map(asdict, d.withheld)))
            for d in scan.decisions
        ),
        "terms": [str(scan.matter.bates), scan.matter.legend, scan.matter.custodian, str(sorted(scan.bases.items()))],
        "requests": [str(request) for request in scan.matter.requests],
        "tool": __version__,
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _tasks(job: Job, scan: Scan, volumes: Volumes) -> list[_CopyTask]:
    """What each copy is made of: its boxes, its numbers, and what the verifier must look for."""
    decisions = {decision.finding: decision for decision in scan.decisions}
    findings: dict[DocumentId, list[Finding]] = {document.id: [] for document in scan.documents}
    for finding in scan.findings:
        findings[finding.document].append(finding)
    plans = {d.id: plan(d, findings[d.id], decisions) for d in scan.documents}
    in_full = {
        d.id: any(decisions[f.id].disposition is Disposition.WITHHOLD for f in findings[d.id]) for d in scan.documents
    }
    watch: Watchlist = watchlist(scan, plans)
    sources = {original.id: original.source for original in scan.originals}
    counts = [1 if in_full[d.id] else len(d.pages) for d in scan.documents]
    numbers = allot(counts, scan.matter.bates, volumes.next_number(scan.matter.bates))
    return [
        _CopyTask(
            source=sources[document.id],
            document=document,
            plans=plans[document.id],
            endorsement=Endorsement(allotted, scan.matter.legend),
            in_full=in_full[document.id],
            folder=job.folder,
            values=watch.values,
            expected=watch.expected[document.id],
        )
        for document, allotted in zip(scan.documents, numbers, strict=True)
    ]


def _copy_one(task: _CopyTask) -> VerifiedCopy:
    """Write one copy and verify it, in a worker. A copy that fails goes to quarantine with its report."""
    if task.in_full:
        copy = slip_sheet(task.document, task.endorsement, task.folder.staging)
        flattened = copy.path
    else:
        copy = write(task.document, task.plans, task.endorsement, task.folder.staging)
        flattened = task.document.flattened
    try:
        return verify(copy, flattened, task.values, task.expected)
    except FailedCopyError as error:
        os.replace(copy.path, task.folder.quarantine / f"{task.document.short_id}.pdf")
        report = _report(error.checks)
        write_bytes(task.folder.quarantine / f"{task.document.short_id}.json", report)
        raise


def _copies(job: Job, tasks: Sequence[_CopyTask]) -> tuple[tuple[VerifiedCopy, ...], tuple[Held, ...]]:
    copies: list[VerifiedCopy] = []
    failed: list[Held] = []
    job.progress("writing", 0, len(tasks))
    for number, (task, outcome) in enumerate(job.engine.map(_copy_one, tasks), 1):
        if isinstance(outcome, DocumentError):
            failed.append(Held(task.source, task.document.id, str(outcome), outcome.remedy))
        else:
            copies.append(outcome)
        job.progress("writing", number, len(tasks))
    return tuple(copies), tuple(failed)


def _served_log(job: Job, scan: Scan, record: Record, volume: str) -> dict[str, bytes]:
    """The files of LOG/."""
    particulars = Particulars(
        volume=volume,
        requests=tuple(request.number for request in scan.matter.requests),
        confidentiality=scan.matter.legend,
        custodian=scan.matter.custodian,
        bases=scan.bases,
        descriptions={code: kind.description for p in reversed(scan.packs) for code, kind in p.log.items()},
    )
    table = served_table(served_entries(record, particulars), particulars)
    return {"redaction-log.csv": csv_bytes(table), "redaction-log.xlsx": xlsx_bytes([table], job.now)}


def _write_internal(job: Job, scan: Scan, record: Record, held: Sequence[Held], volume: str) -> None:
    """Work product: the internal log, the list of what was referred, and the crosswalk."""
    boxes, decisions = box_table(record), decision_table(record)
    column = decisions.columns.index("Disposition")
    referred = replace(
        decisions,
        title="Referred",
        heading="Withheld pending review",
        rows=tuple(row for row in decisions.rows if row[column] == Disposition.REFER.value),
    )
    folder = job.folder.work_product
    write_bytes(folder / f"internal-log-{volume}.xlsx", xlsx_bytes([boxes, decisions, referred], job.now))
    write_bytes(folder / f"internal-log-{volume}.csv", csv_bytes(boxes))
    write_bytes(folder / "referred.csv", csv_bytes(referred))
    rows = crosswalk_rows(scan.originals, held, record.copies, Path("productions") / volume)
    write_crosswalk(folder / "crosswalk.csv", rows)


def _check_volume(
    folder: MatterFolder,
    production: Production,
    values: Sequence[WithheldValue],
    expected: Sequence[Expectation],
) -> None:
    """The finished volume, read once more as whoever receives it will. Raises VolumeVerificationError."""
    allowed: dict[str, int] = {}
    for expectation in expected:
        for text, count in expectation.counts.items():
            allowed[text] = allowed.get(text, 0) + count
    checks = verify_volume(production.folder, values, allowed)
    write_bytes(folder.work_product / "verification.json", _report(checks, readers=list(readers())))
    failed = [check for check in checks if not check.passed]
    if failed:
        shutil.rmtree(production.folder)
        raise VolumeVerificationError(f"the volume failed: {'; '.join(check.name for check in failed)}")


def _report(checks: Sequence[Check], **facts: object) -> bytes:
    listed = [{"check": check.name, "passed": check.passed, "problems": list(check.problems)} for check in checks]
    report: Mapping[str, object] = {**facts, "checks": listed}
    return (json.dumps(report, indent=2) + "\n").encode()
