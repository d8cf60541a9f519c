"""At the desk: what needs eyes comes first, who may decide what, and a second reader where the law wants one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reviewed_matter import ANN, BO, PAT, RAE, ReviewedMatter, decide, the

from redactor.errors import InputError, NotPermittedError, ReviewConflictError
from redactor.model import BasisCode, Category, Disposition, Rect, Role
from redactor.pipeline.desk import MatterDesk
from redactor.review.records import Choice, DrawnBox, Filter, State, Why

NAME, NUMBER, DATE, WORD = Category.PERSON_NAME, Category.A_NUMBER, Category.ENFORCEMENT_DATE, Category.UNEXPLAINED
PRODUCE = Choice(Disposition.PRODUCE, "Stands on the public docket.")
REDACT = Choice(Disposition.REDACT)

FIRST = {
    "Name: Marisol Ejemplo\nA-Number: A000000001\nArrested on March 3, 2019 by Officer Muestra": [
        ("Marisol Ejemplo", NAME, Role.SUBJECT),
        ("A000000001", NUMBER, Role.SUBJECT),
        ("March 3, 2019", DATE, Role.SUBJECT),
        ("Muestra", NAME, Role.UNKNOWN),
    ],
    "Nothing of note stands here": [],
}
SECOND = {
    "Name: Ximena Prueba\nA-Number: A000000002\nOfficer Muestra wrote of Zorblatt": [
        ("Ximena Prueba", NAME, Role.SUBJECT),
        ("Muestra", NAME, Role.UNKNOWN),
        ("Zorblatt", WORD, Role.UNKNOWN),
    ]
}


@pytest.fixture
def matter(tmp_path: Path) -> ReviewedMatter:
    made = ReviewedMatter(tmp_path)
    made.scan(FIRST, SECOND)
    return made


@pytest.fixture
def desk(matter: ReviewedMatter) -> MatterDesk:
    return matter.desk()


def test_what_is_referred_comes_first_then_what_nothing_explains_and_equal_values_stand_together(
    desk: MatterDesk,
) -> None:
    groups = desk.queue(Filter(), 0, 10).groups
    assert [(len(of), of[0].state, of[0].why) for of in groups[:2]] == [
        (2, State.UNDECIDED, Why.REFERRED),
        (1, State.UNDECIDED, Why.UNEXPLAINED),
    ]
    assert {of[0].state for of in groups[2:]} == {State.PROPOSED}


def test_documents_that_need_eyes_come_first_and_are_named_by_control_number(desk: MatterDesk) -> None:
    assert [(d.control, d.pages, d.findings, d.undecided) for d in desk.progress()] == [
        ("C00002", 1, 3, 2),
        ("C00001", 2, 4, 1),
    ]


def test_a_page_shows_its_findings_in_place(desk: MatterDesk, matter: ReviewedMatter) -> None:
    page = desk.page(matter.documents[0].id, 1)
    assert [item.category for item in page.items] == [NAME, NUMBER, DATE, NAME]
    assert all(item.quads for item in page.items)
    assert (page.control, page.pages, page.width, page.height) == ("C00001", 2, 612, 792)


def test_a_page_that_there_is_none_of_is_said_so(desk: MatterDesk, matter: ReviewedMatter) -> None:
    with pytest.raises(InputError, match="C00001 has no page 3"):
        desk.page(matter.documents[0].id, 3)


def test_why_a_finding_is_one_is_told_with_its_words_for_the_reviewers_eyes(desk: MatterDesk) -> None:
    told = desk.explain(the(desk, NUMBER).finding)
    assert (told.text, told.rule) == ("A000000001", "section-1367/a-number")
    assert "Marisol" in told.around
    assert told.bases[0][2] == "ECF 68"


def test_after_a_decision_the_next_open_one_follows_and_at_the_end_the_first_that_was_left(desk: MatterDesk) -> None:
    first = desk.next_undecided(None, Filter())
    assert first is not None
    after = decide(desk, ANN, first, REDACT)
    second = desk.next_undecided(after.finding, Filter())
    assert second is not None and second.finding != first.finding
    last = desk.next_undecided(second.finding, Filter())
    assert last is not None
    wrapped = desk.next_undecided(last.finding, Filter())
    assert wrapped is not None and wrapped.finding == second.finding


def test_producing_needs_a_reason(desk: MatterDesk) -> None:
    with pytest.raises(InputError, match="needs a reason"):
        decide(desk, ANN, the(desk, NAME, 1), Choice(Disposition.PRODUCE, "  "))


def test_who_may_only_read_decides_nothing(desk: MatterDesk) -> None:
    item = the(desk, NAME)
    for act in (
        lambda: decide(desk, RAE, item, REDACT),
        lambda: desk.undo(RAE, item.finding, item.version),
        lambda: desk.draw(RAE, DrawnBox(item.document, 1, Rect(1, 1, 50, 50)), REDACT),
        lambda: desk.draw_sample(RAE, 1),
        lambda: desk.assign(RAE, [item.document], "Rae Reader"),
    ):
        with pytest.raises(NotPermittedError):
            act()


def test_a_noncitizens_number_is_produced_by_two_people_or_not_at_all(desk: MatterDesk) -> None:
    first = decide(desk, ANN, the(desk, NUMBER), PRODUCE)
    assert (first.state, first.disposition) == (State.AWAITS_SECOND, Disposition.REDACT)
    with pytest.raises(NotPermittedError, match="somebody else"):
        decide(desk, ANN, first, PRODUCE)
    second = decide(desk, BO, first, PRODUCE)
    assert (second.state, second.disposition, second.decided_by) == (State.DECIDED, Disposition.PRODUCE, "Bo Example")


def test_a_second_reader_is_not_the_first_even_under_both_roles(desk: MatterDesk) -> None:
    first = decide(desk, BO, the(desk, NUMBER), PRODUCE)
    with pytest.raises(NotPermittedError, match="somebody else"):
        decide(desk, BO, first, PRODUCE)
    assert decide(desk, PAT, first, PRODUCE).state is State.DECIDED


def test_a_plain_reviewer_cannot_confirm_for_another_and_may_refuse(desk: MatterDesk) -> None:
    first = decide(desk, BO, the(desk, NUMBER), PRODUCE)
    with pytest.raises(NotPermittedError, match="second reader"):
        decide(desk, ANN, first, PRODUCE)
    refused = decide(desk, ANN, first, REDACT)
    assert (refused.state, refused.disposition) == (State.DECIDED, Disposition.REDACT)


def test_calling_it_something_else_does_not_get_around_the_second_reader(desk: MatterDesk) -> None:
    changed = decide(desk, ANN, the(desk, NUMBER), Choice(Disposition.REDACT, category=Category.OTHER_DATE))
    produced = decide(desk, ANN, changed, PRODUCE)
    assert (produced.state, produced.disposition) == (State.AWAITS_SECOND, Disposition.REDACT)


def test_redacting_first_does_not_get_around_the_second_reader(desk: MatterDesk) -> None:
    redacted = decide(desk, ANN, the(desk, NUMBER), REDACT)
    assert decide(desk, ANN, redacted, PRODUCE).state is State.AWAITS_SECOND


def test_a_name_of_unknown_role_is_one_persons_to_decide(desk: MatterDesk) -> None:
    assert decide(desk, ANN, the(desk, NAME, 1), PRODUCE).state is State.DECIDED


def test_a_group_is_decided_with_one_line_for_each_finding(desk: MatterDesk) -> None:
    alike = desk.alike(the(desk, NAME, 1).finding)
    assert len(alike) == 2
    after = desk.decide(ANN, [(item.finding, item.version) for item in alike], PRODUCE)
    assert [item.state for item in after] == [State.DECIDED] * 2
    assert len({item.version for item in after}) == 2


def test_of_a_group_that_has_moved_on_in_part_nothing_is_decided(desk: MatterDesk) -> None:
    alike = desk.alike(the(desk, NAME, 1).finding)
    decide(desk, BO, alike[1], REDACT)
    with pytest.raises(ReviewConflictError, match="by Bo Example"):
        desk.decide(ANN, [(item.finding, item.version) for item in alike], PRODUCE)
    assert desk.item(alike[0].finding).state is State.UNDECIDED


def test_the_same_cell_of_another_form_is_in_like_context(desk: MatterDesk) -> None:
    like = desk.in_like_context(the(desk, NAME).finding)
    assert [item.control for item in like] == ["C00001", "C00002"]
    assert len({item.group for item in like}) == 2


def test_another_category_brings_its_own_line_of_the_log_and_label(desk: MatterDesk, matter: ReviewedMatter) -> None:
    item = the(desk, NAME, 1)
    after = decide(desk, ANN, item, Choice(Disposition.REDACT, category=Category.PHONE))
    assert after.category is Category.PHONE
    assert desk.explain(item.finding).history[-1].log_category == "C3"


def test_a_basis_that_nobody_asserted_is_refused(desk: MatterDesk) -> None:
    with pytest.raises(InputError, match="LEP was never asserted"):
        decide(desk, ANN, the(desk, NUMBER), Choice(Disposition.REDACT, basis=(BasisCode("LEP"),)))


def test_a_date_can_be_shown_in_part_and_a_name_cannot(desk: MatterDesk) -> None:
    redacted = decide(desk, ANN, the(desk, DATE), REDACT)
    shown = decide(desk, ANN, redacted, Choice(Disposition.GENERALISE))
    (span,) = desk.explain(shown.finding).history[-1].withheld
    assert span.end - span.start < len("March 3, 2019")
    with pytest.raises(InputError, match="which part"):
        decide(desk, ANN, the(desk, NAME), Choice(Disposition.GENERALISE))


def test_undoing_brings_back_what_stood_and_only_ones_own(desk: MatterDesk) -> None:
    item = the(desk, NAME, 1)
    after = decide(desk, ANN, item, PRODUCE)
    with pytest.raises(NotPermittedError, match="not yours"):
        desk.undo(BO, after.finding, after.version)
    back = desk.undo(ANN, after.finding, after.version)
    assert (back.state, back.disposition, back.decided_by) == (State.UNDECIDED, Disposition.REFER, None)
    assert len(desk.explain(item.finding).history) == 3


def test_undoing_twice_goes_back_two_decisions_and_brings_back_none_that_was_undone(desk: MatterDesk) -> None:
    item = the(desk, NAME, 1)
    covered = decide(desk, ANN, item, REDACT)
    shown = decide(desk, ANN, covered, PRODUCE)
    once = desk.undo(ANN, shown.finding, shown.version)
    assert once.disposition is Disposition.REDACT
    twice = desk.undo(ANN, once.finding, once.version)
    assert (twice.state, twice.disposition) == (State.UNDECIDED, Disposition.REFER)
    with pytest.raises(NotPermittedError, match="not yours"):
        desk.undo(ANN, twice.finding, twice.version)


def test_what_stands_until_a_second_reader_agrees_may_itself_be_a_decision_undone(desk: MatterDesk) -> None:
    referred = decide(desk, ANN, the(desk, NUMBER), Choice(Disposition.REFER))
    back = desk.undo(ANN, referred.finding, referred.version)
    awaiting = decide(desk, ANN, back, PRODUCE)
    covered = decide(desk, ANN, awaiting, REDACT)
    again = desk.undo(ANN, covered.finding, covered.version)
    assert (again.state, again.disposition) == (State.AWAITS_SECOND, Disposition.REDACT)


def test_undoing_twice_does_not_reach_what_somebody_else_decided(desk: MatterDesk) -> None:
    theirs = decide(desk, BO, the(desk, NAME, 1), REDACT)
    mine = decide(desk, ANN, theirs, PRODUCE)
    back = desk.undo(ANN, mine.finding, mine.version)
    with pytest.raises(NotPermittedError, match="not yours"):
        desk.undo(ANN, back.finding, back.version)
    assert desk.item(back.finding).disposition is Disposition.REDACT


def test_why_something_was_produced_is_no_reason_to_withhold_it(desk: MatterDesk) -> None:
    shown = decide(desk, ANN, the(desk, NAME, 1), PRODUCE)
    covered = decide(desk, BO, shown, REDACT)
    proposed, *_, last = desk.explain(covered.finding).history
    assert last.reason == proposed.reason


def test_the_second_reader_is_not_the_first_under_another_spelling(desk: MatterDesk) -> None:
    first = decide(desk, PAT, the(desk, NUMBER), PRODUCE)
    with pytest.raises(NotPermittedError, match="somebody else"):
        decide(desk, replace(PAT, name="pat  COUNSELOR"), first, PRODUCE)


def test_a_second_readers_word_undone_awaits_a_second_reader_again(desk: MatterDesk) -> None:
    first = decide(desk, ANN, the(desk, NUMBER), PRODUCE)
    second = decide(desk, BO, first, PRODUCE)
    back = desk.undo(BO, second.finding, second.version)
    assert (back.state, back.disposition) == (State.AWAITS_SECOND, Disposition.REDACT)


def test_a_drawn_box_is_a_finding_and_can_be_taken_back(desk: MatterDesk, matter: ReviewedMatter) -> None:
    box = DrawnBox(matter.documents[0].id, 2, Rect(30, 30, 700, 60))
    drawn = desk.draw(ANN, box, Choice(Disposition.REDACT, "A scar is drawn here."))
    assert (drawn.passage, drawn.state, drawn.label) == ("p2/drawn:1", State.DECIDED, "REDACTED – PROTECTED IDENTITY")
    assert drawn.quads[0].ur == (612, 30)
    back = desk.undo(ANN, drawn.finding, drawn.version)
    assert back.disposition is Disposition.PRODUCE


def test_a_slip_of_the_mouse_is_no_box(desk: MatterDesk, matter: ReviewedMatter) -> None:
    with pytest.raises(InputError, match="holds nothing"):
        desk.draw(ANN, DrawnBox(matter.documents[0].id, 1, Rect(30, 30, 30.2, 60)), REDACT)


def test_words_are_found_without_regard_to_capitals_accents_and_line_ends(tmp_path: Path) -> None:
    matter = ReviewedMatter(tmp_path)
    matter.scan({"The wïtness said\nthat NOBODY came": []})
    assert [found[1:] for found in matter.desk().search("witness SAID that", 5)] == [
        ("C00001", 1, "The wïtness said that NOBODY came")
    ]


def test_documents_can_be_taken_by_oneself_and_given_by_an_attorney(desk: MatterDesk, matter: ReviewedMatter) -> None:
    one, other = (each.id for each in matter.documents)
    desk.assign(ANN, [one], "Ann Example")
    with pytest.raises(NotPermittedError):
        desk.assign(BO, [one], "Bo Example")
    desk.assign(PAT, [one, other], "Bo Example")
    assert {item.assigned for of in desk.queue(Filter(assigned="Bo Example"), 0, 10).groups for item in of} == {
        "Bo Example"
    }


def test_comments_stay_with_their_finding_and_page(desk: MatterDesk) -> None:
    item = the(desk, NUMBER)
    desk.comment(ANN, item.document, 1, item.finding, "Is this the right one?")
    assert [each.text for each in desk.comments(item.document, 1)] == ["Is this the right one?"]
    assert [each.author for each in desk.explain(item.finding).comments] == ["Ann Example"]


def test_everything_that_is_done_is_in_the_audit_trail(desk: MatterDesk) -> None:
    item = the(desk, NAME, 1)
    desk.viewed(ANN, item.document, 1)
    after = decide(desk, ANN, item, PRODUCE)
    desk.undo(ANN, after.finding, after.version)
    desk.noted("Ann Example", "sign-in", {})
    assert desk._store.lengths()["audit"] == 4
    assert desk._store.broken() == ()


def test_a_comment_stands_on_a_page_that_there_is_and_on_a_finding_of_its_document(
    desk: MatterDesk, matter: ReviewedMatter
) -> None:
    item, other = the(desk, NUMBER), matter.documents[1].id
    with pytest.raises(InputError, match="no page 77"):
        desk.comment(ANN, item.document, 77, None, "Where?")
    with pytest.raises(InputError, match="another document"):
        desk.comment(ANN, other, 1, item.finding, "Where?")


def test_what_a_person_decides_to_withhold_is_logged_as_under_review_no_more(desk: MatterDesk) -> None:
    referred = next(group[0] for group in desk.queue(Filter(), 0, 10).groups if group[0].why is Why.REFERRED)
    before = desk.explain(referred.finding).history[-1]
    decide(desk, ANN, referred, REDACT)
    after = desk.explain(referred.finding).history[-1]
    assert (before.log_category, after.log_category) == ("N0", "N4")
