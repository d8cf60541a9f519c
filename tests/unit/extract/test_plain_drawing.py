"""What forms are drawn with is no unread ink: rules, boxes, shading, ticks and bullets."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from drawn_originals import array, drawn, read, words
from pikepdf import Dictionary, Name, Pdf, String

TEXT = words(72, 72, "The van left at noon.")
CIRCLE = (
    "{x} {y} m {x} {a} {b} {c} {d} {c} c {e} {c} {f} {a} {f} {y} c {f} {g} {e} {h} {d} {h} c {b} {h} {x} {g} {x} {y} c"
)


def circle(x: float, y: float, radius: float) -> str:
    """A circle about a point, as four curves."""
    k = 0.5523 * radius
    return CIRCLE.format(
        x=x - radius, y=y, a=y + k, b=x - k, c=y + radius, d=x, e=x + k, f=x + radius, g=y - k, h=y - radius
    )


def squares_of(draw: str, count: int = 6) -> str:
    """The drawing beside ``count`` lines of a form, 14 points apart; ``{y}`` is where each begins."""
    return "\n".join(draw.format(y=400 + 14 * n, y1=409 + 14 * n, m=404.5 + 14 * n) for n in range(count))


ROUND = (
    "80 500 m 280 500 l 286 500 290 504 290 510 c 290 540 l 290 546 286 550 280 550 c "
    "80 550 l 74 550 70 546 70 540 c 70 510 l 70 504 74 500 80 500 c s"
)

PLAIN = {
    "check boxes": squares_of("72 {y} 9 9 re S"),
    "check boxes of four lines": squares_of(
        "72 {y} m 81 {y} l S 81 {y} m 81 {y1} l S 81 {y1} m 72 {y1} l S 72 {y1} m 72 {y} l S"
    ),
    "crossed check boxes": squares_of("72 {y} 9 9 re S 72 {y} m 81 {y1} l S 72 {y1} m 81 {y} l S"),
    "crossed check boxes of four lines": squares_of(
        "72 {y} m 81 {y} l S 81 {y} m 81 {y1} l S 81 {y1} m 72 {y1} l S 72 {y1} m 72 {y} l S "
        "72 {y} m 81 {y1} l S 72 {y1} m 81 {y} l S"
    ),
    "ticked check boxes": squares_of("72 {y} 9 9 re S 73 {m} m 75 {y} l 80 {y1} l S"),
    "filled check boxes": squares_of("0.9 g 72 {y} 9 9 re B"),
    "check boxes close together": "".join(f"{72 + 11 * n} 400 9 9 re S\n" for n in range(12)),
    "radio buttons": "".join(circle(80, 400 + 14 * n, 4.5) + " S\n" for n in range(6)) + circle(80, 400, 2) + " f",
    "bullets": "".join(circle(80, 400 + 14 * n, 2) + " f\n" for n in range(10)),
    "square bullets": squares_of("72 {y} 4 4 re f", 12),
    "a round box": ROUND,
    "a ruled table": "".join(f"72 {400 + 14 * n} m 540 {400 + 14 * n} l S\n" for n in range(12))
    + "".join(f"{72 + 52 * n} 400 m {72 + 52 * n} 554 l S\n" for n in range(10)),
    "a table drawn cell by cell": "".join(
        f"{72 + 24 * x} {400 + 13 * y} 24 0.5 re f {72 + 24 * x} {400 + 13 * y} 0.5 13 re f\n"
        for x in range(12)
        for y in range(12)
    ),
    "a table of boxes": "".join(f"{72 + 40 * x} {400 + 12 * y} 40 12 re S\n" for x in range(10) for y in range(12)),
    "shaded rows": "".join(f"0.{9 - n} g 72 {400 + 28 * n} 468 14 re f\n" for n in range(5)),
    "a comb field": "72 400 216 18 re S\n" + "".join(f"{84 + 12 * n} 400 m {84 + 12 * n} 408 l S\n" for n in range(17)),
    "boxes of a comb": "".join(f"{72 + 18 * n} 400 18 16 re S\n" for n in range(20)),
    "an underline": "72 718 100 0.6 re f",
    "a double rule": "72 600 m 540 600 l S 72 602 m 540 602 l S",
    "a dashed rule": "[3 2] 0 d 72 600 m 540 600 l S",
    "a dotted leader of squares": "".join(f"{72 + 3 * n} 600 0.8 0.8 re f\n" for n in range(100)),
    "a frame of a broad pen": "8 w 40 40 532 712 re S",
    "a slanting line": "72 400 m 540 600 l S",
    "an arrow": "72 400 m 172 400 l S 172 400 m 166 404 l 166 396 l f",
    "a circle around words": "1 w " + circle(120, 600, 40) + " S",
}  # fmt: skip


@pytest.mark.parametrize("what", PLAIN)
def test_plain_drawing_is_no_region(what: str, tmp_path: Path) -> None:
    assert read(drawn(TEXT + PLAIN[what].encode()), tmp_path).pages[0].unread == ()


def test_neither_is_the_icon_of_a_note(tmp_path: Path) -> None:
    def noted(_: Pdf, page: pikepdf.Page) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=array(300, 400, 318, 418), Contents=String("Ask."))
        page.obj.Annots = array(note)

    assert read(drawn(TEXT, change=noted), tmp_path).pages[0].unread == ()


def test_nor_text_of_whatever_look(tmp_path: Path) -> None:
    looks = [("1 Tr", 300), ("2 Tr", 330), ("0 Tr 0.5 g", 360), ("0 g 4 Tc", 390)]
    content = b"".join(words(72, y, "The van left at noon.", size=20, before=before) for before, y in looks)
    assert read(drawn(content), tmp_path).pages[0].unread == ()
