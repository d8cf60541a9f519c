"""Schools."""

from __future__ import annotations

from redactor.detect.identifiers.label import NAMED, words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class SchoolRecognizer(IdentifierRecognizer):
    """Name of a school: after its label, a numbered New York school, a named elementary or high school, or after
    "attends".

    Seen as "P.S. 123", "Ejemplo High School" and "her son attends Fiction Academy". Not a law school that a brief
    cites.
    """

    category = Category.SCHOOL
    shapes = (
        Shape(
            "numbered school",
            r"(?<![\w.])(?P<id>(?:P\.?S|I\.?S|M\.?S|J\.?H\.?S|H\.S)\.?(?:/[IMP]\.?S\.?)?\s?#?\d{1,3}[KMQRX]?"
            r"(?:(?: (?:of|the|de|la))* [A-Z][a-z]+){0,4})\b"
            r"(?! ?U\.?S)",
            0.5,
        ),
        Shape(
            "named school",
            r"(?<![\w.])(?P<id>(?:[A-Z][\w'\-]*\.?\s){1,4}?(?:(?:Elementary|Middle|Intermediate|High|Primary|Junior High"
            r"|Charter|Preparatory|Nursery|Public|Secondary)\sSchool|Day\s?care(?:\sCenter)?|Head Start|Elementary|Academy|Kindergarten|Child\s?[Cc]are(?:\sCenter)?|Learning\sCenter|Pre-?K|Preschool|Escuela|Colegio))\b(?! of\b)",
            0.45,
            cues=(
                "school",
                "day",
                "head start",
                "element",
                "acad",
                "kinder",
                "care",
                "learning",
                "pre",
                "escuela",
                "colegio",
            ),
        ),
        Shape(
            "attends",
            rf"(?P<label>\b(?i:attend(?:s|ed|ing)|enrolled\s+(?:at|in)|student\s+at|graduated\s+from"
            rf"|studie[sd]\s+at|asiste\s+a|estudia\s+en)\s+)(?:the\s+|la\s+)?(?P<id>(?=[A-Z])(?!From\b|To\b"
            rf"|Yes\b|No\b){NAMED})",
            0.4,
            cues=("attend", "enrolled", "student", "graduated", "studie", "asiste", "estudia"),
        ),
        Shape(
            "label and words",
            words_after(r"(?:name\s+of\s+school|school(?:\s+(?:name|attended))?|escuela|colegio)"),
            0.4,
            one_line=True,
            cues=("school", "escuela", "colegio"),
        ),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not a law school, whose clinics sign briefs."""
        return "Law School" not in text[start:end]
