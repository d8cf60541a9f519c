"""The program's own stages in memory, in the order of a scan: documents in, findings and decisions out, no folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from redactor.decide import decide
from redactor.detect import detect
from redactor.errors import DocumentError
from redactor.extract import extract
from redactor.ingest import ingest
from redactor.matter.file import default_matter
from redactor.model import Decision, Document, Finding, FindingId, Span
from redactor.pipeline.findings import matter_findings
from redactor.pipeline.policy import Policy, policy_of
from tests.benchmarks.detection.absent import AbsentError

_KEY = b"one key is as good as another"
_NOW = datetime(2020, 2, 11, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the program found in some documents, and what the default policy would do with each finding unattended."""

    findings: tuple[Finding, ...]
    decisions: Mapping[FindingId, Decision]

    def withheld(self) -> tuple[Span, ...]:
        """The spans that would be covered."""
        return tuple(span for each in self.decisions.values() if each.disposition.withholds for span in each.withheld)


@cache
def _policy() -> Policy:
    """The default policy, as in a matter whose file nobody has edited: every basis is assumed."""
    return policy_of(default_matter())


def outcome_of(documents: Sequence[Document]) -> Outcome:
    """Everything about these documents as one matter without a roster."""
    detections = [detection for document in documents for detection in detect(document)]
    findings, _ = matter_findings(documents, detections, (), _KEY)
    policy = _policy()
    circumstances = policy.circumstances({document.id: () for document in documents})
    decisions = decide(
        findings, {document.id: document for document in documents}, policy.packs, circumstances, now=_NOW
    )
    return Outcome(findings, {decision.finding: decision for decision in decisions})


def documents_in(folder: Path, cache_folder: Path) -> tuple[tuple[Document, ...], int]:
    """The readable PDFs below ``folder``, and how many could not be read. Raises AbsentError where there is no PDF."""
    if not folder.is_dir() or not any(folder.rglob("*.pdf")):
        raise AbsentError(f"{folder} holds no PDFs; this benchmark needs a folder of them")
    intake = ingest((folder,), cache_folder / "attachments", leave_out=())
    documents, unread = [], len(intake.held)
    for original in intake.originals:
        try:
            documents.append(extract(original, cache_folder))
        except DocumentError:
            unread += 1
    return tuple(documents), unread
