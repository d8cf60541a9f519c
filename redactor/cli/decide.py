"""``redactor decide``: answer findings from the terminal, one by one, all that are alike, or from a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from redactor.cli.person import person_at
from redactor.errors import ReviewConflictError
from redactor.matter import load_matter
from redactor.model import BasisCode, Category, Disposition, FindingId
from redactor.pipeline.desk import open_desk
from redactor.pipeline.difference import latest_scan
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.round_trip import imported
from redactor.review.desk import Desk
from redactor.review.records import Choice, Item, Reviewer, State

_CHOICES = click.Choice([each.value for each in Disposition])


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("finding", required=False)
@click.argument("disposition", required=False, type=_CHOICES)
@click.option("--reason", default="", help="Why; required to produce.")
@click.option("--basis", "bases", multiple=True, help="Code of a basis that was asserted; may be given several times.")
@click.option("--category", type=click.Choice([each.value for each in Category]), help="What the finding really is.")
@click.option("--note", default="", help="A note for the ledger.")
@click.option("--like", is_flag=True, help="All findings of the matter with the same value, a decision for each.")
@click.option("--seen", type=int, help="Version that you looked at, as `redactor review --list` shows it.")
@click.option("--undo", is_flag=True, help="Take back your newest decision on FINDING.")
@click.option(
    "--import", "sheet", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take the decisions of a filled-in spreadsheet of `redactor review --export`, all of them or none.",
)  # fmt: skip
@click.option("--name", help="Your name, for the ledger. [default: the matter's only reviewer, or your login name]")
@click.option("--json", "as_json", is_flag=True, help="One machine-readable result on standard output.")
def decide(
    folder: Path,
    finding: str | None,
    disposition: str | None,
    reason: str,
    bases: Sequence[str],
    category: str | None,
    note: str,
    like: bool,
    seen: int | None,
    undo: bool,
    sheet: Path | None,
    name: str | None,
    as_json: bool,
) -> None:
    """Decide that FINDING (an id of `redactor review FOLDER --list`) is produced, redacted, generalised, referred or
    withheld, and say why. The decision goes into the ledger under your name, for good.
    """
    matter_folder = MatterFolder(folder)
    desk = open_desk(matter_folder)
    who = person_at(matter_folder, load_matter(latest_scan(matter_folder).matter_file), name)
    if sheet is not None:
        _alone(finding is None and disposition is None and not undo, "--import takes no FINDING")
        items = imported(desk, who, sheet.read_bytes())
    elif finding is None:
        raise click.UsageError("name a FINDING and a disposition, or --import a spreadsheet")
    elif undo:
        _alone(disposition is None and not like, "--undo takes a FINDING and nothing else")
        items = (desk.undo(who, FindingId(finding), desk.item(FindingId(finding)).version if seen is None else seen),)
    elif disposition is None:
        raise click.UsageError("say what becomes of it: produce, redact, generalise, refer or withhold")
    else:
        choice = Choice(
            Disposition(disposition),
            reason,
            tuple(map(BasisCode, bases)) or None,
            Category(category) if category else None,
            note,
        )
        items = _decided(desk, who, FindingId(finding), choice, seen, like=like)
    click.echo(json.dumps([_as_json(item) for item in items]) if as_json else _report(items, who))


def _alone(right: bool, message: str) -> None:
    if not right:
        raise click.UsageError(message)


def _decided(
    desk: Desk, who: Reviewer, finding: FindingId, choice: Choice, seen: int | None, *, like: bool
) -> tuple[Item, ...]:
    found = desk.item(finding)
    if not like:
        return desk.decide(who, [(finding, found.version if seen is None else seen)], choice)
    every = desk.alike(finding)
    if seen is not None and found.version != seen:
        raise ReviewConflictError(f"finding {finding} was decided since you looked at it; nothing was written")
    return desk.decide(who, [(item.finding, item.version) for item in every], choice)


def _as_json(item: Item) -> dict[str, object]:
    return {
        "finding": item.finding,
        "version": item.version,
        "state": item.state.value,
        "disposition": item.disposition.value,
    }


def _report(items: Sequence[Item], who: Reviewer) -> str:
    waiting = sum(item.state is State.AWAITS_SECOND for item in items)
    said = f"{len(items):,} {'decision' if len(items) == 1 else 'decisions'} by {who.name} in the ledger"
    return said + (f"; {waiting:,} stay withheld until a second reader agrees" if waiting else "")
