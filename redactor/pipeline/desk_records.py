"""What the matter's memory keeps, as the records that a reviewer's page shows."""

from __future__ import annotations

from redactor.review import sampling
from redactor.review.records import Comment, DocumentProgress, Filter, Item, Sample, State, Why
from redactor.store import Kept, KeptComment, KeptDocument, KeptSample, Wanted


def item_of(kept: Kept) -> Item:
    """A finding."""
    return Item(
        finding=kept.finding,
        document=kept.document,
        control=kept.control,
        page=kept.page,
        passage=kept.passage,
        category=kept.category,
        state=State(kept.state),
        why=Why(kept.why),
        disposition=kept.disposition,
        basis=kept.basis,
        label=kept.label,
        score=kept.score,
        group=kept.group,
        alike=kept.alike,
        version=kept.version,
        order=(kept.state_rank, kept.why_rank, kept.position),
        quads=kept.quads,
        subject=kept.subject,
        assigned=kept.assigned,
        second_reader_needed=kept.second_needed,
        decided_by=kept.decided_by,
        context=kept.context,
        vanished=not kept.present,
    )


def wanted_of(given: Filter) -> Wanted:
    """What is asked for."""
    return Wanted(
        document=given.document,
        states=frozenset(state.value for state in given.states),
        whys=frozenset(why.value for why in given.whys),
        categories=frozenset(category.value for category in given.categories),
        assigned=given.assigned,
        group=given.group,
        context=given.context,
        present=not given.vanished,
    )


def progress_of(kept: KeptDocument) -> DocumentProgress:
    """How far a document is."""
    states = dict(kept.states)
    return DocumentProgress(
        document=kept.id,
        control=kept.control,
        pages=kept.pages,
        findings=sum(states.values()),
        undecided=states.get(State.UNDECIDED, 0),
        awaiting_second=states.get(State.AWAITS_SECOND, 0),
        decided=states.get(State.DECIDED, 0),
        assigned=kept.assigned,
    )


def comment_of(kept: KeptComment) -> Comment:
    """A comment."""
    return Comment(kept.number, kept.document, kept.page, kept.finding, kept.author, kept.at, kept.text)


def sample_of(kept: KeptSample) -> Sample:
    """A sample with what it says so far."""
    looked = sum(missed is not None for _, _, missed in kept.pages)
    missed = sum(missed is True for _, _, missed in kept.pages)
    low, high = sampling.interval(missed, looked)
    pages = tuple((document, page) for document, page, _ in kept.pages)
    return Sample(kept.seed, kept.frame, len(pages), looked, missed, low, high, pages)
