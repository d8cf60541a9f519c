"""A zone's fields are claimed one by one where their check digits hold."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.machine_readable import MachineReadableRecognizer
from redactor.model import Role

RECOGNIZER = MachineReadableRecognizer()

NAMED = (
    (
        "P<UTOEJEMPLO<<MARIA<ELENA<<<<<<<<<<<<<<<<<<<",
        {("EJEMPLO<<MARIA<ELENA", Role.SUBJECT)},
        "a passport's name line",
    ),
    (
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        {("L898902C3", Role.SUBJECT), ("740812", Role.SUBJECT)},
        "number and birthday",
    ),
    (
        "C1USA2005551235EAC2012345678<<\n8503149F2501018GTM<<<<<<<<<<<4\nEJEMPLO<<ANA<<<<<<<<<<<<<<<<<<",
        {
            ("200555123", Role.SUBJECT),
            ("EAC2012345678", Role.SUBJECT),
            ("850314", Role.SUBJECT),
            ("EJEMPLO<<ANA", Role.SUBJECT),
        },
        "a card",
    ),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("L898902C46UTO7408123F1204159ZE184226B<<<<<10", "check digits fail"),
    ("a < b << c", "arithmetic"),
    ("<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "fillers"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
