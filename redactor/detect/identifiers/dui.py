"""El Salvador's identity document."""

from __future__ import annotations

from redactor.detect import checks
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class DuiRecognizer(IdentifierRecognizer):
    """DUI: eight digits, a hyphen, a check digit.

    Seen as 00016297-5 and "DUI: 000162975". A failed check, or no hyphen, needs a label. Not a ZIP+4, not a docket.
    """

    category = Category.NATIONAL_ID
    labels = r"\bd\.?u\.?i\b(?!\s+(?:arrest|conviction|charge|offense))|documento\s+[uú]nico|salvador"
    reach = 60
    shapes = (
        Shape("eight and one", r"(?<![A-Za-z0-9\-])(?P<id>\d{8}-\d)(?![A-Za-z0-9\-])", 0.5),
        Shape(
            "nine digits",
            r"(?<![A-Za-z0-9\-])(?P<id>\d{9})(?![A-Za-z0-9\-])",
            0.35,
            needs_label=True,
        ),
    )

    def doubtful(self, shape: Shape, value: str) -> bool:
        """The check digit fails."""
        return not checks.dui(value)

    def valid(self, shape: Shape, value: str) -> bool:
        """Not all digits alike."""
        return len(set(value.replace("-", ""))) > 1
