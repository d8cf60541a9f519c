"""Agency codes of criminal justice databases, which show where a person was arrested."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class OriRecognizer(IdentifierRecognizer):
    """ORI (NCIC): a label, two letters and seven letters or digits.

    Seen as "ORI: NY0240100" and "ORI No. NY030013J". Not the beginning of a word ("ORIGINAL").
    """

    category = Category.CRIMINAL_JUSTICE_ID
    shapes = (
        Shape(
            "label and number",
            number_after(
                rf"(?-i:\bORI\b)(?:{NUMBER}|\s?ID\b)?",
                r"[A-Z]{2}\d{5}[A-Z0-9]{2}\b",
            ),
            0.55,
            cues=("ori",),
        ),
    )
