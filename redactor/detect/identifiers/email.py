"""E-mail addresses."""

from __future__ import annotations

import re

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category, Role

_ENDING = (
    r"(?:com|org|net|edu|gov|mil|info|us|mx|gt|hn|sv|ni|cr|pa|co|ve|ec|pe|br|ar|cl|bo|cu|do|ht|jm|es|fr|uk|ca|cn|in)"
)


_GOVERNMENT = re.compile(r"(?:\.gov|\.mil|\.nyc\.gov|\.state\.\w\w\.us)$", re.IGNORECASE)


class EmailRecognizer(IdentifierRecognizer):
    """E-mail address (RFC 5322 in its everyday form), also with blanks that OCR put in or written out.

    Seen as maria.g@example.org, "first . last @ example . com" and "ana [at] example [dot] org". Not a handle
    (@example), not a price ("3 @ 5.00").
    """

    category = Category.EMAIL
    shapes = (
        Shape(
            "plain",
            r"(?<![\w.+\-])[\w.+%'\-]*[\w+%]@[A-Za-z0-9](?:[A-Za-z0-9\-]*\.)+[A-Za-z]{2,24}(?![\w@])",
            0.9,
            cues=("@",),
        ),
        Shape(
            "with blanks",
            rf"(?<![\w.+\-])(?P<id>[\w+\-]+(?: ?\. ?[\w+\-]+){{0,3}}\s?@\s?[\w\-]+"
            rf"(?:\s?\.\s?[\w\-]+){{0,3}}?\s?\.\s?{_ENDING})\b",
            0.5,
            ignore_case=True,
            cues=("@",),
        ),
        Shape(
            "written out",
            rf"\b(?P<id>[\w.+\-]+ ?[\[(]\s?at\s?[\])] ?[\w\-]+(?: ?(?:\.|\bdot\b|[\[(]\s?dot\s?[\])]) ?[\w\-]+){{0,3}}?"
            rf" ?(?:\.|\bdot\b|[\[(]\s?dot\s?[\])]) ?{_ENDING})\b",
            0.5,
            ignore_case=True,
            cues=("at]", "at)", "at ]", "at )"),
        ),
    )

    def role_of(self, text: str, start: int, end: int) -> Role | None:
        """A government's address is an official's or an office's, not a private person's."""
        return Role.OFFICIAL if _GOVERNMENT.search(text[start:end]) else None
