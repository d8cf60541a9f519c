"""Social Security numbers."""

from __future__ import annotations

from redactor.detect.identifiers.label import number_after
from redactor.detect.identifiers.misread import DIGIT, can_be_digits
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_LABEL = (
    r"(?:SSN|SS\s*#|S\.S\.N?\.?|(?:n[uú]mero\s+de\s+)?seguro\s+social"
    r"|(?:U\.?S\.?\s+)?social\s+security(?:\s+account)?(?:\s*(?:number|no\b\.?|num\b\.?|#))?)"
)


class SsnRecognizer(IdentifierRecognizer):
    """Social Security number: three, two and four digits; with a label also unbroken, masked or misread.

    Seen as 123-45-6789, "SSN: 123456789" and "Social Security Number: XXX-XX-1234". Not an area never issued
    (000, 666, 9xx), not a telephone number (212-555-0187). With a label a never-issued number is claimed all the same.
    """

    category = Category.SSN
    labels = _LABEL
    shapes = (
        Shape(
            "three groups",
            r"(?<![\d\-])(?P<id>(?!000|666|9\d\d)\d{3}([\- ])(?!00)\d{2}\2(?!0000)\d{4})(?![\d\-])",
            0.55,
        ),
        Shape(
            "three groups, spaced or cut",
            r"(?<![\d\-])(?P<id>(?!000|666|9\d\d)\d{3}(?: - |- | -)(?!00)\d{2}(?: - |- | -|-)(?!0000)\d{4}"
            r"|(?!000|666|9\d\d)\d{3}-(?!00)\d{2}(?: - |- | -)(?!0000)\d{4})(?![\d\-])",
            0.45,
        ),
        Shape(
            "masked number",
            r"(?<![\w*#•\-])(?P<id>[Xx*#•]{3}[ \-][Xx*#•]{2}[ \-]\d{4})\b(?!-)",
            0.6,
        ),
        Shape(
            "label and digits",
            number_after(_LABEL, r"\d{3}[ \-.]{0,3}\d{2}[ \-.]{0,3}\d{4}(?![\d\-])"),
            0.6,
            cues=("ss", "s.s", "social"),
        ),
        Shape(
            "label and masked number",
            number_after(_LABEL, r"[Xx*#•]{3}[ \-]?[Xx*#•]{2}[ \-]?\d{4}\b"),
            0.6,
            cues=("ss", "s.s", "social"),
        ),
        Shape(
            "last four",
            number_after(
                rf"last\s+(?:four|4)(?:\s+digits)?(?:\s+of)?(?:\s+(?:the|her|his|your))?\s+(?:{_LABEL}|social\b)",
                r"\d{4}\b",
            ),
            0.6,
            cues=("last",),
        ),
        Shape(
            "label and misread digits",
            number_after(_LABEL, rf"{DIGIT}{{3}}[ \-]?{DIGIT}{{2}}[ \-]?{DIGIT}{{4}}(?!\w)"),
            0.35,
            cues=("ss", "s.s", "social"),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Of misread digits, enough true ones."""
        return "misread" not in shape.name or can_be_digits(value)
