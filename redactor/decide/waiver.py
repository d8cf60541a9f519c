"""The waiver check: does every basis in use stand in the written response to the request that is answered, in an order
or in an agreement?

Rule 34(b)(2)(B) wants grounds stated with specificity in the response; a ground first raised in the log may be waived
(Rule 26(b)(5)(A)). The check runs before anything is written, and what it finds stops the release.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from redactor.decide.grounds import asserted
from redactor.decide.pack import Circumstances
from redactor.model import Basis, BasisCode, Decision, Disposition, DocumentId, Finding, FindingId


@dataclass(frozen=True, slots=True, order=True)
class NotAsserted:
    """A basis in use that nobody asserted: for which request (None where the matter has none), and how often."""

    basis: BasisCode
    request: str | None
    count: int

    def __str__(self) -> str:
        where = f"for Request {self.request}" if self.request is not None else "in any response, order or stipulation"
        times = "1 redaction" if self.count == 1 else f"{self.count} redactions"
        return f"basis {self.basis} was not asserted {where} (Rules 34(b)(2)(B), 26(b)(5)(A)): {times}"


def waiver_check(
    decisions: Iterable[Decision], findings: Iterable[Finding], circumstances: Circumstances
) -> tuple[NotAsserted, ...]:
    """Every basis that a decision stands on without having been asserted for a request that its document answers; in
    the order of basis and request.

    A referral is a question to a person and claims no ground yet, so it does not count here: what the person answers
    does. ``unclaimed`` counts referrals.
    """
    claims = (d for d in decisions if d.disposition not in (Disposition.PRODUCE, Disposition.REFER))
    return _missing(claims, findings, circumstances)


def unclaimed(
    decisions: Iterable[Decision], findings: Iterable[Finding], circumstances: Circumstances
) -> tuple[NotAsserted, ...]:
    """The same for what is referred: it stays covered until a person decides, on a ground that nobody has claimed."""
    return _missing((d for d in decisions if d.disposition is Disposition.REFER), findings, circumstances)


def _missing(
    decisions: Iterable[Decision], findings: Iterable[Finding], circumstances: Circumstances
) -> tuple[NotAsserted, ...]:
    document: dict[FindingId, DocumentId] = {finding.id: finding.document for finding in findings}
    count: Counter[tuple[BasisCode, str | None]] = Counter()
    for decision in decisions:
        for request, bases in _asked(document[decision.finding], circumstances):
            count.update((code, request) for code in decision.basis if not asserted(code, bases))
    return tuple(
        NotAsserted(code, request, times)
        for (code, request), times in sorted(count.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    )


def _asked(
    document: DocumentId, circumstances: Circumstances
) -> Iterable[tuple[str | None, Mapping[BasisCode, Basis]]]:
    requests = circumstances.requests.get(document, ())
    return [(request, circumstances.by_request[request]) for request in requests] or [(None, circumstances.bases)]
