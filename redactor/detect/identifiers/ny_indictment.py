"""Indictments and superior court informations."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class NyIndictmentRecognizer(IdentifierRecognizer):
    """IND or SCI, a number, the year, sometimes the defendant.

    Seen as IND-70123-20/001, "Ind 1234/2019" and SCI-00123-20. Not an index number without its label, not "Ind. 5".
    """

    category = Category.DOCKET_NUMBER
    shapes = (
        Shape(
            "indictment",
            r"(?<![A-Za-z0-9])(?P<id>(?:IND|SCI|DKT)[\-. #]{0,2}\d{3,6}[\-/]\d{2,4}(?:[/\-]\d{2,3})?)(?!\d)",
            0.75,
            ignore_case=True,
            cues=("ind", "sci", "dkt"),
        ),
    )
