"""Pakistan's identity card number."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class CnicRecognizer(IdentifierRecognizer):
    """CNIC/NICOP: five, seven and one digits.

    Seen as 35202-1234567-1 and "CNIC 3520212345671". Unbroken digits need a label. Not a ZIP+4.
    """

    category = Category.NATIONAL_ID
    labels = r"\bcnic\b|\bnicop\b|\bnic\b|pakistan"
    reach = 60
    shapes = (
        Shape("five, seven, one", r"(?<![A-Za-z0-9\-])(?P<id>\d{5}-\d{7}-\d)(?![A-Za-z0-9\-])", 0.55),
        Shape(
            "thirteen digits",
            r"(?<![A-Za-z0-9\-])(?P<id>\d{13})(?![A-Za-z0-9\-])",
            0.35,
            needs_label=True,
        ),
    )
