"""USCIS online account numbers."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class OnlineAccountRecognizer(IdentifierRecognizer):
    """USCIS online account number: label, then twelve digits.

    Seen as "USCIS Online Account Number (if any): 0123-4567-8901" and "online account no. 012345678901". Not a payment
    card (16 digits), not a bank account, which has its own label.
    """

    category = Category.ONLINE_ACCOUNT
    shapes = (
        Shape(
            "label and twelve digits",
            r"(?P<label>online\s+(?:account|acct\.?)\s*(?:number|no\.?|num\.?|#)?)[^\d\n]{0,25}\n?[^\d\n]{0,10}"
            r"(?P<id>(?:\d[ \-]?){11}\d)(?!\d)",
            0.6,
            ignore_case=True,
            cues=("online",),
        ),
    )
