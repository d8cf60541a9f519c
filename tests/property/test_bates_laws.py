"""Laws of Bates numbers: what is stamped reads back, and no number is given twice."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from redactor.bates import BatesFormat, allot, parse

PREFIXES = st.from_regex(r"[A-Z0-9][A-Z0-9_\-]{0,20}[A-Z_\-]", fullmatch=True)


@st.composite
def formats(draw: st.DrawFn) -> BatesFormat:
    digits = draw(st.integers(5, 10))
    start = draw(st.integers(1, 10**digits - 1))
    try:
        return BatesFormat(draw(PREFIXES), digits, start)
    except ValueError:
        assume(False)
        raise


@given(formats(), st.data())
def test_every_number_of_a_series_reads_back(fmt: BatesFormat, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, fmt.last))
    text = fmt.format(number)
    assert fmt.number_of(text) == number
    assert fmt.number_of(text.lower()) == number
    assert fmt.number_of(f"{text}_R1") == number
    assert fmt.number_of(f"{text}.0001") == number


@given(st.text(alphabet="ANR019 _-.\n", max_size=20))
def test_what_is_parsed_is_the_whole_text(text: str) -> None:
    parsed = parse(text)
    assert parsed is None or str(parsed) == text


@given(st.lists(st.integers(1, 9), max_size=30), st.integers(1, 5_000))
def test_numbers_are_contiguous_and_none_is_given_twice(counts: list[int], first: int) -> None:
    fmt = BatesFormat("NYICE", 7)
    allotted = allot(counts, fmt, first)
    flat = [number for numbers in allotted for number in numbers]
    assert [len(numbers) for numbers in allotted] == counts
    assert flat == [fmt.format(first + offset) for offset in range(sum(counts))]
    assert len(set(flat)) == len(flat)
    assert flat == sorted(flat)
