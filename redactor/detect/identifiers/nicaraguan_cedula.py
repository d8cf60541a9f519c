"""Nicaragua's cédula."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class NicaraguanCedulaRecognizer(IdentifierRecognizer):
    """Cédula: municipality, birth date (DDMMYY), serial, a letter.

    Seen as 001-140391-0005K and "cédula 0011403910005K". Not a telephone number, which has no letter.
    """

    category = Category.NATIONAL_ID
    labels = r"c[eé]dula|nicarag"
    reach = 60
    shapes = (
        Shape(
            "three, six, four and letter",
            r"(?<![A-Za-z0-9\-])(?P<id>\d{3}-?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]"
            r"|1[0-2])\d{2}-?\d{4}[A-Z])(?![A-Za-z0-9\-])",
            0.55,
        ),
    )
