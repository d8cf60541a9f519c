"""From what a reviewer chose to the decision that goes into the ledger; and who may choose what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from redactor.errors import InputError, NotPermittedError
from redactor.model import BasisCode, Decision, Disposition, Finding, LogCategory, Span, name_key
from redactor.review.records import Choice, Reviewer, ReviewerRole

_LONGEST = 2000
_SECOND_READERS = frozenset({ReviewerRole.SECOND_READER, ReviewerRole.SUPERVISING_ATTORNEY})


@dataclass(frozen=True, slots=True)
class Terms:
    """How the rule packs log and label a finding when it is withheld, and on which asserted bases. ``parts`` are what
    goes when it is generalised, None where nothing says how."""

    log_category: LogCategory
    label: str
    basis: tuple[BasisCode, ...]
    parts: tuple[Span, ...] | None = None


def require_may_decide(who: Reviewer) -> None:
    """Raises NotPermittedError for somebody who may only read."""
    if who.role is ReviewerRole.READ_ONLY:
        raise NotPermittedError("your role is read-only: you can look, and decide nothing")


def require_may_confirm(who: Reviewer, first: str) -> None:
    """Raises NotPermittedError for somebody who cannot be second reader of what ``first`` decided."""
    if name_key(who.name) == name_key(first):
        raise NotPermittedError(
            "this is yours and awaits a second reader, who must be somebody else",
            remedy="Ask a second reader or a supervising attorney.",
        )
    if who.role not in _SECOND_READERS:
        raise NotPermittedError(
            "producing this takes a second reader, and your role is not one",
            remedy="Ask a second reader or a supervising attorney.",
        )


def require_sound(choice: Choice) -> None:
    """Raises InputError for a choice that says too little or too much."""
    if choice.disposition is Disposition.PRODUCE and not choice.reason.strip():
        raise InputError("producing a finding needs a reason", remedy="Say why it may be produced.")
    if len(choice.reason) > _LONGEST or len(choice.note) > _LONGEST:
        raise InputError(f"a reason or note is longer than {_LONGEST} characters", remedy="Shorten it.")


def decided(
    finding: Finding,
    in_force: Decision | None,
    proposal: Decision | None,
    choice: Choice,
    terms: Terms,
    who: str,
    now: datetime,
) -> Decision:
    """The decision that ``choice`` is on ``finding``, which so far stands as ``in_force`` and was proposed as
    ``proposal``. Raises InputError where the finding cannot be generalised."""
    category = choice.category or (in_force.category if in_force is not None else None)
    changed = choice.category is not None and choice.category is not finding.category
    standing = in_force if in_force is not None and in_force.label and choice.category is None else None
    if choice.disposition is Disposition.PRODUCE:
        withheld: tuple[Span, ...] = ()
        log = in_force.log_category if in_force is not None and not changed else terms.log_category
        label = ""
        basis: tuple[BasisCode, ...] = ()
    else:
        withheld = _withheld(finding, proposal, choice.disposition, terms)
        log = standing.log_category if standing else terms.log_category
        label = standing.label if standing else terms.label
        basis = choice.basis or (standing.basis if standing else ()) or terms.basis
    return Decision(
        finding=finding.id,
        disposition=choice.disposition,
        basis=basis,
        log_category=log,
        label=label,
        withheld=withheld,
        actor=who,
        reason=choice.reason.strip() or _reason_that_stands((in_force, proposal), choice.disposition),
        at=now,
        note=choice.note.strip(),
        category=category if category is not finding.category else None,
    )


def _reason_that_stands(earlier: Sequence[Decision | None], disposition: Disposition) -> str:
    """The first reason that speaks for the same: what somebody said for producing it is no reason to withhold it."""
    alike = (each for each in earlier if each is not None and each.disposition.withholds is disposition.withholds)
    return next((each.reason for each in alike), "")


def _withheld(finding: Finding, proposal: Decision | None, disposition: Disposition, terms: Terms) -> tuple[Span, ...]:
    if disposition is Disposition.GENERALISE:
        if not terms.parts:
            raise InputError(
                "nothing says which part of this finding could be shown", remedy="Redact it whole, or produce it."
            )
        return terms.parts
    if proposal is not None and proposal.disposition in (Disposition.REDACT, Disposition.REFER) and proposal.withheld:
        return proposal.withheld  # a rule may withhold the whole sentence
    return (finding.span,)
