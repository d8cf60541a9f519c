"""The ways in and out: the one-time link for one person, a name and password for a team, and sign-out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from redactor.review.records import Reviewer, ReviewerRole
from redactor.store.accounts import Accounts, ReviewerAccount, name_key
from redactor.web.access.attempts import Attempts, Delay
from redactor.web.access.cookies import cookie
from redactor.web.access.link import OneTimeLink
from redactor.web.access.passwords import matches, outdated, rehashed
from redactor.web.access.screens import screen
from redactor.web.access.sessions import Sessions
from redactor.web.access.site import Site
from redactor.web.access.trail import UNKNOWN, Event, Trail

_LONGEST_NAME = 120
_HASHES_AT_ONCE = 2
"""Each takes 64 MiB for some tens of milliseconds; more at once would let sign-ins starve the reviewers."""

_WRONG = "That name and password do not belong together."


@dataclass(frozen=True)
class Door:
    """What the ways in share."""

    site: Site
    sessions: Sessions
    trail: Trail

    def admitted(self, reviewer: Reviewer, by: str, address: str) -> str:
        """Open a session and write it down; the Set-Cookie header that carries it."""
        self.trail(reviewer.name, Event.SIGNED_IN, {"by": by, "address": address})
        return cookie(self.site, "session", self.sessions.open(reviewer))

    def left(self, reviewer: Reviewer, token: str, address: str) -> None:
        """End a session and write it down."""
        self.sessions.end(token)
        self.trail(reviewer.name, Event.SIGNED_OUT, {"address": address})


def link_routes(door: Door, link: OneTimeLink, reviewer: Reviewer) -> Sequence[Route]:
    """The one-time link: a page whose script posts the fragment, and the exchange for a session."""

    async def show(request: Request) -> Response:
        return screen("link", title="Open the matter", csrf=request.state.csrf)

    async def exchange(request: Request) -> Response:
        async with request.form() as form:
            token = str(form.get("token", "")).strip().rpartition("#")[2]  # the whole link may have been pasted
        if not await run_sync(link.used, token):
            await run_sync(door.trail, UNKNOWN, Event.LINK_REFUSED, {"address": address_of(request)})
            return screen("spent", 403, title="This link has been used or has run out")
        made = await run_sync(door.admitted, reviewer, "one-time link", address_of(request))
        return onward("/", made)

    return (Route("/link", show, methods=["GET"]), Route("/link", exchange, methods=["POST"]), _sign_out(door))


class PasswordDoor:
    """Sign-in by name and password."""

    def __init__(
        self, door: Door, accounts: Accounts, attempts: Attempts, clock: Callable[[], datetime], *, provider: bool
    ) -> None:
        self._door = door
        self._accounts = accounts
        self._clock = clock
        self._provider = provider
        self._attempts = attempts
        self._hashing = CapacityLimiter(_HASHES_AT_ONCE)

    def routes(self) -> Sequence[Route]:
        return (
            Route("/sign-in", self._show, methods=["GET"]),
            Route("/sign-in", self._try, methods=["POST"]),
            _sign_out(self._door),
        )

    async def _show(self, request: Request) -> Response:
        return RedirectResponse("/", 303) if request.state.reviewer else self._form(request)

    async def _try(self, request: Request) -> Response:
        async with request.form() as form:
            name = str(form.get("name", ""))[: _LONGEST_NAME + 1].replace("\0", "")
            password = str(form.get("password", ""))
        address = address_of(request)
        if delay := self._attempts.begin(name_key(name), address, self._clock()):
            if delay.first:
                await run_sync(self._note, Event.SIGN_IN_DELAYED, name, address)
            return self._form(request, f"Too many tries. Wait {spoken(delay.seconds)}, then try again.", delay)
        account = await run_sync(partial(self._checked, name, password), limiter=self._hashing)
        if account is None:
            await run_sync(self._note, Event.SIGN_IN_FAILED, name, address)
            return self._form(request, _WRONG)
        self._attempts.succeeded(name_key(name), address)
        reviewer = Reviewer(account.name, ReviewerRole(account.role))
        made = await run_sync(self._door.admitted, reviewer, "password", address)
        return onward("/", made)

    def _checked(self, name: str, password: str) -> ReviewerAccount | None:
        """The account that name and password open. The same work is done where there is none."""
        account = self._accounts.named(name)
        kept = account.password if account is not None else None
        if not matches(kept, password) or account is None:
            return None
        if kept is not None and outdated(kept):
            self._accounts.set_password(account.name, rehashed(password), end_sessions=False)
        return account

    def _note(self, event: Event, name: str, address: str) -> None:
        account = self._accounts.named(name)
        self._door.trail(account.name if account else UNKNOWN, event, {"by": "password", "address": address})

    def _form(self, request: Request, said: str = "", delay: Delay | None = None) -> Response:
        status = 429 if delay else 401 if said else 200
        values = {"csrf": request.state.csrf, "said": said, "provider": self._provider}
        form = screen("sign_in", status, title="Sign in", **values)
        if delay:
            form.headers["retry-after"] = str(delay.seconds)
        return form


def onward(path: str, *cookies: str) -> Response:
    """On to ``path`` with cookies set."""
    response = RedirectResponse(path, status_code=303)
    for made in cookies:
        response.headers.append("set-cookie", made)
    return response


def address_of(request: Request) -> str:
    """The address of whoever asks, as the gate knows it."""
    return str(request.state.address)


def _sign_out(door: Door) -> Route:
    async def leave(request: Request) -> Response:
        token = request.cookies.get(door.site.cookie("session"), "")
        if request.state.reviewer is not None:
            await run_sync(door.left, request.state.reviewer, token, address_of(request))
        response = screen("left", title="Signed out", team=door.site.team)
        response.headers.append("set-cookie", cookie(door.site, "session", "", seconds=0))
        response.headers["clear-site-data"] = '"cache"'
        return response

    return Route("/sign-out", leave, methods=["POST"])


def spoken(seconds: int) -> str:
    """How long to wait, in words."""
    if seconds < 90:
        return f"{seconds} second{'' if seconds == 1 else 's'}"
    return f"{round(seconds / 60)} minutes"
