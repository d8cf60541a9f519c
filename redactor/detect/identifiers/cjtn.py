"""New York's criminal justice tracking numbers."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class CjtnRecognizer(IdentifierRecognizer):
    """CJTN: a label, eight to ten digits and sometimes a letter.

    Seen as "CJTN: 68123456K" and "CJTN No. 0123456789". Not a tracking number of the mails.
    """

    category = Category.CRIMINAL_JUSTICE_ID
    shapes = (
        Shape(
            "label and number",
            number_after(
                rf"(?:CJTN|criminal\s+justice\s+tracking)(?:{NUMBER}|\s?ID\b)?",
                r"\d{8,10} ?[A-Z]?\b",
            ),
            0.6,
            cues=("cjtn", "criminal justice tracking"),
        ),
    )
