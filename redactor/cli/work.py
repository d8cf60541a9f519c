"""What ``run``, ``scan`` and ``release`` share: their options, and how a job begins and ends."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from redactor.cli.ending import ending_of
from redactor.cli.render import error_as_json, progress_shown, release_as_json, release_report
from redactor.engines import engine
from redactor.errors import EXIT_HELD_BACK
from redactor.pipeline import Job, Release
from redactor.pipeline.job import MatterFolder

Result = TypeVar("Result")

ORIGINALS = "originals"
"""Folder of a matter's originals, beside matter.yaml, where the steps look for them."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a job is worked on and told of."""

    engine: str
    jobs: int
    as_json: bool
    profile: str | None = None


def work_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that works on documents."""
    for option in (
        click.option("--profile", help="Profile of the rule packs, such as strict. [default: the matter's]"),
        click.option("--json", "as_json", is_flag=True, help="One machine-readable result on standard output."),
        click.option(
            "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Workers. [default: one a core]"
        ),
        click.option(
            "--engine",
            "engine_name",
            default="processes",
            show_default=True,
            help="Where work runs: processes, serial.",
        ),
    ):
        command = option(command)
    return command


def originals_of(folder: Path) -> tuple[Path, ...]:
    """The originals of a matter folder. Raises UsageError where it has none."""
    originals = folder / ORIGINALS
    if not originals.is_dir():
        raise click.UsageError(f"{folder} has no folder '{ORIGINALS}'; `redactor init` makes one for you to fill")
    return (originals,)


def worked(
    do: Callable[[Job], Result], paths: tuple[Path, ...], out: Path, matter: Path | None, options: Options
) -> Result:
    """What ``do`` makes of the job. With ``--json`` an error is told on standard output too, and then raised."""
    try:
        with progress_shown(quiet=options.as_json) as progress:
            work = engine(options.engine, options.jobs)
            return do(Job(paths, MatterFolder(out), matter, work, datetime.now(UTC), progress, options.profile))
    except (Exception, KeyboardInterrupt) as error:
        ending = ending_of(error)
        if options.as_json:
            click.echo(json.dumps(error_as_json(ending)))
        raise ending from error


def tell(release: Release, out: Path, *, as_json: bool) -> None:
    """Print how a release ended; leave with EXIT_HELD_BACK where something was held back."""
    click.echo(json.dumps(release_as_json(release, out)) if as_json else release_report(release, out))
    if release.held:
        sys.exit(EXIT_HELD_BACK)
