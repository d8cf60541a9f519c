"""Words that say a person sought special immigrant juvenile status."""

from __future__ import annotations

from redactor.detect.identifiers.status import StatusRecognizer
from redactor.detect.recognizer import Shape
from redactor.model import Category


class StatusSijRecognizer(StatusRecognizer):
    """Name, abbreviation or class of SIJ (8 U.S.C. § 1101(a)(27)(J)), also in Spanish.

    Seen as "SIJ petition", "special immigrant juvenile" and "class SL6". Not juveniles in general, not argument about
    the statute alone.
    """

    category = Category.STATUS_SIJ
    shapes = (
        Shape(
            "name",
            r"\b(?P<id>SIJS?(?:\s+(?:petition|status|order|findings))?|special\s+(?:immigrant\s+juveniles?"
            r"|findings\s+order)(?:\s+status)?|joven\s+inmigrante\s+especial|inmigrante\s+juvenil\s+especial)\b",
            0.6,
            ignore_case=True,
            cues=("sij", "special", "especial"),
        ),
        Shape(
            "findings of the court",
            r"\b(?P<id>dependent\s+(?:up)?on\s+(?:this|the|a)\s+(?:juvenile\s+|family\s+)?court"
            r"|reunification[^.;]{0,80}?\snot\s+viable(?:\s+(?:due\s+to|because\s+of)[^.;]{0,60})?|not\s+in\s+(?:the\s+child's|his|her|their|the)\s+best\s+interests?[^.;]{0,60}?return\w*"
            r"|(?:due\s+to|based\s+on|because\s+of|by\s+reason\s+of)\s+(?:the\s+)?(?:parental\s+)?(?:abuse|neglect|abandonment)(?:,?\s+(?:and|or|neglect|abuse|abandonment))*)\b",
            0.5,
            ignore_case=True,
            cues=("dependent", "reunif", "best interest", "abuse", "neglect", "abandon"),
        ),
        Shape("statute", r"(?<![\d(])(?P<id>(?:1?101)\(a\)\(27\)\(J\))", 0.5, cues=("(27)",)),
        Shape(
            "class",
            r"(?P<label>(?i:\b(?:class(?:\s+of\s+admission)?|COA|status)[\s:=]{1,4}))(?P<id>SL-?[16])\b",
            0.6,
            cues=("class", "coa", "status"),
        ),
    )
