"""Who is at the terminal, or at the page that it opens."""

from __future__ import annotations

import getpass
import sys

import click

from redactor.matter import Matter
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.reviewers import open_accounts
from redactor.review.records import Reviewer
from redactor.web.access.local import Unclear, local_reviewer


def person_at(folder: MatterFolder, matter: Matter, name: str | None) -> Reviewer:
    """The named reviewer; without a name the only one that the matter knows, or whoever is asked for it. Raises
    NotPermittedError for somebody whom the matter does not know, UsageError where nobody can be asked."""
    with open_accounts(folder, matter) as accounts:
        known = accounts.all()
    who = local_reviewer(name, matter, known, getpass.getuser())
    while isinstance(who, Unclear):
        if not sys.stdin.isatty():
            named = f" One of: {', '.join(who.names)}." if who.names else ""
            raise click.UsageError(f"who decides? Give --name.{named}")
        choice = click.Choice(who.names) if who.names else None
        who = local_reviewer(click.prompt("Your name, for the ledger", type=choice), matter, known, "")
    return who
