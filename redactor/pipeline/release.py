"""The release: number, write, verify, log, produce. What fails on the way is held; what passes is in the volume."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from redactor import __version__
from redactor.errors import VolumeVerificationError
from redactor.model import Disposition, Held, Production
from redactor.pipeline.copies import CopyTask, copies_of, copy_tasks, report_bytes
from redactor.pipeline.job import Job, MatterFolder
from redactor.pipeline.logs import descriptions_of, grounds_by_category, logs_of
from redactor.pipeline.policy import require_asserted, require_partial_first
from redactor.pipeline.pseudonyms import with_pseudonyms
from redactor.pipeline.scan import Scan
from redactor.pipeline.unexplained import left_standing
from redactor.pipeline.volumes import Volumes
from redactor.privilege_log import (
    Record,
    box_table,
    csv_bytes,
    decision_table,
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
from redactor.verify import readers, verify_volume

_SHOWN = 3
"""Problems of one check that an error message names; all are in verification.json."""


@dataclass(frozen=True, slots=True)
class Release:
    """How a release ended. ``production`` is None where every document was held; ``referred`` counts the findings
    that stay withheld until a person decides, ``unexplained`` the words of pages that nothing explains and that are
    produced; ``supersedes`` is the volume that this one takes the place of."""

    production: Production | None
    held: tuple[Held, ...]
    referred: int
    unexplained: int
    unchanged: bool
    supersedes: str | None
    notices: tuple[str, ...]


def release(job: Job, scan: Scan) -> Release:
    """Write the volume from the scan's decisions.

    Raises, before anything is written, BasisNotAssertedError where a decision (a person's too) stands on a basis that
    was not asserted, and ReleasablePartError where a document would be withheld in full though a part could be
    produced; then VolumeVerificationError where the finished volume fails its last check, and OutputError. A copy
    that fails goes to quarantine with its report, and its document is held.
    """
    require_asserted(scan.decisions, scan.findings, scan.circumstances)
    require_partial_first(scan.documents, scan.findings, scan.decisions)
    volumes = Volumes(job.folder)
    state = _state(scan)
    referred = sum(decision.disposition is Disposition.REFER for decision in scan.decisions)
    standing = left_standing(scan.findings, scan.decisions)
    if known := volumes.standing(state):
        return Release(known.production, known.held, referred, standing, True, None, scan.matter.notices)
    if scan.matter.pseudonyms:
        scan = with_pseudonyms(scan, job.folder, volumes.next_name())
    staging = job.folder.new_staging()
    tasks = copy_tasks(job, scan, volumes.next_number(scan.matter.bates), staging)
    copies = copies_of(job, tasks)
    held = (*scan.held, *copies.held)
    record = Record(copies.verified, scan.documents, scan.findings, scan.decisions)
    volume = volumes.next_name()
    if not copies.verified:
        _write_account(job, scan, record, held, volume)
        return Release(None, held, referred, standing, False, None, scan.matter.notices)
    allotted = tuple(number for task in tasks for number in task.endorsement.numbers)
    terms = VolumeTerms(volume, allotted, job.now, f"redactor {__version__}", supersedes=volumes.newest_name())
    logs = logs_of(job, scan, record, volume)
    production = produce(copies.verified, terms, logs.served, staging / volume)
    _check_volume(job.folder, production, tasks)
    _write_internal_log(job, record, volume)
    for name, data in logs.kept.items():
        write_bytes(job.folder.work_product / name, data)
    _write_account(job, scan, record, held, volume)
    # A run that lost a worker is no standing answer: the same command must be able to do better.
    volumes.remember("" if copies.lost else state, production, held, allotted)
    placed = publish(production.folder, job.folder.productions, volume)
    volumes.confirm(volume)
    job.folder.clear_staging()
    return Release(
        replace(production, folder=placed), held, referred, standing, False, terms.supersedes, scan.matter.notices
    )


def _state(scan: Scan) -> str:
    """A digest of everything that a volume and its account follow from, wherever the command is called from."""
    sources = [source for original in scan.originals for source in (original.source, *original.duplicates)]
    facts = {
        "documents": sorted(document.id for document in scan.documents),
        "sources": sorted(str(Path(source).resolve()) for source in sources),
        "held": sorted((str(Path(item.source).resolve()), item.reason) for item in scan.held),
        "decisions": sorted(
            (d.finding, d.disposition.value, d.log_category, d.label, *d.basis, *map(str, map(asdict, d.withheld)))
            for d in scan.decisions
        ),
        "terms": [str(scan.matter.bates), scan.matter.legend, scan.matter.custodian, str(sorted(scan.bases.items()))],
        "pseudonyms": scan.matter.pseudonyms,
        "requests": [str(request) for request in scan.matter.requests],
        "answers": sorted([document, *requests] for document, requests in scan.circumstances.requests.items()),
        "custodians": sorted([original.id, original.custodian or ""] for original in scan.originals),
        "grounds": sorted([category, *sorted(codes)] for category, codes in grounds_by_category(scan).items()),
        "logs": [scan.matter.mode.value, scan.matter.log_protocol.form.value],
        "descriptions": sorted(descriptions_of(scan).items()),
        "tool": __version__,
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _write_internal_log(job: Job, record: Record, volume: str) -> None:
    """Work product: every box and every finding of the volume."""
    boxes = box_table(record)
    folder = job.folder.work_product
    sheets = [boxes, decision_table(record)]
    write_bytes(folder / f"internal-log-{volume}.xlsx", xlsx_bytes(sheets, job.now))
    write_bytes(folder / f"internal-log-{volume}.csv", csv_bytes(boxes))


def _write_account(job: Job, scan: Scan, record: Record, held: Sequence[Held], volume: str) -> None:
    """Work product, volume or not: what was held, what awaits review, and what became of every source."""
    decisions = decision_table(record)
    column = decisions.columns.index("Disposition")
    referred = replace(
        decisions,
        title="Referred",
        heading="Withheld pending review",
        rows=tuple(row for row in decisions.rows if row[column] == Disposition.REFER.value),
    )
    folder = job.folder.work_product
    write_held(folder / "held.csv", held)
    write_bytes(folder / "referred.csv", csv_bytes(referred))
    rows = crosswalk_rows(scan.originals, held, record.copies, Path("productions") / volume)
    write_crosswalk(folder / "crosswalk.csv", rows)


def _check_volume(folder: MatterFolder, production: Production, tasks: Sequence[CopyTask]) -> None:
    """The finished volume, read once more as whoever receives it will. Raises VolumeVerificationError."""
    allowed: dict[str, int] = {}
    for expectation in (expectation for task in tasks for expectation in task.expected):
        for text, count in expectation.counts.items():
            allowed[text] = allowed.get(text, 0) + count
    checks = verify_volume(production.folder, tasks[0].values, allowed)
    write_bytes(folder.work_product / "verification.json", report_bytes(checks, readers=list(readers())))
    failed = [check for check in checks if not check.passed]
    if failed:
        shutil.rmtree(production.folder)
        places = "; ".join(problem for check in failed for problem in check.problems[:_SHOWN])
        raise VolumeVerificationError(f"the volume failed: {'; '.join(check.name for check in failed)} ({places})")
