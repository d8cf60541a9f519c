"""A server in this process, with a few pages behind the gate, for tests of who may look."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from redactor.errors import NotPermittedError, ReviewConflictError
from redactor.review.records import Reviewer, ReviewerRole
from redactor.store.accounts import Accounts, ReviewerAccount
from redactor.web.access.attempts import Attempts
from redactor.web.access.link import OneTimeLink
from redactor.web.access.passwords import hashed
from redactor.web.access.sessions import Sessions
from redactor.web.access.sign_in import Door, PasswordDoor, link_routes
from redactor.web.access.site import Site, loopback_site, team_site
from redactor.web.access.trail import Event
from redactor.web.app import application

PERSON = Reviewer("Pat Reviewer", ReviewerRole.SUPERVISING_ATTORNEY)
SECRET = "A200-555-123 of Quintanilla"
"""What a page holds, and no log or refusal may."""

KEY = b"k" * 32

PASSWORDS = {
    "Pat Reviewer": "four unrelated words here",
    "Sam Secondreader": "quite another long secret",
    "Rae Readonly": "may look but not decide it",
}
ROLES = {
    "Pat Reviewer": ReviewerRole.REVIEWER,
    "Sam Secondreader": ReviewerRole.SECOND_READER,
    "Rae Readonly": ReviewerRole.READ_ONLY,
}


@dataclass
class Clock:
    """A clock that a test sets."""

    now: datetime = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Server:
    """The server, its link, and what it wrote into its audit trail; ``decided`` are the decisions that got through."""

    site: Site
    clock: Clock
    accounts: Accounts
    link: OneTimeLink
    trail: list[tuple[str, Event, dict[str, str]]] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)

    def browser(self, *, trusting: bool = True, address: str = "127.0.0.1") -> TestClient:
        """A browser of its own. One that is not ``trusting`` gives an unforeseen error to the test."""
        app = application(self.door, self.ways_in, self.pages, frozenset({"/search"}))
        return TestClient(
            app,
            base_url=self.site.origin,
            follow_redirects=False,
            client=(address, 50_000),
            raise_server_exceptions=trusting,
        )

    def __post_init__(self) -> None:
        self.door = Door(self.site, Sessions(self.accounts, self.clock, local=not self.site.team), self._note)
        if self.site.team:
            self.ways_in = PasswordDoor(self.door, self.accounts, Attempts(), self.clock, provider=False).routes()
        else:
            self.ways_in = link_routes(self.door, self.link, PERSON)
        self.pages = [
            Route("/", self._first),
            Route("/decide", self._decide, methods=["POST"]),
            Route("/search", self._search, methods=["POST"]),
            Route("/conflict", self._conflict, methods=["POST"]),
            Route("/forbidden", self._forbidden),
            Route("/broken", self._broken),
        ]

    def _note(self, who: str, event: Event, detail: dict[str, str]) -> None:
        self.trail.append((who, event, detail))

    async def _first(self, request: Request) -> Response:
        return PlainTextResponse(f"{request.state.reviewer.name}|{request.state.csrf}")

    async def _decide(self, request: Request) -> Response:
        async with request.form() as form:
            self.decided.append(f"{request.state.reviewer.name}: {form['choice']}")
        return JSONResponse({"done": True})

    async def _search(self, request: Request) -> Response:
        return JSONResponse({"found": 0})

    async def _conflict(self, request: Request) -> Response:
        raise ReviewConflictError("somebody decided in the meantime")

    def _forbidden(self, request: Request) -> Response:
        raise NotPermittedError("only a second reader may do this")

    def _broken(self, request: Request) -> Response:
        raise ValueError(f"could not parse {SECRET}")


@lru_cache(maxsize=1)
def _new_database() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "matter.db"
        Accounts(path, KEY).close()
        return path.read_bytes()


def _accounts(folder: Path) -> Accounts:
    """The accounts of a new database. It is migrated once for all tests: that takes longer than most of them."""
    path = folder / "matter.db"
    if not path.exists():
        path.write_bytes(_new_database())
    return Accounts(path, KEY)


def alone(folder: Path) -> Server:
    """A server for one person on loopback."""
    clock = Clock()
    return Server(loopback_site("127.0.0.1", 8123), clock, _accounts(folder), OneTimeLink(clock))


def team(folder: Path, url: str = "https://review.example.org", proxy: str | None = None) -> Server:
    """A server for three people, under TLS."""
    clock = Clock()
    return Server(team_site(url, proxy), clock, team_accounts(folder), OneTimeLink(clock))


def team_accounts(folder: Path) -> Accounts:
    """A database with accounts for three people, each of another role."""
    accounts = _accounts(folder)
    for name, password in _hashes():
        accounts.add(ReviewerAccount(name, ROLES[name].value, None, password), Clock()())
    return accounts


def unread_trail(who: str, event: Event, detail: dict[str, str]) -> None:
    """An audit trail that nobody reads."""


@lru_cache(maxsize=1)
def _hashes() -> tuple[tuple[str, str], ...]:
    return tuple((name, hashed(password, name)) for name, password in PASSWORDS.items())


def token_in(page: Response | object) -> str:
    """The form token that a page holds."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)  # type: ignore[attr-defined]
    assert found, page.text  # type: ignore[attr-defined]
    return found[1]


def ours(server: Server) -> dict[str, str]:
    """The headers that a browser sends along with a form of one of our own pages."""
    return {"origin": server.site.origin, "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate"}


def opened(server: Server, browser: TestClient, token: str | None = None) -> object:
    """Exchange the one-time link, as its page's script does."""
    form = {"csrf": token_in(browser.get("/link")), "token": token or server.link.token}
    return browser.post("/link", data=form, headers=ours(server))


def signed_in(server: Server, browser: TestClient, name: str, password: str | None = None) -> object:
    """Sign in by name and password, as the form does."""
    form = {
        "csrf": token_in(browser.get("/sign-in")),
        "name": name,
        "password": PASSWORDS[name] if password is None else password,
    }
    return browser.post("/sign-in", data=form, headers=ours(server))


def csrf(browser: TestClient) -> str:
    """The form token of whoever is signed in."""
    return browser.get("/").text.split("|")[1]
