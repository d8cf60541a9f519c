"""Numbers of the supervision programme (ISAP) and telephone PINs of detained people."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class IsapNumberRecognizer(IdentifierRecognizer):
    """ISAP participant number or detainee telephone PIN: label, then five to twelve letters and digits.

    Seen as "ISAP No. 40123456" and "Phone PIN: 123456789". Not the programme alone ("enrolled in ISAP III").
    """

    category = Category.AGENCY_SYSTEM_ID
    shapes = (
        Shape(
            "ISAP and number",
            number_after(
                rf"ISAP(?:\s+I{{1,3}}V?)?(?:\s+(?:participant|client|case))?(?:\s?ID|{NUMBER})?",
                r"(?=[A-Z\-]*\d)[A-Z0-9\-]{5,12}\b",
            ),
            0.55,
            cues=("isap",),
        ),
        Shape(
            "telephone PIN",
            number_after(rf"(?:(?:tele)?phone|detainee|inmate)\s+PIN{NUMBER}?", r"\d{4,12}\b"),
            0.55,
            cues=("pin",),
        ),
    )
