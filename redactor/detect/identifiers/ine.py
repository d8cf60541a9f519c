"""Mexico's voter key."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class IneRecognizer(IdentifierRecognizer):
    """INE clave de elector: six letters, birth date and state (eight digits), sex, three digits.

    Seen as LPEJMR91031415M300 and "Clave de elector: GMVLMR80070501M100". Not a CURP, which has ten consonants and sex
    before the end.
    """

    category = Category.NATIONAL_ID
    labels = r"\bine\b|\bife\b|clave\s+de\s+elector|elector|m[eé]xic"
    reach = 60
    shapes = (Shape("voter key", r"(?<![A-Za-z0-9\-])(?P<id>[A-Z]{6}\d{8}[HM]\d{3})(?![A-Za-z0-9\-])", 0.6),)
