"""Mexico's consular identity cards."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class MatriculaRecognizer(IdentifierRecognizer):
    """Matrícula consular: label, then seven to nine digits.

    Seen as "Matricula Consular 1234567" and "matrícula no. 123456789". Without the word it is any number, so the label
    is needed. Not a school's enrolment ("matriculated in 2014567").
    """

    category = Category.NATIONAL_ID
    labels = r"matr[ií]cula\b(?:\s+consular)?|consular\s+(?:id|card)|c\.?i\.?d\.?\s+card"
    reach = 60
    shapes = (
        Shape(
            "seven to nine digits",
            r"(?<![A-Za-z0-9\-])(?P<id>\d{7,9})(?![A-Za-z0-9\-])",
            0.35,
            needs_label=True,
        ),
    )
