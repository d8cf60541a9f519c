"""Which documents a release issues, and under which numbers: what is new takes the next numbers, what has changed keeps
its own and is issued again, what would say the same stays as it was served (law.md sections 7.6 and 8)."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redactor.bates import allot
from redactor.model import Decision, Document, DocumentId, Endorsement
from redactor.pipeline.job import Job
from redactor.pipeline.logs import descriptions_of, grounds_by_category
from redactor.pipeline.scan import Scan
from redactor.pipeline.volumes import Issued, Volumes
from redactor.write import PagePlan


@dataclass(frozen=True, slots=True)
class Numbering:
    """What this release issues. ``fresh`` are the numbers that nobody had before, in order; ``standing`` the copies
    that stay as they were served; ``again`` the copies whose place a new one takes; ``vanished`` those of documents
    that are not among the originals any more. ``states`` say what each document's copy follows from."""

    endorsements: Mapping[DocumentId, Endorsement]
    fresh: tuple[str, ...]
    standing: Mapping[DocumentId, Issued]
    again: Mapping[DocumentId, Issued]
    vanished: tuple[Issued, ...]
    states: Mapping[DocumentId, str]


def numbering(
    job: Job, scan: Scan, plans: Mapping[DocumentId, Sequence[PagePlan]], in_full: Mapping[DocumentId, bool]
) -> Numbering:
    """Numbers for what must be issued. A document that needs another count of pages than it had (it was withheld
    whole, and is no more) takes new numbers and still supersedes the old ones. Raises OutputError where the record of
    a volume is missing, MatterFileError where the digits run out.
    """
    volumes = Volumes(job.folder)
    issued = volumes.issued()
    bates, legend = scan.matter.bates, scan.matter.legend
    decisions = _by_document(scan)
    states = {d.id: _state(d, scan, plans[d.id], decisions[d.id], in_full=in_full[d.id]) for d in scan.documents}
    ordered = _in_no_order_of_names(scan.documents, job.folder.key())
    standing = {d.id: issued[d.id] for d in ordered if _stands(issued.get(d.id), states[d.id])}
    due = [document for document in ordered if document.id not in standing]
    counts = {d.id: 1 if in_full[d.id] else len(d.pages) for d in due}
    endorsements: dict[DocumentId, Endorsement] = {}
    for document in due:
        before = issued.get(document.id)
        if before and len(before.numbers) == counts[document.id] and bates.number_of(before.numbers[0]):
            endorsements[document.id] = Endorsement(before.numbers, legend, before.revision + 1)
    new = [document.id for document in due if document.id not in endorsements]
    numbers = allot([counts[id_] for id_ in new], bates, volumes.next_number(bates))
    endorsements |= {id_: Endorsement(allotted, legend) for id_, allotted in zip(new, numbers, strict=True)}
    known = {document.id for document in scan.documents} | {item.id for item in scan.held}
    return Numbering(
        endorsements=endorsements,
        fresh=tuple(number for allotted in numbers for number in allotted),
        standing=standing,
        again={document.id: issued[document.id] for document in due if document.id in issued},
        vanished=tuple(copy for id_, copy in issued.items() if id_ not in known),
        states=states,
    )


def covered_by(plans: Sequence[PagePlan]) -> frozenset[tuple[int, int, int]]:
    """Page, and half-open offsets of the page as read, of everything that the plans withhold."""
    return frozenset((plan.page, start, end) for plan in plans for start, end, _ in plan.withheld)


def _stands(copy: Issued | None, state: str) -> bool:
    return copy is not None and copy.there and copy.state == state


def _by_document(scan: Scan) -> dict[DocumentId, list[Decision]]:
    of = {finding.id: finding.document for finding in scan.findings}
    decisions: dict[DocumentId, list[Decision]] = {document.id: [] for document in scan.documents}
    for decision in scan.decisions:
        decisions[of[decision.finding]].append(decision)
    return decisions


def _state(
    document: Document, scan: Scan, plans: Sequence[PagePlan], made: Sequence[Decision], *, in_full: bool
) -> str:
    """A digest of what the document's copy, and its lines of the log, follow from. Labels are not in it where they are
    pseudonyms, which are drawn anew for every volume."""
    boxes = [redaction for plan in plans for redaction in plan.redactions]
    answered = {finding for box in boxes for finding in box.findings}
    decisions = [decision for decision in made if in_full or decision.finding in answered]
    grounds, descriptions = grounds_by_category(scan), descriptions_of(scan)
    categories = sorted({d.log_category for d in decisions} | {box.log_category for box in boxes})
    bases = scan.circumstances.bases_for(document.id)
    codes = {code for d in decisions for code in d.basis} | {code for c in categories for code in grounds.get(c, ())}
    facts = {
        "in full": in_full,
        "boxes": [
            (box.page, [[round(x, 1), round(y, 1)] for x, y in (box.quad.ul, box.quad.lr)], box.log_category, box.image)
            for box in boxes
        ],
        "labels": [] if scan.matter.pseudonyms else [box.label for box in boxes],
        "decisions": sorted((d.disposition.value, d.log_category, *d.basis) for d in decisions),
        "bases": sorted(str(bases.get(code, "")) for code in codes),
        "words": [descriptions.get(category, "") for category in categories],
        "terms": [str(scan.matter.bates), scan.matter.legend, document.custodian or scan.matter.custodian],
        "requests": list(scan.circumstances.requests.get(document.id, ())),
        "family": document.family or "",
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _in_no_order_of_names(documents: Sequence[Document], key: bytes) -> list[Document]:
    """The documents as they are numbered: families together, and families in an order that only the matter's key
    gives. Names of originals often begin with a surname; numbered in their order, a page would tell its letter."""

    def place(document: Document) -> tuple[str, bool]:
        family = document.family or document.id
        return hmac.new(key, family.encode(), hashlib.sha256).hexdigest(), document.family is not None

    return sorted(documents, key=place)
