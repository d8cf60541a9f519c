"""A scan proposes; it never takes the place of what a person decided, and never loses it either."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reviewed_matter import ANN, BO, PAT, ReviewedMatter, decide, the

from redactor.model import Category, Disposition, Finding, FindingId, Rect, Role
from redactor.pipeline.desk import MatterDesk
from redactor.pipeline.memory import open_store
from redactor.review.records import Choice, DrawnBox, Filter, State

NAME, NUMBER = Category.PERSON_NAME, Category.A_NUMBER
PRODUCE = Choice(Disposition.PRODUCE, "Stands on the public docket.")
REDACT = Choice(Disposition.REDACT, "Identifies her.")

PAGE = {
    "Name: Marisol Ejemplo, A000000001, seen by Bruno Muestra": [
        ("Marisol Ejemplo", NAME, Role.SUBJECT),
        ("A000000001", NUMBER, Role.SUBJECT),
        ("Bruno Muestra", NAME, Role.UNKNOWN),
    ]
}


@pytest.fixture
def matter(tmp_path: Path) -> ReviewedMatter:
    made = ReviewedMatter(tmp_path)
    made.scan(PAGE)
    return made


def found(matter: ReviewedMatter) -> tuple[Finding, ...]:
    store = open_store(matter.folder, matter.desk()._matter)
    try:
        return store.findings()
    finally:
        store.close()


def test_what_a_person_decided_stays_though_the_rules_say_it_again(matter: ReviewedMatter) -> None:
    mine = decide(matter.desk(), ANN, the(matter.desk(), NAME, 1), PRODUCE)
    matter.rescan(matter.documents, found(matter))
    again = matter.desk().item(mine.finding)
    assert (again.state, again.disposition, again.version) == (State.DECIDED, Disposition.PRODUCE, mine.version)


def test_what_a_person_withheld_stays_withheld_though_the_rules_now_produce_it(matter: ReviewedMatter) -> None:
    mine = decide(matter.desk(), ANN, the(matter.desk(), NAME, 1), REDACT)
    as_officer = [replace(f, role=Role.OFFICIAL) if f.id == mine.finding else f for f in found(matter)]
    matter.rescan(matter.documents, as_officer)
    again = matter.desk().item(mine.finding)
    assert (again.state, again.disposition) == (State.DECIDED, Disposition.REDACT)


def test_what_one_person_produced_awaits_a_second_once_the_matter_knows_whose_it_is(matter: ReviewedMatter) -> None:
    mine = decide(matter.desk(), ANN, the(matter.desk(), NAME, 1), PRODUCE)
    as_subject = [replace(f, role=Role.SUBJECT) if f.id == mine.finding else f for f in found(matter)]
    matter.rescan(matter.documents, as_subject)
    again = matter.desk().item(mine.finding)
    assert (again.state, again.disposition) == (State.AWAITS_SECOND, Disposition.REDACT)
    matter.rescan(matter.documents, as_subject)
    desk = matter.desk()
    assert desk.item(mine.finding).version == again.version, "asked once, not at every scan"
    confirmed = decide(desk, BO, desk.item(mine.finding), PRODUCE)
    matter.rescan(matter.documents, as_subject)
    after = matter.desk().item(mine.finding)
    assert (after.state, after.disposition, after.version) == (State.DECIDED, Disposition.PRODUCE, confirmed.version)


def test_what_awaits_a_second_reader_still_does_after_a_scan(matter: ReviewedMatter) -> None:
    first = decide(matter.desk(), ANN, the(matter.desk(), NUMBER), PRODUCE)
    matter.rescan(matter.documents, found(matter))
    again = matter.desk().item(first.finding)
    assert (again.state, again.disposition) == (State.AWAITS_SECOND, Disposition.REDACT)


def test_a_decision_undone_is_the_rules_again_and_follows_them(matter: ReviewedMatter) -> None:
    desk = matter.desk()
    mine = decide(desk, ANN, the(desk, NAME, 1), REDACT)
    desk.undo(ANN, mine.finding, mine.version)
    as_public = [replace(f, role=Role.PUBLIC) if f.id == mine.finding else f for f in found(matter)]
    matter.rescan(matter.documents, as_public)
    assert matter.desk().item(mine.finding).disposition is Disposition.PRODUCE


def without(matter: ReviewedMatter, finding: FindingId) -> MatterDesk:
    """The desk after a scan that does not find ``finding`` any more."""
    matter.rescan(matter.documents, [each for each in found(matter) if each.id != finding])
    return matter.desk()


def vanished(desk: MatterDesk) -> list[str]:
    return [each.kind for each in desk.obstacles() if each.kind == "vanished"]


def test_a_finding_that_vanishes_with_a_persons_decision_stands_in_the_way_of_a_release(
    matter: ReviewedMatter,
) -> None:
    mine = decide(matter.desk(), ANN, the(matter.desk(), NAME, 1), REDACT)
    desk = without(matter, mine.finding)
    assert vanished(desk) == ["vanished"]
    (of,) = desk.queue(Filter(vanished=True), 0, 10).groups
    assert [item.finding for item in of] == [mine.finding]
    assert mine.finding not in {item.finding for item in desk.page(mine.document, 1).items}


def test_one_that_vanishes_and_no_person_had_seen_is_gone(matter: ReviewedMatter) -> None:
    assert vanished(without(matter, the(matter.desk(), NAME, 1).finding)) == []


def test_redacting_what_vanished_draws_a_box_in_its_place(matter: ReviewedMatter) -> None:
    mine = decide(matter.desk(), ANN, the(matter.desk(), NAME, 1), REDACT)
    desk = without(matter, mine.finding)
    decide(desk, ANN, desk.item(mine.finding), REDACT)
    assert vanished(desk) == []
    (box,) = [item for item in desk.page(mine.document, 1).items if item.category is Category.DRAWN]
    assert box.quads == mine.quads


def test_producing_what_vanished_takes_the_same_people_as_before(matter: ReviewedMatter) -> None:
    number = the(matter.desk(), NUMBER)
    mine = decide(matter.desk(), ANN, number, REDACT)
    desk = without(matter, mine.finding)
    first = decide(desk, ANN, desk.item(mine.finding), PRODUCE)
    assert first.state is State.AWAITS_SECOND
    assert vanished(desk) == ["vanished"]
    decide(desk, PAT, first, PRODUCE)
    assert vanished(desk) == []


def test_what_vanished_and_is_found_again_is_as_it_was(matter: ReviewedMatter) -> None:
    before = found(matter)
    mine = decide(matter.desk(), ANN, the(matter.desk(), NAME, 1), REDACT)
    without(matter, mine.finding)
    matter.rescan(matter.documents, before)
    desk = matter.desk()
    assert vanished(desk) == []
    assert desk.item(mine.finding).state is State.DECIDED


def test_what_vanished_with_its_document_stands_in_nobodys_way(matter: ReviewedMatter) -> None:
    decide(matter.desk(), ANN, the(matter.desk(), NAME, 1), REDACT)
    matter.rescan([], [])
    assert vanished(matter.desk()) == []


def test_drawn_boxes_outlive_scans_and_go_to_the_writer(matter: ReviewedMatter) -> None:
    desk = matter.desk()
    drawn = desk.draw(ANN, DrawnBox(matter.documents[0].id, 1, Rect(30, 30, 90, 60)), REDACT)
    matter.scan(PAGE)
    again = matter.desk().item(drawn.finding)
    assert (again.state, again.disposition, again.quads) == (State.DECIDED, Disposition.REDACT, drawn.quads)


def test_control_numbers_and_assignments_outlive_scans(matter: ReviewedMatter) -> None:
    matter.desk().assign(PAT, [matter.documents[0].id], "Bo Example")
    matter.scan({"Another page": []}, PAGE)
    assert {(each.control, each.assigned) for each in matter.desk().progress()} == {
        ("C00001", "Bo Example"),
        ("C00002", None),
    }
