"""The Dominican Republic's cédula."""

from __future__ import annotations

from redactor.detect import checks
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class DominicanCedulaRecognizer(IdentifierRecognizer):
    """Cédula: three, seven and one digits, Luhn over all eleven.

    Seen as 001-0113918-5 (check digit holds) and "cédula 00101139185". A failed check, or no hyphens, needs a label.
    Not a telephone number (three, three, four).
    """

    category = Category.NATIONAL_ID
    labels = r"c[eé]dula|dominican|rep[uú]blica\s+dom"
    reach = 60
    shapes = (
        Shape("three, seven, one", r"(?<![A-Za-z0-9\-])(?P<id>\d{3}-\d{7}-\d)(?![A-Za-z0-9\-])", 0.5),
        Shape(
            "eleven digits",
            r"(?<![A-Za-z0-9\-])(?P<id>\d{11})(?![A-Za-z0-9\-])",
            0.35,
            needs_label=True,
        ),
    )

    def doubtful(self, shape: Shape, value: str) -> bool:
        """The check digit fails."""
        return not checks.luhn(value)
