"""Mexico's population registry code."""

from __future__ import annotations

from redactor.detect import checks
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class CurpRecognizer(IdentifierRecognizer):
    """CURP: four letters, birth date, sex, state and consonants, a homonym place and a check digit (RENAPO).

    Seen as GOPA800101MDFMRN09 and "CURP: HEGG560427MVZRRL04". A failed check digit is claimed with a label only. Not a
    tax code (RFC), which is shorter.
    """

    category = Category.NATIONAL_ID
    labels = r"curp|clave\s+[uú]nica|m[eé]xic"
    reach = 60
    shapes = (Shape("CURP", r"(?<![A-Za-z0-9\-])(?P<id>[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d)(?![A-Za-z0-9\-])", 0.6),)

    def doubtful(self, shape: Shape, value: str) -> bool:
        """The check digit fails."""
        return not checks.curp(value)
