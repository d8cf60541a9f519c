"""Getting around a matter: keys, filters, search, preview, pages."""

from __future__ import annotations

from playwright.sync_api import expect
from review_tab import Site, found, place_of, wait_said, wait_value

from redactor.errors import NotPermittedError
from redactor.model import Category
from redactor.review.records import Filter, State


def test_next_and_previous_go_through_the_page_in_its_order_and_over_its_end(site: Site) -> None:
    tab = site.open(place_of(found(site.desk, Category.PERSON_NAME)))
    tab.keyboard.press("j")
    wait_value(tab, "A200-555-123")
    tab.keyboard.press("j")
    wait_value(tab, "03/14/1985")
    tab.keyboard.press("k")
    wait_value(tab, "A200-555-123")
    for _ in range(12):
        tab.keyboard.press("j")
    expect(tab.locator("#goto")).to_have_value("2")


def test_next_undecided_leads_through_the_whole_matter(site: Site) -> None:
    tab = site.open("/")
    seen = set()
    undecided = len(site.desk.queue(Filter(states=frozenset({State.UNDECIDED})), 0, 100).groups)
    for _ in range(undecided):
        seen.add(tab.locator("#value").text_content())
        tab.keyboard.press("r")
        wait_said(tab, "Redacted.")
        tab.keyboard.press("n")
        expect(tab.locator("#said")).not_to_have_text("Redacted.")
    expect(tab.locator("#progress")).to_contain_text("0 undecided")
    assert any("Juniper House" in (value or "") for value in seen)
    wait_said(tab, "Nothing else needs a decision here.")


def test_a_matter_is_worked_through_with_the_keyboard_alone(site: Site) -> None:
    tab = site.open("/documents")
    tab.get_by_role("link", name="CTRL000001").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#value")).to_be_visible()
    for key in ("r", "a", "f"):
        tab.keyboard.press(key)
    tab.keyboard.press("p")
    tab.keyboard.type("printed text")
    tab.keyboard.press("Enter")
    wait_said(tab, "Will be produced.")
    tab.keyboard.press("u")
    wait_said(tab, "Undone.")
    tab.keyboard.press("g")
    tab.keyboard.type("2")
    tab.keyboard.press("Enter")
    expect(tab.locator("main h1")).to_contain_text("CTRL000001")
    expect(tab.locator("#goto")).to_have_value("2")
    tab.keyboard.press("]")
    expect(tab.locator("#goto")).to_have_value("3")


def test_spans_are_buttons_in_the_order_of_reading(site: Site) -> None:
    item = found(site.desk, Category.PERSON_NAME)
    tab = site.open(place_of(item))
    tab.locator(f"#span-{item.finding}").focus()
    tab.keyboard.press("Tab")
    expect(tab.locator("#overlay a:focus")).to_have_attribute("aria-label", "A-Number, proposed: redact")
    tab.keyboard.press("Enter")
    wait_value(tab, "A200-555-123")
    expect(tab.locator("#overlay a:focus")).to_have_attribute("aria-current", "true")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Space")
    wait_value(tab, "03/14/1985")


def test_keys_do_nothing_while_somebody_types(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    tab = site.open(place_of(item))
    tab.keyboard.press("c")
    tab.keyboard.type("arfjknuvdR")
    expect(tab.locator("#comment")).to_have_value("arfjknuvdR")
    assert site.desk.item(item.finding).state is State.UNDECIDED
    tab.keyboard.press("Escape")
    tab.keyboard.press("r")
    wait_said(tab, "Redacted.")


def test_single_keys_can_be_turned_off(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    tab = site.open(place_of(item))
    tab.keyboard.press("?")
    expect(tab.get_by_role("dialog", name="Keys")).to_be_visible()
    tab.get_by_label("Single keys act").uncheck()
    tab.keyboard.press("Escape")
    tab.keyboard.press("r")
    tab.wait_for_timeout(150)
    assert site.desk.item(item.finding).state is State.UNDECIDED


def test_two_quick_keys_act_on_what_the_first_one_leads_to(site: Site) -> None:
    item = found(site.desk, Category.PERSON_NAME)
    tab = site.open(place_of(item))
    tab.keyboard.press("j")
    tab.keyboard.press("r")
    wait_said(tab, "Redacted.")
    assert site.desk.item(item.finding).state is State.PROPOSED
    assert site.desk.item(found(site.desk, Category.A_NUMBER).finding).state is State.DECIDED


def test_a_key_held_down_decides_once(site: Site) -> None:
    item = found(site.desk, Category.PERSON_NAME)
    tab = site.open(place_of(item))
    for _ in range(4):
        tab.keyboard.down("r")
    tab.keyboard.up("r")
    wait_said(tab, "Redacted.")
    assert sum(row.decided for row in site.desk.progress()) == 1


def test_the_list_is_filtered_and_the_filter_stays_after_a_decision(site: Site) -> None:
    tab = site.open(place_of(found(site.desk, Category.AGE)))
    tab.get_by_text("Filter", exact=True).first.click()
    tab.get_by_label("State").select_option("undecided")
    expect(tab.locator("#rows a")).to_have_count(5)
    tab.keyboard.press("Escape")
    tab.keyboard.press("r")
    wait_said(tab, "Redacted.")
    expect(tab.locator("#rows a")).to_have_count(4)


def test_the_whole_document_is_listed_with_its_pages(site: Site) -> None:
    tab = site.open(place_of(found(site.desk, Category.AGE)))
    tab.get_by_role("link", name="Document", exact=True).click()
    expect(tab.locator("#rows a")).to_have_count(19)
    tab.locator("#rows a", has_text="page 2").first.click()
    expect(tab.locator("#goto")).to_have_value("2")
    expect(tab.locator("#rows a")).to_have_count(19)


def test_the_matter_is_searched_and_no_address_says_for_what(site: Site) -> None:
    tab = site.open("/documents")
    addresses = []
    tab.on("request", lambda request: addresses.append(request.url))
    tab.keyboard.press("/")
    tab.keyboard.type("quintanilla ruiz")
    tab.keyboard.press("Enter")
    expect(tab.locator(".hits mark")).to_have_text(["QUINTANILLA RUIZ", "Quintanilla Ruiz", "Quintanilla Ruiz"])
    tab.locator(".hits a").first.click()
    expect(tab.locator("main[data-view=review]")).to_be_visible()
    assert not any("uintanilla" in address for address in addresses)
    assert "uintanilla" not in tab.title()


def test_the_preview_shows_the_page_as_it_would_be_produced(site: Site) -> None:
    tab = site.open(place_of(found(site.desk, Category.PERSON_NAME)))
    with tab.expect_response(lambda answer: "/preview?" in answer.url) as answer:
        tab.keyboard.press("v")
    assert answer.value.headers["content-type"] == "image/png"
    expect(tab.locator("#overlay")).to_have_count(0)
    tab.keyboard.press("v")
    expect(tab.locator("#overlay .span")).not_to_have_count(0)


def test_a_preview_that_cannot_be_made_says_why(site: Site) -> None:
    def refuse(*_: object) -> bytes:
        raise NotPermittedError("this page cannot be shown", remedy="Ask for it.")

    site.desk.preview = refuse  # type: ignore[method-assign]
    tab = site.open(place_of(found(site.desk, Category.PERSON_NAME)))
    tab.keyboard.press("v")
    expect(tab.locator("#alert")).to_contain_text("This page cannot be shown. Ask for it.")
    tab.keyboard.press("v")
    expect(tab.locator("#alert")).to_be_empty()


def test_only_the_page_in_view_is_in_the_document_and_its_neighbours_are_at_hand(site: Site) -> None:
    with (tab := site.open("/documents")).expect_response(lambda answer: "/pages/3/picture" in answer.url):
        tab.goto(site.address + place_of(found(site.desk, Category.DOCKET_NUMBER, page=2)))
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.keyboard.press("]")
    expect(tab.locator("#goto")).to_have_value("3")
    expect(tab.locator("#sheet img")).to_have_count(1)
    assert not any("/pages/3/picture" in address for address in asked)


def test_zooming_in_asks_for_a_sharper_picture(site: Site) -> None:
    tab = site.open(place_of(found(site.desk, Category.AGE)))
    with tab.expect_response(lambda answer: "dpi=216" in answer.url):
        for _ in range(5):
            tab.keyboard.press("+")
    tab.keyboard.press("0")
    expect(tab.locator("#zoom-now")).to_have_text("Fit")


def test_documents_are_assigned_and_filtered_by_whose_they_are(site: Site) -> None:
    tab = site.open("/documents")
    tab.get_by_label("Choose CTRL000002").check()
    tab.get_by_label("Assign the chosen to").fill("Ravi Reviewer")
    tab.get_by_role("button", name="Assign").click()
    wait_said(tab, "Assigned 1 document.")
    tab.goto(site.address + "/queue")
    tab.get_by_label("Assigned").select_option("Ravi Reviewer")
    expect(tab.locator(".groups > li")).to_have_count(6)


def test_what_stands_in_the_way_of_a_release_is_listed_and_leads_there(site: Site) -> None:
    tab = site.open("/release")
    expect(tab.locator(".obstacles")).to_contain_text("8")
    tab.get_by_role("link", name="Go there").click()
    expect(tab.locator(".groups > li")).to_have_count(8)


def test_going_back_in_the_browser_shows_the_finding_before(site: Site) -> None:
    tab = site.open(place_of(found(site.desk, Category.PERSON_NAME)))
    tab.keyboard.press("j")
    wait_value(tab, "A200-555-123")
    tab.go_back()
    wait_value(tab, "QUINTANILLA")


def test_back_from_a_hit_leads_to_the_search_and_from_there_to_where_one_was(site: Site) -> None:
    tab = site.open("/documents")
    tab.keyboard.press("/")
    tab.keyboard.type("quintanilla")
    tab.keyboard.press("Enter")
    expect(tab.locator("main[data-view=search]")).to_be_visible()
    assert tab.url == site.address + "/search"
    tab.locator(".hits a").first.click()
    expect(tab.locator("main[data-view=review]")).to_be_visible()
    tab.go_back()
    expect(tab.locator("main[data-view=search]")).to_be_visible()
    tab.go_back()
    expect(tab.get_by_role("heading", name="Documents")).to_be_visible()
