"""Who sits at the machine: the one person whom the one-time link lets in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redactor.errors import NotPermittedError
from redactor.matter import Matter
from redactor.review.records import Reviewer, ReviewerRole
from redactor.store.accounts import ReviewerAccount, name_key


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
    the role that they have there: raises NotPermittedError for anybody else.
    """
    known = tuple(account.name for account in accounts) or tuple(each.name for each in matter.reviewers)
    name = " ".join((given or "").split())
    if not name:
        if len(known) > 1 or (not known and login in ("", "root")):
            return Unclear(known)
        name = known[0] if known else login
    if not accounts:
        return Reviewer(name, ReviewerRole.SUPERVISING_ATTORNEY)
    for account in accounts:
        if name_key(account.name) == name_key(name):
            return Reviewer(account.name, ReviewerRole(account.role))
    raise NotPermittedError(
        "this matter has named reviewers, and the name given is not one of them",
        remedy="Give --name as `redactor reviewers list` shows it, or add the reviewer first.",
    )
