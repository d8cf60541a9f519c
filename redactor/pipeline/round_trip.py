"""The queue into a spreadsheet and a filled-in spreadsheet into the ledger, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from redactor.errors import InputError, NotPermittedError
from redactor.review.desk import Desk
from redactor.review.records import Filter, Item, Reviewer
from redactor.review.sheet import SheetChoice, SheetRow, choices_in, rows_refused, sheet_bytes

_AT_ONCE = 500


def items_of(desk: Desk, wanted: Filter) -> Iterator[Item]:
    """Every item of the queue that is wanted, in its order, the members of a group together."""
    offset = 0
    while groups := desk.queue(wanted, offset, _AT_ONCE).groups:
        for group in groups:
            if group[0].alike > len(group):
                every = (item for item in desk.alike(group[0].finding) if _is_wanted(item, wanted))
                yield from every
            else:
                yield from group
        offset += len(groups)


def _is_wanted(item: Item, wanted: Filter) -> bool:
    return (
        (not wanted.states or item.state in wanted.states)
        and (not wanted.whys or item.why in wanted.whys)
        and (not wanted.categories or item.category in wanted.categories)
        and (wanted.document is None or item.document == wanted.document)
        and (wanted.assigned is None or item.assigned == wanted.assigned)
    )


def exported(desk: Desk, wanted: Filter, now: datetime) -> tuple[bytes, int]:
    """The wanted part of the queue as an XLSX file, with the number of its findings. The file holds identifiers."""
    rows = []
    for item in items_of(desk, wanted):
        told = desk.explain(item.finding)
        rows.append(SheetRow(item, told.text, told.around))
    return sheet_bytes(rows, [code for code, _ in desk.bases()], now), len(rows)


def imported(desk: Desk, who: Reviewer, data: bytes) -> tuple[Item, ...]:
    """The findings that the spreadsheet decides on, as they stand afterwards.

    Raises InputError, naming every row that cannot be taken and why, where any is; then nothing was written.
    ReviewConflictError where somebody decides in the very moment.
    """
    choices = choices_in(data)
    if not choices:
        raise InputError("no row of the spreadsheet is filled in", remedy="Fill in Decision in the rows to decide on.")
    if problems := [f"row {choice.row}: {why}" for choice in choices if (why := _problem(desk, choice))]:
        raise rows_refused(problems)
    try:
        return desk.decide_each(who, [(each.finding, each.version, each.choice) for each in choices])
    except NotPermittedError as error:
        raise NotPermittedError(f"{error}; nothing was taken from the spreadsheet", remedy=error.remedy) from None


def _problem(desk: Desk, choice: SheetChoice) -> str | None:
    try:
        item = desk.item(choice.finding)
    except InputError:
        return "the matter has no such finding now"
    if item.version != choice.version:
        by = f" by {item.decided_by}" if item.decided_by else ""
        return f"decided{by} since the export: it stands as {item.disposition.value} now"
    known = {code for code, _ in desk.bases()}
    if wrong := [code for code in choice.choice.basis or () if code not in known]:
        return f"basis {', '.join(wrong)} was never asserted"
    return None
