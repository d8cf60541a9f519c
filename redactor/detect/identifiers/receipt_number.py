"""Receipt numbers of applications and petitions."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.identifiers.misread import DIGIT, can_be_digits
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

PREFIX = r"(?:EAC|WAC|LIN|SRC|MSC|NBC|IOE|YSC|VSC|CSC|NSC|TSC|PSC|MCT|MSF|Z[A-Z]{2})"
"""Service centres and lockboxes; Z and two letters are asylum offices."""


class ReceiptNumberRecognizer(IdentifierRecognizer):
    """Receipt number of USCIS: three letters of the centre and ten digits. The prefix is part of the claim.

    Seen as EAC2012345678, WAC-11-012-50960 and "LIN 20 123 45678"; OCR may write "EAC2O12345678". Not an event number
    (NYC2001000123), not a word before digits ("EACH 2012345678").
    """

    category = Category.RECEIPT_NUMBER
    labels = rf"receipt{NUMBER}?|i-?797|case\s+status"
    shapes = (
        Shape(
            "centre and ten digits",
            rf"(?<![A-Za-z0-9])(?P<id>{PREFIX}(?:[ *\-]{{0,2}}\d){{10}})(?!\d)",
            0.65,
            ignore_case=True,
        ),
        Shape(
            "centre and misread digits",
            rf"(?<![A-Za-z0-9])(?P<id>{PREFIX}[ \-]?{DIGIT}{{2}}[ \-]?{DIGIT}{{3}}[ \-]?{DIGIT}{{5}})(?!\w)",
            0.35,
        ),
        Shape(
            "label and number",
            number_after(rf"receipt{NUMBER}", r"(?:[A-Z0-9l|]{3}[ \-]?)?\d(?:[ \-]?\d){9,12}\b"),
            0.5,
            ignore_case=True,
            cues=("receipt",),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Of misread digits, enough true ones."""
        return "misread" not in shape.name or can_be_digits(value[3:])
