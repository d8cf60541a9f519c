"""Individual taxpayer identification numbers."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class ItinRecognizer(IdentifierRecognizer):
    """ITIN: 9xx, then 50-65, 70-88, 90-92 or 94-99, then four digits (IRS Publication 4757).

    Seen as 912-70-1234 and "ITIN: 912701234". Not a group outside the ranges (912-10-1234), unless the label is there.
    """

    category = Category.ITIN
    labels = r"\bI\.?T\.?I\.?N\b|taxpayer"
    shapes = (
        Shape(
            "three groups",
            r"(?<![\d\-])(?P<id>9\d{2}[\- ](?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[\- ]\d{4})(?![\d\-])",
            0.55,
        ),
        Shape(
            "label and digits",
            number_after(
                rf"(?:ITIN|(?:individual\s+)?taxpayer\s+id(?:entification)?){NUMBER}?",
                r"(?:9\d{2}[ \-]?\d{2}[ \-]?\d{4}|[Xx*]{3}-?[Xx*]{2}-?\d{4})(?![\d\-])",
            ),
            0.6,
            cues=("itin", "taxpayer"),
        ),
    )
