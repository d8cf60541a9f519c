"""Pictures of the reviewer's page for the README, of a drawn matter with invented people.

python -m tests.browser.screenshots FOLDER
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from desk import FakeDesk
from playwright.sync_api import Browser, Page, sync_playwright
from review_server import PEOPLE, review_app, served
from review_tab import found, place_of

from redactor.model import Category


def _review(tab: Page, address: str, desk: FakeDesk) -> None:
    tab.goto(address + place_of(found(desk, Category.PERSON_NAME)))
    for key in "arjj":
        tab.keyboard.press(key)
    tab.wait_for_timeout(8000)  # until the outcome has gone
    tab.goto(address + place_of(found(desk, Category.A_NUMBER)))


def _preview(tab: Page, address: str, desk: FakeDesk) -> None:
    tab.goto(address + place_of(found(desk, Category.DATE_OF_BIRTH)) + "&view=preview")


def _queue(tab: Page, address: str, desk: FakeDesk) -> None:
    tab.goto(address + "/queue")


def _sample(tab: Page, address: str, desk: FakeDesk) -> None:
    desk.draw_sample(PEOPLE["ada"], 2)
    tab.goto(address + "/sample/next")


_SHOWN: tuple[tuple[str, str, int, Callable[[Page, str, FakeDesk], None]], ...] = (
    ("review-light", "light", 1280, _review),
    ("review-dark", "dark", 1600, _review),
    ("preview", "light", 1280, _preview),
    ("queue", "light", 1280, _queue),
    ("sample", "dark", 1280, _sample),
)


def main(folder: Path) -> None:
    """Take each picture and say where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, theme, width, show in _SHOWN:
            print(_taken(browser, folder / f"{name}.png", theme, width, show))
        browser.close()


def _taken(browser: Browser, path: Path, theme: str, width: int, show: Callable[[Page, str, FakeDesk], None]) -> Path:
    desk = FakeDesk()
    with served(review_app(desk)) as server:
        viewport = {"width": width, "height": width * 5 // 8}
        tab = browser.new_page(viewport=viewport, color_scheme=theme)  # type: ignore[arg-type]
        show(tab, server.address, desk)
        tab.wait_for_load_state("networkidle")
        tab.screenshot(path=path)
        tab.close()
    return path


if __name__ == "__main__":
    main(Path(sys.argv[1]))
