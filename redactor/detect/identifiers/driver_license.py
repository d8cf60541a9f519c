"""Driver licences and state identity cards."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_DATE_LIKE = regex.compile(r"\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{2}-\d{2}")
_LABEL = (
    r"(?:driver'?s?'?\s+(?:licen[cs]e|lic\b\.?)|driving\s+licen[cs]e|licencia(?:\s+de\s+(?:conducir|manejo))?"
    r"|(?-i:\bDLN?\b|\bOLN\b|\bD\.L\.)|(?:learner'?s?\s+)?permit(?=\s*(?:no|#|number))|client\s+ID|state\s+ID|lic\.(?=\s*(?:no|#|number))|non-?driver\s+ID|(?:state\s+)?ID\s*card|IDNYC|license(?=\s*(?:no|#|number)))"
    rf"(?:\s+card)?(?:\s?ID\b)?{NUMBER}?"
)
_STATE = r"(?:\s*\(?(?:[A-Z]{2}|New York|New Jersey|Connecticut|Pennsylvania|Florida|Texas|California)\)?(?=[\s:#]))?"


class DriverLicenseRecognizer(IdentifierRecognizer):
    """Driver licence or state identity card: a label, optionally a state, then four to sixteen letters and digits.

    Seen as "Driver's License No. 123 456 789" (New York), "DL: A1234 56789 01234" (New Jersey) and "DLN NY 123456789".
    Not a plate ("License Plate No: KXY-4821"), not an ordinary sentence ("DL arrests").
    """

    category = Category.DRIVER_LICENSE
    shapes = (
        Shape(
            "label and number",
            number_after(
                _LABEL + _STATE,
                r"(?!plate)(?=[A-Z0-9\- ]{0,9}\d{3})[A-Z0-9]{1,16}(?:[ \-][A-Z]?\d[A-Z0-9]{0,8}){0,4}\b(?!@)",
            ),
            0.55,
            cues=("licen", "dl", "oln", "id", "lic", "d.l", "permit", "client", "state"),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Six to sixteen places with at least five digits, and no date."""
        places = sum(character.isalnum() for character in value)
        return (
            6 <= places <= 16
            and sum(character.isdigit() for character in value) >= 5
            and not _DATE_LIKE.fullmatch(value)
        )
