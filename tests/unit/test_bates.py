from __future__ import annotations

import pytest

from redactor.bates import BatesFormat, allot, parse, ranges
from redactor.errors import MatterFileError

NYICE = BatesFormat("NYICE", 7)


def test_a_number_is_the_prefix_and_the_padded_digits() -> None:
    assert NYICE.format(1) == "NYICE0000001"
    assert BatesFormat("ICE-", 5, start=40).format(40) == "ICE-00040"


@pytest.mark.parametrize(
    ("text", "prefix", "number", "suffix"),
    [
        ("NYICE0000001", "NYICE", 1, ""),
        ("nyice0000001", "nyice", 1, ""),
        ("2019-ICLI-00003 -022454", "2019-ICLI-00003", 22454, ""),
        ("NYICE 0000012", "NYICE", 12, ""),
        ("NYICE_0000012", "NYICE", 12, ""),
        ("NYICE0000001_R1", "NYICE", 1, "_R1"),
        ("NYICE0000001.0001", "NYICE", 1, ".0001"),
        ("NYICE0000001-B", "NYICE", 1, "-B"),
    ],
)
def test_numbers_as_agencies_and_vendors_write_them_are_parsed(
    text: str, prefix: str, number: int, suffix: str
) -> None:
    parsed = parse(text)
    assert parsed is not None
    assert (parsed.prefix, parsed.number, parsed.suffix) == (prefix, number, suffix)
    assert str(parsed) == text


@pytest.mark.parametrize("text", ["", "NYICE", "NYICE1234", "NYICE0000001 ", "page NYICE0000001", "N\n00001"])
def test_what_is_not_a_number_as_a_whole_is_not_parsed(text: str) -> None:
    assert parse(text) is None


def test_an_a_number_has_the_shape_and_is_still_none_of_the_series() -> None:
    assert parse("A200123456") is not None
    assert NYICE.number_of("A200123456") is None


def test_the_series_knows_its_own_numbers_with_dash_blank_or_suffix() -> None:
    assert NYICE.number_of("NYICE-0000007") == 7
    assert NYICE.number_of("nyice 0000007_R2") == 7
    assert BatesFormat("ICE-", 5).number_of("ICE 00007") == 7
    assert NYICE.number_of("NYICE00007") is None
    assert NYICE.number_of("NYPD0000007") is None


@pytest.mark.parametrize(
    "prefix", ["", "N", "nyice", "-NY", "NY ICE", "NY/ICE", "../NY", "12-", "N" * 26, "VOL1", "Ñ1-"]
)
def test_a_prefix_that_would_not_read_back_is_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match="prefix"):
        BatesFormat(prefix, 7)


def test_a_prefix_that_reads_as_number_and_suffix_is_refused() -> None:
    with pytest.raises(ValueError, match="prefix"):
        BatesFormat("NYICE00001_R", 7)


@pytest.mark.parametrize(("digits", "start"), [(4, 1), (11, 1), (5, 0), (5, 100_000)])
def test_digits_and_start_have_bounds(digits: int, start: int) -> None:
    with pytest.raises(ValueError, match="digits"):
        BatesFormat("NYICE", digits, start)


def test_documents_get_contiguous_numbers_one_a_page() -> None:
    assert allot([2, 1], NYICE, 9) == (("NYICE0000009", "NYICE0000010"), ("NYICE0000011",))
    assert allot([], NYICE, 1) == ()


def test_a_document_without_pages_gets_no_number() -> None:
    with pytest.raises(ValueError, match="page"):
        allot([1, 0], NYICE, 1)


def test_numbering_does_not_begin_before_the_start() -> None:
    with pytest.raises(ValueError, match="start"):
        allot([1], BatesFormat("NYICE", 7, start=100), 99)


def test_when_the_digits_run_out_nothing_is_allotted() -> None:
    assert allot([99_999], BatesFormat("NYICE", 5), 1)[0][-1] == "NYICE99999"
    with pytest.raises(MatterFileError, match="used up") as caught:
        allot([99_999, 1], BatesFormat("NYICE", 5), 1)
    assert "digits" in caught.value.remedy


def test_ranges_join_neighbours_and_name_each_number_once() -> None:
    numbers = ["NYICE0000001", "NYICE0000002", "NYICE0000002", "NYICE0000003", "NYICE0000007"]
    assert ranges(numbers) == "NYICE0000001-NYICE0000003; NYICE0000007"
    assert ranges([]) == ""
    assert ranges(["NYICE0000001_R1", "NYICE0000002_R1"]) == "NYICE0000001_R1; NYICE0000002_R1"
