"""A name in several cells of a form is one person's."""

from __future__ import annotations

import pytest
from factories import by_id, claim, document, merged, registry

from redactor.model import Category, Role
from redactor.resolve.split_cells import whole_names

ROW = "Family Name: QUINTANILLA   First Name: Marisol\nFile No: A200-123-457\nMarisol told them that QUINTANILLA is her name."


def test_family_and_given_name_in_two_cells_are_one_person_and_every_part_is_his() -> None:
    page = document(ROW)
    cells = [claim(page, value, role=Role.SUBJECT, recognizer="cells") for value in ("QUINTANILLA", "Marisol")]
    of = registry({page: cells})
    [person] = of.persons
    names = [f for f in merged(page, cells, of) if f.category is Category.PERSON_NAME]
    assert len(names) == 4
    assert {finding.subject for finding in names} == {person.id}


@pytest.mark.parametrize(
    "row",
    [
        "Family Name (CAPS) EJEMPLO LOPEZ\tFirst Maria\tMiddle Elena",
        "Apellidos: EJEMPLO LOPEZ\nNombres: Maria Elena",
        "Surname: EJEMPLO LOPEZ   Given Name: Maria   Middle Name: Elena",
    ],
)
def test_labels_of_other_forms(row: str) -> None:
    page = document(row)
    parts = ("EJEMPLO LOPEZ", "Maria Elena") if "Maria Elena" in row else ("EJEMPLO LOPEZ", "Maria", "Elena")
    claims = {claim(page, part, recognizer="cells"): None for part in parts}
    names = whole_names(by_id(page), claims)  # type: ignore[arg-type]
    assert {name.words for name in names.values()} == {frozenset({"ejemplo", "lopez", "maria", "elena"})}
    assert len(names) == len(parts)


def test_two_rows_are_two_people() -> None:
    page = document("Last Name: QUINTANILLA First Name: Marisol\nLast Name: MUSTER First Name: Rosa")
    claims = {claim(page, value, recognizer="cells"): None for value in ("QUINTANILLA", "Marisol", "MUSTER", "Rosa")}
    names = whole_names(by_id(page), claims)  # type: ignore[arg-type]
    assert {name.words for name in names.values()} == {
        frozenset({"marisol", "quintanilla"}),
        frozenset({"rosa", "muster"}),
    }


def test_a_given_name_far_down_the_page_is_somebody_elses() -> None:
    page = document("Last Name: QUINTANILLA\n" + "line of text\n" * 20 + "First Name: Rosa")
    claims = {claim(page, value, recognizer="cells"): None for value in ("QUINTANILLA", "Rosa")}
    assert whole_names(by_id(page), claims) == {}  # type: ignore[arg-type]
