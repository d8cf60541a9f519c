"""What a form prints is a label or a heading, and so nobody's value; what people write into it is neither."""

from __future__ import annotations

import pytest

from redactor.detect.labels import label_of, printed
from redactor.model import Category, Role

KNOWN = (
    ("Family Name (CAPS)", Category.PERSON_NAME, Role.SUBJECT),
    ("1. Family Name (Last Name)", Category.PERSON_NAME, Role.SUBJECT),
    ("Alien's Name:", Category.PERSON_NAME, Role.SUBJECT),
    ("NAME OF SPOUSE", Category.PERSON_NAME, Role.SPOUSE),
    ("Father's Name, Nationality, and Address, if Known", Category.PERSON_NAME, Role.PARENT),
    ("Name or Number of Interpreter", Category.PERSON_NAME, Role.INTERPRETER),
    ("Name of Attorney or Representative", Category.PERSON_NAME, Role.REPRESENTATIVE),
    ("Signature of Immigration Officer", Category.PERSON_NAME, Role.OFFICER),
    ("Approving Official", Category.PERSON_NAME, Role.SUPERVISOR),
    ("Immigration Judge", Category.PERSON_NAME, Role.JUDGE),
    ("Full Name", Category.PERSON_NAME, None),
    ("File No.", Category.A_NUMBER, None),
    ("Alien Registration Number", Category.A_NUMBER, None),
    ("FINS #", Category.FINS, None),
    ("D.O.B.", Category.DATE_OF_BIRTH, None),
    ("City, Province (State) and Country of Birth", Category.PLACE_OF_BIRTH, None),
    ("U.S. Address", Category.ADDRESS, None),
    ("Form I-94 Arrival-Departure Record Number", Category.I94_NUMBER, None),
    ("Driver's License No.", Category.DRIVER_LICENSE, None),
)


@pytest.mark.parametrize(("text", "category", "role"), KNOWN)
def test_a_label_says_what_its_cell_holds_and_whose_it_is(text: str, category: Category, role: Role | None) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.category, label.role) == (category, role)
    assert printed(text)


WRITTEN = ("Wen Muster", "200 555 111", "MUSTER, Ana", "Freedonia", "March", "A name in a sentence", "", "12")


@pytest.mark.parametrize("text", WRITTEN)
def test_what_people_write_is_no_label(text: str) -> None:
    assert label_of(text) is None
    assert not printed(text)


@pytest.mark.parametrize("text", ["Remarks", "Disposition:", "Fingerprinted?", "Location Code", "See Narrative"])
def test_a_plain_heading_is_print_and_claims_nothing(text: str) -> None:
    assert printed(text)
    assert label_of(text) is None


def test_a_paragraph_that_begins_like_a_label_is_none() -> None:
    assert label_of("Address the court in writing " * 4) is None
