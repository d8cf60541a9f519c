"""What tests do in a tab of the reviewer's page, in the words of a reviewer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk import FakeDesk
from playwright.sync_api import Locator, Page, expect

from redactor.model import Category
from redactor.review.desk import Desk
from redactor.review.records import Filter, Item

EXPECTED_REFUSALS = ("status of 409", "status of 422", "status of 403")
"""What Chromium writes on the console where the server refused a form, as some tests want it to."""


@dataclass
class Site:
    """The pages over a desk in memory."""

    address: str
    desk: FakeDesk
    open: Callable[..., Page]


def watch(tab: Page, address: str, troubles: list[str]) -> None:
    """Collect what no tab may do: errors on the console, scripts that fail, requests elsewhere."""
    tab.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    tab.on("request", lambda request: troubles.append(request.url) if not request.url.startswith(address) else None)

    def said(message: object) -> None:
        kind, text = getattr(message, "type", ""), getattr(message, "text", "")
        if kind == "error" and not any(expected in text for expected in EXPECTED_REFUSALS):
            troubles.append(text)

    tab.on("console", said)


def found(desk: Desk, category: Category, page: int = 1) -> Item:
    """The first finding of the category on that page of whichever document has one first."""
    groups = desk.queue(Filter(categories=frozenset({category})), 0, 500).groups
    items = [item for group in groups for item in group if item.page == page]
    return min(items, key=lambda item: (item.control, item.quads[0].ul[1], item.quads[0].ul[0]))


def place_of(item: Item) -> str:
    """The path at which the finding is reviewed."""
    return f"/documents/{item.document}/pages/{item.page}?finding={item.finding}"


def selected(tab: Page) -> Locator:
    """The span of the finding that is selected."""
    return tab.locator("#overlay .selected")


def wait_said(tab: Page, words: str) -> None:
    """Until the page has said the outcome."""
    expect(tab.locator("#said")).to_contain_text(words)


def wait_value(tab: Page, words: str) -> None:
    """Until the selected finding is the one that reads so."""
    expect(tab.locator("#value")).to_contain_text(words)
