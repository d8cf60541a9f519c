"""Drawing a box over what nothing found, with the mouse and without one."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from review_tab import Site, found, place_of, wait_said, wait_value

from redactor.geometry import bounds
from redactor.model import Category, Disposition, Rect


def _drawn(site: Site) -> Rect:
    return bounds(found(site.desk, Category.DRAWN).quads[0])


def _on_screen(tab: Page, x: float, y: float) -> tuple[float, float]:
    box = tab.locator("#overlay").bounding_box()
    assert box is not None
    return box["x"] + x * box["width"] / 612, box["y"] + y * box["height"] / 792


def test_a_box_is_dragged_with_the_mouse_and_covers_what_was_dragged_over(site: Site) -> None:
    tab = site.open(place_of(found(site.desk, Category.AGE)))
    tab.get_by_role("button", name="Draw").click()
    tab.mouse.move(*_on_screen(tab, 100, 300))
    tab.mouse.down()
    tab.mouse.move(*_on_screen(tab, 200, 310))
    tab.mouse.move(*_on_screen(tab, 260, 330))
    tab.mouse.up()
    tab.get_by_role("button", name="Redact this area").click()
    wait_said(tab, "Box added.")
    area = _drawn(site)
    assert [round(corner, -1) for corner in (area.x0, area.y0, area.x1, area.y1)] == [100, 300, 260, 330]
    expect(tab.locator("#overlay .selected")).to_have_attribute("aria-label", "Drawn area, decided: redact")


def test_a_box_is_drawn_with_the_arrow_keys_alone(site: Site) -> None:
    tab = site.open(place_of(found(site.desk, Category.AGE)))
    tab.keyboard.press("d")
    before = {name: float(tab.locator(f"#draw-{name}").input_value()) for name in ("x0", "y0", "x1", "y1")}
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "Shift+ArrowRight", "Alt+ArrowLeft"):
        tab.keyboard.press(key)
    wait_said(tab, "Enter keeps it")
    tab.keyboard.press("Enter")
    wait_value(tab, "(an area)")
    area = _drawn(site)
    assert round(area.x0 - before["x0"]) == 5
    assert round(area.y0 - before["y0"]) == 12
    assert round(area.x1 - before["x1"]) == 11
    tab.keyboard.press("u")
    wait_said(tab, "Undone.")


def test_escape_leaves_drawing_without_a_box(site: Site) -> None:
    tab = site.open(place_of(found(site.desk, Category.AGE)))
    tab.keyboard.press("d")
    tab.keyboard.press("Escape")
    expect(tab.locator("#drawn")).to_be_hidden()
    assert site.desk.item(found(site.desk, Category.AGE).finding).disposition is Disposition.REFER


def test_a_box_that_misses_the_page_is_refused_and_its_reason_is_kept(site: Site) -> None:
    tab = site.open(place_of(found(site.desk, Category.AGE)))
    tab.keyboard.press("d")
    for name, value in (("x0", "10"), ("x1", "10.4"), ("y0", "10"), ("y1", "30")):
        tab.locator(f"#draw-{name}").fill(value)
    tab.locator("#draw-reason").fill("a stamp")
    tab.get_by_role("button", name="Redact this area").click()
    expect(tab.get_by_role("alert").filter(has_text="smaller than a point")).to_be_visible()
    expect(tab.locator("#draw-reason")).to_have_value("a stamp")


def test_something_missed_on_a_page_of_the_sample_is_drawn_there(site: Site) -> None:
    tab = site.open("/sample")
    tab.get_by_label("Pages").fill("2")
    tab.get_by_role("button", name="Draw").click()
    wait_said(tab, "Sample of 2 pages drawn.")
    tab.keyboard.press("n")
    expect(tab.locator("#verdict")).to_contain_text("Should anything on it have been flagged?")
    tab.keyboard.press("m")
    expect(tab.locator("#verdict")).to_contain_text("something was missed")
    tab.keyboard.press("d")
    tab.keyboard.press("Enter")
    wait_said(tab, "Box added.")
    tab.goto(site.address + "/sample")
    tab.keyboard.press("n")
    tab.keyboard.press("o")
    expect(tab.locator("main[data-view=sample]")).to_contain_text("Every page of the sample has been looked at.")
    sample = site.desk.sample()
    assert sample is not None
    assert (sample.looked, sample.missed) == (2, 1)
