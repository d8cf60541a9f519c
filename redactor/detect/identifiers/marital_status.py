"""Marital status."""

from __future__ import annotations

import regex

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_STATUS = (
    r"(?i:single|married|divorced|widow(?:ed|er)?|separated|never\s+married|common[\- ]law"
    r"|domestic\s+partner(?:ship)?|solter[oa]"
    r"|casad[oa]|divorciad[oa]|viud[oa]|separad[oa]|uni[oó]n\s+libre)"
)

_CHOICES = regex.compile(rf"(?:\s*[,/|☐\[\]]*\s*{_STATUS}\b){{2}}")


class MaritalStatusRecognizer(IdentifierRecognizer):
    """A status after its label, a ticked box, or in "is married to".

    Seen as "Marital status: Divorced" and "[X] Married". Not the word in general ("a married couple's rights").
    """

    category = Category.MARITAL_STATUS
    crosses_lines = False
    shapes = (
        Shape(
            "label and status",
            rf"(?P<label>(?i:\b(?:marital|civil)\s+status\b|\bestado\s+civil\b))"
            rf"(?: ?\([^()\n]{{1,20}}\))?[ \t:]{{1,6}}\n?(?P<id>{_STATUS}\b)",
            0.6,
            cues=("status", "civil"),
        ),
        Shape(
            "ticked box",
            rf"(?P<label>[\[(][Xx✓✔][\])]|[☒☑])[ ]{{0,2}}(?P<id>{_STATUS})\b",
            0.5,
            cues=("[x]", "(x)", "☒", "☑", "✓", "✔"),
        ),
        Shape(
            "phrase",
            r"(?P<label>\b(?i:is|was|are|were|currently|legally|been|now)\s+)(?P<id>(?i:married|divorced"
            r"|separated|widowed|casad[oa]|divorciad[oa]|viud[oa]))\b(?=\s+(?i:to|from|with|in|since|and|for)\b"
            r"|[.,;])",
            0.4,
            cues=("married", "divorced", "separated", "widowed", "casad", "divorciad", "viud"),
        ),
        Shape(
            "common law",
            r"\b(?P<id>common[\- ]law (?:husband|wife|spouse|marriage)|uni[oó]n libre)\b",
            0.5,
            ignore_case=True,
            cues=("common", "libre"),
        ),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not the first of the printed choices of a form that nobody ticked."""
        return shape.name != "label and status" or not _CHOICES.match(text, end)
