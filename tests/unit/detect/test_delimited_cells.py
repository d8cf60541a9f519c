"""Rows parted by commas, strokes or semicolons are tables like any other."""

from __future__ import annotations

from factories import document

from redactor.detect.delimited import delimited_cells
from redactor.model import Category, Passage, Role

NAME = Category.PERSON_NAME


def read(text: str, *more: Passage) -> set[tuple[str, Category, Role | None]]:
    page = document(text, more=more)
    return {(page.text(one.span), one.category, one.role) for one in delimited_cells(page.id, page.passages)}


def test_each_cell_of_a_comma_separated_row_is_its_headings() -> None:
    text = "Name,A#,DOB,Country,Officer\nwen muster,200555123,1985-03-14,Freedonia,Sample\n"
    assert read(text) == {
        ("wen muster", NAME, None),
        ("200555123", Category.A_NUMBER, None),
        ("1985-03-14", Category.DATE_OF_BIRTH, None),
        ("Freedonia", Category.NATIONALITY, None),
        ("Sample", NAME, Role.OFFICER),
    }


def test_a_name_with_a_comma_of_its_own_is_one_cell_quoted_or_not() -> None:
    text = 'Name,A#,DOB\n"MUSTER, Wen",200555123,03/14/1985\nEJEMPLO LOPEZ, Ana,200555124,03/15/1985\n'
    assert {("MUSTER, Wen", NAME, None), ("EJEMPLO LOPEZ, Ana", NAME, None)} <= read(text)


def test_rows_with_strokes_and_a_rule_under_the_heading() -> None:
    text = "| Respondent | A-Number | Attorney |\n|---|---|---|\n| Wen Muster | 200-555-123 | Kai Lee |\n"
    assert read(text) == {
        ("Wen Muster", NAME, Role.SUBJECT),
        ("200-555-123", Category.A_NUMBER, None),
        ("Kai Lee", NAME, Role.REPRESENTATIVE),
    }


def test_a_row_without_heading_names_somebody_beside_a_persons_number() -> None:
    assert read("Wen Muster | A200-555-123 | Freedonia | closed\n") == {("Wen Muster", NAME, None)}


def test_an_attachment_off_the_page_is_read_too() -> None:
    attached = Passage("attachment:1", "name;a#;dob\nwen muster;200555123;03/14/1985\n")
    assert ("wen muster", NAME, None) in read("A page", attached)


def test_a_sentence_with_commas_heads_no_table() -> None:
    assert (
        read("The name, date of birth, and country were asked.\nHe came in, sat down, and left, all in 5 minutes.\n")
        == set()
    )


def test_the_table_ends_where_its_rows_do() -> None:
    text = "Name,A#,DOB\nwen muster,200555123,03/14/1985\nEnd of list\nhe came, he saw, he left\n"
    assert not any(value.startswith("he ") for value, _, _ in read(text))
