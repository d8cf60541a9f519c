"""The way back from the shadow holds for any text, and squashing is done after once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redactor.shadow import shadow, squash

tricky = st.text(alphabet="aB1 -\n\t\u2013\u00ad\u200b\ufb03\u0430\u0301\u00e9\u00df\u2019\uff21\u017f", max_size=40)
texts = st.one_of(st.text(max_size=80), tricky)


@given(texts)
def test_every_letter_of_the_shadow_stands_for_a_place_in_the_text(text: str) -> None:
    found = shadow(text)
    assert len(found.text) == len(found.starts) == len(found.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))


@given(texts)
def test_the_way_back_keeps_the_order(text: str) -> None:
    found = shadow(text)
    assert list(found.starts) == sorted(found.starts)
    assert list(found.ends) == sorted(found.ends)


@given(texts, st.data())
def test_any_stretch_of_the_shadow_leads_to_a_stretch_of_the_text(text: str, data: st.DataObject) -> None:
    found = shadow(text)
    if not found.text:
        return
    start = data.draw(st.integers(0, len(found.text) - 1))
    end = data.draw(st.integers(start + 1, len(found.text)))
    first, last = found.origin(start, end)
    assert 0 <= first < last <= len(text)


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), max_size=40))
def test_plain_text_is_its_own_shadow(text: str) -> None:
    assert shadow(text).text == text


@given(st.text(alphabet=st.characters(max_codepoint=0x36F), max_size=80))
def test_squashing_twice_is_squashing_once(text: str) -> None:
    assert squash(squash(text)) == squash(text)


@given(st.text(alphabet="abcXYZ019", min_size=1, max_size=20), st.text(alphabet=" -./,", max_size=5))
def test_what_parts_letters_and_their_case_do_not_count(letters: str, gap: str) -> None:
    assert squash(gap.join(letters).upper()) == squash(letters)
