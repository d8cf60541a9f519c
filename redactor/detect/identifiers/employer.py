"""Employers."""

from __future__ import annotations

from redactor.detect.identifiers.label import NAMED, words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class EmployerRecognizer(IdentifierRecognizer):
    """Name of an employer or business: after the form's label, or after a verb of work.

    Seen as "Employer: Ejemplo Bakery LLC" and "claims employment at Fiction Cleaning Corp". Not an agency as a party
    ("employed by DHS" is claimed, and policy knows the agency), not work in general ("works at night").
    """

    category = Category.EMPLOYER
    crosses_lines = False
    shapes = (
        Shape(
            "label and words",
            words_after(
                r"(?:(?:name(?:,?\s+and\s+address)?\s+of\s+)?(?:\(?(?:last|current|present"
                r"|previous)\)?[ /]*){0,2}(?:U\.?S\.?\s+)?employer(?:'s)?(?:\s+(?:name"
                r"|or\s+company))?(?:\s+and\s+address)?"
                r"|place\s+of\s+(?:employment|work)|company(?:\s+name)?|patr[oó]n|empleador|lugar\s+de\s+trabajo)"
            ),
            0.5,
            cues=("employ", "work", "company", "patr", "empleador", "trabajo"),
        ),
        Shape(
            "verb and name",
            rf"(?P<label>\b(?i:employed\s+(?:at|by|with)|works?\s+(?:at|for)|worked\s+(?:at|for)|working\s+(?:at"
            rf"|for)|employment\s+(?:at|with)|trabaja(?:ba)?\s+(?:en|para)|job\s+at|owns)\s+)(?:the\s+"
            rf"|an?\s+)?(?P<id>(?=[A-Z]){NAMED})",
            0.45,
            cues=("employ", "work", "trabaja", "job", "owns"),
        ),
    )
