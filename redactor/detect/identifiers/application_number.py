"""Numbers of applications to courts and offices abroad: a serial, a stroke, a year; alone or in a list."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_NUMBER = r"\d{2,6}/(?:19|20)?\d{2}"


class ApplicationNumberRecognizer(IdentifierRecognizer):
    """Application, case or file number of a court abroad: "no.", then serial and year, or a list of them.

    Seen as "application (no. 28045/02)", "applications nos. 26480/95, 28291/95 and 43362/96" and "expediente
    1234/2019". Not a date ("no. 3/14/91"), not a fraction, not a number without any word for it.
    """

    category = Category.DOCKET_NUMBER
    shapes = (
        Shape(
            "number and year",
            rf"(?P<label>(?i:\b(?:nos?\b\.?|application|case|file|expediente|causa|registro|n[uú]m\.?|n[º°])[\s:(#]{{1,3}}))"
            rf"(?P<id>{_NUMBER})(?![\d/])",
            0.5,
            cues=("/",),
        ),
        Shape(
            "one of a list",
            rf"(?<=\d/\d\d(?:\d\d)?(?:, | and |; | y ))(?P<id>{_NUMBER})(?![\d/])",
            0.4,
            cues=("/",),
        ),
    )
