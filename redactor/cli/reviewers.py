"""``redactor reviewers``: who may review a matter over the network, and with what role."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from redactor.pipeline.job import MatterFolder
from redactor.pipeline.reviewers import Roll, open_roll
from redactor.review.records import ReviewerRole
from redactor.store.accounts import ReviewerAccount
from redactor.web.access.local import sound_name
from redactor.web.access.passwords import SHORTEST, hashed

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_ROLES = {role.value.replace(" ", "-"): role.value for role in ReviewerRole}


@click.group()
def reviewers() -> None:
    """Name the people who may review a matter on a team's server, and what they may do.

    Passwords are asked for, never given on the command line. Every change goes into the audit trail.
    """


@reviewers.command("add")
@click.argument("folder", type=_FOLDER)
@click.argument("name")
@click.option(
    "--role", type=click.Choice(list(_ROLES)), default=next(iter(_ROLES)), show_default=True, help="What they may do."
)
@click.option("--identity", help="What the sign-in provider calls them, such as their e-mail address.")
@click.option("--no-password", is_flag=True, help="They sign in through the provider only.")
def add(folder: Path, name: str, role: str, identity: str | None, no_password: bool) -> None:
    """Let NAME review the matter in FOLDER."""
    if no_password and not identity:
        raise click.UsageError("--no-password needs --identity: there would be no way in")
    named = sound_name(name)
    with _roll(folder) as roll:
        roll.require_free(named, identity)
        password = None if no_password else hashed(_asked(), named)
        roll.add(ReviewerAccount(named, _ROLES[role], identity, password))
    click.echo(f"{named} may review this matter as {role.replace('-', ' ')}.")


@reviewers.command("list")
@click.argument("folder", type=_FOLDER)
@click.option("--json", "as_json", is_flag=True, help="One machine-readable result on standard output.")
def list_(folder: Path, as_json: bool) -> None:
    """Show who may review the matter in FOLDER."""
    with _roll(folder) as roll:
        accounts = roll.all()
    if as_json:
        rows = [
            {"name": a.name, "role": a.role, "password": a.password is not None, "identity": a.identity}
            for a in accounts
        ]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    if not accounts:
        click.echo(f"Nobody was added yet: redactor reviewers add {folder} NAME")
    for account in accounts:
        ways = [way for way, open_ in (("password", account.password), ("provider", account.identity)) if open_]
        click.echo(f"{account.name}  ({account.role}; {' and '.join(ways)})")


@reviewers.command("remove")
@click.argument("folder", type=_FOLDER)
@click.argument("name")
def remove(folder: Path, name: str) -> None:
    """Close NAME's account and end their sessions at once. What they decided stands under their name."""
    with _roll(folder) as roll:
        roll.remove(name)
    click.echo("Removed; whoever was signed in under that name is signed out.")


@reviewers.command("passwd")
@click.argument("folder", type=_FOLDER)
@click.argument("name")
def passwd(folder: Path, name: str) -> None:
    """Give NAME another password, and end the sessions that were opened with the old one."""
    with _roll(folder) as roll:
        account = roll.known(name)
        roll.set_password(account.name, hashed(_asked(), account.name))
    click.echo(f"{account.name} has another password, and must sign in again.")


@reviewers.command("role")
@click.argument("folder", type=_FOLDER)
@click.argument("name")
@click.argument("role", type=click.Choice(list(_ROLES)))
def role(folder: Path, name: str, role: str) -> None:
    """Give NAME another ROLE, from their next request on."""
    with _roll(folder) as roll:
        account = roll.known(name)
        roll.set_role(account.name, _ROLES[role])
    click.echo(f"{account.name} is {role.replace('-', ' ')} from now on.")


@contextmanager
def _roll(folder: Path) -> Iterator[Roll]:
    with open_roll(MatterFolder(folder), getpass.getuser(), lambda: datetime.now(UTC)) as roll:
        yield roll


def _asked() -> str:
    return str(click.prompt(f"Password (at least {SHORTEST} characters)", hide_input=True, confirmation_prompt=True))
