"""Sessions: kept on the server under a digest of their token, and ended by idleness, age, sign-out or removal."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from redactor.review.records import Reviewer, ReviewerRole
from redactor.store.accounts import Accounts, OpenSession

IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=12)
"""How long a session lasts unused, and at all (NIST SP 800-63B, section 4.2.3)."""

_NOTED_AFTER = timedelta(minutes=1)
"""Use is written down no more often than this: every page image would be a write otherwise."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A request of somebody who has signed in. ``csrf`` is what their forms must send back."""

    reviewer: Reviewer
    csrf: str = field(repr=False)


class Sessions:
    """Opens, finds and ends sessions. ``local`` ones (by the one-time link) and those of accounts are kept apart: a
    server for a team does not honour a session that somebody opened on the machine itself."""

    def __init__(self, accounts: Accounts, clock: Callable[[], datetime], *, local: bool) -> None:
        self._accounts = accounts
        self._clock = clock
        self._local = local
        self._opened: set[str] = set()

    def open(self, reviewer: Reviewer) -> str:
        """A new session's token, to be told to the browser only. It is new at every sign-in: a token that somebody
        planted beforehand is never honoured."""
        now = self._clock()
        self._accounts.end_sessions_before(now - WHOLE, now - IDLE)
        token = secrets.token_urlsafe(32)
        who = OpenSession(reviewer.name, reviewer.role.value, self._local, now, now)
        self._accounts.open_session(_digest(token), who)
        self._opened.add(_digest(token))
        return token

    def visit(self, token: str) -> Visit | None:
        """Who sent the token, or None where it is nobody's any more."""
        digest = _digest(token)
        session = self._accounts.session(digest)
        if session is None or session.local is not self._local:
            return None
        now = self._clock()
        if now - session.opened > WHOLE or now - session.seen > IDLE:
            self._accounts.end_session(digest)
            return None
        if now - session.seen > _NOTED_AFTER:
            self._accounts.seen(digest, now)
        return Visit(Reviewer(session.name, ReviewerRole(session.role)), csrf_of(token))

    def end(self, token: str) -> None:
        """Sign out."""
        self._accounts.end_session(_digest(token))

    def end_all(self) -> None:
        """End every session that was opened here: a server for one person leaves none behind."""
        for digest in self._opened:
            self._accounts.end_session(digest)


def csrf_of(token: str) -> str:
    """The form token of a session: it follows from the session's token, which a foreign page never sees."""
    return hmac.new(token.encode("utf-8", "replace"), b"csrf", hashlib.sha256).hexdigest()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
