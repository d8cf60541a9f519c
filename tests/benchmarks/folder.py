"""Any folder of PDFs through the whole pipeline: what is produced, what is held, boxes and seconds a page.

    python -m tests.benchmarks.folder FOLDER [OUT]

Run on public court filings, where hardly anybody needs protection, the boxes a page are mostly boxes too many.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path


def main(folder: Path, out: Path) -> int:
    if not folder.is_dir():
        print(f"{folder} is not here; this benchmark needs a folder of PDFs")
        return 0
    began = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-m", "redactor", "run", str(folder), "--out", str(out), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - began
    if not run.stdout:
        print(run.stderr)
        return run.returncode
    result = json.loads(run.stdout)
    pages = max(1, result["pages"])
    print(f"exit code {run.returncode}; traceback: {'Traceback' in run.stderr}")
    print(f"produced: {result['documents']} documents, {result['pages']} pages; held: {len(result['held'])}")
    print(f"boxes: {result['redactions']} ({result['redactions'] / pages:.2f} a page); referred: {result['referred']}")
    print(f"seconds: {seconds:.1f} ({seconds / pages:.2f} a page)")
    for reason, count in Counter(item["reason"] for item in result["held"]).most_common():
        print(f"  held {count}: {reason}")
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch) / "out"))
