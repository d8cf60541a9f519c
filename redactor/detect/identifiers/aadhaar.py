"""India's Aadhaar."""

from __future__ import annotations

from redactor.detect import checks
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class AadhaarRecognizer(IdentifierRecognizer):
    """Aadhaar: twelve digits, the first not 0 or 1, Verhoeff check digit. Label or country needed.

    Seen as "Aadhaar 2341 2341 2346" and "UID: 234123412346". Not an online account number, which has its own label.
    """

    category = Category.NATIONAL_ID
    labels = r"aadhaa?r|\buid(?:ai)?\b|\bindia"
    reach = 60
    shapes = (
        Shape(
            "twelve digits",
            r"(?<![A-Za-z0-9\-])(?P<id>[2-9]\d{3}[ \-]?\d{4}[ \-]?\d{4})(?![A-Za-z0-9\-])",
            0.35,
            needs_label=True,
        ),
    )

    def doubtful(self, shape: Shape, value: str) -> bool:
        """The check digit fails."""
        return not checks.verhoeff(value)
