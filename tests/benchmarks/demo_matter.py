"""How much of what the demo matter marks is gone, and how much of what must stay still stands.

    python -m tests.benchmarks.demo_matter [OUT]

The recognizers were tuned on this matter, so these are in-sample figures: they show that the house works, not how well
it finds people in papers nobody tuned it on.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypdfium2

SAMPLES = Path(__file__).parents[2] / "samples" / "demo-matter"


def one_line(text: str) -> str:
    """White space collapsed, and pdfium's mark for a hyphen at a line end written as one."""
    return re.sub(r"\s+", " ", text.replace("\ufffe", "-").replace("\x02", "-"))


def produced_text(pdf: Path) -> str:
    """The words of a produced PDF as pdfium reads them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return one_line("\n".join(page.get_textpage().get_text_range() for page in document))


def stands(needle: str, text: str) -> bool:
    """Whether the string stands in the text as whole words."""
    return re.search(rf"(?<!\w){re.escape(one_line(needle))}(?!\w)", text) is not None


def main(out: Path) -> int:
    began = time.perf_counter()
    command = [sys.executable, "-m", "redactor", "run", str(SAMPLES / "originals"), "--out", str(out), "--json"]
    run = subprocess.run(
        [*command, "--matter", str(SAMPLES / "matter.yaml")], capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - began
    result = json.loads(run.stdout)
    truth = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
    with (out / "work-product" / "crosswalk.csv").open(encoding="utf-8") as file:
        produced = {Path(row["source_path"]).name: row["produced_path"] for row in csv.DictReader(file)}
    missed, covered, protected, must_stay = [], [], 0, 0
    for name, marks in truth.items():
        text = produced_text(out / produced[name]) if produced[name] else ""
        protected += len(marks["protected"])
        must_stay += len(marks["must_stay"])
        missed += [(name, value) for value in marks["protected"] if stands(value, text)]
        covered += [(name, value) for value in marks["must_stay"] if not stands(value, text)]
    print(f"protected strings gone: {protected - len(missed)} of {protected}")
    print(f"must-stay strings readable: {must_stay - len(covered)} of {must_stay}")
    print(
        f"boxes: {result['redactions']} on {result['pages']} pages; referred: {result['referred']}; held: {len(result['held'])}"
    )
    print(f"seconds: {seconds:.1f} in all, {seconds / max(1, result['pages']):.2f} a page")
    for kind, listed in (("not gone", missed), ("not readable", covered)):
        for name, value in listed:
            print(f"  {kind}: {name}: {value}")
    return 1 if missed or covered else 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "out"))
