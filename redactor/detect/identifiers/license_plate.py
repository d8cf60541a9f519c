"""Licence plates."""

from __future__ import annotations

from redactor.detect.identifiers.vehicle import MAKES
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class LicensePlateRecognizer(IdentifierRecognizer):
    """Licence plate: a label, optionally a state, then four to eight letters and digits with at least one digit.

    Seen as "plate: ABC 1234", "License Plate No: KXY-4821" and "bearing NY plate JKL4821". Not a driver licence, not
    a price tag or a plate without a number ("license plate reader").
    """

    category = Category.LICENSE_PLATE
    shapes = (
        Shape(
            "state and plate",
            r"\b(?:N\.?Y\.?|N\.?J\.?|CT|PA|MA|FL|TX|CA|New\s+(?:York|Jersey)|Connecticut|Pennsylvania)\s+(?i:reg(?:istration)?|plates?|tags?|lic(?:ense)?)\b"
            r"\.?(?:\s*(?i:no\.?|number|#))?:?\s+(?P<id>(?=[A-Z \-]{0,6}\d|\d)[A-Z0-9]{1,4}[ \-]?[A-Z0-9]{2,5})\b",
            0.5,
            cues=("reg", "plate", "tag", "lic"),
        ),
        Shape(
            "driven",
            r"(?P<label>\b(?i:drives?|driving|drove|parked|vehicle|car|van|truck|registered)[:,]?\s+(?:(?:a|an|his|her|the)\s+)?)(?P<id>[A-Z]{2,3}[ \-]?\d{3,4}|\d{3}[ \-][A-Z]{3})\b(?![\-/]\w)",
            0.4,
            cues=("driv", "drove", "parked", "vehicle", "car", "van", "truck", "registered"),
        ),
        Shape(
            "vehicle and plate",
            rf"\b(?:{MAKES})\b[^.;\n]{{0,40}}?(?:,|\(|\bwith|\bbearing|\bplates?)\s+(?:[A-Z]{{2}}\s+|(?:New\s+(?:York|Jersey))\s+)?(?:plates?\s+|#\s?)?"
            r"(?P<id>(?=[A-Z\-]{0,4}\d|\d)[A-Z0-9]{2,4}[ \-]?[A-Z0-9]{3,4})\b",
            0.4,
        ),
        Shape(
            "label and plate",
            r"(?P<label>(?i:\b(?:licen[cs]e\s+plate|registration\s+plate|plate|placas?|tag)(?:\s*(?:no\b\.?"
            r"|number|#))?)"
            r"\s*[:#.]\s*"
            r"|(?i:\b(?:licen[cs]e\s+plate|plate)\b(?:\s*(?:no\b\.?|number|#))?)\s+|\bLP(?:\s*(?:no\b\.?"
            r"|#))?\s*[:#]\s*)"
            r"(?:[A-Z]{2}[\- ](?=[A-Z0-9]{3,8}\b))?"
            r"(?P<id>(?=[A-Z \-]{0,6}\d|\d)[A-Z0-9]{1,4}[ \-]?[A-Z0-9]{2,5})\b",
            0.5,
            cues=("plate", "placa", "tag", "lp"),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Four to eight letters and digits."""
        return 4 <= sum(character.isalnum() for character in value) <= 8 and any(c.isdigit() for c in value)
