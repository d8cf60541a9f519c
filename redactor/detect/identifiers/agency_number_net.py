"""A net under receipt and event numbers: three letters and ten digits of any kind."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.receipt_number import PREFIX
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class AgencyNumberRecognizer(IdentifierRecognizer):
    """Three letters and ten digits that are neither a known receipt prefix nor an event number.

    Seen as XYZ1234567890 and QMD0099123456 (an unknown office's receipt, a card number). Not a Bates number, whose
    letters run on (NYICE0000001), and not what the receipt and event recognizers claim themselves.
    """

    category = Category.RECEIPT_NUMBER
    labels = r"receipt|event|card|case|uscis|i-?\d{3}"
    shapes = (Shape("three letters, ten digits", r"(?<![A-Za-z0-9])(?P<id>[A-Z]{3}\d{10})(?!\d)", 0.45),)

    def valid(self, shape: Shape, value: str) -> bool:
        """Not already claimed by its proper recognizer."""
        return not regex.fullmatch(rf"{PREFIX}\d{{10}}|[A-Z]{{3}}\d\d(?:0[1-9]|1[0-2])\d{{6}}", value)
