"""What stands in the way of a release: what people have not answered yet, each with where to answer it."""

from __future__ import annotations

from redactor.review.records import Obstacle, State
from redactor.store import Connection, KeptSample, Wanted, notes, queue

_NAMED = 50
"""Findings that an obstacle names."""

_OPEN_QUESTIONS = (
    (
        "undecided",
        Wanted(states=frozenset({State.UNDECIDED.value})),
        "Decide on every finding that a rule refers or that nothing explains.",
        "/queue?state=undecided",
    ),
    (
        "second reader",
        Wanted(states=frozenset({State.AWAITS_SECOND.value})),
        "Have a second reader confirm or refuse what is to be produced.",
        "/queue?state=awaits+second+reader",
    ),
    (
        "vanished",
        Wanted(present=False),
        "A person decided on these and the last scan did not find them again. Redact them once more, which draws a box "
        "in their place, or produce them with a reason.",
        "/queue?vanished=1",
    ),
)


def obstacles_of(connection: Connection, sample_asked: int | None) -> tuple[Obstacle, ...]:
    """The obstacles, () where there are none. ``sample_asked`` is how many pages the matter wants judged, or None."""
    found = []
    for kind, wanted, remedy, link in _OPEN_QUESTIONS:
        if count := queue.count(connection, wanted):
            named = tuple(each.finding for each in queue.listed(connection, wanted, _NAMED))
            found.append(Obstacle(kind, count, remedy, link, named))
    if sample_asked is not None and (left := _left(notes.sample(connection), sample_asked)):
        found.append(Obstacle("QC sample", left, "Judge the pages of the sample.", "/sample"))
    return tuple(found)


def _left(kept: KeptSample | None, asked: int) -> int:
    """How many pages of the sample that the matter asks for nobody has judged yet."""
    if kept is None:
        return asked
    enough = min(asked, kept.frame)
    return max(0, enough - sum(missed is not None for _, _, missed in kept.pages))
