"""People review: how each finding stands, a sealed ledger and audit trail that the database itself keeps from change,
boxes, comments, samples.

Findings of the first version keep what they say; where they stand on their pages, the next scan tells. Until then
whatever a rule withheld takes two people to produce.
"""

import re
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0002"
down_revision = "0001"

_CHAINED = ("decisions", "audit")
_WHEN = sa.DateTime(timezone=True)
_ON_PAGE = re.compile(r"p(\d+)(?:/.*)?")


def upgrade() -> None:
    """Make the tables of the second version, and bring over what there is."""
    _extend_documents()
    _extend_findings()
    _extend_ledger()
    _add_chains()
    _add_notes()
    connection = op.get_bind()
    _number_documents(connection)
    _place_findings(connection)
    context.config.attributes["seal_existing"](connection)
    _forbid_changes(connection.dialect.name)


def _extend_documents() -> None:
    for column in (
        sa.Column("control", sa.String(12), nullable=False, server_default=""),
        sa.Column("position", sa.Integer, nullable=False, server_default="0"),
        sa.Column("sizes", sa.JSON, nullable=True),
        sa.Column("present", sa.Boolean, nullable=False, server_default=sa.true()),
        sa.Column("assigned", sa.String(120), nullable=True),
    ):
        op.add_column("documents", column)


def _extend_findings() -> None:
    for column in (
        sa.Column("page", sa.Integer, nullable=True),
        sa.Column("passage", sa.String(400), nullable=False, server_default=""),
        sa.Column("position", sa.Integer, nullable=False, server_default="0"),
        sa.Column("grp", sa.String(64), nullable=False, server_default=""),
        sa.Column("context", sa.String(64), nullable=False, server_default=""),
        sa.Column("alike", sa.Integer, nullable=False, server_default="1"),
        sa.Column("score", sa.Float, nullable=False, server_default="0"),
        sa.Column("confidence", sa.Float, nullable=True),
        sa.Column("subject", sa.String(64), nullable=True),
        sa.Column("quads", sa.JSON, nullable=True),
        sa.Column("state", sa.String(24), nullable=False, server_default="undecided"),
        sa.Column("why", sa.String(24), nullable=False, server_default="referred"),
        sa.Column("state_rank", sa.Integer, nullable=False, server_default="0"),
        sa.Column("why_rank", sa.Integer, nullable=False, server_default="0"),
        sa.Column("sort_key", sa.BigInteger, nullable=False, server_default="0"),
        sa.Column("second_needed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        sa.Column("in_force", sa.Integer, nullable=False, server_default="0"),
        sa.Column("disposition", sa.String(12), nullable=False, server_default="refer"),
        sa.Column("basis", sa.JSON, nullable=True),
        sa.Column("label", sa.String(80), nullable=False, server_default=""),
        sa.Column("decided_by", sa.String(120), nullable=True),
        sa.Column("proposal", sa.JSON, nullable=True),
        sa.Column("present", sa.Boolean, nullable=False, server_default=sa.true()),
    ):
        op.add_column("findings", column)
    for old in ("document", "category", "value_hash"):
        op.drop_index(f"ix_findings_{old}", "findings")
    for name, columns in (
        ("findings_by_group", ["present", "grp", "sort_key"]),
        ("findings_by_context", ["context"]),
        ("findings_by_state", ["present", "state", "sort_key"]),
        ("findings_by_state_and_group", ["present", "state", "grp", "sort_key"]),
        ("findings_by_category", ["present", "category", "grp", "sort_key"]),
        ("findings_by_document", ["present", "document", "state", "sort_key", "grp"]),
        ("findings_by_page", ["present", "document", "page", "position"]),
        ("findings_by_place", ["present", "position"]),
    ):
        op.create_index(name, "findings", columns)


def _extend_ledger() -> None:
    for column in (
        sa.Column("category", sa.String(40), nullable=True),
        sa.Column("entered_by", sa.String(120), nullable=False, server_default=""),
        sa.Column("stands", sa.Integer, nullable=True),
        sa.Column("confirms", sa.Integer, nullable=True),
        sa.Column("seal", sa.String(64), nullable=False, server_default=""),
    ):
        op.add_column("decisions", column)
    if op.get_bind().dialect.name != "sqlite":  # which does not look at lengths
        for column_name in ("reason", "note"):
            op.alter_column("decisions", column_name, type_=sa.Text)
    op.drop_index("ix_decisions_finding", "decisions")
    op.create_index("decisions_by_finding", "decisions", ["finding", "number"])


def _add_chains() -> None:
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", _WHEN, nullable=False),
        sa.Column("who", sa.String(120), nullable=False),
        sa.Column("event", sa.String(40), nullable=False),
        sa.Column("document", sa.String(64), nullable=True),
        sa.Column("page", sa.Integer, nullable=True),
        sa.Column("finding", sa.String(20), nullable=True),
        sa.Column("detail", sa.JSON, nullable=False),
        sa.Column("seal", sa.String(64), nullable=False, server_default=""),
    )
    heads = op.create_table(
        "heads",
        sa.Column("chain", sa.String(20), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("seal", sa.String(64), nullable=False),
    )
    op.bulk_insert(heads, [{"chain": chain, "number": 0, "seal": "0" * 64} for chain in _CHAINED])


def _add_notes() -> None:
    op.create_table(
        "boxes",
        sa.Column("document", sa.String(64), primary_key=True),
        sa.Column("page", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("area", sa.JSON, nullable=False),
        sa.Column("drawn_by", sa.String(120), nullable=False),
        sa.Column("at", _WHEN, nullable=False),
    )
    op.create_table(
        "comments",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("page", sa.Integer, nullable=True),
        sa.Column("finding", sa.String(20), nullable=True),
        sa.Column("author", sa.String(120), nullable=False),
        sa.Column("at", _WHEN, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("comments_by_page", "comments", ["document", "page"])
    op.create_table(
        "samples",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("frame", sa.Integer, nullable=False),
        sa.Column("frame_digest", sa.String(64), nullable=False),
        sa.Column("drawn_by", sa.String(120), nullable=False),
        sa.Column("at", _WHEN, nullable=False),
    )
    op.create_table(
        "sample_pages",
        sa.Column("sample", sa.Integer, sa.ForeignKey("samples.number"), primary_key=True),
        sa.Column("document", sa.String(64), primary_key=True),
        sa.Column("page", sa.Integer, primary_key=True),
        sa.Column("missed", sa.Boolean, nullable=True),
        sa.Column("judged_by", sa.String(120), nullable=True),
        sa.Column("judged_at", _WHEN, nullable=True),
    )


def _number_documents(connection: sa.Connection) -> None:
    ids = [row[0] for row in connection.execute(sa.text("SELECT id FROM documents ORDER BY id"))]
    for position, document in enumerate(ids):
        connection.execute(
            sa.text("UPDATE documents SET control = :control, position = :position WHERE id = :id"),
            {"control": f"C{position + 1:05}", "position": position, "id": document},
        )


def _place_findings(connection: sa.Connection) -> None:
    findings = sa.table(
        "findings",
        *(
            sa.column(name)
            for name in (
                "id page passage position grp context score subject state why state_rank sort_key second_needed version"
                " in_force disposition label decided_by"
            ).split()
        ),
        sa.column("basis", sa.JSON),
        sa.column("record", sa.JSON),
    )
    decisions = sa.table(
        "decisions",
        *(sa.column(name) for name in ("number", "finding", "disposition", "label", "actor")),
        sa.column("basis", sa.JSON),
    )
    newest = {row.finding: row for row in connection.execute(sa.select(decisions).order_by(decisions.c.number))}
    rows = sorted(
        connection.execute(sa.select(findings.c.id, findings.c.record)).all(),
        key=lambda row: (row[1]["document"], row[1]["span"]["passage"], row[1]["span"]["start"]),
    )
    for position, (finding, record) in enumerate(rows):
        values = _standing(newest.get(finding), record, position)
        connection.execute(sa.update(findings).where(findings.c.id == finding).values(**values))


def _standing(newest: Any, record: Mapping[str, Any], position: int) -> dict[str, Any]:
    passage = record["span"]["passage"]
    page = _ON_PAGE.fullmatch(passage)
    person = newest is not None and not newest.actor.startswith("rule:")
    refers = newest is None or newest.disposition == "refer"
    state = "undecided" if refers and page else "decided" if person else "proposed"
    rank = {"undecided": 0, "proposed": 1, "decided": 2}[state]
    return {
        "page": int(page[1]) if page else None,
        "passage": passage[:400],
        "position": position,
        "grp": record["value_hash"],
        "context": record["id"],
        "score": max((each["score"] for each in record["detections"]), default=0),
        "subject": record.get("subject"),
        "state": state,
        "why": "referred" if refers else "proposed by a rule",
        "state_rank": rank,
        "sort_key": (rank << 40) | position,
        "second_needed": not refers and not person and newest.disposition != "produce",
        "version": newest.number if newest is not None else 0,
        "in_force": newest.number if newest is not None else 0,
        "disposition": newest.disposition if newest is not None else "refer",
        "basis": newest.basis if newest is not None else [],
        "label": newest.label if newest is not None else "",
        "decided_by": newest.actor if person else None,
    }


def _forbid_changes(dialect: str) -> None:
    """The database refuses to change or remove what the chains hold, whoever asks."""
    if dialect == "sqlite":
        for table in _CHAINED:
            for event in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END"
                )
        return
    op.execute(
        "CREATE FUNCTION only_added_to() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is only added to', TG_TABLE_NAME; END $$"
    )
    for table in _CHAINED:
        op.execute(
            f"CREATE TRIGGER {table}_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION only_added_to()"
        )
