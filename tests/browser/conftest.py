"""A browser for the tests of the reviewer's page: Debian's Chromium, driven by Playwright. Without it they are skipped
aloud. Every tab is watched: an error on its console, or a request that leaves the server, fails the test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import FakeDesk
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from review_server import review_app, served
from review_tab import Site, watch

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM is None:
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed: apt-get install chromium"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def site(browser: Browser) -> Iterator[Site]:
    """A server with a fresh matter; ``open(path, reviewer=…, **context)`` opens a watched tab."""
    desk = FakeDesk()
    contexts: list[BrowserContext] = []
    troubles: list[str] = []
    with served(review_app(desk)) as server:

        def opened(path: str = "/", reviewer: str = "ada", **context: object) -> Page:
            made = browser.new_context(viewport={"width": 1280, "height": 800}, **context)  # type: ignore[arg-type]
            contexts.append(made)
            made.add_cookies([{"name": "reviewer", "value": reviewer, "url": server.address}])
            tab = made.new_page()
            tab.set_default_timeout(5000)
            watch(tab, server.address, troubles)
            tab.goto(server.address + path)
            return tab

        yield Site(server.address, desk, opened)
        for context in contexts:
            context.close()
    assert not troubles, troubles
