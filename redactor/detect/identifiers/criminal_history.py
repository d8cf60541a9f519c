"""What a record says a person was arrested for, convicted of and sentenced to."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.label import words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_GENERAL = regex.compile(
    r"(?:an?|any|the|such|certain|some|other|these|those|no|one or more|serious|violent|immigration"
    r"|civil|enforcing|administering)?\s*"
    r"(?:aggravated\s+)?(?:crimes?|felon(?:y|ies)|misdemeanou?rs?|offen[sc]es?|violations?|violating"
    r"|duty|duties|task|responsib\w+"
    r"|enforc\w+|administer\w+|civil|immigration|removal|deport\w+|being|their|his|her|its)\b",
    regex.IGNORECASE,
)


class CriminalHistoryRecognizer(IdentifierRecognizer):
    """Offence after a verb of arrest, charge or conviction; sentence; words after the form's label.

    Seen as "convicted of petit larceny", "sentenced to 30 days in jail" and "Criminal Record: none known". Not
    statutory text ("convicted of a crime or crimes listed in section 237(a)(2)"), not crime in general.
    """

    category = Category.CRIMINAL_HISTORY
    crosses_lines = False
    shapes = (
        Shape(
            "verb and offence",
            r"(?P<label>\b(?i:(?:convicted\s+(?:of|for)|pleaded\s+guilty\s+to|pled\s+guilty\s+to"
            r"|arrested\s+(?:for|on\s+(?:a\s+)?charges?\s+of)|charged\s+with|indicted\s+for"
            r"|conviction\s+for|found\s+guilty\s+of|arraigned\s+on|condenad[oa]\s+por"
            r"|arrestad[oa]\s+por)\s+))(?P<id>[^\n.;]{3,70}?)(?=\s(?:on|in|at|by|and was|under|pursuant|from"
            r"|when|where|before)\s|[.;,\n]|$)",
            0.45,
            cues=("convict", "guilty", "arrest", "charged", "indicted", "arraigned", "condenad"),
        ),
        Shape(
            "sentence",
            r"(?P<label>\b(?i:sentenced\s+to|placed\s+on|sentence\s+of)\s+)(?P<id>(?:[^\n.;]{0,30}?)(?i:days?"
            r"|months?|years?|probation|time\s+served|conditional\s+discharge|parole"
            r"|community\s+service)\b[^\n.;,]{0,30})",
            0.5,
            cues=("sentence", "placed on"),
        ),
        Shape(
            "label and words",
            words_after(
                r"(?:criminal\s+(?:record|history)|rap\s+sheet|prior\s+(?:arrests?|convictions?)|charges?|offenses?"
                r"|antecedentes(?:\s+penales)?)"
            ),
            0.4,
            cues=("criminal", "rap", "prior", "charge", "offense", "antecedentes"),
        ),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """An offence, not a word of the statute or of argument."""
        if shape.name == "verb and offence":
            return not _GENERAL.match(text, start, end)
        return True
