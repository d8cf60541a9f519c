"""The matter file: read, checked, and handed on as a ``Matter``. It records what counsel says; it decides nothing."""

from __future__ import annotations

from redactor.matter.file import default_matter, load_matter, write_default
from redactor.matter.records import (
    ASSUMED,
    Matter,
    OfficerOrder,
    Order,
    Request,
    Response,
    RosterEntry,
    Stipulation,
)

__all__ = [
    "ASSUMED",
    "Matter",
    "OfficerOrder",
    "Order",
    "Request",
    "Response",
    "RosterEntry",
    "Stipulation",
    "default_matter",
    "load_matter",
    "write_default",
]
