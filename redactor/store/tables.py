"""The tables, as the newest migration leaves them (``migrations/versions``)."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData()
_WHEN = DateTime(timezone=True)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("control", String(12), nullable=False, server_default=""),
    Column("position", Integer, nullable=False, server_default="0"),
    Column("pages", Integer, nullable=False),
    Column("sizes", JSON, nullable=True),
    Column("present", Boolean, nullable=False, server_default="1"),
    Column("assigned", String(120), nullable=True),
    Column("scanned_at", _WHEN, nullable=False),
)
"""``sizes`` are None in a database of the first version until the matter is scanned again."""

FINDINGS = Table(
    "findings",
    METADATA,
    Column("id", String(20), primary_key=True),
    Column("document", String(64), ForeignKey("documents.id"), nullable=False),
    Column("category", String(40), nullable=False),
    Column("value_hash", String(64), nullable=False),
    Column("record", JSON, nullable=False),
    Column("page", Integer, nullable=True),
    Column("passage", String(400), nullable=False, server_default=""),
    Column("position", Integer, nullable=False, server_default="0"),
    Column("grp", String(64), nullable=False, server_default=""),
    Column("context", String(64), nullable=False, server_default=""),
    Column("alike", Integer, nullable=False, server_default="1"),
    Column("score", Float, nullable=False, server_default="0"),
    Column("confidence", Float, nullable=True),
    Column("subject", String(64), nullable=True),
    Column("quads", JSON, nullable=True),
    Column("state", String(24), nullable=False, server_default="undecided"),
    Column("why", String(24), nullable=False, server_default="referred"),
    Column("state_rank", Integer, nullable=False, server_default="0"),
    Column("why_rank", Integer, nullable=False, server_default="0"),
    Column("sort_key", BigInteger, nullable=False, server_default="0"),
    Column("second_needed", Boolean, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False, server_default="0"),
    Column("in_force", Integer, nullable=False, server_default="0"),
    Column("disposition", String(12), nullable=False, server_default="refer"),
    Column("basis", JSON, nullable=True),
    Column("label", String(80), nullable=False, server_default=""),
    Column("decided_by", String(120), nullable=True),
    Column("proposal", JSON, nullable=True),
    Column("present", Boolean, nullable=False, server_default="1"),
    Index("findings_by_group", "present", "grp", "sort_key"),
    Index("findings_by_context", "context"),
    Index("findings_by_state", "present", "state", "sort_key"),
    Index("findings_by_state_and_group", "present", "state", "grp", "sort_key"),
    Index("findings_by_category", "present", "category", "grp", "sort_key"),
    Index("findings_by_document", "present", "document", "state", "sort_key", "grp"),
    Index("findings_by_page", "present", "document", "page", "position"),
    Index("findings_by_place", "present", "position"),
)
"""What the last scan found, and how it stands: made anew from the scan and the ledger, so its rows do change.

The indices hold all that the queue counts and sorts by, so that it never reads the wide rows
(``python -m tests.benchmarks.review``)."""

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("finding", String(20), nullable=False),
    Column("disposition", String(12), nullable=False),
    Column("basis", JSON, nullable=False),
    Column("log_category", String(12), nullable=False),
    Column("label", String(80), nullable=False),
    Column("withheld", JSON, nullable=False),
    Column("actor", String(120), nullable=False),
    Column("reason", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", _WHEN, nullable=False),
    Column("category", String(40), nullable=True),
    Column("entered_by", String(120), nullable=False, server_default=""),
    Column("stands", Integer, nullable=True),
    Column("confirms", Integer, nullable=True),
    Column("seal", String(64), nullable=False, server_default=""),
    Index("decisions_by_finding", "finding", "number"),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", _WHEN, nullable=False),
    Column("who", String(120), nullable=False),
    Column("event", String(40), nullable=False),
    Column("document", String(64), nullable=True),
    Column("page", Integer, nullable=True),
    Column("finding", String(20), nullable=True),
    Column("detail", JSON, nullable=False),
    Column("seal", String(64), nullable=False, server_default=""),
)

HEADS = Table(
    "heads",
    METADATA,
    Column("chain", String(20), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("seal", String(64), nullable=False),
)
"""The newest row of each chain. Whoever adds to a chain locks its head first."""

BOXES = Table(
    "boxes",
    METADATA,
    Column("document", String(64), primary_key=True),
    Column("page", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("area", JSON, nullable=False),
    Column("drawn_by", String(120), nullable=False),
    Column("at", _WHEN, nullable=False),
)

COMMENTS = Table(
    "comments",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("document", String(64), nullable=False),
    Column("page", Integer, nullable=True),
    Column("finding", String(20), nullable=True),
    Column("author", String(120), nullable=False),
    Column("at", _WHEN, nullable=False),
    Column("text", Text, nullable=False),
    Index("comments_by_page", "document", "page"),
)

SAMPLES = Table(
    "samples",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("seed", BigInteger, nullable=False),
    Column("frame", Integer, nullable=False),
    Column("frame_digest", String(64), nullable=False),
    Column("drawn_by", String(120), nullable=False),
    Column("at", _WHEN, nullable=False),
)

SAMPLE_PAGES = Table(
    "sample_pages",
    METADATA,
    Column("sample", Integer, ForeignKey("samples.number"), primary_key=True),
    Column("document", String(64), primary_key=True),
    Column("page", Integer, primary_key=True),
    Column("missed", Boolean, nullable=True),
    Column("judged_by", String(120), nullable=True),
    Column("judged_at", _WHEN, nullable=True),
)

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("key", String(120), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("role", String(40), nullable=False),
    Column("identity", String(254), nullable=True, unique=True),
    Column("password", String(200), nullable=True),
    Column("added", _WHEN, nullable=False),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("key", String(120), nullable=False),
    Column("name", String(120), nullable=False),
    Column("role", String(40), nullable=False),
    Column("local", Boolean, nullable=False),
    Column("opened", _WHEN, nullable=False),
    Column("seen", _WHEN, nullable=False),
    Index("sessions_by_key", "key"),
)

SCHEMA_VERSION = "0003"
"""The migration that makes these tables."""
