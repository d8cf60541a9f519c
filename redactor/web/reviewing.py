"""A matter opened for review: the desk, the ways in and the socket, put together."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from redactor.errors import InputError, SetupError
from redactor.matter import Matter
from redactor.pipeline.desk import open_desk
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.memory import open_store
from redactor.pipeline.reviewers import open_accounts
from redactor.review.records import Reviewer
from redactor.store import Store
from redactor.store.accounts import Accounts, ReviewerAccount
from redactor.web import pages
from redactor.web.access.attempts import Attempts
from redactor.web.access.link import OneTimeLink
from redactor.web.access.sessions import Sessions
from redactor.web.access.sign_in import Door, PasswordDoor, link_routes
from redactor.web.access.site import Site
from redactor.web.access.standing import Asked, port_of, site_of
from redactor.web.access.trail import Event
from redactor.web.app import application
from redactor.web.serving import listener, serve

Clock = Callable[[], datetime]

_ONLY_READS = frozenset({"/search"})
"""What is posted to keep its words out of URLs."""


@dataclass(frozen=True)
class Review:
    """A matter that is open: where, and by which link one person gets in (None: reviewers sign in by name)."""

    site: Site
    link: OneTimeLink | None
    app: ASGIApp
    _listening: socket.socket
    _tls: tuple[Path, Path] | None

    def serve(self) -> None:
        """Answer until told to stop."""
        serve(self.app, self._listening, self._tls)


@contextmanager
def opened(
    folder: MatterFolder, matter: Matter, asked: Asked, alone: Reviewer | None, clock: Clock
) -> Iterator[Review]:
    """The matter, open for one person (``alone``) or for the reviewers who have accounts.

    ``asked`` has been checked. Raises InputError where nothing was scanned, nobody could sign in or the port is taken.
    """
    with ExitStack() as stack:
        desk = open_desk(folder)
        accounts = stack.enter_context(open_accounts(folder, matter))
        store = stack.enter_context(closing(open_store(folder, matter)))
        listening = stack.enter_context(closing(listener(asked.host, port_of(asked))))
        site = site_of(asked, listening.getsockname()[1])
        sessions = Sessions(accounts, clock, local=not site.team)
        door = Door(site, sessions, _trail(store, clock))
        link = OneTimeLink(clock) if alone is not None else None
        ways_in = link_routes(door, link, alone) if link and alone else team_routes(door, accounts, matter, clock)
        app = application(door, ways_in, pages.routes(desk), _ONLY_READS)
        tls = (asked.certificate, asked.key) if asked.certificate and asked.key else None
        if not site.team:
            stack.callback(sessions.end_all)
        yield Review(site, link, app, listening, tls)


def team_routes(door: Door, accounts: Accounts, matter: Matter, clock: Clock) -> Sequence[BaseRoute]:
    """The ways in for a team. Raises InputError where nobody could sign in; SetupError where matter.yaml names a
    provider and the extra is not installed."""
    require_somebody(accounts.all(), matter)
    attempts = Attempts()
    passwords = PasswordDoor(door, accounts, attempts, clock, provider=matter.sign_in is not None).routes()
    return (*passwords, *(_provider_routes(door, accounts, attempts, matter, clock)))


def require_somebody(accounts: Sequence[ReviewerAccount], matter: Matter) -> None:
    """Raises InputError where nobody could sign in."""
    if any(account.password or (matter.sign_in and account.identity) for account in accounts):
        return
    raise InputError(
        "nobody could sign in: no reviewer was added",
        remedy="Add them first: redactor reviewers add DIR NAME --role ROLE",
    )


def _provider_routes(
    door: Door, accounts: Accounts, attempts: Attempts, matter: Matter, clock: Clock
) -> Sequence[BaseRoute]:
    if matter.sign_in is None:
        return ()
    try:
        from redactor.web.access.provider import SECRET_VARIABLE, Provider, ProviderDoor
    except ModuleNotFoundError:
        raise SetupError(
            "matter.yaml names a sign-in provider, and what speaks with it is not installed",
            remedy="python3 -m pip install 'redactor[oidc]', or take sign_in out of matter.yaml.",
        ) from None
    provider = Provider(matter.sign_in, os.environ.get(SECRET_VARIABLE) or None)
    return ProviderDoor(door, accounts, attempts, provider, clock).routes()


def _trail(store: Store, clock: Clock) -> Callable[[str, Event, dict[str, str]], None]:
    def noted(who: str, event: Event, detail: dict[str, str]) -> None:
        with store.noting(who, event.value, clock(), detail=detail):
            pass

    return noted


@contextmanager
def stepping_stone(folder: MatterFolder, address: str) -> Iterator[Path]:
    """A page on disk that leads to ``address``, for a browser to be started with: a link with its token on a command
    line would be in the list of processes for everybody on this machine to read."""
    path = folder.work_product / f"open-{secrets.token_hex(8)}.html"
    page = f'<!doctype html><title>redactor</title><meta http-equiv="refresh" content="0;url={address}">'
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(page)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)
