"""Words that say a person sought asylum, withholding or protection under the Convention against Torture."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.status import StatusRecognizer
from redactor.detect.recognizer import Shape
from redactor.model import Category

# What Form I-862 prints beside a check box, for everybody alike; only with its mark does it say anything of a person.
_PRINTED = regex.compile(
    r"This\s+notice\s+is\s+being\s+issued\s+after\s+an\s+asylum\s+officer[^.]{0,120}$", regex.IGNORECASE
)
_MARKED = regex.compile(r"(?:^|[\n\t ])[\[(]?[xX☒✓✔][\])]?\s*$")


class StatusAsylumRecognizer(StatusRecognizer):
    """Form, phrase or class of asylum, fear screening, withholding and CAT (8 C.F.R. 208.6 and 1208.6), also in
    Spanish.

    Seen as "Form I-589", "expressed a credible fear" and "solicitud de asilo". Not the asylum office's address line,
    and not argument about asylum law in general ("asylum, 8 U.S.C. § 1158").
    """

    category = Category.STATUS_ASYLUM
    shapes = (
        Shape(
            "form",
            r"(?<![\w\-])(?P<id>(?:Form\s+)?I-? ?(?:589|870|899|730|590)\b)(?!-)",
            0.65,
            ignore_case=True,
            cues=("589", "870", "899", "730", "590"),
        ),
        Shape(
            "phrase",
            r"\b(?P<id>(?:affirmative\s+|defensive\s+|pending\s+)?asylum(?:\s+(?:seeker(?!s)|applica\w+|claim|case"
            r"|interview|status|granted|denied|pending)|,?\s+(?:and|or)\s+withholding(?:\s+of\s+removal)?)?(?!\s+(?:seekers|officers?|offices?|division|unit|pre-?screen\w*)\b)|asylee|(?:credible"
            r"|reasonable)\s+fear(?:\s+(?:interview|of\s+\w+|finding|screening|determination))?"
            r"|withholding\s+of\s+removal|Convention\s+Against\s+Torture|fear\s+of\s+(?:return(?:ing)?"
            r"|persecution|torture)|afraid\s+(?:to\s+return|of\s+(?:going|being))|(?:was\s+|were\s+)?found\s+(?:not\s+)?credible|(?:I\s+|s?he\s+)?(?:have|has|had)\s+(?:a\s+)?fear[^.;\n]{0,60}|refugee(?:\s+status)?|asilo|asilad[oa]"
            r"|miedo\s+(?:creíble|creible|de\s+regresar|a\s+regresar))\b",
            0.5,
            ignore_case=True,
            cues=("asyl", "fear", "withholding", "torture", "afraid", "refugee", "asil", "miedo", "credible"),
        ),
        Shape(
            "CAT", r"\b(?P<id>CAT\s+(?:claim|protection|relief|deferral)|deferral\s+under\s+CAT)\b", 0.6, cues=("cat",)
        ),
        Shape(
            "class or category",
            r"(?<![\w\-])(?P<id>AS-?[1-38]|RE-?[1-9]|\(?[acAC]\)?\((?:0?8|0?5|0?3|10)\))(?=\s+(?i:status|EAD"
            r"|category|work))",
            0.55,
        ),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not the printed sentence of a check box that nobody marked."""
        printed = _PRINTED.search(text, max(0, start - 160), end)
        if printed and not _MARKED.search(text, max(0, printed.start() - 6), printed.start()):
            return False
        return super().fits(shape, text, start, end)
