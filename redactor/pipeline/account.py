"""Why a finding is what it is: all that was claimed of it, and all that was decided. Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redactor.errors import InputError
from redactor.matter import load_matter
from redactor.model import Basis, BasisCode, Decision, Finding
from redactor.pipeline.difference import documents_read, latest_scan
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.memory import is_drawn, open_store
from redactor.pipeline.policy import policy_of

_NAMED = 5
"""Findings that a message about an ambiguous id names."""


@dataclass(frozen=True, slots=True)
class Account:
    """A finding of the latest scan with the ledger's decisions on it, the oldest first, and the one that counts: the
    last, or what stands until a second reader has spoken.

    ``bases`` are those that any of the decisions cites, as the matter records them now; a code that no pack in use
    describes any more is left out. ``sources`` are where the document came from, and may carry identifiers.
    """

    finding: Finding
    history: tuple[Decision, ...]
    bases: Mapping[BasisCode, Basis]
    sources: tuple[str, ...]
    decision: Decision


def account_of(folder: MatterFolder, prefix: str) -> Account:
    """The account of the finding whose id begins with ``prefix``.

    Raises InputError where nothing was scanned yet, and where no finding or more than one has such an id;
    MatterFileError, RulePackError and OutputError where the matter's own files cannot be read.
    """
    latest = latest_scan(folder)
    matter = load_matter(latest.matter_file)
    store = open_store(folder, matter)
    try:
        finding = _one(store.findings_named(prefix.lower(), _NAMED + 1))
        history = store.history(finding.id)
        (known,) = store.accounts([finding.id])
    finally:
        store.close()
    policy = policy_of(matter)
    cited = {code for decision in history for code in decision.basis}
    bases = {code: policy.bases[code] for code in sorted(cited) if code in policy.bases}
    counts = known.in_force or history[-1]
    return Account(finding, history, bases, latest.sources.get(finding.document, ()), counts)


def text_of(folder: MatterFolder, account: Account) -> str:
    """What stands at the finding's place; nothing, where it is a box that a reviewer drew. Raises InputError where the
    document's reading is gone."""
    finding = account.finding
    if is_drawn(finding.span):
        return ""
    documents = documents_read(folder, {finding.document: account.sources} if account.sources else {})
    if finding.document not in documents:
        raise InputError(
            "the reading of the document is gone, or was made by another version of the program",
            remedy="Run `redactor scan` or `redactor run` again.",
        )
    return documents[finding.document].text(finding.span)


def _one(found: tuple[Finding, ...]) -> Finding:
    if not found:
        raise InputError(
            "no finding of the latest scan has an id that begins so",
            remedy="Ids stand in work-product/referred.csv, unexplained.csv and the internal log.",
        )
    if len(found) > 1:
        named = ", ".join(finding.id for finding in found[:_NAMED])
        more = " and more" if len(found) > _NAMED else ""
        raise InputError(f"several ids begin so: {named}{more}", remedy="Give more of the id.")
    return found[0]
