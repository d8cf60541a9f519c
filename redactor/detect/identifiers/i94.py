"""Arrival and departure record numbers."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class I94Recognizer(IdentifierRecognizer):
    """I-94 number: since May 2019 nine digits, a letter, a digit (84 Fed. Reg. 17877); before that eleven digits.

    Seen as 123456789A0 and "I-94 Number: 123456789 01". Eleven bare digits need the label. Not a part number that ends
    otherwise (A123456789B), not ten digits.
    """

    category = Category.I94_NUMBER
    labels = r"i-?\s?94a?|admission|arrival|departure"
    shapes = (
        Shape("digits, letter, digit", r"(?<![A-Za-z0-9])(?P<id>\d{9}[A-Z]\d)(?![A-Za-z0-9])", 0.6),
        Shape(
            "label and eleven places",
            r"(?P<label>I-?\s?94A?|admission|arrival[ /\-]+departure)[^\d\n]{0,40}\n?[^\d\n]{0,10}"
            r"(?P<id>\d{8,9}[ ]?(?:\d{2}|[A-Z]\d{1,2}))(?![A-Za-z0-9])",
            0.55,
            ignore_case=True,
            cues=("94", "admission", "arrival"),
        ),
    )
