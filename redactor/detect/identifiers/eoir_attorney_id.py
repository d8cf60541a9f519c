"""EOIR IDs of attorneys and accredited representatives."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category, Role


class EoirAttorneyIdRecognizer(IdentifierRecognizer):
    """EOIR ID of a representative: a label, two letters, six digits.

    Seen as "EOIR ID# AB123456" and "EOIR No. XY654321". Not a form of that office ("EOIR-42B").
    """

    category = Category.ATTORNEY_ID
    role = Role.REPRESENTATIVE
    shapes = (
        Shape(
            "label, letters and digits",
            number_after(rf"EOIR(?:\s?ID)?(?:\s+(?:registry|attorney))?(?:\s?ID)?{NUMBER}?", r"[A-Z]{2}[ \-]?\d{6}\b"),
            0.6,
            ignore_case=True,
            cues=("eoir",),
        ),
    )
