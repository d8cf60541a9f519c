"""What another profile, other packs or an edited matter file would change of the latest scan, before anything is
re-issued. Nothing is written, no decision is made."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from redactor.decide import Change, NotAsserted, changes, waiver_check
from redactor.errors import InputError
from redactor.matter import load_matter
from redactor.model import Decision, Document, DocumentId, Finding, FindingId, Original
from redactor.pipeline.job import Job, MatterFolder
from redactor.pipeline.memory import open_store
from redactor.pipeline.policy import policy_of, proposals
from redactor.produce import write_bytes
from redactor.store import ReadingCache

_LATEST = "latest-scan.json"


@dataclass(frozen=True, slots=True)
class Difference:
    """The findings that would be treated otherwise, how many there are in all, and the bases that would then be in use
    without ever having been asserted (a release would stop at them)."""

    changed: tuple[Change, ...]
    findings: int
    not_asserted: tuple[NotAsserted, ...]


@dataclass(frozen=True, slots=True)
class Latest:
    """Where the latest scan's documents and matter file came from. A document has as many sources as copies."""

    matter_file: Path
    sources: Mapping[DocumentId, tuple[str, ...]]


def sources_of(originals: Sequence[Original]) -> Mapping[DocumentId, tuple[str, ...]]:
    """The paths that each document came from: the original's, then its duplicates'."""
    return {original.id: (original.source, *original.duplicates) for original in originals}


def remember_scan(job: Job, originals: Sequence[Original]) -> None:
    """Keep where the scan's documents and matter file came from (work product), for ``difference``."""
    matter_file = (job.matter_file or job.folder.matter_file).resolve()
    facts = {"matter": str(matter_file), "sources": sources_of(originals)}
    write_bytes(job.folder.work_product / _LATEST, (json.dumps(facts, indent=2) + "\n").encode())


def difference(
    folder: MatterFolder,
    *,
    matter_file: Path | None = None,
    profile: str | None = None,
    packs: Sequence[str] = (),
) -> Difference:
    """Hold the ledger's decisions on the latest scan against those that ``profile``, ``packs`` and ``matter_file``
    (each as in the scan's own matter file where it is left out) would propose.

    What a person decided stays as it is. Raises InputError where nothing was scanned yet or the readings are another
    version's; MatterFileError, RulePackError, OutputError.
    """
    latest = latest_scan(folder)
    matter = load_matter(matter_file or latest.matter_file)
    matter = replace(matter, profile=profile or matter.profile, packs=tuple(packs) or matter.packs)
    policy = policy_of(matter)
    documents = documents_read(folder, latest.sources)
    store = open_store(folder, matter)
    try:
        findings, before = store.findings(), store.decisions()
    finally:
        store.close()
    _check_read(documents, findings)
    circumstances = policy.circumstances(latest.sources)
    now = max((before[finding.id].at for finding in findings), default=None)
    if now is None:
        return Difference((), 0, ())
    proposed = proposals(findings, documents, policy.packs, circumstances, now=now)
    after: dict[FindingId, Decision] = {}
    for decision in proposed:
        standing = before[decision.finding]
        after[decision.finding] = decision if standing.actor.startswith("rule:") else standing
    return Difference(
        changes(findings, before, after), len(findings), waiver_check(after.values(), findings, circumstances)
    )


def latest_scan(folder: MatterFolder) -> Latest:
    """What the latest scan worked on. Raises InputError where nothing was scanned yet."""
    try:
        facts = json.loads((folder.work_product / _LATEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise InputError(
            "nothing was scanned in this folder yet", remedy="Run `redactor scan` or `redactor run` first."
        ) from None
    return Latest(Path(facts["matter"]), {DocumentId(id_): tuple(of) for id_, of in facts["sources"].items()})


def documents_read(folder: MatterFolder, sources: Mapping[DocumentId, tuple[str, ...]]) -> dict[DocumentId, Document]:
    """The documents as they were read, out of the cache. What was held then is not there now."""
    cache = ReadingCache(folder.cache)
    documents: dict[DocumentId, Document] = {}
    for id_, (source, *_) in sources.items():
        if (reading := cache.get(Original(id_, source, Path(source), ""))) is not None:
            documents[id_] = reading.document
    return documents


def _check_read(documents: Mapping[DocumentId, Document], findings: Sequence[Finding]) -> None:
    """A decision about a text that is not there any more would be a guess."""
    if any(finding.document not in documents for finding in findings):
        raise InputError(
            "the readings of the latest scan are gone, or were made by another version of the program",
            remedy="Run `redactor scan` or `redactor run` again.",
        )
