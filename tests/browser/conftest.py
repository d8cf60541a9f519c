"""A browser for the tests of the reviewer's page: Debian's Chromium, driven by Playwright. Without it they are skipped
aloud. Every tab is watched: an error on its console, or a request that leaves the server, fails the test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from desk import FakeDesk
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from review_server import review_app, served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
EXPECTED_REFUSALS = ("status of 409", "status of 422", "status of 403")
"""What Chromium writes on the console where the server refused a form, as some tests want it to."""


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


@dataclass
class Site:
    """The pages over a desk in memory."""

    address: str
    desk: FakeDesk
    open: Callable[..., Page]


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


def watch(tab: Page, address: str, troubles: list[str]) -> None:
    """Collect what no tab may do: errors on the console, scripts that fail, requests elsewhere."""
    tab.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    tab.on("request", lambda request: troubles.append(request.url) if not request.url.startswith(address) else None)

    def said(message: object) -> None:
        kind, text = getattr(message, "type", ""), getattr(message, "text", "")
        if kind == "error" and not any(expected in text for expected in EXPECTED_REFUSALS):
            troubles.append(text)

    tab.on("console", said)
