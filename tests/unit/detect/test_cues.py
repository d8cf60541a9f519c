"""Cues: a pattern is spared only where it could not match, and is run only around what it must hold."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.detect.cues import CueIndex, cues_of, plain
from redactor.detect.identifiers import ALL as IDENTIFIERS

TOLD = [
    (r"(?i:officer|agent)[ ]\p{Lu}\w+", {"officer", "agent"}, "alternatives"),
    (r"(?<!\p{L})SDDO[ ](?P<id>\p{Lu}+)", {"\x01SDDO "}, "a word in capitals, and the blank"),
    (r"(?:Mr|Mrs)?\.?[ ]?x", {"\x01x"}, "what may be left out is no cue"),
    (r"\d{9}", {"\x009"}, "nine digits"),
    (r"[A-Z]+", None, "any letters"),
    (r"(?:ab|\d)", {"\x01ab", "\x001"}, "letters or a digit"),
    (r"a|[b-d]", None, "one alternative has none"),
    (r"born(?=[ ]in)", {"\x01born"}, "looked ahead"),
]


@pytest.mark.parametrize(("pattern", "cues", "why"), TOLD)
def test_cues_are_read_off_the_pattern(pattern: str, cues: set[str] | None, why: str) -> None:
    assert cues_of(pattern) == (None if cues is None else frozenset(cues)), why


def test_a_pattern_that_cannot_be_parsed_is_always_run() -> None:
    assert cues_of(r"\p{L}(?|a|b)") is None
    index = CueIndex()
    assert index.awake("anything", [None]) == [True]
    assert index.windows("anything", None) == [(0, 8)]


def test_a_long_text_is_searched_around_the_cue_only() -> None:
    text = "x" * 3000 + " officer Sample " + "x" * 3000
    index = CueIndex()
    index.watch({"officer"})
    [(start, end)] = index.windows(text, frozenset({"officer"}))
    assert text[start:end].count("officer Sample") == 1
    assert end - start < 1000
    assert index.awake(text, [frozenset({"officer"}), frozenset({"judge"})]) == [True, False]


_PATTERNS = [
    (
        shape,
        regex.compile(shape.pattern, regex.IGNORECASE if shape.ignore_case else 0),
        cues_of(shape.pattern, ignore_case=shape.ignore_case),
    )
    for recognizer in IDENTIFIERS
    for shape in recognizer.shapes
]


@settings(max_examples=25)
@given(st.text(alphabet="aAbeE1 29-/\n\t.,#:@İŞé§", max_size=60))
def test_no_pattern_matches_where_its_cues_are_not(text: str) -> None:
    index = CueIndex()
    index.watch(cue for _, _, cues in _PATTERNS if cues for cue in cues)
    awake = index.awake(text, [cues for _, _, cues in _PATTERNS])
    for (shape, pattern, _), may in zip(_PATTERNS, awake, strict=True):
        if not may:
            assert pattern.search(text) is None, shape.name
            assert pattern.search(text.replace("\n", " ").replace("\t", " ")) is None, shape.name


@given(st.text(max_size=50))
def test_places_stay_when_letters_become_small(text: str) -> None:
    assert len(plain(text)) == len(text)
