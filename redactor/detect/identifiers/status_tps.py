"""Words that say a person sought Temporary Protected Status."""

from __future__ import annotations

from redactor.detect.identifiers.status import StatusRecognizer
from redactor.detect.recognizer import Shape
from redactor.model import Category


class StatusTpsRecognizer(StatusRecognizer):
    """Form, abbreviation or name of TPS (8 U.S.C. § 1254a), also in Spanish.

    Seen as "Form I-821", "TPS applicant" and "Estatus de Protección Temporal". Not argument about the statute
    ("Temporary Protected Status (\"TPS\") under 8 U.S.C. § 1254a"), not Form I-821D, which is deferred action.
    """

    category = Category.STATUS_TPS
    shapes = (
        Shape("form", r"(?<![\w\-])(?P<id>(?:Form\s+)?I-? ?821)(?![\dD\-])", 0.7, ignore_case=True, cues=("821",)),
        Shape(
            "name",
            r"\b(?P<id>TPS(?!,? (?:Inc|LLC))|temporary\s+protected\s+status|estatus\s+de\s+protecci[oó]n\s+temporal)\b",
            0.6,
            ignore_case=True,
            cues=("tps", "temporary", "temporal"),
        ),
        Shape(
            "category of the card",
            r"(?<![\w§)])(?P<id>\(?[aAcC]\)?\((?:12|19)\))(?=\s*(?i:TPS))"
            r"|(?<![\w§)])(?P<id>\(?[aA]\)?\(12\))(?=\s*(?i:EAD|category))",
            0.6,
            cues=("(12)", "(19)"),
        ),
    )
