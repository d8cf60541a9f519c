"""Facts of visa applications and of admission in a visa class (8 U.S.C. § 1202(f))."""

from __future__ import annotations

from redactor.detect.identifiers.status import StatusRecognizer
from redactor.detect.recognizer import Shape
from redactor.model import Category


class VisaFactRecognizer(StatusRecognizer):
    """Class of admission, visa class, issuing post or refusal of one person.

    Seen as "admitted as a B-2 visitor", "Class of admission: F1" and "NIV issuing post: San Salvador". Not T and U,
    which have their own recognizer, and not visas in argument.
    """

    category = Category.VISA_FACT
    shapes = (
        Shape(
            "label and class",
            r"(?P<label>(?i:\b(?:class\s+of\s+admission|COA|visa\s+(?:class|type|category)|status\s+at\s+entry"
            r"|status\s+when\s+found|admitted\s+as(?:\s+an?)?|clase\s+de\s+visa)[\s:=]{1,4}))"
            r"(?P<id>[A-SV-Z]-?\d[A-Z]?\b(?:\s+(?i:visitor|student|worker|nonimmigrant))?|(?i:PWA(?:\s+[A-Z]+)?"
            r"|WI|EWI|WT|WB|parolee|visitor|student|immigrant|PWAM?)\b)",
            0.55,
            cues=("class", "coa", "visa", "status", "admitted"),
        ),
        Shape(
            "visa class",
            r"(?<![\w\-])(?P<id>(?:[ABCEFGHIJKLMNOPQRV]-?[1-4][AB]?)\s+(?i:(?:non-?immigrant\s+)?visas?|visitor"
            r"|student|status|worker))\b",
            0.45,
        ),
        Shape(
            "post",
            r"(?P<label>(?i:\b(?:N?IV\s+)?issuing\s+post(?:\s+and\s+N?IV\s+number)?"
            r"|visa\s+(?:was\s+)?issued\s+(?:at|by|in)|consular\s+post)\s?:?\s{1,4})(?:(?i:the\s+))?"
            r"(?P<id>[A-Z][\w.'\-]*(?: [A-Z][\w.'\-]*){0,4})",
            0.5,
            cues=("post", "issued"),
        ),
        Shape(
            "refusal",
            r"\b(?P<id>visa\s+(?:application\s+)?(?:was\s+)?(?:refused|denied|revoked|cancell?ed|overst\w+)"
            r"|overstay(?:ed)?\s+(?:his|her|the)\s+visa)\b",
            0.5,
            ignore_case=True,
            cues=("visa",),
        ),
    )
