"""State bar and attorney registration numbers."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category, Role


class BarNumberRecognizer(IdentifierRecognizer):
    """Bar number: a label, then four to eight digits, with letters in some states.

    Seen as "Bar No. 5123456" and "Attorney State Bar Number (if applicable): 4567890". Not a court's bar date.
    """

    category = Category.ATTORNEY_ID
    role = Role.REPRESENTATIVE
    shapes = (
        Shape(
            "label and number",
            number_after(
                r"(?:(?:state\s+)?bar(?:\s+(?:card|roll))?|attorney\s+(?:registration|reg\.?|license|licensing))"
                rf"(?:{NUMBER}|\s?ID\b)",
                r"[A-Z]{0,3}-?\d{4,8}\b(?![\-/]\w)",
            ),
            0.6,
            cues=("bar", "attorney"),
        ),
    )
