"""Generates labelled papers and scores a system on them.

python -m tests.benchmarks.detection --split dev --papers 300 --seed 1 [--system presidio] [--misses FILE]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.detection.absent import EXIT_ABSENT, AbsentError
from tests.benchmarks.detection.page import document_of
from tests.benchmarks.detection.papers import SPLITS, papers
from tests.benchmarks.detection.report import miss_lines, table
from tests.benchmarks.detection.scoring import score
from tests.benchmarks.detection.systems import system_of


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.detection", description=__doc__.split("\n")[0])
    parser.add_argument("--split", choices=SPLITS, default="dev", help="templates and names to use [dev]")
    parser.add_argument("--papers", type=int, default=300, help="how many papers [300]")
    parser.add_argument("--seed", type=int, default=1, help="which papers [1]")
    parser.add_argument("--system", default="program", help="program, tagger, spacy:MODEL or presidio [program]")
    parser.add_argument("--misses", type=Path, help="file for each miss with its context (not of the test split)")
    given = parser.parse_args(arguments)
    if given.misses and given.split == "test":
        parser.error("misses of the test split are not shown: whoever reads them tunes on it")
    began = time.perf_counter()
    try:
        with system_of(given.system) as system:
            scores = score(papers(given.split, given.papers, given.seed), lambda paper: system(document_of(paper)))
    except AbsentError as error:
        print(error, file=sys.stderr)
        return EXIT_ABSENT
    seconds = time.perf_counter() - began
    print(table(scores, f"{given.system} on {given.split} (seed {given.seed})"))
    print(f"\nseconds: {seconds:.1f} ({seconds / max(1, scores.papers):.2f} a paper)")
    if given.misses:
        given.misses.write_text("\n".join(miss_lines(scores)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
