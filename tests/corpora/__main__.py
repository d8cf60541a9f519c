"""The whole pipeline over folders of arbitrary PDFs: how many are produced, held and why, crash, or take too long.

    python -m tests.corpora FOLDER... [--limit N] [--drawn N] [--seed S] [--jobs N] [--json]

File names and content are never printed; ``--drawn`` adds odd PDFs that are drawn from the seed. The exit code is 0
unless something crashed.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.corpora.drawing import odd_pdfs

BATCH = 25
"""Files of one run: what stops a whole run costs no more than these."""

RUN_SECONDS = 3_600
_ID = re.compile(r"\b[0-9a-f]{12,64}\b:? ?")
_PAGES = re.compile(r" ?\(?pages? [\d, …]+(?: of \d+)?\)?")
_CRASHED = ("unforeseen", "the process that worked on it died")
_TOOK_TOO_LONG = re.compile(r"took more than \d+ seconds")


@dataclass
class Tally:
    """What became of the files. ``held`` and ``crashed`` count reasons, which name neither file nor text."""

    files: int = 0
    produced: int = 0
    pages: int = 0
    seconds: float = 0.0
    timed_out: int = 0
    held: Counter[str] = field(default_factory=Counter)
    crashed: Counter[str] = field(default_factory=Counter)

    def take(self, result: dict[str, Any], files: int) -> None:
        self.files += files
        self.produced += int(result.get("documents", 0))
        self.pages += int(result.get("pages", 0))
        for item in result.get("held", ()):
            reason = plain(item["reason"])
            if _TOOK_TOO_LONG.search(reason):
                self.timed_out += 1
            elif any(words in reason for words in _CRASHED):
                self.crashed[reason] += 1
            else:
                self.held[reason] += 1

    def as_json(self) -> dict[str, Any]:
        return {
            "files": self.files,
            "produced": self.produced,
            "pages": self.pages,
            "held": dict(self.held.most_common()),
            "crashed": dict(self.crashed.most_common()),
            "timed_out": self.timed_out,
            "seconds": round(self.seconds, 1),
            "pages_per_second": round(self.pages / self.seconds, 2) if self.seconds else 0.0,
        }

    def report(self) -> str:
        lines = [
            f"files {self.files}: produced {self.produced} ({self.pages} pages), held {self.held.total()}, "
            f"crashed {self.crashed.total()}, timed out {self.timed_out}",
            f"{self.seconds:.0f} seconds, {self.pages / max(self.seconds, 1e-6):.2f} produced pages a second",
        ]
        lines += [f"  held {count}: {reason}" for reason, count in self.held.most_common()]
        lines += [f"  CRASHED {count}: {reason}" for reason, count in self.crashed.most_common()]
        return "\n".join(lines)


def plain(reason: str) -> str:
    """The reason without the document and the pages that it names."""
    return _PAGES.sub("", _ID.sub("", reason)).strip()


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.corpora", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=None, help="most files that are taken from the folders")
    parser.add_argument("--drawn", type=int, default=0, help="how many odd PDFs are drawn besides")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    missing = [folder for folder in given.folders if not folder.exists()]
    if missing or not (given.folders or given.drawn):
        parser.error("give folders that exist, or --drawn N")
    tally = Tally()
    with tempfile.TemporaryDirectory() as scratch:
        found = sorted(path for folder in given.folders for path in _pdfs(folder))[: given.limit]
        drawn = odd_pdfs(given.drawn, given.seed, Path(scratch) / "drawn")
        for number, batch in enumerate(_batches([*found, *drawn])):
            _run(batch, Path(scratch) / str(number), given.jobs, tally)
            if not given.json:
                print(f"{tally.files} files …", file=sys.stderr)
    print(json.dumps(tally.as_json()) if given.json else tally.report())
    return 1 if tally.crashed else 0


def _pdfs(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.rglob("*") if path.suffix.lower() == ".pdf" and path.is_file())


def _batches(files: Sequence[Path]) -> Iterable[Sequence[Path]]:
    return (files[at : at + BATCH] for at in range(0, len(files), BATCH))


def _run(files: Sequence[Path], scratch: Path, jobs: int, tally: Tally) -> None:
    """One run over copies that are called by numbers: a name may hold words of the document."""
    given = scratch / "given"
    given.mkdir(parents=True)
    for number, path in enumerate(files):
        (given / f"{number:04}.pdf").write_bytes(path.read_bytes())
    command = [sys.executable, "-m", "redactor", "run", str(given), "--out", str(scratch / "out"), "--json"]
    began = time.perf_counter()
    try:
        run = subprocess.run(
            [*command, "--jobs", str(jobs)], capture_output=True, text=True, timeout=RUN_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        tally.files += len(files)
        tally.timed_out += len(files)
        return
    finally:
        tally.seconds += time.perf_counter() - began
    try:
        result = json.loads(run.stdout)
    except ValueError:
        result = {"error": "no result"}
    tally.take(result, len(files))
    if "Traceback" in run.stderr:
        tally.crashed["a traceback on standard error"] += 1
    if "held" not in result:
        tally.crashed[f"the run ended with exit code {run.returncode} and without an account"] += 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
