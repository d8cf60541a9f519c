"""Who signs is named under the line, over the legend, over the title."""

from __future__ import annotations

import pytest
from name_reading import names_read

from redactor.detect.names.signature_block import SignatureBlockRecognizer
from redactor.model import Role

RECOGNIZER = SignatureBlockRecognizer()

NAMED = (
    ("_______________\nWen Muster\nDeportation Officer", {("Wen Muster", Role.OFFICER)}, "under a rule"),
    ("/s/ Kai Sample", {("Kai Sample", None)}, "a conformed signature"),
    ("Kai Sample\n(Signature and Title of Immigration Officer)", {("Kai Sample", Role.OFFICER)}, "over a legend"),
    ("Rosa Muster\n(Signature of Respondent)", {("Rosa Muster", Role.SUBJECT)}, "over a respondent's legend"),
    ("Olena Petrenko\nCertified Interpreter", {("Olena Petrenko", Role.INTERPRETER)}, "over a title"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_names_are_read(text: str, expected: set[tuple[str, Role | None]], why: str) -> None:
    assert names_read(RECOGNIZER, text) == expected, why


NOBODY = (
    ("______________\nDate", "a legend under an empty line"),
    ("(Signature of Officer)\n(Title)", "two legends"),
    ("New York\nDistrict Director", "a place"),
    ("Department of Homeland Security\nOfficer in Charge", "an agency"),
)


@pytest.mark.parametrize(("text", "why"), NOBODY)
def test_nobody_is_read(text: str, why: str) -> None:
    assert names_read(RECOGNIZER, text) == set(), why
