"""The gate before the real review pages, with what a real browser sends: its Origin, its cookies, its idea of the policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn
from desk import FakeDesk
from doors import PASSWORDS, PERSON, team_accounts, unread_trail
from identity_provider import CLIENT, SECRET, identity_provider
from playwright.sync_api import Browser, BrowserContext, Page, expect
from review_tab import found, place_of, wait_said, watch
from starlette.types import ASGIApp

from redactor.matter.records import SignIn
from redactor.model import Category
from redactor.pipeline.job import MatterFolder
from redactor.store.accounts import ReviewerAccount
from redactor.web import pages
from redactor.web.access.attempts import Attempts
from redactor.web.access.link import OneTimeLink
from redactor.web.access.provider import Provider, ProviderDoor
from redactor.web.access.sessions import Sessions
from redactor.web.access.sign_in import Door, PasswordDoor, link_routes
from redactor.web.access.site import Site, loopback_site
from redactor.web.app import application
from redactor.web.reviewing import stepping_stone
from redactor.web.serving import listener


def clock() -> datetime:
    return datetime.now(UTC)


@contextmanager
def running(made: ASGIApp, listening: object) -> Iterator[None]:
    server = uvicorn.Server(uvicorn.Config(made, http="h11", lifespan="off", log_config=None))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 800})
    yield made
    made.close()


def tab_of(context: BrowserContext, site: Site, troubles: list[str]) -> Page:
    tab = context.new_page()
    tab.set_default_timeout(8000)
    watch(tab, site.origin, troubles)
    return tab


def test_the_link_opens_the_review_pages_and_their_forms_are_heard(context: BrowserContext, tmp_path: Path) -> None:
    troubles: list[str] = []
    desk, link = FakeDesk(), OneTimeLink(clock)
    with listener("127.0.0.1", 0) as listening:
        site = loopback_site("127.0.0.1", listening.getsockname()[1])
        door = Door(site, Sessions(team_accounts(tmp_path), clock, local=True), unread_trail)
        app = application(door, link_routes(door, link, PERSON), pages.routes(desk), frozenset({"/search"}))
        with running(app, listening):
            tab = tab_of(context, site, troubles)
            tab.goto(link.address(site.origin))
            expect(tab.get_by_text("Pat Reviewer").first).to_be_visible()
            assert link.token not in tab.url
            assert tab.evaluate("document.cookie") == ""
            item = found(desk, Category.PERSON_NAME)
            tab.goto(site.origin + place_of(item))
            tab.get_by_role("button", name="Accept: redact").click()  # a script of ours sends it
            wait_said(tab, "Accepted as proposed.")
            assert desk.item(item.finding).decided_by == "Pat Reviewer"
            tab.goto(site.origin + "/search")
            tab.get_by_role("searchbox").or_(tab.locator("main input[name=words]")).first.fill("officers")
            tab.keyboard.press("Enter")  # a form without script
            expect(tab.locator("main")).to_contain_text("No page says that.")
            tab.get_by_role("button", name="Sign out").click()
            expect(tab.get_by_role("heading", name="Signed out")).to_be_visible()
            tab.goto(site.origin + "/documents")
            expect(tab.get_by_role("heading", name="Sign in first")).to_be_visible()
    assert [said for said in troubles if "401" not in said] == []


def test_a_browser_that_is_started_with_a_file_arrives_signed_in(context: BrowserContext, tmp_path: Path) -> None:
    folder = MatterFolder(tmp_path)
    folder.prepare()
    link = OneTimeLink(clock)
    with listener("127.0.0.1", 0) as listening:
        site = loopback_site("127.0.0.1", listening.getsockname()[1])
        door = Door(site, Sessions(team_accounts(tmp_path), clock, local=True), unread_trail)
        app = application(door, link_routes(door, link, PERSON), pages.routes(FakeDesk()))
        with running(app, listening), stepping_stone(folder, link.address(site.origin)) as stone:
            assert stone.stat().st_mode & 0o077 == 0
            tab = context.new_page()
            tab.goto(stone.as_uri())
            expect(tab.get_by_text("Pat Reviewer").first).to_be_visible()
    assert not stone.exists()


def test_the_way_over_a_provider_on_another_site_ends_signed_in(context: BrowserContext, tmp_path: Path) -> None:
    accounts = team_accounts(tmp_path)
    accounts.add(ReviewerAccount("Olu Organisation", "reviewer", "pat@example.org"), clock())
    with listener("127.0.0.1", 0) as listening, identity_provider(int(clock().timestamp())) as organisation:
        # localhost is another site than the provider's 127.0.0.1: strict cookies stay behind on the way back.
        site = Site((f"http://localhost:{listening.getsockname()[1]}",), team=True)
        door = Door(site, Sessions(accounts, clock, local=False), unread_trail)
        attempts = Attempts()
        known = Provider(SignIn(organisation.origin, CLIENT), SECRET)
        ways_in = (
            *PasswordDoor(door, accounts, attempts, clock, provider=True).routes(),
            *ProviderDoor(door, accounts, attempts, known, clock).routes(),
        )
        with running(application(door, ways_in, pages.routes(FakeDesk())), listening):
            tab = context.new_page()
            tab.set_default_timeout(8000)
            tab.goto(site.origin)
            tab.get_by_role("link", name="Sign in with your organisation").click()
            expect(tab.get_by_text("Olu Organisation").first).to_be_visible()
            assert "code=" not in tab.url


def test_without_scripts_the_link_is_pasted(browser: Browser, tmp_path: Path) -> None:
    link = OneTimeLink(clock)
    with listener("127.0.0.1", 0) as listening:
        site = loopback_site("127.0.0.1", listening.getsockname()[1])
        door = Door(site, Sessions(team_accounts(tmp_path), clock, local=True), unread_trail)
        app = application(door, link_routes(door, link, PERSON), pages.routes(FakeDesk()))
        with running(app, listening):
            context = browser.new_context(java_script_enabled=False)
            tab = context.new_page()
            tab.goto(site.origin + "/link")
            tab.get_by_label("The link").fill(link.address(site.origin))
            tab.get_by_role("button", name="Open").click()
            expect(tab.get_by_text("Pat Reviewer").first).to_be_visible()
            context.close()


def test_a_team_signs_in_and_a_link_from_elsewhere_finds_its_way(context: BrowserContext, tmp_path: Path) -> None:
    troubles: list[str] = []
    accounts = team_accounts(tmp_path)
    with listener("127.0.0.1", 0) as listening:
        # Without TLS, which a team server never is: cookies are named and guarded as on loopback, the rest is the same.
        site = Site((f"http://127.0.0.1:{listening.getsockname()[1]}",), team=True)
        door = Door(site, Sessions(accounts, clock, local=False), unread_trail)
        ways_in = PasswordDoor(door, accounts, Attempts(), clock, provider=False).routes()
        with running(application(door, ways_in, pages.routes(FakeDesk())), listening):
            tab = tab_of(context, site, troubles)
            tab.goto(site.origin)
            tab.get_by_label("Name").fill("Sam Secondreader")
            tab.get_by_label("Password").fill("not the password")
            tab.keyboard.press("Enter")
            expect(tab.get_by_role("alert")).to_have_text("That name and password do not belong together.")
            tab.get_by_label("Name").fill("Sam Secondreader")
            tab.get_by_label("Password").fill(PASSWORDS["Sam Secondreader"])
            tab.keyboard.press("Enter")
            expect(tab.get_by_text("Sam Secondreader").first).to_be_visible()
            elsewhere = tmp_path / "mail.html"
            elsewhere.write_text(f'<a href="{site.origin}/documents">Documents</a>')
            mail = context.new_page()
            mail.goto(elsewhere.as_uri())
            mail.get_by_role("link").click()
            expect(mail.get_by_text("Sam Secondreader").first).to_be_visible()
    assert [said for said in troubles if "401" not in said] == []
