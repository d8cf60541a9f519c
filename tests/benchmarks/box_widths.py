"""What boxes tell of the length of what they cover, on the demo matter, and what setting the lines anew costs.

    python -m tests.benchmarks.box_widths

Every string that the matter's truth protects is withheld; nothing else is. Compared are the widths of the removed words,
which boxes had that covered just these, and of the boxes as they are painted.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

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
    Quad,
    Span,
)
from redactor.write import PagePlan, plan
from redactor.write.burn import burn

SAMPLES = Path(__file__).parents[2] / "samples" / "demo-matter"


def read(path: Path, folder: Path) -> Document:
    digest = DocumentId(hashlib.sha256(path.read_bytes()).hexdigest())
    return extract(Original(digest, path.name, path, "application/pdf"), folder)


def planned(document: Document, protected: list[str]) -> tuple[PagePlan, ...]:
    """Boxes for every place of the strings on the pages."""
    findings, decisions = [], {}
    for text in protected:
        pattern = re.compile(r"\s+".join(map(re.escape, text.split())))
        for passage in document.passages:
            for match in pattern.finditer(passage.text) if passage.page is not None else ():
                span = Span(passage.address, *match.span())
                claim = Detection(document.id, span, Category.PERSON_NAME, 1.0, "truth", "the matter's truth")
                name = FindingId(f"f{len(findings)}")
                findings.append(Finding(name, document.id, span, Category.PERSON_NAME, (claim,), ""))
                decisions[name] = Decision(
                    name, Disposition.REDACT, (BasisCode("1367"),), LogCategory("N1"), "REDACTED – PROTECTED IDENTITY",
                    (span,), "rule:truth/all", "truth", datetime.now(UTC),
                )  # fmt: skip
    return plan(document, findings, decisions)


def width(quad: Quad) -> float:
    return math.dist(quad.ul, quad.ur)


def ems(quad: Quad) -> float:
    return width(quad) / (math.dist(quad.ul, quad.ll) / 1.02)


def main() -> int:
    truth = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
    before, after, coarse, pages = [], [], Counter[str](), 0
    boxed, moves, seconds = 0, 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((SAMPLES / "originals").glob("*.pdf")):
            document = read(path, Path(folder))
            plans = planned(document, truth[path.name]["protected"])
            numbers = tuple(f"WIDTH{n:05d}" for n in range(1, len(document.pages) + 1))
            began = time.process_time()
            burned = burn(document.flattened, plans, Endorsement(numbers, ""))
            seconds += time.process_time() - began
            removed = {redaction.id: redaction.quad for each in plans for redaction in each.redactions}
            for box in burned.boxes:
                before.append(ems(removed[box.redaction]))
                after.append(width(box.quad))
            pages += len(document.pages)
            boxed += sum(bool(each.redactions) for each in plans)
            moves += len(burned.moves)
            coarse.update(reason for _, reason in burned.coarse)
    print(f"pages: {pages}, with boxes: {boxed}; boxes: {len(after)}; runs of words set anew: {moves}")
    print(
        f"correlation of a box's width with that of what it covers: {np.corrcoef(before, after)[0, 1]:.2f} (before: 1)"
    )
    print(f"removed: {min(before):.1f} to {max(before):.1f} ems, median {statistics.median(before):.1f}")
    print(f"widths of boxes (points, by number of boxes): {Counter(round(each) for each in after).most_common(8)}")
    print(f"pages with a coarse residue: {dict(coarse)}")
    print(f"burning: {1000 * seconds / pages:.0f} ms of processor time a page")
    return 0


if __name__ == "__main__":
    sys.exit(main())
