"""What the last scan found, kept beside what people decided: a rule's proposal never takes a person's place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text, update

from redactor.model import Decision, Finding, FindingId
from redactor.store.chain import append, locked_head
from redactor.store.connection import Database
from redactor.store.records import Entry, Found, Judge, ScannedDocument
from redactor.store.rows import DECISION, FINDING, decision_row, entry_of, found_row, standing_row
from redactor.store.tables import DECISIONS, DOCUMENTS, FINDINGS

_AT_ONCE = 1000
_CONTROL = "C{:05}"

AWAITS = "rule:second-reader"
"""Who enters a person's decision again, to await a second reader."""


def save_scan(
    database: Database,
    key: bytes,
    documents: Sequence[ScannedDocument],
    found: Sequence[Found],
    proposals: Iterable[Decision],
    now: datetime,
    judge: Judge,
) -> None:
    """The scan's documents and findings take the place of the last scan's; proposals go into the ledger where they say
    something new and no person has decided. A finding that is gone though a person decided on it is kept as vanished.
    """
    proposed = {decision.finding: decision for decision in proposals}
    with database.writing() as connection:
        _save_documents(connection, documents, now)
        newest = newest_entries(connection)
        fresh = [each for each in proposed.values() if _says_something_new(newest.get(each.finding), each)]
        first = append(connection, "decisions", [decision_row(each, each.actor) for each in fresh], key)
        for number, said in enumerate(fresh, first):
            newest[said.finding] = Entry(number, said, said.actor)
        newest |= _await_second_readers(connection, key, found, proposed, newest, judge, now)
        _drop_the_last(connection, {each.finding.id for each in found}, newest)
        in_force = _in_force(connection, newest)
        alike = Counter(each.group for each in found)
        rows = []
        for position, each in enumerate(found):
            entry = newest.get(each.finding.id)
            decision = in_force.get(each.finding.id)
            proposal = proposed.get(each.finding.id)
            awaiting = entry is not None and entry.stands is not None
            standing = judge(each, decision, proposal, awaiting=awaiting)
            rows.append(
                {
                    **found_row(each, position, alike[each.group]),
                    **standing_row(standing, decision, each.finding, position),
                    "version": entry.number if entry else 0,
                    "in_force": (entry.stands or entry.number) if entry else 0,
                    "proposal": DECISION.dump_python(proposal, mode="json") if proposal else None,
                }
            )
        for start in range(0, len(rows), _AT_ONCE):
            connection.execute(insert(FINDINGS), rows[start : start + _AT_ONCE])
        connection.execute(text("ANALYZE findings"))  # or the database takes a value for as common as a state


def _await_second_readers(
    connection: Connection,
    key: bytes,
    found: Sequence[Found],
    proposed: Mapping[FindingId, Decision],
    newest: Mapping[FindingId, Entry],
    judge: Judge,
    now: datetime,
) -> dict[FindingId, Entry]:
    """What one person alone produced and a rule, knowing more now, withholds in a category that takes two people.

    Their decision is not overridden: it awaits a second reader, and the rule's stands until then.
    """
    lone: list[tuple[Decision, Decision]] = []
    for each in found:
        entry, proposal = newest.get(each.finding.id), proposed.get(each.finding.id)
        if entry is None or proposal is None or not _produced_alone(entry):
            continue
        if judge(each, entry.decision, proposal, awaiting=False).second_needed:
            lone.append((proposal, replace(entry.decision, at=now)))
    first = locked_head(connection, "decisions")[0] + 1
    rows: list[dict[str, Any]] = []
    entries = {}
    for place, (proposal, decision) in enumerate(lone):
        stands = first + 2 * place
        rows += [decision_row(proposal, proposal.actor), decision_row(decision, AWAITS, stands)]
        entries[decision.finding] = Entry(stands + 1, decision, AWAITS, stands)
    append(connection, "decisions", rows, key)
    return entries


def _produced_alone(entry: Entry) -> bool:
    by_person = not entry.decision.actor.startswith("rule:")
    return by_person and not entry.decision.disposition.withholds and entry.stands is None and entry.confirms is None


def newest_entries(connection: Connection) -> dict[FindingId, Entry]:
    """The newest line of the ledger on each finding, vanished ones too."""
    last = select(func.max(DECISIONS.c.number)).group_by(DECISIONS.c.finding)
    rows = connection.execute(select(DECISIONS).where(DECISIONS.c.number.in_(last))).mappings()
    return {entry.decision.finding: entry for entry in map(entry_of, rows)}


def decisions_in_force(connection: Connection) -> dict[FindingId, Decision]:
    """The decision that counts for each finding: the newest, or what stands until a second reader has spoken."""
    return _in_force(connection, newest_entries(connection))


def all_findings(connection: Connection) -> tuple[Finding, ...]:
    """The last scan's findings, in its order."""
    rows = connection.execute(select(FINDINGS.c.record).where(FINDINGS.c.present).order_by(FINDINGS.c.position))
    return tuple(FINDING.validate_python(row[0]) for row in rows)


def _in_force(connection: Connection, newest: Mapping[FindingId, Entry]) -> dict[FindingId, Decision]:
    standing = [entry.stands for entry in newest.values() if entry.stands is not None]
    earlier: dict[int, Decision] = {}
    for start in range(0, len(standing), _AT_ONCE):
        wanted = select(DECISIONS).where(DECISIONS.c.number.in_(standing[start : start + _AT_ONCE]))
        earlier |= {row["number"]: entry_of(row).decision for row in connection.execute(wanted).mappings()}
    return {
        finding: entry.decision if entry.stands is None else earlier[entry.stands] for finding, entry in newest.items()
    }


def _says_something_new(known: Entry | None, proposal: Decision) -> bool:
    if known is None:
        return True
    if not known.decision.actor.startswith("rule:"):
        return False  # a person has spoken
    mine, theirs = decision_row(proposal, ""), decision_row(known.decision, "")
    return any(mine[name] != theirs[name] for name in mine if name not in ("at", "note"))


def _save_documents(connection: Connection, documents: Sequence[ScannedDocument], now: datetime) -> None:
    """New documents get the next control numbers; known ones keep theirs, and whom they are assigned to."""
    rows = connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.control)).all()
    known = {row[0]: row[1] for row in rows}
    used = max((int(control[1:]) for control in known.values() if control[1:].isdecimal()), default=0)
    connection.execute(update(DOCUMENTS).values(present=False))
    for position, document in enumerate(documents):
        facts: dict[str, Any] = {
            "pages": len(document.sizes),
            "sizes": [list(size) for size in document.sizes],
            "position": position,
            "present": True,
            "scanned_at": now,
        }
        control = known.get(document.id)
        if not control:
            used += 1
            facts["control"] = _CONTROL.format(used)
        if document.id in known:
            connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.id == document.id).values(**facts))
        else:
            connection.execute(insert(DOCUMENTS).values(id=document.id, **facts))


def _drop_the_last(connection: Connection, kept: set[FindingId], newest: Mapping[FindingId, Entry]) -> None:
    """Remove the last scan's rows, all but those that a person decided on and that are not found any more."""
    gone = [FindingId(row[0]) for row in connection.execute(select(FINDINGS.c.id)) if row[0] not in kept]
    vanished = [each for each in gone if each in newest and not newest[each].decision.actor.startswith("rule:")]
    for start in range(0, len(vanished), _AT_ONCE):
        some = vanished[start : start + _AT_ONCE]
        connection.execute(update(FINDINGS).where(FINDINGS.c.id.in_(some), FINDINGS.c.present).values(present=False))
    connection.execute(delete(FINDINGS).where(FINDINGS.c.present))
    _drop_found_again(connection, kept)


def _drop_found_again(connection: Connection, kept: set[FindingId]) -> None:
    """Of those that had vanished before, the ones that are there again make room."""
    vanished = [row[0] for row in connection.execute(select(FINDINGS.c.id)) if row[0] in kept]
    for start in range(0, len(vanished), _AT_ONCE):
        connection.execute(delete(FINDINGS).where(FINDINGS.c.id.in_(vanished[start : start + _AT_ONCE])))
