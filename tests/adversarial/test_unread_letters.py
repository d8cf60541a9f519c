"""Letters that are in the content and do not show, or that a library would print: neither leaves the house."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import redactor
from drawn_originals import HEIGHT, SECRET, attacked, drawn, fill, leaks, read, shown_text, words

from redactor.errors import UnreadableDocumentError

SHOWN = words(72, 72, "The van left at noon.")


def clipped(clip: str, content: bytes) -> bytes:
    return f"q {clip} W n\n".encode() + content + b"Q\n"


@pytest.mark.parametrize("clip", ["10 10 5 5 re", "400 400 100 100 re", "10 10 m 15 10 l 12 15 l h"])
def test_text_that_a_clipping_path_hides_is_hidden_text(clip: str, tmp_path: Path) -> None:
    document = read(drawn(SHOWN + clipped(clip, words(72, 300, SECRET))), tmp_path)
    assert SECRET in document.passage("p1/hidden").text
    assert document.passage("p1").text == "The van left at noon.\n"
    assert leaks(document.flattened.read_bytes()) == []


def test_the_words_that_the_clipping_path_lets_show_stay_in_their_place(tmp_path: Path) -> None:
    line = words(72, 300, f"{SECRET} met the officer")
    plain = read(drawn(SHOWN + line), tmp_path).passage("p1").words[-1]
    document = read(drawn(SHOWN + clipped("180 450 300 60 re", line)), tmp_path)
    assert document.passage("p1").text.endswith("officer\n")
    assert document.passage("p1").words[-1].quad.ul == pytest.approx(plain.quad.ul, abs=0.1)
    assert leaks(document.flattened.read_bytes(), SECRET.split()[0]) == []


def test_text_that_shows_in_part_is_text_and_can_be_withheld(tmp_path: Path) -> None:
    copy = attacked(drawn(SHOWN + clipped(f"60 {HEIGHT - 300} 400 5 re", words(72, 300, SECRET))), tmp_path)
    assert copy.failed == []
    assert leaks(copy.data) == []


def test_a_box_on_a_page_as_large_as_a_wall_is_not_looked_under(tmp_path: Path) -> None:
    """Nobody could afford the picture: the page is refused, and what lies under the box stays where it is."""
    content = SHOWN + words(72, 300, SECRET) + fill(60, 285, 250, 310)
    with pytest.raises(UnreadableDocumentError):
        read(drawn(content, size=(14_000, 14_000)), tmp_path)


def test_slanting_words_are_taken_out_along_their_slant_and_the_page_is_held(tmp_path: Path) -> None:
    slanting = f"BT /F1 12 Tf 0.866 0.5 -0.5 0.866 172 300 Tm (met {SECRET} today) Tj ET\n".encode()
    above = words(172, HEIGHT - 380, "Officer Haymond typed")
    copy = attacked(drawn(SHOWN + slanting + above), tmp_path)
    assert leaks(copy.data) == []
    assert "Officer Haymond typed" in shown_text(copy.data)
    # Moves along a slant are not believed, so that such a page is held rather than let out.
    assert any(failed.startswith("moved words") for failed in copy.failed)


def test_what_the_library_stumbles_over_is_not_said(tmp_path: Path) -> None:
    token = SECRET.replace(" ", "")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(drawn(SHOWN + token.encode() + b"\n"))
    run = redactor("run", tmp_path / "in", "--out", tmp_path / "out", "--json")
    assert json.loads(run.stdout)
    assert not any(word in run.stdout + run.stderr for word in (token, "van left", "MuPDF"))
