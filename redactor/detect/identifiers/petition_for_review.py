"""Dockets of a noncitizen's own petition for review or habeas corpus."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class PetitionForReviewRecognizer(IdentifierRecognizer):
    """Words that name the petition, then the docket: year, hyphen, serial.

    Seen as "petition for review, No. 19-1234" and "BIA appeal docket 20-0456". Not a cited appeal without those words
    ("No. 21-1233 (2d Cir.)").
    """

    category = Category.DOCKET_NUMBER
    shapes = (
        Shape(
            "petition and docket",
            r"(?P<label>(?i:\b(?:petition\s+for\s+review|habeas(?:\s+corpus)?(?:\s+petition)?|PFR|BIA\s+appeal)\b))"
            r"[^\n.;\d]{0,30}(?:(?i:no|docket)\b\.?)?[^\n;\d]{0,5}(?P<id>\d{2}-\d{3,5})\b(?!-)",
            0.5,
            cues=("review", "habeas", "pfr", "bia"),
        ),
    )
