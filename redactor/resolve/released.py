"""Roles in which a person's name may be released."""

from __future__ import annotations

from redactor.model import Role

RELEASED_ROLES = frozenset(
    {Role.OFFICER, Role.SUPERVISOR, Role.OFFICIAL, Role.JUDGE, Role.COUNSEL, Role.COURT_STAFF, Role.PUBLIC}
)
"""Roles whose names a pack may release. A person with any better claim to another role is not treated as one."""
