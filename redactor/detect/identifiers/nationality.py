"""Nationality, citizenship and country of birth."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.countries import COUNTRY, PEOPLE
from redactor.detect.identifiers.label import words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_NOT_A_COUNTRY = regex.compile(r"(?:U\.?S\.?|United States|New Mexico|of|or|and|if|date|other|the)\b", regex.IGNORECASE)

_PERSONS_ROW = regex.compile(
    r"(?<!\d)A?\d{3}[ \-]?\d{3}[ \-]?\d{3}(?!\d)|(?<!\d)\d{1,2}/\d{1,2}/\d{2,4}|(?:19|20)\d{6}(?!\d)"
)


class NationalityRecognizer(IdentifierRecognizer):
    """A country or a people after a label or in a phrase about one person.

    Seen as "native of HONDURAS and a citizen of HONDURAS", "Country of Citizenship: Guatemala" and "a Honduran
    national". Not the United States ("not a citizen or national of the United States"), not a country on its own, not
    a language.
    """

    category = Category.NATIONALITY
    shapes = (
        Shape(
            "label and country",
            r"(?P<label>(?i:\b(?:(?:country\s+of\s+)?(?:citizenship|nationality)(?:\s*\(ies\))?"
            r"|country\s+of\s+(?:birth|origin|issuance|removal|residence)"
            r"|country(?=\s?:)|nacionalidad|ciudadan[ií]a|pa[ií]s\s+de\s+(?:origen|nacimiento)|COC"
            r"|COB)\b))(?: ?\([^()\n]{1,30}\))?[\s:]{1,6}"
            rf"(?P<id>(?i:{COUNTRY}|{PEOPLE})\b)",
            0.6,
            cues=(
                "citizen",
                "national",
                "country",
                "nacionalidad",
                "ciudadan",
                "de origen",
                "nacimiento",
                "coc",
                "cob",
            ),
        ),
        Shape(
            "label and words",
            words_after(
                r"(?:(?:country\s+of\s+)?(?:citizenship|nationality)|country\s+of\s+(?:birth|origin)|nacionalidad)"
            ),
            0.3,
            one_line=True,
            cues=("citizenship", "nationality", "country of", "nacionalidad"),
        ),
        Shape(
            "citizen of",
            r"(?P<label>(?i:\b(?:native|citizen|national|subject|ciudadan[oa]|nacional)(?:s?\s+(?:and|or"
            r"|y)\s+(?:a\s+)?(?:native|citizen|national|ciudadan[oa]))?"
            rf"\s+(?:of|de)\s+(?:the\s+)?))(?P<id>(?i:{COUNTRY})\b)",
            0.6,
            cues=("native", "citizen", "national", "subject", "ciudadan", "nacional"),
        ),
        Shape(
            "people and person",
            rf"\b(?=\p{{Lu}}|[a-z]+[oae]\b)(?P<id>(?i:{PEOPLE}))\b(?=\s+(?i:national|citizen|native|male|female|man|woman|passport"
            rf"|nationality|citizenship|immigrant|respondent|mother|father)\b)",
            0.55,
            cues=(
                "national",
                "citizen",
                "native",
                "male",
                "man",
                "passport",
                "immigrant",
                "respondent",
                "mother",
                "father",
            ),
        ),
        Shape(
            "alone in its cell",
            rf"(?<=\t)(?=\p{{Lu}})(?P<id>(?i:{COUNTRY}|{PEOPLE}))(?=[\t\n]|$)",
            0.35,
            one_line=True,
        ),
        Shape(
            "from a country",
            rf"(?P<label>\b(?i:(?:is|was|hails|came|emigrated|fled|originally|respondent|subject|removed"
            rf"|deported|returned)\s+(?:from|to))\s+)(?P<id>{COUNTRY}\b)",
            0.3,
            cues=("from", " to"),
        ),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not a heading of an empty form, nor the United States; alone in a cell, only in the row of a number or a date."""
        if shape.name == "alone in its cell":
            row = text[text.rfind("\n", 0, start) + 1 : end + 80].partition("\n")[0]
            return bool(_PERSONS_ROW.search(row))
        return not _NOT_A_COUNTRY.match(text, start, end)
