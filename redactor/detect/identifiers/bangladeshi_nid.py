"""Bangladesh's national identity number."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class BangladeshiNidRecognizer(IdentifierRecognizer):
    """NID: ten, thirteen or seventeen digits; label or country needed.

    Seen as "NID No. 1990123456" and "Bangladesh national ID 19911234567890123". Not a network identifier without
    digits.
    """

    category = Category.NATIONAL_ID
    labels = r"\bnid\b|national\s+id|bangladesh"
    reach = 60
    shapes = (
        Shape(
            "ten, thirteen or seventeen digits",
            r"(?<![A-Za-z0-9\-])(?P<id>(?:\d{17}|\d{13}|\d{10}))(?![A-Za-z0-9\-])",
            0.35,
            needs_label=True,
        ),
    )
