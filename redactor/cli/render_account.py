"""What ``redactor explain`` prints. The text of the finding is printed only where it is handed over."""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Basis, BasisCode, Decision, Detection, Finding, Role, Span
from redactor.pipeline.account import Account


def account_report(account: Account, text: str | None) -> str:
    """The account for people. ``text`` None keeps the identifier and the document's path to ourselves."""
    finding = account.finding
    lines = [f"{finding.id}  {finding.category}", *_about(finding)]
    if text is not None:
        lines += [f"  reads      {' '.join(text.split())}", *(f"  file       {source}" for source in account.sources)]
    lines.append("Claimed by:")
    lines += [_claim(claim, finding.span) for claim in finding.detections]
    lines.append("Decided:")
    lines += _decided(account.decision, finding, account)
    if len(account.history) > 1:
        lines.append("Before that:")
        lines += [_brief(decision) for decision in reversed(account.history[:-1])]
    return "\n".join(lines)


def account_as_json(account: Account, text: str | None) -> dict[str, object]:
    """The same for programs. ``history`` has the oldest decision first; ``decision`` is the one that counts."""
    finding = account.finding
    told: dict[str, object] = {
        "finding": finding.id,
        "document": finding.document,
        "place": _span(finding.span),
        "category": finding.category.value,
        "role": finding.role.value,
        "subject": finding.subject,
        "protection": finding.protection.value,
        "within": [category.value for category in finding.within],
        "near_person": finding.near_person,
        "score": finding.score,
        "claims": [
            {
                "recognizer": claim.recognizer,
                "reason": claim.reason,
                "score": claim.score,
                "role": claim.role.value if claim.role else None,
                "place": _span(claim.span),
            }
            for claim in finding.detections
        ],
        "decision": _decision_as_json(account.decision, account),
        "history": [_decision_as_json(decision, account) for decision in account.history],
    }
    if text is not None:
        told |= {"text": text, "sources": list(account.sources)}
    return told


def _about(finding: Finding) -> Iterator[str]:
    span = finding.span
    yield f"  place      document {finding.document[:12]}, {span.passage}, characters {span.start} to {span.end}"
    yield f"  role       {finding.role}" + (f", subject {finding.subject}" if finding.subject else "")
    if finding.subject:
        yield f"  protection {finding.protection}"
    if finding.within:
        yield f"  within     {', '.join(finding.within)}"
    if finding.near_person:
        yield "  near       a sentence, line or form cell about a protected person"


def _claim(claim: Detection, whole: Span) -> str:
    role = f", role {claim.role}" if claim.role and claim.role is not Role.UNKNOWN else ""
    part = (
        "" if claim.span == whole else f" (characters {claim.span.start} to {claim.span.end} of {claim.span.passage})"
    )
    return f"  {claim.score:.2f}  {claim.recognizer}: {claim.reason}{role}{part}"


def _decided(decision: Decision, finding: Finding, account: Account) -> Iterator[str]:
    yield f"  {decision.disposition} by {decision.actor}, {decision.at:%Y-%m-%d %H:%M} UTC"
    yield f"  because    {decision.reason}"
    if decision.note:
        yield f"  note       {decision.note}"
    if decision.withheld:
        yield f"  covers     {_covered(decision, finding)}"
        yield f"  label      {decision.label}"
    yield f"  log        {decision.log_category}"
    yield from (f"  basis      {_basis(code, account.bases.get(code))}" for code in decision.basis)


def _covered(decision: Decision, finding: Finding) -> str:
    if decision.withheld == (finding.span,):
        return "all of it"
    return ", ".join(f"characters {span.start} to {span.end}" for span in decision.withheld)


def _basis(code: BasisCode, basis: Basis | None) -> str:
    if basis is None:
        return f"{code}, which no rule pack in use describes"
    asserted = f"asserted: {basis.asserted_in}" if basis.asserted_in else "not asserted anywhere in matter.yaml"
    return f"{code}, {basis.authority}; {asserted}" + ("" if basis.confirmed else " (not confirmed)")


def _brief(decision: Decision) -> str:
    return f"  {decision.at:%Y-%m-%d %H:%M} UTC  {decision.disposition} by {decision.actor}: {decision.reason}"


def _span(span: Span) -> dict[str, object]:
    return {"passage": span.passage, "start": span.start, "end": span.end}


def _decision_as_json(decision: Decision, account: Account) -> dict[str, object]:
    known = [(code, account.bases.get(code)) for code in decision.basis]
    return {
        "disposition": decision.disposition.value,
        "actor": decision.actor,
        "because": decision.reason,
        "note": decision.note,
        "log": decision.log_category,
        "label": decision.label,
        "covers": [_span(span) for span in decision.withheld],
        "basis": [
            {
                "code": code,
                "authority": basis.authority if basis else None,
                "asserted_in": basis.asserted_in if basis else None,
                "confirmed": basis.confirmed if basis else False,
            }
            for code, basis in known
        ],
        "at": decision.at.isoformat(),
    }
