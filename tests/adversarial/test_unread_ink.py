"""A name that is drawn and not written: however its ink came to the page, it was read from the pixels, or it lies in an
unread region."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from drawn_originals import HEIGHT, array, drawn, picture, read, words
from pikepdf import Dictionary, Name, Pdf

from redactor.errors import DocumentError, UnreadablePageError
from redactor.geometry import area, bounds, intersection, union
from redactor.model import Document, Rect

TEXT = words(72, 72, "The van left at noon.")
LEFT, BASE = 72.0, 300.0
"""Where the drawn name begins, and its baseline (points from the top left)."""

# Strokes on a grid 4 wide and 6 high: two ends of a line, or four points of a curve.
STROKES: dict[str, tuple[tuple[float, ...], ...]] = {
    "M": ((0, 0, 0, 6), (0, 6, 2, 2), (2, 2, 4, 6), (4, 6, 4, 0)),
    "A": ((0, 0, 2, 6), (2, 6, 4, 0), (0.7, 2, 3.3, 2)),
    "R": ((0, 0, 0, 6), (0, 6, 6, 6, 6, 3, 0, 3), (1.5, 3, 4, 0)),
    "I": ((0, 0, 0, 6),),
    "S": ((0, 1, 2, -1, 6, 2, 2, 3), (2, 3, -2, 4, 2, 7, 4, 5)),
    "O": ((2, 0, -0.7, 0, -0.7, 6, 2, 6), (2, 6, 4.7, 6, 4.7, 0, 2, 0)),
    "L": ((0, 6, 0, 0), (0, 0, 4, 0)),
}
NAME = "MARISOL"
DOTS = {
    "M": "10001 11011 10101 10001 10001", "A": "01110 10001 11111 10001 10001", "R": "11110 10001 11110 10010 10001",
    "I": "00100 00100 00100 00100 00100", "S": "01111 10000 01110 00001 11110", "O": "01110 10001 10001 10001 01110",
    "L": "10000 10000 10000 10000 11111",
}  # fmt: skip


def outlines(
    size: float, each: str = "", *, pitch: float | None = None, left: float = LEFT, up: float = HEIGHT - BASE
) -> str:
    """The name's letters as bands of a pen's breadth, capitals ``size`` points high; ``each`` paints every letter."""
    unit, breadth = size / 6, size / 9
    letters = []
    for number, letter in enumerate(NAME):
        x0 = left + number * (pitch or 5.5 * unit)
        bands = []
        for stroke in STROKES[letter]:
            points = [(x0 + x * unit, up + y * unit) for x, y in zip(stroke[::2], stroke[1::2], strict=True)]
            (ax, ay), (bx, by) = points[0], points[-1]
            length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
            dx, dy = (ay - by) / length * breadth, (bx - ax) / length * breadth
            there = [f"{x:.3f} {y:.3f}" for x, y in points]
            back = [f"{x + dx:.3f} {y + dy:.3f}" for x, y in reversed(points)]
            way = "l" if len(points) == 2 else "c"
            bands.append(f"{there[0]} m {' '.join(there[1:])} {way} {back[0]} l {' '.join(back[1:])} {way} h")
        letters.append(f"{' '.join(bands)} {each}")
    return "\n".join(letters) + "\n"


def extent(size: float, pitch: float | None = None) -> Rect:
    """Where the ink of ``outlines`` lies."""
    return Rect(LEFT, BASE - size, LEFT + 6 * (pitch or 5.5 * size / 6) + 4 * size / 6, BASE)


Change = Callable[[Pdf, pikepdf.Page], None]


def seen_at(document: Document) -> list[Rect]:
    """Where the page's ink is known to be something: unread regions, and words that were read from pixels."""
    read_by_eye = [bounds(word.quad) for word in document.passage("p1").words if word.confidence is not None]
    return [*document.pages[0].unread, *read_by_eye]


def assert_seen(place: Rect, content: str, folder: Path, change: Change | None = None) -> None:
    """The name is unread, so that it is covered or a person looks; or it was read, so that it can be found."""
    document = read(drawn(TEXT + content.encode(), change=change), folder)
    regions = [part for region in seen_at(document) if (part := intersection(region, place)) is not None]
    assert regions, "nobody knows of anything there"
    whole = union(regions)
    assert (whole.x0, whole.y0) == pytest.approx((place.x0, place.y0), abs=3)
    assert (whole.x1, whole.y1) == pytest.approx((place.x1, place.y1), abs=3)
    assert sum(area(region) for region in regions) > 0.5 * area(place)
    assert "van left at noon" in document.passage("p1").text
    assert all(region.y0 > 100 for region in document.pages[0].unread), "text is not unread"


WAYS = {
    "a path a letter": outlines(10, "f"),
    "one path": outlines(10) + "f\n",
    "one path, stroked": "0.4 w " + outlines(10) + "S\n",
    "a path a letter, stroked": "0.4 w " + outlines(10, "S"),
    "grey": "0.8 g " + outlines(10, "f"),
    "white on a dark ground": f"0.2 g 60 {HEIGHT - 320} 200 40 re f 1 g " + outlines(10, "f"),
    "red on green of one brightness": f"0 0.5 0 rg 60 {HEIGHT - 320} 200 40 re f 0.98 0 0 rg " + outlines(10, "f"),
    "a clip that is filled": f"q {outlines(10)} W n 0 0 1 rg 60 {HEIGHT - 320} 200 40 re f Q\n",
}


@pytest.mark.parametrize("way", WAYS)
def test_letters_drawn_as_outlines(way: str, tmp_path: Path) -> None:
    assert_seen(extent(10), WAYS[way], tmp_path)


@pytest.mark.parametrize("size", [2.5, 4, 28])
def test_small_and_large_outlines(size: float, tmp_path: Path) -> None:
    assert_seen(extent(size), outlines(size, "f"), tmp_path)


def test_one_outlined_letter_in_each_cell_of_a_comb(tmp_path: Path) -> None:
    cells = "".join(f"{LEFT - 5 + 18 * n} {HEIGHT - BASE - 4} 18 18 re S\n" for n in range(len(NAME)))
    document = read(drawn(TEXT + cells.encode() + outlines(10, "f", pitch=18).encode()), tmp_path)
    for number in range(6):
        middle = Rect(LEFT + 18 * number, BASE - 8, LEFT + 18 * number + 5, BASE - 2)
        assert any(intersection(region, middle) for region in seen_at(document))


@pytest.mark.parametrize("size", [1, 2, 4])
def test_letters_of_dots(size: float, tmp_path: Path) -> None:
    dots = [
        (LEFT + size * (6 * number + column), BASE - size * (5 - row))
        for number, letter in enumerate(NAME)
        for row, line in enumerate(DOTS[letter].split())
        for column, dot in enumerate(line)
        if dot == "1"
    ]
    content = "".join(f"{x} {HEIGHT - y - size} {size} {size} re f\n" for x, y in dots)
    assert_seen(Rect(LEFT, BASE - 5 * size, LEFT + 41 * size, BASE), content, tmp_path)


def test_outlines_in_a_pattern(tmp_path: Path) -> None:
    def tiled(pdf: Pdf, page: pikepdf.Page) -> None:
        tile = pdf.make_stream(outlines(10, "f", left=0, up=5).encode(), PatternType=1, PaintType=1, TilingType=1)
        tile.Type, tile.BBox, tile.XStep, tile.YStep = Name.Pattern, array(0, 0, 200, 30), 200, 30
        tile.Matrix, tile.Resources = array(1, 0, 0, 1, LEFT, HEIGHT - BASE - 5), Dictionary()
        page.obj.Resources.Pattern = Dictionary(P0=tile)

    content = f"/Pattern cs /P0 scn {LEFT} {HEIGHT - BASE - 5} 200 30 re f\n"
    assert_seen(extent(10), content, tmp_path, tiled)


def test_words_in_a_pattern_are_painted_more_often_than_they_are_read(tmp_path: Path) -> None:
    def tiled(pdf: Pdf, page: pikepdf.Page) -> None:
        tile = pdf.make_stream(b"BT /F1 12 Tf 5 5 Td (Marisol) Tj ET", PatternType=1, PaintType=1, TilingType=1)
        tile.Type, tile.BBox, tile.XStep, tile.YStep = Name.Pattern, array(0, 0, 50, 30), 50, 30
        tile.Resources = Dictionary(Font=page.obj.Resources.Font)
        page.obj.Resources.Pattern = Dictionary(P0=tile)

    content = f"/Pattern cs /P0 scn {LEFT} {HEIGHT - BASE} 200 60 re f\n"
    try:
        regions = read(drawn(TEXT + content.encode(), change=tiled), tmp_path).pages[0].unread
    except DocumentError:
        return  # held: nothing of it was read that anybody could rely on
    for row in (250, 280):
        for column in (90, 140, 190, 240):
            place = Rect(column - 15, row - 14, column + 15, row + 14)
            assert any(intersection(region, place) for region in regions)


BARS = [n for n, bit in enumerate("1101001010110101101001101100101010110100101101") if bit == "1"]


@pytest.mark.parametrize("height", [8, 30, 90])
@pytest.mark.parametrize("paint", ["a path a bar", "one path", "lines"])
def test_barcodes(paint: str, height: float, tmp_path: Path) -> None:
    up = HEIGHT - BASE
    if paint == "lines":
        content = "1 w " + "".join(f"{LEFT + n + 0.5} {up} m {LEFT + n + 0.5} {up + height} l S\n" for n in BARS)
    else:
        each = "f" if paint == "a path a bar" else ""
        content = "".join(f"{LEFT + n} {up} 1 {height} re {each}\n" for n in BARS) + "f\n"
    assert_seen(Rect(LEFT, BASE - height, LEFT + BARS[-1] + 1, BASE), content, tmp_path)


GREY = bytes((n * 37 + n // 64 * 11) % 256 for n in range(64 * 64))


def with_image(pdf: Pdf, page: pikepdf.Page) -> None:
    page.obj.Resources.XObject = Dictionary(I0=picture(pdf, GREY, 64, 64))


@pytest.mark.parametrize("strip", [1.0, 2.0, 4.0])
def test_an_image_cut_into_strips(strip: float, tmp_path: Path) -> None:
    count = int(40 / strip)
    content = "".join(f"q 150 0 0 {strip} {LEFT} {HEIGHT - BASE + strip * n} cm /I0 Do Q\n" for n in range(count))
    assert_seen(Rect(LEFT, BASE - 40, LEFT + 150, BASE), content, tmp_path, with_image)


def test_an_image_as_low_as_small_print(tmp_path: Path) -> None:
    content = f"q 60 0 0 5.9 {LEFT} {HEIGHT - BASE} cm /I0 Do Q\n"
    assert_seen(Rect(LEFT, BASE - 5.9, LEFT + 60, BASE), content, tmp_path, with_image)


def test_a_scribble_with_a_pen(tmp_path: Path) -> None:
    def signed(pdf: Pdf, page: pikepdf.Page) -> None:
        way = [(LEFT + 4 * n, HEIGHT - BASE + 7 * (n % 3)) for n in range(30)]
        points = [value for point in way for value in point]
        stroke = "1 w " + " ".join(f"{x} {y} {'l' if n else 'm'}" for n, (x, y) in enumerate(way))
        look = pdf.make_stream(f"{stroke} S".encode(), Type=Name.XObject, Subtype=Name.Form)
        box = array(LEFT - 2, HEIGHT - BASE - 2, LEFT + 120, HEIGHT - BASE + 16)
        look.BBox, look.Resources = box, Dictionary()
        page.obj.Annots = array(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Ink, Rect=box, InkList=array(array(*points)), AP=Dictionary(N=look)
            )
        )

    assert_seen(Rect(LEFT, BASE - 14, LEFT + 116, BASE), "", tmp_path, signed)


def test_ink_on_a_page_as_large_as_a_wall(tmp_path: Path) -> None:
    data = drawn(TEXT + outlines(60, "f").encode(), size=(14_000, 14_000))
    try:
        assert any(region.y1 - region.y0 > 20 for region in seen_at(read(data, tmp_path)))
    except UnreadablePageError:
        return  # held: at the scale of a wall nothing was read that anybody could rely on
