"""The gate: every request passes it, and nothing behind it runs for one that is forged, oversized or nobody's.

In order: the peer, the Host header, where the request comes from, who sends it, the size of its body, the form token,
the role. Every answer, a refusal too, leaves with the headers of ``headers.py``.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, quote

import anyio
from anyio.to_thread import run_sync
from starlette.datastructures import MutableHeaders
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from redactor.review.records import ReviewerRole
from redactor.web.access.cookies import cookie
from redactor.web.access.ending import answer_to
from redactor.web.access.headers import ASSETS, security_headers
from redactor.web.access.screens import refusal, screen, wants_json
from redactor.web.access.sessions import Sessions, Visit, csrf_of
from redactor.web.access.site import Site

LARGEST_BODY = 2 * 1024 * 1024
"""Bytes of a request. The largest honest one decides on some ten thousand findings at once."""

SLOWEST_BODY = 30.0
"""Seconds for a body to arrive; whoever sends a byte a minute only wants to hold a connection open."""

_LARGEST_FORM_FIELDS = 50_000
_LONGEST_ADDRESS = 64
_SAFE = frozenset({"GET", "HEAD"})

Open = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Rules:
    """What the gate knows of the routes behind it: which paths need no session, and which POST paths only read (a
    search is posted so that its words stay out of URLs)."""

    needs_nobody: Open
    only_reads: frozenset[str] = frozenset()


class _RefusedError(Exception):
    """This request goes no further. Not an error of the program: it is answered, and not logged as one."""

    def __init__(self, status: int, said: str, remedy: str = "Load the page again, and try once more.") -> None:
        super().__init__(said)
        self.status, self.said, self.remedy = status, said, remedy


class Gate:
    """ASGI middleware around the whole application. ``request.state`` has ``reviewer`` and ``csrf`` behind it."""

    def __init__(self, app: ASGIApp, site: Site, sessions: Sessions, rules: Rules) -> None:
        self._app = app
        self._site = site
        self._sessions = sessions
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})  # nothing here speaks anything else
            return
        request = Request(scope, receive)
        answered = _Answer(send, security_headers(self._site, scope["path"]))
        try:
            await self._admitted(request, answered)
        except Exception as error:
            await self._ended(error, request, answered)

    async def _admitted(self, request: Request, answered: _Answer) -> None:
        """Ask everything, in order, and hand the request on. Raises _RefusedError."""
        self._expected(request)
        self._from_here(request)
        public = self._rules.needs_nobody(request.scope["path"])
        visit = await self._visit(request)
        visitor = None if visit else self._visitor(request, answered) if public else None
        if visit is None and visitor is None:
            response = self._stranger(request)
            await response(request.scope, request.receive, answered)
            return
        receive: Receive = request.receive
        if request.method not in _SAFE:
            body = await _body(request)
            receive = _replayed(body)
            expected = visit.csrf if visit else csrf_of(visitor or "")
            await _form_token(request, body, expected)
            if visit and visit.reviewer.role is ReviewerRole.READ_ONLY and not self._may_read_by_post(request, public):
                raise _RefusedError(403, "your role may look and not decide", "Ask a supervising attorney.")
        state = request.scope.setdefault("state", {})
        state["csrf"] = visit.csrf if visit else csrf_of(visitor or "")
        state["reviewer"] = visit.reviewer if visit else None
        state["address"] = self._address(request)
        await self._app(request.scope, receive, answered)

    def _expected(self, request: Request) -> None:
        """From the peer, for the host and with the method that this server answers."""
        peer = request.client.host if request.client else ""
        if self._site.proxy is not None and peer != self._site.proxy:
            raise _RefusedError(403, "this server answers its proxy only", f"Open {self._site.origin} instead.")
        hosts = request.headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._site.hosts:
            raise _RefusedError(421, "this server has another address", "Open the address that it was started with.")
        if request.method not in _SAFE | {"POST"}:
            raise _RefusedError(405, "this method is not answered", "Load the page again.")

    def _from_here(self, request: Request) -> None:
        """A request that changes something must come from a page of ours; one that reads may be a person's own
        navigation, but never an image, frame or script of another site (or of another port, which shares cookies)."""
        came_from = request.headers.get("sec-fetch-site")
        if request.method in _SAFE:
            navigation = request.headers.get("sec-fetch-mode") == "navigate"
            person = navigation and request.headers.get("sec-fetch-dest", "document") == "document"
            if came_from in (None, "same-origin", "none") or person:
                return
            raise _RefusedError(403, "another site asked for this", "Open the page itself.")
        origin = request.headers.get("origin")
        ours = origin in self._site.origins or (origin is None and came_from == "same-origin")
        if not ours or came_from not in (None, "same-origin"):
            raise _RefusedError(403, "this was not sent from a page of this server")

    def _address(self, request: Request) -> str:
        """Whoever asks; behind a proxy, the address that the proxy itself saw, which is the last that it lists."""
        if self._site.proxy is not None:
            listed = request.headers.getlist("x-forwarded-for")
            return listed[-1].rpartition(",")[2].strip()[:_LONGEST_ADDRESS] if listed else self._site.proxy
        return request.client.host if request.client else ""

    async def _visit(self, request: Request) -> Visit | None:
        token = request.cookies.get(self._site.cookie("session"))
        return await run_sync(self._sessions.visit, token) if token else None

    def _visitor(self, request: Request, answered: _Answer) -> str:
        """The token of somebody who has not signed in, which guards the sign-in form itself; made where absent."""
        name = self._site.cookie("visitor")
        if token := request.cookies.get(name):
            return token
        token = secrets.token_urlsafe(32)
        if request.method in _SAFE and not request.scope["path"].startswith(ASSETS):
            answered.cookies.append(cookie(self._site, "visitor", token))
        return token

    def _stranger(self, request: Request) -> Response:
        """Nobody: shown the way in."""
        if request.method in _SAFE and not wants_json(request):
            if request.headers.get("sec-fetch-site") == "cross-site":
                # A strict cookie is not sent along a link from elsewhere; from this page of ours it will be.
                return screen("arrived", 200, title="One moment", onward=_same_place(request))
            if self._site.team:
                return RedirectResponse("/sign-in", status_code=303)
        if self._site.team:
            return refusal(request, 401, "nobody is signed in, or the session has ended", "Sign in again at /sign-in.")
        said = "the session has ended, or never began"
        return refusal(request, 401, said, "Run `redactor review` again: it prints a new link.")

    def _may_read_by_post(self, request: Request, public: bool) -> bool:
        return public or request.scope["path"] in self._rules.only_reads

    async def _ended(self, error: Exception, request: Request, answered: _Answer) -> None:
        """Answer for whatever stopped the request before or behind the gate."""
        if isinstance(error, ClientDisconnect):
            return
        if isinstance(error, _RefusedError):
            response = refusal(request, error.status, error.said, error.remedy)
        else:
            response = answer_to(request, error)
        if not answered.begun:
            await response(request.scope, request.receive, answered)


class _Answer:
    """Sends the answer, with our headers and cookies on it."""

    def __init__(self, send: Send, headers: tuple[tuple[str, str], ...]) -> None:
        self._send = send
        self._headers = headers
        self.cookies: list[str] = []
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in self._headers:
                headers[name] = value
            for made in self.cookies:
                headers.append("set-cookie", made)
        await self._send(message)


async def _body(request: Request) -> bytes:
    """The whole body. Raises _RefusedError where it is too large or too slow, having read no more than the limit."""
    declared = request.headers.get("content-length", "0")
    if not declared.isascii() or not declared.isdigit() or int(declared[:12]) > LARGEST_BODY:
        raise _RefusedError(413, "the request is too large", "Decide on fewer findings at once.")
    body = bytearray()
    with anyio.move_on_after(SLOWEST_BODY) as limit:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_BODY:
                raise _RefusedError(413, "the request is too large", "Decide on fewer findings at once.")
    if limit.cancelled_caught:
        raise _RefusedError(408, "the request took too long to arrive")
    return bytes(body)


def _same_place(request: Request) -> str:
    """The path that was asked for, and never an address elsewhere such as ``//host``."""
    path = "/" + quote(request.scope["path"].lstrip("/\\"))
    return f"{path}?{request.url.query}" if request.url.query else path


def _replayed(body: bytes) -> Receive:
    """What was read, for the application to read again."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return messages.pop() if messages else {"type": "http.disconnect"}

    return receive


async def _form_token(request: Request, body: bytes, expected: str) -> None:
    """The token of this very session, in the header (scripts) or the field ``csrf`` (forms). Raises _RefusedError."""
    given = request.headers.get("x-csrf-token") or await _field(request, body)
    if not hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode()):
        raise _RefusedError(403, "the form is not of this session, or the session has ended")


async def _field(request: Request, body: bytes) -> str:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        try:
            fields = parse_qs(body.decode("ascii"), max_num_fields=_LARGEST_FORM_FIELDS)
        except ValueError:
            raise _RefusedError(400, "the form cannot be read") from None
        return fields.get("csrf", [""])[0]
    if kind == "multipart/form-data":
        sent = Request(request.scope, _replayed(body))
        try:
            async with sent.form(max_files=0, max_fields=_LARGEST_FORM_FIELDS) as form:
                given = form.get("csrf", "")
        except MultiPartException:
            raise _RefusedError(400, "the form cannot be read") from None
        return given if isinstance(given, str) else ""
    return ""
