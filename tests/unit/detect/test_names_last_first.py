"""LAST, First is claimed for its shape alone, and the captions that share the shape are let go."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.last_first import LastFirstRecognizer

RECOGNIZER = LastFirstRecognizer()

NAMED = (
    ("EJEMPLO LOPEZ, Maria Elena", "EJEMPLO LOPEZ, Maria Elena", "two surnames, two given names"),
    ("O'MUSTER, Sean", "O'MUSTER, Sean", "apostrophe"),
    ("DE LA CRUZ MUSTER, Ana", "DE LA CRUZ MUSTER, Ana", "particles before the surname"),
    ("VAN DER MUSTER, Kai", "VAN DER MUSTER, Kai", "Dutch particles"),
    ("AL-MUSTER, Yusuf", "AL-MUSTER, Yusuf", "Arabic article"),
    ("NGUYEN, Thi B.", "NGUYEN, Thi B.", "the initial keeps its point"),
    ("PEÑA MUÑIZ, José", "PEÑA MUÑIZ, José", "accents"),
    ("MUSTER-SAMPLE, Ngozi", "MUSTER-SAMPLE, Ngozi", "hyphen"),
    ("OKONKWO, NGOZI", "OKONKWO, NGOZI", "all in capitals"),
    ("see MUSTER, Wen (alien)", "MUSTER, Wen", "inside a sentence"),
)


@pytest.mark.parametrize(("text", "name", "why"), NAMED)
def test_last_name_in_capitals_then_given_names_is_a_name_of_no_role(text: str, name: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == {(name, None)}, why


NOBODY = (
    ("NEW YORK, Plaintiff", "a party"),
    ("UNITED STATES, Defendant", "a party"),
    ("BROOKLYN, NY", "a place"),
    ("EXHIBIT A, Page 3", "an exhibit"),
    ("NOTICE TO APPEAR, Form I-862", "a form"),
    ("OFFICE OF THE ATTORNEY GENERAL, State", "an agency"),
    ("DHS, ICE", "two agencies"),
    ("JANUARY, Monday", "the calendar"),
    ("8 U.S.C., Section 1367", "a statute"),
    ("Muster, Wen", "an ordinary word may begin with one capital; labels and the model see to these"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_captions_places_and_agencies_of_the_same_shape_are_nobody(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why


def test_names_on_successive_lines_are_each_a_name() -> None:
    read = names_read(RECOGNIZER, "MUSTER, Wen\nSAMPLE, Kai\nOKONKWO, Ngozi")
    assert read == {("MUSTER, Wen", None), ("SAMPLE, Kai", None), ("OKONKWO, Ngozi", None)}


@pytest.mark.parametrize(
    "text",
    [
        "ON THE BASIS OF THE FOREGOING, IT IS CHARGED THAT YOU ARE SUBJECT TO REMOVAL",
        "TEMPORARY ORDER OF PROTECTION, Family Court",
        "BOARD OF IMMIGRATION APPEALS, Falls Church",
    ],
)
def test_a_heading_or_sentence_in_capitals_is_no_name(text: str) -> None:
    assert names_read(RECOGNIZER, text) == set()
