"""Sign-ins that fail: each account and each address must wait longer and longer, and guessing in parallel gains nothing."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

_FREE_BY_ACCOUNT = 5
_FREE_BY_ADDRESS = 20
"""Failures before waiting begins; an office behind one address mistypes more often than one person."""

_LONGEST_WAIT = 300.0
"""Seconds. With it an attacker has at most 12 guesses an hour at one account, and a reviewer whom somebody else locks
out gets in within five minutes."""

_FORGOTTEN = timedelta(hours=1)
"""After so long without a try, an account or address starts anew."""

_MOST_REMEMBERED = 20_000
"""Accounts and addresses kept in mind; the ones that were quiet longest go first."""


@dataclass(slots=True)
class _Record:
    failures: int
    last: datetime


class Attempts:
    """The tries of one server, in its memory. Safe to use from several threads."""

    def __init__(self) -> None:
        self._records: OrderedDict[tuple[str, str], _Record] = OrderedDict()
        self._lock = Lock()

    def begin(self, account: str, address: str, now: datetime) -> int:
        """Seconds to wait before this try is heard; 0 where it may go on.

        A try that may go on counts as failed until ``succeeded`` is called, so that many at once cannot slip through
        while the first is still being checked. ``account`` is whatever was typed, known or not.
        """
        with self._lock:
            keys = ((("account", account), _FREE_BY_ACCOUNT), (("address", address), _FREE_BY_ADDRESS))
            wait = max(self._wait(key, free, now) for key, free in keys)
            if wait > 0:
                return int(wait) + 1
            for key, _ in keys:
                record = self._records.pop(key, None) or _Record(0, now)
                self._records[key] = _Record(record.failures + 1, now)
            while len(self._records) > _MOST_REMEMBERED:
                self._records.popitem(last=False)
            return 0

    def succeeded(self, account: str, address: str) -> None:
        """Forget the account's failures, and of the address's this one: signing in to an account of one's own does
        not buy guesses at another's."""
        with self._lock:
            self._records.pop(("account", account), None)
            if (record := self._records.get(("address", address))) is not None:
                record.failures -= 1

    def _wait(self, key: tuple[str, str], free: int, now: datetime) -> float:
        record = self._records.get(key)
        if record is None:
            return 0.0
        if now - record.last > _FORGOTTEN:
            del self._records[key]
            return 0.0
        if record.failures < free:
            return 0.0
        delay = min(2.0 ** min(record.failures - free, 20), _LONGEST_WAIT)
        return delay - (now - record.last).total_seconds()
