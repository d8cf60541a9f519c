"""What pdfium leaves out and another viewer shows; and boxes whose widths tell what they cover."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from drawn_copies import LABEL, NAME, Drawn, box, copy_page, redaction, stamp, words
from PIL import Image, ImageDraw

from redactor.geometry import quad_of
from redactor.model import Box, Quad, Rect
from redactor.verify import check, readers
from redactor.verify.painted import Letters
from redactor.verify.second_look import _dark

needs_poppler = pytest.mark.skipif("poppler" not in readers(), reason="poppler is not installed")
NUMBER = "NYICE0000001"
SECOND = "another renderer shows no more"
WIDTHS = "box widths tell nothing"


@needs_poppler
def test_a_sound_copy_looks_the_same_in_both_renderers(tmp_path: Path) -> None:
    looked = {each.name: each.passed for each in Drawn(tmp_path).checks()}
    assert looked[SECOND]


@needs_poppler
def test_what_only_the_other_renderer_shows_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawn by a renderer that was given another file: which quirk hides a name from pdfium changes with its versions."""
    other = Drawn(tmp_path, copies=(copy_page(extra=words(72, 300, NAME)),)).files()[0].path
    shown = other.rename(tmp_path / "other.pdf")
    program = tmp_path / "bin" / "pdftoppm"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nexec /usr/bin/pdftoppm -q -gray -cropbox -r 72 {shown}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    failed = {each.name: each.problems for each in Drawn(tmp_path).checks() if not each.passed}
    assert failed.keys() == {SECOND}
    assert "poppler shows something and pdfium nothing" in failed[SECOND][0]
    bare = Drawn(tmp_path, copies=(copy_page().replace(box(), b""),)).files()[0].path
    bare.rename(shown)
    assert "box 1 is not opaque in poppler" in repr(Drawn(tmp_path).checks())


@needs_poppler
def test_a_renderer_that_fails_is_a_page_that_nobody_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin" / "pdftoppm"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    assert "page 1: could not be painted by poppler" in repr(Drawn(tmp_path).checks())


def lines(widths: tuple[float, ...], shown: tuple[float, ...], folder: Path) -> set[str]:
    """A page with one withheld run and one box a line."""
    taken = [Rect(72, 200 + 20 * n, 72 + width, 214 + 20 * n) for n, width in enumerate(widths)]
    boxes = [Rect(72, 200 + 20 * n, 72 + width, 214 + 20 * n) for n, width in enumerate(shown)]
    redactions = tuple(replace(redaction(rect), id=f"r{n}", label=LABEL) for n, rect in enumerate(taken))
    drawn = Drawn(folder, originals=(b"",), copies=(b"".join(map(box, boxes)) + stamp(NUMBER),), redactions=redactions)
    copy, flattened = drawn.files()
    declared = tuple(Box(f"r{n}", 1, quad_of(rect)) for n, rect in enumerate(boxes))
    return {each.name for each in check(replace(copy, boxes=declared), flattened, (), ()) if not each.passed}


def test_boxes_as_wide_as_the_names_beneath_tell_the_names(tmp_path: Path) -> None:
    names = (61.0, 94.5, 83.0, 120.5)
    assert lines(names, names, tmp_path) == {WIDTHS}
    assert lines(names, (70.0,) * 4, tmp_path) == set()
    assert lines((70.0,) * 4, (70.0,) * 4, tmp_path) == set()


def test_a_box_on_a_slanted_line_need_not_fill_its_bounds_and_must_fill_itself() -> None:
    slanted = Quad((20, 30), (220, 24), (220.4, 38), (20.4, 44))
    picture = Image.new("L", (260, 80), 255)
    ImageDraw.Draw(picture).polygon([slanted.ul, slanted.ur, slanted.lr, slanted.ll], fill=0)
    nothing = Letters("", np.empty(0), np.empty(0), np.empty((0, 4)))
    assert _dark(slanted, nothing, np.asarray(picture))
    ImageDraw.Draw(picture).rectangle((80, 30, 140, 40), fill=255)
    assert not _dark(slanted, nothing, np.asarray(picture))
