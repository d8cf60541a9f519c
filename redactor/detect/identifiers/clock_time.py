"""Times of day."""

from __future__ import annotations

import regex

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_HALF = r"(?:[ap]\.? ?m\b\.?|[AP]\.? ?M\b\.?)"


_CITED = regex.compile(r"(?:\b(?:\d?d|Id|supra|infra|Ct|Supp|Cir|WL|Br|Op)\.?|\d),?\s+(?:at|about)\s+$")


class ClockTimeRecognizer(IdentifierRecognizer):
    """A time of day: twelve hours with a.m. or p.m., twenty-four with a colon or the word "hours".

    Seen as "08:30 AM", "at approximately 0935 hours" and "9:35 p.m.". Without such a word a colon needs "at", "time" or
    "hours" near. Not a transcript's page and line ("45:12"), not a docket ("1:19-cv-8876"), not office hours of a year
    ("2000 hours of service" is claimed; "40 hours" is not).
    """

    category = Category.CLOCK_TIME
    labels = (
        r"\btime\b|\bat\s*$|approximately|approx|\b(?:about|around|circa|since|by|shows?(?:\s+up)?|starts?|before|after)\b|@|\bhora\b|\bhour\b|a\s+las|a\.m|p\.m|between|from|until"
        r"|\d{4}\s*$|/\d\d\s*$"
    )
    reach = 20
    shapes = (
        Shape(
            "twelve hours",
            rf"(?<![\w:.\-])(?P<id>(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)?(?::[0-5]\d)? ?{_HALF})",
            0.7,
            cues=("m",),
        ),
        Shape(
            "twelve hours, run together",
            r"(?<![\w:.\-$])(?P<id>(?:0?[1-9]|1[0-2])[0-5]\d ?[ap]\.?m\b)",
            0.6,
            ignore_case=True,
        ),
        Shape(
            "twenty-four hours with a word",
            r"(?<![\w:.\-])(?P<id>(?:[01]?\d|2[0-4]):?[0-5]\d(?::[0-5]\d)? ?(?i:hours|hrs?\b\.?|h\b|horas))",
            0.65,
            cues=("h",),
        ),
        Shape(
            "four digits by the word",
            r"(?P<label>(?i:\b(?:approximately|approx\.?|about|around|at)\s+))(?P<id>(?:[01]\d"
            r"|2[0-3])[0-5]\d)(?=,? (?i:hours|hrs|on|the|officers?|ICE|DO|this)\b|(?<!19\d\d|20[0-3]\d)[.,;])",
            0.3,
            cues=("at", "approx", "about", "around"),
        ),
        Shape(
            "four digits by a verb or in Spanish",
            r"(?P<label>(?i:\b(?:a\s+las|a\s+la|shows?(?:\s+up)?\s+at|arriv\w+\s+at|left\s+at|court\s+(?:is\s+)?at|meet(?:ing)?\s+at|time:?)\s+))"
            r"(?P<id>(?:[01]?\d|2[0-3]):?[0-5]\d)\b(?!\s*(?:[\-/]|\d))",
            0.4,
            cues=("a la", " at", "time"),
        ),
        Shape(
            "alone in its cell",
            r"(?:(?<=[\t\n])|(?<=^))(?P<id>(?:[01]?\d|2[0-3]):[0-5]\d)(?=[\t\n]|$)",
            0.4,
            cues=(":",),
            one_line=True,
        ),
        Shape(
            "four digits after a date",
            r"(?<=(?:\d/\d{2,4}|\d[A-Za-z]{3}(?:\d\d|\d{4}))(?:[ \t]| / | at |, ))(?P<id>(?:[01]\d|2[0-3])[0-5]\d)(?![\d/\-])",
            0.55,
        ),
        Shape(
            "colon",
            r"(?<![\w:.\-/])(?P<id>(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?![\w:\-])",
            0.3,
            needs_label=True,
            cues=(":",),
        ),
        Shape("words", r"\b(?P<id>(?i:noon|midnight|mediod[ií]a|medianoche))\b", 0.35, needs_label=True),
        Shape(
            "hour in words",
            r"\b(?P<id>(?i:(?:half past|quarter (?:past|to)|\w+ minutes? (?:past|to|before|after)) \w+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
            r"[\- ](?:thirty|fifteen|forty-five|o'clock)|(?:\d{1,2}(?::[0-5]\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:in the|at) (?:early )?"
            r"(?:morning|afternoon|evening|night)|\d{1,2}(?::[0-5]\d)? de la (?:mañana|tarde|noche|madrugada)))\b",
            0.5,
            cues=(
                "past",
                "quarter",
                "minute",
                "thirty",
                "fifteen",
                "forty-five",
                "morning",
                "afternoon",
                "evening",
                "night",
                "de la",
            ),
        ),
        Shape("o'clock", r"\b(?P<id>\w+ o'clock)\b", 0.6, ignore_case=True, cues=("o'clock",)),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not the page of a citation: "933 F.3d at 1111", "Id. at 1113"."""
        return shape.name != "four digits by the word" or not _CITED.search(text, max(0, start - 24), start)

    def valid(self, shape: Shape, value: str) -> bool:
        """Four digits with "hours" are a time; one to three are a duration."""
        if shape.name != "twenty-four hours with a word":
            return True
        digits = regex.match(r"[\d:]+", value)
        return digits is not None and (":" in value or len(digits.group()) == 4)
