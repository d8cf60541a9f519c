"""Laws of names and texts: every variant that is promised is found, and a place in a shadow is a place in its text."""

from __future__ import annotations

import unicodedata

from factories import document, hits, roster
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from redactor.model import Category
from redactor.resolve.names import fold, parse, tokens
from redactor.resolve.variants import Strength, variants
from redactor.shadow import shadow, squash
from redactor.vocabulary import COMMON_WORDS, NOT_NAMES, PARTICLES, TITLES

SYLLABLES = ("zo", "ñu", "que", "bri", "ó", "ksa", "ły", "mbe", "thu", "gü", "wen", "çe", "ad", "or", "il")
ORDINARY = NOT_NAMES | COMMON_WORDS | PARTICLES | TITLES


@st.composite
def words(draw: st.DrawFn) -> str:
    word = "".join(draw(st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=4))).capitalize()
    assume(len(fold(word)) >= 4 and fold(word) not in ORDINARY)
    return word


@st.composite
def names(draw: st.DrawFn) -> str:
    """A name as a form has it: "Last Last, First Middle", perhaps with a particle or a hyphen, or in reading order."""
    parts = draw(st.lists(words(), min_size=2, max_size=4, unique_by=fold))
    cut = draw(st.integers(1, len(parts) - 1))
    link = draw(st.sampled_from([" ", "-"]))
    particle = draw(st.sampled_from(["", "de ", "de la ", "van "]))
    if draw(st.booleans()):
        return f"{particle}{link.join(parts[:cut])}, {' '.join(parts[cut:])}"
    return " ".join(parts)


def written(variant: str, style: str) -> str:
    if style == "capitals":
        return variant.upper()
    if style == "wrapped":
        return variant.title().replace(" ", "\n", 1)
    return variant.title()


def covered(text: str, name: str) -> set[int]:
    """Offsets of ``text`` that the second pass claims as a name."""
    page = document(text)
    return {
        offset
        for one in hits(page, roster(name))
        if one.detection.category is Category.PERSON_NAME
        for offset in range(one.detection.span.start, one.detection.span.end)
    }


@settings(max_examples=60, deadline=None)
@given(names(), st.sampled_from(["title", "capitals", "wrapped"]), st.data())
def test_every_variant_that_is_promised_is_found_in_a_sentence(name: str, style: str, data: st.DataObject) -> None:
    promised = sorted(variants(parse(name)), key=lambda each: each.text)
    variant = data.draw(st.sampled_from(promised))
    assume(style != "wrapped" or min(map(len, variant.text.split())) > 1)  # an initial is not joined over a line end
    start = f"It was {name} there. Later " if variant.strength is Strength.GIVEN else "It was only later that "
    shown = written(variant.text, style)
    letters = {len(start) + at for at, letter in enumerate(shown) if letter.isalpha()}
    assert letters <= covered(f"{start}{shown} came in.", name)


@settings(max_examples=60, deadline=None)
@given(names())
def test_a_name_is_found_as_it_was_given_folded_in_capitals_and_reversed(name: str) -> None:
    before, comma, after = name.partition(", ")
    spellings = [name, name.upper(), fold(name), f"{after} {before}" if comma else name]
    for spelling in spellings:
        claimed = covered(f"say {spelling} now", name)
        assert {4 + at for at, letter in enumerate(spelling) if letter.isalpha()} <= claimed


@settings(max_examples=60, deadline=None)
@given(names(), st.sampled_from(["Nothing to see", "x", "the of and", "Zz"]))
def test_a_text_without_the_name_is_left_alone(name: str, text: str) -> None:
    assert covered(text, name) == set()


@settings(max_examples=60, deadline=None)
@given(names())
def test_variants_are_folded_words_one_blank_apart_and_hold_the_name_itself(name: str) -> None:
    found = variants(parse(name))
    assert all(" ".join(variant.text.split()) == variant.text == fold(variant.text) for variant in found)
    assert " ".join(parse(name).given + parse(name).surnames) in {variant.text for variant in found}
    assert {word for word, _, _ in tokens(name)} >= parse(name).words


ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from(
            "\ufb03\u00ad\u200b\u0410\u0435\u2013\u2019\u0301\u0303\u00a0\uff21\u00bd\u0130\u1e9e\t\n -ASsnñ1Ⅷ㎏"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
@example("Gar-\ncia A 2 0 0 1 2 3 \ufb03n\u0303")
def test_each_code_point_of_a_shadow_stands_for_code_points_of_its_text(text: str) -> None:
    plain = shadow(text)
    assert len(plain.text) == len(plain.starts) == len(plain.ends)
    for start, end in zip(plain.starts, plain.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert list(plain.starts) == sorted(plain.starts)
    assert list(plain.ends) == sorted(plain.ends)
    assert len(plain.flowed()) == len(plain.text)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, st.data())
def test_a_span_of_a_shadow_leads_back_to_a_span_of_its_text(text: str, data: st.DataObject) -> None:
    plain = shadow(text)
    assume(plain.text)
    start = data.draw(st.integers(0, len(plain.text) - 1))
    end = data.draw(st.integers(start + 1, len(plain.text)))
    first, last = plain.origin(start, end)
    assert 0 <= first < last <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abcXYZ 019.,/\n\t()#", max_size=60))
def test_the_shadow_of_plain_text_is_the_text(text: str) -> None:
    assume(not any(len(run) == 1 for run in text.split(" ")))  # letter-spaced runs are closed up
    plain = shadow(text)
    assert plain.text == text
    assert plain.starts == tuple(range(len(text)))


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_squashing_keeps_letters_and_digits_only(text: str) -> None:
    assert squash(text) == "" or squash(text).isalnum()


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abcñéüçoz'-. 0197\n", max_size=30))
def test_squashing_takes_case_and_accents_and_a_second_time_nothing(text: str) -> None:
    once = squash(text)
    assert once == squash(text.upper()) == squash(unicodedata.normalize("NFD", text))
    assert squash(once) == once


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet="ABCxyz0123456789", min_size=1, max_size=20), st.text(alphabet=" -./\n\t\u2013\u00ad", max_size=4)
)
def test_what_stands_between_letters_and_digits_makes_no_other_value(value: str, between: str) -> None:
    assert squash(between.join(value)) == squash(value)
