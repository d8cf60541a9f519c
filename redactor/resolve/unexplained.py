"""The word that nobody can explain: a weak finding of its own, so that somebody looks where no recognizer fired.

Every capitalised or numeric word that neither the lexicon nor its surroundings nor another finding accounts for is
one; words that stand together are one. It knows nothing of what the word means, only whether the sentence, the line or
the form cell it stands in is about a protected person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from redactor.lexicon import is_given, is_surname, runs, unexplained_tokens, words_written_small
from redactor.model import Category, Detection, Document, Finding, Passage, Role, Span
from redactor.resolve.findings import finding_id, value_hash
from redactor.resolve.people import RELEASED_ROLES

RECOGNIZER = "unexplained"
_SCORE = 0.1
"""Hardly more than nothing: no pattern, label, title or model spoke for the word."""

_PERSONAL = frozenset({
    Category.A_NUMBER, Category.FINS, Category.EVENT_NUMBER, Category.RECEIPT_NUMBER, Category.DATE_OF_BIRTH,
    Category.SSN, Category.PASSPORT, Category.ADDRESS, Category.PLACE_OF_BIRTH, Category.NATIONALITY,
})  # fmt: skip
"""Findings that make a sentence one about a person, whoever is named in it."""

_SPOKEN_OF = re.compile(
    r"(?i)\b(?:the )?(?:subject|respondent|alien|detainee|arrestee|noncitizen|applicant|beneficiary|victim)\b(?!:)"
)
"""How a person's papers speak of the person without a name."""

_PERSONS_PAPERS = frozenset({
    "Notice to Appear (Form I-862)", "Record of Deportable/Inadmissible Alien (Form I-213)",
    "Continuation page (Form I-831)", "Warrant for Arrest of Alien (Form I-200)", "Warrant of Removal (Form I-205)",
    "Notice of Custody Determination (Form I-286)", "Immigration detainer (Form I-247)",
    "Notice of entry of appearance", "Agency notice", "Agency form", "State court paper", "Arrest log",
})  # fmt: skip
"""Kinds of paper that are about one person, or list persons."""

_COURT_PAPERS = frozenset({"Federal court paper", "Document", "Memorandum"})
"""Kinds of paper that speak of subjects and respondents in general."""

_MOST_OF_CELL = 5
"""Words up to which what stands between column gaps or line ends of a person's paper is a cell, not prose."""

_LABEL = re.compile(r"(?:^|[\t\n])[^\t\n:]{2,40}:[ \t]*[^\t\n:]{0,40}$")
_ENDS = re.compile(r"[.?!][\"”’)]*\s+(?=[\"“(\[]?[A-Z0-9])|\n\s*\n|\n(?=[ \t]*(?:[•●▪*]|\(?\d{1,2}[.)] |[A-Z][a-z]+:))")
_NOT_THE_END = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Hon|No|Nos|Jr|Sr|St|v|vs|Det|Sgt|Lt|Ofc|Apt|approx|Inc|Co)|\d)\.$"
)
_SHORT_LINE = 45
"""Code points up to which a line is no wrapped prose, so that its end ends a sentence."""
_FAR = 400
"""Code points beyond which nothing is the same sentence, whatever the punctuation."""

_MACHINE = ("key:", "xmp", "layer", "destination", "label", "meta:Creator", "meta:Producer", "meta:ContentTypeId")
"""Off-page text that programs write for programs: names of a file's parts, scripts, metadata that repeats ``meta:``.
Recognizers read it all the same; its unknown words are legion and none of it is produced."""

_NAME = re.compile(r"[^\W\d_][^\W_]+(?:['’\-][^\W\d_]+)*")
_FIELDS = ("field:", "xfa:")
_FIELD_LABEL = re.compile(r"[^:\n]*: ")
"""What a form field says before its value: its own name or hint, which is print."""

_POOR = 0.6
"""Mean confidence of OCR below which a line with several unexplained words is garbage, not names."""
_SEVERAL = 4
_EDGES = 3
"""Lines at the top and the foot of a page in which a court's or a producing party's stamp stands."""
_MOST_PAGES = 0.6
_FEW_PAGES = 3


def unexplained(document: Document, findings: Sequence[Finding], key: bytes) -> tuple[Finding, ...]:
    """A finding for each run of words that nothing explains, in the order of place.

    ``findings`` are all others of the document, produced or not: a word inside one is accounted for. ``key`` is the
    matter's HMAC key. Text in stream order is left out: it shows the glyphs of the page as read.
    """
    small = frozenset().union(*(words_written_small(passage.text) for passage in document.passages))
    known = _stamps(document) | _cited(document, findings)
    made = []
    for passage in document.passages:
        if passage.address.endswith("/stream") or passage.address.startswith(_MACHINE) or not passage.text:
            continue
        found = _covered(document, passage, findings)
        near = [f for f in findings if f.span.passage == passage.address and _about_a_person(f)]
        for start, end in _open_spans(passage, small, known, found):
            made.append(_finding(document, passage, (start, end), near, key))
    return tuple(made)


def same_word_same_answer(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a matter with one answer for each unexplained word: near a person where any of its places is.

    A box here and the bare word there would tell what stands under the box.
    """
    everything = tuple(findings)
    near = {f.value_hash for f in everything if f.category is Category.UNEXPLAINED and f.near_person}
    return tuple(
        replace(f, near_person=True) if f.category is Category.UNEXPLAINED and f.value_hash in near else f
        for f in everything
    )


def _open_spans(
    passage: Passage, small: frozenset[str], known: frozenset[str], covered: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Half-open offsets of what nothing explains. A line of which a scanner made garbage is one span."""
    text = passage.text
    first = 0
    if passage.address.startswith(_FIELDS):
        label = _FIELD_LABEL.match(text)
        first = label.end() if label else len(text)  # a hint without a value is print
    found = [
        token
        for token in unexplained_tokens(text, small)
        if token.start >= first and token.text not in known and covered.isdisjoint(range(token.start, token.end))
    ]
    by_line: dict[int, list[tuple[int, int]]] = {}
    for start, end in runs(text, found):
        by_line.setdefault(text.rfind("\n", 0, start), []).append((start, end))
    for spans in by_line.values():
        if len(spans) >= _SEVERAL and _poorly_read(passage, spans[0][0], spans[-1][1]):
            yield spans[0][0], spans[-1][1]
        else:
            yield from spans


def _poorly_read(passage: Passage, start: int, end: int) -> bool:
    sure = [w.confidence for w in passage.words if start <= w.start < end and w.confidence is not None]
    return bool(sure) and sum(sure) / len(sure) < _POOR


def _stamps(document: Document) -> frozenset[str]:
    """Tokens that stand at the edge of most pages of a court paper: its docket and filing stamp, a firm's file number.

    Only of court papers: what stands on every page of a person's file may be the person's number.
    """
    pages = [p for p in document.passages if p.words and p.address == f"p{p.page}"]
    if document.doc_type != "Federal court paper" or len(pages) < _FEW_PAGES:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page.text.split("\n") if line.strip()]
        edge = "\n".join([*lines[:_EDGES], *lines[-_EDGES:]])
        seen.update({token.text for token in unexplained_tokens(edge) if any(c.isdigit() for c in token.text)})
    return frozenset(text for text, count in seen.items() if count >= max(_FEW_PAGES, _MOST_PAGES * len(pages)))


def _cited(document: Document, findings: Sequence[Finding]) -> frozenset[str]:
    """Words of the cases that a court paper cites: it goes on to call them by one ("Yeager, 678 F.2d at 323")."""
    if document.doc_type != "Federal court paper":
        return frozenset()
    names = (document.text(f.span) for f in findings if f.category is Category.CASE_NAME)
    return frozenset(word for name in names for word in _NAME.findall(name))


def _covered(document: Document, passage: Passage, findings: Sequence[Finding]) -> frozenset[int]:
    """Offsets of the passage that lie in a finding, whichever order of the page it was made in."""
    covered: set[int] = set()
    by_ordinal = {word.ordinal: word for word in passage.words}
    other = f"{passage.address}/stream"
    stream = next((p for p in document.passages if p.address == other), None)
    for finding in findings:
        if finding.span.passage == passage.address:
            covered.update(range(finding.span.start, finding.span.end))
        elif stream is not None and finding.span.passage == other:
            for word in stream.words:
                if word.start < finding.span.end and finding.span.start < word.end and word.ordinal in by_ordinal:
                    twin = by_ordinal[word.ordinal]
                    covered.update(range(twin.start, twin.end))
    return frozenset(covered)


def _about_a_person(finding: Finding) -> bool:
    if finding.category is Category.PERSON_NAME:
        return finding.role not in RELEASED_ROLES and (finding.subject is not None or finding.role is not Role.UNKNOWN)
    return finding.category in _PERSONAL and finding.role not in RELEASED_ROLES


def _finding(
    document: Document, passage: Passage, place: tuple[int, int], people: Sequence[Finding], key: bytes
) -> Finding:
    span = Span(passage.address, *place)
    where = _nearness(document, passage, place, people)
    reason = f"no list, form or finding explains it; {where or 'nobody protected is near'}"
    claim = Detection(document.id, span, Category.UNEXPLAINED, _SCORE, RECOGNIZER, reason)
    return Finding(
        id=finding_id(document, span, Category.UNEXPLAINED),
        document=document.id,
        span=span,
        category=Category.UNEXPLAINED,
        detections=(claim,),
        value_hash=value_hash(passage.text[span.start : span.end], key),
        near_person=bool(where),
    )


def _nearness(document: Document, passage: Passage, place: tuple[int, int], people: Sequence[Finding]) -> str:
    """Why the place counts as near a protected person, or nothing."""
    if passage.address.startswith(_FIELDS):
        return "a form field holds it"
    text = passage.text
    start, end = _sentence(text, *place)
    if any(f.span.start < end and start < f.span.end for f in people):
        return "a protected person is in its sentence or line"
    if text[slice(*place)].islower():
        return "a name is written small, as in messages between people"
    if document.doc_type in _COURT_PAPERS:
        return ""
    if document.doc_type != "E-mail" and _LABEL.search(text, max(0, place[0] - 80), place[0]):
        return "a label stands before it"
    if document.doc_type in _PERSONS_PAPERS and _is_cell(text, *place):
        return "a form cell holds it"
    if document.doc_type in _PERSONS_PAPERS and any(
        is_given(word) or is_surname(word) for word in text[slice(*place)].split()
    ):
        return "people are called so, and the paper is one person's"
    if _SPOKEN_OF.search(text, start, end):
        return "its sentence speaks of the person whose paper it is"
    return ""


def _is_cell(text: str, start: int, end: int) -> bool:
    """Whether a place stands alone, or nearly so, between column gaps and line ends."""
    first = max(text.rfind("\n", 0, start), text.rfind("\t", 0, start)) + 1
    stops = [stop for stop in (text.find("\n", end), text.find("\t", end)) if stop >= 0]
    return len(text[first : min(stops, default=len(text))].split()) <= _MOST_OF_CELL


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Half-open offsets of the sentence around a place: from stop to stop, over the ends of long lines only."""
    first = max(0, start - _FAR)
    for match in _ENDS.finditer(text, first, start):
        if match.end() <= start and not _NOT_THE_END.search(text, max(0, match.start() - 8), match.start() + 1):
            first = match.end()
    behind = min(len(text), end + _FAR)
    for match in _ENDS.finditer(text, end, behind):
        if not _NOT_THE_END.search(text, max(0, match.start() - 8), match.start() + 1):
            behind = match.start() + 1
            break
    return _after_short_line(text, first, start), _before_short_line(text, end, behind)


def _after_short_line(text: str, first: int, start: int) -> int:
    """The beginning of the last line before ``start`` that follows a line too short to be wrapped prose."""
    line = text.rfind("\n", 0, start) + 1
    while line > first:
        previous = text.rfind("\n", 0, line - 1) + 1
        if line - previous - 1 <= _SHORT_LINE or "\t" in text[previous:line]:
            return line
        line = previous
    return first


def _before_short_line(text: str, end: int, behind: int) -> int:
    """The end of the first line behind ``end`` that is too short to be wrapped prose."""
    line = text.rfind("\n", 0, end) + 1
    while (stop := text.find("\n", max(line, end if line <= end else line), behind)) >= 0:
        if stop - line <= _SHORT_LINE or "\t" in text[line:stop]:
            return stop
        line = stop + 1
    return behind
