"""What one worker needs for a very long document: peak memory and seconds, in the scan and in the release.

    python -m tests.benchmarks.long_document [--pages 2000] [--every 3]

The document is drawn: paragraphs of plain text, and on every n-th page a person who is withheld. Each stage runs in a
process of its own, as it does in the house, and is asked for its greatest resident set afterwards.
"""

from __future__ import annotations

import argparse
import dataclasses
import multiprocessing
import pickle
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from redactor.detect import detect
from redactor.extract import extract
from redactor.model import (
    BasisCode,
    Category,
    Decision,
    Detection,
    Disposition,
    Document,
    DocumentId,
    Endorsement,
    Finding,
    FindingId,
    LogCategory,
    Original,
    Span,
)
from redactor.verify import WithheldValue, verify
from redactor.write import plan, write

LIMIT_MIB = 1536
PERSON = "Marisol Quintanilla"
_LINES = (
    "The officer went to the clerk's window and asked for the calendar of that morning, as he did on every court day.",
    "Counsel for both sides were told that the part would be called after the recess, and waited in the hallway.",
    "The supervisor's memorandum says which entrances are used, who is told beforehand, and what is written down.",
)


def drawn(path: Path, pages: int, every: int) -> None:
    """A text PDF of ``pages`` pages of 34 lines; every ``every``-th names the person once."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
        for number in range(pages):
            lines = [f"{_LINES[line % 3]}" for line in range(34)]
            if number % every == 0:
                lines[number % 33] = f"Met {PERSON} at the door, who asked for an interpreter and left at noon."
            content = "".join(
                f"BT /F1 9 Tf 1 0 0 1 54 {740 - 20 * at} Tm ({line}) Tj ET\n" for at, line in enumerate(lines)
            )
            page = pdf.add_blank_page(page_size=(612, 792))
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
            page.obj.Contents = pdf.make_stream(content.encode())
        pdf.save(path)


def _scanned(folder: Path) -> str:
    document = extract(Original(DocumentId("a" * 64), "a.pdf", folder / "a.pdf", "application/pdf"), folder)
    detections = detect(document)
    (folder / "document").write_bytes(pickle.dumps(document))
    return f"{len(document.pages)} pages, {len(detections)} detections"


def _released(folder: Path) -> str:
    document: Document = pickle.loads((folder / "document").read_bytes())
    findings = tuple(_findings(document))
    decisions = {finding.id: _withheld(finding) for finding in findings}
    plans = plan(document, findings, decisions)
    numbers = tuple(f"LONG{number:06d}" for number in range(1, len(document.pages) + 1))
    copy = write(document, plans, Endorsement(numbers, "CONFIDENTIAL"), folder)
    verified = verify(copy, document.flattened, (WithheldValue(PERSON, True),), ())
    return f"{len(copy.redactions)} boxes, {len(verified.checks)} checks passed"


def _findings(document: Document) -> Any:
    for passage in document.passages:
        at = passage.text.find(PERSON)
        while at >= 0:
            span = Span(passage.address, at, at + len(PERSON))
            claim = Detection(document.id, span, Category.PERSON_NAME, 0.9, "benchmark", "named by the benchmark")
            yield Finding(FindingId(f"{passage.address}:{at}"), document.id, span, claim.category, (claim,), "0" * 64)
            at = passage.text.find(PERSON, at + 1)


def _withheld(finding: Finding) -> Decision:
    return Decision(
        finding.id, Disposition.REDACT, (BasisCode("1367"),), LogCategory("N1"), "REDACTED – PROTECTED IDENTITY",
        (finding.span,), "rule:benchmark/all", "because", datetime(2020, 3, 2, tzinfo=UTC),
    )  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Spent:
    """What a stage said, how long it took, and the most that it held in memory."""

    said: str
    seconds: float
    mib: float


def _measured(stage: Callable[[Path], str], folder: Path) -> Spent:
    began = time.perf_counter()
    said = stage(folder)
    # Linux counts kilobytes, macOS bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return Spent(said, time.perf_counter() - began, peak)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--every", type=int, default=3, help="a name on every n-th page")
    asked = parser.parse_args()
    worst = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        drawn(folder / "a.pdf", asked.pages, asked.every)
        for title, stage in (("scan", _scanned), ("release", _released)):
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                spent = pool.apply(_measured, (stage, folder))
            worst = max(worst, spent.mib)
            print(f"{title}: {spent.said}; {spent.seconds:.0f} s; peak {spent.mib:.0f} MiB")
    return 0 if worst <= LIMIT_MIB else 1


if __name__ == "__main__":
    sys.exit(main())
