"""What a scan leaves in the matter's memory for the people who review it."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from redactor.geometry import join, part_of_word, quad_of
from redactor.matter import Matter
from redactor.model import (
    Category,
    Decision,
    Detection,
    Document,
    DocumentId,
    Finding,
    FindingId,
    Passage,
    Quad,
    Span,
)
from redactor.pipeline.job import Job, MatterFolder
from redactor.review.records import Why
from redactor.review.standing import STATE_RANKS, WHY_RANKS, ranked, state_of, takes_two, why_of
from redactor.shadow import squash
from redactor.store import Found, KeptBox, ScannedDocument, Standing, Store, notes, queue

_REGION = re.compile(r"p(\d+)/(image|mark|drawn):(\d+)")
DRAWN_BY = "reviewer"
"""The recognizer of a box that a reviewer drew."""


def open_store(folder: MatterFolder, matter: Matter) -> Store:
    """The matter's memory: the database that the matter file names, or the one in ``work-product/``."""
    place = matter.database or folder.database
    return Store(place, folder.key(), folder.work_product / "chain-head")


def remembered(
    job: Job, matter: Matter, documents: Sequence[Document], findings: Sequence[Finding], proposed: Sequence[Decision]
) -> tuple[tuple[Document, ...], tuple[Finding, ...], Mapping[FindingId, Decision]]:
    """Keep what a scan found and proposed; give the documents and findings back with the boxes that reviewers drew,
    and the decision that counts for each finding."""
    store = open_store(job.folder, matter)
    key = job.folder.key()
    try:
        with store.reading() as connection:
            boxes = notes.boxes(connection)
        with_boxes = with_drawn(documents, boxes)
        everything = with_drawn_findings(findings, documents, boxes)
        by_id = {document.id: document for document in with_boxes}
        scanned = [ScannedDocument(d.id, tuple((p.width, p.height) for p in d.pages)) for d in documents]
        store.save_scan(scanned, tuple(_found(everything, by_id, key)), proposed, job.now, judged)
        return with_boxes, everything, store.decisions()
    finally:
        store.close()


def mark_at_risk(job: Job, matter: Matter, findings: Sequence[FindingId]) -> None:
    """Have people look at facts that are produced and, put together, fit too few persons (R-QI-3)."""
    store = open_store(job.folder, matter)
    why, of = ranked(Why.REIDENTIFICATION), ranked(Why.PROPOSED)
    try:
        with store.noting("redactor", "scan", job.now, detail={"findings at risk": len(findings)}) as connection:
            queue.need_eyes(connection, why, of=of, findings=findings)
    finally:
        store.close()


def judged(found: Found, decision: Decision | None, proposal: Decision | None, *, awaiting: bool) -> Standing:
    """Where a finding stands, as the memory keeps it."""
    finding = found.finding
    passage = finding.span.passage
    category = decision.category if decision is not None and decision.category is not None else finding.category
    state = state_of(category, passage, decision, awaiting=awaiting)
    why = why_of(category, passage, decision, found.confidence, awaiting=awaiting)
    two = proposal is not None and takes_two(proposal.log_category, proposal.disposition)
    return Standing(state.value, why.value, STATE_RANKS[state], WHY_RANKS[why], two)


def with_drawn(documents: Sequence[Document], boxes: Sequence[KeptBox]) -> tuple[Document, ...]:
    """The documents with the boxes that reviewers drew on their pages."""
    drawn: dict[tuple[DocumentId, int], list[KeptBox]] = {}
    for box in boxes:
        drawn.setdefault((box.document, box.page), []).append(box)
    return tuple(_one_with_drawn(document, drawn) for document in documents)


def _one_with_drawn(document: Document, drawn: Mapping[tuple[DocumentId, int], Sequence[KeptBox]]) -> Document:
    mine = {page: boxes for (of, page), boxes in drawn.items() if of == document.id}
    if not mine:
        return document
    pages = tuple(replace(p, drawn=tuple(box.area for box in mine.get(p.number, ()))) for p in document.pages)
    marks = tuple(Passage(address_of(box), "", page) for page, boxes in mine.items() for box in boxes)
    return replace(document, pages=pages, passages=(*document.passages, *marks))


def address_of(box: KeptBox) -> str:
    """The passage that stands for a drawn box."""
    return f"p{box.page}/drawn:{box.number}"


def with_drawn_findings(
    findings: Sequence[Finding], documents: Sequence[Document], boxes: Sequence[KeptBox]
) -> tuple[Finding, ...]:
    """The findings, and behind those of each document the boxes that reviewers drew on it."""
    by_document: dict[DocumentId, list[Finding]] = {document.id: [] for document in documents}
    for finding in findings:
        by_document[finding.document].append(finding)
    for box in boxes:
        if box.document in by_document:
            by_document[box.document].append(drawn_finding(box))
    return tuple(finding for of in by_document.values() for finding in of)


def drawn_finding(box: KeptBox) -> Finding:
    """The finding that a drawn box is."""
    span = Span(address_of(box), 0, 0)
    claim = Detection(box.document, span, Category.DRAWN, 1.0, DRAWN_BY, "an area that a reviewer drew")
    place = f"{box.document}|{span.passage}|0|0|{Category.DRAWN}"  # as resolve makes ids
    id_ = FindingId(hashlib.sha256(place.encode()).hexdigest()[:20])
    return Finding(id_, box.document, span, Category.DRAWN, (claim,), "")


def is_drawn(span: Span) -> bool:
    """Whether the span is a box that a reviewer drew: the document as it was read knows nothing of it."""
    match = _REGION.fullmatch(span.passage)
    return match is not None and match[2] == "drawn"


def found_drawn(box: KeptBox) -> Found:
    """The same, as the memory keeps it."""
    finding = drawn_finding(box)
    return Found(finding, box.page, (quad_of(box.area),), finding.id, finding.id)


def _found(findings: Sequence[Finding], documents: Mapping[DocumentId, Document], key: bytes) -> Iterator[Found]:
    passages: dict[DocumentId, dict[str, Passage]] = {
        document.id: {passage.address: passage for passage in document.passages} for document in documents.values()
    }
    for finding in findings:
        passage = passages[finding.document][finding.span.passage]
        quads, confidence = _places(documents[finding.document], passage, finding.span)
        yield found_at(finding, passage, quads, confidence, key)


def found_at(
    finding: Finding, passage: Passage, quads: tuple[Quad, ...], confidence: float | None, key: bytes
) -> Found:
    """The finding with what groups it. What has no text is like nothing else."""
    alone = not squash(passage.text[finding.span.start : finding.span.end])
    group = finding.id if alone else finding.value_hash
    context = finding.id if alone else _context(passage.text, finding, key)
    return Found(finding, passage.page, quads, group, context, confidence)


def _context(text: str, finding: Finding, key: bytes) -> str:
    """A keyed hash of the line with the value blanked: the same cell of a hundred forms has one."""
    start, end = finding.span.start, finding.span.end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = f"{finding.category}|{squash(text[first:start])}|{squash(text[end : last if last >= 0 else len(text)])}"
    return hmac.new(key, line.encode(), hashlib.sha256).hexdigest()


def _places(document: Document, passage: Passage, span: Span) -> tuple[tuple[Quad, ...], float | None]:
    """Where the span stands on its page, a quad for each stretch of a line; and the least confidence of its words."""
    if region := _REGION.fullmatch(passage.address):
        page = document.pages[int(region[1]) - 1]
        areas = {"image": page.unread, "mark": page.marked, "drawn": page.drawn}[region[2]]
        return (quad_of(areas[int(region[3]) - 1]),), None
    words = [word for word in passage.words if word.start < span.end and span.start < word.end]
    quads: list[list[Quad]] = []
    last = -1
    for word in words:
        part = part_of_word(word, max(word.start, span.start), min(word.end, span.end))
        if quads and passage.text[last : word.start] in ("", " "):
            quads[-1].append(part)
        else:
            quads.append([part])
        last = word.end
    unsure = [word.confidence for word in words if word.confidence is not None]
    return tuple(join(of) for of in quads), min(unsure, default=None)
