"""One random name a person for the boxes of one volume, where the matter asks for it (R-QI-6).

Never a hash, never in order: a pseudonym that could be computed from a name, or sorted like one, would be the name.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import replace

from redactor.model import Category, Decision, SubjectId
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.scan import Scan
from redactor.produce import write_bytes
from redactor.resolve import RELEASED_ROLES

_SYMBOLS = "BCDFGHJKLMNPQRSTVWXZ"
"""Consonants: four of them make no word, and no digit that could be taken for a withheld day or number."""

_LENGTH = 4
_CARRIES = frozenset({Category.PERSON_NAME, Category.A_NUMBER})


def with_pseudonyms(scan: Scan, folder: MatterFolder, volume: str) -> Scan:
    """The scan with a pseudonym for a label on every withheld name and A-Number of a known person.

    The key, pseudonym to subject and keyed hashes, is written into work-product/; it never leaves.
    """
    given: dict[SubjectId, str] = {}
    findings = {finding.id: finding for finding in scan.findings}

    def labelled(decision: Decision) -> Decision:
        finding = findings[decision.finding]
        known = finding.subject is not None and finding.role not in RELEASED_ROLES
        if not (known and finding.subject and finding.category in _CARRIES and decision.disposition.withholds):
            return decision
        if finding.subject not in given:
            given[finding.subject] = _new(set(given.values()))
        return replace(decision, label=given[finding.subject])

    decisions = tuple(labelled(decision) for decision in scan.decisions)
    subjects = {subject.id: subject for subject in scan.subjects}
    key = {name: {"subject": who, "value_hashes": subjects[who].identifiers} for who, name in given.items()}
    write_bytes(folder.work_product / f"pseudonyms-{volume}.json", (json.dumps(key, indent=2) + "\n").encode())
    return replace(scan, decisions=decisions)


def _new(taken: set[str]) -> str:
    while True:
        name = "PERSON-" + "".join(secrets.choice(_SYMBOLS) for _ in range(_LENGTH))
        if name not in taken:
            return name
