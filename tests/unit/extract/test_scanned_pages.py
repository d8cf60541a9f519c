"""Pages made of pixels: read by OCR, and one picture and nothing else from then on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pikepdf
import pymupdf
import pytest
from drawn_originals import drawn, picture, read, words
from pikepdf import Pdf
from PIL import Image
from scans import add_picture_page, grey_of, scanned

from redactor.detect import detect
from redactor.errors import UnreadablePageError
from redactor.geometry import area, bounds
from redactor.model import Category, Document, Rect

LINES = (
    "Respondent Odalys Fernbrook appeared before the court.",
    "Alien Number: A200 123 456, opened on 03/04/2019.",
    "She may be reached at 212-555-0143 or by mail to the clinic.",
)
PROSE = b"".join(words(72, 90 + 20 * number, line, size=12) for number, line in enumerate(LINES))


def with_layer(scan: bytes, text: str) -> bytes:
    """The scan with somebody's earlier OCR laid over it, invisible."""
    with pymupdf.open(stream=scan, filetype="pdf") as pdf:
        pdf[0].insert_text((72, 90), text, fontsize=12, render_mode=3)
        return bytes(pdf.tobytes())


def test_a_skewed_scan_is_read_row_by_row(tmp_path: Path) -> None:
    document = read(scanned(drawn(PROSE), skew=1.5), tmp_path)
    page = document.passage("p1")
    assert page.text.split("\n")[:3] == list(LINES)
    assert document.pages[0].image_dpi == pytest.approx(200, abs=1)
    assert document.pages[0].unread == ()
    assert all(word.confidence is not None and word.confidence > 0.5 for word in page.words)


def test_the_flattened_page_is_one_picture_and_nothing_else(tmp_path: Path) -> None:
    document = read(with_layer(scanned(drawn(PROSE)), LINES[0]), tmp_path)
    with pymupdf.open(document.flattened) as flat:
        assert flat[0].get_text() == ""
        assert flat[0].get_fonts() == []
        assert [kind for kind, _ in flat[0].get_bboxlog()] == ["fill-image"]
    before, after = grey_of(scanned(drawn(PROSE))), grey_of(document.flattened.read_bytes())
    assert np.abs(before.astype(int) - after).mean() < 4  # as it was shown


@pytest.mark.parametrize(("how", "packed"), [({"fax": True}, "/CCITTFaxDecode"), ({}, "/DCTDecode")])
def test_a_scan_keeps_its_kind_of_picture(how: dict[str, bool], packed: str, tmp_path: Path) -> None:
    document = read(scanned(drawn(PROSE), **how), tmp_path)  # type: ignore[arg-type]
    with pikepdf.open(document.flattened) as flat:
        image = flat.pages[0].obj.Resources.XObject.P0
        assert (image.Filter, image.ColorSpace) == (packed, "/DeviceGray")
        assert image.BitsPerComponent == (1 if "fax" in how else 8)


def test_colour_stays_where_there_is_colour(tmp_path: Path) -> None:
    stamp = b"q 0.8 0 0 rg 72 300 120 30 re f Q\n"
    document = read(scanned(drawn(PROSE + stamp), colour=True), tmp_path)
    with pikepdf.open(document.flattened) as flat:
        assert flat.pages[0].obj.Resources.XObject.P0.ColorSpace == "/DeviceRGB"


def test_an_earlier_ocr_layer_says_nothing_that_the_picture_does_not(tmp_path: Path) -> None:
    document = read(with_layer(scanned(drawn(PROSE)), LINES[0]), tmp_path)
    assert not any(passage.address == "p1/hidden" for passage in document.passages)


def test_but_a_name_that_the_picture_does_not_show_is_hidden_text(tmp_path: Path) -> None:
    document = read(with_layer(scanned(drawn(PROSE)), "Prepared for Ottoline Quillfeather"), tmp_path)
    assert "Quillfeather" in document.passage("p1/hidden").text
    assert "Quillfeather" not in document.passage("p1").text


def values(document: Document) -> set[tuple[Category, str]]:
    return {(claim.category, document.text(claim.span)) for claim in detect(document)}


def test_identifiers_on_a_fax_are_found(tmp_path: Path) -> None:
    found = values(read(scanned(drawn(PROSE), fax=True, noise=8), tmp_path))
    assert (Category.A_NUMBER, "A200 123 456") in found
    assert any(category is Category.PERSON_NAME and "Fernbrook" in text for category, text in found)
    assert any(category is Category.PHONE and "555" in text for category, text in found)


def test_a_number_with_letters_for_figures_is_found_on_a_scan(tmp_path: Path) -> None:
    page = drawn(PROSE + words(72, 200, "File No. A2OO l23 456 was opened by the office.", size=12))
    assert any(
        (category is Category.A_NUMBER and "l23" in text) or "A2" in text
        for category, text in values(read(scanned(page), tmp_path))
    )


def test_a_sheet_that_lay_sideways_is_read_in_its_own_rows(tmp_path: Path) -> None:
    document = read(scanned(drawn(PROSE), turns=1), tmp_path)
    assert document.passage("p1").text.split("\n")[:3] == list(LINES)
    box = bounds(document.passage("p1").words[0].quad)
    assert box.y1 - box.y0 > box.x1 - box.x0  # where it stands on the page as it is displayed


def test_an_empty_sheet_is_read(tmp_path: Path) -> None:
    assert read(scanned(drawn(b"")), tmp_path).passage("p1").text == ""


def test_a_photograph_holds_the_document(tmp_path: Path) -> None:
    photograph = Image.effect_mandelbrot((850, 1100), (-2, -1.5, 1, 1.5), 60)
    with pikepdf.new() as pdf:
        add_picture_page(pdf, photograph, (612, 792))
        pdf.save(tmp_path / "photograph.pdf")
    with pytest.raises(UnreadablePageError, match="page 1 of 1"):
        read((tmp_path / "photograph.pdf").read_bytes(), tmp_path)


def pasted(*placed: tuple[np.ndarray, Rect]) -> bytes:
    """A page of glyphs with pictures pasted on it."""

    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        page.obj.Resources.XObject = pikepdf.Dictionary(
            {f"/I{n}": picture(pdf, grey.tobytes(), grey.shape[1], grey.shape[0]) for n, (grey, _) in enumerate(placed)}
        )

    shown = b"".join(
        f"q {b.x1 - b.x0:g} 0 0 {b.y1 - b.y0:g} {b.x0:g} {792 - b.y1:g} cm /I{n} Do Q\n".encode()
        for n, (_, b) in enumerate(placed)
    )
    return drawn(PROSE + shown, change=change)


def letterhead() -> np.ndarray:
    page = grey_of(drawn(words(72, 100, "Halloway Legal Clinic, 14 Sample Street", size=14)))
    return page[round(80 * 200 / 72) : round(110 * 200 / 72), round(60 * 200 / 72) : round(380 * 200 / 72)]


def test_a_letterhead_on_a_page_of_glyphs_is_read_into_it(tmp_path: Path) -> None:
    document = read(pasted((letterhead(), Rect(60, 30, 380, 60))), tmp_path)
    page = document.passage("p1")
    assert page.text.startswith("Halloway Legal Clinic, 14 Sample Street\n" + LINES[0])
    assert document.pages[0].unread == ()
    assert document.pages[0].image_dpi is None
    seen = [page.text[word.start : word.end] for word in page.words if word.confidence is not None]
    assert seen == ["Halloway", "Legal", "Clinic,", "14", "Sample", "Street"]
    first = bounds(page.words[0].quad)
    assert (first.x0, first.y1) == pytest.approx((72, 53), abs=3)


def test_a_photograph_on_a_page_of_glyphs_stays_a_region(tmp_path: Path) -> None:
    grey = np.asarray(Image.effect_mandelbrot((300, 300), (-2, -1.5, 1, 1.5), 60))
    document = read(pasted((grey, Rect(400, 300, 500, 400))), tmp_path)
    assert document.pages[0].unread == (Rect(400, 300, 500, 400),)


def test_a_signature_on_a_scan_is_a_region(tmp_path: Path) -> None:
    curve = b"q 3 w 100 500 m " + b"".join(
        b"%d %d %d %d %d %d c " % (x, 540, x + 8, 470, x + 16, 505) for x in range(104, 260, 16)
    )
    document = read(scanned(drawn(PROSE + curve + b"S Q\n")), tmp_path)
    (region,) = document.pages[0].unread
    assert 90 < region.x0 < 115 and 240 < region.x1 < 290
    assert area(region) < 200 * 90
    assert document.passage("p1/image:1").page == 1
