"""Numbers of people in jails and detention."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class InmateNumberRecognizer(IdentifierRecognizer):
    """Inmate, booking-and-case or detainee number: a label, six to twelve letters and digits (NYC: ten digits).

    Seen as "B&C No. 3491901234" and "Inmate ID 2019-045678". Not a bed count ("inmate population 1200").
    """

    category = Category.CRIMINAL_JUSTICE_ID
    shapes = (
        Shape(
            "label and number",
            number_after(
                rf"(?:B\s?&\s?C|book(?:ing)?\s*(?:and|&)\s*case|inmate|detainee|prisoner|jail|register)(?:{NUMBER}"
                rf"|\s?ID\b)",
                r"(?=[A-Z\-]{0,3}\d)[A-Z]{0,3}-?\d[\d\-]{3,11}\d\b",
            ),
            0.55,
            cues=("b&c", "b & c", "book", "inmate", "detainee", "prisoner", "jail", "register"),
        ),
    )
