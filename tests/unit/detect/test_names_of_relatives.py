"""Relatives are named in lists and in other languages."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.relations import RelationsRecognizer
from redactor.model import Role

RECOGNIZER = RelationsRecognizer()

NAMED = (
    (
        "children: Ana (age 5), Luis (7) and Sofía",
        {("Ana", Role.CHILD), ("Luis", Role.CHILD), ("Sofía", Role.CHILD)},
        "a list with ages",
    ),
    ("mi esposo Juan Ejemplo", {("Juan Ejemplo", Role.SPOUSE)}, "Spanish"),
    (
        "mis hijos Ana, Luis y Sofía",
        {("Ana", Role.CHILD), ("Luis", Role.CHILD), ("Sofía", Role.CHILD)},
        "a Spanish list",
    ),
    ("hija de Rosa Muster", {("Rosa Muster", Role.PARENT)}, "whose child"),
    ("ma fille Awa", {("Awa", Role.CHILD)}, "French"),
    ("minha mãe, Ana Muster", {("Ana Muster", Role.PARENT)}, "Portuguese"),
    ("pitit mwen Jean", {("Jean", Role.CHILD)}, "Haitian Creole"),
    ("married to Kai Muster", {("Kai Muster", Role.SPOUSE)}, "English"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("mis hijos y yo", "no name"),
    ("children: See attached", "a pointer"),
    ("children of the United States", "no person"),
    ("brothers and sisters", "no name"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
