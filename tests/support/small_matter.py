"""Takes a few drawn papers through scan and release in this process, for a matter file that a test writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from paper import write_pdf
from volume_reading import rows

from redactor.engines import Serial
from redactor.pipeline import Job, Release, release, scan
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.scan import Scan

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)

SEED = """\
matter: {name: Example v. Agency, docket: 19-cv-0001, court: S.D.N.Y.}
counsel: [Pat Counselor]
requests:
  - number: 8
    served: 2020-01-03
    response:
      served: 2020-02-03
      asserted: [RELEVANCE, TPS, 1367-U, 1367-T, 1367-VAWA, ASYLUM]
      withholding_statement: Responsive materials are being withheld in part.
orders:
  - {ecf: 68, date: 2020-02-03, kind: protective order, permits: [PO], officers: produce}
stipulations:
  - {date: 2020-02-11, kind: stated non-opposition, permits: [AGREED]}
bates: {prefix: TEST, digits: 6, start: 1}
legend: CONFIDENTIAL
"""
"""The seed data of law.md section 6.4: what was asserted, ordered and agreed in the reference matter."""

Papers = Mapping[str, Sequence[str]]
"""Lines of one page by the name of the original."""


@dataclass(frozen=True)
class SmallMatter:
    """A matter folder with its originals drawn and its matter file written."""

    folder: Path

    @property
    def work_product(self) -> Path:
        return self.folder / "out" / "work-product"

    @property
    def productions(self) -> Path:
        return self.folder / "out" / "productions"

    @property
    def log(self) -> list[dict[str, str]]:
        """The served log of the first volume."""
        return rows(self.productions / "VOL001" / "LOG" / "redaction-log.csv")

    def job(self, profile: str | None = None) -> Job:
        return Job(
            (self.folder / "originals",),
            MatterFolder(self.folder / "out"),
            self.folder / "matter.yaml",
            Serial(),
            NOW,
            lambda stage, done, total: None,
            profile,
        )

    def scanned(self, profile: str | None = None) -> Scan:
        return scan(self.job(profile))

    def released(self, profile: str | None = None) -> Release:
        job = self.job(profile)
        return release(job, scan(job))

    def text(self, name: str) -> str:
        """The produced text of an original."""
        crosswalk = rows(self.work_product / "crosswalk.csv")
        begin = next(row["begbates"] for row in crosswalk if Path(row["source_path"]).name == name)
        return (self.productions / "VOL001" / "TEXT" / f"{begin}.txt").read_text(encoding="utf-8")


def small_matter(folder: Path, papers: Papers, matter: str = SEED, **files: str) -> SmallMatter:
    """A matter of these papers. ``files`` are written beside the matter file; ``__`` in a name stands for ``.``."""
    for name, lines in papers.items():
        path = folder / "originals" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_pdf(path, [lines])
    (folder / "matter.yaml").write_text(matter, encoding="utf-8")
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return SmallMatter(folder)
