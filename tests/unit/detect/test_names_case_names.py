"""The name of a reported case keeps a citation standing; a docket of this matter's people does not."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.public import CaseNameRecognizer

RECOGNIZER = CaseNameRecognizer()

CITED = (
    ("Immigr. Rts. Project v. Muster, 12 F.4th 34", "Immigr. Rts. Project v. Muster", "circuit reporter"),
    ("Muster v. Sample, 500 U.S. 1", "Muster v. Sample", "Supreme Court"),
    ("Muster vs. Sample, 2020 WL 1234", "Muster vs. Sample", "an electronic citation"),
    ("Roe v. Muster, No. 19-cv-1, 2020 WL 1234", "Roe v. Muster", "docket before the reporter"),
    ("Muster v. ICE", "Muster v. ICE", "an agency on one side"),
    ("In re Muster, 20 I&N Dec. 1", "In re Muster", "a decision of the Board"),
    ("Matter of M-, 21 I&N Dec. 2", "Matter of M-", "the Board's initials"),
    ("Muster, 12 F.4th at 36", "Muster", "the short form"),
    ("see Muster v.\nSample, 500 U.S. 1", "Muster v.\nSample", "over a line end"),
)


@pytest.mark.parametrize(("text", "name", "why"), CITED)
def test_a_cited_case_is_claimed_whole(text: str, name: str, why: str) -> None:
    assert {read for read, _ in names_read(RECOGNIZER, text)} == {name}, why


NOT_CITED = (
    ("People v. Ejemplo", "a prosecution of somebody in the matter"),
    ("People v. Ejemplo, Docket CR-001234-20NY", "a docket is no reporter"),
    ("Ejemplo v. Muster", "parties of a family case"),
    ("Matter of EJEMPLO", "a caption"),
)


@pytest.mark.parametrize(("text", "why"), NOT_CITED)
def test_a_case_name_without_a_reporter_keeps_nobodys_name_standing(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
