"""Department identification numbers of New York's prisons."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class DinRecognizer(IdentifierRecognizer):
    """DIN: two digits, a letter, four digits.

    Seen as "DIN 19A0123" and "DIN: 07-G-0456". Not the bare shape without label.
    """

    category = Category.CRIMINAL_JUSTICE_ID
    shapes = (
        Shape(
            "label and number",
            number_after(
                rf"(?-i:\bDIN\b)(?:{NUMBER}|\s?ID\b)?",
                r"\d{2}-?[A-Z]-?\d{4}\b",
            ),
            0.6,
            cues=("din",),
        ),
    )
