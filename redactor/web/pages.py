"""The routes of the reviewer's page, and its plain views: documents, queue, search, sample, release, keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from redactor.model import DocumentId
from redactor.review.desk import Desk
from redactor.review.records import DocumentProgress, Explanation, Filter, Item, Sample, State
from redactor.web.answers import (
    LastDone,
    Trail,
    item_path,
    onward,
    page_path,
    posted,
    reviewer_of,
    said_in,
    shown,
    with_query,
)
from redactor.web.deciding import Deciding
from redactor.web.forms import document_of, filter_of, filter_query, number_of, text_of, texts_of
from redactor.web.keys import KEY_MAP
from redactor.web.marking import around_parts, marked_parts
from redactor.web.screen import PRODUCE_REASONS, Screen, choices_of, totals_of
from redactor.web.templating import render

GROUPS_SHOWN = 20
"""Groups on one page of the queue; each shows its words, which are read from the cache."""

HITS_SHOWN = 100
_LARGEST_SAMPLE = 5000


def routes(desk: Desk) -> list[BaseRoute]:
    """Every route of the review pages. The application adds who is signed in (``request.state.reviewer``) and the
    token that forms carry (``request.state.csrf``), and checks both."""
    trail, last = Trail(desk), LastDone()
    screen = Screen(desk, trail, last)
    deciding, views = Deciding(desk, screen, last), Views(desk, screen, trail, last)
    page = "/documents/{document}/pages/{number}"
    return [
        Route("/", shown(views.start), methods=["GET"]),
        Route("/documents", shown(views.documents), methods=["GET"]),
        Route("/documents/assign", posted(views.assign), methods=["POST"]),
        Route("/documents/{document}/pages", shown(views.go_to), methods=["GET"]),
        Route(page, shown(screen.page), methods=["GET"]),
        Route(page + "/picture", shown(screen.picture), methods=["GET"]),
        Route(page + "/preview", shown(screen.preview), methods=["GET"]),
        Route("/next", shown(screen.next_undecided), methods=["GET"]),
        Route("/decide", posted(deciding.decide), methods=["POST"]),
        Route("/undo", posted(deciding.undo), methods=["POST"]),
        Route("/draw", posted(deciding.draw), methods=["POST"]),
        Route("/comment", posted(deciding.comment), methods=["POST"]),
        Route("/queue", shown(views.queue), methods=["GET"]),
        Route("/search", shown(views.search_form), methods=["GET"]),
        Route("/search", posted(views.search), methods=["POST"]),
        Route("/sample", shown(views.sample), methods=["GET"]),
        Route("/sample/next", shown(views.sample_next), methods=["GET"]),
        Route("/sample/draw", posted(views.draw_sample), methods=["POST"]),
        Route("/sample/verdict", posted(views.judge), methods=["POST"]),
        Route("/release", shown(views.release), methods=["GET"]),
        Route("/keys", shown(views.keys), methods=["GET"]),
    ]


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one value in the queue, with the words of the first; ``elsewhere`` are alike and not listed."""

    why: Explanation
    items: tuple[Item, ...]
    parts: tuple[tuple[str, bool], ...]
    elsewhere: int


class Views:
    """The views that are lists and forms."""

    def __init__(self, desk: Desk, screen: Screen, trail: Trail, last: LastDone) -> None:
        self._desk, self._screen, self._trail, self._last = desk, screen, trail, last

    def start(self, request: Request) -> Response:
        """GET: where the work is: the next thing undecided, or the list of documents."""
        found = self._screen.undecided_after(reviewer_of(request), None, Filter())
        return RedirectResponse(item_path(found) if found else "/documents", 303, headers={"Cache-Control": "no-store"})

    def documents(self, request: Request) -> Response:
        """GET: every document, its progress and whose it is."""
        reviewer_of(request)
        progress = self._desk.progress()
        return self._render(request, "documents.html", progress, rows=progress)

    def go_to(self, request: Request) -> Response:
        """GET: the page whose number was typed, or the nearest that there is."""
        reviewer_of(request)
        document = document_of(request.path_params["document"])
        wanted = number_of(text_of(request.query_params, "number"), "The page", 1)
        pages = self._desk.page(document, 1).pages
        return RedirectResponse(page_path(document, min(wanted, pages)), 303, headers={"Cache-Control": "no-store"})

    def assign(self, request: Request, form: FormData) -> Response:
        """POST: the checked documents are somebody's from now on, or nobody's."""
        chosen = tuple(document_of(value) for value in texts_of(form, "document"))
        self._desk.assign(reviewer_of(request), chosen, text_of(form, "to", 200) or None)
        return onward("/documents", "assign", len(chosen))

    def queue(self, request: Request) -> Response:
        """GET: what needs eyes, most urgent first, grouped by value."""
        who, wanted = reviewer_of(request), filter_of(request.query_params)
        offset = number_of(request.query_params.get("offset", "0"), "The offset")
        found = self._desk.queue(wanted, offset, GROUPS_SHOWN)
        groups = tuple(
            self._group(items, whole=wanted.group is not None and not wanted.vanished) for items in found.groups
        )
        for group in groups:
            self._trail.viewed(who, group.why.item.document, group.why.item.page or 1)
        kept = filter_query(wanted) + ([("document", wanted.document)] if wanted.document else [])
        progress = self._desk.progress()
        return self._render(
            request,
            "queue.html",
            progress,
            groups=groups,
            total=found.total,
            offset=offset,
            size=GROUPS_SHOWN,
            wanted=wanted,
            last=self._last.of(who),
            here=with_query("/queue", [*kept, *([("offset", str(offset))] if offset else [])]),
            earlier=with_query("/queue", [*kept, ("offset", str(max(0, offset - GROUPS_SHOWN)))]) if offset else None,
            later=with_query("/queue", [*kept, ("offset", str(offset + GROUPS_SHOWN))])
            if offset + GROUPS_SHOWN < found.total
            else None,
            choices=choices_of(self._desk, progress),
            reasons=PRODUCE_REASONS,
            item_path=item_path,
            states=State,
        )

    def _group(self, items: tuple[Item, ...], *, whole: bool) -> Group:
        """A group with the words of its first finding. The desk cuts large ones short, unless asked for one."""
        why = self._desk.explain(items[0].finding)
        listed = self._desk.alike(items[0].finding) if whole else items
        elsewhere = 0 if whole else max(0, items[0].alike - len(items))
        return Group(why, listed, around_parts(why.around, why.text), elsewhere)

    def search_form(self, request: Request) -> Response:
        """GET: the search before anything was asked."""
        reviewer_of(request)
        return self._render(request, "search.html", words="", hits=None, most=HITS_SHOWN)

    def search(self, request: Request, form: FormData) -> Response:
        """POST, so that what is looked for stands in no URL and in no log: pages that say the words."""
        who, words = reviewer_of(request), text_of(form, "words", 200)
        found = self._desk.search(words, HITS_SHOWN) if words else ()
        for document, _, number, _ in found:
            self._trail.viewed(who, document, number)
        hits = [
            (page_path(document, number), control, number, marked_parts(line, words))
            for document, control, number, line in found
        ]
        return self._render(request, "search.html", words=words, hits=hits, most=HITS_SHOWN)

    def sample(self, request: Request) -> Response:
        """GET: the QC sample: how much of it was looked at, and what that says of the rest."""
        reviewer_of(request)
        sample = self._desk.sample()
        controls = {row.document: row.control for row in self._desk.progress()} if sample else {}
        return self._render(request, "sample.html", sample=sample, controls=controls, page_path=page_path)

    def draw_sample(self, request: Request, form: FormData) -> Response:
        """POST: draw pages in which nothing was found, with the seed given or a new one."""
        size = number_of(text_of(form, "size"), "The number of pages", 1, _LARGEST_SAMPLE)
        seed = text_of(form, "seed")
        drawn = self._desk.draw_sample(reviewer_of(request), size, number_of(seed, "The seed") if seed else None)
        return onward("/sample", "sample", drawn.size)

    def sample_next(self, request: Request) -> Response:
        """GET: the next page of the sample without a verdict."""
        reviewer_of(request)
        place = self._unjudged(self._desk.sample(), None)
        return RedirectResponse(page_path(*place), 303) if place else onward("/sample", "looked")

    def judge(self, request: Request, form: FormData) -> Response:
        """POST: the verdict on a page of the sample; nothing missed leads on, something missed stays to be drawn."""
        document, number = document_of(text_of(form, "document")), number_of(text_of(form, "page"), "The page", 1)
        missed = text_of(form, "missed") == "yes"
        sample = self._desk.judge_sample(reviewer_of(request), document, number, missed=missed)
        if missed:
            return onward(page_path(document, number), "judged")
        place = self._unjudged(sample, (document, number))
        return onward(page_path(*place), "judged") if place else onward("/sample", "looked")

    def _unjudged(self, sample: Sample | None, after: tuple[DocumentId, int] | None) -> tuple[DocumentId, int] | None:
        if sample is None or sample.looked >= len(sample.pages):
            return None
        start = sample.pages.index(after) + 1 if after in sample.pages else 0
        for place in (*sample.pages[start:], *sample.pages[:start]):
            if self._desk.page(*place).sample_verdict is None:
                return place
        return None

    def release(self, request: Request) -> Response:
        """GET: what stands in the way of a release, each with where to mend it."""
        reviewer_of(request)
        return self._render(request, "release.html", obstacles=self._desk.obstacles())

    def keys(self, request: Request) -> Response:
        """GET: the key map, for those without script too."""
        return self._render(request, "keys.html", key_map=KEY_MAP)

    def _render(
        self, request: Request, template: str, progress: Sequence[DocumentProgress] | None = None, **context: object
    ) -> Response:
        desk = self._desk
        progress = desk.progress() if progress is None else progress
        return render(
            request, template, matter=desk.title(), totals=totals_of(progress), said=said_in(request), **context
        )
