"""The answer to a question for a name is one, and the question tells whose."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.testimony import TestimonyRecognizer
from redactor.model import Role

RECOGNIZER = TestimonyRecognizer()

NAMED = (
    (
        "Q. What is your full name?\nA. My name is Maria Elena Ejemplo.",
        {("Maria Elena Ejemplo", Role.SUBJECT)},
        "a sentence",
    ),
    ("Q: State your name for the record.\nA: Wen Muster", {("Wen Muster", Role.SUBJECT)}, "the name alone"),
    ("Q. What are your children's names?\nA. Ana, and Luis.", {("Ana", Role.CHILD), ("Luis", Role.CHILD)}, "two names"),
    ("Q. What is your husband's name?\nA. Juan Ejemplo.", {("Juan Ejemplo", Role.SPOUSE)}, "a spouse"),
    ("P. ¿Cómo se llama usted?\nR. Me llamo Ana Ejemplo.", {("Ana Ejemplo", Role.SUBJECT)}, "Spanish"),
    ("Q. Who was with you?\nA. Rosa Muster.", {("Rosa Muster", None)}, "a person of no role"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("Q. Do you have a name for that?\nA. Yes.", "no name"),
    ("Q. Where do you live?\nA. Queens.", "another question"),
    ("Q. What is your name?\nA. I do not want to say.", "no answer"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
