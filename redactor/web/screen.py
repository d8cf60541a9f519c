"""The reviewing screen: one page with its findings, the selected one's why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from redactor.errors import RedactorError, ReviewConflictError
from redactor.model import Category, Disposition, DocumentId, FindingId
from redactor.review.desk import Desk
from redactor.review.records import (
    DocumentProgress,
    Explanation,
    Filter,
    Item,
    PageView,
    Reviewer,
    ReviewerRole,
    State,
    Why,
)
from redactor.web.answers import LastDone, Trail, item_path, page_path, reviewer_of, said_in, status_of
from redactor.web.forms import FormError, document_of, filter_of, filter_query, finding_of, number_of, text_of
from redactor.web.marking import around_parts
from redactor.web.sheet import PICTURE_DPI, covering, name_of, proposal_of, shapes
from redactor.web.templating import render

LIST_LIMIT = 200
"""Findings in the side list of a whole document; the queue has the rest."""

_OPEN = (State.UNDECIDED, State.PROPOSED, State.AWAITS_SECOND)
_SECONDS = (ReviewerRole.SECOND_READER, ReviewerRole.SUPERVISING_ATTORNEY)
_FIRST_PICTURE = 144

PRODUCE_REASONS = (
    "Not an identifier",
    "Public official acting as such",
    "Counsel of record",
    "Printed text of the form",
    "Public party or cited case",
    "Does not lead to a protected person",
)
"""Offered while a reason is typed; any other will do."""


TYPED = ("reason", "note", "category", "comment", "x0", "y0", "x1", "y1")
"""Fields that come back with what was typed when a form was refused."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong with a form, and what was typed into it, so that nothing is lost."""

    error: RedactorError
    kept: Mapping[str, str]

    @property
    def conflict(self) -> bool:
        """Whether somebody else decided in the meantime."""
        return isinstance(self.error, ReviewConflictError)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the side list."""

    item: Item
    href: str
    name: str


@dataclass(frozen=True, slots=True)
class Totals:
    """How far the whole matter is."""

    findings: int
    undecided: int
    awaiting_second: int
    decided: int


def totals_of(rows: Sequence[DocumentProgress]) -> Totals:
    """The counts of every document, added up."""
    return Totals(
        sum(row.findings for row in rows),
        sum(row.undecided for row in rows),
        sum(row.awaiting_second for row in rows),
        sum(row.decided for row in rows),
    )


class Screen:
    """Shows pages of one matter. ``trail`` notes who was shown what; ``last`` knows what the reviewer did last."""

    def __init__(self, desk: Desk, trail: Trail, last: LastDone) -> None:
        self._desk, self._trail, self._last = desk, trail, last

    def page(self, request: Request) -> Response:
        """GET: the page of the URL, with the finding of the query selected."""
        document, number = self._place(request)
        chosen = text_of(request.query_params, "finding")
        selected = self._desk.item(finding_of(chosen)) if chosen else None
        if selected is not None and (selected.document, selected.page or 1) != (document, number):
            return RedirectResponse(item_path(selected), 303)
        return self.show(request, (document, number), selected, request.query_params)

    def show(
        self,
        request: Request,
        place: tuple[DocumentId, int],
        selected: Item | None,
        query: QueryParams,
        trouble: Trouble | None = None,
    ) -> Response:
        """The screen, filtered as ``query`` says; ``trouble`` is what a form ran into."""
        (document, number), who = place, reviewer_of(request)
        view, progress = self._desk.page(document, number), self._desk.progress()
        self._trail.viewed(who, document, number)
        wanted = filter_of(query, document)
        whole = query.get("scope") == "document"
        kept = [*filter_query(wanted), *([("scope", "document")] if whole else [])]
        fitting = tuple(item for item in view.items if fits(item, wanted))
        listed, more = self._listed(wanted, fitting, whole)
        selected = selected or first_open(fitting)
        why = self._desk.explain(selected.finding) if selected is not None else None
        return render(
            request,
            "review.html",
            200 if trouble is None else status_of(trouble.error, "POST"),
            matter=self._desk.title(),
            totals=totals_of(progress),
            view=view,
            shapes=shapes(view, fitting),
            rows=[Row(item, item_path(item, kept), name_of(item)) for item in listed],
            more=more,
            why=why,
            selected=why.item if why else None,
            around=around_parts(why.around, why.text) if why else (),
            claims=_claims(why) if why else (),
            proposal=self._proposal(why),
            covering=[(item_path(one, kept), one) for one in covering(view, selected)] if selected else (),
            confirms=why is not None and self._confirms(who, why.item),
            undoable=why is not None and why.item.decided_by == who.name,
            last=self._last.of(who),
            page_comments=[c for c in self._desk.comments(document, number) if c.finding is None],
            wanted=wanted,
            whole=whole,
            kept=kept,
            previewing=query.get("view") == "preview",
            trouble=trouble,
            typed=dict.fromkeys(TYPED, "") | dict(trouble.kept if trouble else {}),
            said=said_in(request),
            base_filter=filter_query(wanted),
            links=_links(view, kept),
            choices=choices_of(self._desk, progress),
            reasons=PRODUCE_REASONS,
            first_dpi=_FIRST_PICTURE,
        )

    def _listed(self, wanted: Filter, on_page: tuple[Item, ...], whole: bool) -> tuple[tuple[Item, ...], bool]:
        """What the side list shows, and whether the queue may have more: the desk cuts large groups short."""
        if not whole:
            return on_page, False
        queue = self._desk.queue(wanted, 0, LIST_LIMIT)
        found = sorted(
            (item for group in queue.groups for item in group), key=lambda item: (item.page or 0, item.order)
        )
        cut = any(len(group) < group[0].alike for group in queue.groups)
        return tuple(found[:LIST_LIMIT]), cut or len(found) > LIST_LIMIT or queue.total > len(queue.groups)

    @staticmethod
    def _proposal(why: Explanation | None) -> Disposition | None:
        if why is None or why.item.state is State.DECIDED:
            return None
        if why.item.state is State.AWAITS_SECOND and why.history:
            return why.history[-1].disposition
        return proposal_of(why.item)

    @staticmethod
    def _confirms(who: Reviewer, item: Item) -> bool:
        return item.state is State.AWAITS_SECOND and who.role in _SECONDS and item.decided_by != who.name

    def picture(self, request: Request) -> Response:
        """GET: the page as a grey PNG."""
        return self._png(request, preview=False)

    def preview(self, request: Request) -> Response:
        """GET: the page as it would be produced now; the next decision may change it."""
        return self._png(request, preview=True)

    def _png(self, request: Request, *, preview: bool) -> Response:
        who, (document, number) = reviewer_of(request), self._place(request)
        dpi = number_of(request.query_params.get("dpi", str(_FIRST_PICTURE)), "The resolution", 1, 1200)
        if dpi not in PICTURE_DPI:
            raise FormError("The page is not handed out in that resolution.")
        self._trail.viewed(who, document, number)
        made = self._desk.preview if preview else self._desk.picture
        return Response(made(document, number, dpi), media_type="image/png", headers={"Cache-Control": "no-store"})

    def next_undecided(self, request: Request) -> Response:
        """GET: on to what still needs a person, anywhere in the matter."""
        after = text_of(request.query_params, "after")
        wanted = filter_of(request.query_params)
        found = self.undecided_after(reviewer_of(request), finding_of(after) if after else None, wanted)
        if found is not None:
            return RedirectResponse(item_path(found, filter_query(wanted)), 303, headers={"Cache-Control": "no-store"})
        if after:
            item = self._desk.item(finding_of(after))
            return RedirectResponse(item_path(item, [("said", "none")]), 303, headers={"Cache-Control": "no-store"})
        return RedirectResponse("/documents?said=none", 303, headers={"Cache-Control": "no-store"})

    def undecided_after(self, who: Reviewer, after: FindingId | None, wanted: Filter) -> Item | None:
        """What needs *this* person next: a second read is not for whoever decided first, nor for a plain reviewer."""
        needed = {State.UNDECIDED, *([State.AWAITS_SECOND] if who.role in _SECONDS else [])}
        states = frozenset(needed & wanted.states if wanted.states else needed)
        if not states:
            return None
        narrowed, tried = replace(wanted, states=states), set[FindingId]()
        while (found := self._desk.next_undecided(after, narrowed)) is not None and found.finding not in tried:
            if found.state is not State.AWAITS_SECOND or found.decided_by != who.name:
                return found
            tried.add(found.finding)
            after = found.finding
        return None

    def next_on_page(self, who: Reviewer, item: Item, wanted: Filter) -> Item | None:
        """The next finding of the same page that is still open to this person, behind ``item`` and then before it."""
        view = self._desk.page(item.document, item.page or 1)
        places = [one.finding for one in view.items]
        at = places.index(item.finding) + 1 if item.finding in places else 0
        for one in (*view.items[at:], *view.items[:at]):
            mine = one.state is State.AWAITS_SECOND and (one.decided_by == who.name or who.role not in _SECONDS)
            if one.state in _OPEN and not mine and one.finding != item.finding and fits(one, wanted):
                return one
        return None

    @staticmethod
    def _place(request: Request) -> tuple[DocumentId, int]:
        return document_of(request.path_params["document"]), number_of(request.path_params["number"], "The page", 1)


def fits(item: Item, wanted: Filter) -> bool:
    """Whether an item is among those that the filter asks for."""
    return (
        (not wanted.states or item.state in wanted.states)
        and (not wanted.whys or item.why in wanted.whys)
        and (not wanted.categories or item.category in wanted.categories)
        and (wanted.assigned is None or item.assigned == wanted.assigned)
        and (wanted.group is None or item.group == wanted.group)
    )


def first_open(items: tuple[Item, ...]) -> Item | None:
    """What to look at first on a page: the first undecided, else the first."""
    return next((item for item in items if item.state is State.UNDECIDED), items[0] if items else None)


def _claims(why: Explanation) -> tuple[tuple[str, float, str], ...]:
    """What recognizers said, the strongest first; what one of them said twice is said once."""
    strongest: dict[tuple[str, str], float] = {}
    for recognizer, score, reason in why.recognizers:
        strongest[recognizer, reason] = max(score, strongest.get((recognizer, reason), 0.0))
    claims = ((recognizer, score, reason) for (recognizer, reason), score in strongest.items())
    return tuple(sorted(claims, key=lambda claim: -claim[1]))


def _links(view: PageView, kept: list[tuple[str, str]]) -> dict[str, str | None]:
    """Where the page's own links lead; None where there is no such page."""
    before, after = view.number - 1, view.number + 1
    return {
        "before": page_path(view.document, before, query=kept) if before >= 1 else None,
        "after": page_path(view.document, after, query=kept) if after <= view.pages else None,
        "self": page_path(view.document, view.number),
    }


def choices_of(desk: Desk, progress: Sequence[DocumentProgress]) -> dict[str, object]:
    """What the page's lists offer."""
    names = sorted({row.assigned for row in progress if row.assigned})
    dispositions = (Disposition.REDACT, Disposition.GENERALISE, Disposition.WITHHOLD, Disposition.REFER)
    categories = tuple(sorted(desk.categories(), key=lambda one: one.value))
    return {
        "categories": categories or tuple(Category),
        "bases": desk.bases(),
        "states": tuple(State),
        "whys": tuple(Why),
        "assigned": names,
        "dispositions": dispositions,
    }
