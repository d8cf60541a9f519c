"""A desk in memory: a small matter under review, for tests of the reviewer's page. It keeps the promises of
``redactor.review.desk.Desk`` that a reviewer can see; nothing outlives it."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desk_papers import HEIGHT, PAPERS, WIDTH, Marked, Paper, drawn, paper

from redactor.errors import InputError, NotPermittedError, ReviewConflictError
from redactor.geometry import quad_of
from redactor.model import BasisCode, Category, Decision, Disposition, DocumentId, FindingId, LogCategory, Span
from redactor.review.records import (
    Choice,
    Comment,
    DocumentProgress,
    DrawnBox,
    Explanation,
    Filter,
    Item,
    Obstacle,
    PageView,
    QueuePage,
    Reviewer,
    ReviewerRole,
    Sample,
    State,
    Why,
)

_START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
_LABEL = "REDACTED – PROTECTED IDENTITY"
_BASES = (
    ("PO", "Protective order", "ECF 68"),
    ("AGREED", "Agreement of the parties", "2020-02-11"),
    ("1367-U", "8 U.S.C. § 1367(a)(2)", "Response of 2020-02-03"),
    ("TPS", "8 U.S.C. § 1254a(c)(6)", "Response of 2020-02-03"),
)
_SECOND_READ = {Category.PERSON_NAME, Category.A_NUMBER, Category.STATUS_1367, Category.DOCKET_NUMBER}
_SECONDS = {ReviewerRole.SECOND_READER, ReviewerRole.SUPERVISING_ATTORNEY}
_URGENCY = {why: place for place, why in enumerate(Why)}


class FakeDesk:
    """One drawn matter. ``papers`` are pages of marked lines (``desk_papers``)."""

    def __init__(self, papers: Sequence[Sequence[Sequence[str]]] = PAPERS) -> None:
        self._lock = threading.RLock()
        self._papers: dict[DocumentId, Paper] = {}
        self._controls: dict[DocumentId, str] = {}
        self._items: dict[FindingId, Item] = {}
        self._marked: dict[FindingId, Marked] = {}
        self._history: dict[FindingId, list[Decision]] = {}
        self._comments: list[Comment] = []
        self._sample: Sample | None = None
        self._verdicts: dict[tuple[DocumentId, int], bool] = {}
        self._assigned: dict[DocumentId, str | None] = {}
        self._version = 0
        self.views: list[tuple[str, DocumentId, int]] = []
        for number, pages in enumerate(papers, 1):
            document = DocumentId(hashlib.sha256(str(number).encode()).hexdigest())
            self._papers[document] = paper(pages)
            self._controls[document] = f"CTRL{number:06d}"
            for place, marked in enumerate(self._papers[document].marked):
                self._add(document, place, marked)

    def _add(self, document: DocumentId, place: int, marked: Marked) -> Item:
        finding = FindingId(hashlib.sha256(f"{document}{place}".encode()).hexdigest()[:20])
        squashed = "".join(sorted(marked.text.casefold().replace(",", "").split()))
        value = hashlib.sha256(squashed.encode()).hexdigest()
        item = Item(
            finding,
            document,
            self._controls[document],
            marked.page,
            f"p{marked.page}",
            marked.category,
            State.UNDECIDED if marked.disposition is Disposition.REFER else State.PROPOSED,
            marked.why,
            marked.disposition,
            () if marked.disposition is Disposition.PRODUCE else (BasisCode("PO"), BasisCode("1367-U")),
            _LABEL,
            0.55 if marked.disposition is Disposition.REFER else 0.94,
            value,
            1,
            self._next_version(),
            (_URGENCY[marked.why], int(self._controls[document][4:]), marked.page, place),
            (marked.quad,),
            context=hashlib.sha256(marked.line.replace(marked.text, "").encode()).hexdigest(),
        )
        self._items[finding], self._marked[finding] = item, marked
        self._history[finding] = [self._decision(item, "rule:section-1367/" + marked.category.lower(), "")]
        return item

    def _next_version(self) -> int:
        self._version += 1
        return self._version

    def _decision(self, item: Item, actor: str, reason: str, note: str = "") -> Decision:
        span = Span(item.passage, 0, 1)
        withheld = (span,) if item.disposition.withholds else ()
        at = _START + timedelta(minutes=self._version)
        return Decision(
            item.finding, item.disposition, item.basis, LogCategory("N1"), item.label, withheld, actor, reason, at, note
        )

    # what is shown

    def title(self) -> str:
        return "Example v. Agency, 19-cv-0001"

    def categories(self) -> tuple[Category, ...]:
        return tuple(Category)

    def bases(self) -> tuple[tuple[BasisCode, str], ...]:
        return tuple((BasisCode(code), authority) for code, authority, _ in _BASES)

    def progress(self) -> tuple[DocumentProgress, ...]:
        rows = []
        for document, control in self._controls.items():
            items = [item for item in self._items.values() if item.document == document]
            states = [item.state for item in items]
            rows.append(
                DocumentProgress(
                    document,
                    control,
                    len(self._papers[document].pages),
                    len(items),
                    states.count(State.UNDECIDED),
                    states.count(State.AWAITS_SECOND),
                    states.count(State.DECIDED),
                    self._assigned.get(document),
                )
            )
        return tuple(sorted(rows, key=lambda row: -row.undecided))

    def queue(self, wanted: Filter, offset: int, limit: int) -> QueuePage:
        groups: dict[str, list[Item]] = {}
        for item in self._wanted(wanted):
            groups.setdefault(item.group, []).append(item)
        shown = list(groups.values())[offset : offset + limit]
        return QueuePage(tuple(tuple(group) for group in shown), len(groups), offset)

    def _wanted(self, wanted: Filter) -> list[Item]:
        def fits(item: Item) -> bool:
            return (
                (wanted.document is None or item.document == wanted.document)
                and (not wanted.states or item.state in wanted.states)
                and (not wanted.whys or item.why in wanted.whys)
                and (not wanted.categories or item.category in wanted.categories)
                and (wanted.assigned is None or item.assigned == wanted.assigned)
                and (wanted.group is None or item.group == wanted.group)
                and (wanted.context is None or item.context == wanted.context)
                and not wanted.vanished
            )

        items = (self._seen(item) for item in self._items.values())
        return sorted((item for item in items if fits(item)), key=lambda item: item.order)

    def _seen(self, item: Item) -> Item:
        alike = sum(other.group == item.group for other in self._items.values())
        return replace(item, alike=alike, assigned=self._assigned.get(item.document))

    def next_undecided(self, after: FindingId | None, wanted: Filter) -> Item | None:
        items = self._wanted(wanted)
        start = next((place + 1 for place, item in enumerate(items) if item.finding == after), 0)
        for item in (*items[start:], *items[:start]):
            if item.state in (State.UNDECIDED, State.AWAITS_SECOND) and item.finding != after:
                return item
        return None

    def page(self, document: DocumentId, number: int) -> PageView:
        self._lines(document, number)
        items = [self._seen(i) for i in self._items.values() if i.document == document and i.page == number]
        items.sort(key=lambda item: (item.quads[0].ul[1], item.quads[0].ul[0]))
        sampled = self._sample is not None and (document, number) in self._sample.pages
        verdict = self._verdicts.get((document, number))
        pages = len(self._papers[document].pages)
        control = self._controls[document]
        return PageView(document, control, number, pages, WIDTH, HEIGHT, tuple(items), sampled, verdict)

    def _lines(self, document: DocumentId, number: int) -> tuple[str, ...]:
        if document not in self._papers or not 1 <= number <= len(self._papers[document].pages):
            raise InputError("There is no such page in this matter.", remedy="Go back to the list of documents.")
        return self._papers[document].pages[number - 1]

    def picture(self, document: DocumentId, number: int, dpi: int) -> bytes:
        return drawn(self._lines(document, number), dpi)

    def preview(self, document: DocumentId, number: int, dpi: int) -> bytes:
        items = [item for item in self.page(document, number).items if item.disposition.withholds]
        return drawn(self._lines(document, number), dpi, tuple(quad for item in items for quad in item.quads))

    def item(self, finding: FindingId) -> Item:
        if finding not in self._items:
            raise InputError("There is no such finding in this matter.", remedy="Go back to the queue.")
        return self._seen(self._items[finding])

    def explain(self, finding: FindingId) -> Explanation:
        item, marked = self.item(finding), self._marked[finding]
        bases = tuple(row for row in _BASES if BasisCode(row[0]) in item.basis)
        claims = (("label", item.score, "after a label of a form"), ("tagger", 0.55, "own model"))
        comments = tuple(comment for comment in self._comments if comment.finding == finding)
        rule = self._history[finding][0].actor.removeprefix("rule:")
        because = "The order lets it be withheld; the rest of the page is responsive and is produced."
        history = tuple(self._history[finding])
        return Explanation(item, marked.text, marked.line, claims, rule, because, bases, history, comments)

    def search(self, words: str, limit: int) -> tuple[tuple[DocumentId, str, int, str], ...]:
        hits = [
            (document, self._controls[document], number, line)
            for document, one in self._papers.items()
            for number, lines in enumerate(one.pages, 1)
            for line in lines
            if words.casefold() in line.casefold()
        ]
        return tuple(hits[:limit])

    def alike(self, finding: FindingId) -> tuple[Item, ...]:
        return tuple(self._wanted(Filter(group=self.item(finding).group)))

    def in_like_context(self, finding: FindingId) -> tuple[Item, ...]:
        return tuple(self._wanted(Filter(context=self.item(finding).context)))

    # what is decided

    def decide(self, who: Reviewer, seen: Sequence[tuple[FindingId, int]], choice: Choice) -> tuple[Item, ...]:
        self._may_decide(who)
        if choice.disposition is Disposition.PRODUCE and not choice.reason:
            raise InputError("To produce needs a reason.", remedy="Say why it may be produced.")
        with self._lock:
            for finding, version in seen:
                self._unmoved(finding, version)
            return tuple(self._decided(who, self._items[finding], choice) for finding, _ in seen)

    @staticmethod
    def _may_decide(who: Reviewer) -> None:
        if who.role is ReviewerRole.READ_ONLY:
            raise NotPermittedError("Read-only reviewers may not decide.")

    def _unmoved(self, finding: FindingId, version: int) -> None:
        item = self.item(finding)
        if item.version != version:
            raise ReviewConflictError(
                f"finding {finding} was decided by {item.decided_by} since you looked at it; nothing was written"
            )

    def _decided(self, who: Reviewer, item: Item, choice: Choice) -> Item:
        produced = choice.disposition is Disposition.PRODUCE and item.category in _SECOND_READ
        second = item.state is State.AWAITS_SECOND and item.decided_by != who.name and who.role in _SECONDS
        state = State.UNDECIDED if choice.disposition is Disposition.REFER else State.DECIDED
        if produced and not second:
            state = State.AWAITS_SECOND
        changed = replace(
            item,
            disposition=choice.disposition,
            category=choice.category or item.category,
            basis=item.basis if choice.basis is None else choice.basis,
            state=state,
            version=self._next_version(),
            decided_by=who.name,
            second_reader_needed=state is State.AWAITS_SECOND,
        )
        self._items[item.finding] = changed
        self._history[item.finding].append(self._decision(changed, who.name, choice.reason, choice.note))
        return self._seen(changed)

    def undo(self, who: Reviewer, finding: FindingId, version: int) -> Item:
        self._may_decide(who)
        with self._lock:
            self._unmoved(finding, version)
            item, history = self._items[finding], self._history[finding]
            if item.decided_by != who.name or len(history) < 2:
                raise NotPermittedError("Only your own newest decision can be undone.")
            before = history[-2]
            rule = before.actor.startswith("rule:")
            state = State.PROPOSED if rule else State.DECIDED
            restored = replace(
                item,
                disposition=before.disposition,
                basis=before.basis,
                category=self._marked[finding].category if rule else item.category,
                state=State.UNDECIDED if before.disposition is Disposition.REFER else state,
                version=self._next_version(),
                decided_by=None if rule else before.actor,
            )
            self._items[finding] = restored
            history.append(replace(before, at=_START + timedelta(minutes=self._version), note=f"undone by {who.name}"))
            return self._seen(restored)

    def draw(self, who: Reviewer, box: DrawnBox, choice: Choice) -> Item:
        self._may_decide(who)
        self._lines(box.document, box.page)
        with self._lock:
            marked = Marked(
                box.page, Category.DRAWN, choice.disposition, Why.IMAGE, "(an area)", "(an area)", quad_of(box.area)
            )
            item = self._add(box.document, 1000 + self._version, marked)
            return self._decided(who, item, choice)

    def comment(
        self, who: Reviewer, document: DocumentId, page: int | None, finding: FindingId | None, text: str
    ) -> Comment:
        said = Comment(len(self._comments) + 1, document, page, finding, who.name, _START, text)
        self._comments.append(said)
        return said

    def comments(self, document: DocumentId, page: int) -> tuple[Comment, ...]:
        return tuple(said for said in self._comments if said.document == document and said.page == page)

    def assign(self, who: Reviewer, documents: Sequence[DocumentId], to: str | None) -> None:
        self._may_decide(who)
        self._assigned.update(dict.fromkeys(documents, to))

    # the sample and the gate

    def sample(self) -> Sample | None:
        return self._sample

    def draw_sample(self, who: Reviewer, size: int, seed: int | None = None) -> Sample:
        self._may_decide(who)
        found = {(item.document, item.page) for item in self._items.values() if item.disposition.withholds}
        all_pages = [(d, n) for d, one in self._papers.items() for n in range(1, len(one.pages) + 1)]
        frame = [place for place in all_pages if place not in found]
        self._verdicts.clear()
        self._sample = Sample(seed or 7, len(frame), min(size, len(frame)), 0, 0, 0.0, 1.0, tuple(frame[:size]))
        return self._sample

    def judge_sample(self, who: Reviewer, document: DocumentId, page: int, *, missed: bool) -> Sample:
        self._may_decide(who)
        if self._sample is None:
            raise InputError("No sample was drawn.", remedy="Draw one first.")
        self._verdicts[document, page] = missed
        verdicts = self._verdicts.values()
        self._sample = replace(self._sample, looked=len(verdicts), missed=sum(verdicts), low=0.0, high=0.78)
        return self._sample

    def obstacles(self) -> tuple[Obstacle, ...]:
        """Undecided findings and missing second reads, as the real desk counts them."""
        said = []
        for state, remedy in (
            (State.UNDECIDED, "Decide each of them."),
            (State.AWAITS_SECOND, "Have a second reader look at each of them."),
        ):
            found = tuple(item.finding for item in self._items.values() if item.state is state)
            if found:
                link = f"/queue?state={state.value.replace(' ', '-')}"
                said.append(Obstacle(f"findings: {state}", len(found), remedy, link, found))
        return tuple(said)

    def viewed(self, who: Reviewer, document: DocumentId, page: int) -> None:
        self.views.append((who.name, document, page))

    def noted(self, who: str, event: str, detail: Mapping[str, str | int | bool]) -> None:
        """Nothing here reads it."""

    def close(self) -> None:
        """Nothing is open."""
