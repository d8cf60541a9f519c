"""Roles that a claim's surroundings give it: the line it shares with a number, the signature block it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from redactor.model import Category, Detection, Document, DocumentId, Role

_NONCITIZEN = frozenset({Category.A_NUMBER, Category.FINS, Category.DATE_OF_BIRTH, Category.RECEIPT_NUMBER})
"""Numbers that make a name on the same line a noncitizen's."""

_PERSONAL = _NONCITIZEN | {Category.EVENT_NUMBER, Category.AGENCY_SYSTEM_ID, Category.I94_NUMBER}
"""Numbers that make a document one about persons; counsel named in it may be theirs (law.md N5), not of record."""

_COUNSEL = frozenset(
    {Category.PERSON_NAME, Category.PHONE, Category.EMAIL, Category.ADDRESS, Category.ATTORNEY_ID, Category.EMPLOYER}
)
_COURT_PAPER = "Federal court paper"
_BLOCK = re.compile(
    r"(?i)\b(?:attorneys?|counsel|of counsel) (?:for|to)\b|\brespectfully submitted\b|\bbar no\b"
    r"|\bassistant united states attorney"
    r"|\b(?:LLP|P\.C\.|foundation)\b.*$|\bon the brief\b|\b(?:argued|of counsel)\b|/s/"
)
_BY_NUMBER = 0.8
"""Score of a name that shares its line with a noncitizen's number."""

_BLOCK_LINES = 14
"""Lines above and below such words that belong to one block of counsel."""


def with_roles(documents: Mapping[DocumentId, Document], claims: Sequence[Detection]) -> tuple[Detection, ...]:
    """The claims, those without a role given the one that their surroundings say. Order is kept.

    A name on the line of an A-Number or a date of birth is a subject's. In a federal court paper that holds no
    person's number, what stands in a block of counsel is counsel's.
    """
    anchors: dict[tuple[DocumentId, str], list[int]] = {}
    personal: set[DocumentId] = set()
    for claim in claims:
        if claim.category in _NONCITIZEN:
            anchors.setdefault((claim.document, claim.span.passage), []).append(claim.span.start)
        if claim.category in _PERSONAL:
            personal.add(claim.document)
    blocks = {
        (document.id, passage.address): _blocks(passage.text)
        for document in documents.values()
        if document.doc_type == _COURT_PAPER and document.id not in personal
        for passage in document.passages
        if passage.words
    }
    return tuple(_placed(claim, documents, anchors, blocks) for claim in claims)


def _placed(
    claim: Detection,
    documents: Mapping[DocumentId, Document],
    anchors: Mapping[tuple[DocumentId, str], Sequence[int]],
    blocks: Mapping[tuple[DocumentId, str], Sequence[tuple[int, int]]],
) -> Detection:
    if claim.role not in (None, Role.UNKNOWN):
        return claim
    where = (claim.document, claim.span.passage)
    if claim.category in _COUNSEL and any(s <= claim.span.start < e for s, e in blocks.get(where, ())):
        return replace(claim, role=Role.COUNSEL)
    if claim.category is Category.PERSON_NAME and where in anchors:
        text = documents[claim.document].passage(claim.span.passage).text
        start = text.rfind("\n", 0, claim.span.start) + 1
        end = text.find("\n", claim.span.end)
        if any(start <= place < (end if end >= 0 else len(text)) for place in anchors[where]):
            return replace(claim, role=Role.SUBJECT, score=max(claim.score, _BY_NUMBER))
    return claim


def _blocks(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the lines around words that introduce counsel."""
    lines = [0, *(match.end() for match in re.finditer(r"\n", text))]
    found = []
    for match in _BLOCK.finditer(text):
        at = sum(start <= match.start() for start in lines) - 1
        first, last = max(0, at - _BLOCK_LINES), min(len(lines) - 1, at + _BLOCK_LINES)
        found.append((lines[first], lines[last + 1] if last + 1 < len(lines) else len(text)))
    return found
