"""SEVIS IDs of students and exchange visitors."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class SevisRecognizer(IdentifierRecognizer):
    """SEVIS ID: N and ten digits.

    Seen as N0012345678 and "SEVIS ID: N 0012345678". Not a shorter number (N001234567), not letters before the N
    (AN0012345678).
    """

    category = Category.SEVIS_ID
    labels = r"sevis|i-?20\b|ds-?2019"
    shapes = (
        Shape("N and ten digits", r"(?<![A-Za-z0-9])(?P<id>N\d{10})(?!\d)", 0.6),
        Shape(
            "label and ten digits",
            number_after(rf"SEVIS(?:\s?ID)?{NUMBER}?", r"N?[ \-]?\d{10}\b"),
            0.6,
            cues=("sevis",),
        ),
    )
