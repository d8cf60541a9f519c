"""Scars, marks and tattoos."""

from __future__ import annotations

from redactor.detect.identifiers.label import words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class DistinguishingMarkRecognizer(IdentifierRecognizer):
    """Words after the form's label, or a phrase with tattoo, scar, birthmark or mole.

    Seen as "Scars and Marks: TAT L ARM" and "a tattoo of a rose on her left wrist". Not "None" alone, not a mark on a
    paper ("mark the box").
    """

    category = Category.DISTINGUISHING_MARK
    crosses_lines = False
    shapes = (
        Shape(
            "label and words",
            words_after(
                r"(?:scars?(?:,)?(?:\s*(?:and|or|/|&|,)\s*)?marks?(?:,?\s*(?:and|or|&|/)?\s*tattoos?)?|tattoos?|SMT"
                r"|tatuajes?|cicatri(?:z|ces))"
            ),
            0.5,
            cues=("scar", "mark", "tat", "smt", "cicatri"),
        ),
        Shape(
            "phrase",
            r"\b(?P<id>(?:(?:large|small|visible|surgical|[\w½]+-(?:inch|cm|centimet(?:er|re))|faded)\s)?(?:tattoo(?:ed|s)?|scar(?:s|red)?"
            r"|birthmark|burn mark|tatuaje|cicatriz)\s(?:of|on|over|above|reading|that|with|across|near|en"
            r"|de)\s[^\n.;,]{3,70}?)(?=\s+(?:and|y)\s+(?:works?|is|has|was|s?he|who|lives|had|gave)\b|[\n.;,)]|$)",
            0.5,
            ignore_case=True,
            cues=("tattoo", "scar", "mark", "tatuaje", "cicatriz"),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Something was seen."""
        return value.strip().lower() not in ("none", "n/a", "na", "none visible", "ninguno", "unknown")
