"""A name in what pages share: forms, pictures and contents that are painted more than once, or only in part."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from attacked_matter import PLAIN, Produced
from drawn_originals import Change, array, drawn, words
from hiding import Attack, Ending, assert_safe, endings_of, fooling, left_by_naive, unclaimed_left, unseen
from pikepdf import Dictionary, Name, Pdf

PAGE = words(72, 72, PLAIN)
MORE = words(72, 84, "Sheet %d.")


def form_of(pdf: Pdf, content: bytes) -> pikepdf.Stream:
    form = pdf.make_stream(content)
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, array(0, 0, 612, 792)
    form.Resources = Dictionary(Font=Dictionary(F1=pdf.pages[0].obj.Resources.Font.F1))
    return form


def shared(text: str) -> Change:
    """The same form on every page."""

    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        first = pdf.pages[0].obj.Resources
        if "/XObject" not in first:
            first.XObject = Dictionary(X0=form_of(pdf, words(72, 100, f"Met {text} today")))
        page.obj.Resources.XObject = Dictionary(X0=first.XObject.X0)

    return change


def nested(text: str) -> Change:
    """A form in a form in a form, and in itself."""

    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        inner = form_of(pdf, words(72, 100, text))
        for _ in range(8):
            outer = form_of(pdf, b"q /X0 Do Q\n")
            outer.Resources.XObject = Dictionary(X0=inner)
            inner = pdf.make_indirect(outer)
        page.obj.Resources.XObject = Dictionary(X0=inner)

    return change


def of_itself(text: str) -> Change:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        form = pdf.make_indirect(form_of(pdf, words(72, 100, text) + b"/X0 Do\n"))
        form.Resources.XObject = Dictionary(X0=form)
        page.obj.Resources.XObject = Dictionary(X0=form)

    return change


def same_contents(text: str) -> Change:
    """All pages have one content stream and one resource dictionary."""

    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        page.obj.Contents = pdf.pages[0].obj.Contents
        page.obj.Resources = pdf.pages[0].obj.Resources

    return change


def inherited(text: str) -> Change:
    """Resources in the page tree, and a form that has none of its own."""

    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        form = form_of(pdf, words(72, 100, text))
        del form.Resources
        resources = Dictionary(Font=page.obj.Resources.Font, XObject=Dictionary(X0=form))
        pdf.Root.Pages.Resources = pdf.make_indirect(resources)
        del page.obj.Resources

    return change


def unused(text: str) -> Change:
    """A form that the resources name and no page paints."""

    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        page.obj.Resources.XObject = Dictionary(X9=form_of(pdf, words(72, 100, text)))

    return change


CUT = b"q 300 300 20 20 re W n /X0 Do Q\n"
SHRUNK = b"q 0.5 0 0 0.5 100 100 cm /X0 Do Q\n"


def pages(change: object, *contents: bytes):  # type: ignore[no-untyped-def]
    def draw(number: int, text: str) -> bytes:
        kept = [PAGE + MORE % number + content for content in contents]
        return drawn(*kept, change=change(text))  # type: ignore[operator]

    return draw


def same_page(number: int, text: str) -> bytes:
    content = PAGE + MORE % number + words(72, 100, text)
    return drawn(content, content, content, change=same_contents(text))


ATTACKS: dict[str, Attack] = {
    "form on three pages": Attack(pages(shared, *[b"/X0 Do\n"] * 3), shows=True, fools=False),
    "form cut on the second page": Attack(pages(shared, b"/X0 Do\n", CUT), shows=True),
    "form shrunk on the second page": Attack(pages(shared, b"/X0 Do\n", SHRUNK), shows=True, fools=False),
    "form cut on all pages": Attack(pages(shared, CUT, CUT)),
    "form twice on a page": Attack(pages(shared, b"/X0 Do\n" + SHRUNK), shows=True, fools=False),
    "form that nothing paints": Attack(pages(unused, b"")),
    "forms in forms": Attack(pages(nested, b"/X0 Do\n"), shows=True, fools=False),
    "form in itself": Attack(pages(of_itself, b"/X0 Do\n"), shows=True, fools=False, ending=Ending.HELD),
    "resources of the page tree": Attack(pages(inherited, b"/X0 Do\n"), shows=True, fools=False),
    "one content for all pages": Attack(same_page, shows=True, fools=False),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_that_pages_share_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_that_pages_share_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_that_pages_share(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
