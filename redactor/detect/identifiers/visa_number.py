"""Visa foil and control numbers."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class VisaNumberRecognizer(IdentifierRecognizer):
    """Visa (foil) number, eight digits or a letter and seven; control number, fourteen digits that begin with a year.

    Seen as "Visa No. 12345678", "visa foil number A1234567" and "Control Number 20191234567890". Not a class of visa
    ("U visa"), not an OMB control number ("OMB control number 1615-0067").
    """

    category = Category.VISA_NUMBER
    shapes = (
        Shape(
            "visa number",
            number_after(rf"(?:n?iv|visa)\s*(?:foil)?{NUMBER}", r"[A-Z]?\d{7,8}\b(?!-)"),
            0.6,
            ignore_case=True,
            cues=("iv", "visa"),
        ),
        Shape(
            "control number",
            number_after(rf"control{NUMBER}", r"(?:19|20)\d{12}\b"),
            0.6,
            cues=("control",),
        ),
    )
