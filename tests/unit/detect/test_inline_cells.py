"""A label that forms print, a colon, and a value: whatever the value is, up to the next label on the line."""

from __future__ import annotations

import pytest
from factories import document

from redactor.detect.inline import inline_cells
from redactor.model import Category, Role


def read(text: str) -> set[tuple[str, Category, Role | None]]:
    page = document(text)
    return {(page.text(one.span), one.category, one.role) for one in inline_cells(page.id, page.passages)}


NAME = Category.PERSON_NAME
CELLS = (
    ("Respondent: wen muster", {("wen muster", NAME, Role.SUBJECT)}, "small letters"),
    (
        "Name: Wen Muster DOB: 14 mar 85 COC: Freedonia",
        {("Wen Muster", NAME, None), ("14 mar 85", Category.DATE_OF_BIRTH, None), ("Freedonia", Category.NATIONALITY, None)},
        "several labels on one line",
    ),
    ("Arresting Officer: J. Sample", {("J. Sample", NAME, Role.OFFICER)}, "an officer"),
    ("Fecha de nacimiento: 14 de marzo de 1985", {("14 de marzo de 1985", Category.DATE_OF_BIRTH, None)}, "Spanish"),
    ("Domicilio: Calle Inventada 12, Queens", {("Calle Inventada 12, Queens", Category.ADDRESS, None)}, "an address"),
    ("Name: Wen Muster; Height: 5'4\"", {("Wen Muster", NAME, None), ("5'4\"", Category.DESCRIPTOR, None)}, "a semicolon"),
    ("Interpreter: olena  Language: Zemlyan", {("olena", NAME, Role.INTERPRETER), ("Zemlyan", Category.LANGUAGE, None)}, "gap"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CELLS)
def test_a_value_behind_its_label_is_claimed(
    text: str, expected: set[tuple[str, Category, Role | None]], why: str
) -> None:
    assert read(text) == expected, why


EMPTY = (
    ("Name: Date of Birth: Country:", "labels alone"),
    ("Respondent: ________ Date: ______", "blanks"),
    ("Residence: the respondent said that he lived with others in a house that he did not know", "a sentence"),
    ("Officers: see attached", "a pointer"),
    ("The hearing began at 10:12 and ended: nobody came", "no label"),
    ("By: Wen Muster", "an everyday word that is a label only in a cell"),
)


@pytest.mark.parametrize(("text", "why"), EMPTY)
def test_no_value_claims_nothing(text: str, why: str) -> None:
    assert read(text) == set(), why
