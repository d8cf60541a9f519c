"""Machine-readable zones of passports, visas and cards (ICAO Doc 9303)."""

from __future__ import annotations

from redactor.detect import checks
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_LINE_LENGTHS = (30, 36, 44)
_SLACK = 2
"""OCR loses or doubles a filler now and then."""


class MrzRecognizer(IdentifierRecognizer):
    """One line of a machine-readable zone: TD1 (30 places), TD2 (36), TD3 and visas (44, 36).

    Seen as "P<UTOEJEMPLO<<MARIA<ELENA<<<<<<<<<<<<<<<<<<<" and "L898902C36UTO7408122F1204159ZE184226B<<<<<10". Lines
    with digits are claimed more strongly when their check digits hold; misread fillers ("<" as "«", blanks) score
    lower. Not a row of capitals without fillers.
    """

    category = Category.MRZ
    crosses_lines = False
    shapes = (
        Shape("TD3 name line", r"(?<![A-Z0-9<])[PV][A-Z<][A-Z<]{3}[A-Z<]{39}(?![A-Z0-9<])", 0.9, cues=("<",)),
        Shape("TD2 name line", r"(?<![A-Z0-9<])[ACIPV][A-Z<][A-Z<]{3}[A-Z<]{31}(?![A-Z0-9<])", 0.9, cues=("<",)),
        Shape(
            "TD3 number line",
            r"(?<![A-Z0-9<])[A-Z0-9<]{9}[0-9<][A-Z<]{3}\d{6}\d[MF<X]\d{6}\d[A-Z0-9<]{14}[0-9<]\d(?![A-Z0-9<])",
            0.7,
        ),
        Shape(
            "TD2 or visa number line",
            r"(?<![A-Z0-9<])[A-Z0-9<]{9}[0-9<][A-Z<]{3}\d{6}\d[MF<X]\d{6}\d(?:[A-Z0-9<]{8}|[A-Z0-9<]{16})(?![A-Z0-9<])",
            0.7,
        ),
        Shape(
            "TD1 first line",
            r"(?<![A-Z0-9<])[ACI][A-Z0-9<][A-Z<]{3}[A-Z0-9<]{9}[0-9<][A-Z0-9<]{15}(?![A-Z0-9<])",
            0.75,
        ),
        Shape("TD1 second line", r"(?<![A-Z0-9<])\d{7}[MF<X]\d{7}[A-Z<]{3}[A-Z0-9<]{11}\d(?![A-Z0-9<])", 0.75),
        Shape("TD1 name line", r"(?<![A-Z0-9<])[A-Z]+<[A-Z<]{20,30}<(?![A-Z0-9<])", 0.7, cues=("<",)),
        Shape(
            "misread line",
            r"(?<![A-Z0-9<«])[A-Z0-9](?: ?[A-Z0-9<«(]){27,46}(?![A-Z0-9<«])",
            0.4,
            cues=("<", "«"),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """A letter-and-digit line has digits; a misread one has fillers and about the right length."""
        if shape.name != "misread line":
            return "name" in shape.name or any(character.isdigit() for character in value)
        line = value.replace(" ", "")
        fillers = sum(line.count(filler) for filler in "<«")
        return fillers >= 2 and any(abs(len(line) - length) <= _SLACK for length in _LINE_LENGTHS)

    def doubtful(self, shape: Shape, value: str) -> bool:
        """The check digits of a number line fail, and it holds too few fillers to be told from a part list."""
        if "number line" not in shape.name:
            return False
        return not (checks.mrz_td3(value) or checks.mrz_td2(value) or checks.mrz_visa(value)) and value.count("<") < 2
