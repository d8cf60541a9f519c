"""``redactor verify``: doubt a volume or a PDF, whoever made it."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from redactor.cli.render import progress_shown
from redactor.cli.work import ORIGINALS
from redactor.engines import engine
from redactor.errors import VolumeVerificationError
from redactor.pipeline import Job, Verdict, doubted, verified_again
from redactor.pipeline.job import MatterFolder

_SHOWN = 20


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--matter",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Matter folder (with originals/): also look for everything that this matter withholds.",
)
@click.option("--json", "as_json", is_flag=True, help="One machine-readable result on standard output.")
def verify(path: Path, folder: Path | None, as_json: bool) -> None:
    """Look in PATH, a PDF or a folder of PDFs, for redactions that can be undone.

    Letters under boxes, text that nothing shows, layers, fields, metadata, earlier versions. Nothing is changed. Ends
    with 8 where anything was found.
    """
    verdicts = list(doubted(path))
    if folder is not None:
        with progress_shown(quiet=as_json) as progress:
            work = engine("processes", 2)
            job = Job((folder / ORIGINALS,), MatterFolder(folder), None, work, datetime.now(UTC), progress)
            with job.folder.locked():
                verdicts.append(verified_again(path, job))
    click.echo(json.dumps([_as_json(verdict) for verdict in verdicts]) if as_json else _report(verdicts))
    if any(verdict.failed for verdict in verdicts):
        sys.exit(VolumeVerificationError.exit_code)


def _as_json(verdict: Verdict) -> dict[str, object]:
    checks = [{"name": c.name, "passed": c.passed, "problems": list(c.problems)} for c in verdict.checks]
    return {"place": verdict.place, "passed": not verdict.failed, "checks": checks}


def _report(verdicts: list[Verdict]) -> str:
    lines = []
    for verdict in verdicts:
        lines.append(f"{verdict.place}: {'FAILED' if verdict.failed else 'nothing found'}")
        for check in verdict.failed:
            lines.append(f"  {check.name}:")
            lines += [f"    {problem}" for problem in check.problems[:_SHOWN]]
            if more := len(check.problems) - _SHOWN:
                lines += [f"    and {more} more"] if more > 0 else []
    return "\n".join(lines)
