"""Sign-ins that fail: each account and address must wait longer and longer, and guessing in parallel gains nothing."""

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
    told: bool = False


@dataclass(frozen=True, slots=True)
class Delay:
    """A try that must wait: ``seconds``, and whether it is the ``first`` that was told so since the last failure; the
    others are not worth a line of the audit trail each, which somebody could fill that way."""

    seconds: int
    first: bool


class Attempts:
    """The tries of one server, in its memory. Safe to use from several threads."""

    def __init__(self) -> None:
        self._records: OrderedDict[tuple[str, str], _Record] = OrderedDict()
        self._lock = Lock()

    def begin(self, account: str | None, address: str, now: datetime) -> Delay | None:
        """How long this try must wait before it is heard; None where it may go on.

        A try that may go on counts as failed until ``succeeded`` is called, so that many at once cannot slip through
        while the first is still being checked. ``account`` is whatever was typed, known or not; None where the try
        says nothing of it.
        """
        with self._lock:
            waits = {key: self._wait(key, free, now) for key, free in _keys(account, address)}
            key, wait = max(waits.items(), key=lambda each: each[1])
            if wait > 0:
                first, self._records[key].told = not self._records[key].told, True
                return Delay(int(wait) + 1, first)
            for key in waits:
                record = self._records.pop(key, None) or _Record(0, now)
                self._records[key] = _Record(record.failures + 1, now)
            while len(self._records) > _MOST_REMEMBERED:
                self._records.popitem(last=False)
            return None

    def succeeded(self, account: str | None, address: str) -> None:
        """Forget the account's failures, and of the address's this one: signing in to an account of one's own does
        not buy guesses at another's."""
        with self._lock:
            if account is not None:
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


def _keys(account: str | None, address: str) -> tuple[tuple[tuple[str, str], int], ...]:
    by_address = (("address", address), _FREE_BY_ADDRESS)
    return (by_address,) if account is None else ((("account", account), _FREE_BY_ACCOUNT), by_address)
