"""Boxes that do not do what a box is for, and pages that lost more than what lies under their boxes."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from drawn_copies import (
    AFTER,
    BEFORE,
    BOX,
    HEIGHT,
    LEGEND,
    NAME,
    WIDTH,
    Drawn,
    box,
    copy_page,
    label,
    original_page,
    redaction,
    stamp,
    text_around,
    words,
    write_pdf,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactor.model import DocumentId, Endorsement, Rect, RedactedCopy
from redactor.verify import check

NUMBER = "NYICE0000001"


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path)


def see_through(pdf: pikepdf.Pdf, opacity: float) -> None:
    pdf.pages[0].obj.Resources.ExtGState = pikepdf.Dictionary(G1=pikepdf.Dictionary(ca=opacity))


@pytest.mark.parametrize("opacity", [0.5, 0.9, 0.98])
def test_a_see_through_box_is_found(drawn: Drawn, opacity: float) -> None:
    drawing = b"/G1 gs"
    page = text_around() + words(190, 72, "xxxxx xxxxx") + box(state=drawing) + stamp(NUMBER)
    failed = drawn.with_(copies=(page,), change=lambda pdf: see_through(pdf, opacity)).failed()
    assert {"boxes are opaque", "no text under boxes"} <= failed


def test_a_picture_showing_through_a_box_is_found_without_text(drawn: Drawn) -> None:
    stroke = b"2 w 190 722 m 300 722 l S\n"
    page = text_around() + stroke + box(state=b"/G1 gs") + stamp(NUMBER)
    failed = drawn.with_(copies=(page,), change=lambda pdf: see_through(pdf, 0.95)).failed()
    assert failed == {"boxes are opaque"}


def test_a_missing_box_is_found(drawn: Drawn) -> None:
    assert drawn.with_(copies=(text_around() + stamp(NUMBER),)).failed() == {"boxes are opaque"}


def test_a_box_painted_too_small_is_found(drawn: Drawn) -> None:
    small = Rect(BOX.x0, BOX.y0, BOX.x1 - 8, BOX.y1)
    assert "boxes are opaque" in drawn.with_(copies=(text_around() + box(small) + label() + stamp(NUMBER),)).failed()


def test_a_grey_box_and_a_coloured_label_are_found(drawn: Drawn) -> None:
    grey = text_around() + box().replace(b"0 g", b"0.5 g") + label() + stamp(NUMBER)
    red = text_around() + box() + label().replace(b"1 g", b"1 0 0 rg") + stamp(NUMBER)
    assert drawn.with_(copies=(grey,)).failed() == {"boxes are opaque"}
    assert drawn.with_(copies=(red,)).failed() == {"boxes are opaque"}


@pytest.mark.parametrize("text", ["REDACTED", "PI", "REDACTED – PROTECTED IDENTITY", ""])
def test_the_label_may_be_whole_or_short_or_absent(drawn: Drawn, text: str) -> None:
    page = text_around() + box() + (label(text) if text else b"") + stamp(NUMBER)
    assert drawn.with_(copies=(page,)).failed() == set()


@pytest.mark.parametrize("text", ["8 U.S.C. 1367", "M. Q.", "REDACTED Ted"])
def test_any_other_text_in_a_box_is_found(drawn: Drawn, text: str) -> None:
    page = text_around() + box() + label(text) + stamp(NUMBER)
    assert "no text under boxes" in drawn.with_(copies=(page,)).failed()


def test_one_box_per_letter_is_found_although_every_letter_is_gone(drawn: Drawn) -> None:
    widths = (9.2, 6.1, 3.7, 2.4, 5.5, 6.1, 2.4)
    parts, x = [], BOX.x0
    for width in widths:
        parts.append(box(Rect(x, BOX.y0, x + width, BOX.y1)))
        x += width
    rest = box(Rect(x, BOX.y0, BOX.x1, BOX.y1))
    page = text_around() + b"".join(parts) + rest + stamp(NUMBER)
    assert drawn.with_(copies=(page,)).failed() == {"boxes do not spell"}


def picture_page(drawn: Drawn, burned: bool) -> Drawn:
    """A scan: black stripes under the box, which is painted over it."""
    rows = bytearray(b"\xff" * (WIDTH * HEIGHT))
    for y in range(int(BOX.y0) + 4, int(BOX.y1) - 4):
        for x in range(int(BOX.x0) + 10, int(BOX.x1) - 10):
            if burned or x % 4 < 2:
                rows[y * WIDTH + x] = 0
    if burned:
        for y in range(int(BOX.y0), int(BOX.y1)):
            rows[y * WIDTH + int(BOX.x0) : y * WIDTH + int(BOX.x1)] = bytes(int(BOX.x1 - BOX.x0))

    def add(pdf: pikepdf.Pdf) -> None:
        image = pikepdf.Stream(pdf, bytes(rows), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        image.Width, image.Height, image.BitsPerComponent = WIDTH, HEIGHT, 8
        image.ColorSpace = pikepdf.Name.DeviceGray
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X1=pdf.make_indirect(image))

    page = b"q %d 0 0 %d 0 0 cm /X1 Do Q\n" % (WIDTH, HEIGHT) + text_around() + box() + label() + stamp(NUMBER)
    return drawn.with_(copies=(page,), change=add)


def test_a_box_over_a_picture_that_was_not_burned_is_found(drawn: Drawn) -> None:
    assert picture_page(drawn, burned=False).failed() == {"pictures under boxes are burned"}
    assert picture_page(drawn, burned=True).failed() == set()


def test_a_deleted_neighbour_word_is_found(drawn: Drawn) -> None:
    page = words(72, 72, BEFORE) + words(330, 72, AFTER) + box() + label() + stamp(NUMBER)
    assert drawn.with_(copies=(page,)).failed() == {"unchanged outside the boxes", "no words lost"}


def test_a_deleted_short_word_is_found(drawn: Drawn) -> None:
    thin = drawn.originals[0] + words(72, 300, "I")
    assert "no words lost" in drawn.with_(originals=(thin,)).failed()


def test_a_moved_line_is_found(drawn: Drawn) -> None:
    page = text_around().replace(b"330 720 Tm", b"322 720 Tm") + box() + label() + stamp(NUMBER)
    assert "unchanged outside the boxes" in drawn.with_(copies=(page,)).failed()


def test_a_box_where_nothing_was_withheld_is_found(drawn: Drawn) -> None:
    more = box(Rect(72, 88, 200, 104))
    assert {"unchanged outside the boxes"} <= drawn.with_(copies=(copy_page(extra=more),)).failed()


def test_hidden_words_of_the_original_need_not_survive(drawn: Drawn) -> None:
    hidden = original_page() + words(72, 300, "scan layer", before=b"3 Tr") + words(900, 300, "off the page")
    assert drawn.with_(originals=(hidden,)).failed() == set()


def test_a_page_that_became_a_picture_keeps_its_words_in_sight(drawn: Drawn) -> None:
    same = original_page() + words(72, 300, "scan layer", before=b"3 Tr")
    page = b"0.2 g " + copy_page()
    assert "no words lost" not in drawn.with_(originals=(same,), copies=(page,)).failed()


def test_a_footer_band_below_the_page_is_the_stamps_place(drawn: Drawn) -> None:
    def taller(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.MediaBox = pikepdf.Array([0, -30, WIDTH, HEIGHT])

    low = stamp(NUMBER).replace(b" 22 Tm", b" -12 Tm")
    page = text_around() + box() + label() + low
    foot = words(72, 770, "Page 1 of 1")
    banded = drawn.with_(originals=(original_page() + foot,), copies=(page + foot,), change=taller)
    assert banded.failed() == set()
    assert "no words lost" in banded.with_(copies=(page,)).failed()


def test_missing_and_wrong_bates_numbers_are_found(drawn: Drawn) -> None:
    bare = text_around() + box() + label()
    assert drawn.with_(copies=(bare,)).failed() == {"endorsement"}
    assert drawn.with_(copies=(bare + stamp("NYICE0000002"),)).failed() == {"endorsement"}
    assert drawn.with_(copies=(bare + stamp(NUMBER) + words(300, 755, NUMBER),)).failed() == {"endorsement"}
    assert drawn.with_(copies=(bare + b"1 g " + stamp(NUMBER),)).failed() == {"endorsement"}


def test_a_number_and_a_legend_drawn_by_one_string_are_told_apart(drawn: Drawn) -> None:
    both = b"BT /F1 8 Tf 1 0 0 1 470 22 Tm [(NYICE0000001) 60000 (" + LEGEND.encode() + b")] TJ ET\n"
    page = text_around() + box() + label() + both
    assert drawn.with_(copies=(page,)).failed() == set()
    longer = page.replace(b"NYICE0000001", b"NYICE00000010")
    assert drawn.with_(copies=(longer,)).failed() == {"endorsement"}


def test_a_box_too_thin_for_a_label_is_checked_too(drawn: Drawn) -> None:
    thin = Rect(72, 130, 110, 131.2)
    both = drawn.with_(redactions=(redaction(), redaction(thin)))
    assert both.failed() == {"boxes are opaque"}
    assert both.with_(copies=(copy_page(extra=box(thin)),)).failed() == set()


def test_a_missing_legend_is_found(drawn: Drawn) -> None:
    page = text_around() + box() + label() + words(470, 770, NUMBER, size=8)
    assert drawn.with_(copies=(page,)).failed() == {"endorsement"}
    assert drawn.with_(copies=(page,), legend="").failed() == set()


def test_a_wrong_page_count_is_found(drawn: Drawn) -> None:
    two = drawn.with_(copies=(copy_page(), copy_page("NYICE0000002")))
    assert "page count" in two.failed()
    dropped = drawn.with_(originals=(original_page(), original_page()))
    assert dropped.failed() == {"unchanged outside the boxes"}


def test_a_slip_sheet_is_not_compared_with_what_it_stands_for(drawn: Drawn) -> None:
    page = words(72, 300, "Document withheld in full") + stamp(NUMBER)
    slip = drawn.with_(copies=(page,), redactions=(), slip_sheet=True)
    assert slip.failed() == set()
    assert "residue: pdfium" in slip.with_(copies=(page + words(72, 330, NAME),)).failed()


TURNED = {
    0: BOX,
    90: Rect(HEIGHT - BOX.y1, BOX.x0, HEIGHT - BOX.y0, BOX.x1),
    180: Rect(WIDTH - BOX.x1, HEIGHT - BOX.y1, WIDTH - BOX.x0, HEIGHT - BOX.y0),
    270: Rect(BOX.y0, WIDTH - BOX.x1, BOX.y1, WIDTH - BOX.x0),
}


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_are_looked_for_where_a_turned_page_shows_them(tmp_path: Path, rotation: int) -> None:
    flattened = write_pdf(tmp_path / "o.pdf", [original_page()], rotation=rotation)
    # The same page with the box under the name drawn, and one with live text under it.
    stamped = {0: (470, 770), 90: (470, 700), 180: (470, 30), 270: (470, 700)}[rotation]
    number = words(*stamped, NUMBER, size=8)
    for live in (False, True):
        page = text_around() + (words(190, 72, NAME) if live else b"") + box() + label() + number
        path = write_pdf(tmp_path / "c.pdf", [page], rotation=rotation)
        copy = RedactedCopy(
            DocumentId("0" * 64), path, Endorsement((NUMBER,), ""), (redaction(TURNED[rotation]),), ("",)
        )
        failed = {each.name for each in check(copy, flattened, (), ()) if not each.passed}
        assert ("no text under boxes" in failed) is live
        assert ("boxes are opaque" in failed) is live
        assert "no words lost" not in failed


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(x=st.integers(60, 400), y=st.integers(130, 700), width=st.integers(40, 150))
def test_wherever_a_box_stands_its_absence_is_found(drawn: Drawn, x: int, y: int, width: int) -> None:
    rect = Rect(x, y, x + width, y + 14)
    both = (redaction(), redaction(rect))
    page = text_around() + box() + label() + stamp(NUMBER)
    assert drawn.with_(copies=(page,), redactions=both).failed() == {"boxes are opaque"}
    assert drawn.with_(copies=(page + box(rect),), redactions=both).failed() == set()
