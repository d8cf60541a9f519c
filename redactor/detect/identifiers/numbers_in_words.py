"""Numbers as words, for patterns about amounts, ages and lengths of time (English and Spanish, up to the hundreds)."""

from __future__ import annotations

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty"
    "|seventy|eighty|ninety"
)
_SPANISH = "un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta"
NUMBER_WORD = (
    rf"(?i:(?:{_TEENS})(?:[\- ](?:{_UNITS}))?(?: (?:hundred|thousand|million))?"
    rf"|(?:{_UNITS})(?: (?:hundred|thousand|million|dozen))?|(?:a|several) (?:hundred|dozen|couple of)|{_SPANISH})"
)
"""A number in words, from one to the hundreds. Must stand between word boundaries."""
