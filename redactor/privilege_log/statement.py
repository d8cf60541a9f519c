"""What the written response must say of each objection: whether anything is withheld on it (Rule 34(b)(2)(C)).

"An objection must state whether any responsive materials are being withheld on the basis of that objection. An
objection to part of a request must specify the part and permit inspection of the rest." The statement is computed from
the volume, so that it says what was done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from redactor.bates import ranges
from redactor.model import BasisCode
from redactor.privilege_log.lines import Group, Line, codes_of, grounds_of, lines_of
from redactor.privilege_log.record import Particulars, Record
from redactor.privilege_log.share import Share, shares_of, total


@dataclass(frozen=True, slots=True)
class Objection:
    """A ground on which the response relies: its code, and in counsel's words what was objected where they are kept."""

    code: BasisCode
    words: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A request with the response that was served to it."""

    request: str
    text: str
    served: date | None
    responded: date | None
    objections: tuple[Objection, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """One objection, and what the volume withholds on it. ``documents`` 0 means that nothing is."""

    authority: str
    asserted_in: str
    words: str
    categories: tuple[str, ...]
    documents: int
    boxes: int
    bates: str


@dataclass(frozen=True, slots=True)
class StatedAnswer:
    """A request with what is said of each of its objections."""

    answer: Answer
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement for one volume: its answers, what else rests on orders and agreements, and the released share."""

    volume: str
    bates: str
    answers: tuple[StatedAnswer, ...]
    elsewhere: tuple[Stated, ...]
    documents: int
    in_full: int
    share: Share


def withholding_statement(record: Record, particulars: Particulars, answers: Sequence[Answer]) -> Statement:
    """What the volume withholds, by request and objection; grounds that no response asserts (an order, an agreement)
    come last. A group of statutes that is cited as one counts for each of its members. Raises what ``lines_of`` does.
    """
    lines = lines_of(record, particulars)
    grounds = grounds_of(lines, particulars)
    cited = [(line, codes_of(line, grounds[line.group], particulars)) for line in lines]
    asserted = {objection.code for answer in answers for objection in answer.objections}

    def stated(objection: Objection) -> Stated:
        held = [line for line, codes in cited if any(_rests(code, objection.code, particulars) for code in codes)]
        return _stated(objection, held, particulars)

    used = dict.fromkeys(code for _, codes in cited for code in codes)
    grouped = {code for code in used if any(_rests(code, known, particulars) for known in asserted)}
    numbers = [number for verified in record.in_order for number in verified.copy.endorsement.numbers]
    return Statement(
        volume=particulars.volume,
        bates=ranges(numbers),
        answers=tuple(StatedAnswer(a, _once([stated(objection) for objection in a.objections])) for a in answers),
        elsewhere=tuple(stated(Objection(code)) for code in used if code not in grouped),
        documents=len(record.copies),
        in_full=sum(verified.copy.slip_sheet for verified in record.copies),
        share=total(shares_of(record)),
    )


def _once(stated: Sequence[Stated]) -> tuple[Stated, ...]:
    """Objections on one authority that say the same, as one: two boxes of a form may rest on the same paragraph."""
    return tuple(dict.fromkeys(stated))


def _rests(cited: BasisCode, objection: BasisCode, particulars: Particulars) -> bool:
    """Whether a line that cites ``cited`` rests on the objection: it is the same, or a group that holds it."""
    return cited == objection or objection in particulars.members.get(cited, ())


def _stated(objection: Objection, held: Sequence[Line], particulars: Particulars) -> Stated:
    basis = particulars.basis(objection.code)
    groups: dict[Group, None] = dict.fromkeys(line.group for line in held)
    return Stated(
        authority=basis.authority,
        asserted_in=basis.asserted_in or "",
        words=objection.words,
        categories=tuple(particulars.description(group[0]) for group in groups),
        documents=len({line.verified.copy.document for line in held}),
        boxes=sum(line.boxes for line in held),
        bates=ranges(
            number
            for begin in sorted({line.verified.copy.endorsement.begin for line in held})
            for line in held
            if line.verified.copy.endorsement.begin == begin
            for number in line.verified.copy.endorsement.numbers
        ),
    )
