"""Vehicle identification numbers."""

from __future__ import annotations

from redactor.detect import checks
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class VinRecognizer(IdentifierRecognizer):
    """VIN: seventeen letters and digits without I, O and Q; the ninth checks the others (49 C.F.R. 565.15).

    Seen as 1HGCM82633A004352 and "VIN: 1M8GDM9AXKP042788". A failed check needs the label. Not a long word in capitals
    (SUPERCALIFRAGILIS).
    """

    category = Category.VIN
    labels = r"\bv\.?i\.?n\b|vehicle\s+id"
    shapes = (
        Shape(
            "seventeen places",
            r"(?<![A-Za-z0-9])(?=[A-Z0-9]{17}(?![A-Z0-9]))(?=[A-HJ-NPR-Z0-9]{0,16}\d)(?P<id>[A-HJ-NPR-Z0-9]{17})(?![A-Za-z0-9])",
            0.6,
            ignore_case=True,
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Letters and digits both."""
        return any(c.isalpha() for c in value) and sum(c.isdigit() for c in value) >= 3

    def doubtful(self, shape: Shape, value: str) -> bool:
        """The check digit fails."""
        return not checks.vin(value)
