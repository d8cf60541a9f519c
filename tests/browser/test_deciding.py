"""Decisions on the reviewer's page: what is pressed or typed is what the desk hears."""

from __future__ import annotations

from playwright.sync_api import expect
from review_tab import Site, found, place_of, selected, wait_said, wait_value

from redactor.model import Category, Disposition
from redactor.review.records import State


def test_a_proposal_is_accepted_by_its_button_and_the_next_one_comes_up(site: Site) -> None:
    item = found(site.desk, Category.PERSON_NAME)
    tab = site.open(place_of(item))
    tab.get_by_role("button", name="Accept: redact").click()
    wait_said(tab, "Accepted as proposed.")
    decided = site.desk.item(item.finding)
    assert (decided.state, decided.disposition, decided.decided_by) == (
        State.DECIDED,
        Disposition.REDACT,
        "Ada Attorney",
    )
    wait_value(tab, "A200-555-123")


def test_a_finding_is_produced_only_with_a_reason(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    tab = site.open(place_of(item))
    tab.keyboard.press("p")
    tab.keyboard.press("Enter")
    expect(tab.locator("#reason:invalid")).to_be_focused()
    assert site.desk.item(item.finding).state is State.UNDECIDED
    tab.keyboard.type("does not lead to anybody")
    tab.keyboard.press("Enter")
    wait_said(tab, "Will be produced.")
    assert site.desk.item(item.finding).disposition is Disposition.PRODUCE
    assert site.desk.explain(item.finding).history[-1].reason == "does not lead to anybody"


def test_after_enter_in_the_reason_the_keys_decide_again(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    tab = site.open(place_of(item))
    tab.keyboard.press("p")
    tab.keyboard.type("public")
    tab.keyboard.press("Enter")
    wait_value(tab, "Brandvold")
    tab.keyboard.press("r")
    wait_said(tab, "Redacted.")
    assert site.desk.item(found(site.desk, Category.AGE).finding).disposition is Disposition.PRODUCE


def test_category_and_basis_are_changed_and_the_history_keeps_what_was(site: Site) -> None:
    item = found(site.desk, Category.UNEXPLAINED)
    tab = site.open(place_of(item))
    tab.keyboard.press("e")
    expect(tab.locator("#change-category")).to_be_focused()
    tab.select_option("#change-category", Category.AGENCY_SYSTEM_ID.value)
    tab.locator("#change").get_by_role("checkbox", name="1367-U").uncheck()
    tab.select_option("#change-disposition", "redact")
    tab.locator("#do-change").click()
    wait_said(tab, "Redacted.")
    changed = site.desk.item(item.finding)
    assert (changed.category, changed.basis) == (Category.AGENCY_SYSTEM_ID, ("PO",))
    expect(tab.locator(".history li")).to_have_count(2)
    expect(tab.locator("#panel .kind strong")).to_have_text("Agency system ID")


def test_every_finding_with_the_value_is_redacted_at_once_but_not_what_a_person_decided(site: Site) -> None:
    item = found(site.desk, Category.A_NUMBER)
    other = found(site.desk, Category.A_NUMBER, page=2)
    tab = site.open(place_of(other))
    tab.keyboard.press("p")
    tab.keyboard.type("a form number")
    tab.keyboard.press("Enter")
    wait_said(tab, "second reader")
    tab.goto(site.address + place_of(item))
    tab.keyboard.press("Shift+R")
    wait_said(tab, "Redacted 2 findings.")
    states = {one.finding: one.disposition for one in site.desk.alike(item.finding)}
    assert states.pop(other.finding) is Disposition.PRODUCE
    assert set(states.values()) == {Disposition.REDACT}


def test_undo_takes_back_the_whole_of_what_was_done_last(site: Site) -> None:
    item = found(site.desk, Category.A_NUMBER)
    tab = site.open(place_of(item))
    tab.keyboard.press("Shift+R")
    wait_said(tab, "Redacted 3 findings.")
    tab.keyboard.press("u")
    wait_said(tab, "Undid 3 decisions.")
    assert {one.state for one in site.desk.alike(item.finding)} == {State.PROPOSED}
    assert selected(tab).get_attribute("data-finding") == item.finding


def test_a_group_is_decided_without_the_findings_that_were_left_out(site: Site) -> None:
    item = found(site.desk, Category.A_NUMBER)
    tab = site.open(f"/queue?group={item.group}")
    tab.get_by_role("checkbox", name="CTRL000002, page 1").uncheck()
    tab.get_by_role("button", name="Redact the checked").click()
    wait_said(tab, "Redacted 2 findings.")
    decided = {one.control: one.state for one in site.desk.alike(item.finding)}
    assert decided == {"CTRL000001": State.DECIDED, "CTRL000002": State.PROPOSED}


def test_a_group_is_not_produced_without_a_reason_and_the_reason_is_asked_for(site: Site) -> None:
    item = found(site.desk, Category.A_NUMBER)
    tab = site.open(f"/queue?group={item.group}")
    tab.get_by_role("button", name="Produce the checked").click()
    expect(tab.get_by_label("Why may it be produced?")).to_be_focused()
    assert {one.state for one in site.desk.alike(item.finding)} == {State.PROPOSED}


def test_all_open_proposals_of_a_page_are_accepted_each_as_it_was_proposed(site: Site) -> None:
    item = found(site.desk, Category.COURTHOUSE)
    tab = site.open(place_of(item))
    tab.keyboard.press("Shift+A")
    wait_said(tab, "Accepted 8 findings as proposed.")
    assert site.desk.item(item.finding).disposition is Disposition.PRODUCE
    assert site.desk.item(found(site.desk, Category.PHONE).finding).disposition is Disposition.REDACT
    assert site.desk.item(found(site.desk, Category.AGE).finding).state is State.UNDECIDED


def test_what_one_would_produce_a_second_reader_confirms(site: Site) -> None:
    item = found(site.desk, Category.A_NUMBER)
    first = site.open(place_of(item), reviewer="ravi")
    first.keyboard.press("p")
    first.keyboard.type("number of a form")
    first.keyboard.press("Enter")
    wait_said(first, "until a second reader agrees")
    second = site.open("/queue?state=awaits-second-reader")
    second.get_by_text("1 finding here, 3 alike").click()
    second.get_by_role("link", name="Look at it").click()
    expect(second.locator(".fate-now")).to_contain_text("Ravi Reviewer would produce it")
    second.get_by_role("button", name="Confirm: produce").click()
    wait_said(second, "Accepted as proposed.")
    assert site.desk.item(item.finding).state is State.DECIDED


def test_a_comment_reaches_the_other_reviewer(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    tab = site.open(place_of(item), reviewer="ravi")
    tab.keyboard.press("c")
    tab.keyboard.type("Is the age in the complaint?")
    tab.get_by_role("button", name="Send").click()
    wait_said(tab, "Comment added.")
    other = site.open(place_of(item))
    expect(other.locator(".comments")).to_contain_text("Ravi Reviewer")
    expect(other.locator(".comments")).to_contain_text("Is the age in the complaint?")


def test_a_read_only_reviewer_sees_the_page_and_no_way_to_decide(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    tab = site.open(place_of(item), reviewer="lena")
    wait_value(tab, "34")
    expect(tab.locator("form[action='/decide'], form[action='/draw'], form[action='/comment']")).to_have_count(0)
    tab.keyboard.press("r")
    tab.keyboard.press("j")
    wait_value(tab, "Brandvold")
    assert site.desk.item(item.finding).state is State.UNDECIDED


def test_a_double_click_decides_one_finding(site: Site) -> None:
    item = found(site.desk, Category.PERSON_NAME)
    tab = site.open(place_of(item))
    tab.locator("#do-redact").dblclick()
    wait_said(tab, "Redacted.")
    wait_value(tab, "A200-555-123")
    tab.wait_for_timeout(300)
    assert sum(row.decided for row in site.desk.progress()) == 1
    expect(tab.locator("#trouble")).to_have_count(0)


def test_in_the_queue_too_u_undoes_the_last_decision_though_its_group_is_gone(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    tab = site.open("/queue?state=undecided")
    expect(tab.get_by_role("button", name="Undo")).to_have_count(0)
    tab.locator(f"#group-{item.finding}").get_by_role("button", name="Redact the checked").click()
    wait_said(tab, "Redacted.")
    expect(tab.locator(f"#group-{item.finding}")).to_have_count(0)
    tab.keyboard.press("u")
    wait_said(tab, "Undone.")
    assert site.desk.item(item.finding).state is State.UNDECIDED


def test_what_a_form_was_refused_for_is_said_in_sentences_and_nothing_else(site: Site) -> None:
    tab = site.open("/sample")
    tab.get_by_label("Pages").fill("many")
    tab.get_by_role("button", name="Draw").click()
    expect(tab.locator("#alert")).to_have_text(
        "The number of pages must be a whole number from 1 to 5000. Correct it and send it again."
    )
