"""Lengths of time, and years and months that no day belongs to."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.calendar import MONTH, YEAR
from redactor.detect.identifiers.narrowing import NarrowingRecognizer
from redactor.detect.identifiers.numbers_in_words import NUMBER_WORD
from redactor.detect.recognizer import Shape
from redactor.model import Category

_UNIT = r"(?:years?|months?|weeks?|days?|hours?|minutes?|nights?|decades?|a[nñ]os?|mes(?:es)?|semanas?|d[ií]as?|horas?)"
_SEASON = r"(?:spring|summer|autumn|fall|winter|primavera|verano|oto[nñ]o|invierno)"
_OLD = regex.compile(r"[' ]{0,2}s?[\- ](?:old|of age|de edad)\b")


class PeriodRecognizer(NarrowingRecognizer):
    """A length of time, a bare year after a preposition, a month and year, a season, a part of a year.

    Seen as "for eight days", "in 2005", "early December 1996", "the first half of 1993" and "the 1990s". Not an age
    ("14 years old"), not the year of a citation in brackets ("(2019)"), not a time of day.
    """

    category = Category.PERIOD
    shapes = (
        Shape(
            "length of time",
            rf"(?<![\w.,\-/$])(?P<id>(?:\d{{1,3}}|{NUMBER_WORD})(?: and a half| or \w+| to \w+)?(?:[ \-]\w+)?[ \-]{_UNIT})\b",
            0.25,
            cues=(
                "year",
                "month",
                "week",
                "day",
                "hour",
                "minute",
                "night",
                "decade",
                "año",
                "ano",
                "mes",
                "seman",
                "ía",
            ),
        ),
        Shape(
            "year",
            rf"(?<=\b(?i:in|since|until|till|by|before|after|during|of|from|to|and|between|early|late|mid|around|about"
            rf"|year|the|summer|winter|spring|fall|autumn|en|desde|hasta|a[nñ]o)(?: |-))(?P<id>{YEAR})(?![\w/]|[\-.]\d)",
            0.25,
            cues=("19", "20"),
        ),
        Shape(
            "years",
            rf"(?<![\w/.\-])(?P<id>{YEAR}(?:, {YEAR})* ?(?:and|or|to|-) ?{YEAR}|(?:19|20)\d0'?s|{YEAR}/\d{{2,4}})(?![\w/])",
            0.25,
            cues=("19", "20"),
        ),
        Shape(
            "month and year",
            rf"\b(?=[JFMASONDEjfmasonde])(?P<id>{MONTH} (?:of |de |del )?{YEAR})\b",
            0.25,
            cues=("19", "20"),
        ),
        Shape(
            "part of a year",
            rf"\b(?P<id>(?i:(?:(?:early|late|mid)[ \-])?{_SEASON}(?: of)?|(?:first|second|third|fourth|last) (?:half|quarter|week"
            rf"|months?) of|(?:the )?(?:beginning|end|middle|start) of|(?:early|late|mid)[ \-])(?: |-)?(?:{MONTH} ?)?{YEAR})\b",
            0.3,
            cues=("19", "20"),
        ),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not an age."""
        return shape.name != "length of time" or not _OLD.match(text, end)
