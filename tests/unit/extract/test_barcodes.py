"""What a barcode says becomes a passage; its place stays covered, unless it only says which form this is."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pymupdf
import pytest
import zxingcpp
from PIL import Image

from redactor.detect import detect
from redactor.extract import extract
from redactor.extract.barcodes import readable
from redactor.model import Category, Document, DocumentId, Original

LICENCE = (
    "@\n\x1e\rANSI 636001080002DL00410200ZN02410010DLDAQ123456789\nDCSEJEMPLO\nDACANA\nDADMARIA\nDBB03141985\n"
    "DAG88-19 MAKEBELIEVE ROAD\nDAIQUEENS\nDAJNY\nDAK110040000  \n"
)


def drawn(folder: Path, text: str, symbology: zxingcpp.BarcodeFormat, *, as_bars: bool = False) -> Document:
    """A page with a line of words and a barcode, as an image or as rectangles."""
    modules = np.array(zxingcpp.create_barcode(text, symbology).to_image(scale=3))
    height, width = modules.shape
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=612, height=792)
        page.insert_text((72, 60), "A page with words of its own")
        if as_bars:
            shape = page.new_shape()
            for x in range(width):
                if modules[height // 2, x] < 128:
                    shape.draw_rect(pymupdf.Rect(72 + x * 0.4, 100, 72 + (x + 1) * 0.4, 140))
            shape.finish(fill=(0, 0, 0), color=None, width=0)
            shape.commit()
        else:
            png = io.BytesIO()
            Image.fromarray(modules).save(png, "PNG")
            page.insert_image(pymupdf.Rect(72, 100, 72 + width * 0.4, 100 + height * 0.4), stream=png.getvalue())
        pdf.save(folder / "drawn.pdf")
    original = Original(DocumentId("b" * 64), "drawn.pdf", folder / "drawn.pdf", "application/pdf")
    return extract(original, folder)


@pytest.mark.parametrize(
    ("symbology", "text"),
    [
        (zxingcpp.BarcodeFormat.PDF417, "I-485|12/23/16|1|A200555123|EJEMPLO"),
        (zxingcpp.BarcodeFormat.QRCode, "Receipt EAC2012345678"),
        (zxingcpp.BarcodeFormat.Code128, "EAC2012345678"),
    ],
)
def test_what_a_barcode_says_is_read_and_its_place_stays_unread(
    tmp_path: Path, symbology: zxingcpp.BarcodeFormat, text: str
) -> None:
    document = drawn(tmp_path, text, symbology)
    passage = document.passage("barcode:p1/1")
    assert (passage.text, passage.page, passage.words) == (text, 1, ())
    assert len(document.pages[0].unread) == 1


def test_a_barcode_of_drawn_bars_is_read_too(tmp_path: Path) -> None:
    document = drawn(tmp_path, "EAC2012345678", zxingcpp.BarcodeFormat.Code128, as_bars=True)
    assert document.passage("barcode:p1/1").text == "EAC2012345678"


def test_the_mark_of_a_blank_form_is_no_unread_region(tmp_path: Path) -> None:
    document = drawn(tmp_path, "G-28|09/17/18|1", zxingcpp.BarcodeFormat.PDF417)
    assert document.pages[0].unread == ()
    assert document.passage("barcode:p1/1").text == "G-28|09/17/18|1"


def test_numbers_in_a_barcode_reach_detection(tmp_path: Path) -> None:
    document = drawn(tmp_path, "I-485|12/23/16|1|A200555123|EJEMPLO", zxingcpp.BarcodeFormat.PDF417)
    found = {(document.text(one.span), one.category) for one in detect(document) if one.span.passage == "barcode:p1/1"}
    assert ("A200555123", Category.A_NUMBER) in found


def test_a_driver_licence_is_read_in_a_forms_words() -> None:
    assert readable(LICENCE).splitlines()[:5] == [
        "Driver's license number: 123456789",
        "Last name: EJEMPLO",
        "First name: ANA",
        "Middle name: MARIA",
        "Date of birth: 03/14/1985",
    ]
    assert "Address: 88-19 MAKEBELIEVE ROAD, QUEENS NY 110040000" in readable(LICENCE)


def test_control_characters_go() -> None:
    assert readable("A200\x00555\x1d123") == "A200555\n123"
