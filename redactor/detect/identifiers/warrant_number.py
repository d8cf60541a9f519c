"""Warrant numbers of courts and police."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class WarrantNumberRecognizer(IdentifierRecognizer):
    """Warrant number: a label, then five or more letters and digits with at least four digits.

    Seen as "Warrant No. W2019001234" and "bench warrant # 19-004321". Not the form ("Form I-200 Warrant for Arrest").
    """

    category = Category.CRIMINAL_JUSTICE_ID
    shapes = (
        Shape(
            "label and number",
            number_after(
                rf"(?:(?:arrest|bench)\s+)?warrant(?:{NUMBER}|\s?ID\b)",
                r"(?=[A-Z\-]{0,4}\d)[A-Z]{0,3}-?\d[\d\-/]{3,13}[A-Z]?\b",
            ),
            0.5,
            cues=("warrant",),
        ),
    )
