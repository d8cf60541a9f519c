"""Roles that a claim's surroundings give it: the title beside it, the row of officers or the signature block it stands
in, the line that it shares with a noncitizen's number.

A role whose names are produced is given only on evidence that stands right there in the text (``office``,
``signatures``, ``colleagues``); a recognizer's word alone is not enough, and a model's never is. What that means for a
mention whose surroundings are silent is the business of ``mentions``, when the whole matter is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from redactor.model import Category, Detection, Document, DocumentId, Role, Span
from redactor.offices import role_at
from redactor.resolve.colleagues import Row, rows_of_officers
from redactor.resolve.counsel import blocks_of_counsel
from redactor.resolve.duties import acting_in_office
from redactor.resolve.office import Evidence, flat, name_in, office_beside
from redactor.resolve.people import RELEASED_ROLES
from redactor.resolve.signatures import block_under, legend_under, of_the_protected, signed_in_office

_NONCITIZEN = frozenset({Category.A_NUMBER, Category.FINS, Category.DATE_OF_BIRTH, Category.RECEIPT_NUMBER})
"""Numbers that make a name on the same line a noncitizen's."""

_COUNSEL = frozenset(
    {Category.PERSON_NAME, Category.PHONE, Category.EMAIL, Category.ADDRESS, Category.ATTORNEY_ID, Category.EMPLOYER}
)
_BY_NUMBER = 0.8
"""Score of a name that shares its line with a noncitizen's number."""

_BY_DEED = frozenset({Role.SUBJECT, Role.WITNESS, Role.INTERPRETER, Role.REPRESENTATIVE})
"""Roles that a verb or a form's word gives; an agency's own title right before the name outranks it ("encountered
Deportation Officer Muster", "Interpreter: DO Muster"). Kinship and harm do not yield to a title."""

_TOLD_BY_LABEL = frozenset({"cells", "LabelledNameRecognizer"})
"""Recognizers whose released roles come from a form's label. Every other recognizer's are read again here, because its
patterns see less of the sentence."""

_ANOTHERS = re.compile(
    r"(?i)\b(?:witness|source|informant|tipster|friend|neighbou?r|wife|husband|spouse|partner|relative|family|child|son|daughter|complainant|respondent|alien|subject|victim|known)"
    r"[ ](?:to|of|for|with|against)[ ](?:the |an? |this )?[^\W\d_]+[ ]?:?[ ]?$"
)
"""Before a label's value: the label is no officer's but of somebody who has to do with one."""

_ROW_WITHOUT_HEADING = "cell in a row of a label"
"""Reason of a claim that only shares its row with a noncitizen's number."""

_SIGNED_BY = re.compile(r"(?i)\b(?:by|signature)[ ]?:[ ]*(?=[^\W\d_])")
"""A label that the claim of a signature took along."""

_CONTACTS = frozenset({Category.PHONE, Category.EMAIL})


def guessed(claim: Detection) -> bool:
    """Whether a statistical model made the claim. It may find a name, and may protect one, but lets none stand."""
    name = claim.recognizer.casefold()
    return "model" in name or "tagger" in name


def with_roles(documents: Mapping[DocumentId, Document], claims: Sequence[Detection]) -> tuple[Detection, ...]:
    """The claims, those without a role given the one that their surroundings say. Order is kept; the names of rows of
    officers follow, which nothing else may have claimed.

    Titles, rows and signatures speak for the name that they stand at. A name on the line of an A-Number or a date of
    birth is a subject's. In a federal court paper that holds no person's number, what stands in a block of counsel is
    counsel's. Telephone numbers and mailboxes in an officer's signature block are the officer's.
    """
    anchors: dict[tuple[DocumentId, str], list[int]] = {}
    names: dict[tuple[DocumentId, str], list[tuple[int, int]]] = {}
    for claim in claims:
        if claim.category in _NONCITIZEN:
            anchors.setdefault((claim.document, claim.span.passage), []).append(claim.span.start)
        if claim.category is Category.PERSON_NAME:
            names.setdefault((claim.document, claim.span.passage), []).append((claim.span.start, claim.span.end))
    counsel = blocks_of_counsel(documents.values(), claims)
    pages: dict[tuple[DocumentId, str], _Page] = {}
    for claim in claims:
        where = (claim.document, claim.span.passage)
        if where not in pages:
            text = flat(documents[claim.document].passage(claim.span.passage).text)
            rows = tuple(rows_of_officers(text))
            pages[where] = _Page(text, counsel.get(where, ()), anchors.get(where, ()), rows, names.get(where, ()))
    offices = _in_office(claims, pages)
    read = [_placed(claim, pages[claim.document, claim.span.passage], offices) for claim in claims]
    blocks: dict[tuple[DocumentId, str], list[tuple[int, int, Role]]] = {}
    for claim in read:
        where = (claim.document, claim.span.passage)
        if claim.category is Category.PERSON_NAME and claim.role in (Role.OFFICER, Role.SUPERVISOR, Role.OFFICIAL):
            page = pages[where]
            if signed_in_office(page.text, *name_in(page.text, claim.span.start, claim.span.end)):
                blocks.setdefault(where, []).append((*block_under(page.text, claim.span.end), claim.role))
    told = (_contact(claim, blocks.get((claim.document, claim.span.passage), ())) for claim in read)
    return (*told, *_rows(pages))


@dataclass(frozen=True, slots=True)
class _Page:
    """What the surroundings on one passage are read from."""

    text: str
    counsel: Sequence[tuple[int, int]]
    anchors: Sequence[int]
    rows: tuple[Row, ...]
    names: Sequence[tuple[int, int]]

    def nearest(self, claim: Detection, place: int) -> bool:
        """Whether no other name stands nearer to the number at ``place``: an officer's may end the row."""
        own = (claim.span.start, claim.span.end)
        apart = [name for name in self.names if name[1] <= own[0] or own[1] <= name[0]]
        return all(_distance(own, place) <= _distance(name, place) for name in apart)


def evidence_at(text: str, start: int, end: int, rows: Sequence[Row] | None = None) -> Evidence | None:
    """The surest sign that the name at ``text[start:end]`` (flat) is of somebody in office, or None. ``rows`` are
    those of the whole text; they are read from it where they are not given. A title inside the claim counts."""
    start, end = name_in(text, start, end)
    found = [office_beside(text, start, end), signed_in_office(text, start, end), acting_in_office(text, start, end)]
    found += [
        evidence
        for first, last, evidence in (rows_of_officers(text) if rows is None else rows)
        if first <= start and end <= last
    ]
    return max((e for e in found if e), key=lambda e: (e.score, e.office.own), default=None)


def _distance(span: tuple[int, int], place: int) -> int:
    return place - span[1] if place >= span[1] else max(0, span[0] - place)


def _rows(pages: Mapping[tuple[DocumentId, str], _Page]) -> Iterator[Detection]:
    for (document, address), page in pages.items():
        for start, end, evidence in page.rows:
            yield Detection(
                document=document,
                span=Span(address, start, end),
                category=Category.PERSON_NAME,
                score=evidence.score,
                recognizer="rows of officers",
                reason=evidence.how,
                role=evidence.role,
            )


def _in_office(
    claims: Sequence[Detection], pages: Mapping[tuple[DocumentId, str], _Page]
) -> Mapping[tuple[DocumentId, str], Sequence[tuple[int, int]]]:
    """Places of names that stand beside an office: a part of such a name is not the noncitizen's on its line."""
    found: dict[tuple[DocumentId, str], list[tuple[int, int]]] = {}
    for claim in claims:
        where = (claim.document, claim.span.passage)
        page = pages[where]
        if claim.category is not Category.PERSON_NAME or claim.role not in RELEASED_ROLES:
            continue
        told = claim.recognizer in _TOLD_BY_LABEL
        if told or evidence_at(page.text, claim.span.start, claim.span.end, page.rows):
            found.setdefault(where, []).append((claim.span.start, claim.span.end))
    return found


def _placed(
    claim: Detection, page: _Page, offices: Mapping[tuple[DocumentId, str], Sequence[tuple[int, int]]]
) -> Detection:
    if guessed(claim) and claim.role in RELEASED_ROLES:
        claim = replace(claim, role=None)
    if claim.category is Category.EMAIL:
        claim = _mailbox(claim, page)
    if claim.category in (Category.PERSON_NAME, Category.SIGNATURE):
        claim = _by_office(claim, page)
    where = (claim.document, claim.span.passage)
    within = any(start <= claim.span.start and claim.span.end <= end for start, end in offices.get(where, ()))
    if within and claim.role is Role.SUBJECT and claim.reason == _ROW_WITHOUT_HEADING:
        claim = replace(claim, role=None)  # the column has a heading, and it is an officer's
    of_record = claim.category in _COUNSEL and any(s <= claim.span.start < e for s, e in page.counsel)
    bar = claim.category is Category.ATTORNEY_ID and claim.role is Role.REPRESENTATIVE
    if of_record and (bar or claim.role in (None, Role.UNKNOWN)):
        return replace(claim, role=Role.COUNSEL)
    if claim.role not in (None, Role.UNKNOWN):
        return claim
    if within:
        return claim
    if claim.category is Category.PERSON_NAME and page.anchors:
        start = page.text.rfind("\n", 0, claim.span.start) + 1
        end = page.text.find("\n", claim.span.end)
        stop = end if end >= 0 else len(page.text)
        if any(start <= place < stop and page.nearest(claim, place) for place in page.anchors):
            return replace(claim, role=Role.SUBJECT, score=max(claim.score, _BY_NUMBER))
    return claim


def _by_office(claim: Detection, page: _Page) -> Detection:
    """The claim with the role that an office beside it gives, and without one that nothing in the text bears out."""
    claim = _by_own_legend(claim, page)
    start, end = claim.span.start, claim.span.end
    if claim.category is Category.SIGNATURE and (label := _SIGNED_BY.search(page.text, start, end)):
        start = label.end()
    role = claim.role or Role.UNKNOWN
    if role in RELEASED_ROLES and claim.recognizer in _TOLD_BY_LABEL:
        line = page.text.rfind("\n", 0, claim.span.start) + 1
        return replace(claim, role=None) if _ANOTHERS.search(page.text, line, claim.span.start) else claim
    evidence = evidence_at(page.text, start, end, page.rows)
    if evidence is None:
        return replace(claim, role=None) if role in RELEASED_ROLES else claim
    if role in _BY_DEED:
        how = {"title before"} if role is Role.SUBJECT else {"title before", "title behind"}
        return replace(claim, role=evidence.role) if evidence.how in how and evidence.office.own else claim
    if role is not Role.UNKNOWN and role not in RELEASED_ROLES:
        return claim
    score = evidence.score if role in RELEASED_ROLES else max(claim.score, evidence.score)
    return replace(claim, role=evidence.role, score=score, reason=f"{claim.reason}; {evidence.how}".lstrip("; "))


def _by_own_legend(claim: Detection, page: _Page) -> Detection:
    """A signer whose column has a legend of its own has no role from the legend of another column."""
    if claim.recognizer != "SignatureBlockRecognizer" or "legend" not in claim.reason:
        return claim
    legend = legend_under(page.text, claim.span.start)
    protected = claim.role not in RELEASED_ROLES
    return replace(claim, role=None) if legend and protected and not of_the_protected(legend) else claim


def _mailbox(claim: Detection, page: _Page) -> Detection:
    """A mailbox at an agency or court is its holder's; whether a protected person is named by it, ``mentions`` asks."""
    domain = page.text[claim.span.start : claim.span.end].rpartition("@")[2]
    role = role_at(domain)
    return replace(claim, role=role) if role and claim.role in (None, Role.UNKNOWN) else claim


def _contact(claim: Detection, blocks: Sequence[tuple[int, int, Role]]) -> Detection:
    if claim.category not in _CONTACTS or claim.role not in (None, Role.UNKNOWN):
        return claim
    role = next((role for start, end, role in blocks if start <= claim.span.start < end), None)
    return replace(claim, role=role) if role else claim
