"""Rows that seal one another: each holds an HMAC of the seal before it and of what it says itself.

Without the matter's key nobody can change, remove, insert or exchange rows and make the seals fit again; and a copy of
the newest seal outside the database (``chain-head``) shows when rows were cut off the end.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from redactor.store.records import Broken
from redactor.store.tables import AUDIT, DECISIONS, HEADS

CHAINS: Mapping[str, Table] = {"decisions": DECISIONS, "audit": AUDIT}
_START = "0" * 64
_AT_ONCE = 2000


def chain_key(matter_key: bytes) -> bytes:
    """The key of the seals: derived, so that a seal never answers for a value of the matter."""
    return hmac.new(matter_key, b"redactor: chain of the ledger", hashlib.sha256).digest()


def append(connection: Connection, chain: str, rows: Sequence[Mapping[str, Any]], key: bytes) -> int:
    """Add rows (without number and seal) to a chain, and give the number of the first one.

    The connection must be one that writes: the chain's head is locked until it ends.
    """
    table = CHAINS[chain]
    number, seal = locked_head(connection, chain)
    first = number + 1
    made = []
    for number, row in enumerate(rows, first):
        seal = _seal(key, seal, {**row, "number": number})
        made.append({**row, "number": number, "seal": seal})
    for start in range(0, len(made), _AT_ONCE):
        connection.execute(insert(table), made[start : start + _AT_ONCE])
    if made:
        connection.execute(update(HEADS).where(HEADS.c.chain == chain).values(number=made[-1]["number"], seal=seal))
    return first


def seal_existing(connection: Connection, chain: str, key: bytes) -> None:
    """Seal rows that were written before there were seals, in their order. For the migration alone."""
    table = CHAINS[chain]
    seal, last = _START, 0
    for row in connection.execute(select(table).order_by(table.c.number)).mappings().all():
        seal = _seal(key, seal, row)
        last = row["number"]
        connection.execute(update(table).where(table.c.number == last).values(seal=seal))
    connection.execute(update(HEADS).where(HEADS.c.chain == chain).values(number=last, seal=seal))


def heads(connection: Connection) -> dict[str, tuple[int, str]]:
    """The newest number and seal of each chain, as its rows have them."""
    newest = {}
    for chain, table in CHAINS.items():
        last = select(func.max(table.c.number)).scalar_subquery()
        row = connection.execute(select(table.c.number, table.c.seal).where(table.c.number == last)).first()
        newest[chain] = (row[0], row[1]) if row else (0, _START)
    return newest


def broken(
    connection: Connection, key: bytes, witnessed: Mapping[str, tuple[int, str]], *, most: int = 20
) -> tuple[Broken, ...]:
    """Where the chains do not hold, at most ``most`` places of each; () where they do.

    ``witnessed`` are numbers and seals that were once the newest, kept outside the database.
    """
    found: list[Broken] = []
    for chain, table in CHAINS.items():
        found.extend(_broken_in(connection, chain, table, key, witnessed.get(chain), most))
    return tuple(found)


def _broken_in(
    connection: Connection, chain: str, table: Table, key: bytes, witness: tuple[int, str] | None, most: int
) -> list[Broken]:
    found: list[Broken] = []
    expected, seal = 1, _START
    seen_witness = witness is None or witness[0] == 0
    rows = connection.execution_options(yield_per=_AT_ONCE).execute(select(table).order_by(table.c.number))
    for row in rows.mappings():
        number = row["number"]
        if number != expected:
            found.append(Broken(chain, expected, "is missing"))
        elif not hmac.compare_digest(row["seal"], _seal(key, seal, row)):
            found.append(Broken(chain, number, "was changed, inserted or moved, or the row before it was"))
        if witness is not None and number == witness[0]:
            seen_witness = True
            if row["seal"] != witness[1]:
                found.append(Broken(chain, number, "is not the row that was the newest once"))
        expected, seal = number + 1, row["seal"]
        if len(found) >= most:
            return found
    if not seen_witness and witness is not None:
        found.append(Broken(chain, expected, f"is missing, with all up to {witness[0]}: the end was cut off"))
    head = connection.execute(select(HEADS.c.number, HEADS.c.seal).where(HEADS.c.chain == chain)).first()
    if head is not None and head[0] >= expected and seen_witness:
        found.append(Broken(chain, expected, f"is missing, with all up to {head[0]}: the end was cut off"))
    return found


def locked_head(connection: Connection, chain: str) -> tuple[int, str]:
    """The newest number and seal of a chain, to which nobody else adds until this connection's changes are made."""
    wanted = select(HEADS.c.number, HEADS.c.seal).where(HEADS.c.chain == chain)
    row = connection.execute(wanted.with_for_update()).one()  # SQLite locks at BEGIN IMMEDIATE instead
    return row[0], row[1]


def _seal(key: bytes, before: str, row: Mapping[Any, Any]) -> str:
    said = {name: _plain(value) for name, value in row.items() if name != "seal" and value is not None}
    content = json.dumps(said, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hmac.new(key, f"{before}\n{content}".encode(), hashlib.sha256).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    return value
