"""What a reviewer sends: decisions, boxes, comments. It posts what was chosen and shows what the desk says; when the
desk refuses, the screen comes back with everything that was typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import Response

from redactor.errors import RedactorError, ReviewConflictError
from redactor.model import Category, Disposition, DocumentId, FindingId
from redactor.review.desk import Desk
from redactor.review.records import Choice, DrawnBox, Filter, Item, Reviewer, State
from redactor.web.answers import LastDone, item_path, onward, page_path, reviewer_of, said_of
from redactor.web.forms import (
    FormError,
    area_of,
    back_of,
    choice_of,
    disposition_of,
    document_of,
    filter_of,
    filter_query,
    finding_of,
    number_of,
    seen_of,
    text_of,
)
from redactor.web.screen import TYPED, Screen, Trouble

Seen = Sequence[tuple[FindingId, int]]
ACCEPT = "accept"


class Deciding:
    """The forms of the reviewing screen and of the queue's groups."""

    def __init__(self, desk: Desk, screen: Screen, last: LastDone) -> None:
        self._desk, self._screen, self._last = desk, screen, last

    def decide(self, request: Request, form: FormData) -> Response:
        """POST: one decision for each finding that was seen; ``like`` adds every other one with the same value that no
        person has decided."""
        return self._tried(request, form, lambda who: self._decided(who, form))

    def _decided(self, who: Reviewer, form: FormData) -> Response:
        seen: Seen = seen_of(form)
        if text_of(form, "like"):
            seen = self._with_alike(seen)
        pressed = text_of(form, "disposition")
        if pressed == ACCEPT:
            items = self._accepted(who, seen)
        else:
            items = self._desk.decide(who, seen, choice_of(form, disposition_of(form)))
        self._last.note(who, items)
        said = said_of(items, pressed if pressed in {ACCEPT, *Disposition} else "redact")
        if text_of(form, "back").startswith("/queue"):
            return onward(back_of(form, "/queue"), said, len(items))
        wanted = _wanted(form)
        shown = next((item for item in items if item.finding == seen[0][0]), items[0])
        onto = self._onward(who, shown, wanted) if text_of(form, "advance") else shown
        return onward(item_path(onto, _kept(form)), said, len(items))

    def _with_alike(self, seen: Seen) -> Seen:
        first = seen[0][0]
        others = (item for item in self._desk.alike(first) if item.state in (State.UNDECIDED, State.PROPOSED))
        return (*seen, *((item.finding, item.version) for item in others if item.finding not in {s for s, _ in seen}))

    def _accepted(self, who: Reviewer, seen: Seen) -> tuple[Item, ...]:
        """Each finding decided as the newest decision on it says; who accepts answers for it from now on."""
        wanted: dict[tuple[Disposition, str], list[tuple[FindingId, int]]] = defaultdict(list)
        for finding, version in seen:
            why = self._desk.explain(finding)
            if why.item.version != version:
                raise ReviewConflictError(f"{why.item.decided_by or 'A rule'} decided in the meantime.")
            newest = why.history[-1] if why.history else None
            proposed = newest.disposition if newest is not None else why.item.disposition
            if proposed is Disposition.REFER:
                raise FormError(
                    "A rule refers this to a person, so there is nothing to accept.", remedy="Redact it, or produce it."
                )
            agrees = why.item.state is State.AWAITS_SECOND and newest is not None
            reason = newest.reason if agrees and newest is not None else f"as proposed by rule {why.rule}"
            wanted[proposed, reason if proposed is Disposition.PRODUCE else ""].append((finding, version))
        return tuple(
            item
            for (disposition, reason), pairs in wanted.items()
            for item in self._desk.decide(who, pairs, Choice(disposition, reason))
        )

    def _onward(self, who: Reviewer, item: Item, wanted: Filter) -> Item:
        onto = self._screen.next_on_page(who, item, wanted)
        return onto or self._screen.undecided_after(who, item.finding, wanted) or item

    def undo(self, request: Request, form: FormData) -> Response:
        """POST: take back what was seen or, with ``last``, everything that the reviewer's last form decided."""
        return self._tried(request, form, lambda who: self._undone(who, form))

    def _undone(self, who: Reviewer, form: FormData) -> Response:
        seen = self._last.of(who) if text_of(form, "last") else seen_of(form)
        if not seen:
            raise FormError("There is nothing of yours to undo.", remedy="Select the finding whose decision is to go.")
        undone, refused = list[Item](), None
        for finding, version in seen:
            try:
                undone.append(self._desk.undo(who, finding, version))
            except ReviewConflictError as error:
                refused = error
        if refused is not None and not undone:
            raise refused
        self._last.forget(who)
        if text_of(form, "back").startswith("/queue"):
            return onward(back_of(form, "/queue"), "undo", len(undone))
        return onward(item_path(undone[0], _kept(form)), "undo", len(undone))

    def draw(self, request: Request, form: FormData) -> Response:
        """POST: a box over what nothing found."""

        def drawn(who: Reviewer) -> Response:
            document, number = _place(form)
            view = self._desk.page(document, number)
            area = area_of(form, view.width, view.height)
            disposition = disposition_of(form) if text_of(form, "disposition") else Disposition.REDACT
            choice = choice_of(form, disposition)
            if choice.category is Category.DRAWN:
                choice = Choice(choice.disposition, choice.reason, choice.basis, None, choice.note)
            item = self._desk.draw(who, DrawnBox(document, number, area), choice)
            self._last.note(who, [item])
            if view.in_sample and view.sample_verdict is None:
                self._desk.judge_sample(who, document, number, missed=True)
            return onward(page_path(document, number, item.finding, _kept(form)), "drawn")

        return self._tried(request, form, drawn)

    def comment(self, request: Request, form: FormData) -> Response:
        """POST: a word on a finding or, without one, on the page."""

        def said(who: Reviewer) -> Response:
            document, number = _place(form)
            on = text_of(form, "finding")
            finding = finding_of(on) if on else None
            words = text_of(form, "comment")
            if not words:
                raise FormError("The comment is empty.", remedy="Write it; then send it.")
            page = None if text_of(form, "off-page") else number
            self._desk.comment(who, document, page, finding, words)
            shown = finding or (finding_of(text_of(form, "selected")) if text_of(form, "selected") else None)
            return onward(page_path(document, number, shown, _kept(form)), "comment")

        return self._tried(request, form, said)

    def _tried(self, request: Request, form: FormData, act: Callable[[Reviewer], Response]) -> Response:
        """Act, or show the screen again with what went wrong and what was typed. Forms of other views have no place on
        a page: their errors become a page of their own."""
        who = reviewer_of(request)
        try:
            return act(who)
        except RedactorError as error:
            if not text_of(form, "document"):
                raise
            selected = self._about(who, form)
            on_page = selected is not None and selected.document == document_of(text_of(form, "document"))
            place = (selected.document, selected.page or 1) if selected is not None and on_page else _place(form)
            trouble = Trouble(error, {name: text_of(form, name) for name in TYPED})
            return self._screen.show(request, place, selected, _query(form), trouble)

    def _about(self, who: Reviewer, form: FormData) -> Item | None:
        """The finding that a refused form was about: the first that moved on, else the one that was selected."""
        seen = self._last.of(who) if text_of(form, "last") else seen_of(form) if form.get("seen") else ()
        for finding, version in seen:
            item = self._desk.item(finding)
            if item.version != version:
                return item
        on = text_of(form, "selected") or text_of(form, "finding")
        return self._desk.item(finding_of(on)) if on else None


def _place(form: FormData) -> tuple[DocumentId, int]:
    return document_of(text_of(form, "document")), number_of(text_of(form, "page"), "The page", 1)


def _query(form: FormData) -> QueryParams:
    """The query of the view that the form stood in, so that its filter stays."""
    return QueryParams(urlsplit(back_of(form, "/")).query)


def _wanted(form: FormData) -> Filter:
    return filter_of(_query(form))


def _kept(form: FormData) -> list[tuple[str, str]]:
    query = _query(form)
    return [*filter_query(filter_of(query)), *([("scope", "document")] if query.get("scope") == "document" else [])]
