"""What every page shares: forms read off the event loop, errors that become pages, where links lead, and what is said
after something was done."""

from __future__ import annotations

import threading
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Final
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from redactor.errors import InputError, NotPermittedError, RedactorError, ReviewConflictError
from redactor.model import DocumentId, FindingId
from redactor.review.desk import Desk
from redactor.review.records import Item, Reviewer, State
from redactor.web.templating import render

MOST_FIELDS = 20_000
"""Fields of one form: a group of findings sends one for each."""

Handler = Callable[[Request], Response]
Pairs = Sequence[tuple[str, str]]


def shown(handler: Handler) -> Handler:
    """The handler with its errors as a page that says what to do next, and nothing else."""

    def answer(request: Request) -> Response:
        try:
            return handler(request)
        except RedactorError as error:
            return failed(request, error)

    return answer


def posted(handler: Callable[[Request, FormData], Response]) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that reads the form, then runs the handler off the event loop; errors become pages."""

    async def answer(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
            try:
                return await run_in_threadpool(handler, request, form)
            except RedactorError as error:
                return await run_in_threadpool(failed, request, error)

    return answer


def failed(request: Request, error: RedactorError) -> Response:
    """A page of its own for an error that no view shows in its place."""
    return render(request, "failed.html", status_of(error, request.method), error=error)


def status_of(error: RedactorError, method: str) -> int:
    """The HTTP status of an error."""
    if isinstance(error, ReviewConflictError):
        return 409
    if isinstance(error, NotPermittedError):
        return 403
    if isinstance(error, InputError):
        return 404 if method == "GET" else 422
    return 500


def reviewer_of(request: Request) -> Reviewer:
    """Who sent the request. The application puts it there; without it nothing is shown."""
    reviewer = getattr(request.state, "reviewer", None)
    if not isinstance(reviewer, Reviewer):
        raise NotPermittedError("Nobody is signed in.", remedy="Sign in first.")
    return reviewer


def page_path(document: DocumentId, number: int, finding: FindingId | None = None, query: Pairs = ()) -> str:
    """Where a page is reviewed, with a finding selected."""
    pairs = [*query, *([("finding", str(finding))] if finding else [])]
    return with_query(f"/documents/{document}/pages/{number}", pairs)


def item_path(item: Item, query: Pairs = ()) -> str:
    """Where a finding is reviewed. What stands on no page is shown beside the first."""
    return page_path(item.document, item.page or 1, item.finding, query)


def with_query(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The path with these pairs added to its query."""
    query = urlencode(list(pairs))
    if not query:
        return path
    return f"{path}{'&' if '?' in path else '?'}{query}"


def onward(path: str, said: str, count: int = 1) -> Response:
    """Go to ``path`` and say there what was done (a key of ``_SAID``)."""
    return RedirectResponse(
        with_query(path, [("said", said), ("n", str(count))]), 303, headers={"Cache-Control": "no-store"}
    )


_SAID: Final = {
    "redact": ("Redacted.", "Redacted {n} findings."),
    "produce": ("Will be produced.", "{n} findings will be produced."),
    "second": (
        "Noted. It stays covered until a second reader agrees.",
        "Noted for {n} findings. What needs a second reader stays covered until then.",
    ),
    "generalise": ("Will be generalised.", "{n} findings will be generalised."),
    "withhold": ("Withheld.", "{n} findings withheld."),
    "refer": ("Referred; it stays covered.", "Referred {n} findings; they stay covered."),
    "accept": ("Accepted as proposed.", "Accepted {n} findings as proposed."),
    "undo": ("Undone.", "Undid {n} decisions."),
    "drawn": ("Box added.", "{n} boxes added."),
    "comment": ("Comment added.", "Comment added."),
    "assign": ("Assigned 1 document.", "Assigned {n} documents."),
    "sample": ("Sample of 1 page drawn.", "Sample of {n} pages drawn."),
    "judged": ("Verdict noted.", "Verdict noted."),
    "looked": ("Every page of the sample has been looked at.", "Every page of the sample has been looked at."),
    "none": ("Nothing else needs a decision here.", "Nothing else needs a decision here."),
}


def said_in(request: Request) -> str:
    """The sentence for what was just done, or nothing. Codes only travel in the URL, never words."""
    words = _SAID.get(request.query_params.get("said", ""))
    count = request.query_params.get("n", "1")
    if words is None or not count.isdecimal() or len(count) > 9:
        return ""
    return words[0] if int(count) == 1 else words[1].format(n=int(count))


def said_of(items: Sequence[Item], otherwise: str) -> str:
    """The key of what to say about items after a decision."""
    return "second" if any(item.state is State.AWAITS_SECOND for item in items) else otherwise


class Trail:
    """Notes views in the audit trail: once for each person and page in ten minutes, not once for every key pressed."""

    _WINDOW = 600.0
    _MOST = 20_000

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._noted: dict[tuple[str, DocumentId, int], float] = {}
        self._lock = threading.Lock()

    def viewed(self, who: Reviewer, document: DocumentId, page: int) -> None:
        """The page's picture or words go to the person's browser now."""
        key, now = (who.name, document, page), time.monotonic()
        with self._lock:
            if now - self._noted.get(key, float("-inf")) < self._WINDOW:
                return
            if len(self._noted) >= self._MOST:
                self._noted.clear()
            self._noted[key] = now
        self._desk.viewed(who, document, page)


class LastDone:
    """What each person did last, so that one key undoes it. In memory: a restart forgets it."""

    def __init__(self) -> None:
        self._done: dict[str, tuple[tuple[FindingId, int], ...]] = {}

    def note(self, who: Reviewer, items: Sequence[Item]) -> None:
        self._done[who.name] = tuple((item.finding, item.version) for item in items)

    def of(self, who: Reviewer) -> tuple[tuple[FindingId, int], ...]:
        return self._done.get(who.name, ())

    def forget(self, who: Reviewer) -> None:
        self._done.pop(who.name, None)
