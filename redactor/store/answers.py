"""What people decide: lines of the ledger, added under a lock and never changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from redactor.errors import InputError, ReviewConflictError
from redactor.model import Decision, DocumentId, FindingId, Rect
from redactor.store.audit import note
from redactor.store.chain import append, locked_head
from redactor.store.connection import Database
from redactor.store.notes import add_box
from redactor.store.queue import kept
from redactor.store.records import Account, Answer, Entry, Found, Kept, KeptBox, Standing
from redactor.store.rows import DECISION, decision_row, entry_of, found_of, found_row, kept_of, standing_row
from redactor.store.tables import DECISIONS, DOCUMENTS, FINDINGS

_AT_ONCE = 500
_NAMED = 3


def answer(database: Database, key: bytes, who: str, answers: Sequence[Answer], event: str) -> tuple[Kept, ...]:
    """Write one line of the ledger for each answer, all or none. ``who`` enters them, ``event`` names the act in the
    audit trail.

    Raises ReviewConflictError, and writes nothing, where a finding has moved on since it was seen; InputError for a
    finding that does not exist.
    """
    ids = [each.account.kept.finding for each in answers]
    with database.writing() as connection:
        locked_head(connection, "decisions")
        versions = _versions(connection, ids)
        _require_unmoved(connection, answers, versions)
        lines = [decision_row(each.decision, who, each.stands, each.confirms) for each in answers]
        first = append(connection, "decisions", lines, key)
        for number, each in enumerate(answers, first):
            _place(connection, each, number)
        detail = {"lines": [first, first + len(lines) - 1]}
        one = ids[0] if len(ids) == 1 else None
        note(connection, key, who, event, answers[0].decision.at, finding=one, detail=detail)
        after = kept(connection, ids)
        settled = [e.account.kept.finding for e in answers if not e.account.kept.present and e.stands is None]
        if settled:  # what had vanished has been answered for; the ledger keeps all of it
            connection.execute(delete(FINDINGS).where(FINDINGS.c.id.in_(settled)))
    return tuple(after[finding] for finding in ids)


def accounts(connection: Connection, ids: Sequence[FindingId]) -> tuple[Account, ...]:
    """Each finding with what is decided on it. Raises InputError where there is none such."""
    rows: dict[str, Any] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = select(FINDINGS, DOCUMENTS.c.control, DOCUMENTS.c.assigned).join_from(FINDINGS, DOCUMENTS)
        found = connection.execute(some.where(FINDINGS.c.id.in_(ids[start : start + _AT_ONCE]))).mappings()
        rows |= {row["id"]: row for row in found}
    if missing := [each for each in ids if each not in rows]:
        raise _unknown(missing)
    numbers = sorted({row[name] for row in rows.values() for name in ("version", "in_force")})
    lines: dict[int, Entry] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        some_lines = select(DECISIONS).where(DECISIONS.c.number.in_(numbers[start : start + _AT_ONCE]))
        lines |= {row["number"]: entry_of(row) for row in connection.execute(some_lines).mappings()}
    return tuple(
        Account(
            kept=kept_of(rows[each]),
            found=found_of(rows[each]),
            newest=lines.get(rows[each]["version"]),
            in_force=lines[rows[each]["in_force"]].decision if rows[each]["in_force"] in lines else None,
            in_force_number=rows[each]["in_force"],
            proposal=DECISION.validate_python(rows[each]["proposal"]) if rows[each]["proposal"] else None,
        )
        for each in ids
    )


def entries(connection: Connection, finding: FindingId) -> tuple[Entry, ...]:
    """The lines of the ledger on one finding, the oldest first."""
    wanted = select(DECISIONS).where(DECISIONS.c.finding == finding).order_by(DECISIONS.c.number)
    return tuple(map(entry_of, connection.execute(wanted).mappings()))


def _versions(connection: Connection, ids: Sequence[FindingId]) -> Mapping[FindingId, int]:
    versions: dict[FindingId, int] = {}
    for start in range(0, len(ids), _AT_ONCE):
        wanted = select(FINDINGS.c.id, FINDINGS.c.version).where(FINDINGS.c.id.in_(ids[start : start + _AT_ONCE]))
        versions |= {FindingId(row[0]): row[1] for row in connection.execute(wanted)}
    return versions


def _require_unmoved(connection: Connection, answers: Sequence[Answer], versions: Mapping[FindingId, int]) -> None:
    moved = [each for each in answers if versions.get(each.account.kept.finding) != each.seen]
    if not moved:
        return
    finding = moved[0].account.kept.finding
    if finding not in versions:
        raise ReviewConflictError(
            f"finding {finding} is not there any more: the matter was scanned again; nothing was written"
        )
    row = connection.execute(select(DECISIONS).where(DECISIONS.c.number == versions[finding])).mappings().first()
    by = f" by {entry_of(row).entered_by}" if row is not None else ""
    others = f", and so were {len(moved) - 1} others" if len(moved) > 1 else ""
    raise ReviewConflictError(f"finding {finding} was decided{by} since you looked at it{others}; nothing was written")


def _place(connection: Connection, each: Answer, number: int) -> None:
    """The finding's row as it stands with its new line."""
    account = each.account
    changed = standing_row(each.standing, each.in_force, account.found.finding, account.kept.position)
    changed["version"] = number
    changed["in_force"] = number if each.stands is None else each.stands
    if each.stands is not None:
        changed["decided_by"] = each.decision.actor
    connection.execute(update(FINDINGS).where(FINDINGS.c.id == account.kept.finding).values(**changed))


def _unknown(missing: Sequence[FindingId]) -> InputError:
    named = ", ".join(missing[:_NAMED])
    return InputError(f"no finding has the id {named}", remedy="It may be of an earlier scan; look at the queue again.")


def add_drawn(
    database: Database,
    key: bytes,
    who: str,
    place: tuple[DocumentId, int, Rect],
    made: Callable[[KeptBox], tuple[Found, Decision, Standing]],
    at: datetime,
) -> Kept:
    """Keep a box (document, page, area) with its finding and the decision on it, which ``made`` makes of the box."""
    document, page, _ = place
    with database.writing() as connection:
        locked_head(connection, "decisions")
        box = add_box(connection, *place, who, at)
        found, decision, standing = made(box)
        number = append(connection, "decisions", [decision_row(decision, who)], key)
        before = select(func.max(FINDINGS.c.position)).where(FINDINGS.c.document == document, FINDINGS.c.page <= page)
        position = connection.scalar(before) or 0
        row = {
            **found_row(found, position, 1),
            **standing_row(standing, decision, found.finding, position),
            "version": number,
            "in_force": number,
        }
        connection.execute(insert(FINDINGS).values(**row))
        note(connection, key, who, "draw", at, document=document, page=page, finding=found.finding.id)
        return kept(connection, [found.finding.id])[found.finding.id]
