"""A name stands after its label in the languages of these papers."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.labelled_abroad import LabelledAbroadRecognizer
from redactor.model import Role

RECOGNIZER = LabelledAbroadRecognizer()

NAMED = (
    (
        "Nombre: Ana Ejemplo\nApellidos: EJEMPLO LOPEZ\nMadre: Rosa Muster",
        {("Ana Ejemplo", Role.SUBJECT), ("EJEMPLO LOPEZ", Role.SUBJECT), ("Rosa Muster", Role.PARENT)},
        "Spanish",
    ),
    ("Nom et prénoms: MUSTER Awa", {("MUSTER Awa", Role.SUBJECT)}, "French"),
    ("Siyati: Jean", {("Jean", Role.SUBJECT)}, "Haitian Creole"),
    ("Nome completo: João da Silva Muster", {("João da Silva Muster", Role.SUBJECT)}, "Portuguese"),
    ("Cónyuge: Juan Ejemplo", {("Juan Ejemplo", Role.SPOUSE)}, "a spouse"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("Nombre: ______", "an empty blank"),
    ("non: the answer", "small letters"),
    ("Nombre y apellidos", "no colon"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
