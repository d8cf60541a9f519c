"""Boxes where hardly anybody needs protection: those outside names of private persons, for somebody to read.

    python -m tests.benchmarks.detection.false_boxes FOLDER

Run it on public court filings. The texts are printed, so do not run it on papers that are not public.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from redactor.geometry import bounds, intersection, part_of_word
from redactor.model import Category, Document, Finding, FindingId, Redaction, Role
from redactor.write import plan
from tests.benchmarks.detection.absent import EXIT_ABSENT, AbsentError
from tests.benchmarks.detection.program import Outcome, documents_in, outcome_of

_AIM = 1.0  # boxes on ten pages outside names of private persons
_CONTEXT = 60  # letters before and after a box
_PUBLIC = frozenset({Role.OFFICIAL, Role.JUDGE, Role.COUNSEL, Role.PUBLIC, Role.OFFICER, Role.SUPERVISOR})


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.detection.false_boxes", description=__doc__.split("\n")[0]
    )
    parser.add_argument("folder", type=Path, help="a folder of PDFs")
    given = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            documents, unread = documents_in(given.folder, Path(scratch))
            outcome = outcome_of(documents)
    except AbsentError as error:
        print(error, file=sys.stderr)
        return EXIT_ABSENT
    pages = sum(len(document.pages) for document in documents)
    outside, names = _boxes(documents, outcome)
    for title, lines in (("claimed as a private person's name", names), ("outside names", outside)):
        print(f"--- {title}: {len(lines)} boxes")
        print("\n".join(lines))
    print(f"--- {len(documents)} documents, {pages} pages; {unread} could not be read")
    print(f"boxes claimed as names: {len(names)} ({10 * len(names) / max(1, pages):.2f} on ten pages)")
    print(f"boxes outside names: {len(outside)} ({10 * len(outside) / max(1, pages):.2f} on ten pages; aim {_AIM:.0f})")
    for (category, actor), count in _kinds(documents, outcome).most_common():
        print(f"  {count:4}  {category}  {actor}")
    return 0


def _planned(document: Document, outcome: Outcome) -> list[Redaction]:
    findings = [finding for finding in outcome.findings if finding.document == document.id]
    return [box for page in plan(document, findings, outcome.decisions) for box in page.redactions]


def _is_private_name(box: Redaction, findings: dict[FindingId, Finding]) -> bool:
    return any(
        findings[each].category is Category.PERSON_NAME and findings[each].role not in _PUBLIC for each in box.findings
    )


def _boxes(documents: tuple[Document, ...], outcome: Outcome) -> tuple[list[str], list[str]]:
    """A line for each box: those outside names of private persons, and those that claim to be one."""
    findings = {finding.id: finding for finding in outcome.findings}
    outside: list[str] = []
    names: list[str] = []
    for document in documents:
        for box in _planned(document, outcome):
            line = _line(document, box, findings[box.findings[0]])
            (names if _is_private_name(box, findings) else outside).append(line)
    return outside, names


def _kinds(documents: tuple[Document, ...], outcome: Outcome) -> Counter[tuple[str, str]]:
    """Boxes outside names, by category and rule of the leading finding."""
    findings = {finding.id: finding for finding in outcome.findings}
    return Counter(
        (findings[box.findings[0]].category.value, outcome.decisions[box.findings[0]].actor)
        for document in documents
        for box in _planned(document, outcome)
        if not _is_private_name(box, findings)
    )


def _line(document: Document, box: Redaction, finding: Finding) -> str:
    """Where a box is, what it claims to be, and its words between brackets with some of the text on both sides."""
    passage = document.passage(f"p{box.page}")
    area = bounds(box.quad)
    under = [word for word in passage.words if intersection(bounds(part_of_word(word, word.start, word.end)), area)]
    head = f"{document.short_id} p{box.page} {finding.category}"
    if box.image or not under:
        return f"{head}: (ink without words)"
    start, end = min(word.start for word in under), max(word.end for word in under)
    text = passage.text
    around = f"{text[max(0, start - _CONTEXT) : start]}⟦{text[start:end]}⟧{text[end : end + _CONTEXT]}"
    return f"{head}: " + " ".join(around.split())


if __name__ == "__main__":
    sys.exit(main())
