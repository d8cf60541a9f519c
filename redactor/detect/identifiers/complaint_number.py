"""Police complaint and incident report numbers."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class ComplaintNumberRecognizer(IdentifierRecognizer):
    """Complaint number: a label, then year, precinct and serial, or digits.

    Seen as "Complaint No. 2019-071-003456" and "Incident report # 19-0012345". Not a pleading ("Complaint, ECF No. 1").
    """

    category = Category.CRIMINAL_JUSTICE_ID
    shapes = (
        Shape(
            "label and number",
            number_after(
                rf"(?:(?:police\s+)?complaint|incident(?:\s+report)?|(?:police\s+)?report|precinct\s+case|UF-?61"
                rf"|DIR)(?:{NUMBER}|\s?ID\b)",
                r"(?:\d{2,4}-)?(?:\d{2,3}-)?\d{4,7}\b(?![\-/]\w)",
            ),
            0.5,
            cues=("complaint", "incident", "report", "precinct", "uf", "dir"),
        ),
    )
