"""A table that lost its head is read from its columns: numbers, days of birth, names; codes come back and are none."""

from __future__ import annotations

from factories import document

from redactor.detect.unheaded import unheaded_cells
from redactor.model import Category

NAME = Category.PERSON_NAME


def read(text: str) -> set[tuple[str, Category]]:
    page = document(text)
    return {(page.text(one.span), one.category) for one in unheaded_cells(page.id, page.passages)}


ROWS = (
    "200555123\tMUSTER EJEMPLO\tGERMAN\t19700928\tNYC\tVR\n"
    "200555124\tBOYKO\tMAREK\t19760114\tNYC\tOREC\n"
    "200555125\tOKONKWO\tNGOZI\t19980729\tBUF\tVR\n"
)


def test_numbers_days_and_names_of_rows_with_an_a_number_are_claimed() -> None:
    found = read(ROWS)
    assert {
        ("200555123", Category.A_NUMBER),
        ("19760114", Category.DATE_OF_BIRTH),
        ("MUSTER EJEMPLO", NAME),
        ("BOYKO", NAME),
        ("NGOZI", NAME),
    } <= found


def test_a_word_of_the_language_in_a_column_of_names_is_a_name() -> None:
    assert ("GERMAN", NAME) in read(ROWS)


def test_codes_are_nobodys_names() -> None:
    assert not {text for text, _ in read(ROWS)} & {"NYC", "VR", "OREC", "BUF"}


def test_a_row_without_a_persons_number_claims_nothing() -> None:
    assert read("Total\tManhattan Office\tClosed Cases\t44\n") == set()


def test_a_table_with_a_head_is_left_to_its_columns() -> None:
    assert read("Name\tA#\tOfficer\nWen Muster\t200555123\tKai Sample\n") == set()
