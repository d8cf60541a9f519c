"""Parts, courtrooms and calendars of courts."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

AROUND = 80
"""Code points either side in which a court word makes "Part" a court's part."""

_COURT = regex.compile(
    r"\b(?:court(?:house|room)?|docket|judge|justice|hon|appear\w*|hearing|calendar|adjourn\w*|arraign\w*|I\.?A\.?S)\b",
    regex.IGNORECASE,
)
_REST_OF_AN_ADDRESS = regex.compile(
    r"[,\s]+(?:NEW\s+YORK\b|[A-Z][\w ]{2,20},\s+(?:NY|N\.Y\.|NEW\s+YORK)\b)", regex.IGNORECASE
)
"""What follows a room that is part of an office's postal address, as Form I-862 prints the immigration court's."""

_ROMAN = regex.compile(r"\s[IVX]+$")
_RULES = regex.compile(r"C\.?F\.?R\.?\s*$|\b(?:of|in)\s+$|\d\s*$|§\s*$", regex.IGNORECASE)


class CourtPartRecognizer(IdentifierRecognizer):
    """Part, courtroom, hearing room or calendar number of a court.

    Seen as "Part 21 (Docket …)", "Courtroom 12A", "Part DV-1" and "Calendar No. 14". Not a part of the regulations
    ("8 C.F.R. Part 208"), of a form ("Part 3. Information") or of a brief ("Part II").
    """

    category = Category.COURT_PART
    shapes = (
        Shape(
            "part",
            r"\b(?P<id>(?:Part|PART|Pt\.)\s(?:\d{1,3}[A-Z]?|[A-Z]{1,4}-?\d{1,2}[A-Z]?|IDV|DV|AP|TAP|SOI|AR|JHO"
            r"|DVC|HTIC)(?:-\d{1,2}[A-Z]?)?)\b(?!\.[\s\d]+[A-Z][a-z])",
            0.5,
            cues=("part", "pt."),
        ),
        Shape(
            "courtroom",
            number_after(
                rf"(?:court\s?room|ctrm\.?|courtroom|sala){NUMBER}?", r"(?:\d{1,4}[A-Z]?|[A-Z]-?\d{1,4}|[A-Z])\b"
            ),
            0.55,
            cues=("room", "ctrm", "sala"),
        ),
        Shape("room", r"\b(?i:ROOM|RM\.?)\s(?P<id>\d{1,4}[A-Z]?)\b", 0.4, cues=("room", "rm")),
        Shape(
            "calendar number",
            number_after(rf"(?:calendar|cal\.){NUMBER}", r"\d{1,4}[A-Z]?\b(?![\-/]\d)"),
            0.55,
            cues=("cal",),
        ),
        Shape("IAS part", r"\b(?P<id>I\.?A\.?S\.?\s+(?:Part\s+)?\d{1,3}[A-Z]?)\b", 0.6, cues=("ias", "i.a.s")),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """A part or room with a court word nearby, and not one of the regulations."""
        if shape.name not in ("part", "room"):
            return True
        before = text[max(0, start - 12) : start]
        if shape.name == "part" and ((_RULES.search(before) and "C" in before) or _ROMAN.search(text, start, end)):
            return False
        if shape.name == "room" and _REST_OF_AN_ADDRESS.match(text, end):
            return False
        return bool(_COURT.search(text, max(0, start - AROUND), min(len(text), end + AROUND)))
