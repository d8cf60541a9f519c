"""Pages shown as pictures: what may be on them besides, what their invisible words may say, and what OCR still reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pikepdf
import pypdfium2
import pytest
from drawn_copies import AFTER, BEFORE, BOX, HEIGHT, NAME, WIDTH, Drawn, box, copy_page, label, stamp, words, write_pdf
from numpy.typing import NDArray

from redactor.geometry import quad_of
from redactor.model import Check, Quad
from redactor.ocr import read, without_boxes
from redactor.verify import WithheldValue, check
from redactor.write.textlayer import text_layer

SCALE = 2.0
NUMBER = "NYICE0000001"
Pixels = NDArray[np.uint8]
LINES = words(72, 72, BEFORE) + words(330, 72, AFTER) + words(72, 110, "Nobody was hurt. Team 4 left at noon.", size=14)


@lru_cache
def picture(content: bytes) -> Pixels:
    """The page as a scanner would have it, clean."""
    with TemporaryDirectory() as folder:
        path = write_pdf(Path(folder) / "page.pdf", [content])
        with pypdfium2.PdfDocument(path) as opened:
            pixels = np.asarray(opened[0].render(scale=SCALE, grayscale=True).to_numpy()).copy()
    return pixels.reshape(pixels.shape[:2])


def burned(pixels: Pixels) -> Pixels:
    black = pixels.copy()
    black[int(BOX.y0 * SCALE) : int(BOX.y1 * SCALE), int(BOX.x0 * SCALE) : int(BOX.x1 * SCALE)] = 0
    return black


def shows(pixels: Pixels) -> Callable[[pikepdf.Pdf], None]:
    """Puts the picture into the page's resources."""

    def add(pdf: pikepdf.Pdf) -> None:
        image = pikepdf.Stream(pdf, pixels.tobytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        image.Height, image.Width = pixels.shape
        image.BitsPerComponent, image.ColorSpace = 8, pikepdf.Name.DeviceGray
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X1=pdf.make_indirect(image))

    return add


PAINTED = b"q %d 0 0 %d 0 0 cm /X1 Do Q\n" % (WIDTH, HEIGHT)


@lru_cache
def layer(content: bytes) -> bytes:
    """Invisible words, from what is read in the picture."""
    pixels = Quad(*((x * SCALE, y * SCALE) for x, y in astuple(quad_of(BOX))))
    reading = read(without_boxes(burned(picture(content)), [pixels]), SCALE * 72)
    return b"q " + text_layer(reading, (SCALE, SCALE), (), HEIGHT).content.replace(b"\n", b" ") + b"Q\n"


def checks(
    folder: Path, *, shown: Pixels, extra: bytes = b"", original: Pixels | None = None, invisible: bytes = b"",
    pictures: tuple[int, ...] = (1,), change: Callable[[pikepdf.Pdf], None] = lambda pdf: None,
) -> tuple[Check, ...]:  # fmt: skip
    add = shows(shown)

    def both(pdf: pikepdf.Pdf) -> None:
        add(pdf)
        change(pdf)

    page = PAINTED + invisible + box() + label() + extra + stamp(NUMBER)
    drawn = Drawn(folder, originals=(PAINTED,), copies=(page,), change=both)
    made, flattened = drawn.files()
    before = picture(LINES + words(190, 72, NAME)) if original is None else original
    write_pdf(flattened, [PAINTED], change=shows(before))
    return check(replace(made, pictures=pictures), flattened, drawn.values, ())


def failed(folder: Path, **parts: object) -> set[str]:
    shown = parts.pop("shown", None)
    sound = burned(picture(LINES)) if shown is None else shown
    return {each.name for each in checks(folder, shown=sound, **parts) if not each.passed}  # type: ignore[arg-type]


def test_a_burned_picture_with_the_words_that_it_shows_passes(tmp_path: Path) -> None:
    assert failed(tmp_path, invisible=layer(LINES)) == set()


def test_invisible_words_that_the_picture_does_not_show_are_found(tmp_path: Path) -> None:
    more = layer(LINES) + b"q " + words(72, 300, "Consuelo", before=b"3 Tr") + b"Q\n"
    assert failed(tmp_path, invisible=more) == {"invisible words are what the picture shows"}


def test_invisible_words_on_a_page_that_is_no_picture_are_found(tmp_path: Path) -> None:
    assert "no invisible text" in failed(tmp_path, invisible=layer(LINES), pictures=())


@pytest.mark.parametrize("more", [words(72, 300, "typed"), b"72 492 40 8 re f\n"], ids=["letters", "paths"])
def test_anything_beside_the_picture_is_found(tmp_path: Path, more: bytes) -> None:
    assert "pages shown as a picture hold nothing else" in failed(tmp_path, extra=more)


def test_a_page_of_glyphs_is_no_picture(tmp_path: Path) -> None:
    made, flattened = Drawn(tmp_path, copies=(copy_page(),)).files()
    found = check(replace(made, pictures=(1,)), flattened, (), ())
    assert "pages shown as a picture hold nothing else" in {each.name for each in found if not each.passed}


def test_a_picture_that_is_masked_to_look_otherwise_is_found(tmp_path: Path) -> None:
    def masked(pdf: pikepdf.Pdf) -> None:
        rows = np.full((99, 77), 255, dtype=np.uint8)
        rows[20:60] = 60
        mask = pikepdf.Stream(pdf, rows.tobytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        mask.Height, mask.Width, mask.BitsPerComponent, mask.ColorSpace = 99, 77, 8, pikepdf.Name.DeviceGray
        pdf.pages[0].obj.Resources.XObject.X1.SMask = pdf.make_indirect(mask)

    lines = burned(picture(LINES + b"".join(words(72, 200 + 14 * n, "Words " * 14) for n in range(20))))
    found = failed(tmp_path, shown=lines, original=lines, change=masked)
    assert "pages shown as a picture hold nothing else" in found


def test_a_name_left_in_the_pixels_is_read_and_so_is_a_misread_number(tmp_path: Path) -> None:
    left = LINES + words(72, 300, NAME, size=14)
    assert "residue: OCR of the rendering" in failed(tmp_path, shown=burned(picture(left)), original=picture(left))
    number = LINES + words(72, 300, "File A2OO 5SS l23", size=14)
    seen = failed(tmp_path, shown=burned(picture(number)), original=picture(number))
    assert "residue: OCR of the rendering" in seen


def test_a_box_that_leaves_a_part_of_its_place_bare_is_found(tmp_path: Path) -> None:
    whole = picture(LINES + words(190, 72, NAME))
    half = whole.copy()
    half[int(BOX.y0 * SCALE) : int(BOX.y1 * SCALE), int(BOX.x0 * SCALE) : int(225 * SCALE)] = 0
    assert "pictures under boxes are burned" in failed(tmp_path, shown=half)


def test_a_word_lost_from_the_picture_is_found(tmp_path: Path) -> None:
    fewer = words(72, 72, BEFORE) + words(330, 72, AFTER) + words(72, 110, "Nobody was hurt. Team 4 left", size=14)
    assert "unchanged outside the boxes" in failed(tmp_path, shown=burned(picture(fewer)))


def test_words_drawn_on_a_page_of_glyphs_are_read(tmp_path: Path) -> None:
    """Outlines say nothing to readers of text; here every letter is a picture of itself."""
    pixels = picture(words(4, 20, NAME, size=16))[: int(30 * SCALE), : int(170 * SCALE)]
    page = copy_page(extra=b"q 170 0 0 30 72 500 cm /X1 Do Q\n")
    original = Drawn(tmp_path).originals[0] + b"q 170 0 0 30 72 500 cm /X1 Do Q\n"
    drawn = Drawn(tmp_path, originals=(original,), copies=(page,), change=shows(pixels))
    made, flattened = drawn.files()
    write_pdf(flattened, [original], change=shows(pixels))
    found = {each.name for each in check(made, flattened, drawn.values, ()) if not each.passed}
    assert found == {"residue: OCR of the rendering"}
    other = (WithheldValue("Consuelo Cardozo", True),)
    assert not [each for each in check(made, flattened, other, ()) if not each.passed]
