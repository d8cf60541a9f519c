"""The matter file: read, checked, and handed on as a ``Matter``. It records what counsel says; it decides nothing."""

from __future__ import annotations

from redactor.matter.file import default_matter, load_matter, write_default
from redactor.matter.records import (
    ASSUMED,
    AppealPath,
    Designation,
    LogForm,
    LogProtocol,
    Matter,
    Mode,
    Objection,
    OfficerOrder,
    Order,
    Request,
    Response,
    Reviewer,
    ReviewerPart,
    RosterEntry,
    Stipulation,
)
from redactor.matter.warnings import warnings

__all__ = [
    "ASSUMED",
    "AppealPath",
    "Designation",
    "LogForm",
    "LogProtocol",
    "Matter",
    "Mode",
    "Objection",
    "OfficerOrder",
    "Order",
    "Request",
    "Response",
    "Reviewer",
    "ReviewerPart",
    "RosterEntry",
    "Stipulation",
    "default_matter",
    "load_matter",
    "warnings",
    "write_default",
]
