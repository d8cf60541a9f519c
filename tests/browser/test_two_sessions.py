"""Two people at one matter at once: nobody overwrites anybody, and nothing that was typed is lost."""

from __future__ import annotations

from playwright.sync_api import expect
from review_tab import Site, found, place_of, wait_said

from redactor.model import Category, Disposition


def test_whoever_comes_second_is_told_who_was_first_and_keeps_what_was_typed(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    one, other = site.open(place_of(item)), site.open(place_of(item), reviewer="ravi")
    one.keyboard.press("r")
    wait_said(one, "Redacted.")
    other.keyboard.press("p")
    other.keyboard.type("a round number")
    other.keyboard.press("Enter")
    alert = other.locator("#trouble")
    expect(alert).to_contain_text("Somebody decided in the meantime: Ada Attorney, “redact”")
    expect(alert).to_contain_text("Look at the finding again")
    expect(alert).to_be_focused()
    expect(other.locator("#reason")).to_have_value("a round number")
    expect(other.locator(".fate-now")).to_contain_text("Decided: redact")
    assert site.desk.item(item.finding).disposition is Disposition.REDACT

    other.locator("#do-produce").click()
    wait_said(other, "Will be produced.")
    assert site.desk.item(item.finding).decided_by == "Ravi Reviewer"


def test_a_group_of_which_one_was_decided_in_the_meantime_is_shown_anew(site: Site) -> None:
    item = found(site.desk, Category.A_NUMBER)
    one, other = site.open(place_of(item)), site.open(f"/queue?group={item.group}", reviewer="ravi")
    one.keyboard.press("r")
    wait_said(one, "Redacted.")
    other.get_by_label("Why may it be produced?").fill("never mind")
    other.get_by_role("button", name="Redact the checked").click()
    expect(other.locator("#alert")).to_contain_text("decided by Ada Attorney since you looked")
    expect(other.locator(".members")).to_contain_text("redact by Ada Attorney")
    expect(other.get_by_label("Why may it be produced?")).to_have_value("never mind")
    assert [one.decided_by for one in site.desk.alike(item.finding)].count("Ravi Reviewer") == 0


def test_what_was_typed_stays_when_the_session_has_ended(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    tab = site.open(place_of(item))
    tab.keyboard.press("c")
    tab.keyboard.type("a long thought")
    tab.context.add_cookies([{"name": "reviewer", "value": "nobody", "url": site.address}])
    tab.locator("#do-comment").click()
    expect(tab.locator("#alert")).to_contain_text("Nobody is signed in")
    expect(tab.locator("#comment")).to_have_value("a long thought")


def test_undoing_what_somebody_else_replaced_is_refused(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    one = site.open(place_of(item), reviewer="ravi")
    one.keyboard.press("r")
    wait_said(one, "Redacted.")
    other = site.open(place_of(item))
    other.keyboard.press("f")
    wait_said(other, "Referred")
    one.keyboard.press("u")
    expect(one.locator("#trouble")).to_contain_text("in the meantime: Ada Attorney, “refer”")
    assert site.desk.item(item.finding).disposition is Disposition.REFER


def test_ones_own_other_window_is_not_somebody_else(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    one, other = site.open(place_of(item)), site.open(place_of(item))
    one.keyboard.press("r")
    wait_said(one, "Redacted.")
    other.keyboard.press("r")
    expect(other.locator("#trouble")).to_contain_text("You decided already")
