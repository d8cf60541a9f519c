"""The key map: what every key does, for the page's help and for the strip below the page. The scripts do what the
buttons with the same ``data-key`` do, so that a key without a button does not exist."""

from __future__ import annotations

from typing import Final

KeyMap = tuple[tuple[str, tuple[tuple[tuple[str, ...], str], ...]], ...]

KEY_MAP: Final[KeyMap] = (
    (
        "Move",
        (
            (("J",), "Next finding, over the end of the page"),
            (("K",), "Previous finding"),
            (("N",), "Next undecided finding of the matter"),
            (("[",), "Previous page"),
            (("]",), "Next page"),
            (("G",), "Go to a page"),
            (("/",), "Search the matter"),
        ),
    ),
    (
        "Decide",
        (
            (("A",), "Accept what is proposed"),
            (("R",), "Redact"),
            (("P",), "Produce: asks for the reason; Enter sends it"),
            (("F",), "Refer to somebody else"),
            (("E",), "Change category or basis"),
            (("Shift", "R"), "Redact all like this that nobody has decided"),
            (("Shift", "A"), "Accept every open proposal on the page"),
            (("U",), "Undo your last decision"),
            (("C",), "Comment on the finding"),
        ),
    ),
    (
        "Page",
        (
            (("D",), "Draw a box; arrows move it, Shift and arrows size it, Alt makes steps small, Enter keeps it"),
            (("V",), "Preview: the page as it would be produced"),
            (("+",), "Larger"),
            (("-",), "Smaller"),
            (("0",), "Fit the page to the window"),
            (("O",), "QC sample: nothing was missed on this page"),
            (("M",), "QC sample: something was missed"),
        ),
    ),
    (
        "Window",
        (
            (("?",), "This list"),
            (("T",), "Light or dark"),
            (("Esc",), "Leave a field, drawing, or this list"),
        ),
    ),
)
