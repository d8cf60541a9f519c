"""Guatemala's personal identity number."""

from __future__ import annotations

from redactor.detect import checks
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class DpiRecognizer(IdentifierRecognizer):
    """DPI/CUI: four, five and four digits; the ninth checks the first eight, the last four are department and
    municipality.

    Seen as "2450 65124 0101" and "DPI: 2450651240101". A failed check needs a label. Not a telephone number.
    """

    category = Category.NATIONAL_ID
    labels = r"\bdpi\b|\bcui\b|documento\s+personal|guatemal"
    reach = 60
    shapes = (
        Shape("four, five, four", r"(?<![A-Za-z0-9\-])(?P<id>\d{4}[ \-]?\d{5}[ \-]?\d{4})(?![A-Za-z0-9\-])", 0.35),
    )

    def doubtful(self, shape: Shape, value: str) -> bool:
        """The check digit fails."""
        return not checks.dpi(value)
