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
_APPEARANCE = re.compile(
    r"(?i)\b(?:attorneys?|counsel|of counsel) (?:for|to)\b|\brespectfully submitted\b|\bbar no\b"
    r"|\bassistant united states attorney|\bfor (?:amic(?:us|i) curiae|(?:plaintiffs?|defendants?)-?\s?appell)"
    r"|\b(?:LLP|P\.C\.|foundation)\b.*$|\bon the brief\b|\b(?:argued|of counsel)\b|/s/"
)
_OWN_CAUSE = re.compile(r"(?i)\bpro se\b|\bin propria persona\b|\bself-represented\b")
"""Somebody who appears without counsel signs where counsel would."""

_CONTACT = re.compile(r"(?i)\btel(?:ephone)?\b|\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}[.\-]\d{3}[.\-]\d{4}|@")
_BLOCK_LINES = 14
"""Lines above and below an appearance that belong to its block."""
_NEXT_CONTACT = 8
"""Lines from one counsel's telephone number to the next one's in a block that goes on."""

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
    contacts = [number for number, line in enumerate(lines) if _CONTACT.search(line)]
    found = []
    for match in _APPEARANCE.finditer(text):
        at = sum(start <= match.start() for start in starts) - 1
        first, last = max(0, at - _BLOCK_LINES), min(len(lines) - 1, at + _BLOCK_LINES)
        for contact in contacts:
            if last < contact <= last + _NEXT_CONTACT:
                last = contact
        if not any(_OWN_CAUSE.search(line) for line in lines[first : last + 1]):
            found.append((starts[first], starts[last + 1] if last + 1 < len(lines) else len(text)))
    return found
