"""``redactor run``: folder or files in, volume out."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from redactor.cli.ending import ending_of
from redactor.cli.render import error_as_json, progress_shown, release_as_json, release_report
from redactor.engines import engine
from redactor.errors import EXIT_HELD_BACK
from redactor.pipeline import Job, Release
from redactor.pipeline import run as run_job
from redactor.pipeline.job import MatterFolder


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Output folder.")
@click.option(
    "--matter",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Matter file. Without it, the output folder's own is used, and made with protective defaults if absent.",
)
@click.option(
    "--engine", "engine_name", default="processes", show_default=True, help="Where work runs: processes, serial."
)
@click.option(
    "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Worker processes. [default: one a core]"
)
@click.option("--json", "as_json", is_flag=True, help="One machine-readable result on standard output.")
def run(paths: tuple[Path, ...], out: Path, matter: Path | None, engine_name: str, jobs: int, as_json: bool) -> None:
    """Find, withhold, verify, log and produce, with nobody in the middle.

    What a rule would refer to a person stays withheld and is listed in work-product/referred.csv.
    """
    absent = [number for number, path in enumerate(paths, 1) if not path.exists()]
    if absent:  # by number: the name of a document may carry an identifier
        raise click.UsageError(
            f"path {', '.join(map(str, absent))} of the {len(paths)} given does not exist", click.get_current_context()
        )
    try:
        with progress_shown(quiet=as_json) as progress:
            job = Job(paths, MatterFolder(out), matter, engine(engine_name, jobs), datetime.now(UTC), progress)
            release = run_job(job)
    except (Exception, KeyboardInterrupt) as error:
        ending = ending_of(error)
        if as_json:
            click.echo(json.dumps(error_as_json(ending)))
        raise ending from error
    _tell(release, out, as_json=as_json)


def _tell(release: Release, out: Path, *, as_json: bool) -> None:
    click.echo(json.dumps(release_as_json(release, out)) if as_json else release_report(release, out))
    if release.held:
        sys.exit(EXIT_HELD_BACK)
