"""The line over an address names whom it is sent to, unless that is an office."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.address_block import AddressBlockRecognizer
from redactor.model import Role

RECOGNIZER = AddressBlockRecognizer()

NAMED = (
    ("NEW YORK, NEW YORK\nSONG MUSTER\n825 INVENTION BLVD\nCORONA, NY 11388", {("SONG MUSTER", None)}, "a notice"),
    ("Rosa Ejemplo\nApt 4\n15-53 Made Up Street\nQueens, NY 11399", {("Rosa Ejemplo", None)}, "a line between"),
    ("Wen Muster\nP.O. Box 12\nYonkers, NY 10799", {("Wen Muster", None)}, "a box"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("Immigration Court\n26 Federal Plaza\nNew York, NY 10278", "a court"),
    ("Makebelieve Legal Services\n12 Nowhere Road\nBronx, NY 10499", "a firm"),
    ("Dear friends\nwe moved\nlast year", "no address"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
