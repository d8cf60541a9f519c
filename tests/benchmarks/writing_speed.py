"""Pages of text written and verified in a second: the demo matter, and one long document of text.

    python -m tests.benchmarks.writing_speed [PAGES]

Only the release's part is timed: scan and logs are not. Two workers; one document is one worker's, however long.
On a machine that is busy with other things, the processor time is the figure to compare.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import pymupdf

from redactor.engines import engine
from redactor.pipeline import Job, scan
from redactor.pipeline.copies import copies_of, copy_tasks, planned
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.numbering import numbering

DEMO = Path(__file__).parents[2] / "samples" / "demo-matter"
WORKERS = 2
PAGES = 200
SURNAMES = ("Quintanilla", "Cardozo", "Villatoro", "Menchaca", "Okonjo")
LINES = (
    "The officer met {} at the courthouse door on the second floor, and nobody else was there.",
    "The file was reviewed by the supervisor, who found that the form was complete and signed.",
    "A-Number: A2{:02d}-555-{:03d}. The certificate was served in person and by first-class mail.",
    "The provisions of 8 U.S.C. 1367 have been complied with; the location is named on the next page.",
)


def long_document(path: Path, pages: int) -> None:
    """Pages of prose with a name and a number in every fourth line; everybody is invented."""
    with pymupdf.open() as document:
        for page in range(pages):
            sheet = document.new_page(width=612, height=792)
            writer = pymupdf.TextWriter(sheet.rect)
            for line in range(40):
                name = f"Respondent: Marisol {SURNAMES[(page + line) % len(SURNAMES)]}"
                text = LINES[line % 4]
                text = text.format(name) if line % 4 == 0 else text.format(page % 100, (page * 7 + line) % 1000)
                writer.append((72, 80 + 16 * line), text, fontsize=9)
            writer.write_text(sheet)
        document.save(path, deflate=True)


def speed(paths: tuple[Path, ...], matter: Path | None, out: Path) -> tuple[int, float, float, int]:
    """Pages written and verified, the seconds that took, the processors' seconds, and documents held."""
    folder = MatterFolder(out)
    job = Job(paths, folder, matter, engine("processes", WORKERS), datetime.now(UTC), lambda *_: None)
    with folder.locked():
        found = scan(job)
        made = planned(found)
        numbers = numbering(job, found, made.plans, made.in_full)
        tasks = copy_tasks(job, found, made, numbers.endorsements, folder.new_staging())
        began, worked = time.perf_counter(), _processor_seconds()
        copies = copies_of(job, tasks)
        seconds, worked = time.perf_counter() - began, _processor_seconds() - worked
    return sum(len(each.copy.endorsement.numbers) for each in copies.verified), seconds, worked, len(copies.held)


def _processor_seconds() -> float:
    """Of this process and of its workers that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main(pages: int) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        long_document(folder / "long.pdf", pages)
        for what, paths, matter in (
            ("demo matter", (DEMO / "originals",), DEMO / "matter.yaml"),
            (f"one document of {pages} pages", (folder / "long.pdf",), None),
        ):
            done, seconds, worked, held = speed(paths, matter, folder / what.replace(" ", "-"))
            rate = done / seconds if seconds else 0.0
            each = 1000 * worked / done if done else 0.0
            print(
                f"{what}: {done} pages in {seconds:.1f} s, {rate:.1f} pages/s; {each:.0f} ms of processor time a page; "
                f"{held} documents held"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES))
