"""On which grounds a decision may stand: what was asserted, what that makes of groups, and what nobody asserted.

Rule 34(b)(2)(B) wants grounds stated with specificity in the written response; a ground first raised in the log may
be waived (Rule 26(b)(5)(A)). So a basis is used only where the matter records it, and its absence is reported.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from redactor.decide.pack import Ground, RulePack
from redactor.model import Basis, BasisCode, ProtectionStatus

ENDED = frozenset({ProtectionStatus.NONE, ProtectionStatus.DENIED_FINAL, ProtectionStatus.WAIVED_B4})
"""Statuses in which 8 U.S.C. § 1367(a)(2) does not (or no longer does) limit disclosure. Unknown is not among them."""


def all_grounds(packs: Sequence[RulePack]) -> Mapping[BasisCode, Ground]:
    """Every ground of the packs by its code; the first pack that has a code describes it."""
    return {code: ground for pack in reversed(packs) for code, ground in pack.grounds.items()}


def authorities(packs: Sequence[RulePack]) -> Mapping[BasisCode, str]:
    """The authority behind each single basis of the packs, by code; groups are left to ``with_groups``."""
    return {code: ground.authority for code, ground in all_grounds(packs).items() if not ground.members}


def with_groups(packs: Sequence[RulePack], bases: Mapping[BasisCode, Basis]) -> Mapping[BasisCode, Basis]:
    """``bases`` and the packs' groups. A group is asserted where a member is, and cites only members that are."""
    grouped = {code: _group(ground, bases) for code, ground in all_grounds(packs).items() if ground.members}
    return {**bases, **grouped}


def _group(ground: Ground, bases: Mapping[BasisCode, Basis]) -> Basis:
    members = [bases[code] for code in ground.members if asserted(code, bases)]
    if not members:
        return Basis(ground.code, ground.authority)
    whole = len(members) == len(ground.members)
    return Basis(
        ground.code,
        ground.authority if whole else "; ".join(dict.fromkeys(member.authority for member in members)),
        "; ".join(dict.fromkeys(member.asserted_in for member in members if member.asserted_in)),
        all(member.confirmed for member in members),
    )


def asserted(code: BasisCode, bases: Mapping[BasisCode, Basis]) -> bool:
    """Whether the matter records where ``code`` was asserted, ordered or agreed."""
    return code in bases and bases[code].asserted_in is not None


def chosen(
    wanted: Sequence[BasisCode],
    protection: ProtectionStatus,
    grounds: Mapping[BasisCode, Ground],
    bases: Mapping[BasisCode, Basis],
    reaching: Collection[BasisCode] = (),
) -> tuple[BasisCode, ...]:
    """Those of ``wanted`` that a decision stands on, the ones that cover everyone first.

    A ground that lasts only while § 1367 protects is left out for a person whose protection has ended, unless another
    objection in its group covers the person; where it was the only one that anybody asserted, nothing is left, and ()
    says so. Where none was ever asserted, all that apply are kept, so that the waiver check reports them. ``reaching``
    are bases that the matter's papers show to reach the person.
    """
    over = {
        code
        for code in wanted
        if protection in ENDED
        and grounds[code].while_protected
        and not _goes_on(grounds[code], protection, grounds, bases, reaching)
    }
    applicable = [code for code in wanted if code not in over]
    usable = [code for code in applicable if asserted(code, bases)]
    if not usable and not any(asserted(code, bases) for code in over):
        usable = applicable
    return tuple(sorted(usable, key=lambda code: not grounds[code].covers_everyone))


def _goes_on(
    group: Ground,
    protection: ProtectionStatus,
    grounds: Mapping[BasisCode, Ground],
    bases: Mapping[BasisCode, Basis],
    reaching: Collection[BasisCode],
) -> bool:
    """Whether another objection of the group covers a person whom § 1367 does not (any more) cover: one that reaches
    the person; or, of somebody who never asked for § 1367 relief, any that was asserted, for nothing says which."""
    others = [m for m in group.members if not grounds[m].while_protected and asserted(m, bases)]
    return any(member in reaching or protection is ProtectionStatus.NONE for member in others)
