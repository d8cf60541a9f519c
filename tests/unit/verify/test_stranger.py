"""Bad redactions of somebody else's, found without knowing what they hide."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pikepdf
import pytest
from drawn_originals import HEIGHT, Change, drawn, fill, words
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name

from redactor.verify import doubt


def failures(tmp_path: Path, data: bytes) -> dict[str, tuple[str, ...]]:
    path = tmp_path / "somebody's.pdf"
    path.write_bytes(data)
    return {check.name: check.problems for check in doubt(path) if not check.passed}


PLAIN = words(72, 100, "The officer met somebody at the door - twice.")


def test_a_page_of_plain_words_raises_no_doubt(tmp_path: Path) -> None:
    assert failures(tmp_path, drawn(PLAIN)) == {}


def test_a_box_with_its_own_label_raises_no_doubt(tmp_path: Path) -> None:
    label = b"q 1 g " + words(75, 130, "REDACTED") + b" Q\n"
    assert failures(tmp_path, drawn(PLAIN + fill(70, 118, 200, 134) + label)) == {}


@pytest.mark.parametrize("colour", ["0 g", "1 g", "0.5 0.5 0.5 rg", "0 0 0.4 rg"])
def test_live_text_under_a_box_of_any_colour_is_found(tmp_path: Path, colour: str) -> None:
    data = drawn(PLAIN + words(72, 130, "Marisol Quintanilla") + fill(70, 118, 200, 134, colour))
    [(name, problems)] = failures(tmp_path, data).items()
    assert name == "no live text under a box"
    how = "under something dark" if colour in ("0 g", "0 0 0.4 rg") else "that cannot be seen"
    assert problems == (f"page 1: 18 letters {how}, in 1 places",)


def test_no_report_holds_what_it_found(tmp_path: Path) -> None:
    data = drawn(words(72, 130, "Marisol Quintanilla") + fill(70, 118, 200, 134))
    assert "Marisol" not in repr(failures(tmp_path, data))


def test_white_text_is_found(tmp_path: Path) -> None:
    data = drawn(PLAIN + b"q 1 g " + words(72, 130, "Marisol Quintanilla") + b" Q\n")
    assert "no live text under a box" in failures(tmp_path, data)


def test_text_in_a_mode_that_paints_nothing_is_found(tmp_path: Path) -> None:
    data = drawn(PLAIN + words(72, 130, "Marisol Quintanilla", before="3 Tr"))
    assert {"no invisible text", "no live text under a box"} <= failures(tmp_path, data).keys()


def paints(pixels: NDArray[np.uint8], *, thumbnail: bool = False) -> Change:
    """Puts a grey picture into the page's resources, as /X1, or as its thumbnail."""

    def change(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        image = pikepdf.Stream(pdf, pixels.tobytes(), Type=Name.XObject, Subtype=Name.Image)
        image.Height, image.Width = pixels.shape
        image.BitsPerComponent, image.ColorSpace = 8, Name.DeviceGray
        if thumbnail:
            page.obj.Thumb = pdf.make_indirect(image)
        else:
            page.obj.Resources.XObject = Dictionary(X1=pdf.make_indirect(image))

    return change


def at(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """Paints /X1 there, in points from the top left."""
    return f"q {x1 - x0:g} 0 0 {y1 - y0:g} {x0:g} {HEIGHT - y1:g} cm /X1 Do Q\n".encode()


def test_live_text_under_a_picture_is_found(tmp_path: Path) -> None:
    black = np.zeros((16, 130), dtype=np.uint8)
    data = drawn(PLAIN + words(72, 130, "Marisol Quintanilla") + at(70, 118, 200, 134), change=paints(black))
    assert "no live text under a box" in failures(tmp_path, data)


def test_live_text_under_a_dark_highlight_is_found(tmp_path: Path) -> None:
    def highlighted(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        look = pdf.make_stream(
            b"0 g 0 0 130 16 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 130, 16])
        )
        mark = Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([70, 658, 200, 674]), F=4)
        mark.AP = Dictionary(N=look)
        page.obj.Annots = Array([pdf.make_indirect(mark)])

    report = failures(tmp_path, drawn(PLAIN + words(72, 130, "Marisol Quintanilla"), change=highlighted))
    assert {"no live text under a box", "no annotations"} <= report.keys()


def scan(*, black: bool) -> NDArray[np.uint8]:
    """A page whose picture shows some ink where the words of its layer stand, or black in its place."""
    rows = np.full((792, 612), 246, dtype=np.uint8)
    rows[118:134, 70:200:3] = 20
    if black:
        rows[116:136, 68:202] = 0
    return rows


def test_a_scans_layer_is_no_doubt_until_it_says_what_lies_under_black(tmp_path: Path) -> None:
    page = at(0, 0, 612, 792) + b"q " + words(72, 131, "Marisol Quintanilla", before="3 Tr") + b"Q\n"
    assert failures(tmp_path, drawn(page, change=paints(scan(black=False)))) == {}
    report = failures(tmp_path, drawn(page, change=paints(scan(black=True))))
    assert report == {"no live text under a box": ("page 1: 18 letters under something dark, in 1 places",)}


def test_words_off_the_page_are_found(tmp_path: Path) -> None:
    data = drawn(PLAIN + words(700, 130, "Marisol Quintanilla"))
    assert "no live text under a box" in failures(tmp_path, data)


def test_a_hidden_layer_is_found(tmp_path: Path) -> None:
    def hidden(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("notes")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        page.obj.Resources.Properties = Dictionary(L1=layer)

    report = failures(tmp_path, drawn(PLAIN + b"/OC /L1 BDC " + words(72, 130, "Marisol") + b"EMC\n", change=hidden))
    assert "document: layers that can be hidden" in report["nothing beside the pages"]


def test_a_row_of_boxes_as_wide_as_letters_is_found_without_a_letter(tmp_path: Path) -> None:
    widths, x, row = (9.2, 6.1, 3.7, 2.4, 5.5, 6.1), 72.0, b""
    for width in widths:
        row += fill(x, 118, x + width, 132)
        x += width
    assert failures(tmp_path, drawn(PLAIN + row)).keys() == {"boxes do not spell"}
    cells = b"".join(fill(72 + 30 * n, 118, 101 + 30 * n, 132) for n in range(6))
    assert failures(tmp_path, drawn(PLAIN + cells)) == {}


def test_a_mosaic_is_doubtful_and_a_photograph_or_a_scan_is_not(tmp_path: Path) -> None:
    levels = np.random.default_rng(1)
    squares = np.kron(levels.integers(40, 220, (20, 40)), np.ones((8, 8), dtype=int)).astype(np.uint8)
    page = PLAIN + at(72, 200, 392, 360)
    assert failures(tmp_path, drawn(page, change=paints(squares))).keys() == {"no mosaics"}
    grain = levels.integers(40, 220, (160, 320)).astype(np.uint8)
    slope = np.tile(np.linspace(0, 255, 320).astype(np.uint8), (160, 1))
    for picture in (grain, slope, scan(black=True)):
        assert "no mosaics" not in failures(tmp_path, drawn(page, change=paints(picture)))


def test_thumbnails_and_attachments_are_found(tmp_path: Path) -> None:
    report = failures(tmp_path, drawn(PLAIN, change=paints(scan(black=False), thumbnail=True)))
    assert report["nothing beside the pages"] == ("page 1: a thumbnail",)

    def attached(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        pdf.attachments["source.docx"] = pikepdf.AttachedFileSpec(pdf, b"Marisol Quintanilla")

    assert "document: attached files" in failures(tmp_path, drawn(PLAIN, change=attached))["nothing beside the pages"]


def test_a_link_within_the_file_tells_nothing_and_one_to_an_address_may(tmp_path: Path) -> None:
    def linked(action: Dictionary) -> Change:
        def change(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
            link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([70, 660, 200, 676]), A=action)
            page.obj.Annots = Array([pdf.make_indirect(link)])

        return change

    assert failures(tmp_path, drawn(PLAIN, change=linked(Dictionary(S=Name.GoTo, D=Array([0, Name.Fit]))))) == {}
    outward = linked(Dictionary(S=Name.URI, URI=pikepdf.String("https://example.org/quintanilla")))
    assert "no annotations" in failures(tmp_path, drawn(PLAIN, change=outward))


def test_a_redaction_that_was_marked_and_never_applied_is_found(tmp_path: Path) -> None:
    def marked(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        mark = Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=Array([70, 660, 200, 676]))
        page.obj.Annots = Array([pdf.make_indirect(mark)])

    assert failures(tmp_path, drawn(PLAIN, change=marked))["no annotations"] == (
        "page 1: a redaction that was marked and never applied",
    )


def test_what_stands_beside_the_pages_is_found(tmp_path: Path) -> None:
    def described(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        pdf.docinfo["/Title"] = "Marisol Quintanilla"
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([]))

    assert failures(tmp_path, drawn(PLAIN, change=described))["nothing beside the pages"] == (
        "document: layers that can be hidden",
        "document: bookmarks",
        "document: an information dictionary (author, title, dates)",
    )


def test_an_earlier_version_in_the_file_is_found(tmp_path: Path) -> None:
    data = drawn(PLAIN)
    assert "one revision" in failures(tmp_path, data + b"\n1 0 obj <<>> endobj\nstartxref\n0\n%%EOF\n")


def test_a_file_that_is_no_pdf_fails_and_does_not_crash(tmp_path: Path) -> None:
    assert {"opens with pikepdf", "opens with pdfium"} <= failures(tmp_path, b"%PDF-1.7 nothing").keys()
