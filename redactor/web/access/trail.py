"""What the door writes into the matter's audit trail."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Event(StrEnum):
    """What happened at the door."""

    SIGNED_IN = "signed in"
    SIGN_IN_FAILED = "sign-in failed"
    SIGN_IN_DELAYED = "sign-in delayed"
    SIGNED_OUT = "signed out"
    LINK_REFUSED = "link refused"


UNKNOWN = "(unknown)"
"""Who, where what was typed is nobody's name. It is not written down: it may be a password typed into the wrong box."""


class Trail(Protocol):
    """Adds a line to the audit trail. ``detail`` says how, and from which address."""

    def __call__(self, who: str, event: Event, detail: dict[str, str], /) -> None: ...
