"""From decisions to boxes: which glyphs go, and which box covers them.

Every withheld glyph belongs to exactly one box and every box to exactly one log category, so that the log can be
counted against the page. Where two findings claim a glyph, the more final disposition has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redactor.geometry import bounds, intersection, join, part_of_word, quad_of
from redactor.model import (
    Decision,
    Disposition,
    Document,
    Finding,
    FindingId,
    Passage,
    Quad,
    Rect,
    Redaction,
    Word,
)

_PRECEDENCE = (Disposition.WITHHOLD, Disposition.REDACT, Disposition.GENERALISE, Disposition.REFER)
_LEVEL = 0.01
"""Points by which the two ends of a level line may differ."""

_REGION = re.compile(r"p(\d+)/(image|mark|drawn):(\d+)")


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page's boxes, and the half-open offsets of its passage as read (``p3``) that they take out of the text.

    ``withheld`` is start, end, label. ``beneath`` are the words (page space) that lie under a region's box and go with
    it: a box of their own would count them twice.
    """

    page: int
    redactions: tuple[Redaction, ...]
    withheld: tuple[tuple[int, int, str], ...]
    beneath: tuple[Quad, ...] = ()


@dataclass(slots=True)
class _Claim:
    """What one glyph is withheld for: the leading decision and every finding behind it."""

    decision: Decision
    findings: list[FindingId] = field(default_factory=list)


def plan(
    document: Document, findings: Sequence[Finding], decisions: Mapping[FindingId, Decision]
) -> tuple[PagePlan, ...]:
    """A plan for every page of the document, in page order. Decisions that produce are left out."""
    withheld = [decisions[finding.id] for finding in findings if decisions[finding.id].disposition.withholds]
    withheld.sort(key=lambda decision: _PRECEDENCE.index(decision.disposition))
    passages = {passage.address: passage for passage in document.passages}
    plans = []
    for page in document.pages:
        as_read = passages[f"p{page.number}"]
        claims = _claimed_glyphs(withheld, passages, page.number)
        regions = _regions(withheld, document, page.number)
        beneath = _beneath(as_read, claims, regions)
        apart = {glyph: claim for glyph, claim in claims.items() if glyph not in beneath}
        boxes: list[Redaction] = []
        for quads, claim in _runs(as_read, apart):
            boxes.append(_redaction(document, page.number, len(boxes), _joined(quads), claim))
        for rect, claim in regions:
            boxes.append(_redaction(document, page.number, len(boxes), quad_of(rect), claim, image=True))
        gone = tuple(_offsets(as_read, {**claims, **beneath}))
        under = tuple(part_of_word(word, start, end) for word, start, end, _ in _pieces(as_read, beneath))
        plans.append(PagePlan(page.number, tuple(boxes), gone, under))
    return tuple(plans)


def _joined(quads: Sequence[Quad]) -> Quad:
    """One quad over neighbours on a line. On a slanted line the corners of the first and the last make it: a rectangle
    along the page would cover the lines above and below."""
    if all(abs(quad.ul[1] - quad.ur[1]) < _LEVEL or abs(quad.ul[0] - quad.ur[0]) < _LEVEL for quad in quads):
        return join(quads)
    return Quad(quads[0].ul, quads[-1].ur, quads[-1].lr, quads[0].ll)


def _redaction(
    document: Document, page: int, index: int, quad: Quad, claim: _Claim, *, image: bool = False
) -> Redaction:
    return Redaction(
        id=f"{document.short_id}-p{page}-{index + 1}",
        document=document.id,
        page=page,
        quad=quad,
        label=claim.decision.label,
        log_category=claim.decision.log_category,
        findings=tuple(claim.findings),
        image=image,
    )


def _claimed_glyphs(
    withheld: Sequence[Decision], passages: Mapping[str, Passage], page: int
) -> dict[tuple[int, int], _Claim]:
    """Who claims each glyph: (word ordinal, code point in the word) to claim. The first decision in order leads."""
    claims: dict[tuple[int, int], _Claim] = {}
    for decision in withheld:
        for span in decision.withheld:
            passage = passages[span.passage]
            if passage.page != page:
                continue
            for word in passage.words:
                for offset in range(max(word.start, span.start), min(word.end, span.end)):
                    claim = claims.setdefault((word.ordinal, offset - word.start), _Claim(decision))
                    if decision.finding not in claim.findings:
                        claim.findings.append(decision.finding)
    return claims


def _runs(passage: Passage, claims: Mapping[tuple[int, int], _Claim]) -> Iterator[tuple[list[Quad], _Claim]]:
    """Withheld glyphs that one box covers: neighbours on a line, one blank apart at the most, of one category."""
    quads: list[Quad] = []
    current: _Claim | None = None
    last_end = -1
    for word, start, end, claim in _pieces(passage, claims):
        between = passage.text[last_end:start]
        same = current is not None and claim.decision.log_category == current.decision.log_category
        same = same and claim.decision.label == current.decision.label if current else False
        if current is not None and same and between in ("", " "):
            quads.append(part_of_word(word, start, end))
            current.findings.extend(f for f in claim.findings if f not in current.findings)
        else:
            if current is not None:
                yield quads, current
            quads, current = [part_of_word(word, start, end)], _Claim(claim.decision, list(claim.findings))
        last_end = end
    if current is not None:
        yield quads, current


def _pieces(passage: Passage, claims: Mapping[tuple[int, int], _Claim]) -> Iterator[tuple[Word, int, int, _Claim]]:
    """Per word, its withheld stretches: word, half-open offsets of the passage, claim."""
    for word in passage.words:
        start: int | None = None
        held: _Claim | None = None
        for offset in range(word.start, word.end + 1):
            claim = claims.get((word.ordinal, offset - word.start)) if offset < word.end else None
            if held is not None and start is not None and (claim is None or claim.decision is not held.decision):
                yield word, start, offset, held
                start, held = None, None
            if claim is not None and held is None:
                start, held = offset, _Claim(claim.decision, list(claim.findings))
            elif claim is not None and held is not None:
                held.findings.extend(finding for finding in claim.findings if finding not in held.findings)


def _offsets(passage: Passage, claims: Mapping[tuple[int, int], _Claim]) -> Iterator[tuple[int, int, str]]:
    """The same stretches as offsets of the text, with blanks between two stretches of one label taken along."""
    open_stretch: tuple[int, int, str] | None = None
    for _, start, end, claim in _pieces(passage, claims):
        label = claim.decision.label
        if open_stretch and open_stretch[2] == label and not passage.text[open_stretch[1] : start].strip(" "):
            open_stretch = (open_stretch[0], end, label)
            continue
        if open_stretch:
            yield open_stretch
        open_stretch = (start, end, label)
    if open_stretch:
        yield open_stretch


def _regions(withheld: Sequence[Decision], document: Document, page: int) -> list[tuple[Rect, _Claim]]:
    """Areas without words that are withheld, each once: unread regions, un-applied redaction marks, and boxes
    that reviewers drew."""
    regions: dict[str, tuple[Rect, _Claim]] = {}
    for decision in withheld:
        for span in decision.withheld:
            match = _REGION.fullmatch(span.passage)
            if not match or int(match[1]) != page:
                continue
            held = document.pages[page - 1]
            areas = {"image": held.unread, "mark": held.marked, "drawn": held.drawn}[match[2]]
            _, claim = regions.setdefault(span.passage, (areas[int(match[3]) - 1], _Claim(decision)))
            if decision.finding not in claim.findings:
                claim.findings.append(decision.finding)
    return list(regions.values())


def _beneath(
    passage: Passage, claims: Mapping[tuple[int, int], _Claim], regions: Sequence[tuple[Rect, _Claim]]
) -> dict[tuple[int, int], _Claim]:
    """The glyphs whose middle lies in a withheld region, with the region's claim. Whatever was found in them is from
    then on among the region's findings."""
    beneath: dict[tuple[int, int], _Claim] = {}
    for rect, region in regions:
        for word in passage.words:
            if intersection(bounds(word.quad), rect) is None:
                continue
            for index in range(word.end - word.start):
                box = bounds(part_of_word(word, word.start + index, word.start + index + 1))
                x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
                glyph = (word.ordinal, index)
                if glyph in beneath or not (rect.x0 <= x <= rect.x1 and rect.y0 <= y <= rect.y1):
                    continue
                beneath[glyph] = region
                found = claims[glyph].findings if glyph in claims else []
                region.findings.extend(finding for finding in found if finding not in region.findings)
    return beneath


def covered(plan: PagePlan) -> tuple[Rect, ...]:
    """The boxes' bounds in page space."""
    return tuple(bounds(redaction.quad) for redaction in plan.redactions)
