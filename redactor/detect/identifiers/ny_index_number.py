"""Index, indictment and docket numbers that their label gives away."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class NyIndexNumberRecognizer(IdentifierRecognizer):
    """A label, four to six digits, a stroke or hyphen, a year.

    Seen as "Index No. 123456/2019", "Indictment No. 1234/2019" and "Docket No: 1234-19". Not the action's own number
    ("Case No. 19-cv-8876"), not a rule's docket ("Docket No. ICEB-2019-0001").
    """

    category = Category.DOCKET_NUMBER
    shapes = (
        Shape(
            "label, number and year",
            r"(?P<label>(?i:\b(?:index|indictment|ind\.?|docket|case|file|calendar)\s*(?:no\b\.?|number"
            r"|#)))[\s:#.]{0,6}"
            r"(?P<id>\d{3,7}[/\-](?:19|20)?\d{2}[A-Z]?)\b(?!-)",
            0.55,
            cues=("no", "number", "#"),
        ),
    )
