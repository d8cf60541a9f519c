"""Lines set so tight that the boxes of their glyphs overlap: the withheld line goes, and its neighbours stay whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_originals import SECRET, attacked, drawn, leaks, shown_text, words


@pytest.mark.parametrize("leading", [11.0, 11.5, 12.0, 13.2])
def test_the_lines_above_and_below_survive(leading: float, tmp_path: Path) -> None:
    lines = ("Officer Haymond typed gj", f"met {SECRET} today", "Typing officer Hughes, ÉÂ")
    data = drawn(b"".join(words(72, 72 + leading * n, line) for n, line in enumerate(lines)))
    copy = attacked(data, tmp_path)
    assert copy.failed == []
    assert leaks(copy.data) == []
    assert "Officer Haymond typed gj" in shown_text(copy.data)
    assert "Typing officer Hughes" in shown_text(copy.data)
