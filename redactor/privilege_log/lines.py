"""The lines that every log is made of: a document and a group of log categories, before they are put into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from redactor.errors import VolumeVerificationError
from redactor.model import BasisCode, Decision, Disposition, LogCategory, VerifiedCopy
from redactor.privilege_log.record import Particulars, Record

Group = tuple[LogCategory, ...]
"""The log categories that share a description, in the rule pack's order."""


@dataclass(frozen=True, slots=True)
class Line:
    """A document and a group of categories before they are put into words. ``pages`` are 1-based, one for each box."""

    verified: VerifiedCopy
    group: Group
    pages: tuple[int, ...]
    boxes: int
    decisions: tuple[Decision, ...]
    also_covers: frozenset[Group] = frozenset()


def lines_of(record: Record, particulars: Particulars) -> tuple[Line, ...]:
    """Every copy's lines, by Bates number and then in the rule pack's order of categories.

    Raises VolumeVerificationError where a box or a slip sheet has no decision behind it, RulePackError where the pack
    does not describe a category in use.
    """
    groups = groups_of(particulars)
    order = {group: place for place, group in enumerate(dict.fromkeys(groups.values()))}
    lines = [line for verified in record.in_order for line in _of_copy(verified, record, particulars, groups)]
    return tuple(sorted(lines, key=lambda line: (line.verified.copy.endorsement.begin, order[line.group])))


def groups_of(particulars: Particulars) -> Mapping[LogCategory, Group]:
    by_description: dict[str, list[LogCategory]] = {}
    for category, description in particulars.descriptions.items():
        by_description.setdefault(description, []).append(category)
    return {category: tuple(group) for group in by_description.values() for category in group}


def _of_copy(
    verified: VerifiedCopy, record: Record, particulars: Particulars, groups: Mapping[LogCategory, Group]
) -> list[Line]:
    def group_of(category: LogCategory) -> Group:
        particulars.description(category)
        return groups[category]

    lines: dict[Group, Line] = {}

    def add(group: Group, page: int, boxes: int, decisions: tuple[Decision, ...]) -> None:
        line = lines.get(group, Line(verified, group, (), 0, ()))
        others = frozenset(group_of(decision.log_category) for decision in decisions) - {group}
        lines[group] = Line(
            verified,
            group,
            (*line.pages, page),
            line.boxes + boxes,
            (*line.decisions, *decisions),
            line.also_covers | others,
        )

    if verified.copy.slip_sheet:
        for decision in _withheld_in_full(verified, record):
            add(group_of(decision.log_category), 1, 0, (decision,))
    for redaction in verified.copy.redactions:
        answers = tuple(decision for _, decision in record.answers(redaction))
        add(group_of(redaction.log_category), redaction.page, 1, answers)
    return list(lines.values())


def _withheld_in_full(verified: VerifiedCopy, record: Record) -> tuple[Decision, ...]:
    decisions = (record.decision_on.get(finding.id) for finding in record.findings_in.get(verified.copy.document, ()))
    withheld = tuple(d for d in decisions if d is not None and d.disposition is Disposition.WITHHOLD)
    if not withheld:
        raise VolumeVerificationError(f"{verified.copy.endorsement.begin}: a slip sheet that no decision asks for")
    return withheld


def grounds_of(lines: Iterable[Line], particulars: Particulars) -> Mapping[Group, frozenset[BasisCode]]:
    """Every code used for a group anywhere in the volume, and every one that a rule may give for it."""
    grounds: dict[Group, frozenset[BasisCode]] = {}
    for line in lines:
        codes = frozenset(code for decision in line.decisions for code in decision.basis)
        named = frozenset(code for category in line.group for code in particulars.grounds.get(category, ()))
        grounds[line.group] = grounds.get(line.group, frozenset()) | codes | named
    return grounds


def codes_of(line: Line, grounds: frozenset[BasisCode], particulars: Particulars) -> tuple[BasisCode, ...]:
    """The codes that a line cites: those that cover everyone first, then the rest in the rule pack's order.

    What makes the statutes of a category alike in all documents, so that none points at one person: they are cited
    wherever the category is, as far as they were asserted for the document's requests. A privilege is cited only where
    it is claimed. What awaits review cites no order or agreement that the matter does not have, or has no more: a line
    that nobody claims a ground for yet has none.
    """
    asserted = particulars.asserted(line.verified.copy.document)
    for code in (code for decision in line.decisions for code in decision.basis):
        particulars.basis(code)
    own = frozenset(
        code
        for decision in line.decisions
        for code in decision.basis
        if decision.disposition is not Disposition.REFER or code in asserted or code in particulars.claimed_by_document
    )
    cited = own | ((grounds - particulars.claimed_by_document) & asserted)
    first = [code for code in particulars.covers_everyone if code in cited]
    return (*first, *(code for code in particulars.bases if code in cited and code not in first))
