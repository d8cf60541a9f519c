"""``redactor run``: folder or files in, volume out."""

from __future__ import annotations

from pathlib import Path

import click

from redactor.cli.work import Options, tell, work_options, worked
from redactor.pipeline import run as run_job


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Output folder.")
@click.option(
    "--matter",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Matter file. Without it, the output folder's own is used, and made with protective defaults if absent.",
)
@work_options
def run(
    paths: tuple[Path, ...],
    out: Path,
    matter: Path | None,
    engine_name: str,
    jobs: int,
    as_json: bool,
    profile: str | None,
) -> None:
    """Find, withhold, verify, log and produce, with nobody in the middle.

    What a rule would refer to a person stays withheld and is listed in work-product/referred.csv.
    """
    absent = [number for number, path in enumerate(paths, 1) if not path.exists()]
    if absent:  # by number: the name of a document may carry an identifier
        raise click.UsageError(f"path {', '.join(map(str, absent))} of the {len(paths)} given does not exist")
    release = worked(run_job, paths, out, matter, Options(engine_name, jobs, as_json, profile))
    tell(release, out, as_json=as_json)
