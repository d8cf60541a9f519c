"""Pages a second: the program's detection and presidio-analyzer's, on the same pages, one process, in one run.

    python -m tests.benchmarks.detection.speed [FOLDER]

FOLDER holds PDFs; without one the originals of the demo matter are read. Reading the PDFs is not timed: presidio takes
text. Each works by itself, one after the other, with one thread; models are loaded and have seen another text before
the clock starts. What the program times is all of
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
from tests.benchmarks.detection.absent import EXIT_ABSENT, AbsentError
from tests.benchmarks.detection.page import document_of
from tests.benchmarks.detection.papers import papers
from tests.benchmarks.detection.presidio_alone import presidio
from tests.benchmarks.detection.program import documents_in, outcome_of

_DEMO = Path(__file__).parents[3] / "samples" / "demo-matter" / "originals"
_AIM = 4.0  # times presidio's pages a second


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.detection.speed", description=__doc__.split("\n")[0]
    )
    parser.add_argument("folder", type=Path, nargs="?", default=_DEMO, help="a folder of PDFs [the demo matter]")
    given = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            documents, unread = documents_in(given.folder, Path(scratch))
        texts = [passage.text for document in documents for passage in document.passages if _is_page(passage.address)]
        pages = len(texts)
        with presidio() as running:
            theirs = sum(running.analyze(text)[1] for text in texts)
    except AbsentError as error:
        print(error, file=sys.stderr)
        return EXIT_ABSENT
    with threadpool_limits(1):
        detect(document_of(next(papers("train", 1, seed=0))))
        ours = _seconds(lambda: [detect(document) for document in documents])
        again = _seconds(lambda: [detect(_as_read(document)) for document in documents])
        whole = _seconds(lambda: outcome_of(documents))
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
