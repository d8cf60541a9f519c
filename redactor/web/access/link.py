"""The one-time link that lets the person who started the server in, and nobody twice."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

LIFE = timedelta(minutes=10)


class OneTimeLink:
    """A token that opens one session within ``LIFE``, once. Safe to use from several threads."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.token = secrets.token_urlsafe(32)
        self._digest: bytes | None = hashlib.sha256(self.token.encode()).digest()
        self._clock = clock
        self._until = clock() + LIFE
        self._lock = Lock()

    def address(self, origin: str) -> str:
        """What to open. The token stands in the fragment, which browsers send to no server and put in no log."""
        return f"{origin}/link#{self.token}"

    def used(self, token: str) -> bool:
        """Whether the token opens the door now; if so, it never will again."""
        offered = hashlib.sha256(token.encode("utf-8", "replace")).digest()
        with self._lock:
            if self._digest is None or self._clock() > self._until or not hmac.compare_digest(offered, self._digest):
                return False
            self._digest = None
            return True
