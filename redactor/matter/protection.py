"""When the protection of 8 U.S.C. § 1367 has ended, and for whom: only with proof, and only over a lawyer's name.

The limitation "ends when the application for relief is denied and all opportunities for appeal of the denial have been
exhausted" (§ 1367(a), last sentence), or where all battered adults of a case in which there is no minor have waived it
(§ 1367(b)(4)). A status that claims as much without its proof is not believed: the person stays protected, and a
notice says what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from redactor.errors import MatterFileError
from redactor.matter.records import RosterEntry
from redactor.model import ProtectionStatus

ENDED = frozenset({ProtectionStatus.DENIED_FINAL, ProtectionStatus.WAIVED_B4})
"""Statuses that end a protection which there was."""

_NOT_PROTECTED = ENDED | {ProtectionStatus.NONE}
_FOR_COUNSEL = frozenset({ProtectionStatus.NATURALIZED, ProtectionStatus.REVOKED})
"""Statuses whose effect is disputed: protected until counsel decides."""


def settled(entry: RosterEntry) -> tuple[RosterEntry, tuple[str, ...]]:
    """The entry with a status that its proof bears out, and what counsel must know of it.

    Raises MatterFileError for dates that cannot all be true.
    """
    _check_dates(entry)
    if entry.status is ProtectionStatus.DENIED_FINAL and (missing := list(_missing_of_denial(entry))):
        return replace(entry, status=ProtectionStatus.DENIED_APPEALABLE), (
            f"{entry.place}: status denied_final needs {', '.join(missing)}; the person stays protected as "
            "denied_appealable (8 U.S.C. § 1367(a), last sentence)",
        )
    if entry.status is ProtectionStatus.WAIVED_B4 and (missing := list(_missing_of_waiver(entry))):
        return replace(entry, status=ProtectionStatus.UNKNOWN), (
            f"{entry.place}: status waived_b4 needs {', '.join(missing)}; the person stays protected as unknown "
            "(8 U.S.C. § 1367(b)(4))",
        )
    if entry.status in _FOR_COUNSEL:
        return entry, (f"{entry.place}: status {entry.status}: protected until counsel decides whether it ended",)
    return entry, ()


def _check_dates(entry: RosterEntry) -> None:
    pairs = (
        ("filed", entry.filed, "date_of_birth", entry.date_of_birth),
        ("denied", entry.denied, "filed", entry.filed),
        ("signed_off_on", entry.signed_off_on, "denied", entry.denied),
    )
    for later, day, earlier, before in pairs:
        if day is not None and before is not None and day < before:
            raise MatterFileError(
                f"{entry.place}: {later}: is before {earlier}", remedy="Correct one of the two dates of the row."
            )


def _missing_of_denial(entry: RosterEntry) -> Iterator[str]:
    if entry.denied is None:
        yield "denied"
    if not entry.decision_id:
        yield "decision_id"
    if entry.appeal_path is None:
        yield "appeal_path"
    if entry.appeals_exhausted is None or (entry.denied is not None and entry.appeals_exhausted < entry.denied):
        yield "appeals_exhausted (not before denied)"
    yield from _missing_of_proof(entry)
    late = entry.appeals_exhausted is not None and entry.signed_off_on is not None
    if late and entry.signed_off_on < entry.appeals_exhausted:  # type: ignore[operator]
        yield "signed_off_on (not before appeals_exhausted)"


def _missing_of_waiver(entry: RosterEntry) -> Iterator[str]:
    if entry.minors_in_case != 0:
        yield "minors_in_case 0"
    # One waiver that is named twice is still one; and a case in which nobody is an adult has nobody who could waive.
    waivers = {_plain(proof) for proof in entry.proofs}
    if not entry.adults_in_case or len(waivers) < entry.adults_in_case:
        yield "adults_in_case and a waiver of each of them in proof"
    yield from _missing_of_proof(entry)


def _missing_of_proof(entry: RosterEntry) -> Iterator[str]:
    if not entry.proofs:
        yield "proof"
    if not entry.signed_off_by:
        yield "signed_off_by"
    if entry.signed_off_on is None:
        yield "signed_off_on"


def signed_by_counsel(
    people: Sequence[RosterEntry], attorneys: Collection[str]
) -> tuple[tuple[RosterEntry, ...], tuple[str, ...]]:
    """The people, with those protected again whose sign-off is not by one of the matter's ``attorneys``."""
    known = {_plain(name) for name in attorneys}
    kept: list[RosterEntry] = []
    notices: list[str] = []
    for entry in people:
        if entry.status in ENDED and _plain(entry.signed_off_by) not in known:
            notices.append(
                f"{entry.place}: signed_off_by names nobody of `counsel` and no attorney of `reviewers`; "
                "the person stays protected as unknown"
            )
            entry = replace(entry, status=ProtectionStatus.UNKNOWN)
        kept.append(entry)
    return tuple(kept), tuple(notices)


def with_families(people: Sequence[RosterEntry]) -> tuple[RosterEntry, ...]:
    """The people, each relative with the protection of the person whose ``family_of`` it is.

    A relative's name tells whose relative it is, so it is protected as long as that person is; and a relative of whom
    the roster says nothing else (a derivative) is no longer protected when that person's protection has ended. Raises
    MatterFileError where ``family_of`` names nobody of the roster, more than one of them, or a circle.
    """
    by_name: dict[str, list[RosterEntry]] = {}
    for entry in people:
        for name in dict.fromkeys(filter(None, _names(entry))):
            by_name.setdefault(name, []).append(entry)
    return tuple(_with_family(entry, by_name) for entry in people)


def _with_family(entry: RosterEntry, by_name: Mapping[str, Sequence[RosterEntry]]) -> RosterEntry:
    status, at, seen = entry.status, entry, [entry]
    stated = entry.status_given
    while at.family_of:
        leads = by_name.get(_plain(at.family_of), ())
        lead = leads[0] if len(leads) == 1 else None
        if lead is None or any(lead is other for other in seen):
            # Of two people with one name, one may be protected and the other not.
            missing = "fits more than one row of the roster" if leads else "names nobody of the roster"
            what = missing if lead is None else "leads in a circle"
            raise MatterFileError(
                f"{entry.place}: family_of: {what}",
                remedy="Write the person's A-Number, or \"Last, First\" as in the person's own row.",
            )
        if (lead.status not in _NOT_PROTECTED and status in _NOT_PROTECTED) or (not stated and lead.status_given):
            status, stated = lead.status, True
        seen.append(lead)
        at = lead
    return replace(entry, status=status)


def _names(entry: RosterEntry) -> Iterator[str]:
    if entry.a_number:
        yield _plain(entry.a_number)
    yield _plain(f"{entry.last_name}, {entry.first_name}" if entry.first_name else entry.last_name)
    yield _plain(f"{entry.first_name} {entry.last_name}")


def _plain(name: str) -> str:
    """A name or number without capitals, marks and blanks; an A-Number by its digits."""
    letters = re.sub(r"[\W_]+", " ", name.casefold()).strip()
    digits = re.sub(r"\D", "", name)
    return digits.lstrip("0") if re.fullmatch(r"a?[\d ]+", letters) else letters
