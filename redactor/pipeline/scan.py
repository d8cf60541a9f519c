"""The scan: ingest, extract and detect in parallel; the registry once; propagation, findings and proposals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from redactor.decide import Circumstances, RulePack, reidentification
from redactor.detect import detect
from redactor.errors import DocumentError
from redactor.extract import extract
from redactor.ingest import ingest
from redactor.matter import Matter
from redactor.model import (
    Basis,
    BasisCode,
    Category,
    Decision,
    Detection,
    Document,
    Finding,
    Held,
    Original,
    Role,
    Subject,
)
from redactor.pipeline.difference import remember_scan, sources_of
from redactor.pipeline.exposures import exposure_notices, exposure_table
from redactor.pipeline.findings import matter_findings
from redactor.pipeline.job import Job
from redactor.pipeline.memory import mark_at_risk, remembered
from redactor.pipeline.policy import ended_protection, for_counsel, policy_of, proposals, require_asserted
from redactor.pipeline.unexplained import unexplained_table
from redactor.privilege_log import csv_bytes
from redactor.produce import write_bytes
from redactor.resolve import KnownPerson, Registry
from redactor.store import ReadingCache

_SECONDS, _SECONDS_PER_MIB = 900.0, 300.0
"""Longest that reading one document may take: the first for any, the second for each MiB of its file."""


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything known of the matter after the scan, in memory. Decisions are the newest of the ledger."""

    matter: Matter
    packs: tuple[RulePack, ...]
    bases: Mapping[BasisCode, Basis]
    circumstances: Circumstances
    originals: tuple[Original, ...]
    held: tuple[Held, ...]
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]
    registry: Registry
    subjects: tuple[Subject, ...]


def scan(job: Job) -> Scan:
    """Find identifiers in everything that was given and propose a decision on each.

    Raises InputError, MatterFileError, RulePackError, OutputError, SetupError; BasisNotAssertedError where a rule
    withholds on a ground that the matter never asserted. Documents that cannot be read are held, not raised.
    """
    job.folder.prepare()
    matter = job.matter()
    policy = policy_of(matter)
    intake = ingest(
        job.paths, job.folder.cache / "attachments", leave_out=job.folder.written, custodian=matter.custodian
    )
    originals = tuple(replace(each, custodian=matter.custodian_of(each.source)) for each in intake.originals)
    documents, detections, unread = _read(job, originals, matter.language_model, matter.ocr_languages)
    findings, registry = matter_findings(
        documents,
        detections,
        tuple(known_people(matter)),
        job.folder.key(),
        progress=lambda done, of: job.progress("comparing", done, of),
    )
    circumstances = policy.circumstances(sources_of(originals))
    by_id = {document.id: document for document in documents}
    proposed = proposals(findings, by_id, policy.packs, circumstances, now=job.now)
    require_asserted(proposed, findings, circumstances)
    documents, findings, newest = remembered(job, matter, documents, findings, proposed)
    by_id = {document.id: document for document in documents}
    decisions = tuple(newest[finding.id] for finding in findings)
    write_bytes(job.folder.work_product / "ended_protection.csv", csv_bytes(ended_protection(findings, decisions)))
    unexplained = unexplained_table(documents, findings, decisions)
    write_bytes(job.folder.work_product / "unexplained.csv", csv_bytes(unexplained))
    remember_scan(job, originals)
    exposed = reidentification(findings, newest, by_id, matter.k_min)
    write_bytes(job.folder.work_product / "reidentification.csv", csv_bytes(exposure_table(exposed, matter)))
    mark_at_risk(job, matter, [finding for row in exposed.exposures for finding in row.findings])
    notices = (
        *policy.idle_rules(),
        *policy.silent_packs(proposed),
        *for_counsel(matter, findings, decisions, circumstances),
        *exposure_notices(exposed, matter),
    )
    return Scan(
        matter=replace(matter, notices=notices),
        packs=policy.packs,
        bases=policy.bases,
        circumstances=circumstances,
        originals=originals,
        held=(*intake.held, *unread),
        documents=documents,
        findings=findings,
        decisions=decisions,
        registry=registry,
        subjects=_subjects(findings),
    )


@dataclass(frozen=True, slots=True)
class _ReadTask:
    original: Original
    cache: ReadingCache
    language_model: str
    ocr_languages: tuple[str, ...]

    @property
    def seconds(self) -> float:
        """How long it may take. How many pages it has is not known yet; a megabyte of fax pages takes five minutes."""
        return _SECONDS + _SECONDS_PER_MIB * self.original.path.stat().st_size / (1 << 20)


def _read_one(task: _ReadTask) -> tuple[Document, tuple[Detection, ...]]:
    """Extract and detect one document, in a worker; or take both from the cache."""
    if known := task.cache.get(task.original):
        return known.document, known.detections
    document = extract(task.original, task.cache.folder, task.ocr_languages)
    detections = detect(document, task.language_model)
    task.cache.put(task.original, document, detections)
    return document, detections


def _read(
    job: Job, originals: Sequence[Original], language_model: str, ocr_languages: tuple[str, ...]
) -> tuple[tuple[Document, ...], tuple[Detection, ...], tuple[Held, ...]]:
    """The first pass over all documents. What stops one holds it back and leaves the others alone."""
    cache = ReadingCache(job.folder.cache, language_model, ocr_languages)
    documents: list[Document] = []
    detections: list[Detection] = []
    held: list[Held] = []
    tasks = [_ReadTask(original, cache, language_model, ocr_languages) for original in originals]
    job.progress("reading", 0, len(tasks))
    for number, (task, outcome) in enumerate(job.engine.map(_read_one, tasks), 1):
        if isinstance(outcome, DocumentError):
            held.append(Held(task.original.source, task.original.id, str(outcome), outcome.remedy))
        else:
            documents.append(outcome[0])
            detections.extend(outcome[1])
        job.progress("reading", number, len(tasks))
    return tuple(documents), tuple(detections), tuple(held)


def known_people(matter: Matter) -> Iterable[KnownPerson]:
    """The people whom the matter file names: its roster, its officials, counsel and parties."""
    for entry in matter.roster:
        full = f"{entry.last_name}, {entry.first_name}" if entry.first_name else entry.last_name
        numbers: list[tuple[Category, str]] = []
        if entry.a_number:
            numbers.append((Category.A_NUMBER, entry.a_number))
        if entry.date_of_birth:
            numbers.append((Category.DATE_OF_BIRTH, entry.date_of_birth.isoformat()))
        yield KnownPerson((full, *entry.aka), entry.role, tuple(numbers), entry.status)
    for names, role in (
        (matter.officials, Role.OFFICIAL),
        (matter.counsel, Role.COUNSEL),
        (matter.parties, Role.PUBLIC),
    ):
        yield from (KnownPerson((name,), role) for name in names)


def _subjects(findings: Sequence[Finding]) -> tuple[Subject, ...]:
    """The persons of the findings, with keyed hashes for what names them."""
    hashes: dict[str, set[str]] = {}
    lead: dict[str, Finding] = {}
    for finding in findings:
        if finding.subject:
            hashes.setdefault(finding.subject, set()).add(finding.value_hash)
            lead.setdefault(finding.subject, finding)
    return tuple(
        Subject(finding.subject, finding.role, tuple(sorted(hashes[subject])), finding.protection)
        for subject, finding in sorted(lead.items())
        if finding.subject
    )
