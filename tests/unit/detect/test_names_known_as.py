"""Every item of a list of aliases is claimed, and a nickname inside a name."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.known_as import KnownAsRecognizer
from redactor.model import Role

RECOGNIZER = KnownAsRecognizer()

NAMED = (
    (
        'a.k.a. Maria Lopez, "Malena" and La Flaca',
        {("Maria Lopez", Role.SUBJECT), ("Malena", Role.SUBJECT), ("La Flaca", Role.SUBJECT)},
        "a list",
    ),
    ('Jose "Chepe" Muster was arrested', {("Chepe", None)}, "inside a name"),
    ("calls himself Nico", {("Nico", None)}, "what somebody calls himself"),
    ("known as 'Chepe' to friends", {("Chepe", Role.SUBJECT)}, "in quotation marks"),
    ("née Ejemplo; maiden name: Ruiz", {("Ejemplo", None), ("Ruiz", None)}, "before a marriage"),
    ("conocida como la Prieta", {("la Prieta", None)}, "Spanish"),
    ("formerly known as Ana Ruiz", {("Ana Ruiz", None)}, "formerly"),
    ("Aliases: EJEMPLO, Ana; RUIZ, Ana", {("EJEMPLO, Ana", None), ("RUIZ, Ana", None)}, "a form's list"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ('Wen Muster ("Plaintiff") asks', "a defined term"),
    ("also known as the Act", "a law"),
    ('United States ("U.S.") officials', "an abbreviation"),
    ("the alias is unknown", "nothing behind"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
