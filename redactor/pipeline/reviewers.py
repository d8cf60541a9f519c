"""Who may review a matter over the network: every change to the list goes into the audit trail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from redactor.errors import InputError
from redactor.matter import Matter, load_matter
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.memory import open_store
from redactor.store import Store
from redactor.store.accounts import Accounts, ReviewerAccount

Clock = Callable[[], datetime]


class Roll:
    """The list of reviewers, as ``who`` keeps it. Its methods raise InputError for a name that is
    not there, or is there already."""

    def __init__(self, accounts: Accounts, store: Store, who: str, clock: Clock) -> None:
        self._accounts = accounts
        self._store = store
        self._who = who
        self._clock = clock

    def all(self) -> tuple[ReviewerAccount, ...]:
        """Everybody, by name."""
        return self._accounts.all()

    def known(self, name: str) -> ReviewerAccount:
        """The account of that name."""
        account = self._accounts.named(name)
        if account is None:
            raise InputError(f"there is no reviewer named {name!r}", remedy="`redactor reviewers list` names them all.")
        return account

    def require_free(self, name: str, identity: str | None) -> None:
        """Raises InputError where somebody has that name or identity, before a password is asked for in vain."""
        self._accounts.require_free(name, identity)

    def add(self, account: ReviewerAccount) -> None:
        """Let somebody in from now on."""
        now = self._clock()
        self._accounts.add(account, now)
        self._note("reviewer added", account.name, role=account.role)

    def remove(self, name: str) -> None:
        """Close an account and end its sessions."""
        account = self.known(name)
        self._accounts.remove(account.name)
        self._note("reviewer removed", account.name)

    def set_password(self, name: str, password: str) -> None:
        """Put another password's hash in place, and end the account's sessions."""
        account = self.known(name)
        self._accounts.set_password(account.name, password)
        self._note("password changed", account.name)

    def set_role(self, name: str, role: str) -> None:
        """Give another role, from the next request on."""
        account = self.known(name)
        self._accounts.set_role(account.name, role)
        self._note("role changed", account.name, role=role)

    def _note(self, event: str, name: str, **detail: str) -> None:
        with self._store.noting(self._who, event, self._clock(), detail={"reviewer": name, **detail}):
            pass


@contextmanager
def open_roll(folder: MatterFolder, who: str, clock: Clock) -> Iterator[Roll]:
    """The matter's list of reviewers. Raises MatterFileError, OutputError where the matter's files cannot be used."""
    folder.prepare()
    matter = load_matter(folder.matter_file)
    with open_accounts(folder, matter) as accounts:
        store = open_store(folder, matter)
        try:
            yield Roll(accounts, store, who, clock)
        finally:
            store.close()


@contextmanager
def open_accounts(folder: MatterFolder, matter: Matter) -> Iterator[Accounts]:
    """The accounts in the matter's database."""
    accounts = Accounts(matter.database or folder.database, folder.key())
    try:
        yield accounts
    finally:
        accounts.close()
