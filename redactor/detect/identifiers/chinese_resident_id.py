"""China's resident identity number."""

from __future__ import annotations

from redactor.detect import checks
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class ChineseResidentIdRecognizer(IdentifierRecognizer):
    """Resident identity number (GB 11643-1999): region, birth date, serial, check character.

    Seen as 11010519491231002X and "resident ID 440308199901101512". A failed check needs a label. Not a 16-digit card.
    """

    category = Category.NATIONAL_ID
    labels = r"resident\s+id|identity\s+(?:card|number)|shenfenzheng|national\s+id|chin(?:a|ese)|prc"
    reach = 60
    shapes = (
        Shape(
            "eighteen places",
            r"(?<![A-Za-z0-9\-])(?P<id>[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dXx])(?![A-Za-z0-9\-])",
            0.6,
        ),
    )

    def doubtful(self, shape: Shape, value: str) -> bool:
        """The check digit fails."""
        return not checks.chinese_resident_id(value)
