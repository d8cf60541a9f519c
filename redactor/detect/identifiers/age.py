"""Ages of persons."""

from __future__ import annotations

import regex

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_WORDS = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\- ](?:one|two|three|four|five|six"
    r"|seven|eight|nine))?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen)"
)
_THINGS = regex.compile(
    r"[\- ](?:precedent|statute|law|policy|rule|tradition|practice|decision|case|doctrine|agency|program|building)\b",
    regex.IGNORECASE,
)


class AgeRecognizer(IdentifierRecognizer):
    """Age in years or months: after "age", or before "years old". The number alone is claimed.

    Seen as "Age: 20", "25-year-old daughter" and "34 y/o". Not a page ("page 20"), not a legal limit ("under the age of
    18"), not the age of a thing ("20-year-old precedent").
    """

    category = Category.AGE
    shapes = (
        Shape(
            "after the word",
            r"(?<!\b(?:under|over|above|below|minimum|full|legal|attain\w*|reach\w*|turn\w*)\s+(?:the\s+)?)"
            r"(?P<label>\b(?:age[ds]?|edad)(?:\s+(?:of|at\s+entry|is|was))?\b)(?:\s?\([^()\n]{1,20}\))?[\s:\-]{0,4}"
            rf"(?P<id>\d{{1,3}}|{_WORDS})\b(?!\s?[/%]|-\d|\.\d|[:\d])",
            0.5,
            ignore_case=True,
            cues=("age", "edad"),
        ),
        Shape(
            "before years old",
            rf"\b(?P<id>\d{{1,3}}|{_WORDS})[\- ]?(?:years?|yrs?|months?|weeks?|a[nñ]os|meses)[\- ]?(?:old"
            rf"|of\s+age|de\s+edad)\b",
            0.6,
            ignore_case=True,
            cues=("old", "of age", "edad"),
        ),
        Shape(
            "turned",
            r"(?P<label>\b(?:turn(?:s|ed|ing)?|when\s+(?:s?he|they|I|you)\s+(?:was|were)(?:\s+only)?|cumpli[oó])\s+)"
            rf"(?P<id>\d{{1,2}}|{_WORDS})(?=[.,;!)]|\s*$|\s+(?:and|on|in|last|this|next|years?\s+old)\b)",
            0.4,
            ignore_case=True,
            cues=("turn", "when", "cumpli"),
        ),
        Shape(
            "is so old",
            r"(?P<label>\b(?:[Ss]?[Hh]e|I|\p{Lu}\p{L}+)\s+(?:is|am|was)(?: now| only| just| about)?\s+)"
            rf"(?P<id>[1-9]\d?|{_WORDS})(?=\.\s|\.$|;|, (?:born|and|a|an|the|from|lives|works|has)\b| and (?:is|has|lives|works|goes|was|a)\b)",
            0.35,
        ),
        Shape(
            "apposition",
            rf"(?<=\b\p{{Lu}}\p{{L}}+, )(?P<id>\d{{2}}|{_WORDS})(?=, \p{{Ll}})(?!, (?:et|and|n))",
            0.3,
        ),
        Shape(
            "short", r"\b(?P<id>\d{1,3})\s?(?:y/o|yo|y\.o\.|yoa)\b", 0.6, ignore_case=True, cues=("y/o", "yo", "y.o")
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """No age above 120."""
        return not value.isdigit() or int(value) <= 120

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not the age of a thing, not "18 years of age or older" in a statute."""
        after = text[end : end + 60]
        if regex.match(r"[\- ]?years?[\- ]of[\- ]age(?:\s+or\s+(?:older|younger|over|under))", after):
            return False
        old = regex.match(r"[\- ]?years?[\- ]?old", after)
        return old is None or not _THINGS.match(after, old.end())
