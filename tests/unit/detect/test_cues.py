"""Cues: a pattern is spared only where it could not match, and is run only around what it must hold."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.detect.cues import AROUND, CueIndex, blind_to_breaks, cues_of, plain, reach_of
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
    assert index.windows("anything", None) == ((0, 8),)


def test_a_long_text_is_searched_around_the_cue_only() -> None:
    text = "x" * 3000 + " officer Sample " + "x" * 3000
    index = CueIndex()
    index.watch({"officer"})
    [(start, end)] = index.windows(text, frozenset({"officer"}))
    assert text[start:end].count("officer Sample") == 1
    assert end - start < 1000
    assert index.awake(text, [frozenset({"officer"}), frozenset({"judge"})]) == [True, False]


REACHES = [
    (r"\d{3}-\d{4}", 24, "eight places"),
    (r"(?<![\w.]{20})\d{3}(?=[ ]{5})", 48, "what is looked at before and behind counts"),
    (r"(?P<a>[a-z]{1,30})-(?P=a)", 96, "the same again"),
    (r"\d+", AROUND, "no end of digits"),
]


@pytest.mark.parametrize(("pattern", "reach", "why"), REACHES)
def test_a_pattern_with_an_end_reaches_no_farther(pattern: str, reach: int, why: str) -> None:
    assert reach_of(pattern) == reach, why


def test_a_cue_in_the_middle_of_many_digits_is_within_the_window() -> None:
    index = CueIndex()
    [(start, end)] = index.windows("x" * 500 + "1" * 500 + "x" * 500, frozenset({"\x003"}), 24)
    assert start <= 500 - 24
    assert end >= 1000 + 21


BREAKS = [
    (r"\d{3}\s\d{3}", True, "any blank"),
    (r"(?<!\w)[^\d]x\b", True, "anything but a digit, and a word's edge"),
    (r"\d{3} \d{3}", False, "a blank and no line end"),
    (r"a[^\n]b", False, "anything but a line end"),
    (r"a.b", False, "a point matches no line end"),
    (r"^a", False, "at the beginning of a line, perhaps"),
]


@pytest.mark.parametrize(("pattern", "blind", "why"), BREAKS)
def test_lines_are_joined_only_for_patterns_that_see_a_difference(pattern: str, blind: bool, why: str) -> None:
    assert blind_to_breaks(pattern) is blind, why


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
