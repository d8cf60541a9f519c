"""Identity numbers that only their label tells apart: Colombia, Peru, Venezuela, Cuba and the rest."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.countries import COUNTRY, PEOPLE
from redactor.detect.identifiers.label import NUMBER, TO_NUMBER, number_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_DATE_LIKE = regex.compile(r"\d{1,4}[.\-]\d{1,2}[.\-]\d{1,4}")


class CedulaRecognizer(IdentifierRecognizer):
    """Cédula, DNI, RUT, carné or "national ID": a label, then six to fourteen digits with the usual punctuation.

    Seen as "cédula de ciudadanía No. 1.020.345.678", "C.I. V-12345678", "DNI 45678912" and "national ID no. 1234567".
    Not a state's own identity card, which the driver licence recognizer has.
    """

    category = Category.NATIONAL_ID
    shapes = (
        Shape(
            "label and number",
            number_after(
                r"(?:c[eé]dula(?:\s+de\s+(?:ciudadan[ií]a|identidad|extranjer[ií]a))?|C\.C\.|C\.I\.|\bDNI|\bRUT"
                r"|\bDPI|\bDUI"
                r"|carn[eé](?:t)?\s+de\s+identidad|(?:tarjeta|documento|n[uú]mero)\s+de\s+identi(?:dad|ficaci[oó]n)"
                r"|national\s+(?:id(?:entity|entification)?)(?:\s+card)?|foreign\s+id(?:entity)?\s+card"
                rf"|consular\s+id(?:\s+card)?)(?:{NUMBER}|\s?ID\b)?",
                r"(?:[VEJ]-?)?(?=[\d.\- ]*\d{3})\d[\d.\-]{4,16}[\dA-Z]\b(?!/)",
            ),
            0.5,
            cues=(
                "dula",
                "c.c",
                "c.i",
                "dni",
                "rut",
                "dpi",
                "dui",
                "carn",
                "identi",
                "national",
                "foreign",
                "consular",
            ),
        ),
        Shape(
            "card of a country",
            rf"(?=\p{{Lu}})(?P<label>\b(?:{COUNTRY}|{PEOPLE}) (?:ID|I\.D\.|identity (?:card|document))(?:,? (?:card|number|no\.?))*)"
            rf"{TO_NUMBER}(?P<id>[A-Z]?(?=[\d.\- ]*\d{{3}})\d[\d.\-]{{4,18}}[\dA-Z])\b(?!/)",
            0.5,
            cues=(" id", "i.d.", "identity"),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """At least six digits, and no date."""
        return sum(character.isdigit() for character in value) >= 6 and not _DATE_LIKE.fullmatch(value)
