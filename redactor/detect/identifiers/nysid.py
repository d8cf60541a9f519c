"""New York's state identification number."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class NysidRecognizer(IdentifierRecognizer):
    """NYSID: a label, seven or eight digits, a letter.

    Seen as "NYSID: 01234567K" and "NYSID No. 09876543Z". Not the bare shape, which is too common.
    """

    category = Category.CRIMINAL_JUSTICE_ID
    shapes = (
        Shape(
            "label and number",
            number_after(
                rf"NYSID(?:{NUMBER}|\s?ID\b)?",
                r"\d{7,8} ?-?[A-Z]?\b",
            ),
            0.6,
            cues=("nysid",),
        ),
    )
