"""Event numbers of the enforcement database."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.identifiers.misread import DIGIT, as_digits, can_be_digits, misread
from redactor.detect.identifiers.receipt_number import PREFIX
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class EventNumberRecognizer(IdentifierRecognizer):
    """Event number: three letters of the site, year and month, six digits.

    Seen as NYC2001000123 and "Event No: SEA2003000421"; OCR may write "NYC2OO1000123". Not a number whose month is
    no month (NYC2013000123), not a Bates number (NYICE0000001).
    """

    category = Category.EVENT_NUMBER
    labels = rf"event{NUMBER}?"
    shapes = (
        Shape(
            "site, year, month, serial",
            r"(?<![A-Za-z0-9])(?P<id>[A-Z]{3}[ ]?\d{2}(?:0[1-9]|1[0-2])\d{6})(?!\d)",
            0.6,
        ),
        Shape(
            "label and event number",
            number_after(rf"event(?:\s?ID|{NUMBER})", rf"(?:[A-Z]{{3}}[ \-]?)?(?:{DIGIT}[ \-]?){{9}}{DIGIT}(?!\w)"),
            0.5,
            cues=("event",),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Ten digits; of misread ones, enough true digits. A receipt's prefix needs the label."""
        number = value[3:] if value[:3].isalpha() else value
        if shape.name == "site, year, month, serial" and regex.match(PREFIX, value):
            return False
        return can_be_digits(number) or (misread(number) == 0 and len(as_digits(number)) == 10)
