"""The scan: ingest, extract and detect in parallel; the registry once; propagation, findings and proposals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from redactor.decide import (
    Circumstances,
    RulePack,
    authorities,
    decide,
    load_packs,
    unasserted,
    with_groups,
)
from redactor.detect import detect
from redactor.errors import BasisNotAssertedError, DocumentError
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
    DocumentId,
    Finding,
    Held,
    Original,
    Role,
    Subject,
)
from redactor.pipeline.job import Job
from redactor.resolve import KnownPerson, Registry, findings_of, propagate, registry_of, with_roles
from redactor.store import ReadingCache, Store


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything known of the matter after the scan, in memory. Decisions are the newest of the ledger."""

    matter: Matter
    packs: tuple[RulePack, ...]
    bases: Mapping[BasisCode, Basis]
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
    packs = load_packs(matter.packs, (matter.folder,) if matter.folder else ())
    bases = with_groups(packs, matter.bases(authorities(packs)))
    intake = ingest(
        job.paths, job.folder.cache / "attachments", leave_out=job.folder.written, custodian=matter.custodian
    )
    documents, detections, unread = _read(job, intake.originals, matter.language_model)
    detections = with_roles({d.id: d for d in documents}, detections)
    registry = registry_of({d.id: d for d in documents}, detections, tuple(_known(matter)))
    findings = _findings(job, documents, detections, registry)
    circumstances = Circumstances(matter.profile, matter.officers_withheld, bases)
    proposed = decide(findings, {d.id: d for d in documents}, packs, circumstances, now=job.now)
    _all_asserted(proposed, bases)
    store = Store(job.folder.database)
    try:
        store.save_scan({d.id: len(d.pages) for d in documents}, findings, proposed, job.now)
        newest = store.decisions()
    finally:
        store.close()
    return Scan(
        matter=matter,
        packs=packs,
        bases=bases,
        originals=intake.originals,
        held=(*intake.held, *unread),
        documents=documents,
        findings=findings,
        decisions=tuple(newest[finding.id] for finding in findings),
        registry=registry,
        subjects=_subjects(findings),
    )


@dataclass(frozen=True, slots=True)
class _ReadTask:
    original: Original
    cache: ReadingCache
    language_model: str


def _read_one(task: _ReadTask) -> tuple[Document, tuple[Detection, ...]]:
    """Extract and detect one document, in a worker; or take both from the cache."""
    if known := task.cache.get(task.original):
        return known.document, known.detections
    document = extract(task.original, task.cache.folder)
    detections = detect(document, task.language_model)
    task.cache.put(task.original, document, detections)
    return document, detections


def _read(
    job: Job, originals: Sequence[Original], language_model: str
) -> tuple[tuple[Document, ...], tuple[Detection, ...], tuple[Held, ...]]:
    """The first pass over all documents. What stops one holds it back and leaves the others alone."""
    cache = ReadingCache(job.folder.cache, language_model)
    documents: list[Document] = []
    detections: list[Detection] = []
    held: list[Held] = []
    tasks = [_ReadTask(original, cache, language_model) for original in originals]
    job.progress("reading", 0, len(tasks))
    for number, (task, outcome) in enumerate(job.engine.map(_read_one, tasks), 1):
        if isinstance(outcome, DocumentError):
            held.append(Held(task.original.source, task.original.id, str(outcome), outcome.remedy))
        else:
            documents.append(outcome[0])
            detections.extend(outcome[1])
        job.progress("reading", number, len(tasks))
    return tuple(documents), tuple(detections), tuple(held)


def _known(matter: Matter) -> Iterable[KnownPerson]:
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


def _findings(
    job: Job, documents: Sequence[Document], detections: Sequence[Detection], registry: Registry
) -> tuple[Finding, ...]:
    """The second pass, and the merge, document by document."""
    key = job.folder.key()
    by_document: dict[DocumentId, list[Detection]] = {document.id: [] for document in documents}
    for detection in detections:
        by_document[detection.document].append(detection)
    findings: list[Finding] = []
    for number, (document, hits) in enumerate(propagate(documents, registry), 1):
        findings.extend(findings_of(document, by_document[document.id], hits, registry, key))
        job.progress("comparing", number, len(documents))
    return tuple(findings)


def _all_asserted(decisions: Sequence[Decision], bases: Mapping[BasisCode, Basis]) -> None:
    missing = unasserted(decisions, bases)
    if missing:
        listed = ", ".join(f"{code} ({count} redactions)" for code, count in missing)
        raise BasisNotAssertedError(f"not asserted in any response, order or stipulation of the matter: {listed}")


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
