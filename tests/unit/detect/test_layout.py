"""What stands under, over or beside a label is the label's value, and a table's column is its heading's."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from drawn_forms import Placed, cells_drawn, texts_drawn

from redactor.model import Category, Role

NAME = Category.PERSON_NAME
HEADING: tuple[Placed, ...] = ((50, 100, "Name"), (200, 100, "A#"), (320, 100, "DOB"), (440, 100, "Officer"))


def row(y: float, *texts: str) -> list[Placed]:
    """A row of the table under HEADING; an empty text leaves its cell empty."""
    return [(x, y, text) for (x, _, _), text in zip(HEADING, texts, strict=True) if text]


@pytest.mark.parametrize(
    ("label", "value", "category", "role"),
    [
        ("Family Name (CAPS)", "MUSTER", NAME, Role.SUBJECT),
        ("Respondent", "Wen Muster", NAME, Role.SUBJECT),
        ("Interpreter", "Olena Petrenko", NAME, Role.INTERPRETER),
        ("Deportation Officer", "J. Sample", NAME, Role.OFFICER),
        ("A-Number", "200 555 111", Category.A_NUMBER, None),
        ("Date of Birth", "03/14/1985", Category.DATE_OF_BIRTH, None),
        ("Country of Citizenship", "Freedonia", Category.NATIONALITY, None),
        ("Event No.", "NYC2001000123", Category.EVENT_NUMBER, None),
        ("Marital Status", "Separated", Category.MARITAL_STATUS, None),
        ("Scars and Marks", "scar left cheek", Category.DISTINGUISHING_MARK, None),
        ("3. Date of Birth", "03/14/1985", Category.DATE_OF_BIRTH, None),
    ],
)
def test_a_value_under_its_label_is_claimed(
    tmp_path: Path, label: str, value: str, category: Category, role: Role | None
) -> None:
    assert cells_drawn(tmp_path, [(72, 100, label), (72, 114, value)]) == {(value, category, role)}


@pytest.mark.parametrize(
    ("label", "value", "category"),
    [
        ("Respondent:", "wen muster", NAME),
        ("FINS #:", "1105489735", Category.FINS),
        ("DOB:", "14 Mar 85", Category.DATE_OF_BIRTH),
        ("Occupation:", "Welder", Category.OCCUPATION),
    ],
)
def test_a_value_to_the_right_of_a_label_with_a_colon_is_claimed(
    tmp_path: Path, label: str, value: str, category: Category
) -> None:
    read = cells_drawn(tmp_path, [(72, 100, label), (180, 100, value)])
    assert {(text, kind) for text, kind, _ in read} == {(value, category)}


def test_a_value_over_a_legend_in_parentheses_is_claimed(tmp_path: Path) -> None:
    drawn = [(72, 100, "Kai Sample"), (72, 112, "(Name and Title of Immigration Officer)")]
    assert cells_drawn(tmp_path, drawn) == {("Kai Sample", NAME, Role.OFFICER)}


def test_a_value_over_a_bare_legend_at_the_foot_of_a_blank_is_claimed(tmp_path: Path) -> None:
    drawn = [(72, 100, "Rosa Muster"), (72, 112, "Signature of Respondent"), (72, 200, "Page 1 of 2")]
    assert cells_drawn(tmp_path, drawn) == {("Rosa Muster", Category.SIGNATURE, None)}


def test_labels_side_by_side_each_take_the_value_below_them(tmp_path: Path) -> None:
    drawn = [
        (50, 100, "Last Name"), (220, 100, "First Name"), (390, 100, "Nationality"),
        (50, 113, "MUSTER"), (220, 113, "Fatoumata"), (390, 113, "Sylvania"),
    ]  # fmt: skip
    read = cells_drawn(tmp_path, drawn)
    assert read == {
        ("MUSTER", NAME, Role.SUBJECT),
        ("Fatoumata", NAME, Role.SUBJECT),
        ("Sylvania", Category.NATIONALITY, None),
    }


@pytest.mark.parametrize("text", ["N/A", "None", "Unknown", "________", "See Narrative", "Date of Birth", "Signature"])
def test_an_empty_cell_claims_nothing(tmp_path: Path, text: str) -> None:
    assert texts_drawn(tmp_path, [(72, 100, "Family Name"), (72, 113, text)]) == set()


def test_what_stands_far_below_a_label_is_not_its_value(tmp_path: Path) -> None:
    assert texts_drawn(tmp_path, [(72, 100, "Family Name"), (72, 160, "Wen Muster")]) == set()


def test_a_sentence_under_a_names_label_is_no_name(tmp_path: Path) -> None:
    prose = "was served in person with this form at the office on the day of arrest"
    assert texts_drawn(tmp_path, [(72, 100, "Respondent"), (72, 113, prose)]) == set()


def test_an_entry_cell_is_parted_into_date_place_and_manner(tmp_path: Path) -> None:
    drawn = [(72, 100, "Date, Place, Time, and Manner of Last Entry"), (72, 113, "01/21/2015, 0900 hours, Zemlya, EWI")]
    assert {(text, kind) for text, kind, _ in cells_drawn(tmp_path, drawn)} == {
        ("01/21/2015", Category.ENTRY_DATE),
        ("0900 hours", Category.CLOCK_TIME),
        ("Zemlya", Category.ENTRY_PLACE),
    }


def test_each_column_of_a_table_is_its_headings(tmp_path: Path) -> None:
    drawn = [
        *HEADING,
        *row(116, "MUSTER, Wen", "200 555 111", "03/14/1985", "Sample"),
        *row(132, "petrenko olena", "200 555 222", "4 Mar 1990", "Lee"),
    ]
    read = cells_drawn(tmp_path, drawn)
    assert read == {
        ("MUSTER, Wen", NAME, None),
        ("200 555 111", Category.A_NUMBER, None),
        ("03/14/1985", Category.DATE_OF_BIRTH, None),
        ("Sample", NAME, Role.OFFICER),
        ("petrenko olena", NAME, None),
        ("200 555 222", Category.A_NUMBER, None),
        ("4 Mar 1990", Category.DATE_OF_BIRTH, None),
        ("Lee", NAME, Role.OFFICER),
    }


def test_the_second_line_of_a_wrapped_cell_is_claimed(tmp_path: Path) -> None:
    drawn = [
        *HEADING,
        *row(116, "EJEMPLO MUSTER,", "200 555 111", "03/14/1985", "Sample"),
        (50, 127, "Maria Elena"),
        *row(146, "OKONKWO, Ngozi", "200 555 222", "03/15/1986", "Lee"),
    ]
    assert {"EJEMPLO MUSTER,", "Maria Elena", "OKONKWO, Ngozi"} <= texts_drawn(tmp_path, drawn)


def test_a_long_cell_that_touches_the_next_column_is_parted_there(tmp_path: Path) -> None:
    drawn = [
        *HEADING,
        *row(116, "MUSTER, Wen", "200 555 111", "03/14/1985", "Sample"),
        *row(132, "EJEMPLO DE LA CRUZ, Maria Ana", "200 555 222", "03/15/1986", "Lee"),
    ]
    read = texts_drawn(tmp_path, drawn)
    assert {"EJEMPLO DE LA CRUZ, Maria Ana", "200 555 222"} <= read


def test_a_table_goes_on_over_the_pages_end(tmp_path: Path) -> None:
    first = [*HEADING, *row(116, "MUSTER, Wen", "200 555 111", "03/14/1985", "Sample")]
    second = [(50, 60, "For official use"), *row(100, "ruiz marisol", "200 555 333", "03/16/1987", "Lee")]
    read = cells_drawn(tmp_path, first, second)
    assert ("ruiz marisol", NAME, None) in read
    assert ("Lee", NAME, Role.OFFICER) in read


def test_prose_after_a_table_is_not_claimed(tmp_path: Path) -> None:
    drawn = [
        *HEADING,
        *row(116, "MUSTER, Wen", "200 555 111", "03/14/1985", "Sample"),
        (50, 150, "The list above was prepared for the weekly meeting of the team leaders in this office."),
        (50, 162, "Questions go to the front desk"),
    ]
    assert texts_drawn(tmp_path, drawn) == {"MUSTER, Wen", "200 555 111", "03/14/1985", "Sample"}


def test_a_heading_row_ends_the_table_above_it(tmp_path: Path) -> None:
    drawn = [
        *HEADING,
        *row(116, "MUSTER, Wen", "200 555 111", "03/14/1985", "Sample"),
        (50, 150, "Court"), (200, 150, "Part"), (320, 150, "Remarks"),
        (50, 166, "Eighth Precinct"), (200, 166, "N7"), (320, 166, "two officers needed"),
    ]  # fmt: skip
    read = cells_drawn(tmp_path, drawn)
    assert ("N7", Category.COURT_PART, None) in read
    assert not {"Eighth Precinct", "two officers needed"} & {text for text, _, _ in read}


def test_a_forms_own_line_ends_the_table_above_it(tmp_path: Path) -> None:
    drawn = [
        *HEADING,
        *row(116, "MUSTER, Wen", "200 555 111", "03/14/1985", "Sample"),
        *row(132, "Remarks", "two pages were sent", "", ""),
        *row(148, "second copy", "kept in the office", "", ""),
    ]
    assert texts_drawn(tmp_path, drawn) == {"MUSTER, Wen", "200 555 111", "03/14/1985", "Sample"}


def test_a_cell_left_empty_does_not_shift_the_others(tmp_path: Path) -> None:
    drawn = [*HEADING, *row(116, "MUSTER, Wen", "", "03/14/1985", "Sample"), *row(132, "", "200 555 222", "", "Lee")]
    read = cells_drawn(tmp_path, drawn)
    assert ("03/14/1985", Category.DATE_OF_BIRTH, None) in read
    assert ("200 555 222", Category.A_NUMBER, None) in read
    assert ("Lee", NAME, Role.OFFICER) in read


def test_headings_of_two_lines_are_one(tmp_path: Path) -> None:
    drawn = [
        (50, 100, "Name of"), (200, 100, "Alien"), (320, 100, "Date of"), (440, 100, "Country of"),
        (50, 110, "Respondent"), (200, 110, "Number"), (320, 110, "Birth"), (440, 110, "Citizenship"),
        (50, 130, "wen muster"), (200, 130, "200 555 111"), (320, 130, "3/14/85"), (440, 130, "Freedonia"),
    ]  # fmt: skip
    assert {("wen muster", NAME, Role.SUBJECT), ("3/14/85", Category.DATE_OF_BIRTH, None)} <= cells_drawn(
        tmp_path, drawn
    )


def test_cells_centred_under_their_headings_are_theirs(tmp_path: Path) -> None:
    rows = (
        ("Name", "A#", "DOB"),
        ("wen muster", "200 555 111", "03/14/85"),
        ("ana ejemplo xi", "200 555 222", "3/5/85"),
    )
    drawn = [
        (middle - pymupdf.get_text_length(text, fontsize=9) / 2, 100 + 16 * number, text)
        for number, row in enumerate(rows)
        for middle, text in zip((100, 250, 400), row, strict=True)
    ]
    assert {"wen muster", "ana ejemplo xi", "3/5/85"} <= texts_drawn(tmp_path, drawn)


def test_a_name_and_a_number_are_a_table_of_two_columns(tmp_path: Path) -> None:
    drawn = [(50, 100, "Name"), (300, 100, "A-Number"), (50, 116, "wen muster"), (300, 116, "200 555 111")]
    drawn += [(50, 132, "ana ejemplo"), (300, 132, "200 555 222")]
    assert {"wen muster", "ana ejemplo", "200 555 111", "200 555 222"} <= texts_drawn(tmp_path, drawn)


BLANK = (
    [(72, 100, "2.a. Family Name"), (72, 110, "(Last Name)"), (72, 124, "2.b. Given Name"), (72, 134, "(First Name)")],
    [(72, 100, "8. Other names used (include"), (72, 110, "maiden name and aliases)"), (72, 122, "11. City and Country of Birth")],
    [(72, 100, "Name of Attorney or Accredited Representative"), (72, 112, "Select all applicable items.")],
    [(72, 100, "Full Name"), (250, 100, "Current Location"), (72, 112, "Mother"), (250, 112, "Deceased")],
    [(72, 100, "4. Daytime Telephone Number"), (72, 112, "5. Mobile Telephone Number (if any)"), (72, 124, "3.")],
    [(72, 100, "Signature"), (72, 112, "Consent to Representation and Release of")],
)  # fmt: skip


@pytest.mark.parametrize("drawn", BLANK)
def test_a_blank_forms_own_print_is_no_answer(tmp_path: Path, drawn: list[Placed]) -> None:
    assert texts_drawn(tmp_path, drawn) == set()


def test_what_stands_under_one_label_is_not_the_value_of_the_next(tmp_path: Path) -> None:
    drawn = [(72, 100, "Respondent"), (72, 112, "Wen Muster"), (72, 124, "Spouse"), (72, 200, "Page 1")]
    assert cells_drawn(tmp_path, drawn) == {("Wen Muster", NAME, Role.SUBJECT)}


def test_a_familys_table_says_in_each_row_who_somebody_is(tmp_path: Path) -> None:
    drawn = [(50, 100, "Relationship"), (160, 100, "Name"), (320, 100, "Date of Birth"), (440, 100, "Country")]
    drawn += [(50, 116, "Spouse"), (160, 116, "MD DIL MUSTER"), (320, 116, "03/14/1985"), (440, 116, "Freedonia")]
    drawn += [(50, 132, "Son"), (160, 132, "Kamrul Ejemplo"), (320, 132, "03/14/2015"), (440, 132, "Freedonia")]
    read = cells_drawn(tmp_path, drawn)
    assert {("MD DIL MUSTER", NAME, Role.SPOUSE), ("Kamrul Ejemplo", NAME, Role.CHILD)} <= read
    assert ("Freedonia", Category.NATIONALITY, None) in read
