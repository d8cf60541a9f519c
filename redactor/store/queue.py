"""What a reviewer is shown next: findings by order, group, document and page, quick on fifty thousand of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select, update

from redactor.model import DocumentId, FindingId
from redactor.store.records import Kept, KeptDocument, Wanted
from redactor.store.rows import STATE_BITS, WHY_BITS, kept_of
from redactor.store.tables import DOCUMENTS, FINDINGS

_COLUMNS = [column for column in FINDINGS.c if column.name not in ("record", "proposal")]
_AT_ONCE = 500


def _joined() -> Select[Any]:
    return select(*_COLUMNS, DOCUMENTS.c.control, DOCUMENTS.c.assigned).join_from(FINDINGS, DOCUMENTS)


def kept(connection: Connection, findings: Sequence[FindingId]) -> dict[FindingId, Kept]:
    """The findings with these ids, those that there are."""
    rows: dict[FindingId, Kept] = {}
    for start in range(0, len(findings), _AT_ONCE):
        some = _joined().where(FINDINGS.c.id.in_(findings[start : start + _AT_ONCE]))
        rows |= {each.finding: each for each in map(kept_of, connection.execute(some).mappings())}
    return rows


def on_page(connection: Connection, document: DocumentId, page: int) -> tuple[Kept, ...]:
    """The findings of one page, in order of place."""
    wanted = _joined().where(FINDINGS.c.document == document, FINDINGS.c.page == page, FINDINGS.c.present)
    return tuple(map(kept_of, connection.execute(wanted.order_by(FINDINGS.c.position)).mappings()))


def listed(connection: Connection, wanted: Wanted, most: int) -> tuple[Kept, ...]:
    """Findings in the order of the queue, at most ``most``."""
    rows = connection.execute(_joined().where(*_conditions(wanted)).order_by(FINDINGS.c.sort_key).limit(most))
    return tuple(map(kept_of, rows.mappings()))


def count(connection: Connection, wanted: Wanted) -> int:
    """How many findings are such."""
    return connection.scalar(select(func.count()).select_from(FINDINGS).where(*_conditions(wanted))) or 0


def groups(
    connection: Connection, wanted: Wanted, offset: int, limit: int, members: int
) -> tuple[tuple[tuple[Kept, ...], ...], int]:
    """A stretch of the groups of findings with one value, the most urgent first, each with its first ``members``; and
    how many groups there are."""
    conditions = _conditions(wanted)
    lead = func.min(FINDINGS.c.sort_key).label("lead")
    every = select(FINDINGS.c.grp, lead).where(*conditions).group_by(FINDINGS.c.grp).subquery()
    order = select(every.c.grp, func.count().over()).order_by(every.c.lead).offset(offset).limit(limit)
    rows = connection.execute(order).all()
    names = [row[0] for row in rows]
    total = rows[0][1] if rows else connection.scalar(select(func.count()).select_from(every)) or 0
    shown = []
    for name in names:  # one by one, so that the index gives each group's first without sorting
        of = _joined().where(*_conditions(replace(wanted, group=name))).order_by(FINDINGS.c.sort_key).limit(members)
        shown.append(tuple(map(kept_of, connection.execute(of).mappings())))
    return tuple(shown), total


def next_open(
    connection: Connection, after: Kept | None, wanted: Wanted, open_states: Mapping[str, int]
) -> Kept | None:
    """The next finding in one of ``open_states`` (with their ranks) behind ``after`` in the order of reason and place;
    from the top again where there is none behind it."""
    states = [state for state in open_states if not wanted.states or state in wanted.states]
    floors = [(after.why_rank << WHY_BITS) + after.position, -1] if after is not None else [-1]
    for floor in floors:
        found = []
        for state in states:  # one by one, so that the index gives each state's first without sorting
            least = (open_states[state] << STATE_BITS) + floor
            first = select(FINDINGS.c.id, FINDINGS.c.sort_key).where(
                *_conditions(replace(wanted, states=frozenset({state}))), FINDINGS.c.sort_key > least
            )
            if after is not None:
                first = first.where(FINDINGS.c.id != after.finding)
            if row := connection.execute(first.order_by(FINDINGS.c.sort_key).limit(1)).first():
                found.append((row[1] - (open_states[state] << STATE_BITS), FindingId(row[0])))
        if found:
            id_ = min(found)[1]
            return kept(connection, [id_])[id_]
    return None


def documents(connection: Connection) -> tuple[KeptDocument, ...]:
    """The documents of the last scan in its order, each with the number of its findings by state."""
    counted = select(FINDINGS.c.document, FINDINGS.c.state, func.count()).where(FINDINGS.c.present)
    states: dict[str, list[tuple[str, int]]] = {}
    for document, state, number in connection.execute(counted.group_by(FINDINGS.c.document, FINDINGS.c.state)):
        states.setdefault(document, []).append((state, number))
    columns = (DOCUMENTS.c.id, DOCUMENTS.c.control, DOCUMENTS.c.pages, DOCUMENTS.c.assigned)
    rows = connection.execute(select(*columns).where(DOCUMENTS.c.present).order_by(DOCUMENTS.c.position))
    return tuple(
        KeptDocument(DocumentId(row[0]), row[1], row[2], row[3], tuple(states.get(row[0], ()))) for row in rows
    )


def document(connection: Connection, wanted: DocumentId) -> tuple[KeptDocument, tuple[tuple[float, float], ...]] | None:
    """A document of the last scan and the sizes of its pages, or None."""
    columns = (DOCUMENTS.c.id, DOCUMENTS.c.control, DOCUMENTS.c.pages, DOCUMENTS.c.assigned, DOCUMENTS.c.sizes)
    row = connection.execute(select(*columns).where(DOCUMENTS.c.id == wanted, DOCUMENTS.c.present)).first()
    if row is None:
        return None
    sizes = tuple((width, height) for width, height in row[4] or ())
    return KeptDocument(DocumentId(row[0]), row[1], row[2], row[3]), sizes


def withheld_pages(connection: Connection) -> set[tuple[DocumentId, int]]:
    """The pages on which something is withheld."""
    wanted = select(FINDINGS.c.document, FINDINGS.c.page).distinct()
    wanted = wanted.where(FINDINGS.c.present, FINDINGS.c.page.is_not(None), FINDINGS.c.disposition != "produce")
    return {(DocumentId(row[0]), row[1]) for row in connection.execute(wanted)}


def need_eyes(
    connection: Connection,
    why: tuple[str, int],
    *,
    of: tuple[str, int],
    findings: Sequence[FindingId] = (),
    pages: Sequence[tuple[DocumentId, int]] = (),
) -> None:
    """Give these findings, and those on these pages, the reason and rank ``why`` where so far they have ``of``."""
    values = {
        "why": why[0],
        "why_rank": why[1],
        "sort_key": FINDINGS.c.sort_key + ((why[1] - of[1]) << WHY_BITS),
    }
    plain = update(FINDINGS).where(FINDINGS.c.why == of[0], FINDINGS.c.present).values(**values)
    for start in range(0, len(findings), _AT_ONCE):
        connection.execute(plain.where(FINDINGS.c.id.in_(findings[start : start + _AT_ONCE])))
    for document, page in pages:
        connection.execute(plain.where(FINDINGS.c.document == document, FINDINGS.c.page == page))


def totals(connection: Connection) -> Mapping[str, int]:
    """How many findings of the last scan are in each state."""
    rows = connection.execute(
        select(FINDINGS.c.state, func.count()).where(FINDINGS.c.present).group_by(FINDINGS.c.state)
    )
    return {row[0]: row[1] for row in rows}


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.present is not None:
        conditions.append(FINDINGS.c.present == wanted.present)
    if wanted.present is False:  # what vanished with its document is not produced either
        conditions.append(FINDINGS.c.document.in_(select(DOCUMENTS.c.id).where(DOCUMENTS.c.present)))
    for column, values in (
        (FINDINGS.c.state, wanted.states),
        (FINDINGS.c.why, wanted.whys),
        (FINDINGS.c.category, wanted.categories),
    ):
        if values:
            one = next(iter(values)) if len(values) == 1 else None
            conditions.append(column == one if one is not None else column.in_(sorted(values)))
    for column, value in (
        (FINDINGS.c.document, wanted.document),
        (FINDINGS.c.grp, wanted.group),
        (FINDINGS.c.context, wanted.context),
    ):
        if value is not None:
            conditions.append(column == value)
    if wanted.assigned is not None:
        of = select(DOCUMENTS.c.id).where(DOCUMENTS.c.assigned == wanted.assigned)
        conditions.append(FINDINGS.c.document.in_(of))
    return conditions
