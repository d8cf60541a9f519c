"""State identification numbers of the criminal justice systems."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class StateIdRecognizer(IdentifierRecognizer):
    """SID: a label, then a state and six to ten digits, or six to nine digits and a letter.

    Seen as "SID: NY12345678" and "State ID No. 1234567K". Not a state identity card, which has its own recognizer.
    """

    category = Category.CRIMINAL_JUSTICE_ID
    shapes = (
        Shape(
            "label and number",
            number_after(
                rf"(?:\bSID|state\s+(?:id(?!\s*card)|identification))(?:{NUMBER}|\s?ID\b)?",
                r"(?:[A-Z]{2}\d{6,10}|\d{6,9}[A-Z]?)\b(?![\-/]\w)",
            ),
            0.55,
            cues=("sid", "state id"),
        ),
    )
