"""Places of birth."""

from __future__ import annotations

from redactor.detect.identifiers.calendar import MONTH
from redactor.detect.identifiers.countries import COUNTRY
from redactor.detect.identifiers.label import NAMED, words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class PlaceOfBirthRecognizer(IdentifierRecognizer):
    """Place of birth: after its label, or after "born in".

    Seen as "Place of birth: Tegucigalpa" and "was born in San Pedro Sula, Honduras". Not a year ("born in 1991"), not
    an empty form's heading.
    """

    category = Category.PLACE_OF_BIRTH
    shapes = (
        Shape(
            "label and words",
            words_after(
                r"(?:(?:city|town|village|province|state|country)(?:[, ]+(?:and|or|province|state|\(state\)|country"
                r"|of|city|/)){0,6}\s*"
                r"(?:of\s+)?birth|place\s+of\s+birth|birth\s?place|\bPOB|lugar\s+de\s+nacimiento"
                r"|ciudad\s+de\s+nacimiento)"
            ),
            0.5,
            one_line=True,
            cues=("birth", "pob", "nacimiento"),
        ),
        Shape(
            "born in",
            rf"(?P<label>(?i:\b(?:born,?\s+(?:(?:on\s+)?[^.;]{{4,25}}\s+)?(?:in|at|near)|(?:comes|came|hails|originally)\s+from|date\s+of\s+birth[^.;]{{4,28}},?\s+place|naci(?:[oó]"
            rf"|d[oa])\s+en))\s+)(?P<id>(?=[A-Z])(?!{MONTH}\s+\d){NAMED})",
            0.45,
            cues=("born", "naci", "from", "place"),
        ),
        Shape(
            "after the date of birth",
            rf"(?P<label>(?i:\bborn:?\s|\bDOB:?\s|date\s+(?:and\s+place\s+)?of\s+birth)[^.;\n]{{0,3}}[^;]{{0,12}}?\d{{1,4}}[^.;\n\d]{{1,14}}\d{{2,4}},\s+(?:(?i:in|at)\s+)?)"
            rf"(?P<id>(?=[A-Z])(?!{MONTH}\s+\d){NAMED})",
            0.4,
            cues=("born", "dob", "birth"),
        ),
        Shape(
            "native of a town",
            rf"(?P<label>\b(?i:native|oriund[oa]|originari[oa])\s+(?:of"
            rf"|de)\s+)(?P<id>(?=[A-Z])(?!(?i:{COUNTRY})\b){NAMED})",
            0.4,
            cues=("native", "oriund", "originari"),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Words, not a date."""
        return any(character.isalpha() for character in value)
