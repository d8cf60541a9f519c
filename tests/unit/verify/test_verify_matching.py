"""What counts as an occurrence of a withheld value, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.verify import BARRIER, WithheldValue, occurrences
from redactor.verify.folding import fold
from redactor.verify.matching import Matcher, matcher_of


def found(value: str, text: str) -> int:
    return Matcher((WithheldValue(value, True),)).count(text).get(value, 0)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("A200-555-123", "File A200 555 123."),
        ("A200-555-123", "A200-555-\n123"),
        ("10025", "10-\n025"),
        ("200555123", "room 12 200-555-123"),
        ("200555123", "2 0 0 5 5 5 1 2 3"),
        ("200555123", "\uff12\uff10\uff10555123"),
        ("Marisol Quintanilla", "QUINTANILLA: MARISOL QUINTANILLA"),
        ("Marisol Quintanilla", "seen by MarisolQuintanillaClass"),
        ("Núñez", "mr. NUNEZ said"),
        ("Nunez", "Nu\u0301n\u0303ez"),
        ("Nunez", "N\u200bun\u00adez"),
        ("Garcia", "Gar-\ncia"),
        ("Garcia", "G A R C I A"),
        ("Perez", "ClaudiaPerez DOB"),
        ("Perez", "P\u0435r\u0435z"),
        ("Griffith", "Gri\ufb03th"),
        ("O'Brien", "O\u2019Brien's"),
        ("Müßig", "MÜSSIG"),
        ("王小明", "申请人王小明的"),
        ("محمد", "دمحم"),
        ("Li", "Officer saw Li."),
    ],
)
def test_a_value_is_found_however_it_is_written(value: str, text: str) -> None:
    assert found(value, text) >= 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("200555123", "12005551239"),
        ("12345", "Total 12 3456"),
        ("12345", "12 .......... 345"),
        ("12345", "1\n2\n3\n4\n5\n6"),
        ("123456789", "1 \n2 \n3 \n4 \n5 \n6 \n7 \n8 \n9 \n10"),
        ("Ana", "an A-number"),
        ("Ana", "banana analysis"),
        ("Al Li", "all I saw"),
        ("Ana Li", "an Ali"),
        ("Donald", "McDonald"),
        ("1/5/19", "1519"),
        ("21", "2021 and 121"),
        ("Marisol Quintanilla", f"Marisol {BARRIER} Quintanilla"),
        ("Free Man", "freemanship"),
        ("Freeman", "a free man"),
    ],
)
def test_a_chance_likeness_is_not_found(value: str, text: str) -> None:
    assert found(value, text) == 0


def test_occurrences_are_counted_for_every_value_that_overlaps() -> None:
    values = (WithheldValue("Marisol Quintanilla", True), WithheldValue("Quintanilla", False))
    counts = occurrences("Marisol Quintanilla, then Quintanilla", values)
    assert counts == {"Marisol Quintanilla": 1, "Quintanilla": 2}


def test_the_same_values_are_prepared_once() -> None:
    values = (WithheldValue("Quintanilla", True),)
    assert matcher_of(values) is matcher_of(values)
    listed = [WithheldValue("Quintanilla", True)]
    first = matcher_of(listed)
    listed.append(WithheldValue("Marisol", True))
    assert matcher_of(listed) is not first
    assert occurrences("Marisol", listed) == {"Marisol": 1}


def test_values_without_letters_or_digits_and_no_values_at_all_find_nothing() -> None:
    assert occurrences("--- anything", (WithheldValue("---", True),)) == {}
    assert occurrences("anything", ()) == {}


@pytest.mark.parametrize("coding", ["utf-8", "utf-16-be", "utf-16-le", "latin-1"])
def test_bytes_are_searched_in_every_coding(coding: str) -> None:
    matcher = Matcher((WithheldValue("Peña Quirós", True),))
    for written in ("Peña Quirós", "PEÑA QUIRÓS", "peña quirós"):
        assert matcher.in_bytes(b"\x01\x02" + written.encode(coding) + b"\xff\xfe")
    assert matcher.in_bytes("Peña Quirós".encode(coding).hex().encode())


def test_decimals_and_longer_words_in_bytes_are_no_match() -> None:
    matcher = Matcher((WithheldValue("555123", True), WithheldValue("Garner", True)))
    assert matcher.in_bytes(b"0.555123 re 15551234 Garnerville") == {}
    assert matcher.in_bytes(b"(555123) Tj") == {"555123": 1}


def test_short_values_are_not_looked_for_in_binary_data() -> None:
    matcher = Matcher((WithheldValue("Chen", True),))
    assert matcher.in_bytes(b"\x00Chen\x01") == {}
    assert matcher.in_bytes(b"/Title (Chen)", shortest=4) == {"Chen": 1}


names = st.text(alphabet="abcdefghijklmnopqrstuvwxyzñéü", min_size=4, max_size=12)


@given(first=names, last=names, gap=st.sampled_from([" ", "\n", ", ", "\u00a0", "-\n"]), upper=st.booleans())
def test_a_name_is_found_in_any_case_and_over_any_gap(first: str, last: str, gap: str, upper: bool) -> None:
    value = f"{first.title()} {last.title()}"
    text = f"before {first}{gap}{last} after"
    assert found(value, text.upper() if upper else text) >= 1


@given(digits=st.text(alphabet="0123456789", min_size=7, max_size=12), cuts=st.sets(st.integers(1, 11)))
def test_a_number_is_found_wherever_separators_stand(digits: str, cuts: set[int]) -> None:
    written = "".join(("-" if at in cuts else "") + digit for at, digit in enumerate(digits))
    assert found(digits, f"No. {written}.") >= 1


@given(st.text())
def test_folding_knows_where_every_letter_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.letters) == len(folded.places)
    assert list(folded.places) == sorted(folded.places)
    assert all(0 <= place < len(text) for place in folded.places)
    assert fold(folded.letters).letters == folded.letters
