"""What is told to whoever asked when an error ends a request: what it means and what to do next, and no details."""

from __future__ import annotations

import logging
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from redactor.engines import unforeseen
from redactor.errors import InputError, NotPermittedError, RedactorError, ReviewConflictError
from redactor.web.access.screens import refusal

_LOG = logging.getLogger("redactor.web")


def answer_to(request: Request, error: Exception) -> Response:
    """The answer. What nobody foresaw is logged by its kind and place: the message of such an error may hold a
    document's text, and a trace-back shows our records."""
    if isinstance(error, HTTPException):
        response = refusal(request, error.status_code, _said(error.status_code), "Go back, or start at the first page.")
        response.headers.update(error.headers or {})
        return response
    if isinstance(error, RedactorError):
        if (status := _status(error)) == HTTPStatus.INTERNAL_SERVER_ERROR:
            _LOG.error("%s: %s", type(error).__name__, error)
        return refusal(request, status, str(error), error.remedy)
    _LOG.error("%s", unforeseen(error))
    return refusal(request, 500, "something went wrong here", "Load the page again; the server's log says where.")


def _said(status: int) -> str:
    try:
        return HTTPStatus(status).phrase.lower()
    except ValueError:
        return "this cannot be answered"


def _status(error: RedactorError) -> int:
    if isinstance(error, ReviewConflictError):
        return HTTPStatus.CONFLICT
    if isinstance(error, NotPermittedError):
        return HTTPStatus.FORBIDDEN
    if isinstance(error, InputError):
        return HTTPStatus.NOT_FOUND
    return HTTPStatus.INTERNAL_SERVER_ERROR
