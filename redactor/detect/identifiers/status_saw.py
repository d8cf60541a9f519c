"""Words that say a person sought legalisation or special agricultural worker status."""

from __future__ import annotations

from redactor.detect.identifiers.status import StatusRecognizer
from redactor.detect.recognizer import Shape
from redactor.model import Category


class StatusSawRecognizer(StatusRecognizer):
    """Form, class or name of SAW and legalisation (8 U.S.C. §§ 1160, 1255a).

    Seen as "Form I-700", "special agricultural worker" and "legalization applicant, W16". Not farm work as such, not
    argument about the statute alone.
    """

    category = Category.STATUS_SAW
    shapes = (
        Shape(
            "form",
            r"(?<![\w\-])(?P<id>(?:Form\s+)?I-? ?(?:700|687|698|705))(?![\d\-])",
            0.6,
            ignore_case=True,
            cues=("700", "687", "698", "705"),
        ),
        Shape(
            "name",
            r"\b(?P<id>special\s+agricultural\s+worker|SAW\s+(?:applica\w+|status|program)"
            r"|legali[sz]ation\s+(?:applica\w+|status|file)|LULAC\s+class|CSS\s+class"
            r"|trabajador\s+agr[ií]cola\s+especial)\b",
            0.6,
            ignore_case=True,
            cues=("agr", "saw", "legali", "lulac", "css"),
        ),
        Shape(
            "class",
            r"(?P<label>(?i:\b(?:class(?:\s+of\s+admission)?|COA|status)[\s:=]{1,4}))(?P<id>W-?(?:16|26|36|46"
            r"|25)|S-?(?:16|26)|SAW)\b",
            0.6,
            cues=("class", "coa", "status"),
        ),
    )
