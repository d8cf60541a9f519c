"""The audit trail: who was shown what, signed in, decided, exported, released. Added to, sealed, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from redactor.store.chain import append


def note(
    connection: Connection,
    key: bytes,
    who: str,
    event: str,
    at: datetime,
    *,
    document: str | None = None,
    page: int | None = None,
    finding: str | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Add one row. ``detail`` holds numbers and codes, never text of a document."""
    row = {"at": at, "who": who, "event": event, "document": document, "page": page, "finding": finding}
    append(connection, "audit", [{**row, "detail": dict(detail or {})}], key)
