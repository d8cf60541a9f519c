"""``redactor init``, ``scan`` and ``release``: the job of ``run`` in steps, on a matter folder of its own."""

from __future__ import annotations

import json
from pathlib import Path

import click

from redactor.cli.render import scan_as_json, scan_report
from redactor.cli.work import ORIGINALS, Options, originals_of, tell, work_options, worked
from redactor.matter import write_default
from redactor.pipeline import Job, Scan, release_reviewed
from redactor.pipeline import scan as scan_job

_MATTER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("folder", type=_MATTER)
def init(folder: Path) -> None:
    """Make FOLDER ready: a commented matter.yaml to fill in, and originals/ to put documents into."""
    (folder / ORIGINALS).mkdir(parents=True, exist_ok=True)
    if (folder / "matter.yaml").exists():
        raise click.UsageError(f"{folder / 'matter.yaml'} is there already; nothing was changed")
    write_default(folder / "matter.yaml")
    click.echo(
        f"Fill in {folder / 'matter.yaml'}, put documents into {folder / ORIGINALS}, then: redactor scan {folder}"
    )


@click.command()
@click.argument("folder", type=_MATTER)
@work_options
def scan(folder: Path, engine_name: str, jobs: int, as_json: bool, profile: str | None) -> None:
    """Find identifiers in FOLDER/originals and propose a decision on each. Nothing is written for others."""

    def scanned(job: Job) -> Scan:
        with job.folder.locked():
            return scan_job(job)

    found = worked(scanned, originals_of(folder), folder, None, Options(engine_name, jobs, as_json, profile))
    click.echo(json.dumps(scan_as_json(found)) if as_json else scan_report(found))


@click.command()
@click.argument("folder", type=_MATTER)
@work_options
def release(folder: Path, engine_name: str, jobs: int, as_json: bool, profile: str | None) -> None:
    """Write, verify, log and produce what FOLDER's reviewers decided.

    What has not been scanned yet, or has changed since, is scanned first. While something that a person must answer
    is open, nothing is released (exit code 14): see `redactor review`.
    """
    made = worked(release_reviewed, originals_of(folder), folder, None, Options(engine_name, jobs, as_json, profile))
    tell(made, folder, as_json=as_json)
