"""The page for everybody: nothing serious for a screen reader in any view and theme, and all of it without script."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from desk import FakeDesk
from playwright.sync_api import Browser, Page, expect
from review_server import PEOPLE, review_app, served
from review_tab import Site, found, place_of

from redactor.model import Category, Disposition

VIEWS = ("review", "preview", "queue", "documents", "search", "sample", "release", "keys", "conflict")


def _serious(tab: Page, *rules: str) -> list[str]:
    options = {"runOnly": list(rules)} if rules else {"resultTypes": ["violations"]}
    violations = Axe().run(tab, options=options).response["violations"]
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in violations
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def _show(site: Site, tab: Page, view: str) -> None:
    item = found(site.desk, Category.A_NUMBER)
    if view in ("review", "preview"):
        tab.goto(site.address + place_of(item) + ("&view=preview" if view == "preview" else ""))
        for fold in tab.locator("details").all():
            fold.evaluate("one => one.open = true")
    elif view == "search":
        tab.keyboard.press("/")
        tab.keyboard.type("Quintanilla")
        tab.keyboard.press("Enter")
        tab.locator(".hits mark").first.wait_for()
    elif view == "conflict":
        tab.goto(site.address + place_of(item))
        tab.locator("#decide [name=seen]").evaluate("one => one.value = one.value.split(':')[0] + ':0'")
        tab.keyboard.press("r")
        tab.locator("#trouble").wait_for()
    else:
        tab.goto(f"{site.address}/{view}")


@pytest.mark.parametrize(("theme", "rules"), [("light", ()), ("dark", ("color-contrast",))], ids=["light", "dark"])
def test_axe_finds_nothing_serious_in_any_view(site: Site, theme: str, rules: tuple[str, ...]) -> None:
    """In the dark only the colours differ. Nothing inline either: the policy would stop it, and this says where."""
    site.desk.draw_sample(PEOPLE["ada"], 2)
    site.desk.assign(PEOPLE["ada"], [found(site.desk, Category.AGE).document], "Ravi Reviewer")
    tab = site.open("/documents", color_scheme=theme, bypass_csp=True)
    found_by_view = {}
    for view in VIEWS:
        _show(site, tab, view)
        if serious := _serious(tab, *rules):
            found_by_view[view] = serious
        inline = tab.locator("style, [style]:not(#sheet), script:not([src]), [onclick], [onload]")
        expect(inline).to_have_count(0)
    assert not found_by_view


def test_the_theme_follows_the_system_until_somebody_chooses_and_then_stays(site: Site) -> None:
    tab = site.open("/documents", color_scheme="dark")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    dark = tab.evaluate(ground)
    tab.keyboard.press("t")
    light = tab.evaluate(ground)
    assert light != dark
    tab.reload()
    assert tab.evaluate(ground) == light


def test_what_a_finding_says_never_becomes_markup(browser: Browser) -> None:
    desk = FakeDesk(papers=((("A note to [[PERSON_NAME!:<img src=x onerror=alert(1)>]] only",),),))
    with served(review_app(desk)) as server:
        tab = browser.new_page()
        tab.goto(server.address)
        expect(tab.locator("#value")).to_contain_text("<img src=x onerror=alert(1)>")
        expect(tab.locator("img:not(#picture)")).to_have_count(0)
        tab.goto(server.address + "/queue")
        expect(tab.locator(".group .value")).to_have_text("<img src=x onerror=alert(1)>")
        tab.close()


def test_everything_is_decided_without_script(site: Site) -> None:
    item = found(site.desk, Category.AGE)
    tab = site.open(place_of(item), java_script_enabled=False)
    tab.locator("#do-redact").click()
    expect(tab.locator("#said")).to_contain_text("Redacted.")
    assert site.desk.item(item.finding).disposition is Disposition.REDACT
    other = found(site.desk, Category.UNEXPLAINED)
    tab.goto(site.address + place_of(other))
    tab.locator("#reason").fill("form number")
    tab.locator("#do-produce").click()
    expect(tab.locator("#said")).to_contain_text("Will be produced.")
    tab.locator("#do-undo-last").click()
    expect(tab.locator("#said")).to_contain_text("Undone.")
    tab.locator("#draw-fold summary").click()
    for name, value in (("x0", "72"), ("y0", "400"), ("x1", "200"), ("y1", "420")):
        tab.locator(f"#draw-{name}").fill(value)
    tab.locator("#do-draw").click()
    expect(tab.locator("#said")).to_contain_text("Box added.")
    tab.locator("#preview").click()
    expect(tab.locator("#picture")).to_have_attribute("alt", "Preview of page 1 of CTRL000001")


def test_outcomes_are_told_in_a_live_region_and_regions_have_names(site: Site) -> None:
    tab = site.open(place_of(found(site.desk, Category.AGE)))
    expect(tab.locator("#said")).to_have_attribute("aria-live", "polite")
    for role, name in (("navigation", "Views"), ("region", "Findings"), ("complementary", "Selected finding")):
        expect(tab.get_by_role(role, name=name)).to_have_count(1)  # type: ignore[arg-type]
    expect(tab.get_by_role("main")).to_have_count(1)
