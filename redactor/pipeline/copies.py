"""The copies of one release: planned, numbered, written and verified, each in a worker. What fails is held."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from redactor.errors import DocumentError, WorkerLostError, WriteError
from redactor.model import (
    Check,
    Disposition,
    Document,
    DocumentId,
    Endorsement,
    Finding,
    Held,
    RedactedCopy,
    VerifiedCopy,
)
from redactor.pipeline.job import Job
from redactor.pipeline.scan import Scan
from redactor.pipeline.withheld import Watchlist, watchlist
from redactor.produce import write_bytes
from redactor.verify import Expectation, FailedCopyError, WithheldValue, occurrences, readers, verify
from redactor.write import PagePlan, plan, slip_sheet, write

_STEPS = 3
"""Times that a copy is written: as it comes, with pages that failed as pictures, and with those that failed then."""

_SECONDS, _PAGE_SECONDS = 900.0, 30.0
"""Longest that a copy may take: the first for any, the second for each of its pages. A page that is drawn, read, burned
and read again takes five to ten."""

_PAGE = re.compile(r"page (\d+)")


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
    languages: tuple[str, ...] = ("eng",)

    @property
    def seconds(self) -> float:
        """How long it may take."""
        return _SECONDS + _PAGE_SECONDS * len(self.document.pages)


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
            languages=scan.matter.ocr_languages,
        )
        for document in sorted(issued, key=lambda document: endorsements[document.id].begin)
    )


def _copy_one(task: CopyTask) -> VerifiedCopy:
    """Write one copy and verify it, in a worker: pages of glyphs as glyphs first, those that fail as pictures then, and
    all of them where no page is to blame. A copy that fails even so goes to quarantine with its report."""
    pictures: frozenset[int] = frozenset()
    for step in range(1, _STEPS + 1):
        try:
            copy = _written(task, pictures)
        except WriteError:
            if pictures >= _pages(task) or step == _STEPS:
                raise
            pictures = _pages(task)
            continue
        try:
            passed = verify(copy, copy.path if task.in_full else task.document.flattened, task.values, task.expected)
            _report(task, passed)
            return passed
        except FailedCopyError as error:
            failing = _failing(error.checks, task) - frozenset(copy.pictures)
            if task.in_full or not failing or step == _STEPS:
                copy.path.replace(task.quarantine / f"{task.document.short_id}.pdf")
                report = report_bytes(error.checks, pictures=list(copy.pictures))
                write_bytes(task.quarantine / f"{task.document.short_id}.json", report)
                raise
            pictures = pictures | failing
    raise AssertionError("the last step returns or raises")


def _report(task: CopyTask, passed: VerifiedCopy) -> None:
    """What was checked of a copy, how and with which tolerance: work product, by Bates number."""
    copy = passed.copy
    folder = task.quarantine.parent / "verification"
    folder.mkdir(mode=0o700, exist_ok=True)
    facts = {
        "bates": [copy.endorsement.begin, copy.endorsement.end],
        "sha256": passed.sha256,
        "readers": list(readers()),
        "pages": len(copy.endorsement.numbers),
        "pictures": list(copy.pictures),
        "moved_words": len(copy.moves),
        "known_residue": [f"page {page}: {reason}" for page, reason in copy.coarse],
    }
    write_bytes(folder / f"{copy.endorsement.name}.json", report_bytes(passed.checks, **facts))


def _written(task: CopyTask, pictures: frozenset[int]) -> RedactedCopy:
    if task.in_full:
        return slip_sheet(task.document, task.endorsement, task.staging)
    return write(
        task.document,
        task.plans,
        task.endorsement,
        task.staging,
        pictures=pictures,
        excess=_excess(task),
        languages=task.languages,
    )


def _pages(task: CopyTask) -> frozenset[int]:
    return frozenset(page.number for page in task.document.pages)


def _failing(checks: Sequence[Check], task: CopyTask) -> frozenset[int]:
    """The pages that failed checks name; all where one fails that names none."""
    pages: set[int] = set()
    for problem in (problem for each in checks if not each.passed for problem in each.problems):
        named = _PAGE.match(problem)
        pages |= {int(named[1])} if named else _pages(task)
    return frozenset(pages) & _pages(task)


def _excess(task: CopyTask) -> Callable[[int, str], tuple[str, ...]]:
    """Which withheld values a page's text says more often than it may, counted as the verifier counts."""
    lawful = {expectation.page: expectation.counts for expectation in task.expected}
    strong = frozenset(value.text for value in task.values if value.strong)

    def excess(page: int, text: str) -> tuple[str, ...]:
        allowed = lawful.get(page, {})
        counts = occurrences(text, task.values)
        return tuple(
            value
            for value, count in counts.items()
            if count > allowed.get(value, 0) and (value in strong or value in allowed)
        )

    return excess


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
    listed = [
        {"check": check.name, "passed": check.passed, "problems": list(check.problems)}
        | ({"how": check.note} if check.note else {})
        for check in checks
    ]
    return (json.dumps({**facts, "checks": listed}, indent=2) + "\n").encode()
