"""What a matter's policy is: its rule packs, its bases as asserted for each request, and what follows for counsel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from redactor.decide import (
    ENDED_NOTE,
    Circumstances,
    Mode,
    RulePack,
    all_grounds,
    authorities,
    check_packs,
    consistent,
    decide,
    load_packs,
    shipped,
    unclaimed,
    waiver_check,
    with_groups,
)
from redactor.errors import BasisNotAssertedError, MatterFileError, ReleasablePartError
from redactor.matter import Matter, warnings
from redactor.model import Basis, BasisCode, Decision, Disposition, Document, DocumentId, Finding
from redactor.privilege_log import Table, ended_table, percent, releasable


@dataclass(frozen=True, slots=True)
class Policy:
    """A matter's packs, and its bases: ``bases`` for the matter as a whole, ``by_request`` for each request."""

    matter: Matter
    packs: tuple[RulePack, ...]
    bases: Mapping[BasisCode, Basis]
    by_request: Mapping[str, Mapping[BasisCode, Basis]]

    def circumstances(self, sources: Mapping[DocumentId, Sequence[str]]) -> Circumstances:
        """What rules may ask of the matter, for documents that came from ``sources`` (a duplicate's path counts)."""
        return Circumstances(
            profile=self.matter.profile,
            officers_withheld=self.matter.officers_withheld,
            bases=self.bases,
            requests={document: self._requests(of) for document, of in sources.items()},
            by_request=self.by_request,
            orders=self.matter.order_names,
            k_min=self.matter.k_min,
            unexplained=self.matter.unexplained,
        )

    def idle_rules(self) -> tuple[str, ...]:
        """One line for each rule that asks for a request or an order by number that the matter does not have, and so
        never speaks. Orders by kind are asked for by packs that do not know the matter."""
        orders, requests = self.matter.order_names, set(self.by_request)
        return tuple(
            f"{pack.id}: rule '{rule.id}' never speaks: the matter has no {what} {', '.join(sorted(asked))}"
            for pack in self.packs
            for rule in pack.rules
            for what, asked, known in (
                ("request", rule.when.request, requests),
                ("order in force with number", rule.when.order, orders),
            )
            if asked and known.isdisjoint(asked) and (what == "request" or all(map(str.isdecimal, asked)))
        )

    def silent_packs(self, decisions: Iterable[Decision]) -> tuple[str, ...]:
        """One line for each pack but the last that decided nothing. It is no sign that nothing is there: nobody looks
        for privileged documents, and a pack that waits for them would seem to have cleared them."""
        spoke = {decision.actor.partition("/")[0] for decision in decisions}
        return tuple(
            f"{pack.id}: this rule pack decided nothing, because nothing was found that its rules speak of; "
            "look by hand for what it is meant for"
            for pack in self.packs[:-1]
            if f"rule:{pack.id}" not in spoke
        )

    def _requests(self, sources: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(number for source in sources for number in self.matter.requests_of(source)))


def policy_of(matter: Matter) -> Policy:
    """The matter's policy.

    Raises RulePackError for a pack that is absent, wrong or not for the matter's mode, and where no pack knows the
    profile; MatterFileError where the matter file cites a basis that no pack describes.
    """
    folders = (matter.folder,) if matter.folder else ()
    packs = load_packs(matter.packs, folders, mode=Mode(matter.mode.value))
    check_packs(packs, matter.profile)
    _check_cited(matter, packs)
    known = authorities(packs)
    return Policy(
        matter,
        packs,
        with_groups(packs, matter.bases(known)),
        {r.number: with_groups(packs, matter.bases(known, r.number)) for r in matter.requests},
    )


def _check_cited(matter: Matter, packs: Sequence[RulePack]) -> None:
    """A code that nobody knows would be an objection that no rule ever finds."""
    known = {code for code, ground in all_grounds(packs).items() if not ground.members}
    if all(code in known for code, _ in matter.cited):
        return
    others = (load_packs([name])[0] for name in shipped() if name not in matter.packs)
    known |= {code for pack in others for code, ground in pack.grounds.items() if not ground.members}
    wrong = []
    for code, place in matter.cited:
        if code not in known:
            near = get_close_matches(code, sorted(known), n=1, cutoff=0.5)
            hint = f"; did you mean {near[0]}?" if near else ""
            wrong.append(f"{place}: is a basis that no rule pack describes{hint}")
    if wrong:
        raise MatterFileError(
            "\n".join(wrong), remedy="Write a code of a pack's bases.yaml, or describe the basis in a pack of your own."
        )


def proposals(
    findings: Sequence[Finding],
    documents: Mapping[DocumentId, Document],
    packs: Sequence[RulePack],
    circumstances: Circumstances,
    *,
    now: datetime,
) -> tuple[Decision, ...]:
    """What the packs propose for every finding of the matter, one person's day treated alike wherever it is written."""
    return consistent(findings, decide(findings, documents, packs, circumstances, now=now), documents)


def require_asserted(decisions: Sequence[Decision], findings: Sequence[Finding], circumstances: Circumstances) -> None:
    """The waiver check. Raises BasisNotAssertedError, one line for each basis and request, before anything is written.

    A basis first raised in the log may be waived (Rules 26(b)(5)(A), 34(b)(2)(B)).
    """
    if missing := waiver_check(decisions, findings, circumstances):
        raise BasisNotAssertedError("\n  ".join(str(each) for each in missing))


def for_counsel(
    matter: Matter,
    findings: Sequence[Finding],
    decisions: Sequence[Decision],
    circumstances: Circumstances,
) -> tuple[str, ...]:
    """What counsel must weigh before a release: the matter file's notices, and what follows from the decisions."""
    notices = [*matter.notices, *warnings(matter)]
    if count := len(ended(findings, decisions)):
        notices.append(
            f"{count} findings are produced because the limitation of 8 U.S.C. § 1367 has ended and no other ground "
            "was asserted; counsel sees them first: work-product/ended_protection.csv"
        )
    if open_questions := unclaimed(decisions, findings, circumstances):
        grounds = ", ".join(dict.fromkeys(each.basis for each in open_questions))
        count = max(each.count for each in open_questions)
        notices.append(
            f"{count} referred findings would stand on a ground that was never asserted ({grounds}): claim it with an "
            "entry of its own (Rule 26(b)(5)(A)), or produce them"
        )
    return tuple(dict.fromkeys(notices))


def ended(findings: Sequence[Finding], decisions: Sequence[Decision]) -> tuple[tuple[Finding, Decision], ...]:
    """The findings that are produced because the only ground for withholding them has ended, with their decisions."""
    by_id = {finding.id: finding for finding in findings}
    return tuple((by_id[d.finding], d) for d in decisions if d.note == ENDED_NOTE)


def ended_protection(findings: Sequence[Finding], decisions: Sequence[Decision]) -> Table:
    """The same as a table for counsel (work product)."""
    return ended_table(ended(findings, decisions))


def require_partial_first(
    documents: Iterable[Document], findings: Sequence[Finding], decisions: Sequence[Decision]
) -> None:
    """Partial first. Raises ReleasablePartError, a line for each document, where one would be withheld in full though
    words of it lie outside everything that is withheld ("permit inspection of the rest", Rule 34(b)(2)(C))."""
    made = {decision.finding: decision for decision in decisions}
    whole = {finding.document for finding in findings if made[finding.id].disposition is Disposition.WITHHOLD}
    of: dict[DocumentId, list[Finding]] = {document: [] for document in whole}
    for finding in findings:
        if finding.document in whole:
            of[finding.document].append(finding)
    shares = {d.short_id: releasable(d, tuple(of[d.id]), made) for d in documents if d.id in whole}
    lines = [f"document {d}: {percent(s.part)} of its words could be produced" for d, s in shares.items() if s.released]
    if lines:
        raise ReleasablePartError("withheld in full although a part could be produced\n  " + "\n  ".join(lines))
