"""Days told by their distance from today: they count where a hearing, an arrest or an entry stands beside them."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.date import DateRecognizer
from redactor.detect.recognizer import Shape
from redactor.model import Category

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo"
_FEAST = r"(?:Thanksgiving|Christmas|New Year's|Easter|Halloween|Labor Day|Memorial Day|Independence Day|Mother's Day|Valentine's Day|Ramadan|Eid|Diwali|Lunar New Year|Good Friday|Navidad|Semana Santa)"


class RelativeDateRecognizer(DateRecognizer):
    """A weekday with "last", "next" or "this"; yesterday, today, tomorrow; the day before or after a feast.

    Seen as "her hearing is next Tuesday", "arrested yesterday" and "the day before Thanksgiving". Not a weekday in
    general ("on Mondays"), and nothing where no event stands beside it: the words of the sentence say of which kind.
    """

    category = Category.OTHER_DATE
    shapes = (
        Shape(
            "weekday from here",
            rf"\b(?P<id>(?i:(?:last|next|this|this coming|this past|the following|el pr[oó]ximo|el)\s+(?:{_WEEKDAY})(?:\s+pasado)?))\b(?!\s*,?\s*(?:\d|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))",
            0.3,
            cues=("day", "lunes", "martes", "rcoles", "jueves", "viernes", "bado", "domingo"),
        ),
        Shape("day from here", r"\b(?P<id>(?i:yesterday|tomorrow|last night|the day (?:before|after)(?: yesterday| tomorrow)|ayer|anoche|pasado mañana))\b", 0.3,
              cues=("yesterday", "tomorrow", "last night", "the day", "ayer", "anoche", "mañana")),
        Shape(
            "by a feast",
            rf"\b(?P<id>(?i:(?:the )?(?:day|night|morning|week|eve) (?:before|after|of) |on |around )?{_FEAST}(?:'s)?(?: (?:Eve|Day|morning|weekend))?)\b",
            0.3,
            cues=("thanksg", "christ", "year's", "easter", "hallow", "labor day", "memorial", "independence", "mother's", "valent", "ramadan", "eid", "diwali", "lunar", "good fri", "navidad", "semana"),
        ),
    )  # fmt: skip

    def valid(self, shape: Shape, value: str) -> bool:
        """Every such word can be a day."""
        return True

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """An event of a person's stands beside it."""
        return self.category_of(text, start, end) is not self.category and not _GENERAL.search(text, end, end + 12)


_GENERAL = regex.compile(r"^s?\s+(?:Act|Rule|Report)\b")
