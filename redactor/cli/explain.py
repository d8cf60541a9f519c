"""``redactor explain``: why a span was flagged, by which recognizers, and which rule decided."""

from __future__ import annotations

import json
from pathlib import Path

import click

from redactor.cli.render_account import account_as_json, account_report
from redactor.pipeline.account import account_of, text_of
from redactor.pipeline.job import MatterFolder


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("finding")
@click.option("--show", is_flag=True, help="Print also what stands there, and the document's path.")
@click.option("--json", "as_json", is_flag=True, help="One machine-readable result on standard output.")
def explain(folder: Path, finding: str, show: bool, as_json: bool) -> None:
    """Tell why FINDING was flagged and who decided about it.

    FOLDER is a matter folder, or the --out of a run; FINDING an id of its latest scan, or the beginning of one. The
    identifier itself is not printed unless you ask for it. Nothing is changed.
    """
    found = account_of(MatterFolder(folder), finding)
    text = text_of(MatterFolder(folder), found) if show else None
    click.echo(json.dumps(account_as_json(found, text)) if as_json else account_report(found, text))
