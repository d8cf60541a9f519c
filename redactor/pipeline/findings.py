"""The one way from claims to findings: roles, the registry of the whole matter, the second pass, the merge.

Scans and benchmarks take it alike, so that what is measured is what is produced.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from redactor.model import Detection, Document, DocumentId, Finding
from redactor.resolve import (
    KnownPerson,
    Registry,
    continued,
    findings_of,
    propagate,
    registry_of,
    same_word_same_answer,
    unexplained,
    with_roles,
)


def _untold(done: int, of: int) -> None:
    """Tells nobody how far the second pass is."""


def matter_findings(
    documents: Sequence[Document],
    detections: Sequence[Detection],
    known: Sequence[KnownPerson],
    key: bytes,
    *,
    progress: Callable[[int, int], None] = _untold,
) -> tuple[tuple[Finding, ...], Registry]:
    """Every finding of these documents, which are the whole matter, and the registry they were compared with.

    ``detections`` are the claims of the first pass on any of the documents, ``known`` are the people whom the matter
    file names, ``key`` is the matter's HMAC key. Findings come document by document, in order of place, each
    document's unexplained words behind them.
    ``progress`` is told how many documents of how many have been compared.
    """
    by_id = {document.id: document for document in documents}
    placed = with_roles(by_id, detections)
    registry = registry_of(by_id, placed, known, key)
    if further := tuple(continued(documents, registry, placed)):
        registry = registry_of(by_id, (*placed, *further), known, key)
    by_document: dict[DocumentId, list[Detection]] = {document.id: [] for document in documents}
    for detection in placed:
        by_document[detection.document].append(detection)
    findings: list[Finding] = []
    for number, (document, hits) in enumerate(propagate(documents, registry), 1):
        claimed = findings_of(document, by_document[document.id], hits, registry, key)
        findings.extend((*claimed, *unexplained(document, claimed, key)))
        progress(number, len(documents))
    return same_word_same_answer(findings), registry
