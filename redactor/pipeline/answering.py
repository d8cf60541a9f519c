"""From a reviewer's choice to a line of the ledger: the packs' terms, the bases as asserted, the second reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from redactor.decide import Circumstances, parts_beyond, withholding_terms
from redactor.errors import InputError, NotPermittedError, ReviewConflictError
from redactor.model import BasisCode, Category, Decision, Disposition, Finding, Span
from redactor.pipeline.memory import found_drawn, judged
from redactor.pipeline.policy import Policy
from redactor.review.choices import Terms, decided, require_may_confirm
from redactor.review.records import Choice, Reviewer
from redactor.store import Account, Answer, Entry, Found, KeptBox, Standing


@dataclass(frozen=True, slots=True)
class Answering:
    """A matter's policy, as it bears on what reviewers choose."""

    policy: Policy
    circumstances: Circumstances

    def answer(self, who: Reviewer, account: Account, seen: int, choice: Choice, text: str, now: datetime) -> Answer:
        """The answer of ``who`` to one finding. ``text`` is the finding's, where a part of it is to be shown.

        Raises InputError where the choice says what cannot be, NotPermittedError where somebody else must say it,
        ReviewConflictError where the finding has moved on.
        """
        if account.kept.version != seen:
            raise _moved(account)
        finding = account.found.finding
        self._require_asserted(finding, choice)
        terms = self._terms(finding, account.in_force, choice, text)
        decision = self._settled(decided(finding, account.in_force, account.proposal, choice, terms, who.name, now))
        first = account.newest if account.newest is not None and account.newest.stands is not None else None
        produces = choice.disposition is Disposition.PRODUCE
        stands = confirms = None
        if produces and first is not None:
            require_may_confirm(who, first.decision.actor)
            confirms = first.number
        elif produces and account.kept.second_needed and self.in_force(account).disposition.withholds:
            stands = account.in_force_number
        elif produces and account.newest is not None and account.newest.decision.disposition is Disposition.PRODUCE:
            confirms = account.newest.confirms
        in_force = decision if stands is None else self.in_force(account)
        standing = judged(account.found, in_force, account.proposal, awaiting=stands is not None)
        return Answer(account, decision, seen, standing, in_force, stands, confirms)

    def drawn(self, who: Reviewer, box: KeptBox, choice: Choice, now: datetime) -> tuple[Found, Decision, Standing]:
        """The finding, the decision and the standing of a box that ``who`` drew."""
        found = found_drawn(box)
        self._require_asserted(found.finding, choice)
        terms = self._terms(found.finding, None, choice, "")
        decision = decided(found.finding, None, None, choice, terms, who.name, now)
        if not decision.reason:
            decision = replace(decision, reason="A reviewer drew this area.")
        return found, decision, judged(found, decision, None, awaiting=False)

    def _settled(self, decision: Decision) -> Decision:
        """What a person decided to withhold is logged as what it is, and no more as "under review"."""
        if decision.disposition in (Disposition.PRODUCE, Disposition.REFER):
            return decision
        for pack in self.policy.packs:
            kind = pack.log.get(decision.log_category)
            if kind is not None and kind.decided_as is not None:
                return replace(decision, log_category=kind.decided_as)
        return decision

    def in_force(self, account: Account) -> Decision:
        """The decision that counts. Raises InputError for a finding on which nothing was ever decided."""
        if account.in_force is None:
            raise InputError(
                f"nothing was proposed for finding {account.kept.finding}", remedy="Run `redactor scan` again."
            )
        return account.in_force

    def cited(self, basis: Sequence[BasisCode]) -> tuple[tuple[str, str, str | None], ...]:
        """Code, authority and place of assertion of each basis; a code that no pack describes any more has no more."""
        known = self.policy.bases
        return tuple(
            (code, known[code].authority, known[code].asserted_in) if code in known else (code, "", None)
            for code in basis
        )

    def _require_asserted(self, finding: Finding, choice: Choice) -> None:
        """A basis that nobody asserted would stop the release (Rule 34(b)(2)(B)); better to hear of it here."""
        bases = self.circumstances.bases_for(finding.document)
        wrong = [code for code in choice.basis or () if code not in bases or bases[code].asserted_in is None]
        if wrong:
            raise InputError(
                f"the basis {', '.join(wrong)} was never asserted for this document",
                remedy="Choose one that was, or record the objection, order or stipulation in matter.yaml.",
            )

    def _terms(self, finding: Finding, in_force: Decision | None, choice: Choice, text: str) -> Terms:
        category = choice.category or (in_force.category if in_force is not None else None) or finding.category
        bases = self.circumstances.bases_for(finding.document)
        terms = withholding_terms(category, finding.role, finding.protection, self.policy.packs, bases)
        parts = None
        if choice.disposition is Disposition.GENERALISE and terms.how is not None and text:
            at = finding.span.start
            offsets = parts_beyond(text, terms.how)
            parts = tuple(Span(finding.span.passage, at + first, at + last) for first, last in offsets)
        return Terms(terms.log_category, terms.label, terms.basis, parts)


def undone(who: Reviewer, account: Account, entries: Sequence[Entry], seen: int, now: datetime) -> Answer:
    """What stood before the newest line that was not undone, entered again by whoever wrote that line.

    Raises NotPermittedError where it is not the reviewer's own, InputError where nothing stood before it.
    """
    if account.kept.version != seen:
        raise _moved(account)
    earlier = {entry.number: entry.decision for entry in entries}
    entries, newest = _not_undone(entries), account.newest
    if newest is None or entries[-1].entered_by != who.name:
        raise NotPermittedError(
            "the newest decision on this finding is not yours to undo", remedy="Decide on the finding instead."
        )
    finding = account.found.finding
    if len(entries) < 2:
        if finding.category is not Category.DRAWN:
            raise InputError("nothing stood before this decision", remedy="Decide on the finding instead.")
        back = replace(
            newest.decision,
            disposition=Disposition.PRODUCE,
            basis=(),
            label="",
            withheld=(),
            at=now,
            reason="The box was taken back.",
        )
        return Answer(account, back, seen, judged(account.found, back, None, awaiting=False), back)
    before = entries[-2]
    decision = replace(before.decision, at=now, note=_undoing(entries[-1], who.name))
    in_force = decision if before.stands is None else earlier[before.stands]
    standing = judged(account.found, in_force, account.proposal, awaiting=before.stands is not None)
    return Answer(account, decision, seen, standing, in_force, before.stands, before.confirms)


def _undoing(entry: Entry, who: str) -> str:
    return f"line {entry.number} undone by {who}"


def _not_undone(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The lines without those that were undone and those that undid them: who undoes twice goes back two decisions,
    and never brings back what they undid first."""
    left: list[Entry] = []
    for entry in entries:
        if len(left) > 1 and _undoes(entry, left[-1], left[-2]):
            left.pop()
        else:
            left.append(entry)
    return left


def _undoes(entry: Entry, last: Entry, before: Entry) -> bool:
    """Whether ``entry`` is ``before`` again, in place of ``last``; a note that says so proves nothing by itself."""
    decision = entry.decision
    again = replace(before.decision, at=decision.at, note=_undoing(last, entry.entered_by))
    return (decision, entry.stands, entry.confirms) == (again, before.stands, before.confirms)


def _moved(account: Account) -> ReviewConflictError:
    by = f" by {account.newest.entered_by}" if account.newest is not None else ""
    return ReviewConflictError(
        f"finding {account.kept.finding} was decided{by} since you looked at it; nothing was written"
    )
