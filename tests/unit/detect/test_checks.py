"""Check digits: published examples hold, and one wrong digit is noticed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.detect import checks

EXAMPLES: tuple[tuple[Callable[[str], bool], str], ...] = (
    (checks.luhn, "4111 1111 1111 1111"),
    (checks.verhoeff, "2363"),
    (checks.aba, "021000021"),
    (checks.iban, "GB82 WEST 1234 5698 7654 32"),
    (checks.vin, "1M8GDM9AXKP042788"),
    (checks.cpf, "111.444.777-35"),
    (checks.dui, "00016297-5"),
    (checks.curp, "HEGG560427MVZRRL04"),
    (checks.ecuadorian_cedula, "1710034065"),
    (checks.chinese_resident_id, "11010519491231002X"),
    (checks.mrz_td3, "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
    (checks.mrz_td2, "D231458907UTO7408122F1204159<<<<<<<6"),
    (checks.mrz_visa, "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"),
)


@pytest.mark.parametrize(("check", "value"), EXAMPLES)
def test_a_published_example_holds(check: Callable[[str], bool], value: str) -> None:
    assert check(value)


@pytest.mark.parametrize(("check", "value"), EXAMPLES)
def test_one_wrong_digit_is_noticed(check: Callable[[str], bool], value: str) -> None:
    first = next(place for place, character in enumerate(value) if character.isdigit())
    wrong = value[:first] + str((int(value[first]) + 1) % 10) + value[first + 1 :]
    assert not check(wrong)


@pytest.mark.parametrize(("check", "value"), EXAMPLES)
def test_another_length_is_a_no_and_no_error(check: Callable[[str], bool], value: str) -> None:
    assert not check("")
    assert not check("7")


def test_a_guatemalan_number_needs_a_department_and_a_municipality() -> None:
    assert checks.dpi("1000000020101")
    assert not checks.dpi("1000000022301")
    assert not checks.dpi("1000000020100")


@given(st.text(alphabet="0123456789", min_size=2, max_size=18), st.integers(0, 9), st.data())
def test_verhoeff_notices_every_single_wrong_digit(body: str, digit: int, data: st.DataObject) -> None:
    sound = next(body + last for last in "0123456789" if checks.verhoeff(body + last))
    place = data.draw(st.integers(0, len(sound) - 1))
    wrong = sound[:place] + str(digit) + sound[place + 1 :]
    assert checks.verhoeff(wrong) == (wrong == sound)


@given(st.text(max_size=30))
def test_no_text_makes_a_check_fail_with_an_error(text: str) -> None:
    assert all(check(text) in (True, False) for check, _ in EXAMPLES)
