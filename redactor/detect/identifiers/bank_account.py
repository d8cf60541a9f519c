"""Bank accounts and routing numbers."""

from __future__ import annotations

import regex

from redactor.detect import checks
from redactor.detect.identifiers.label import number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_DATE_LIKE = regex.compile(r"\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{2}-\d{2}")


class BankAccountRecognizer(IdentifierRecognizer):
    """Bank account (label, six to seventeen digits) or routing number (label, nine digits with the ABA check).

    Seen as "Account No. 000123456789" and "routing number 021000021"; masked as "account ending in 4321". Not an online
    account of USCIS, not "account of the arrest".
    """

    category = Category.BANK_ACCOUNT
    labels = r"\b(?:a\.?b\.?a|routing|rtn|transit)\b|account|acct|cuenta|iban"
    shapes = (
        Shape(
            "account",
            r"(?<!(?i:online )|(?i:security ))"
            + number_after(
                r"(?:(?:bank|checking|savings|deposit)\s+)?(?:account|acct\.?|cuenta)(?:\s*(?:number\b|num\b\.?"
                r"|no\b\.?|#"
                r"|n[uú]m(?:ero)?\.?))?",
                r"[X*x]{0,12}\d[\d\- ]{3,20}\d\b(?![\-/]\w)",
            ),
            0.5,
            cues=("account", "acct", "cuenta"),
        ),
        Shape(
            "account's last digits",
            r"(?P<label>(?i:\b(?:account|acct|card)\b[^.\n]{0,20}\bending\s+(?:in|with)\s+))(?P<id>\d{3,6})\b",
            0.5,
            cues=("ending",),
        ),
        Shape(
            "routing number",
            number_after(
                r"(?:ABA|routing|RTN|transit)(?:\s+(?:transit|routing))?(?:\s*(?:number\b|no\b\.?|#))?", r"\d{9}\b"
            ),
            0.6,
            cues=("aba", "routing", "rtn", "transit"),
        ),
        Shape(
            "IBAN",
            r"(?<![A-Za-z0-9])(?P<id>[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30})(?![A-Za-z0-9])",
            0.6,
            ignore_case=True,
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """An account has four digits when masked, six to seventeen otherwise; a date is none."""
        digits = sum(character.isdigit() for character in value)
        if shape.name != "account":
            return True
        masked = value[0] in "Xx*"
        return (4 if masked else 6) <= digits <= 17 and not _DATE_LIKE.fullmatch(value)

    def doubtful(self, shape: Shape, value: str) -> bool:
        """The check of the ABA, or of the IBAN, fails."""
        if shape.name == "IBAN":
            return not checks.iban(value)
        return shape.name == "routing number" and not checks.aba(value)
