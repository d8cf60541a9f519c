"""Who sits at the machine: the one person whom the one-time link lets in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redactor.errors import InputError, NotPermittedError
from redactor.matter import Matter
from redactor.model import name_key
from redactor.review.records import Reviewer, ReviewerRole
from redactor.store.accounts import ReviewerAccount

LONGEST_NAME = 120


def sound_name(name: str) -> str:
    """The name with single spaces. Raises InputError for one that a ledger could not tell from a rule's or another's:
    too long, with signs that do not show, or beginning as rules do."""
    plain = " ".join(name.split())
    if not plain or len(plain) > LONGEST_NAME:
        raise InputError(f"a name has 1 to {LONGEST_NAME} characters", remedy="Give your name as colleagues know it.")
    if not plain.isprintable() or name_key(plain).startswith("rule:"):
        raise InputError(
            "this cannot stand as a person's name in the ledger", remedy="Give your name as colleagues know it."
        )
    return plain


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nobody can tell who it is; ``names`` are those whom the matter knows. Somebody has to be asked."""

    names: tuple[str, ...]


def local_reviewer(
    given: str | None, matter: Matter, accounts: Sequence[ReviewerAccount], login: str
) -> Reviewer | Unclear:
    """The person at the machine: as given; else the only reviewer whom matter.yaml or the accounts name; else, where
    they name nobody, the login name.

    Alone, that person has a supervising attorney's rights. Once reviewers have accounts, it must be one of them, with
    the role that they have there. Raises NotPermittedError for anybody else, InputError for what is no person's name.
    """
    known = tuple(account.name for account in accounts) or tuple(each.name for each in matter.reviewers)
    name = " ".join((given or "").split())
    if not name:
        if len(known) > 1 or (not known and login in ("", "root")):
            return Unclear(known)
        name = known[0] if known else login
    if not accounts:
        spelled = next((each for each in known if name_key(each) == name_key(name)), name)
        return Reviewer(sound_name(spelled), ReviewerRole.SUPERVISING_ATTORNEY)
    for account in accounts:
        if name_key(account.name) == name_key(name):
            return Reviewer(account.name, ReviewerRole(account.role))
    raise NotPermittedError(
        "this matter has named reviewers, and the name given is not one of them",
        remedy="Give --name as `redactor reviewers list` shows it, or add the reviewer first.",
    )
