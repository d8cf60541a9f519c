"""One cell: what may stand in it, and what its label makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from redactor.detect.labels import CellLabel, printed
from redactor.model import Category, Detection, DocumentId, Role, Span
from redactor.vocabulary import NOT_NAMES, PARTICLES, only_print

_CELL_SCORE = 0.9

_FEW_WORDS, _MOST_WORDS = 5, 14
"""Words of a cell that names somebody, written anyhow, and written in capitals (a name with an address)."""

_ASIDE = regex.compile(r"[ ]*(?:[(\[]|[ ]/[ ]*(?=\d|\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}+)?|A-?\d)|;)")
"""Where a name's cell goes on with a number, a title or a remark."""

_EMPTY = regex.compile(r"(?i)n/?a|none|unknown|see (?:narrative|i-?831|attached).*|[_\W]*|x|yes|no|same")
_OFFICER = regex.compile(r"\b(?:S?DDO|DO|S?IEO|SA|(?:[Dd]eportation|[Ii]mmigration) [Oo]fficer|[Ss]pecial [Aa]gent)\b")
_ENTRY_PART = regex.compile(r"[^,;]+")
_DATED = regex.compile(
    r"\d{1,2}[/\-]\d{1,2}[/\-]\d{2,4}|\d{4}|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d"
)
_TIMED = regex.compile(r"(?i)\d\d:?\d\d ?(?:hours|hrs|[ap]\.?m)")
_MANNER = regex.compile(
    r"(?i)(?:afoot|on foot|by (?:air|sea|land|bus|car|train|vehicle)|ewi|pwa|wi|without inspection|not inspected"
    r"|unknown.*|admitted.*|paroled.*|[a-z]-?\d[a-z]? visitor|visitor|student|.*inspection|waded.*|raft.*"
    r"|nonimmigrant.*)"
)
_ENTRY = regex.compile(r"\[[ xX]?\]|☐|☒|_{3,}")
_NAME_LIKE = regex.compile(r"\p{L}{2}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text and where it begins: a passage of a document, and code points of the passage."""

    document: DocumentId
    passage: str
    start: int
    text: str


def claims_of(cell: Cell, label: CellLabel, how: str) -> Iterator[Detection]:
    """The claims on what stands in a cell under, over or beside its label; none where the cell is empty, is the form's
    own print, or cannot hold what the label says. ``how`` is the word for where it stands."""
    text = cell.text.strip(" _►")
    if not text or _EMPTY.fullmatch(text) or _ENTRY.search(text):
        return
    if printed(text) or text.endswith(":") or not _fills(label.category, text):
        return
    start = cell.start + cell.text.index(text)
    if label.category is Category.PERSON_NAME and (aside := _ASIDE.search(text)):
        text = text[: aside.start()]
        if not _may_name(text):
            return
    parts = _entry_parts(text) if label.category is Category.ENTRY_PLACE else [(0, len(text), label.category)]
    for first, last, category in parts:
        yield Detection(
            document=cell.document,
            span=Span(cell.passage, start + first, start + last),
            category=category,
            score=_CELL_SCORE,
            recognizer="cells",
            reason=f"cell {how} a label",
            role=Role.OFFICER if category is Category.SIGNATURE and _OFFICER.search(text) else label.role,
        )


def _entry_parts(text: str) -> Iterator[tuple[int, int, Category]]:
    """An entry's date, place and time apart; its manner is no claim (law.md 3.1: "manner L")."""
    for match in _ENTRY_PART.finditer(text):
        part = match.group().strip()
        start = match.start() + match.group().index(part) if part else 0
        if not part or _MANNER.fullmatch(part):
            continue
        category = Category.ENTRY_DATE if _DATED.search(part) else Category.ENTRY_PLACE
        if _TIMED.search(part):
            category = Category.CLOCK_TIME
        yield start, start + len(part), category


_DIGITS = frozenset({
    Category.A_NUMBER, Category.AGENCY_SYSTEM_ID, Category.EVENT_NUMBER, Category.FINS, Category.RECEIPT_NUMBER,
    Category.ONLINE_ACCOUNT, Category.SSN, Category.PASSPORT, Category.I94_NUMBER, Category.VISA_NUMBER,
    Category.CRIMINAL_JUSTICE_ID, Category.DOCKET_NUMBER, Category.DATE_OF_BIRTH, Category.AGE, Category.PHONE,
    Category.ENTRY_DATE, Category.ENFORCEMENT_DATE, Category.HEARING_DATE, Category.CLOCK_TIME, Category.ADDRESS,
    Category.LICENSE_PLATE, Category.VIN, Category.DRIVER_LICENSE,
})  # fmt: skip
"""Categories whose every value holds a digit; the next label in a crowded form holds none."""


_WORDS = frozenset(
    {Category.NATIONALITY, Category.PLACE_OF_BIRTH, Category.LANGUAGE, Category.EMPLOYER, Category.SCHOOL}
)
"""Categories whose every value is words."""

_PART_SHORTEST = 4
"""Letters up to which a court's part may be a word without a digit (AR1, IDV, DV)."""


def _fills(category: Category, text: str) -> bool:
    """Whether the text can be a value of the category at all. A blank form's next label can not."""
    if category in (Category.PERSON_NAME, Category.SIGNATURE):
        return _may_name(text)
    if category in _DIGITS:
        digits = sum(character.isdigit() for character in text)
        return (
            digits > 1 or (digits == 1 and category is Category.AGE) or (category is Category.ADDRESS and "," in text)
        )
    if category is Category.EMAIL:
        return "@" in text
    if category is Category.COURT_PART:
        return any(character.isdigit() for character in text) or len(text) <= _PART_SHORTEST
    if category not in _WORDS:
        return True
    words = text.split()
    if len(words) > _FEW_WORDS and sum(word.islower() for word in words) * 2 > len(words):
        return False  # the end of a sentence
    return sum(character.isalpha() for character in text) >= 2 and not only_print(text)


def _may_name(text: str) -> bool:
    """Whether a cell under a name's label names somebody: short in any spelling, longer only in capitals. A small word
    of the language is no part of a name, so what holds one beside capitals is a sentence."""
    words = text.split()
    capitalised = sum(word[:1].isupper() or word.lower() in PARTICLES or not word[:1].isalpha() for word in words)
    few = len(words) <= _FEW_WORDS or (len(words) <= _MOST_WORDS and capitalised == len(words))
    sentence = 0 < capitalised < len(words) and any(
        word[:1].islower() and word.strip(".,;()") in NOT_NAMES and word not in PARTICLES for word in words
    )
    return few and not sentence and _NAME_LIKE.search(text) is not None and not only_print(text)
