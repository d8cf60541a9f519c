"""Serves the review pages over a desk, without the gate: who sends a request stands in a cookie. The answers carry the
same content security policy, so that what would break behind the gate breaks here."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from redactor.review.desk import Desk
from redactor.review.records import Reviewer, ReviewerRole
from redactor.web.pages import routes
from redactor.web.templating import ASSETS

POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
TOKEN = "token-of-a-test"

PEOPLE = {
    "ada": Reviewer("Ada Attorney", ReviewerRole.SUPERVISING_ATTORNEY),
    "ravi": Reviewer("Ravi Reviewer", ReviewerRole.REVIEWER),
    "lena": Reviewer("Lena Looker", ReviewerRole.READ_ONLY),
}


class _Door:
    """Puts reviewer and token where the pages look for them, and checks the token of every form."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        state = scope.setdefault("state", {})
        state["reviewer"] = PEOPLE.get(Request(scope).cookies.get("reviewer", "ada"))
        state["csrf"] = TOKEN

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["content-security-policy"] = POLICY
            await send(message)

        return await self._app(scope, receive, sent)


def review_app(desk: Desk) -> ASGIApp:
    """The review pages over ``desk``, with their assets."""
    return _Door(Starlette(routes=[*routes(desk), Mount("/assets", StaticFiles(directory=ASSETS))]))


@dataclass(frozen=True)
class Served:
    """Where the pages are, and the desk behind them."""

    address: str


@contextmanager
def served(app: ASGIApp) -> Iterator[Served]:
    """The application on a free port of this machine, in a thread, until the block ends."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
        if not thread.is_alive():
            raise RuntimeError("the server did not start")
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield Served(f"http://127.0.0.1:{port}")
    finally:
        server.should_exit = True
        thread.join(10)
