"""A-Numbers."""

from __future__ import annotations

from redactor.detect.identifiers.misread import DIGIT, MOST_WITHOUT_LABEL, can_be_digits, misread
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_GAP = r"(?:- | -|[ .\-])?"
_DIGITS = rf"\d{{1,3}}{_GAP}\d{{3}}{_GAP}\d{{3}}"
_MISREAD = rf"{DIGIT}{{2,3}}{_GAP}{DIGIT}{{3}}{_GAP}{DIGIT}{{3}}"


class ANumberRecognizer(IdentifierRecognizer):
    """A-Number (Alien Registration Number, File No., USCIS#): A, then seven to nine digits (8 C.F.R. 1.2).

    Seen as A012345678, A 200-123-456 and "File No: 200 123 456"; misread by OCR as "A2OO l23 456". Not an exhibit
    ("Exhibit A 100"), not a court's file number ("File No. 19-cv-8876"), not a facility ("A 200-bed facility").
    """

    category = Category.A_NUMBER
    labels = (
        r"a[\- ]?(?:number|file|no\b|#)|file\s*(?:no|number|#)|alien|uscis|subject|respondent|nro\.?\s*a|n[uú]mero\s+a"
    )
    shapes = (
        Shape(
            "A and digits",
            rf"(?<![A-Za-z0-9])(?P<id>A ?(?:#|№|No\.?|Num(?:ber)?\.?)?[ :.#\-]{{0,3}}{_DIGITS})(?!\d|[.,/]\d|-\d)",
            0.6,
        ),
        Shape("A and commas", r"(?<![A-Za-z0-9])(?P<id>A ?#?\d{2,3},\d{3},\d{3})(?![\d,]|\.\d)", 0.5),
        Shape(
            "small a and digits",
            r"(?<![A-Za-z0-9])(?P<id>a[#\-]?(?:\d{8,9}|\d{3}[ \-]\d{3}[ \-]\d{3}))(?![\w]|[.,]\d)",
            0.5,
        ),
        Shape(
            "label and digits",
            r"(?P<label>\b(?:alien(?:\s+registration)?(?:\s*(?:number|no\.?|num\.?|#))?|A[\- ]?(?:number|file|no\.?|#)"
            r"|USCIS\s*(?:#|no\.?|number)|(?:A-?)?file(?:\s*(?:number|no\.?|#)|(?=:? \d{3}[ \-]\d{3}))|nro\.?\s*A|n[uú]mero\s+A))"
            r"(?:\s?\([^()\n]{1,20}\))?[\s:#.\-]{0,6}"
            rf"(?P<id>(?:A[\s#:\-]{{0,3}})?{_DIGITS})(?![\d]|-\d)",
            0.6,
            ignore_case=True,
            cues=("alien", "number", "file", "no", "#", "a n", "a-n", "nro", "mero"),
        ),
        Shape(
            "A and masked digits",
            r"(?P<label>(?<![A-Za-z])A[ #\-:]{0,2}(?:[Xx*]{2,3}[ \-.]?){2}"
            r"|(?i:\b(?:A-?\s?(?:file|number|no\.?|\#)|alien\s+(?:number|no\.?)|file(?:\s+(?:number|no\.?))?)"
            r"[^.;:\n]{0,15}\bending(?:\s+in)?\s+))(?P<id>\d{3,4})\b",
            0.5,
            cues=("xx", "**", "ending"),
        ),
        Shape(
            "three groups of three",
            r"(?<![\w.,/\-$]|\d )(?P<id>[0-2]\d{2}([ \-])\d{3}\2\d{3})(?![\w/]|[.,\-]\d| \d)",
            0.35,
        ),
        Shape(
            "nine digits beside a name",
            r"(?=[0-2]\d{8}(?!\d))(?P<label>(?:(?<=[\t\n_/])|(?<=^)|(?<=\p{Lu}[\p{L}'\-]+(?: |, | - |: | / | \(|_))))"
            r"(?P<id>[0-2]\d{8})(?=[\t\n_).,;]|\s*$|,? \p{Lu}\p{L}|\.pdf)(?![.,]\d)",
            0.3,
        ),
        Shape("A and misread digits", rf"(?<![A-Za-z0-9])(?P<id>A[ :.#\-]{{0,3}}{_MISREAD})(?![\w]|[.,/]\d)", 0.3),
        Shape(
            "label and misread digits",
            rf"(?P<label>(?i:\b(?:alien|A-?(?:number|file)|USCIS|file))(?i:\s*(?:number|no\.?|#))?)"
            rf"[\s:#.\-]{{0,6}}(?P<id>(?:A[ #:\-]{{0,3}})?{_MISREAD})(?![\w]|[.,/]\d)",
            0.3,
            cues=("alien", "number", "file", "uscis"),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Seven to nine digits, not all alike; of misread ones, enough true digits; of a masked number, what is left."""
        if "masked" in shape.name:
            return True
        number = value.lstrip("A").lstrip(" #:.-")
        if "misread" in shape.name:
            return can_be_digits(number)
        digits = [character for character in value if character.isdigit()]
        return 7 <= len(digits) <= 9 and len(set(digits)) > 1

    def doubtful(self, shape: Shape, value: str) -> bool:
        """More misread places than one would take without a label."""
        return "misread" in shape.name and misread(value.lstrip("A")) > MOST_WITHOUT_LABEL
