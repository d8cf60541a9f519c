"""People say who they are, with capitals and without."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.introduced import IntroducedRecognizer
from redactor.model import Role

RECOGNIZER = IntroducedRecognizer()

NAMED = (
    ("My name is Ana Ejemplo and I live in Queens.", {("Ana Ejemplo", Role.SUBJECT)}, "a statement"),
    ("I, Wen Muster, declare under penalty of perjury", {("Wen Muster", None)}, "a declaration"),
    ("this is Rosa Muster calling from Queens", {("Rosa Muster", None)}, "on the telephone"),
    ("me llamo ana ejemplo y vivo en queens", {("ana ejemplo", Role.SUBJECT)}, "small letters"),
    ("my name is wen muster i live here", {("wen muster", Role.SUBJECT)}, "a text message"),
    ("identified himself as Kai Lee", {("Kai Lee", None)}, "to an officer"),
    ("Yo, José Ejemplo, mayor de edad, declaro", {("José Ejemplo", None)}, "Spanish declaration"),
    ("Je m'appelle Awa Muster.", {("Awa Muster", Role.SUBJECT)}, "French"),
    ("mwen rele Jean Ejemplo", {("Jean Ejemplo", Role.SUBJECT)}, "Haitian Creole"),
    ("a man named Kai", {("Kai", None)}, "a third person"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("this is the Court calling", "an office"),
    ("my name is not important", "no name"),
    ("I, for one, declare", "no name"),
    ("The name is Unknown.", "a form's word"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
