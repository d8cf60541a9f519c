"""The demo matter as scans: taken through the whole house, and its output read again as whoever receives it would.

    python -m tests.benchmarks.scans [--all] [--kind clean --kind fax …] [--keep DIR]

Each kind of scan (200 dpi: clean, noise, a skew of 1.5 degrees, 1-bit fax) is a matter of its own. What counts:

- protected strings that OCR reads on the produced pictures (the aim is none);
- must-stay words that OCR read on the scan and still reads on the output (the aim is 97 %), and of all must-stay words;
- documents held; seconds a page, beside those of the bare engine on the same pages.

The recognizers were tuned on this matter: these figures show the way through pixels, not how well people are found.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pypdfium2

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from scans import scanned

from redactor.ocr import read
from redactor.ocr.tesseract import Tesseract
from tests.benchmarks.demo_matter import SAMPLES, one_line, stands

KINDS: dict[str, dict[str, float | bool]] = {
    "clean": {"skew": 0.0, "noise": 0.0},
    "noise": {"skew": 0.0, "noise": 8.0},
    "skew": {"skew": 1.5, "noise": 4.0},
    "fax": {"skew": 0.0, "noise": 3.0, "fax": True},
}
FEW = (
    "G28 fillable.pdf",
    "I-200 warrant QN 111319.pdf",
    "I-213 REYES MALDONADO A205-778-120.pdf",
    "Memo to file re 1367 compliance.pdf",
    "notice of action.pdf",
)
DPI = 200
_WORD = re.compile(r"[^\W_]{2,}")


@dataclass(slots=True)
class Tally:
    """What one kind of scan came to."""

    documents: int = 0
    pages: int = 0
    protected: int = 0
    must_stay: int = 0
    readable_before: int = 0
    readable_both: int = 0
    readable_after: int = 0
    seconds: float = 0.0
    bare: float = 0.0
    held: list[str] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)


def pictures(pdf: Path) -> Iterator[np.ndarray]:
    """Every page as painted, grey."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            painted = page.render(scale=DPI / 72, grayscale=True).to_numpy()
            yield np.ascontiguousarray(painted.reshape(painted.shape[:2]))


def text_of(pdf: Path) -> str:
    """What OCR reads on the pages."""
    lines: list[str] = []
    for picture in pictures(pdf):
        by_line: dict[int, list[str]] = {}
        for word in read(picture, DPI).words:
            by_line.setdefault(word.line, []).append(word.text)
        lines += [" ".join(words) for words in by_line.values()]
    return one_line("\n".join(lines))


def bare_seconds(pdf: Path) -> float:
    """What the engine alone needs for the pages, as they lie."""
    engine = Tesseract()
    spent = 0.0
    for picture in pictures(pdf):
        began = time.perf_counter()
        engine.read(picture, DPI, ("eng",))
        spent += time.perf_counter() - began
    return spent


def measured(kind: str, names: list[str], folder: Path, jobs: int) -> Tally:
    """One kind of scan, from scanning to reading the volume."""
    truth = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
    scans = folder / "originals"
    scans.mkdir(parents=True)
    for name in names:
        data = (SAMPLES / "originals" / name).read_bytes()
        (scans / name).write_bytes(scanned(data, dpi=DPI, seed=len(name), **KINDS[kind]))  # type: ignore[arg-type]
    tally = Tally(documents=len(names))
    command = [sys.executable, "-m", "redactor", "run", str(scans), "--out", str(folder / "out"), "--json"]
    began = time.perf_counter()
    run = subprocess.run(
        [*command, "--matter", str(SAMPLES / "matter.yaml"), "--jobs", str(jobs)],
        capture_output=True,
        text=True,
        check=False,
    )
    tally.seconds = time.perf_counter() - began
    if not run.stdout:
        raise SystemExit(run.stderr)
    with (folder / "out" / "work-product" / "crosswalk.csv").open(encoding="utf-8") as file:
        produced = {Path(row["source_path"]).name: row["produced_path"] for row in csv.DictReader(file)}
    with (folder / "out" / "work-product" / "held.csv").open(encoding="utf-8") as file:
        tally.held = [", ".join(row.values()) for row in csv.DictReader(file)]
    for name in names:
        with pypdfium2.PdfDocument(scans / name) as document:
            tally.pages += len(document)
        tally.bare += bare_seconds(scans / name)
        if produced.get(name):
            _compare(name, truth[name], text_of(scans / name), text_of(folder / "out" / produced[name]), tally)
    return tally


def _compare(name: str, marks: dict[str, list[str]], before: str, after: str, tally: Tally) -> None:
    tally.protected += len(marks["protected"])
    tally.leaked += [f"{name}: {value}" for value in marks["protected"] if stands(value, after)]
    wanted = Counter(word for value in marks["must_stay"] for word in _WORD.findall(one_line(value)))
    seen, left = Counter(_WORD.findall(before)), Counter(_WORD.findall(after))
    for word, count in wanted.items():
        tally.must_stay += count
        tally.readable_before += min(count, seen[word])
        tally.readable_after += min(count, left[word])
        tally.readable_both += min(count, seen[word], left[word])
        if missing := min(count, seen[word]) - min(count, seen[word], left[word]):
            tally.lost[f"{name}: {word}"] += missing


def report(kind: str, tally: Tally, *, verbose: bool) -> None:
    """The figures of one kind, a line each."""
    kept = 100 * tally.readable_both / max(1, tally.readable_before)
    whole = 100 * tally.readable_after / max(1, tally.must_stay)
    pages = max(1, tally.pages)
    print(f"{kind}: {tally.documents} documents, {tally.pages} pages; held: {len(tally.held)}")
    print(f"  protected strings readable: {len(tally.leaked)} of {tally.protected}")
    print(f"  must-stay words that OCR read on the scan and still reads: {kept:.1f} %; of all: {whole:.1f} %")
    print(f"  seconds a page: {tally.seconds / pages:.1f} in all, {tally.bare / pages:.1f} for the bare engine once")
    for what in [f"held: {item}" for item in tally.held] + [f"readable: {item}" for item in tally.leaked]:
        print(f"    {what}")
    if verbose:
        print(f"    lost: {dict(tally.lost.most_common(60))}")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="every document of the matter")
    parser.add_argument("--kind", action="append", choices=list(KINDS), help="only this kind (may be repeated)")
    parser.add_argument("--document", action="append", help="only this original (may be repeated)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="where scans and outputs stay")
    parser.add_argument("--verbose", action="store_true", help="list the words that were lost")
    asked = parser.parse_args()
    every = sorted(json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8")))
    names = asked.document or (every if asked.all else list(FEW))
    good = True
    with tempfile.TemporaryDirectory() as temporary:
        for kind in asked.kind or KINDS:
            tally = measured(kind, names, (asked.keep or Path(temporary)) / kind, asked.jobs)
            report(kind, tally, verbose=asked.verbose)
            good = good and not tally.leaked and tally.readable_both >= 0.97 * tally.readable_before
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
