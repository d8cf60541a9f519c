"""Ecuador's cédula."""

from __future__ import annotations

from redactor.detect import checks
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class EcuadorianCedulaRecognizer(IdentifierRecognizer):
    """Cédula: ten digits, province first, Luhn check digit; label or country needed.

    Seen as "cédula 1710034065" and "CI: 171003406-5". Not a telephone number, which has no such label.
    """

    category = Category.NATIONAL_ID
    labels = r"c[eé]dula|\bc\.?i\b\.?\s*[:#]|ecuador"
    reach = 60
    shapes = (
        Shape(
            "ten digits",
            r"(?<![A-Za-z0-9\-])(?P<id>\d{9}-?\d)(?![A-Za-z0-9\-])",
            0.35,
            needs_label=True,
        ),
    )

    def doubtful(self, shape: Shape, value: str) -> bool:
        """The check digit fails."""
        return not checks.ecuadorian_cedula(value)
