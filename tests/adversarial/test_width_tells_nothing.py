"""Width tells nothing: a page from which a name was taken is the same page, whoever it named (redaction hazards 19, 20).

Each layout is drawn with names of every length and taken through the house. What the copies show, where their words and
boxes stand, and what their content says must be equal. Everybody is invented.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
import pypdfium2
import pytest
from drawn_originals import Withheld, drawn, read, rendered, spans_of, withhold, words
from pikepdf import Array, Dictionary, Name

TAIL = "spoke with the clerk of the part about the calendar of the next week, which nobody had seen before that day."
LEFT, RIGHT = 72.0, 540.0
NAMES = ("Xi Omo", "Marisol Quintanilla", "Quxo", "Ana Sofia Del Ejemplo Lopez", "Ivo Liljo-Tilljo Filli")
"""Short and long, one word and several, narrow letters and wide ones."""

Layout = Callable[[str], bytes]


def width(text: str, size: float = 11) -> float:
    return float(pymupdf.get_text_length(text, fontname="helv", fontsize=size))


def around(*lines: bytes) -> bytes:
    """Lines that no name stands on."""
    plain = ("Memorandum to the file", "Nobody was hurt that day.", "The team left the building at noon.")
    return b"".join(words(LEFT, 60 + 14 * n, text) for n, text in enumerate(plain)) + b"".join(lines)


def mid_line(name: str) -> bytes:
    return around(words(LEFT, 200, f"The officer met {name} at the courthouse door."))


def end_of_line(name: str) -> bytes:
    return around(words(LEFT, 200, f"The file was opened for {name}"), words(LEFT, 214, "on the day after."))


def before_a_comma(name: str) -> bytes:
    return around(words(LEFT, 200, f'They saw ({name}), then "{name}", and left.'))


def justified(name: str) -> bytes:
    text = f"The officer met {name} at the door of the court and spoke with the clerk"
    blanks = (RIGHT - LEFT - width(text)) / text.count(" ")
    line = words(LEFT, 200, text, before=f"{blanks:.4f} Tw")
    return around(line, words(LEFT, 214, "about the calendar of the day.", before="0 Tw"))


def typed_apart(name: str) -> bytes:
    """As a word processor writes: every run placed by the last one's width, which it rounded."""
    shown = [b"BT /F1 11 Tf 1 0 0 1 72 592 Tm"]
    x = 0.0
    for run in ("The officer ", "met ", *(f"{part} " for part in name.split()), "at the ", "courthouse ", "door."):
        step = round(width(run) * 8) / 8
        shown.append(f"[({run[:1]}){len(run)}.{len(name)}({run[1:]})]TJ {step:g} 0 Td".encode())
        x += step
    shown.append(f"{-x:g} -14 Td (The second line follows from the first.) Tj ET\n".encode())
    return around(b" ".join(shown))


def run_by_run(name: str) -> bytes:
    """As others write: every word by itself, with a clipping path of its own and a blank between."""
    x, shown = LEFT, []
    for run in ("The", "officer", "met", *name.split(), "at", "the", "door."):
        for text in (run, " "):
            shown.append(f"q {x - 2:g} 580 {width(text) + 4:g} 30 re W n 0 g ".encode() + words(x, 200, text) + b"Q\n")
            x += width(text)
    return around(*shown)


def table_cell(name: str) -> bytes:
    rows = [("Arana Test", "Bronx", "Officer 1"), (name, "Kings", "Officer 2"), ("Other Person", "Queens", "Officer 3")]
    return around(
        *(
            words(x, 200 + 16 * n, cell)
            for n, row in enumerate(rows)
            for x, cell in zip((LEFT, 260.0, 400.0), row, strict=True)
        )
    )


def flush_right(name: str) -> bytes:
    rows = ("Arana Test", name, "Other Person", "Yet Another")
    return around(*(words(RIGHT - width(text), 200 + 16 * n, text) for n, text in enumerate(rows)))


def centred(name: str) -> bytes:
    text = f"In the Matter of {name}, Respondent"
    return around(words(306 - width(text) / 2, 200, text))


def centred_alone(name: str) -> bytes:
    return around(words(306 - width(name) / 2, 200, name))


def form_cell(name: str) -> bytes:
    """A label at the top of a ruled cell, its value below, on two lines if it is long."""
    rules = b"q 0.6 w 72 560 200 40 re S 272 560 200 40 re S Q\n"
    parts = [name] if len(name) < 20 else [name[: name.rindex(" ")], name[name.rindex(" ") + 1 :]]
    value = b"".join(words(76, 214 + 11 * n, part, size=9) for n, part in enumerate(parts))
    return around(
        rules, words(76, 200, "Family Name", size=6), words(276, 200, "Sex", size=6), value, words(276, 214, "F")
    )


def ruled_table(name: str) -> bytes:
    """A value in the middle of its cell, whose neighbour stays."""
    rules = b"".join(b"q 0.6 w %d 560 150 30 re S Q\n" % x for x in (72, 222, 372))
    return around(
        rules, words(147 - width(name) / 2, 220, name), words(230, 220, "Kings"), words(380, 220, "Officer 2")
    )


def mail_head(name: str) -> bytes:
    sender = name.split()[0].lower()
    lines = (("From:", f"{name} <someone@example.org>"), ("To:", name), ("Cc:", f"The Clerk; {name}; The Court"))
    drawn_lines = [
        words(LEFT, 200 + 14 * n, head) + words(140, 200 + 14 * n, value) for n, (head, value) in enumerate(lines)
    ]
    return around(*drawn_lines, words(LEFT, 242, "Subject:"), words(140, 242, f"Calendar {len(sender) and 'call'}"))


def list_of_names(name: str) -> bytes:
    return around(*(words(LEFT, 200 + 14 * n, f"{n}. {name}") for n in range(1, 6)))


def label_and_column(name: str) -> bytes:
    """A second column that a long name all but reaches."""
    return around(
        words(LEFT, 200, f"Name: {name}"), words(300, 200, "Court: Kings"),
        words(LEFT, 216, "Place: Kings"), words(300, 216, "Part: 21"),
        words(LEFT, 232, "Day: Monday"), words(300, 232, "Floor: 3"),
    )  # fmt: skip


def full_line(name: str) -> bytes:
    """A line that has no room for a box as wide as others are."""
    text = f"The officers of the second team and the clerk of the court met {name} near part 21"
    return around(words(LEFT, 200, text))


def labelled_flush_right(name: str) -> bytes:
    rows = ("ORI No: NY023", f"Order No: {name}", "Part: 21", "Floor: 3")
    return around(*(words(RIGHT - width(text), 200 + 16 * n, text) for n, text in enumerate(rows)))


def two_columns(name: str) -> bytes:
    """Two columns of text; what is set anew on the left stays off the right one."""
    left = ("The officers of the team and", "the clerk of the court met on", f"noon {name} and", "left at one.")
    right = (
        "Nobody was hurt that day, and",
        "nobody was seen at the door",
        "of the court after that, as",
        "far as is known.",
    )
    return around(
        *(words(LEFT, 200 + 14 * n, text) for n, text in enumerate(left)),
        *(words(320, 200 + 14 * n, text) for n, text in enumerate(right)),
    )


def ruled_names(name: str) -> bytes:
    """First and last name in cells of their own, so close that they are read as one."""
    rules = b"q 0.6 w 72 590 60 20 re S 132 590 120 20 re S 252 590 100 20 re S Q\n"
    first, last = name.split(" ", 1) if " " in name else (name, name)
    cells = words(128 - width(first, 9), 197, first, size=9) + words(134.5, 197, last, size=9)
    return around(rules, cells, words(256, 197, "Kings", size=9))


def footnote_mark(name: str) -> bytes:
    """Small figures above the line, before the name and behind it."""
    x, shown = LEFT, []
    for text, size, y in (("That day", 11.0, 200), ("1", 7.0, 196), (f" they met {name}", 11.0, 200), ("2", 7.0, 196)):
        shown.append(words(x, y, text, size=size))
        x += width(text, size)
    return around(*shown, words(x, 200, " and left."))


def parted_words(name: str) -> bytes:
    """As a printer driver writes: a word in two shows where its rounding asks for it, and that depends on the name."""
    x, shown = LEFT, []
    for text in (
        "They met ",
        name,
        " at the court"[: 8 + len(name) % 5],
        " at the court"[8 + len(name) % 5 :],
        "house.",
    ):
        shown.append(words(x, 200, text))
        x += width(text)
    return around(*shown)


def upwards(name: str) -> bytes:
    return around(f"BT /F1 11 Tf 0 1 -1 0 300 200 Tm (They met {name} at noon) Tj ET\n".encode())


LAYOUTS = (
    mid_line, end_of_line, before_a_comma, justified, typed_apart, run_by_run, table_cell, flush_right, centred, centred_alone,
    form_cell, ruled_table, mail_head, list_of_names, label_and_column, full_line,
    labelled_flush_right, two_columns, ruled_names, footnote_mark,
    parted_words, upwards,
)  # fmt: skip


def written(layout: Layout, name: str, folder: Path) -> Withheld:
    """The copy from which the name is gone, whatever lines it stood on."""
    folder.mkdir()
    document = read(drawn(layout(name)), folder)
    either = (name.rsplit(" ", 1), name.split(" ", 1))
    parts = spans_of(document, name)
    for way in either:
        parts = parts or tuple(span for part in way for span in spans_of(document, part))
    assert parts
    return withhold(document, parts, folder)


def places(data: bytes) -> list[tuple[str, int, int]]:
    """Every letter and where it stands, in twentieths of a point."""
    with pypdfium2.PdfDocument(data) as pdf:
        text = pdf[0].get_textpage()
        boxes = [(text.get_text_range(n, 1), text.get_charbox(n, loose=True)) for n in range(text.count_chars())]
    return [(letter, round(box[0] * 20), round(box[1] * 20)) for letter, box in boxes if not letter.isspace()]


def content(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return bytes(pdf.pages[0].Contents.read_bytes())


def stays(copy: Withheld, name: str) -> list[str]:
    """The letters of the page that are no part of the name."""
    text = copy.document.passage("p1").text
    for part in sorted(name.split(), key=len, reverse=True):
        text = text.replace(part, "")
    return sorted("".join(text.split()))


def _without_repeats(text: str) -> str:
    """The text file with one label for a name that stood on several lines, as the test itself has drawn it."""
    label = re.escape("[REDACTED – PROTECTED IDENTITY]")
    return re.sub(rf"({label})(\s+{label})+", r"\1", text)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_page_is_the_same_whoever_it_named(layout: Layout, tmp_path: Path) -> None:
    copies = [written(layout, name, tmp_path / f"{n}") for n, name in enumerate(NAMES)]
    first = copies[0]
    for copy in copies[1:]:
        assert {box.quad for box in copy.copy.boxes} == {box.quad for box in first.copy.boxes}
        assert places(copy.data) == places(first.data)
        assert rendered(copy.data, scale=1) == rendered(first.data, scale=1)
        assert content(copy.data) == content(first.data)
    if layout is not form_cell:  # the text file has the lines of its value, and they are more for a longer one
        assert len({_without_repeats(copy.copy.text[0]) for copy in copies}) == 1
    assert [copy.failed for copy in copies] == [[]] * len(NAMES)
    letters = "".join(letter for letter, _, _ in places(first.data))
    for added in ("REDACTED", "CONFIDENTIAL", "TEST00001"):
        letters = letters.replace(added, "")
    assert sorted(letters) == stays(first, NAMES[0])


def test_line_breaks_that_tell_are_said_to_be_coarse(tmp_path: Path) -> None:
    def paragraph(name: str) -> bytes:
        lines = [""]
        for (
            word
        ) in f"On that day the officers of the second team met {name} at the door of the court and {TAIL}".split():
            if width(f"{lines[-1]} {word}") > RIGHT - LEFT:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        return around(*(words(LEFT, 200 + 14 * n, text) for n, text in enumerate(lines)))

    copies = [written(paragraph, name, tmp_path / f"{n}") for n, name in enumerate(NAMES[:2])]
    assert all(copy.copy.coarse == ((1, "the line breaks of a paragraph"),) for copy in copies)
    assert [copy.failed for copy in copies] == [[], []]


def test_lines_that_no_name_stands_on_are_not_coarse(tmp_path: Path) -> None:
    assert written(mid_line, NAMES[1], tmp_path / "one").copy.coarse == ()


def test_a_column_made_for_the_name_is_said_to_be_coarse(tmp_path: Path) -> None:
    def table(name: str) -> bytes:
        wide = width(name) + 4
        rules = f"q 0.6 w 72 580 {wide:g} 20 re S {72 + wide:g} 580 80 20 re S Q\n".encode()
        return around(rules, words(74, 206, name), words(76 + wide, 206, "Kings"))

    copy = written(table, NAMES[1], tmp_path / "one")
    assert copy.copy.coarse == ((1, "a ruled column that may be as wide as what was taken out"),)


def test_letters_numbered_as_they_came_are_said_to_be_coarse(tmp_path: Path) -> None:
    texts = ("Memorandum to the file", f"They met {NAMES[1]}", "beside the court, by chance.")
    numbers: dict[str, int] = {}
    for letter in "".join(texts):
        numbers.setdefault(letter, len(numbers) + 33)

    def change(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        known = {" ": "space", ",": "comma", ".": "period"}
        names = [pikepdf.Name(f"/{known.get(letter, letter)}") for letter in numbers]
        page.obj.Resources.Font.F1 = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([33, *names])),
        )  # fmt: skip

    shown = ["".join(chr(numbers[letter]) for letter in text) for text in texts]
    data = drawn(b"".join(words(LEFT, 100 + 20 * n, text) for n, text in enumerate(shown)), change=change)
    document = read(data, tmp_path)
    copy = withhold(document, spans_of(document, NAMES[1]), tmp_path)
    assert copy.copy.coarse == ((1, "a font that numbers its letters in the order of their first use"),)
