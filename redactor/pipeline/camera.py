"""The in camera set: the documents unredacted, with every proposed box outlined and numbered, for the court alone.

It lies in a folder of its own, encrypted, and nothing of it can get into a volume: ``produce`` takes verified copies,
which these are not, and ``verify`` refuses the folder.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from redactor import __version__
from redactor.errors import OutputError
from redactor.model import Decision, Document, DocumentId, Endorsement, LogCategory, Redaction
from redactor.pipeline.copies import Planned, planned
from redactor.pipeline.job import Job
from redactor.pipeline.logs import descriptions_of
from redactor.pipeline.numbering import numbering
from redactor.pipeline.scan import Scan
from redactor.produce import write_bytes
from redactor.write import BANNER, Outline, index_sheets, outlined

MARK = "IN-CAMERA.json"
"""By this file everything that handles volumes knows the folder for what it is."""

_PRIVATE = 0o700
_INDEX = "INDEX.pdf"
_COLUMNS = ("No.", "Bates", "Redaction", "Category", "Treatment", "Basis", "Reason", "Decided by")


@dataclass(frozen=True, slots=True)
class CameraSet:
    """A set that was made: its folder, how many documents and proposed boxes it holds, and what was left out of it."""

    folder: Path
    documents: int
    boxes: int
    left_out: int


@dataclass(frozen=True, slots=True)
class _Proposed:
    """One proposed box with its number in the set and what stands in the index."""

    number: int
    redaction: Redaction
    cells: tuple[str, ...]


def camera_set(job: Job, scan: Scan, password: str) -> CameraSet:
    """Write the next set of ``in-camera/`` from the scan's decisions, every file encrypted with ``password``.

    Documents bear the Bates numbers that they were served under, or will be. Documents that could not be read are left
    out and counted. Raises OutputError where the folder cannot be written, WriteError where a document cannot be drawn;
    then no set is left behind.
    """
    made = planned(scan)
    numbers = numbering(job, scan, made.plans, made.in_full)
    served = {
        id_: Endorsement(copy.numbers, scan.matter.legend, copy.revision) for id_, copy in numbers.standing.items()
    }
    stamped = {**served, **numbers.endorsements}
    documents = sorted(scan.documents, key=lambda document: stamped[document.id].begin)
    proposed = _proposed(scan, made, documents, stamped)
    folder = _next_folder(job)
    beside = job.folder.new_staging() / folder.name
    try:
        beside.mkdir(mode=_PRIVATE)
        for document in documents:
            outlines = [Outline(p.number, p.redaction.page, p.redaction.quad) for p in proposed[document.id]]
            pages = _on_every_page(stamped[document.id], len(document.pages))
            data = outlined(document, outlines, pages, password)
            write_bytes(beside / f"{stamped[document.id].begin}.pdf", data)
        rows = [_COLUMNS, *(p.cells for document in documents for p in proposed[document.id])]
        boxes = len(rows) - 1
        legend = _legend(scan, len(documents), boxes)
        write_bytes(beside / _INDEX, index_sheets(f"In camera set {folder.name}", legend, rows, password))
        write_bytes(beside / MARK, _manifest(job, beside, len(documents), boxes))
        folder.parent.mkdir(mode=_PRIVATE, exist_ok=True)
        beside.rename(folder)
    except OSError as error:
        raise OutputError(f"the set could not be written: {error.strerror or 'the disk refused'}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return CameraSet(folder, len(documents), boxes, len(scan.held))


def _proposed(
    scan: Scan, made: Planned, documents: Sequence[Document], stamped: dict[DocumentId, Endorsement]
) -> dict[DocumentId, list[_Proposed]]:
    decisions = {decision.finding: decision for decision in scan.decisions}
    words = descriptions_of(scan)
    proposed: dict[DocumentId, list[_Proposed]] = {}
    number = 0
    for document in documents:
        pages = _on_every_page(stamped[document.id], len(document.pages))
        proposed[document.id] = []
        for redaction in (each for plan in made.plans[document.id] for each in plan.redactions):
            number += 1
            cells = _cells(number, redaction, pages, scan, decisions[redaction.findings[0]], words)
            proposed[document.id].append(_Proposed(number, redaction, cells))
    return proposed


def _on_every_page(endorsement: Endorsement, pages: int) -> Endorsement:
    """A number for every page of the document itself: a slip sheet has one for all of them."""
    if len(endorsement.numbers) == pages:
        return endorsement
    numbers = tuple(f"{endorsement.begin} (page {page} of {pages})" for page in range(1, pages + 1))
    return Endorsement(numbers, endorsement.legend, endorsement.revision)


def _cells(
    number: int, redaction: Redaction, pages: Endorsement, scan: Scan, decision: Decision, words: dict[LogCategory, str]
) -> tuple[str, ...]:
    bases = (scan.bases[code].authority for code in decision.basis if code in scan.bases)
    return (
        str(number),
        pages.numbers[redaction.page - 1],
        redaction.id,
        words.get(redaction.log_category, ""),
        decision.disposition.value,
        "; ".join(dict.fromkeys(bases)),
        decision.reason,
        decision.actor,
    )


def _legend(scan: Scan, documents: int, boxes: int) -> tuple[str, ...]:
    matter = scan.matter
    return (
        f"{matter.caption or matter.name}, {matter.docket} ({matter.court}). {BANNER}.",
        f"{documents} documents, {boxes} proposed redactions. The documents are shown whole. A red outline marks what"
        " is proposed to be withheld; its number leads to the line below. The produced volume is not changed.",
        "The index says of every outline what kind of information it covers, on what ground, and who proposed it; it"
        " does not repeat what stands there.",
    )


def _next_folder(job: Job) -> Path:
    made = [int(path.name[3:]) for path in job.folder.in_camera.glob("SET*") if path.name[3:].isdigit()]
    return job.folder.in_camera / f"SET{max(made, default=0) + 1:03d}"


def _manifest(job: Job, folder: Path, documents: int, boxes: int) -> bytes:
    """What the set holds, with the hash of every file as it is submitted."""
    files = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.suffix == ".pdf"
    }
    facts = {
        "set": folder.name,
        "notice": BANNER,
        "made": f"{job.now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "tool": f"redactor {__version__}",
        "documents": documents,
        "boxes": boxes,
        "sha256": files,
    }
    return (json.dumps(facts, indent=2, ensure_ascii=False) + "\n").encode()
