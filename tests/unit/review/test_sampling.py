"""The sample is drawn again from its seed, and the interval is the exact one of Clopper and Pearson."""

from __future__ import annotations

from math import comb

import pytest

from redactor.model import DocumentId
from redactor.review.sampling import digest, drawn, interval

FRAME = [(DocumentId(f"{number:064x}"), page) for number in range(20) for page in range(1, 11)]


def test_one_seed_draws_one_sample_whatever_the_order_of_the_frame() -> None:
    assert drawn(FRAME, 25, 7) == drawn(FRAME[::-1], 25, 7)
    assert drawn(FRAME, 25, 7) != drawn(FRAME, 25, 8)
    assert len(set(drawn(FRAME, 25, 7))) == 25


def test_a_frame_smaller_than_the_sample_is_drawn_whole() -> None:
    assert drawn(FRAME[:3], 50, 7) == tuple(FRAME[:3])


def test_the_digest_tells_frames_apart() -> None:
    assert digest(FRAME) == digest(FRAME[::-1])
    assert digest(FRAME) != digest(FRAME[1:])


@pytest.mark.parametrize(
    ("missed", "looked", "low", "high"),
    [
        (0, 50, 0.0, 0.0711),  # 1 - 0.025 ** (1 / 50): what every table of the interval has for none of fifty
        (0, 100, 0.0, 0.0362),
        (1, 50, 0.0005, 0.1065),
        (2, 50, 0.0049, 0.1371),
        (5, 10, 0.1871, 0.8129),
        (10, 10, 0.6915, 1.0),
    ],
)
def test_the_interval_is_that_of_the_tables(missed: int, looked: int, low: float, high: float) -> None:
    assert interval(missed, looked) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("missed", "looked"), [(1, 20), (3, 40), (17, 60), (2, 1500)])
def test_at_its_ends_the_interval_leaves_two_and_a_half_in_a_hundred(missed: int, looked: int) -> None:
    low, high = interval(missed, looked)

    def at_most(most: int, share: float) -> float:
        return sum(comb(looked, k) * share**k * (1 - share) ** (looked - k) for k in range(most + 1))

    assert at_most(missed, high) == pytest.approx(0.025, rel=1e-6)
    assert 1 - at_most(missed - 1, low) == pytest.approx(0.025, rel=1e-6)


def test_who_has_looked_at_nothing_knows_nothing() -> None:
    assert interval(0, 0) == (0.0, 1.0)


def test_more_missed_than_looked_at_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="more were missed"):
        interval(3, 2)
