"""Telephone and fax numbers."""

from __future__ import annotations

import phonenumbers
import regex

from redactor.detect.identifiers.misread import DIGIT
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category, Role

_DATE_LIKE = regex.compile(r"\d{1,4}[-.]\d{1,2}[-.]\d{1,4}(?![\d\-.])")
_EXTENSION = r"(?:\s?(?:,|x|ext\.?|extension|anexo)\s?\d{1,6}\b)?"
_LABEL = (
    r"\b(?:(?:tele)?phone|tel|cell(?:ular)?|mobile|fax|call(?:ed)?|text(?:ed)?|whats\s?app|signal|tel[eé]fono|celular"
    r"|contact|daytime|evening|home|work)\b"
)


_OFFICE = regex.compile(
    r"\b(?:switchboard|main(?:\s+(?:number|line|office|phone))?\)?\s*:?\s*$|front\s+desk|duty\s+(?:desk|officer)|hot\s?line|toll[\s\-]free)|\(main\)",
    regex.IGNORECASE,
)


class PhoneRecognizer(IdentifierRecognizer):
    """Telephone number: North American (area and exchange begin with 2 to 9), international with "+", or by label.

    Seen as (212) 416-6057, "+52 55 1234 5678" and "Cell: 7185550142". Not a Social Security number (123-45-6789), not a
    span of years (2019-2020), not an A-Number (200-123-456).
    """

    category = Category.PHONE
    labels = _LABEL
    shapes = (
        Shape(
            "North American",
            r"(?<![\d\-])(?=[+(\d])(?P<id>(?:\+?1[\s.\-]?)?"
            r"(?:\([2-9]\d{2}\)[\s\-]?|[2-9]\d{2}(?:[\s.\-]|/ ?| - ))[2-9]\d{2}(?:[\s.\-]| - )\d{4}"
            + _EXTENSION
            + r")(?![\d])",
            0.6,
            ignore_case=True,
        ),
        Shape("international", r"(?<![\d+])(?P<id>\+(?:\d[ .\-()]{0,2}){7,14}\d)(?!\d)", 0.6, cues=("+",)),
        Shape(
            "label and digits",
            r"(?P<label>" + _LABEL + r"(?:\s*(?:number|no\b\.?|#))?(?:\s?\([^()\n\d]{1,40}\))?)[\s:.#]{0,6}"
            r"(?:\s?(?:me|us|her|him))?(?:\s(?:on|at))?\s?(?P<id>(?:\+|00"
            r"|011[ \-]?)?\(?\d(?:[ .\-()]{0,2}\d){6,14}" + _EXTENSION + r")(?![\d/])",
            0.5,
            ignore_case=True,
        ),
        Shape(
            "misread digits by a label",
            r"(?P<label>"
            + _LABEL
            + r"(?:\s*(?:number|no\b\.?|#))?)[\s:.#]{0,6}(?:(?:me|us|her|him)\s(?:(?:on|at)\s)?)?"
            rf"(?P<id>\(?{DIGIT}{{3}}\)?[ .\-]{DIGIT}{{3}}[ .\-]{DIGIT}{{4}})(?!\w)",
            0.35,
            ignore_case=True,
        ),
        Shape(
            "national, with a leading zero",
            r"(?<![\w.,/\-])(?P<id>\(?0\d{1,4}\)?(?:[ .\-]\d{2,4}){2,4})(?![\w/]|[.\-]\d)",
            0.35,
        ),
        Shape(
            "ten digits in a row",
            r"(?<![\w.\-/#])(?P<id>[2-9]\d{2}[2-9]\d{6})(?![\w\-])",
            0.2,
        ),
        Shape(
            "seven digits",
            r"(?<![\d\-.(])(?<!\d\)\s)(?<!\d{3}\s)(?P<id>[2-9]\d{2}-\d{4})(?![\d\-])",
            0.3,
            needs_label=True,
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """A number with "+" has a length that its country allows; one by label is no date."""
        if shape.name == "international":
            try:
                return phonenumbers.is_possible_number(phonenumbers.parse(value))
            except phonenumbers.NumberParseException:
                return sum(character.isdigit() for character in value) >= 10
        if shape.name.startswith("misread"):
            return 6 <= sum(character.isdigit() for character in value) < 10
        if shape.name.startswith("national"):
            return 8 <= sum(character.isdigit() for character in value) <= 13 and not _DATE_LIKE.fullmatch(value)
        return shape.name != "label and digits" or not _DATE_LIKE.match(value)

    def role_of(self, text: str, start: int, end: int) -> Role | None:
        """A switchboard's number is an office's."""
        around = text[max(0, start - 40) : start].rpartition("\n")[2] + " " + text[end : end + 12].partition("\n")[0]
        return Role.OFFICIAL if _OFFICE.search(around) else None
