"""What is remembered of lines: a line between the same lines gets the same claims, anything else is read anew."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest
from factories import document

from redactor.detect import presidio
from redactor.detect.memory import Claim, LineMemory
from redactor.detect.presidio import analyze
from redactor.detect.streams import new_neighbourhoods
from redactor.model import Category

LONG = "a line of some ordinary length that says nothing in particular and goes on for a while, number "


class Reader:
    """Claims every word that begins with X, and counts what it was given to read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, text: str) -> Sequence[Claim]:
        self.read.append(text)
        found = re.finditer(r"X\w+(?:\nX\w+)?", text)
        return [Claim(*m.span(), Category.PERSON_NAME, 0.5, "reader", "", None) for m in found]


def claimed(text: str, claims: Sequence[Claim]) -> list[str]:
    return [text[claim.start : claim.end] for claim in claims]


def page(*middle: str) -> str:
    lines = [f"{LONG}{number}" for number in range(30)]
    lines[15:15] = middle
    return "\n".join(lines)


def test_a_text_that_was_read_is_not_read_again() -> None:
    memory, reader = LineMemory(), Reader()
    text = page("Xavier came")
    first = memory.claims(text, reader)
    assert claimed(text, first) == ["Xavier"]
    assert memory.claims(text, reader) == first
    assert reader.read == [text]


def test_of_repeated_print_only_what_is_new_is_read_with_what_stands_around_it() -> None:
    memory, reader = LineMemory(), Reader()
    memory.claims(page("Xavier came"), reader)
    other = page("Xenia left")
    assert claimed(other, memory.claims(other, reader)) == ["Xenia"]
    assert "Xenia left" in reader.read[1]
    assert len(reader.read[1]) < len(other) * 0.75


def test_a_value_over_a_line_end_is_found_where_only_its_second_line_is_new() -> None:
    memory, reader = LineMemory(), Reader()
    memory.claims(page("Xavier", "came"), reader)
    other = page("Xavier", "Xample")
    assert claimed(other, memory.claims(other, reader)) == ["Xavier\nXample"]


def test_whatever_was_read_before_the_claims_are_those_of_a_fresh_reading() -> None:
    rng = random.Random(3)
    lines = [f"{LONG}{n}" for n in range(8)] + ["Xavier", "Xenia came", "short", ""]
    memory = LineMemory()
    for _ in range(60):
        text = "\n".join(rng.choice(lines) for _ in range(rng.randint(1, 40)))
        assert claimed(text, memory.claims(text, Reader())) == claimed(
            text, sorted(Reader()(text), key=lambda c: c.start)
        )


def test_all_recognizers_claim_the_same_with_and_without_memory() -> None:
    form = "\n".join(f"{LONG}{number}" for number in range(12))
    texts = [f"{form}\nRespondent: Wen Muster\nFile No. A200 555 1{n}1\nCall (917) 555-0142\n{form}" for n in range(4)]
    presidio._reader.cache_clear()
    remembered = [analyze(page, page.passages[0]) for page in map(document, texts)]
    for text, with_memory in zip(texts, remembered, strict=True):
        presidio._reader.cache_clear()
        fresh = document(text)
        assert set(analyze(fresh, fresh.passages[0])) == set(with_memory)


@pytest.mark.parametrize(
    ("stream", "read"),
    [
        ("a\nb\nc", []),
        ("c\na\nb", ["c\na\nb"]),
        ("a\nb c", ["a\nb c"]),
        ("", [""]),
    ],
)
def test_the_stream_is_read_where_its_lines_have_other_neighbours(stream: str, read: list[str]) -> None:
    assert [stream[start:end] for start, end in new_neighbourhoods(stream, "a\nb\nc")] == read


def test_of_a_long_stream_only_the_torn_place_is_read() -> None:
    lines = [f"{LONG}{number}" for number in range(40)]
    moved = [*lines[:20], lines[39], *lines[20:39]]
    [middle, end] = list(new_neighbourhoods("\n".join(moved), "\n".join(lines)))
    text = "\n".join(moved)
    assert lines[39] in text[slice(*middle)]
    assert lines[38] in text[slice(*end)]
    assert middle[1] - middle[0] + end[1] - end[0] < len(text) / 3
