"""FBI numbers, now called universal control numbers."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class FbiNumberRecognizer(IdentifierRecognizer):
    """FBI number or UCN: a label, then digits with letters inside, five to nine digits, or nine letters and digits.

    Seen as "FBI No. 123456AB1", "UCN: 9ABCDE12F" and "F.B.I. Number 123456TA4". Not the agency ("FBI agent").
    """

    category = Category.CRIMINAL_JUSTICE_ID
    shapes = (
        Shape(
            "label and number",
            number_after(
                rf"(?:F\.?B\.?I\b\.?|UCN)(?:{NUMBER}|\s?ID\b)?",
                r"(?:\d{1,7}[A-Z]{1,2}\d{0,2}|\d{5,9}|(?=[A-Z0-9]{0,8}\d)[A-Z0-9]{9})\b(?![\-/]\w)",
            ),
            0.6,
            cues=("fbi", "f.b", "ucn"),
        ),
    )
