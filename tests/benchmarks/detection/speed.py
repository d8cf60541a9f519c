"""Pages a second: the program's detection and presidio-analyzer's, on the same pages, one process, in one run.

    python -m tests.benchmarks.detection.speed [FOLDER]

FOLDER holds PDFs; without one the originals of the demo matter are read. Reading the PDFs is not timed: presidio takes
text. Models are loaded and have seen one other page before the clock starts. What the program times is all of
``detect``: every recognizer, and each page both as rows and as the content stream has it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from threadpoolctl import threadpool_limits

from redactor.detect import detect
from redactor.model import Document
from tests.benchmarks.detection.page import document_of
from tests.benchmarks.detection.papers import papers
from tests.benchmarks.detection.program import EXIT_ABSENT, AbsentError, documents_in, outcome_of
from tests.benchmarks.detection.systems import presidio_analyzer

_DEMO = Path(__file__).parents[3] / "samples" / "demo-matter" / "originals"
_AIM = 4.0  # times presidio's pages a second


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.detection.speed", description=__doc__.split("\n")[0]
    )
    parser.add_argument("folder", type=Path, nargs="?", default=_DEMO, help="a folder of PDFs [the demo matter]")
    given = parser.parse_args()
    try:
        analyzer = presidio_analyzer()
        with tempfile.TemporaryDirectory() as scratch:
            documents, unread = documents_in(given.folder, Path(scratch))
    except AbsentError as error:
        print(error, file=sys.stderr)
        return EXIT_ABSENT
    texts = [passage.text for document in documents for passage in document.passages if _is_page(passage.address)]
    pages = len(texts)
    with threadpool_limits(1):
        warm = document_of(next(papers("train", 1, seed=0)))
        detect(warm)
        analyzer.analyze(warm.passages[0].text, "en")
        ours = _seconds(lambda: [detect(document) for document in documents])
        theirs = _seconds(lambda: [analyzer.analyze(text, "en") for text in texts])
        only_pages = [_as_read(document) for document in documents]
        whole = _seconds(lambda: outcome_of(documents))
        again = _seconds(lambda: [detect(document) for document in only_pages])
    print(f"{len(documents)} documents, {pages} pages; {unread} documents could not be read")
    print(f"presidio-analyzer:          {pages / theirs:8.1f} pages a second")
    print(
        f"detect:                     {pages / ours:8.1f} pages a second; {theirs / ours:.1f} times presidio (aim {_AIM:.0f})"
    )
    print(f"detect, seen before:        {pages / again:8.1f} pages a second, without the second reading of a page")
    print(f"detect, resolve and decide: {pages / whole:8.1f} pages a second, the second time round")
    return 0


def _is_page(address: str) -> bool:
    return address.startswith("p") and address[1:].isdigit()


def _as_read(document: Document) -> Document:
    """The document with nothing but its pages as rows."""
    return replace(document, passages=tuple(each for each in document.passages if _is_page(each.address)))


def _seconds(work: Callable[[], Sequence[object] | object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
