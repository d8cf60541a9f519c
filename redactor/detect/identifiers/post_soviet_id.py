"""Internal passports and taxpayer numbers of Russia and Ukraine."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class PostSovietIdRecognizer(IdentifierRecognizer):
    """Internal passport (four and six digits) or RNOKPP (ten digits); label or country needed.

    Seen as "internal passport 4509 123456" and "RNOKPP 3184710691". Not a telephone number without such a label.
    """

    category = Category.NATIONAL_ID
    labels = r"internal\s+passport|rnokpp|\binn\b|tax\s+number|russia|ukrain"
    reach = 60
    shapes = (
        Shape(
            "four and six digits",
            r"(?<![A-Za-z0-9\-])(?P<id>\d{2} ?\d{2} ?\d{6})(?![A-Za-z0-9\-])",
            0.35,
            needs_label=True,
        ),
    )
