"""The matter on a reviewer's desk: what the page, the terminal and the spreadsheet ask, answered from the matter's
memory and its cache (``review.desk.Desk``)."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from redactor.bates import allot
from redactor.errors import InputError, NotPermittedError
from redactor.extract.picture import page_png
from redactor.geometry import bounds
from redactor.matter import load_matter
from redactor.model import BasisCode, Category, Disposition, Document, DocumentId, Endorsement, FindingId, Rect, Span
from redactor.pipeline.answering import Answering, undone
from redactor.pipeline.desk_records import comment_of, item_of, progress_of, sample_of, wanted_of
from redactor.pipeline.difference import latest_scan
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.memory import is_drawn, open_store, with_drawn
from redactor.pipeline.obstacles import obstacles_of
from redactor.pipeline.pictures import Pictures
from redactor.pipeline.policy import policy_of
from redactor.pipeline.search import found_lines
from redactor.review import sampling
from redactor.review.choices import require_may_decide, require_sound
from redactor.review.desk import Desk
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
    Why,
)
from redactor.review.standing import OPEN, STATE_RANKS, ranked
from redactor.store import (
    Connection,
    Kept,
    KeptComment,
    KeptDocument,
    PageCache,
    Store,
    Wanted,
    notes,
    queue,
)
from redactor.write import preview_png

_MEMBERS = 25
"""Findings of one group that the queue shows at once."""
_AROUND = 160
"""Code points of context on either side of a finding."""
_MOST_ALIKE = 5000
"""Findings that are shown as alike, and decided together, at once."""
_LEAST_BOX = 1.0
"""Points; what is narrower or lower was a slip of the mouse."""
_LONGEST_COMMENT = 4000
_OPEN_STATES = {state.value: STATE_RANKS[state] for state in OPEN}


def _clock() -> datetime:
    return datetime.now(UTC)


def open_desk(folder: MatterFolder, *, clock: Callable[[], datetime] = _clock) -> Desk:
    """The matter in ``folder`` as its last scan left it.

    Raises InputError where nothing was scanned yet; MatterFileError, RulePackError, OutputError where the matter's own
    files cannot be used.
    """
    latest = latest_scan(folder)
    matter = load_matter(latest.matter_file)
    policy = policy_of(matter)
    store = open_store(folder, matter)
    answering = Answering(policy, policy.circumstances(latest.sources))
    return MatterDesk(folder, answering, store, clock)


class MatterDesk:
    """See ``review.desk.Desk``, which says what each method does. Safe to call from several threads."""

    def __init__(
        self, folder: MatterFolder, answering: Answering, store: Store, clock: Callable[[], datetime] = _clock
    ) -> None:
        self._folder = folder
        self._answering = answering
        self._matter = answering.policy.matter
        self._store = store
        self._clock = clock
        self._pages = PageCache(folder.cache)
        self._pictures = Pictures(folder.cache / "pictures")

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def title(self) -> str:
        return self._matter.name

    def categories(self) -> tuple[Category, ...]:
        return tuple(Category)

    def bases(self) -> tuple[tuple[BasisCode, str], ...]:
        asserted = (basis for basis in self._answering.policy.bases.values() if basis.asserted_in is not None)
        return tuple((basis.code, basis.authority) for basis in asserted)

    # --- what there is to do

    def progress(self) -> tuple[DocumentProgress, ...]:
        with self._store.reading() as connection:
            documents = queue.documents(connection)
        made = [progress_of(document) for document in documents]
        return tuple(sorted(made, key=lambda each: -(each.undecided + each.awaiting_second)))

    def queue(self, wanted: Filter, offset: int, limit: int) -> QueuePage:
        with self._store.reading() as connection:
            groups, total = queue.groups(connection, wanted_of(wanted), offset, limit, _MEMBERS)
        return QueuePage(tuple(tuple(map(item_of, of)) for of in groups), total, offset)

    def next_undecided(self, after: FindingId | None, wanted: Filter) -> Item | None:
        with self._store.reading() as connection:
            known = queue.kept(connection, [after]) if after is not None else {}
            found = queue.next_open(connection, known.get(after) if after else None, wanted_of(wanted), _OPEN_STATES)
        return item_of(found) if found else None

    def alike(self, finding: FindingId) -> tuple[Item, ...]:
        return self._listed(Wanted(group=self._kept(finding).group))

    def in_like_context(self, finding: FindingId) -> tuple[Item, ...]:
        return self._listed(Wanted(context=self._kept(finding).context))

    def item(self, finding: FindingId) -> Item:
        return item_of(self._kept(finding))

    # --- what a page shows

    def page(self, document: DocumentId, number: int) -> PageView:
        with self._store.reading() as connection:
            known, (width, height) = self._known_page(connection, document, number)
            items = tuple(map(item_of, queue.on_page(connection, document, number)))
            sample = notes.sample(connection)
        verdicts = {(of, page): missed for of, page, missed in sample.pages} if sample else {}
        place = (document, number)
        return PageView(
            document=document,
            control=known.control,
            number=number,
            pages=known.pages,
            width=width,
            height=height,
            items=items,
            in_sample=place in verdicts,
            sample_verdict=verdicts.get(place),
        )

    def picture(self, document: DocumentId, number: int, dpi: int) -> bytes:
        with self._store.reading() as connection:
            self._known_page(connection, document, number)
        flattened = self._pages.furniture(document).flattened
        return self._pictures.get(document, number, dpi, lambda sharp: page_png(flattened, number, sharp))

    def preview(self, document: DocumentId, number: int, dpi: int) -> bytes:
        with self._store.reading() as connection:
            self._known_page(connection, document, number)
            shown = queue.on_page(connection, document, number)
            boxes = notes.boxes(connection)
        accounts = self._store.accounts([each.finding for each in shown])
        findings = [account.found.finding for account in accounts]
        decisions = {account.kept.finding: self._answering.in_force(account) for account in accounts}
        (whole,) = with_drawn([self._with_words(document, number)], boxes)
        (numbers,) = allot([1], self._matter.bates, self._matter.bates.start)
        endorsement = Endorsement(numbers, self._matter.legend)
        return preview_png(whole, findings, decisions, number, endorsement, self._pictures.sharpness(dpi))

    def explain(self, finding: FindingId) -> Explanation:
        (account,) = self._store.accounts([finding])
        with self._store.reading() as connection:
            comments = notes.comments(connection, finding=finding)
        detections = account.found.finding.detections
        text, around = self._text(account.kept, account.found.finding.span)
        rule = account.proposal
        return Explanation(
            item=item_of(account.kept),
            text=text,
            around=around,
            recognizers=tuple((each.recognizer, each.score, each.reason) for each in detections),
            rule=rule.actor.removeprefix("rule:") if rule else "",
            because=rule.reason if rule else "",
            bases=self._answering.cited(account.kept.basis),
            history=self._store.history(finding),
            comments=tuple(map(comment_of, comments)),
        )

    def search(self, words: str, limit: int) -> tuple[tuple[DocumentId, str, int, str], ...]:
        with self._store.reading() as connection:
            documents = queue.documents(connection)
        return found_lines(words, ((each.id, each.control) for each in documents), self._pages, limit)

    # --- what a reviewer decides

    def decide(self, who: Reviewer, seen: Sequence[tuple[FindingId, int]], choice: Choice) -> tuple[Item, ...]:
        return self.decide_each(who, [(finding, version, choice) for finding, version in seen])

    def decide_each(self, who: Reviewer, answers: Sequence[tuple[FindingId, int, Choice]]) -> tuple[Item, ...]:
        require_may_decide(who)
        if not answers:
            raise InputError("no finding was chosen", remedy="Choose at least one.")
        for _, _, choice in answers:
            require_sound(choice)
        now = self._clock()
        chosen = {finding: (version, choice) for finding, version, choice in answers}
        made = []
        accounts = self._store.accounts(list(chosen))
        for account in accounts:
            version, choice = chosen[account.kept.finding]
            partly = choice.disposition is Disposition.GENERALISE
            text = self._text(account.kept, account.found.finding.span)[0] if partly else ""
            made.append(self._answering.answer(who, account, version, choice, text, now))
        after = self._store.answer(who.name, made, "decide")
        for account in accounts:
            choice = chosen[account.kept.finding][1]
            if not account.kept.present and choice.disposition.withholds:
                self._draw_vanished(who, account.kept, choice)
        return tuple(map(item_of, after))

    def undo(self, who: Reviewer, finding: FindingId, version: int) -> Item:
        require_may_decide(who)
        (account,) = self._store.accounts([finding])
        answer = undone(who, account, self._store.entries(finding), version, self._clock())
        (after,) = self._store.answer(who.name, [answer], "undo")
        return item_of(after)

    def draw(self, who: Reviewer, box: DrawnBox, choice: Choice) -> Item:
        require_may_decide(who)
        require_sound(choice)
        if not choice.disposition.withholds or choice.disposition is Disposition.GENERALISE:
            raise InputError("a box that is drawn withholds what lies under it", remedy="Choose to redact it.")
        with self._store.reading() as connection:
            _, (width, height) = self._known_page(connection, box.document, box.page)
        area = Rect(max(0, box.area.x0), max(0, box.area.y0), min(width, box.area.x1), min(height, box.area.y1))
        if area.x1 - area.x0 < _LEAST_BOX or area.y1 - area.y0 < _LEAST_BOX:
            raise InputError("the box lies off the page or holds nothing", remedy="Draw it again.")
        now = self._clock()

        place = (box.document, box.page, area)
        return item_of(
            self._store.draw(who.name, place, lambda kept: self._answering.drawn(who, kept, choice, now), now)
        )

    # --- what reviewers leave for one another

    def comment(
        self, who: Reviewer, document: DocumentId, page: int | None, finding: FindingId | None, text: str
    ) -> Comment:
        text = text.strip()
        if not text or len(text) > _LONGEST_COMMENT:
            raise InputError(
                f"a comment has 1 to {_LONGEST_COMMENT} characters", remedy="Write it again, or in several parts."
            )
        with self._store.reading() as connection:
            self._known_page(connection, document, page or 1)
        if finding is not None and self._kept(finding).document != document:
            raise InputError("the finding stands in another document", remedy="Load the page again.")
        at = self._clock()
        with self._store.noting(who.name, "comment", at, document=document, page=page, finding=finding) as connection:
            return comment_of(
                notes.add_comment(connection, KeptComment(0, document, page, finding, who.name, at, text))
            )

    def comments(self, document: DocumentId, page: int) -> tuple[Comment, ...]:
        with self._store.reading() as connection:
            return tuple(map(comment_of, notes.comments(connection, document=document, page=page)))

    def assign(self, who: Reviewer, documents: Sequence[DocumentId], to: str | None) -> None:
        require_may_decide(who)
        with self._store.reading() as connection:
            known = {each.id: each for each in queue.documents(connection)}
        if any(document not in known for document in documents):
            raise _no_document()
        mine = all(known[document].assigned in (None, who.name) for document in documents)
        if not (mine and to in (None, who.name)) and who.role is not ReviewerRole.SUPERVISING_ATTORNEY:
            raise NotPermittedError("you can take documents and give them back; giving them to others is not yours")
        detail = {"documents": [document[:12] for document in documents], "to": to or ""}
        with self._store.noting(who.name, "assign", self._clock(), detail=detail) as connection:
            notes.assign(connection, documents, to)

    # --- the sample, and what stands in the way of a release

    def sample(self) -> Sample | None:
        with self._store.reading() as connection:
            kept = notes.sample(connection)
        return sample_of(kept) if kept else None

    def draw_sample(self, who: Reviewer, size: int, seed: int | None = None) -> Sample:
        require_may_decide(who)
        if size < 1:
            raise InputError("a sample has at least one page", remedy="Give a size.")
        chosen = seed if seed is not None else secrets.randbits(31)
        at = self._clock()
        with self._store.noting(who.name, "sample", at, detail={"seed": chosen, "size": size}) as connection:
            every = {(each.id, page) for each in queue.documents(connection) for page in range(1, each.pages + 1)}
            frame = sorted(every - queue.withheld_pages(connection))
            if not frame:
                raise InputError("something is withheld on every page", remedy="There is nothing to sample.")
            pages = sampling.drawn(frame, size, chosen)
            queue.need_eyes(connection, ranked(Why.QC_SAMPLE), of=ranked(Why.PROPOSED), pages=pages)
            notes.add_sample(connection, chosen, (len(frame), sampling.digest(frame)), pages, who.name, at)
            kept = notes.sample(connection)
        assert kept is not None
        return sample_of(kept)

    def judge_sample(self, who: Reviewer, document: DocumentId, page: int, *, missed: bool) -> Sample:
        require_may_decide(who)
        at = self._clock()
        detail = {"missed": missed}
        with self._store.noting(
            who.name, "judge sample", at, document=document, page=page, detail=detail
        ) as connection:
            kept = notes.sample(connection)
            if kept is None or not notes.judge_page(connection, kept.number, document, page, missed, who.name, at):
                raise InputError("the page is not in the sample", remedy="Judge the pages that the sample lists.")
            kept = notes.sample(connection)
        assert kept is not None
        return sample_of(kept)

    def obstacles(self) -> tuple[Obstacle, ...]:
        with self._store.reading() as connection:
            return obstacles_of(connection, self._matter.qc_sample)

    def viewed(self, who: Reviewer, document: DocumentId, page: int) -> None:
        with self._store.noting(who.name, "view", self._clock(), document=document, page=page):
            pass

    def noted(self, who: str, event: str, detail: Mapping[str, str | int | bool]) -> None:
        with self._store.noting(who, event, self._clock(), detail=detail):
            pass

    # --- reading and writing

    def _draw_vanished(self, who: Reviewer, vanished: Kept, choice: Choice) -> None:
        """Boxes in place of what a person withholds and the program does not find any more."""
        again = replace(choice, disposition=Disposition.REDACT, basis=None)
        for quad in vanished.quads if vanished.page is not None else ():
            self.draw(who, DrawnBox(vanished.document, vanished.page or 0, bounds(quad)), again)

    def _listed(self, wanted: Wanted) -> tuple[Item, ...]:
        with self._store.reading() as connection:
            return tuple(map(item_of, queue.listed(connection, wanted, _MOST_ALIKE)))

    def _kept(self, finding: FindingId) -> Kept:
        with self._store.reading() as connection:
            known = queue.kept(connection, [finding])
        if finding not in known:
            raise InputError("no finding has that id", remedy="It may be of an earlier scan; look at the queue again.")
        return known[finding]

    @staticmethod
    def _known_page(
        connection: Connection, document: DocumentId, number: int
    ) -> tuple[KeptDocument, tuple[float, float]]:
        known = queue.document(connection, document)
        if known is None:
            raise _no_document()
        kept, sizes = known
        if not sizes:
            raise InputError("the matter was scanned by an earlier version", remedy="Run `redactor scan` again.")
        if not 1 <= number <= len(sizes):
            raise InputError(f"{kept.control} has no page {number}", remedy=f"It has {len(sizes)} pages.")
        return kept, sizes[number - 1]

    def _with_words(self, document: DocumentId, number: int) -> Document:
        return replace(self._pages.furniture(document), passages=self._pages.page(document, number))

    def _text(self, kept: Kept, span: Span) -> tuple[str, str]:
        """What stands at the span, and what stands around it."""
        if is_drawn(span):
            return "", ""
        text = self._pages.passage(kept.document, span.passage).text
        return text[span.start : span.end], text[max(0, span.start - _AROUND) : span.end + _AROUND]


def _no_document() -> InputError:
    return InputError("the matter's last scan has no such document", remedy="Look at the list of documents again.")
