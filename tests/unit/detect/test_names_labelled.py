"""A name beside its label is claimed with the role that the label gives; the form's own words are not."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.labelled import LabelledNameRecognizer
from redactor.model import Role

RECOGNIZER = LabelledNameRecognizer()

NAMED = (
    ("Respondent: MARIA ELENA EJEMPLO", "MARIA ELENA EJEMPLO", Role.SUBJECT, "capitals, first name first"),
    ("Respondent: JOSÉ MARÍA PEÑA", "JOSÉ MARÍA PEÑA", Role.SUBJECT, "accents"),
    ("Applicant: Nguyen Thi Muster", "Nguyen Thi Muster", Role.SUBJECT, "family name first"),
    ("Client: García-Márquez, Ana Lucía", "García-Márquez, Ana Lucía", Role.SUBJECT, "last, first with a hyphen"),
    ("ALIEN'S NAME: GARCÍA MUSTER, JOSÉ A.", "GARCÍA MUSTER, JOSÉ A.", Role.SUBJECT, "the initial keeps its point"),
    ("Respondent: O’Muster, Áine", "O’Muster, Áine", Role.SUBJECT, "a typesetter's apostrophe"),
    ("Beneficiary Name Rosa Muster", "Rosa Muster", Role.SUBJECT, "no colon behind a label that says name"),
    ("In the Matter of EJEMPLO LOPEZ, Maria", "EJEMPLO LOPEZ, Maria", Role.SUBJECT, "a caption"),
    ("Spouse: Juan de la Cruz Ejemplo", "Juan de la Cruz Ejemplo", Role.SPOUSE, "particles in small letters"),
    ("Father's name: Amadou Muster", "Amadou Muster", Role.PARENT, "relation and name"),
    ("Child: Ana Ejemplo", "Ana Ejemplo", Role.CHILD, "relation alone"),
    ("Brother: Yusuf bin Ali", "Yusuf bin Ali", Role.SIBLING, "bin"),
    ("Perpetrator: Ivan Mustermann", "Ivan Mustermann", Role.PERPETRATOR, "named by law.md 4.5"),
    ("Witness name: Olena Muster", "Olena Muster", Role.WITNESS, "witness"),
    ("Accredited Representative: Ngozi Muster", "Ngozi Muster", Role.REPRESENTATIVE, "representative"),
    ("Interpreter: Wen Muster", "Wen Muster", Role.INTERPRETER, "interpreter"),
    ("Issuing Officer: J. Sample", "J. Sample", Role.OFFICER, "an initial and a name"),
    ("Supervisor: K. SAMPLE", "K. SAMPLE", Role.SUPERVISOR, "supervisor"),
    ("Immigration Judge: Robin Sample", "Robin Sample", Role.JUDGE, "judge"),
    ("Name: O'Connell, Sean", "O'Connell, Sean", None, "a bare label gives no role"),
    ("Name: Md. Rahim Muster", "Md. Rahim Muster", None, "Md. is a name's abbreviation and ends no sentence"),
    ("RE: Fatoumata Muster", "Fatoumata Muster", None, "the subject line"),
    ("Cc: Muster, Wen", "Muster, Wen", None, "an address book's order"),
    ("aka El Flaco", "El Flaco", Role.SUBJECT, "alias"),
    ("a/k/a Maria Lopez", "Maria Lopez", Role.SUBJECT, "alias with strokes"),
    ("AKA: LOPEZ, Maria", "LOPEZ, Maria", Role.SUBJECT, "alias, last name first"),
    ('also known as "Flaca"', "Flaca", Role.SUBJECT, "a nickname in quotation marks"),
    ("moniker: Chino", "Chino", Role.SUBJECT, "street name"),
    ("Chayo, as her mother calls her", "Chayo", Role.SUBJECT, "what the family calls her"),
)


@pytest.mark.parametrize(("text", "name", "role", "why"), NAMED)
def test_a_name_beside_its_label_is_claimed_with_the_labels_role(
    text: str, name: str, role: Role | None, why: str
) -> None:
    assert (name, role) in names_read(RECOGNIZER, text), why
    assert {read for read, _ in names_read(RECOGNIZER, text)} == {name}, why


NOBODY = (
    ("Name: Family Name", "the next label"),
    ("Name:\tDate", "the next column's heading"),
    ("Name of Alien Date of Birth", "two labels"),
    ("Officer: Date", "an unfilled signature block"),
    ("Respondent: ______", "an unfilled blank"),
    ("Respondent: Unknown", "a form's word for nobody"),
    ("Respondent's attorney", "no colon, no name"),
    ("To: All staff", "an address to everybody"),
    ("Petitioner: United States", "a party that is no person"),
    ("Spouse: None", "no spouse"),
    ("RE: Notice to Appear", "a form's title"),
    ("Child: See attached", "a pointer"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_a_label_without_a_person_behind_it_claims_nobody(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why


def test_the_next_label_on_the_line_ends_the_name() -> None:
    read = names_read(RECOGNIZER, "Respondent: Bui Thi Thu Muster DOB: 01/02/1990 AKA: Thu")
    assert read == {("Bui Thi Thu Muster", Role.SUBJECT), ("Thu", Role.SUBJECT)}


def test_the_next_form_line_is_no_part_of_the_name() -> None:
    assert names_read(RECOGNIZER, "Name: Muster\nDate: May 3, 2020") == {("Muster", None)}
