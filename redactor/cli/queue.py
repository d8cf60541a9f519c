"""What people must still answer, in the terminal or as a spreadsheet: ``redactor review --list`` and ``--export``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from redactor.model import Category
from redactor.pipeline.desk import open_desk
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.round_trip import exported, items_of
from redactor.produce import write_bytes
from redactor.review.desk import Desk
from redactor.review.records import Filter, Item, State, Why

_OPEN = (State.UNDECIDED, State.AWAITS_SECOND)


def shown(
    folder: Path,
    states: Sequence[str],
    whys: Sequence[str],
    categories: Sequence[str],
    export: Path | None,
    *,
    as_json: bool,
) -> None:
    """Print the queue, or write it as a spreadsheet. Without ``states`` it is what still needs a person."""
    desk = open_desk(MatterFolder(folder))
    wanted = Filter(
        states=frozenset(map(State, states)) or frozenset(_OPEN),
        whys=frozenset(map(Why, whys)),
        categories=frozenset(map(Category, categories)),
    )
    if export is not None:
        data, count = exported(desk, wanted, datetime.now(UTC))
        write_bytes(export, data)
        click.echo(
            f"{count:,} findings, with what stands there: {export}\n"
            "  It holds identifiers. Keep it where work product is kept, and delete it when it is imported."
        )
        return
    items = list(items_of(desk, wanted))
    if as_json:
        click.echo(json.dumps([_as_json(item) for item in items]))
    else:
        _print(items, desk)


def _as_json(item: Item) -> dict[str, object]:
    return {
        "finding": item.finding,
        "version": item.version,
        "control": item.control,
        "page": item.page,
        "category": item.category.value,
        "why": item.why.value,
        "state": item.state.value,
        "disposition": item.disposition.value,
        "basis": list(item.basis),
        "alike": item.alike,
        "assigned": item.assigned,
        "second_reader_needed": item.second_reader_needed,
    }


def _print(items: Sequence[Item], desk: Desk) -> None:
    if not items:
        click.echo("Nothing of that kind waits for a person.")
    else:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in ("Finding", "Version", "Control", "Page", "Category", "Why", "Stands as", "Alike"):
            table.add_column(
                column, justify="right" if column in ("Version", "Page", "Alike") else "left", no_wrap=True
            )
        for item in items:
            page = str(item.page or "")
            table.add_row(
                item.finding, str(item.version), item.control, page, item.category.value, item.why.value,
                item.disposition.value, str(item.alike),
            )  # fmt: skip
        Console(width=None if Console().is_terminal else 160, highlight=False).print(table)
    progress = desk.progress()
    open_ = sum(each.undecided + each.awaiting_second for each in progress)
    decided = sum(each.decided for each in progress)
    click.echo(
        f"{open_:,} findings wait for a person, {decided:,} are decided, {sum(each.findings for each in progress):,} in"
        f" all. What stands there: redactor explain DIR FINDING --show"
    )
