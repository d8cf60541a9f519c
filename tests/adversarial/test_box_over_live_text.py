"""An agency's own black box, drawn over live text in the original, does not give the text back."""

from __future__ import annotations

from pathlib import Path

from drawn_originals import SECRET, drawn, fill, leaks, read, withhold, words


def test_text_under_a_box_of_the_original_is_in_no_copy(tmp_path: Path) -> None:
    data = drawn(words(72, 72, "The van left at noon.") + words(72, 300, SECRET) + fill(60, 285, 250, 310))
    copy = withhold(read(data, tmp_path), (), tmp_path, values=(SECRET,))
    assert copy.failed == []
    assert leaks(copy.data) == []
    assert SECRET not in "".join(copy.copy.text)
