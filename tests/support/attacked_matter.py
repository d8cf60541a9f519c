"""Takes drawn originals through a whole run, in this process, for a matter that knows whose name is hidden in them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from drawn_originals import SECRET, Change, drawn, leaks, shown_text, words

from redactor.engines import Serial
from redactor.matter.default import DEFAULT
from redactor.pipeline import Job, run
from redactor.pipeline.job import MatterFolder
from redactor.shadow import squash

PLAIN = "The teams of officers cover the five boroughs."
"""What every original says besides, and every copy must go on saying."""

_FIRST, _LAST = SECRET.split()
_KNOWN = f"""roster:
  - {{last_name: {_LAST}, first_name: {_FIRST}, role: subject, form: I-918, filed: 2019-12-19, status: pending}}
"""
_NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Produced:
    """What became of one original: ``status`` as in the crosswalk, and the files of the volume that stand for it."""

    status: str
    pdf: bytes = b""
    text: str = ""

    @property
    def leaks(self) -> list[str]:
        """Where a word of the secret is left, however it is spelled or spread. Empty is what a test wants."""
        found = leaks(self.pdf)
        for place, text in (("page", shown_text(self.pdf)), ("TEXT", self.text)):
            found += [f"{place}: {word}" for word in SECRET.split() if squash(word) in squash(text)]
        return found


def produced(folder: Path, originals: Mapping[str, bytes]) -> dict[str, Produced]:
    """One run over all of the originals; each under the name that it has here, which is not its file's."""
    given = folder / "given"
    given.mkdir()
    files = {f"sheet {number}.pdf": name for number, name in enumerate(originals)}
    for file_name, name in files.items():
        (given / file_name).write_bytes(originals[name])
    matter = folder / "matter.yaml"
    matter.write_text(DEFAULT.replace("roster: []\n", _KNOWN), encoding="utf-8")
    out = MatterFolder(folder / "out")
    run(Job((given,), out, matter, Serial(), _NOW, lambda stage, done, total: None))
    ended = {}
    with (out.work_product / "crosswalk.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            name = files.get(Path(row["source_path"]).name, row["source_path"])  # an attachment has a row of its own
            ended[name] = Produced(row["status"])
            if row["status"] == "produced":
                pdf = out.path / row["produced_path"]
                text = pdf.parents[1] / "TEXT" / f"{pdf.stem}.txt"
                ended[name] = Produced("produced", pdf.read_bytes(), text.read_text(encoding="utf-8"))
    return ended


def sheet(number: int, *more: bytes, change: Change | None = None) -> bytes:
    """An original of one page that says what it must go on saying, and then ``more``."""
    return drawn(words(72, 72, f"{PLAIN} Sheet {number}.") + b"".join(more), change=change)


def assert_clean(copy: Produced) -> None:
    """The copy was produced, says what the original says, and holds no word of the secret."""
    assert copy.status == "produced"
    assert copy.leaks == []
    assert squash(PLAIN) in squash(shown_text(copy.pdf))
    assert squash(PLAIN) in squash(copy.text)
