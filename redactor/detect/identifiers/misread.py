"""Digits as OCR misreads them. A pattern for a digit's place, and how many places of a value were misread."""

from __future__ import annotations

_READ_AS = dict(zip("OoQDIl|!iZSsGbBgq", "00001111125566899", strict=True))

DIGIT = r"[0-9OoQDIl|!iZSsGbBgq]"
"""One place that should hold a digit, as OCR may have read it."""

MOST_WITHOUT_LABEL = 3
MOST_WITH_LABEL = 5
LEAST_TRUE_DIGITS = 6


def misread(value: str) -> int:
    """How many code points of ``value`` are letters or marks that stand for a digit."""
    return sum(1 for character in value if character in _READ_AS)


def as_digits(value: str) -> str:
    """The digits that ``value`` stands for; everything else is left out."""
    plain = (_READ_AS.get(character, character) for character in value)
    return "".join(character for character in plain if character in "0123456789")


def can_be_digits(value: str) -> bool:
    """Whether enough places are true digits to take the rest for misread ones. At least one must be misread."""
    true_digits = sum(1 for character in value if character in "0123456789")
    return 1 <= misread(value) <= MOST_WITH_LABEL and true_digits >= LEAST_TRUE_DIGITS
