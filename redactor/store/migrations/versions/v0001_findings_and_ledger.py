"""Documents, findings and the ledger, as the first version made them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of the first version."""
    op.create_table(
        "documents",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("scanned_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "findings",
        sa.Column("id", sa.String(20), primary_key=True),
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("category", sa.String(40), nullable=False),
        sa.Column("value_hash", sa.String(64), nullable=False),
        sa.Column("record", sa.JSON, nullable=False),
    )
    for column in ("document", "category", "value_hash"):
        op.create_index(f"ix_findings_{column}", "findings", [column])
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("finding", sa.String(20), nullable=False),
        sa.Column("disposition", sa.String(12), nullable=False),
        sa.Column("basis", sa.JSON, nullable=False),
        sa.Column("log_category", sa.String(12), nullable=False),
        sa.Column("label", sa.String(80), nullable=False),
        sa.Column("withheld", sa.JSON, nullable=False),
        sa.Column("actor", sa.String(120), nullable=False),
        sa.Column("reason", sa.String(2000), nullable=False),
        sa.Column("note", sa.String(2000), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_decisions_finding", "decisions", ["finding"])
