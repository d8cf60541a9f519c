"""Numbers of orders of protection."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class OrderOfProtectionRecognizer(IdentifierRecognizer):
    """Order number: a label, then the year and digits, or digits.

    Seen as "Order of Protection No. 2020-000123" and "Order No: 2019-K01234". Not an executive order ("Executive
    Order No. 13768"), not a court's general order.
    """

    category = Category.DOCKET_NUMBER
    shapes = (
        Shape(
            "label and number",
            number_after(
                rf"(?<!executive )(?<!general )(?<!administrative )"
                rf"(?:order\s+of\s+protection|protection\s+order|NYSPO|order){NUMBER}",
                r"(?:(?:19|20)\d{2}-?)?[A-Z]{0,2}\d{4,9}\b(?![\-/]\w)",
            ),
            0.5,
            cues=("order", "nyspo"),
        ),
    )
