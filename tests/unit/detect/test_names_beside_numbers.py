"""A name beside a number that is grouped as A-Numbers are is a noncitizen's."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.beside_number import BesideNumberRecognizer
from redactor.model import Role

RECOGNIZER = BesideNumberRecognizer()

NAMED = (
    ("ROKEYA MUSTER / 200555123", {("ROKEYA MUSTER", Role.SUBJECT)}, "a stroke"),
    ("200 555 123 MUSTER EJEMPLO, BLANCA", {("MUSTER EJEMPLO, BLANCA", Role.SUBJECT)}, "the number first"),
    ("Wen Muster (A200-555-123)", {("Wen Muster", Role.SUBJECT)}, "in brackets"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("Field Office, 200-555-123", "an office"),
    ("Wen Muster / 212-555-0100", "a telephone number"),
    ("Case Number: 200555123", "a label"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
