"""Letters and messages name people where they begin and where they end."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.letter import LetterRecognizer
from redactor.model import Role

RECOGNIZER = LetterRecognizer()

NAMED = (
    ("Dear Ms. Muster:\nText.", {("Muster", None)}, "a title"),
    ("Dear Officer Sample,", {("Sample", Role.OFFICER)}, "an officer's title"),
    ("hola ana,\nte mando esto", {("ana", None)}, "small letters, one word"),
    ("Estimada señora Ejemplo:", {("Ejemplo", None)}, "Spanish"),
    (
        "Sincerely,\n\nWen Ejemplo\nDeportation Officer",
        {("Wen Ejemplo", Role.OFFICER)},
        "the title below tells the role",
    ),
    ("Thanks,\nMalena", {("Malena", None)}, "a first name"),
    (
        "Very truly yours,\n/s/ Kai Lee\nKai Lee, Esq.\nEOIR ID# QM440917",
        {("Kai Lee", Role.REPRESENTATIVE)},
        "signed and printed",
    ),
    (
        "Regards,\n________________\nRosa Muster\nCase Manager",
        {("Rosa Muster", Role.WITNESS)},
        "under the line for a signature",
    ),
    ("Atentamente,\nJosé Ejemplo", {("José Ejemplo", None)}, "Spanish closing"),
    ("best,\nana", {("ana", None)}, "small letters under a closing"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("Dear Counsel:", "an office"),
    ("Hi all,", "everybody"),
    ("Dear Sir or Madam:", "a form of words"),
    ("Thank you,\nThe Legal Advisor", "an office signs"),
    ("Regards,\n26 Federal Plaza", "an address"),
    ("the best way to reach me", "no closing"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
