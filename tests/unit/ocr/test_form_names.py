"""Names of forms whose capital I was read as a figure are put right, and nothing else is."""

from __future__ import annotations

import pytest

from redactor.model import Quad
from redactor.ocr.forms import with_form_names
from redactor.ocr.reading import ReadWord

PLACE = Quad((0, 0), (9, 0), (9, 9), (0, 9))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Form 1-797C (Rev.", "Form I-797C (Rev."),
        ("(l-918), filed", "(I-918), filed"),
        ("call 1-130 555-0143", "call 1-130 555-0143"),
        ("call 1-212-555-0143", "call 1-212-555-0143"),
        ("pages 1-12", "pages 1-12"),
        ("Exhibit 1-797Q", "Exhibit 1-797Q"),
    ],
)
def test_only_forms_that_exist_are_put_right(read: str, meant: str) -> None:
    words = [ReadWord(text, PLACE, 0.9, 1) for text in read.split()]
    assert " ".join(word.text for word in with_form_names(words)) == meant
