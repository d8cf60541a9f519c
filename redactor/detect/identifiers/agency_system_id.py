"""Numbers that the enforcement database gives to persons, encounters, cases, detentions and bonds."""

from __future__ import annotations

from redactor.detect.identifiers.label import NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_NOUN = r"(?:EID\s+)?(?:subject|person|civ(?:ilian)?|encounter|detention|bond|case|alien\s+file|RCA(?:\s+case)?)"


class AgencySystemIdRecognizer(IdentifierRecognizer):
    """ID of a person or event in EID/ENFORCE/EARM: a noun, "ID" or "No.", five to twelve digits.

    Seen as "Subject ID: 352145678" and "Detention ID 1234567". Not a court's case number ("Case No. 19-cv-8876"),
    not a subject line ("Subject: 2019 report").
    """

    category = Category.AGENCY_SYSTEM_ID
    shapes = (
        Shape(
            "noun, ID and digits",
            number_after(rf"{_NOUN}\s*(?:ID\s*(?:no\b\.?|number|#)?|no\b\.?|number|#)", r"\d{5,12}\b(?![\-/]\w)"),
            0.6,
            cues=("subject", "person", "civ", "encounter", "detention", "bond", "case", "alien", "rca"),
        ),
        Shape(
            "ID and digits",
            r"(?P<label>(?<![\w\-])(?:ID|MRN|PIN|Badge|Medical\s+Record|Patient|Client|Member|Chart)(?:\s?(?i:no\b\.?|number|ID|#))?"
            r"[\s:#]{1,4})(?P<id>[A-Z]{0,2}\d{5,12})\b(?![\-/]\w)",
            0.5,
        ),
        Shape(
            "obligor number",
            number_after(rf"(?:obligor|bond\s+breach|I-?352){NUMBER}", r"[A-Z]{0,3}-?\d{5,12}\b(?![\-/]\w)"),
            0.55,
            cues=("obligor", "bond", "352"),
        ),
    )
