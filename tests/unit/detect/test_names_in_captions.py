"""Parties of a person's own case are claimed without a role; reported cases and offices are not."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.caption import CaptionRecognizer
from redactor.model import Role

RECOGNIZER = CaptionRecognizer()

NAMED = (
    ("People v. Ejemplo\nDocket CR-1", {("Ejemplo", None)}, "a criminal case"),
    (
        "The People of the State of New York\n-against-\nWEN MUSTER,\nDefendant.",
        {("WEN MUSTER", None)},
        "over several lines",
    ),
    ("Matter of M-E-L-", {("M-E-L-", None)}, "initials with hyphens"),
    ("In re Ana Ejemplo, a minor", {("Ana Ejemplo", None)}, "a minor"),
    (
        "MARIA EJEMPLO,\n\tPetitioner,\n- against -\nRAMON QUINTEROS,\n\tRespondent.",
        {("MARIA EJEMPLO", None), ("RAMON QUINTEROS", None)},
        "Family Court",
    ),
    ("In the Matter of the Custody of Ana Ejemplo", {("Ana Ejemplo", None)}, "custody"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("People v. Muster, 12 N.Y.3d 34 (2009)", "a reported case"),
    ("Matter of M-E-V-G-, 26 I&N Dec. 227", "a reported case of the Board"),
    (
        "STATE OF NEW YORK,\nPlaintiff,\n- against -\nU.S. IMMIGRATION AND CUSTOMS ENFORCEMENT,\nDefendant.",
        "this action's own caption",
    ),
    ("In the Matter of a Proceeding", "no party"),
    ("a matter of law", "no case"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
