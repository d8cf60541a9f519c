"""On what terms a category is withheld when a reviewer says so: log category, label, bases; and in which part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from redactor.decide.generalise import withheld_parts
from redactor.decide.grounds import all_grounds, chosen
from redactor.decide.pack import Precision, Rule, RulePack, When
from redactor.model import Basis, BasisCode, Category, Disposition, LogCategory, ProtectionStatus, Role

_PRECISIONS = {
    Category.AGE: Precision.AGE_BAND,
    Category.ADDRESS: Precision.COUNTY,
    Category.CRIMINAL_HISTORY: Precision.OFFENCE,
    Category.DATE_OF_BIRTH: Precision.YEAR,
    Category.OTHER_DATE: Precision.MONTH_AND_YEAR,
}
"""How a category is generalised of which no rule says it."""


@dataclass(frozen=True, slots=True)
class WithholdingTerms:
    """How the packs log and label a category that is withheld, on which bases, and how they generalise it."""

    log_category: LogCategory
    label: str
    basis: tuple[BasisCode, ...]
    how: Precision | None


def withholding_terms(
    category: Category,
    role: Role,
    protection: ProtectionStatus,
    packs: Sequence[RulePack],
    bases: Mapping[BasisCode, Basis],
) -> WithholdingTerms:
    """The terms of the rule that withholds the category and asks for least besides; of several the one that does not
    refer, then the first. Where no rule names the category, those of the last rule of all. ``bases`` are those of the
    document."""
    rules = [rule for pack in packs for rule in pack.rules]
    named = [rule for rule in rules if category in rule.when.category and rule.disposition.withholds]
    rule = min(named, key=lambda each: _distance(each, role), default=rules[-1])
    kinds = {code: kind for pack in reversed(packs) for code, kind in pack.log.items()}
    how = next((each.how for each in named if each.how is not None), _PRECISIONS.get(category))
    basis = chosen(rule.basis, protection, all_grounds(packs), bases)
    return WithholdingTerms(rule.log, kinds[rule.log].label, basis, how)


def _distance(rule: Rule, role: Role) -> tuple[bool, bool, bool]:
    """How far a rule is from speaking of anything that is of its category and of a person with this role."""
    when = rule.when
    others = replace(when, category=frozenset(), role=frozenset()) != When()
    return others, bool(when.role) and role not in when.role, rule.disposition is Disposition.REFER


def parts_beyond(text: str, how: Precision) -> tuple[tuple[int, int], ...]:
    """Half-open offsets of what is withheld of ``text`` when it is generalised so."""
    return tuple((start, end) for start, end in withheld_parts(text, how))
