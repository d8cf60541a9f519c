"""A line under a name, a line through it or a bar of colour behind it is as long as the name, and stays when it goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from drawn_originals import Withheld, drawn, read, rendered, spans_of, withhold, words

NAMES = ("Xi Omo", "Marisol Quintanilla", "Maximiliana Wommelsdorff")
LEFT = 72.0
BEFORE = "The officer met "


def width(text: str) -> float:
    return float(pymupdf.get_text_length(text, fontname="helv", fontsize=11))


def line(name: str, drawing: bytes) -> bytes:
    return drawing + words(LEFT, 100, "A line above.") + words(LEFT, 200, f"{BEFORE}{name} at the door.")


def underlined(name: str) -> bytes:
    start = LEFT + width(BEFORE)
    return line(name, f"q 0.6 w {start:g} 590.4 m {start + width(name):g} 590.4 l S Q\n".encode())


def underlined_with_its_neighbours(name: str) -> bytes:
    end = LEFT + width(f"{BEFORE}{name} at the door.")
    return line(name, f"q {LEFT:g} 590 {end - LEFT:g} 0.6 re f Q\n".encode())


def highlighted(name: str) -> bytes:
    start = LEFT + width(BEFORE)
    return line(name, f"q 1 1 0 rg {start - 0.5:g} 587 {width(name) + 1:g} 16 re f Q\n".encode())


def struck_through(name: str) -> bytes:
    start = LEFT + width(BEFORE)
    return line(name, f"q 0 g {start:g} 595.4 {width(name):g} 0.6 re f Q\n".encode())


def written(layout: Callable[[str], bytes], name: str, folder: Path) -> Withheld:
    folder.mkdir()
    document = read(drawn(layout(name)), folder)
    return withhold(document, spans_of(document, name), folder)


@pytest.mark.parametrize("layout", [underlined, underlined_with_its_neighbours, highlighted, struck_through])
def test_the_marking_of_a_name_goes_with_it(layout: Callable[[str], bytes], tmp_path: Path) -> None:
    copies = [written(layout, name, tmp_path / f"{n}") for n, name in enumerate(NAMES)]
    assert [copy.failed for copy in copies] == [[]] * len(NAMES)
    assert all(rendered(copy.data) == rendered(copies[0].data) for copy in copies)
