"""From the scan of a small matter over `redactor review` in the browser to the volume: what was decided on the page is
what the volume shows. One paper is a scan, so its words and boxes are pixels."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper import NOTICE, write_pdf
from playwright.sync_api import Browser, Page, expect
from review_tab import found, place_of, wait_said, watch
from scans import scanned
from served import review
from small_matter import SmallMatter, small_matter
from volume_reading import squeezed

from redactor.errors import ReviewUnfinishedError
from redactor.geometry import bounds
from redactor.model import Category
from redactor.pipeline.desk import open_desk
from redactor.pipeline.gate import release_reviewed
from redactor.review.desk import Desk

LETTER = (
    "Letter of the respondent",
    "Marisol Quintanilla Ruiz, A200-555-123, lives at 118 Larkspur Court, Yonkers.",
    "She works for Juniper Bakery and speaks Quiche.",
)
_LINE = 18
"""Points from one line of the drawn papers to the next."""


def _matter(folder: Path) -> SmallMatter:
    matter = small_matter(folder, {"notice.pdf": NOTICE})
    drawn = write_pdf(folder / "drawn.pdf", [LETTER])
    (folder / "originals" / "letter.pdf").write_bytes(scanned(drawn.read_bytes(), dpi=150, skew=1.5))
    return matter


def test_the_volume_follows_what_was_decided_in_the_browser(browser: Browser, tmp_path: Path) -> None:
    matter = _matter(tmp_path)
    matter.scanned()
    desk = open_desk(matter.job().folder)
    with pytest.raises(ReviewUnfinishedError):
        release_reviewed(matter.job())
    troubles: list[str] = []
    with review(matter.job().folder.path, "--name", "Ada Attorney") as running:
        tab = browser.new_page(viewport={"width": 1280, "height": 800})
        tab.set_default_timeout(10_000)
        watch(tab, running.origin, troubles)
        tab.goto(running.address)
        expect(tab.locator("main[data-view=review]")).to_be_visible()
        _decide(tab, running.origin, desk)
        tab.goto(running.origin + "/release")
        expect(tab.locator("main")).to_contain_text("Nothing stands in the way.")
        tab.get_by_role("button", name="Sign out").click()
        expect(tab.locator("main[data-view]")).to_have_count(0)
        tab.close()
        assert running.stop() == 0
    assert not troubles, troubles

    release_reviewed(matter.job())

    notice, letter = squeezed(matter.text("notice.pdf")), squeezed(matter.text("letter.pdf"))
    assert "(917) 555-0142" in notice  # rejected, with a reason
    assert "Quiche" in letter  # referred by a rule, produced by a person
    assert "served in person" not in notice  # drawn over
    for withheld in ("Quintanilla", "QUINTANILLA", "200-555-123", "03/14/1985", "Larkspur", "Juniper"):
        assert withheld not in notice + letter, withheld
    assert "Notice to Appear" in notice
    assert "Letter of the respondent" in letter


def _decide(tab: Page, address: str, desk: Desk) -> None:
    """Everything that the page can do, once."""
    tab.goto(address + place_of(found(desk, Category.PERSON_NAME)))  # approve
    tab.keyboard.press("a")
    wait_said(tab, "Accepted as proposed.")

    for category, reason in ((Category.PHONE, "number of the office"), (Category.LANGUAGE, "leads to nobody")):
        tab.goto(address + place_of(found(desk, category)))  # reject
        tab.keyboard.press("p")
        tab.keyboard.type(reason)
        tab.keyboard.press("Enter")
        wait_said(tab, "Will be produced.")

    tab.goto(address + place_of(found(desk, Category.ORGANISATION)))  # change
    tab.keyboard.press("e")
    tab.select_option("#change-category", Category.ADDRESS.value)
    tab.select_option("#change-disposition", "redact")
    tab.locator("#do-change").click()
    wait_said(tab, "Redacted.")

    tab.goto(f"{address}/queue?group={found(desk, Category.A_NUMBER).group}")  # the group
    tab.get_by_role("button", name="Redact the checked").click()
    wait_said(tab, "Redacted 2 findings.")

    employer = found(desk, Category.EMPLOYER)  # undo
    tab.goto(address + place_of(employer))
    tab.keyboard.press("p")
    tab.keyboard.type("a slip")
    tab.keyboard.press("Enter")
    wait_said(tab, "Will be produced.")
    tab.keyboard.press("u")
    wait_said(tab, "Undone.")

    phone = found(desk, Category.PHONE)  # draw
    area = bounds(phone.quads[0])
    tab.goto(address + place_of(phone))
    tab.keyboard.press("d")
    for name, value in (("x0", 60), ("y0", area.y0 + _LINE), ("x1", 500), ("y1", area.y1 + _LINE)):
        tab.locator(f"#draw-{name}").fill(f"{value:.1f}")
    with tab.expect_response(lambda answer: "/preview?" in answer.url) as preview:
        tab.locator("#do-draw").click()
        wait_said(tab, "Box added.")
        tab.keyboard.press("v")
    assert preview.value.headers["content-type"] == "image/png"
