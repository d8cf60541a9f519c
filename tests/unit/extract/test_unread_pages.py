"""Ink that is not text: a region that a person must look at, or a page that is refused until somebody read it."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from drawn_originals import array, drawn, fill, picture, read, words
from pikepdf import Dictionary, Name, Pdf

from redactor.errors import UnreadablePageError
from redactor.model import Rect

TEXT = words(72, 72, "The van left at noon.")
NOISE = bytes((n * 37) % 256 for n in range(64 * 64))


def with_image(pdf: Pdf, page: pikepdf.Page) -> None:
    page.obj.Resources.XObject = Dictionary(I0=picture(pdf, NOISE, 64, 64))


def image_at(x0: float, y0: float, x1: float, y1: float) -> bytes:
    return f"q {x1 - x0:g} 0 0 {y1 - y0:g} {x0:g} {792 - y1:g} cm /I0 Do Q\n".encode()


@pytest.mark.parametrize(
    "content", [b"", b"q Q", fill(0, 0, 612, 792, "1 g")], ids=["empty", "no paint", "white paint"]
)
def test_a_blank_page_is_read(content: bytes, tmp_path: Path) -> None:
    assert read(drawn(content), tmp_path).passage("p1").text == ""


def test_a_page_that_is_an_image_wants_ocr(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePageError, match="page 2 of 2"):
        read(drawn(TEXT, image_at(0, 0, 612, 792), change=with_image), tmp_path)


def test_an_ocr_layer_does_not_make_a_scan_readable(tmp_path: Path) -> None:
    layer = words(72, 72, "The van left at noon.", before="3 Tr") + b"0 Tr\n"
    with pytest.raises(UnreadablePageError):
        read(drawn(image_at(0, 0, 612, 792) + layer, change=with_image), tmp_path)


def test_neither_does_text_painted_beneath_the_scan(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePageError):
        read(drawn(TEXT + image_at(0, 0, 612, 792), change=with_image), tmp_path)


def test_a_scan_cut_into_strips_is_a_scan(tmp_path: Path) -> None:
    strips = b"".join(image_at(0, top, 612, top + 99) for top in range(0, 792, 99))
    with pytest.raises(UnreadablePageError):
        read(drawn(strips + TEXT, change=with_image), tmp_path)


def test_a_drawing_without_a_word_wants_eyes(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePageError):
        read(drawn(b"10 10 m 300 400 l S"), tmp_path)


def test_an_image_among_text_is_a_numbered_region(tmp_path: Path) -> None:
    document = read(
        drawn(TEXT + image_at(72, 200, 172, 260) + image_at(72, 400, 172, 460), change=with_image), tmp_path
    )
    assert document.pages[0].unread == (Rect(72, 200, 172, 260), Rect(72, 400, 172, 460))
    assert [p.address for p in document.passages if "image" in p.address] == ["p1/image:1", "p1/image:2"]
    assert document.passage("p1/image:2").text == ""


def test_a_rule_drawn_as_an_image_is_no_region(tmp_path: Path) -> None:
    assert read(drawn(TEXT + image_at(72, 200, 400, 202), change=with_image), tmp_path).pages[0].unread == ()


def test_an_image_of_one_colour_is_no_region(tmp_path: Path) -> None:
    def blank(pdf: Pdf, page: pikepdf.Page) -> None:
        page.obj.Resources.XObject = Dictionary(I0=picture(pdf, bytes([255]) * 64 * 64, 64, 64))

    assert read(drawn(image_at(40, 20, 70, 760) + TEXT, change=blank), tmp_path).pages[0].unread == ()


def test_one_that_is_only_too_pale_to_see_is_a_region(tmp_path: Path) -> None:
    def pale(pdf: Pdf, page: pikepdf.Page) -> None:
        levels = bytes(255 - (n % 2) * 3 for n in range(64 * 64))
        page.obj.Resources.XObject = Dictionary(I0=picture(pdf, levels, 64, 64))

    document = read(drawn(TEXT + image_at(72, 200, 172, 260), change=pale), tmp_path)
    assert document.pages[0].unread == (Rect(72, 200, 172, 260),)


def test_one_that_is_painted_over_is_no_region_for_nothing_is_left_of_it(tmp_path: Path) -> None:
    over = fill(70, 198, 174, 262, "1 g")
    document = read(drawn(TEXT + image_at(72, 200, 172, 260) + over, change=with_image), tmp_path)
    assert document.pages[0].unread == ()
    with pikepdf.open(document.flattened) as pdf:
        images = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/Width" in thing]
        assert all(set(image.read_bytes()) == {0} for image in images)


def test_neither_is_one_of_one_colour_under_one_that_shows_something(tmp_path: Path) -> None:
    def both(pdf: Pdf, page: pikepdf.Page) -> None:
        white = picture(pdf, bytes([255]) * 64 * 64, 64, 64)
        page.obj.Resources.XObject = Dictionary(I0=white, I1=picture(pdf, bytes([255] * 4095 + [254]), 64, 64))

    content = TEXT + image_at(72, 200, 172, 260) + image_at(72, 200, 172, 260).replace(b"/I0", b"/I1")
    assert read(drawn(content, change=both), tmp_path).pages[0].unread == (Rect(72, 200, 172, 260),)


def test_letters_drawn_as_outlines_are_a_region(tmp_path: Path) -> None:
    letters = b"".join(f"{72 + 7 * n} 500 m {76 + 7 * n} 500 l {74 + 7 * n} 508 l f\n".encode() for n in range(45))
    (region,) = read(drawn(TEXT + letters), tmp_path).pages[0].unread
    assert (region.x0, region.y0, region.x1, region.y1) == pytest.approx((72, 284, 384, 292), abs=1)


def font_without_meaning(pdf: Pdf, page: pikepdf.Page) -> None:
    """A Type 3 font whose glyphs are a square each and stand for nothing."""
    square = pdf.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    page.obj.Resources.Font.F3 = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=array(0, 0, 600, 700), FontMatrix=array(0.001, 0, 0, 0.001, 0, 0),
        FirstChar=1, LastChar=2, Widths=array(600, 600), CharProcs=Dictionary(g1=square, g2=square),
        Encoding=Dictionary(Type=Name.Encoding, Differences=array(1, Name.g1, Name.g2)), Resources=Dictionary(),
    )  # fmt: skip


NAMELESS = b"BT /F3 11 Tf 1 0 0 1 72 500 Tm <0102> Tj ET\n"


def test_letters_without_a_meaning_are_a_region(tmp_path: Path) -> None:
    prose = b"".join(words(72, 72 + 14 * n, "Every word of this line can be read by anybody.") for n in range(6))
    document = read(drawn(prose + NAMELESS, change=font_without_meaning), tmp_path)
    (region,) = document.pages[0].unread
    assert region.x0 == pytest.approx(72, abs=1)
    assert region.y0 < 292 < region.y1


def test_a_page_in_which_many_letters_mean_nothing_is_read_by_eye(tmp_path: Path) -> None:
    document = read(drawn(TEXT + NAMELESS, change=font_without_meaning), tmp_path)
    assert document.pages[0].image_dpi == 200
    assert document.passage("p1").text.startswith("The van left at noon.")
    assert all(word.confidence is not None for word in document.passage("p1").words)


def redact_mark(**keys: object) -> object:
    def mark(_: Pdf, page: pikepdf.Page) -> None:
        page.obj.Annots = array(Dictionary(Type=Name.Annot, Subtype=Name.Redact, **keys))

    return mark


def test_a_redaction_that_was_marked_and_never_applied_is_a_region(tmp_path: Path) -> None:
    document = read(drawn(TEXT, change=redact_mark(Rect=array(70, 715, 120, 732))), tmp_path)  # type: ignore[arg-type]
    assert document.pages[0].marked == (Rect(70, 60, 120, 77),)
    assert document.passage("p1/mark:1").page == 1
    assert document.passage("p1").text == "The van left at noon.\n"


def test_a_mark_over_two_lines_is_two_regions(tmp_path: Path) -> None:
    corners = array(300, 732, 400, 732, 300, 715, 400, 715, 70, 712, 120, 712, 70, 695, 120, 695)
    change = redact_mark(Rect=array(70, 695, 400, 732), QuadPoints=corners)
    marked = read(drawn(TEXT, change=change), tmp_path).pages[0].marked  # type: ignore[arg-type]
    assert marked == (Rect(300, 60, 400, 77), Rect(70, 80, 120, 97))


def test_a_mark_turns_with_its_page(tmp_path: Path) -> None:
    def turned(pdf: Pdf, page: pikepdf.Page) -> None:
        redact_mark(Rect=array(70, 715, 120, 732))(pdf, page)  # type: ignore[operator]
        page.obj.Rotate = 90

    assert read(drawn(TEXT, change=turned), tmp_path).pages[0].marked == (Rect(715, 70, 732, 120),)


def test_a_mark_off_the_page_is_none(tmp_path: Path) -> None:
    document = read(drawn(TEXT, change=redact_mark(Rect=array(700, 900, 800, 950))), tmp_path)  # type: ignore[arg-type]
    assert document.pages[0].marked == ()
