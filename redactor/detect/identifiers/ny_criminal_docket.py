"""Dockets of New York's criminal courts, new and old."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class NyCriminalDocketRecognizer(IdentifierRecognizer):
    """CR, six digits, year and county; before 2020 year, county and six digits.

    Seen as CR-001234-20NY and 2017KN012345. Not a federal docket (19-cv-8876), not a short number (CR-12-20NY).
    """

    category = Category.DOCKET_NUMBER
    shapes = (
        Shape(
            "CR docket",
            r"(?<![A-Za-z0-9])(?P<id>CR ?-?\d{6} ?-?\d{2} ?[A-Z]{2})(?![A-Za-z0-9])",
            0.8,
            ignore_case=True,
            cues=("cr",),
        ),
        Shape(
            "year, county, serial",
            r"(?<![A-Za-z0-9])(?P<id>(?:19|20)\d{2} ?-?(?:KN|NY|BX|QN|RI|SR|CN|CK|CQ|CX) ?-?\d{6})(?!\d)",
            0.8,
            ignore_case=True,
        ),
        Shape(
            "town or village docket",
            number_after(
                rf"(?:criminal|crim\.?)\s+(?:court\s+)?(?:docket|case){NUMBER}?", r"\d{2,4}-?\d{4,7}\b(?![\-/]\w)"
            ),
            0.5,
            cues=("crim",),
        ),
    )
