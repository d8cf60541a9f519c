"""``redactor rules``: validate rule packs, say what they decide and would change, and print the schema for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from redactor.cli.rules_diff import diff
from redactor.cli.rules_explain import explain_
from redactor.decide import check_examples, json_schema, load_packs, shipped
from redactor.errors import RulePackError


@click.group()
def rules() -> None:
    """Validate rule packs, and see what they decide and would change."""


rules.add_command(explain_)
rules.add_command(diff)


@rules.command()
@click.argument("packs", nargs=-1)
def check(packs: tuple[str, ...]) -> None:
    """Validate packs by name or folder and run their examples; without a name, every pack that is shipped.

    Packs that are named together must also go together, as under `packs` in matter.yaml.
    """
    failures = []
    read = load_packs(packs, (Path.cwd(),)) if packs else [load_packs([name])[0] for name in shipped()]
    for pack in read:
        problems = list(check_examples(pack))
        failures += problems
        click.echo(f"{pack.id}: {len(pack.rules)} rules, {len(pack.examples)} examples, {len(problems)} failures")
    if failures:
        raise RulePackError("\n  ".join(failures), remedy="Correct the rule or the example.")


@rules.command()
def schema() -> None:
    """Print the JSON schema of a rule pack's files."""
    click.echo(json.dumps(json_schema(), indent=2))
