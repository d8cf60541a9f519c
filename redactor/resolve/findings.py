"""Merging: claims of one category that overlap become one finding, and no claim is lost.

The result does not depend on the order of the claims (tests/property/test_merge_laws.py).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from redactor.model import (
    Category,
    Detection,
    Document,
    Finding,
    FindingId,
    Passage,
    ProtectionStatus,
    Role,
    Span,
    SubjectId,
)
from redactor.resolve.echoes import echoes
from redactor.resolve.mentions import Mentions
from redactor.resolve.neighbours import with_neighbours
from redactor.resolve.people import Registry
from redactor.resolve.propagation import Hit
from redactor.shadow import squash

_KEEPS_STANDING = frozenset(
    {Category.COURTHOUSE, Category.CASE_NAME, Category.ACTION_DOCKET, Category.BATES_NUMBER, Category.COMMON_WORD}
)
"""Categories that speak for what lies within them."""


def findings_of(
    document: Document, detections: Sequence[Detection], hits: Sequence[Hit], registry: Registry, key: bytes
) -> tuple[Finding, ...]:
    """The document's findings, in order of place. ``key`` is the matter's HMAC key.

    Claims that only touch stay apart; so do claims of different categories, whatever they share. Words of a page that
    are found in both of its passages make one finding, in the passage as read.
    """
    subjects: dict[Detection, SubjectId] = {hit.detection: hit.subject for hit in hits if hit.subject}
    everything = [*detections, *(hit.detection for hit in hits)]
    everything += [*with_neighbours(document, everything), *echoes(document, detections)]
    groups: dict[tuple[str, Category], list[Detection]] = {}
    for detection in everything:
        groups.setdefault((detection.span.passage, detection.category), []).append(detection)
    protection = {person.id: person.protection for person in registry.persons}
    mentions = Mentions(document, registry, everything, subjects)
    found = [
        _finding(document, category, cluster, subjects, protection, key, mentions)
        for (_, category), claims in groups.items()
        for cluster in _clusters(claims)
    ]
    once = _once_a_glyph(document, found, mentions)
    return tuple(sorted(_with_surroundings(document, once), key=lambda f: (f.span, f.category)))


def _clusters(claims: Iterable[Detection]) -> list[list[Detection]]:
    """Claims that overlap, directly or through others."""
    clusters: list[list[Detection]] = []
    reach = -1
    for claim in sorted(set(claims), key=_place):
        if clusters and (claim.span.start < reach or claim.span == clusters[-1][0].span):
            clusters[-1].append(claim)
            reach = max(reach, claim.span.end)
        else:
            clusters.append([claim])
            reach = claim.span.end
    return clusters


def _place(claim: Detection) -> tuple[object, ...]:
    return (claim.span, -claim.score, claim.recognizer, claim.reason, claim.role or Role.UNKNOWN, claim.role is None)


def _finding(
    document: Document,
    category: Category,
    claims: Sequence[Detection],
    subjects: Mapping[Detection, SubjectId],
    protection: Mapping[SubjectId, ProtectionStatus],
    key: bytes,
    mentions: Mentions,
) -> Finding:
    span = Span(claims[0].span.passage, claims[0].span.start, max(claim.span.end for claim in claims))
    role = mentions.role_of(span, category, claims)
    subject = _subject(claims, subjects, role)
    return Finding(
        id=finding_id(document, span, category),
        document=document.id,
        span=span,
        category=category,
        detections=tuple(claims),
        value_hash=value_hash(document.text(span), key),
        role=role,
        subject=subject,
        protection=protection[subject] if subject else ProtectionStatus.UNKNOWN,
    )


def finding_id(document: Document, span: Span, category: Category) -> FindingId:
    """The same for the same place of the same original, whatever else was found."""
    place = f"{document.id}|{span.passage}|{span.start}|{span.end}|{category}"
    return FindingId(hashlib.sha256(place.encode()).hexdigest()[:20])


def value_hash(text: str, key: bytes) -> str:
    """HMAC-SHA-256 of the squashed text, hex: equal for equal values, useless without the matter's key."""
    return hmac.new(key, squash(text).encode(), hashlib.sha256).hexdigest()


def _subject(claims: Sequence[Detection], subjects: Mapping[Detection, SubjectId], role: Role) -> SubjectId | None:
    """The person whom the strongest claim is about; of two who share a name, the one who has the finding's role."""
    known = [claim for claim in claims if claim in subjects]
    if not known:
        return None
    known = [claim for claim in known if claim.role is role] or known
    weight = max((claim.score, claim.span.end - claim.span.start) for claim in known)
    best = {subjects[claim] for claim in known if (claim.score, claim.span.end - claim.span.start) == weight}
    return best.pop() if len(best) == 1 else None


def _glyphs(passage: Passage, span: Span) -> frozenset[tuple[int, int]]:
    """The glyphs under a span: word ordinal and code point in the word."""
    return frozenset(
        (word.ordinal, offset - word.start)
        for word in passage.words
        if word.start < span.end and span.start < word.end
        for offset in range(max(word.start, span.start), min(word.end, span.end))
    )


def _once_a_glyph(document: Document, found: Sequence[Finding], mentions: Mentions) -> list[Finding]:
    """Findings of a page's stream order folded into those of the page as read that cover the same glyphs."""
    passages = {passage.address: passage for passage in document.passages}
    as_read: dict[tuple[str, Category], list[tuple[frozenset[tuple[int, int]], int]]] = {}
    kept: list[Finding] = []
    in_stream: list[Finding] = []
    for finding in found:
        if finding.span.passage.endswith("/stream"):
            in_stream.append(finding)
            continue
        passage = passages[finding.span.passage]
        if passage.words:
            entry = (_glyphs(passage, finding.span), len(kept))
            as_read.setdefault((passage.address, finding.category), []).append(entry)
        kept.append(finding)
    for finding in in_stream:
        passage = passages[finding.span.passage]
        glyphs = _glyphs(passage, finding.span)
        twins = as_read.get((passage.address.removesuffix("/stream"), finding.category), [])
        twin = next((index for held, index in twins if glyphs and glyphs <= held), None)
        if twin is None:
            kept.append(finding)
            continue
        merged = (*kept[twin].detections, *finding.detections)
        role = mentions.role_in_both(kept[twin], finding)
        kept[twin] = replace(kept[twin], detections=merged, role=role, subject=kept[twin].subject or finding.subject)
    return kept


def _with_surroundings(document: Document, found: Sequence[Finding]) -> list[Finding]:
    """Each finding with the categories of those that hold it whole, glyph for glyph, in either order of its page."""
    passages = {passage.address: passage for passage in document.passages}

    def place(finding: Finding) -> tuple[str, frozenset[tuple[int, int]]]:
        passage = passages[finding.span.passage]
        if passage.words:
            return passage.address.removesuffix("/stream"), _glyphs(passage, finding.span)
        letters = range(finding.span.start, finding.span.end)
        return passage.address, frozenset((0, offset) for offset in letters)

    holders: dict[str, list[tuple[Finding, frozenset[tuple[int, int]]]]] = {}
    for finding in found:
        if finding.category in _KEEPS_STANDING:
            where, glyphs = place(finding)
            holders.setdefault(where, []).append((finding, glyphs))
    if not holders:
        return list(found)
    result = []
    for finding in found:
        where, glyphs = place(finding)
        around = {
            h.category for h, held in holders.get(where, ()) if h.id != finding.id and _held(finding, glyphs, held)
        }
        if any(claim.recognizer == "registry" for claim in finding.detections):
            around.discard(Category.COMMON_WORD)  # the matter knows somebody of that name
        result.append(replace(finding, within=tuple(sorted(around))) if around else finding)
    return result


_MOSTLY = 0.6
"""Share of an address that a courthouse's must hold for it to be the same address, written on to city and ZIP."""


def _held(finding: Finding, glyphs: frozenset[tuple[int, int]], holder: frozenset[tuple[int, int]]) -> bool:
    if not glyphs:
        return False
    if finding.category is Category.ADDRESS:
        return len(glyphs & holder) >= _MOSTLY * len(glyphs)
    return glyphs <= holder
