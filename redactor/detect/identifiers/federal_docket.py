"""Federal dockets: the action's own and the cases that filings cite."""

from __future__ import annotations

import regex

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_CRIMINAL = regex.compile(r"\d[\- ]?(?:cr|mj|mag)", regex.IGNORECASE)


class FederalDocketRecognizer(IdentifierRecognizer):
    """Court, year, kind and serial. A civil number is public litigation (ACTION_DOCKET, so that policy can release
    it); a criminal or magistrate number may be the subject's own prosecution (DOCKET_NUMBER).

    Seen as 19-cv-8876, "1:19-cv-08876 (JSR)" and "10 Civ. 3488"; criminal as 20-cr-00123. Not "19 cr" alone.
    """

    category = Category.ACTION_DOCKET
    also = (Category.DOCKET_NUMBER,)
    shapes = (
        Shape(
            "year, kind, serial",
            r"(?<![A-Za-z0-9])(?P<id>(?:\d:)?(?:19|20)?\d{2}[\- ]?(?:cv|cr|civ\.?|crim?\.?|mj|mc|mag\.?"
            r"|misc\.?)[\-. ]{0,2}\d{3,6}"
            r"(?: ?\((?-i:[A-Z]{2,4})\)(?: ?\((?-i:[A-Z]{2,4})\))?|(?:-(?-i:[A-Z]{2,4})){0,2}))(?![\w])",
            0.7,
            ignore_case=True,
            cues=("cv", "cr", "civ", "mj", "mc", "mag", "misc"),
        ),
    )

    def category_of(self, text: str, start: int, end: int) -> Category:
        """A criminal or magistrate number is a docket of somebody's own."""
        return Category.DOCKET_NUMBER if _CRIMINAL.search(text, start, end) else Category.ACTION_DOCKET
