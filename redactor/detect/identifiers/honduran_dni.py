"""Honduras's national identity number."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class HonduranDniRecognizer(IdentifierRecognizer):
    """DNI: municipality, year of birth and serial, four, four and five digits.

    Seen as 0801-1991-12345 and "DNI 0801199112345". Unbroken digits need a label. Not a payment card (16 digits).
    """

    category = Category.NATIONAL_ID
    labels = r"\bdni\b|identidad|\brnp\b|national\s+id|hondur"
    reach = 60
    shapes = (
        Shape(
            "with hyphens",
            r"(?<![A-Za-z0-9\-])(?P<id>(?:0[1-9]|1[0-8])\d{2}[ \-](?:19|20)\d{2}[ \-]\d{5})(?![A-Za-z0-9\-])",
            0.55,
        ),
        Shape(
            "unbroken",
            r"(?<![A-Za-z0-9\-])(?P<id>(?:0[1-9]|1[0-8])\d{2}(?:19|20)\d{2}\d{5})(?![A-Za-z0-9\-])",
            0.35,
            needs_label=True,
        ),
    )
