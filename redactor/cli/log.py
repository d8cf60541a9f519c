"""``redactor log audit``: whether the ledger of decisions and the audit trail are as they were written."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from redactor.errors import EXIT_TAMPERED
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.ledger import audited


@click.group()
def log() -> None:
    """The ledger of decisions and the audit trail."""


@log.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One machine-readable result on standard output.")
def audit(folder: Path, as_json: bool) -> None:
    """Check that no line of FOLDER's ledger or audit trail was changed, removed, inserted, moved or cut off.

    Every line is sealed with the matter's key, over the seal of the line before it. Ends with exit code 15 where a seal
    does not hold. Nothing is changed.
    """
    found = audited(MatterFolder(folder))
    if as_json:
        broken = [{"chain": each.chain, "line": each.number, "what": each.what} for each in found.broken]
        click.echo(json.dumps({"lines": dict(found.lengths), "broken": broken}))
    else:
        for each in found.broken:
            click.echo(f"{each.chain}, line {each.number}: {each.what}")
        lines = ", ".join(f"{number} lines of {chain}" for chain, number in found.lengths.items())
        click.echo(f"{lines}: {'NOT as they were written' if found.broken else 'as they were written'}")
    if found.broken:
        sys.exit(EXIT_TAMPERED)
