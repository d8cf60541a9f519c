"""Passport and travel document numbers."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.countries import COUNTRY, PEOPLE
from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_LABEL = (
    r"(?:passport|pasaporte|(?:refugee\s+)?travel\s+document|border\s+crossing\s+card|BCC"
    rf"|form\s+\(type\s+and\s+no\.?\)\s+lifted)(?:\s+(?:card|book))?{NUMBER}?"
)
_DATE_LIKE = regex.compile(r"\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{2}-\d{2}")
_NUMBER = r"(?=[A-Z0-9\- ]{0,9}\d\d)[A-Z0-9](?:-?[A-Z0-9]){4,18}\b(?!\.?\w*@)"


class PassportRecognizer(IdentifierRecognizer):
    """Passport, travel document or border crossing card number: a label, then six to nineteen letters and digits.

    Seen as "passport # G12345678", "pasaporte no. E1234567" and, with a country near, "Honduran passport, E123456".
    Without the word a country name within sixty code points speaks for letter-and-digit shapes only. Not
    "passport control hard secondary", nor the empty form's "Passport Number and Country of Issue".
    """

    category = Category.PASSPORT
    labels = rf"passport|pasaporte|travel\s+doc|{COUNTRY}\b|\b{PEOPLE}\b"
    reach = 60
    shapes = (
        Shape(
            "label and number",
            number_after(_LABEL, _NUMBER),
            0.6,
            ignore_case=True,
            cues=("passport", "pasaporte", "travel", "border", "bcc", "lifted"),
        ),
        Shape(
            "label, words and number",
            r"(?P<label>(?i:\bpassport|\bpasaporte))[^\n.;\d]{1,50}?(?P<id>\b(?:[A-Z]{1,2}[ \-]?\d{6,8}|\d{9}"
            r"|\d{11}))\b(?!-)",
            0.45,
            cues=("passport", "pasaporte"),
        ),
        Shape(
            "letters and digits by a country",
            r"(?<![A-Za-z0-9\-])(?P<id>[A-Z]{1,2}\d{6,8}|E[A-Z]\d{7})(?![A-Za-z0-9\-])",
            0.15,
            needs_label=True,
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """At least three digits, and no date."""
        return sum(character.isdigit() for character in value) >= 3 and not _DATE_LIKE.fullmatch(value)
