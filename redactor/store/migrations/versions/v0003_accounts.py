"""Reviewers sign in by name: their accounts, and the sessions they have open."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make both tables, empty."""
    op.create_table(
        "accounts",
        sa.Column("key", sa.String(120), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("identity", sa.String(254), nullable=True, unique=True),
        sa.Column("password", sa.String(200), nullable=True),
        sa.Column("added", _WHEN, nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("local", sa.Boolean, nullable=False),
        sa.Column("opened", _WHEN, nullable=False),
        sa.Column("seen", _WHEN, nullable=False),
    )
    op.create_index("sessions_by_key", "sessions", ["key"])
