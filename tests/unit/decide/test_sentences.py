"""Where a sentence begins and ends: over lines, not over cells, abbreviations or paragraphs."""

from __future__ import annotations

import pytest
from factories import page_text

from redactor.decide.sentence import sentence_around
from redactor.model import Passage, Span


def around(text: str, word: str, *, placed: bool = False) -> str:
    passage = page_text(text) if placed else Passage("p1", text, 1)
    start = text.index(word)
    first, last = sentence_around(passage, Span("p1", start, start + len(word)))
    return text[first:last]


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("He came. She filed an I-918 in May. It is pending.", "I-918", "She filed an I-918 in May."),
        ("He came. She filed\nan I-918 in\nMay. It is.", "I-918", "She filed\nan I-918 in\nMay."),
        ("Under 8 U.S.C. § 1367 Mr. Muster and Dr. A. Probe filed. Next.", "Probe", None),
        ("Filed on Jan. 3 with No. 12. Then he left.", "12", "Filed on Jan. 3 with No. 12."),
        ("Name:\tZed Muster\tStatus: U visa pending", "U visa", "Status: U visa pending"),
        ("First block\n\nU visa pending\n\nLast block", "U visa", "U visa pending"),
        ("Is it so? U visa! Yes.", "visa", "U visa!"),
        ('He said "no." Then a U visa came.', "U visa", "Then a U visa came."),
        ("U visa", "U visa", "U visa"),
    ],
)
def test_the_sentence_around_a_word(text: str, word: str, sentence: str | None) -> None:
    expected = sentence if sentence is not None else text.removesuffix(" Next.")
    assert around(text, word) == expected


def test_lines_that_stand_apart_on_the_page_are_two_paragraphs() -> None:
    text = "A heading\n\n\nFORM I-918 PETITION\nof the person"
    assert around(text, "I-918", placed=True) == "FORM I-918 PETITION\nof the person"


def test_what_has_no_stops_gives_up_its_own_lines_and_not_the_page() -> None:
    rows = [f"row {number} of a table without stops" for number in range(100)]
    text = "\n".join((*rows[:50], "row with an I-918 in it", *rows[50:]))
    assert around(text, "I-918") == "row with an I-918 in it"


def test_two_sentences_that_a_finding_reaches_into_both_go() -> None:
    assert around("One. Two a U. B visa three. Four.", "a U. B visa") == "Two a U. B visa three."
