"""``redactor rules diff``: what another profile, packs or an edited matter file would change of the latest scan."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from redactor.cli.packs import named_here
from redactor.cli.render_rules import difference_as_json, difference_report
from redactor.pipeline import difference
from redactor.pipeline.job import MatterFolder


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--profile", help="Profile to compare with. [default: the matter's]")
@click.option(
    "--pack", "packs", multiple=True, help="Rule packs to compare with, in their order, instead of the matter's."
)
@click.option(
    "--matter",
    "matter_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Matter file to compare with. [default: that of the latest scan, as it reads now]",
)
@click.option("--json", "as_json", is_flag=True, help="One machine-readable result on standard output.")
def diff(folder: Path, profile: str | None, packs: Sequence[str], matter_file: Path | None, as_json: bool) -> None:
    """Show which decisions on FOLDER's latest scan would change, before anything is issued again.

    FOLDER is a matter folder, or the --out of a run. Nothing in it is changed, and what a person decided stays.
    """
    found = difference(MatterFolder(folder), matter_file=matter_file, profile=profile, packs=named_here(packs))
    click.echo(json.dumps(difference_as_json(found)) if as_json else difference_report(found))
