"""``redactor review``: the reviewer's page, for one person on this machine or for a team under TLS."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path

import click

from redactor.cli.person import person_at
from redactor.cli.queue import shown
from redactor.cli.work import Options, originals_of, worked
from redactor.errors import InputError
from redactor.matter import Matter, load_matter, write_default
from redactor.pipeline import Job, Scan
from redactor.pipeline import scan as scan_job
from redactor.pipeline.difference import latest_scan
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.reviewers import open_accounts
from redactor.review.records import Reviewer, State, Why
from redactor.web.access.standing import Asked, checked
from redactor.web.reviewing import Review, opened, require_somebody, stepping_stone

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--name", help="Your name, for the ledger. [default: the matter's only reviewer, or your login name]")
@click.option("--no-browser", is_flag=True, help="Print the link, and open no browser.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port. [default: a free one, or that of --url]")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to bind to; others than loopback need TLS."
)
@click.option("--url", help="For a team: the address that reviewers type, such as https://review.example.org:8443.")
@click.option("--tls-cert", type=_FILE, help="For a team: TLS certificate with its chain (PEM).")
@click.option("--tls-key", type=_FILE, help="For a team: its private key (PEM).")
@click.option("--behind-proxy", metavar="ADDRESS", help="For a team: IP address of the reverse proxy that ends TLS.")
@click.option("--list", "listed", is_flag=True, help="Print what waits for a person, and open no page.")
@click.option(
    "--export",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what waits for a person as a spreadsheet, to be filled in and given to `redactor decide --import`.",
)
@click.option(
    "--state", "states", multiple=True, type=click.Choice([s.value for s in State]), help="With --list, --export."
)
@click.option("--why", "whys", multiple=True, type=click.Choice([w.value for w in Why]), help="With --list, --export.")
@click.option("--category", "categories", multiple=True, metavar="CATEGORY", help="With --list, --export.")
@click.option("--json", "as_json", is_flag=True, help="With --list: one machine-readable result.")
def review(
    folder: Path,
    name: str | None,
    no_browser: bool,
    port: int,
    host: str,
    url: str | None,
    tls_cert: Path | None,
    tls_key: Path | None,
    behind_proxy: str | None,
    listed: bool,
    export: Path | None,
    states: Sequence[str],
    whys: Sequence[str],
    categories: Sequence[str],
    as_json: bool,
) -> None:
    """Open FOLDER's matter for review in the browser, by a link that works once.

    With --url, TLS files and reviewers who have accounts (`redactor reviewers add`), a team can use it. What has not
    been scanned yet is scanned first. Ctrl-C ends it.
    """
    if listed or export is not None:
        shown(folder, states, whys, categories, export, as_json=as_json)
        return
    asked = Asked(host, port, url, tls_cert, tls_key, behind_proxy)
    checked(asked)
    matter_folder = MatterFolder(folder)
    matter = _matter(matter_folder)
    alone = _who(name, matter_folder, matter, asked)
    _scanned(matter_folder)
    with ExitStack() as stack, suppress(KeyboardInterrupt):  # before the server listens to it, too
        opened_ = stack.enter_context(opened(matter_folder, matter, asked, alone, lambda: datetime.now(UTC)))
        click.echo(_told(opened_, alone))
        if opened_.link is not None and not no_browser and _has_screen():
            page = stack.enter_context(stepping_stone(matter_folder, opened_.link.address(opened_.site.origin)))
            threading.Thread(target=webbrowser.open, args=(page.resolve().as_uri(),), daemon=True).start()
        opened_.serve()
    click.echo("Closed.")


def _matter(folder: MatterFolder) -> Matter:
    """The matter as the last scan read it; before the first one, as the folder says, or the protective default."""
    try:
        return load_matter(latest_scan(folder).matter_file)
    except InputError:
        originals_of(folder.path)  # or this is no matter's folder, and nothing is made in it
        folder.prepare()
        if not folder.matter_file.exists():
            write_default(folder.matter_file)
        return load_matter(folder.matter_file)


def _scanned(folder: MatterFolder) -> None:
    """Scan what lies in originals/ where nothing was scanned yet."""
    try:
        latest_scan(folder)
    except InputError:
        options = Options("processes", os.cpu_count() or 1, as_json=False)
        worked(_locked_scan, originals_of(folder.path), folder.path, None, options)


def _locked_scan(job: Job) -> Scan:
    with job.folder.locked():
        return scan_job(job)


def _who(name: str | None, folder: MatterFolder, matter: Matter, asked: Asked) -> Reviewer | None:
    """The one person who gets in by the link; None for a team, of which somebody must be able to sign in."""
    if not asked.team:
        return person_at(folder, matter, name)
    with open_accounts(folder, matter) as accounts:
        require_somebody(accounts.all(), matter)
    return None


def _told(review: Review, alone: Reviewer | None) -> str:
    if review.link is None or alone is None:
        return f"The matter is open to its reviewers at {review.site.origin}\nCtrl-C ends it."
    return (
        f"The matter is open to {alone.name} ({alone.role.value}). This link works once, within ten minutes:\n"
        f"  {review.link.address(review.site.origin)}\nCtrl-C ends it."
    )


def _has_screen() -> bool:
    """Whether a browser would open in a window, rather than take over this terminal or come up on another machine."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
