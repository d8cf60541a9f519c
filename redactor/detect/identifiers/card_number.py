"""Document numbers of employment authorisation and permanent resident cards."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class CardNumberRecognizer(IdentifierRecognizer):
    """Number printed on an EAD or a green card: label, then three letters and ten digits, or an older shape.

    Seen as "EAD card no. SRC0000000123" and "Green card number: AB1234567890". Not the card's category ("EAD (c)(8)").
    """

    category = Category.RECEIPT_NUMBER
    shapes = (
        Shape(
            "label and number",
            number_after(
                r"(?:EAD|employment\s+authorization(?:\s+document)?|work\s+permit|green\s*card|I-?766|I-?551"
                rf"|(?:lawful\s+)?permanent\s+resident)(?:\s+card)?(?:\s+document)?{NUMBER}?",
                r"(?=[A-Z \-]*\d{4})[A-Z]{0,3}[ \-]?\d{6,12}\b(?![\-/]\w)",
            ),
            0.55,
            ignore_case=False,
            cues=("ead", "employment auth", "work permit", "card", "766", "551", "resident"),
        ),
        Shape(
            "card number",
            number_after(rf"card{NUMBER}", r"[A-Z]{3}[ \-]?\d{10}\b"),
            0.5,
            cues=("card",),
        ),
    )
