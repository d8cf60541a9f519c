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
        Shape("statute", r"(?<![\d(])(?P<id>(?:1?101)\(a\)\(27\)\(J\))", 0.5, cues=("(27)",)),
        Shape(
            "class",
            r"(?P<label>(?i:\b(?:class(?:\s+of\s+admission)?|COA|status)[\s:=]{1,4}))(?P<id>SL-?[16])\b",
            0.6,
            cues=("class", "coa", "status"),
        ),
    )
