"""Arrest and booking numbers."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class ArrestNumberRecognizer(IdentifierRecognizer):
    """Arrest number: a label, then a borough letter and digits, or digits.

    Seen as "Arrest No. K20612345" and "Booking #: 20-123456". Not a count of arrests ("arrest 12 people").
    """

    category = Category.CRIMINAL_JUSTICE_ID
    shapes = (
        Shape(
            "label and number",
            number_after(
                rf"(?:arrest|booking|tracking)(?:{NUMBER}|\s?ID\b)",
                r"(?=[A-Z\-]{0,3}\d{3})[A-Z]{0,2}-?\d[\d\-]{3,13}\d[A-Z]?\b",
            ),
            0.55,
            cues=("arrest", "booking", "tracking"),
        ),
    )
