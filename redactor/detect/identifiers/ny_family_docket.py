"""Dockets of New York's Family Court."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class NyFamilyDocketRecognizer(IdentifierRecognizer):
    """Letters of the kind of case, four to six digits, a petition number, the year, a supplement.

    Seen as O-01234-20 (family offence), V-01234-5/20 (custody), NN-01234-20 (neglect). Not a form (I-213, G-28), not a
    class of visa (B-1/B-2).
    """

    category = Category.DOCKET_NUMBER
    shapes = (
        Shape(
            "letters, number, year",
            r"(?<![A-Za-z0-9])(?P<id>(?:AS|[ABDEFGIKLMNOPRSUVWXZ]{1,2})-\d{4,6}(?:-\d{1,2})?[\-/]\d{2}"
            r"(?:/\d{2})?[A-Z]?)"
            r"(?![A-Za-z0-9])",
            0.75,
        ),
        Shape(
            "family file number",
            number_after(
                rf"(?:family\s+(?:court\s+)?(?:file|unit)|family\s+file|FU){NUMBER}", r"\d{4,7}(?:[\-/]\d{2,4})?\b"
            ),
            0.5,
            cues=("family", "fu"),
        ),
    )
