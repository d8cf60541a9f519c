"""Names in running text, by all recognizers together: the model's reading, and what must not be taken for a person."""

from __future__ import annotations

import pytest
from name_reading import names_detected

IN_PROSE = (
    ("Wen Muster told the officer that he was tired.", "Wen Muster", "begins the sentence"),
    ("Olena Petrenko arrived by bus with one bag.", "Olena Petrenko", "begins the sentence"),
    ("I met Priya Raman at the shelter on Sunday.", "Priya Raman", "after a verb"),
    ("John Sample works at the Department of Homeland Security.", "John Sample", "an agency beside it"),
    ("Later she called José Peña Muster.", "José Peña Muster", "accents"),
    ("The subject was Hector Muster, born in Puebla.", "Hector Muster", "after a role word"),
)


@pytest.mark.parametrize(("text", "name", "why"), IN_PROSE)
def test_a_name_in_a_sentence_is_claimed(text: str, name: str, why: str) -> None:
    assert name in names_detected(text), why


NOBODY = (
    ("The Notice to Appear was served on May 3, 2019.", "a form and a month"),
    ("Exhibit A to the Declaration was filed under seal.", "an exhibit"),
    ("Pursuant to Section 1367 of Title 8, disclosure is barred.", "a statute"),
    ("See 8 U.S.C. § 1101(a)(15)(U) and 8 C.F.R. § 214.14.", "citations"),
    ("Immigration and Customs Enforcement and the Department of Homeland Security", "agencies"),
    ("United States Citizenship and Immigration Services", "an agency"),
    ("In April the team moved to Brooklyn, New York.", "a month and places"),
    ("Monday, January 6, 2020", "the calendar"),
    ("Order of Supervision (I-220B)\nWarrant for Arrest of Alien", "forms' titles"),
    ("Enforcement and Removal Operations\nNew York Field Office", "an office"),
    ("She may appear. He will. They met in June.", "sentence beginnings"),
    ("Family Name\tGiven Name\tMiddle Name", "headings"),
    ("Date Signed\tSignature of Officer", "legends"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_forms_statutes_places_and_the_calendar_name_nobody(text: str, why: str) -> None:
    assert names_detected(text) == set(), why


def test_names_in_a_column_do_not_run_together() -> None:
    names = names_detected("MUSTER, Wen\tA200555111\nOKONKWO, Ngozi\tA200555222\nPETRENKO, Olena\tA200555333")
    assert {"MUSTER, Wen", "OKONKWO, Ngozi", "PETRENKO, Olena"} <= names
    assert not any("\n" in name or "\t" in name for name in names)


def test_a_claim_runs_over_no_column_gap() -> None:
    first, second = "Respondent: Rosa Muster\tOfficer: Kai Sample", "her husband Juan Ejemplo\tInterpreter: Wen Lee"
    names = names_detected(f"{first}\n{second}")
    assert {"Rosa Muster", "Kai Sample", "Juan Ejemplo", "Wen Lee"} <= names
    assert not any("\t" in name for name in names)
