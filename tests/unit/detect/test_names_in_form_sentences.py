"""A form's sentence says whose name stands in it."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.form_sentences import FormSentenceRecognizer
from redactor.model import Role

RECOGNIZER = FormSentenceRecognizer()

NAMED = (
    ("probable cause to believe that ANA EJEMPLO is removable", {("ANA EJEMPLO", Role.SUBJECT)}, "a warrant"),
    ("No information furnished solely by Kai Muster was used", {("Kai Muster", Role.PERPETRATOR)}, "a certification"),
    (
        "She is a survivor of domestic violence by Kai Muster.",
        {("Kai Muster", Role.PERPETRATOR)},
        "a provider's letter",
    ),
    ("Stay away from: [A] ROSA MUSTER; [B] the home of ROSA MUSTER", {("ROSA MUSTER", None)}, "an order of protection"),
    ("Adwoa Muster interpreted by telephone.", {("Adwoa Muster", Role.INTERPRETER)}, "an interpreter"),
    ("read in Wolof by Adwoa Muster", {("Adwoa Muster", Role.INTERPRETER)}, "who read it"),
    (
        "Upon the petition of Lam Muster, and the appearance of Rosa Ejemplo, attorney",
        {("Lam Muster", None), ("Rosa Ejemplo", Role.REPRESENTATIVE)},
        "an order's recital",
    ),
    ("in removal proceedings against Wen Muster", {("Wen Muster", Role.SUBJECT)}, "proceedings"),
    ("Please direct calls to Rosa Muster, 212-555-0100", {("Rosa Muster", None)}, "whom to call"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("believe that the subject is removable", "the form's own words"),
    ("furnished solely by the Department", "an agency"),
    ("removal of the United States", "a country"),
    ("Stay away from the home of the Petitioner", "a party"),
    ("served by mail", "no name"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
