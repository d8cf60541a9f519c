"""A number's letters and digits, and how papers write it: split, damaged by OCR, or by its last digits only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from redactor.model import Category
from redactor.resolve.dates import date_forms, parsed_date
from redactor.shadow import squash

NUMBERS = frozenset({
    Category.A_NUMBER, Category.AGENCY_SYSTEM_ID, Category.EVENT_NUMBER, Category.FINS, Category.RECEIPT_NUMBER,
    Category.ONLINE_ACCOUNT, Category.SEVIS_ID, Category.SSN, Category.ITIN, Category.PASSPORT, Category.VISA_NUMBER,
    Category.I94_NUMBER, Category.NATIONAL_ID, Category.DRIVER_LICENSE, Category.CRIMINAL_JUSTICE_ID,
    Category.DOCKET_NUMBER, Category.BANK_ACCOUNT, Category.PAYMENT_CARD, Category.LICENSE_PLATE, Category.VIN,
    Category.PHONE, Category.EMAIL, Category.ATTORNEY_ID,
})  # fmt: skip
"""Categories whose values are looked for in the whole matter, whatever stands between their digits."""

SHORTEST = 6
"""Letters and digits from which a number is looked for without its label."""

LEAST_DAMAGED = 8
"""Digits from which a number is looked for also where OCR read some of them as letters."""

MOST_DAMAGE = 3
LEAST_SOUND = 6
"""At most three letters for digits, and six true digits left (law.md 4.1.3)."""

_LEAST_OF_A_NUMBER = 7

TAILS = frozenset({
    Category.A_NUMBER, Category.SSN, Category.ITIN, Category.FINS, Category.RECEIPT_NUMBER, Category.PASSPORT,
    Category.NATIONAL_ID, Category.DRIVER_LICENSE, Category.BANK_ACCOUNT, Category.PAYMENT_CARD, Category.PHONE,
    Category.I94_NUMBER,
})  # fmt: skip
"""Categories whose last three or four digits are written in place of the whole."""

_DAMAGED = str.maketrans("oqdilzsgb", "000112568")
"""Letters that OCR reads for digits (law.md 4.1.3), folded."""

_TAIL = re.compile(
    r"(?i)(?:\bend(?:ing|s)(?:\s+(?:in|with))|\blast\s+(?:three|four|five|3|4|5)(?:\s+(?:digits?|numbers?))?(?:\s+(?:of|are|is|were|being))?"
    r"|\bterminad[oa]\s+en|\bfinal(?:es)?\s+(?:en\s+)?|(?<![x*#•.…])(?:[x*#•.…]{2,}+[-\s.]{0,2}){1,3}+)[\s:#\-–(\"“']{0,3}"
    r"(?P<id>\d{3,5})(?![\w])"
)
"""Words and masks that stand before the last digits of a number: "ending in 456", "xxx-xx-4567". A mask is taken from
its first sign and whole, so that the dotted lines of a table of contents cost no more than their length."""


def canonical(category: Category, text: str) -> str | None:
    """One spelling of a value: the ISO day of a date of birth, the digits of an A-Number without the zeros that pad it,
    else letters and digits, squashed. None where the text is no date, or too short to be told apart."""
    if category is Category.DATE_OF_BIRTH:
        born = parsed_date(text)
        return born.isoformat() if born else None
    value = squash(text)
    if category is Category.A_NUMBER:
        digits = re.sub(r"\D", "", value)
        if len(digits) < _LEAST_OF_A_NUMBER:
            digits = re.sub(r"\D", "", value.removeprefix("a").translate(_DAMAGED))
        value = digits.lstrip("0")
    telling = any(c.isdigit() for c in value) or category is Category.EMAIL
    return value if telling and len(value) >= SHORTEST else None


def squashed_forms(category: Category, value: str) -> frozenset[str]:
    """What to look for of a canonical value in a squashed text: its letters and digits in every layout that differs."""
    if category is Category.DATE_OF_BIRTH:
        return date_forms(date.fromisoformat(value))
    return frozenset({value})


def repaired(letters: str) -> str:
    """Squashed text with the letters that OCR reads for digits put right, one for one."""
    return letters.translate(_DAMAGED)


def tails(text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of three to five digits that the words before them call the end of a number."""
    for match in _TAIL.finditer(text):
        yield match.span("id")
