"""The application: the review pages behind the gate, with the ways in that the site has."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from redactor.errors import RedactorError
from redactor.web.access.ending import answer_to
from redactor.web.access.gate import Gate, Rules
from redactor.web.access.headers import ASSETS
from redactor.web.access.sign_in import Door

_FOLDER = Path(__file__).resolve().parent / "assets"
_OPEN = frozenset(
    {"/link", "/sign-in", "/sign-in/provider", "/sign-in/answer", "/sign-out", "/robots.txt", "/favicon.ico"}
)


def application(
    door: Door, ways_in: Sequence[BaseRoute], pages: Sequence[BaseRoute], only_reads: frozenset[str] = frozenset()
) -> ASGIApp:
    """The whole server: ``ways_in`` for strangers, ``pages`` for reviewers. ``only_reads`` are paths of ``pages`` whose
    POST changes nothing, so that a read-only reviewer may use them."""
    behind = Starlette(
        routes=[
            *ways_in,
            Route("/robots.txt", _robots),
            Route("/favicon.ico", _no_icon),
            Mount(ASSETS.rstrip("/"), StaticFiles(directory=_FOLDER), name="assets"),
            *pages,
        ],
        exception_handlers={HTTPException: _answered, RedactorError: _answered},
    )
    return Gate(behind, door.site, door.sessions, Rules(_needs_nobody, only_reads))


def _needs_nobody(path: str) -> bool:
    return path in _OPEN or path.startswith(ASSETS)


def _answered(request: Request, error: Exception) -> Response:
    return answer_to(request, error)


def _robots(request: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


def _no_icon(request: Request) -> Response:
    return Response(status_code=204)  # browsers ask for it whatever a page says
