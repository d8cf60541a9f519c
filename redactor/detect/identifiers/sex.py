"""Sex and gender."""

from __future__ import annotations

from redactor.detect.identifiers.countries import PEOPLE
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class SexRecognizer(IdentifierRecognizer):
    """Sex by its label, or after a people or in "M/F" notation of a record.

    Seen as "Sex: F" and "Gender: Female". Not a sentence ("sex offender"), not an initial.
    """

    category = Category.SEX
    crosses_lines = False
    shapes = (
        Shape(
            "label and sex",
            r"(?P<label>(?i:\b(?:sex|gender|sexo|g[eé]nero)\b))(?: ?\([^()\n]{1,20}\))?[ \t:]{1,6}\n?(?P<id>"
            r"(?i:male|female|masculin[oa]|femenin[oa]|hombre|mujer|non-?binary)\b|[MFXH]\b(?!\.|/))",
            0.6,
            cues=("sex", "gender", "nero"),
        ),
        Shape(
            "people and sex",
            rf"(?P<label>\b(?i:{PEOPLE})(?:\s+national)?\s+)(?P<id>(?i:male|female|man|woman))\b",
            0.5,
            cues=("male", "man"),
        ),
    )
