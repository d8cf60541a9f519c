"""The pages of the door: sign-in, the one-time link, refusals. They say what to do next, and nothing of the matter."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from redactor.web.templating import environment

_TITLES = {
    401: "Sign in first",
    403: "Not allowed",
    404: "Nothing here",
    409: "Look again",
    500: "Something went wrong",
}


def screen(name: str, status: int = 200, **values: object) -> Response:
    """A page of ``templates/access``."""
    return HTMLResponse(environment().get_template(f"access/{name}.html").render(**values), status_code=status)


def refusal(request: Request, status: int, said: str, remedy: str) -> Response:
    """What is told to somebody who may not go on: a page, or JSON where a script asks for it."""
    if wants_json(request):
        return JSONResponse({"error": said, "remedy": remedy}, status_code=status)
    return screen("refused", status, title=_TITLES.get(status, "This did not work"), said=said, remedy=remedy)


def wants_json(request: Request) -> bool:
    """Whether a script asks, which reads JSON, rather than a person, who reads a page."""
    return "application/json" in request.headers.get("accept", "")
