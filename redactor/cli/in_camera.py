"""``redactor in-camera``: the set that a court reads to judge the boxes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from redactor.cli.work import Options, originals_of, work_options, worked
from redactor.errors import EXIT_HELD_BACK
from redactor.pipeline import CameraSet, Job, camera_set
from redactor.pipeline import scan as scan_job

_SHORTEST = 12
"""Characters of a password: files that leave on a stick can be tried for years."""


@click.command("in-camera")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--password-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File whose first line is the password. Without it, the password is asked for.",
)
@work_options
def in_camera(
    folder: Path, password_file: Path | None, engine_name: str, jobs: int, as_json: bool, profile: str | None
) -> None:
    """Write FOLDER/in-camera/SETnnn: the documents unredacted, every proposed box outlined and numbered, for the court.

    Every file is encrypted. The set is no part of any volume, and no volume is changed.
    """
    password = _password(password_file)

    def made(job: Job) -> CameraSet:
        with job.folder.locked():
            return camera_set(job, scan_job(job), password)

    result = worked(made, originals_of(folder), folder, None, Options(engine_name, jobs, as_json, profile))
    click.echo(json.dumps(_as_json(result)) if as_json else _report(result))
    if result.left_out:
        sys.exit(EXIT_HELD_BACK)


def _password(file: Path | None) -> str:
    if file is None:
        password: str = click.prompt("Password for the set", hide_input=True, confirmation_prompt=True, err=True)
    else:
        password = (file.read_text(encoding="utf-8").splitlines() or [""])[0]
    if len(password) < _SHORTEST:
        raise click.UsageError(f"the password needs at least {_SHORTEST} characters")
    return password


def _as_json(made: CameraSet) -> dict[str, object]:
    return {
        "folder": str(made.folder),
        "documents": made.documents,
        "boxes": made.boxes,
        "left_out": made.left_out,
    }


def _report(made: CameraSet) -> str:
    lines = [
        f"{made.folder}: {made.documents} documents, {made.boxes} proposed boxes, INDEX.pdf first.",
        "  UNREDACTED. Submit it under seal, give the password by another way, and never file it.",
    ]
    if made.left_out:
        lines.append(f"  {made.left_out} files could not be read and are not in it: work-product/held.csv")
    return "\n".join(lines)
