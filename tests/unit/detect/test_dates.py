"""Dates: every way to write one, the kind that label or verb gives it, and what only looks like one."""

from __future__ import annotations

import pytest

from redactor.detect.identifiers.address import AddressRecognizer
from redactor.detect.identifiers.date import DateRecognizer
from redactor.detect.identifiers.federal_docket import FederalDocketRecognizer
from redactor.detect.recognizer import IdentifierRecognizer
from redactor.model import Category
from redactor.shadow import shadow

DATES = DateRecognizer()

KINDS = (
    ("DOB: 03/14/1991", "03/14/1991", Category.DATE_OF_BIRTH),
    ("D.O.B. 4 Mar 1990", "4 Mar 1990", Category.DATE_OF_BIRTH),
    ("Date of Birth\t1980-01-02", "1980-01-02", Category.DATE_OF_BIRTH),
    ("DOB 19910314", "19910314", Category.DATE_OF_BIRTH),
    ("She was born in March 1990.", "March 1990", Category.DATE_OF_BIRTH),
    ("She was born in 1990.", "1990", Category.DATE_OF_BIRTH),
    ("Fecha de nacimiento: 14 de marzo de 1991", "14 de marzo de 1991", Category.DATE_OF_BIRTH),
    ("arrived in the United States at or near HIDALGO, on or about June 2, 2014;", "June 2, 2014", Category.ENTRY_DATE),
    ("Entr\u00f3 el 2 de junio de 2014", "2 de junio de 2014", Category.ENTRY_DATE),
    ("Date of Last Entry: 06/02/14", "06/02/14", Category.ENTRY_DATE),
    (
        "On January 21, 2020, at approximately 0935 hours, officers of the Fugitive Operations encountered SUBJECT",
        "January 21, 2020",
        Category.ENFORCEMENT_DATE,
    ),
    ("SUBJECT was arrested on the 21st of January.", "21st of January", Category.ENFORCEMENT_DATE),
    ("Date of Action\n01/21/2020", "01/21/2020", Category.ENFORCEMENT_DATE),
    ("fue detenida el 21 de enero", "21 de enero", Category.ENFORCEMENT_DATE),
    (
        "ordered to appear before an immigration judge at: 26 FEDERAL PLAZA  on March 30, 2020 at 08:30 AM to show why",
        "March 30, 2020",
        Category.HEARING_DATE,
    ),
    ("The next hearing is 3/30/20", "3/30/20", Category.HEARING_DATE),
    ("was served on the respondent by me on 01/21/2020, in the following manner", "01/21/2020", Category.SERVICE_DATE),
    ("Supervisor: ____ SDDO J. SAMPLE     Date: 01/21/2020", "01/21/2020", Category.SERVICE_DATE),
    ("Sworn before me this 21st day of January, 2020", "21st day of January, 2020", Category.SERVICE_DATE),
    ("The meeting was on 2020.01.21", "2020.01.21", Category.OTHER_DATE),
    ("the twenty-first of January", "twenty-first of January", Category.OTHER_DATE),
    ("It rained on January\n21, 2020", "January\n21, 2020", Category.OTHER_DATE),
    ("moved on 21-Jan-2020", "21-Jan-2020", Category.OTHER_DATE),
)

TRAPS = (
    ("Form I-862 (Rev. 08/01/07)", "a form's edition"),
    ("Form I-589 Edition 03/01/23", "a form's edition"),
    ("2019 WL 1, at *7 (S.D.N.Y. Dec. 19, 2019)", "a cited decision"),
    ("(2d Cir. Jan. 26, 2023)", "a cited appeal"),
    ("2019-ICLI-00003 -022454", "a Bates number"),
    ("NYICE0000001", "a Bates number"),
    ("Case 1:19-cv-08876   Document 52   Filed 02/11/20", "the court's filing stamp"),
    ("13/45/2019 and 99/99/99", "no such days"),
    ("you may 10 times apply", "a verb"),
    ("8 U.S.C. 1229(e), 212(a)(6)(A)(i), page 12/30 of", "statutes and a page count"),
)


def found(recognizer: IdentifierRecognizer, text: str) -> dict[str, str]:
    plain = shadow(text).text
    return {plain[claim.start : claim.end]: claim.entity_type for claim in recognizer.analyze(plain, [])}


@pytest.mark.parametrize(("text", "value", "kind"), KINDS)
def test_the_nearest_label_or_verb_gives_a_date_its_kind(text: str, value: str, kind: Category) -> None:
    assert found(DATES, text) == {value: kind.value}


@pytest.mark.parametrize(("text", "why"), TRAPS)
def test_what_only_looks_like_a_date_is_left_alone(text: str, why: str) -> None:
    assert found(DATES, text) == {}, why


def test_labels_in_one_line_keep_to_their_own_dates() -> None:
    line = "DOB: 03/14/1991   Date of Action: 01/21/2020   Hearing: 03/30/2020"
    assert found(DATES, line) == {
        "03/14/1991": Category.DATE_OF_BIRTH.value,
        "01/21/2020": Category.ENFORCEMENT_DATE.value,
        "03/30/2020": Category.HEARING_DATE.value,
    }


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("330 JAY ST, BROOKLYN, NY 11201", "330 JAY ST, BROOKLYN, NY 11201", Category.COURTHOUSE),
        ("Family Court, 12 Fiction Street, Albany, NY", "12 Fiction Street, Albany, NY", Category.COURTHOUSE),
        ("330 Jay St Apt 4, Brooklyn, NY 11201", "330 Jay St Apt 4, Brooklyn, NY 11201", Category.ADDRESS),
        ("100 Centre Street, Trenton, NJ 08601", "100 Centre Street, Trenton, NJ 08601", Category.ADDRESS),
        ("1423 FICTION AVE", "1423 FICTION AVE", Category.ADDRESS),
    ],
)
def test_only_a_courthouse_address_is_a_courthouse(text: str, value: str, kind: Category) -> None:
    assert found(AddressRecognizer(), text)[value] == kind.value


def test_a_civil_docket_is_public_and_a_criminal_one_may_be_the_subjects_own() -> None:
    assert found(FederalDocketRecognizer(), "19-cv-8876 and 20-cr-00123") == {
        "19-cv-8876": Category.ACTION_DOCKET.value,
        "20-cr-00123": Category.DOCKET_NUMBER.value,
    }


def test_the_label_of_a_birthday_has_one_value() -> None:
    header = "Name\tA#\tDOB\tCOC\tDate\n"
    row = "EJEMPLO, Ana\t200-123-456\t05/03/1989\tNIGERIA\t02/06/2019\tBronx"
    text = header + row
    kinds = {text[claim.start : claim.end]: claim.entity_type for claim in DateRecognizer().analyze(text, [])}
    assert kinds == {"05/03/1989": "DATE_OF_BIRTH", "02/06/2019": "OTHER_DATE"}


@pytest.mark.parametrize(
    "text",
    [
        "officers arrested EJEMPLO, MARIA, 03/14/1991, at 111 Invented Street",
        "her sons Ana (05/22/2009) and Luis",
        "200123456\tEJEMPLO\tMARIA\t19910314\tNYC",
    ],
)
def test_a_date_set_beside_a_name_is_a_birthday(text: str) -> None:
    assert {claim.entity_type for claim in DateRecognizer().analyze(text, [])} == {"DATE_OF_BIRTH"}


def test_a_recent_date_set_beside_a_name_is_none() -> None:
    text = "officers arrested EJEMPLO, MARIA, 01/21/2020, at 111 Invented Street"
    assert {claim.entity_type for claim in DateRecognizer().analyze(text, [])} == {"ENFORCEMENT_DATE"}
