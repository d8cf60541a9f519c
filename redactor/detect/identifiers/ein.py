"""Employer identification numbers of shelters and employers."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class EinRecognizer(IdentifierRecognizer):
    """EIN: a label, two digits, a hyphen, seven digits.

    Seen as "EIN 12-3456789" and "Federal Tax ID: 123456789". Not a bare pair of numbers ("19-8876").
    """

    category = Category.ORGANISATION_ID
    shapes = (
        Shape(
            "label and nine digits",
            number_after(
                rf"(?:F?EIN|(?:federal\s+)?tax\s*id(?:entification)?|employer\s+id(?:entification)?){NUMBER}?",
                r"\d{2}-?\d{7}\b",
            ),
            0.6,
            cues=("ein", "tax", "employer"),
        ),
    )
