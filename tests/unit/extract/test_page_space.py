"""One page space: wherever a page's keys put its origin, a word's quad is where the flattened page shows the word."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from drawn_originals import array, drawn, fill, ink, read, rendered, words
from pikepdf import Array, Pdf
from PIL import Image, ImageChops

from redactor.geometry import bounds, part_of_word
from redactor.model import Document, Rect

MARK = words(200, 300, "Lighthouse", size=20) + words(80, 150, "corner", size=14) + fill(150, 420, 260, 440)


def changed(**keys: object) -> bytes:
    def change(_: Pdf, page: pikepdf.Page) -> None:
        for key, value in keys.items():
            page.obj["/" + key] = value

    return drawn(MARK, change=change)


PAGES = {
    "upright": changed(),
    "turned a quarter": changed(Rotate=90),
    "upside down": changed(Rotate=180),
    "turned back a quarter": changed(Rotate=-90),
    "cropped": changed(CropBox=array(50, 300, 500, 700)),
    "cropped and turned": changed(CropBox=array(50, 300, 500, 700), Rotate=90),
    "cropped and turned three quarters": changed(CropBox=array(50, 300, 500, 700), Rotate=270),
    "in units of two points": changed(UserUnit=2, MediaBox=array(50, 300, 500, 700)),
    "with a negative origin": changed(MediaBox=array(-100, -50, 500, 750)),
    "with a media box written from the far corner": changed(MediaBox=array(612, 792, 0, 0)),
}


def word_box(document: Document, text: str) -> Rect:
    passage = document.passage("p1")
    at = passage.text.index(text)
    word = next(word for word in passage.words if word.start <= at < word.end)
    return bounds(part_of_word(word, at, at + len(text)))


def painted(data: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(data) as pdf:
        return pdf[0].render(scale=1, grayscale=True).to_pil().convert("L")


@pytest.mark.parametrize("data", PAGES.values(), ids=PAGES.keys())
def test_a_words_quad_holds_the_words_ink_on_the_flattened_page(data: bytes, tmp_path: Path) -> None:
    document = read(data, tmp_path)
    pixels = rendered(document.flattened.read_bytes())
    page = document.pages[0]
    assert (len(pixels[0]), len(pixels)) == pytest.approx((page.width * 2, page.height * 2), abs=2)
    for text in ("Lighthouse", "corner"):
        box = word_box(document, text)
        inside = ink(pixels, box.x0 - 0.5, box.y0 - 0.5, box.x1 + 0.5, box.y1 + 0.5)
        around = ink(pixels, box.x0 - 6, box.y0 - 6, box.x1 + 6, box.y1 + 6)
        assert inside > 100
        assert around == inside


@pytest.mark.parametrize("data", PAGES.values(), ids=PAGES.keys())
def test_the_flattened_page_displays_as_the_original_does(data: bytes, tmp_path: Path) -> None:
    document = read(data, tmp_path)
    before, after = painted(data), painted(document.flattened.read_bytes())
    unit = round(document.pages[0].width / before.width)
    # pdfium leaves the user unit to whoever displays the page, so the original comes out smaller by it.
    after = after.resize((after.width // unit, after.height // unit)) if unit > 1 else after
    assert after.size == pytest.approx(before.size, abs=1)
    box = (0, 0, min(before.width, after.width), min(before.height, after.height))
    difference = ImageChops.difference(before.crop(box), after.crop(box))
    assert sum(difference.histogram()[160:]) < 60


def test_flattened_pages_need_no_keys_to_be_displayed(tmp_path: Path) -> None:
    with pikepdf.open(read(PAGES["cropped and turned"], tmp_path).flattened) as pdf:
        page = pdf.pages[0].obj
        assert [float(v) for v in page.MediaBox] == [0, 0, 400, 450]
        assert int(page.get("/Rotate", 0)) == 0
        assert Array(page.get("/CropBox", page.MediaBox)) == page.MediaBox


def test_rotation_and_resources_are_inherited_from_the_page_tree(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(drawn(MARK))) as pdf:
        tree, page = pdf.Root.Pages, pdf.pages[0].obj
        tree.Rotate, tree.Resources = 90, page.Resources
        del page["/Resources"]
        pdf.save(tmp_path / "inherited.pdf")
    document = read((tmp_path / "inherited.pdf").read_bytes(), tmp_path)
    assert (document.pages[0].width, document.pages[0].height) == (792, 612)
    assert (
        "Lighthouse" in document.passage("p1/stream" if "Lighthouse" not in document.passage("p1").text else "p1").text
    )


@pytest.mark.parametrize(
    ("before", "after", "x"),
    [(b"q 1 0 0 1 40 0 cm\n", b"", 240), (b"Q Q\n", b"", 200), (b"", b"Q\nQ\n", 200), (b"1 0 0 1 40 0 cm\n", b"", 240)],
    ids=["a q too many", "a Q too many before", "a Q too many after", "a matrix that is never undone"],
)
def test_content_that_does_not_balance_stays_where_viewers_show_it(
    before: bytes, after: bytes, x: float, tmp_path: Path
) -> None:
    document = read(drawn(before + words(200, 300, "Lighthouse", size=20) + after), tmp_path)
    box = word_box(document, "Lighthouse")
    assert box.x0 == pytest.approx(x, abs=0.5)
    assert ink(rendered(document.flattened.read_bytes()), box.x0, box.y0, box.x1, box.y1) > 100
