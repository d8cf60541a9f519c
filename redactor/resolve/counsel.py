"""Blocks of counsel of record in federal court papers: names, firms, streets and telephone numbers under an appearance.

Counsel of record stand on the public docket. A private person's lawyer in an agency's or a state court's paper does
not, and a party who appears without one is no counsel, so both end a block here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from redactor.model import Category, Detection, Document, DocumentId

_PERSONAL = frozenset({
    Category.A_NUMBER, Category.FINS, Category.DATE_OF_BIRTH, Category.RECEIPT_NUMBER, Category.EVENT_NUMBER,
    Category.AGENCY_SYSTEM_ID, Category.I94_NUMBER,
})  # fmt: skip
"""Numbers that make a document one about persons; counsel named in it may be theirs (law.md N5), not of record."""

_COURT_PAPER = "Federal court paper"
_PRIVATE = (
    r"(?:the |said )?(?:petitioner|respondent|applicant|beneficiar|detainee|alien|noncitizen|client|minor|child|"
    r"mother|father|complainant|victim)"
)
_APPEARANCE = re.compile(
    rf"(?i)\b(?:attorneys?|counsel|of counsel) (?:for|to) (?!{_PRIVATE})|\brespectfully submitted\b|\bbar no\b"
    r"|\bassistant united states attorney|\bfor (?:amic(?:us|i) curiae|(?:plaintiffs?|defendants?)-?\s?appell)"
    r"|\b(?:LLP|P\.C\.|foundation)\b.*$|\bon the brief\b|\b(?:argued|of counsel)\b"
)
_COVER = re.compile(
    r"(?im)^(?:reply |opening |answering |supplemental |joint )*brief (?:of|for)[^\n]*"
    r"\b(?:plaintiffs?|defendants?|amic(?:us|i)|appell(?:ant|ee)s?)\b"
)
"""The title of a brief on its cover, above its counsel."""

_OWN_CAUSE = re.compile(
    rf"(?i)\bpro se\b|\bin propria persona\b|\bself-represented\b|\b(?:attorneys?|counsel|lawyer) (?:for|"
    rf"to) {_PRIVATE}"
)
"""Somebody who appears without counsel signs where counsel would, and so does a private person's lawyer."""

_PROSE = re.compile(
    r"(?i)^\s*\d+\.\s|\b(?:I|was|were|is|are|am|has|have|had|did|does|that|which|who|when|because|declares?|he|"
    r"she|they)\b"
)
_LONGEST_LINE = 85
"""Code points of a line that is a sentence's: a block of counsel has names, firms, streets, and no verbs."""

_CONTACT = re.compile(r"(?i)\btel(?:ephone)?\b|\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}[.\-]\d{3}[.\-]\d{4}|@")
_BLOCK_LINES = 14
"""Lines above and below an appearance that belong to its block."""
_NEXT_CONTACT = 8
"""Lines from one counsel's telephone number to the next one's in a block that goes on."""

_VOICE = re.compile(
    r"(?i)\bfor (?:the )?(?:plaintiffs?|defendants?|government) and I\b|\bon behalf of (?:the )?(?:plaintiffs?|"
    r"defendants?|government)\b"
    r"|\bwe represent (?:the )?(?:plaintiffs?|defendants?)|\bthis office\b|\bthe parties (?:jointly|have conferred)\b"
    r"|\b(?:plaintiffs|defendants|the government) (?:write|respectfully|would|submit|request)\b"
)
"""How counsel of record speak in a letter to the court; a party without counsel says "I" and "my"."""
_LAST_LINES = 3
_TITLE_LINES = 2
"""Lines that a brief's title takes up: the second one may end it with a party's name."""

Blocks = Mapping[tuple[DocumentId, str], Sequence[tuple[int, int]]]


def blocks_of_counsel(documents: Collection[Document], claims: Sequence[Detection]) -> Blocks:
    """Half-open offsets of the blocks, for each passage of the federal court papers that hold no person's number."""
    personal = {claim.document for claim in claims if claim.category in _PERSONAL}
    return {
        (document.id, passage.address): _blocks(passage.text)
        for document in documents
        if document.doc_type == _COURT_PAPER and document.id not in personal
        for passage in document.passages
        if passage.words
    }


def _blocks(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the lines around words of appearance, as far as further counsel's contacts go on."""
    starts = [0, *(match.end() for match in re.finditer(r"\n", text))]
    lines = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    found = []
    for match in _APPEARANCE.finditer(text):
        at = sum(start <= match.start() for start in starts) - 1
        first, last = _reach(lines, at, -_BLOCK_LINES), _with_contacts(lines, _reach(lines, at, _BLOCK_LINES))
        if not any(_OWN_CAUSE.search(line) for line in lines[first : last + 1]):
            found.append((starts[first], starts[last + 1] if last + 1 < len(lines) else len(text)))
    if cover := _COVER.search(text):
        first = sum(start <= cover.start() for start in starts) + _TITLE_LINES - 1
        last = _with_contacts(lines, _reach(lines, first, _BLOCK_LINES))
        below = lines[first : last + 1]
        if any(map(_CONTACT.search, below)) and not any(map(_OWN_CAUSE.search, lines)):
            found.append((starts[first], starts[last + 1] if last + 1 < len(lines) else len(text)))
    if _VOICE.search(text) and not _OWN_CAUSE.search(text):
        found.append((starts[_reach(lines, len(lines), -_LAST_LINES) if lines else 0], len(text)))
    return found


def _with_contacts(lines: Sequence[str], last: int) -> int:
    """The last line of a block that goes on with further counsel's telephone numbers and mailboxes."""
    for contact, line in enumerate(lines):
        near = last < contact <= last + _NEXT_CONTACT and _CONTACT.search(line)
        if near and _reach(lines, last, contact - last) == contact:
            last = contact
    return last


def _reach(lines: Sequence[str], at: int, most: int) -> int:
    """The last line, up to ``most`` lines down (up where negative), before one that is a sentence's."""
    step = 1 if most > 0 else -1
    reached = min(at, len(lines) - 1)
    for number in range(at + step, at + most + step, step):
        if not 0 <= number < len(lines) or len(lines[number]) > _LONGEST_LINE or _PROSE.search(lines[number]):
            break
        reached = number
    return reached
