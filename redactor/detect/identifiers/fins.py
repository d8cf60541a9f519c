"""Fingerprint identification numbers."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.identifiers.misread import DIGIT, as_digits, can_be_digits
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class FinsRecognizer(IdentifierRecognizer):
    """FINS, the fingerprint identification number of IDENT: label, then seven to twelve digits.

    Seen as "FINS: 1105489735" and "FIN # 105489735". Not a fine ("FINE: 1000"), not "FINAL 1234567".
    """

    category = Category.FINS
    shapes = (
        Shape(
            "label and digits",
            number_after(
                rf"FIN(?:S|GERPRINT\s+ID(?:ENTIFICATION)?)?(?:\s*(?:ID)\b)?{NUMBER}?", r"\d[\d \-]{5,13}\d\b(?![\-/]\w)"
            ),
            0.6,
            cues=("fin",),
        ),
        Shape(
            "prints",
            number_after(r"(?:finger)?prints?(?:\s+taken)?", r"\d{7,12}\b(?![\-/]\w)"),
            0.45,
            cues=("print",),
        ),
        Shape(
            "label and misread digits",
            number_after(rf"FINS?{NUMBER}?", rf"{DIGIT}{{7,12}}(?!\w)"),
            0.35,
            cues=("fin",),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Seven to twelve digits; of misread ones, enough true digits."""
        if "misread" in shape.name:
            return can_be_digits(value)
        return 7 <= len(as_digits(value)) <= 12
