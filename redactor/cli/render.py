"""What commands print. Documents are named by the first digits of their id, never by their file's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from redactor.errors import RedactorError
from redactor.pipeline import Progress, Release, Scan
from redactor.pipeline.unexplained import left_standing

_LABELS = {
    "reading": "Reading and detecting",
    "comparing": "Comparing across documents",
    "writing": "Writing and verifying",
}


@contextmanager
def progress_shown(*, quiet: bool) -> Iterator[Progress]:
    """A progress bar a stage on standard error; where that is no terminal, or ``quiet``, nothing."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=console, disable=quiet or not console.is_terminal) as bars:
        tasks: dict[str, object] = {}

        def progress(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(_LABELS[stage], total=total)
            bars.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

        yield progress


def release_report(release: Release, out: Path) -> str:
    """The result for people."""
    lines: list[str] = []
    production = release.production
    if production is None:
        lines.append("No volume was made: every document was held back.")
    else:
        stands = " stands as it is: nothing changed since" if release.unchanged else ""
        lines.append(f"{production.volume}{stands}: {out / 'productions' / production.volume}")
        lines.append(
            f"  {_counted(production.documents, 'document')}, {_counted(production.pages, 'page')},"
            f" {production.begin} to {production.end}; {_counted(production.boxes, 'redaction')}"
        )
        if release.supersedes:
            again = _counted(len(release.supersedes), "document")
            lines.append(f"  {again} issued again in place of earlier copies, which MANIFEST.json names")
        if release.standing and not release.unchanged:
            lines.append(f"  {_counted(release.standing, 'document')} stand as they were served")
        if production.gaps:
            lines.append(f"  Bates numbers set aside and not used: {len(production.gaps)} (see MANIFEST.json)")
    if release.referred:
        lines.append(
            f"  {_counted(release.referred, 'finding')} withheld pending review:"
            f" {out / 'work-product' / 'referred.csv'}"
        )
    if release.unexplained:
        lines.append(
            f"  {_counted(release.unexplained, 'word')} that nothing explains produced; look through"
            f" {out / 'work-product' / 'unexplained.csv'}"
        )
    if release.held:
        lines.append(f"Held back: {_counted(len(release.held), 'file')}, listed in {out / 'work-product' / 'held.csv'}")
        for (reason, remedy), count in Counter((item.reason, item.remedy) for item in release.held).most_common():
            lines.append(f"  {count} × {reason}\n      {remedy}")
    lines += [f"Note: {notice}" for notice in release.notices]
    return "\n".join(lines)


def scan_report(scan: Scan) -> str:
    """What a scan found, for people."""
    dispositions = Counter(decision.disposition.value for decision in scan.decisions)
    lines = [f"{_counted(len(scan.documents), 'document')} read, {_counted(len(scan.findings), 'finding')}:"]
    lines += [f"  {count:,} {disposition}" for disposition, count in sorted(dispositions.items())]
    if standing := left_standing(scan.findings, scan.decisions):
        lines.append(f"{_counted(standing, 'word')} that nothing explains would be produced: unexplained.csv")
    if scan.held:
        lines.append(f"Held back: {_counted(len(scan.held), 'file')}")
        lines += [f"  {count} × {reason}" for reason, count in Counter(item.reason for item in scan.held).most_common()]
    return "\n".join([*lines, *(f"Note: {notice}" for notice in scan.matter.notices)])


def scan_as_json(scan: Scan) -> dict[str, object]:
    """What a scan found, for programs."""
    return {
        "documents": len(scan.documents),
        "findings": len(scan.findings),
        "dispositions": dict(sorted(Counter(decision.disposition.value for decision in scan.decisions).items())),
        "unexplained": left_standing(scan.findings, scan.decisions),
        "held": [{"document": item.id, "reason": item.reason, "remedy": item.remedy} for item in scan.held],
        "notices": list(scan.matter.notices),
    }


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def error_as_json(error: RedactorError) -> dict[str, object]:
    """What stopped the run, for programs."""
    return {"error": type(error).__name__, "message": str(error), "remedy": error.remedy, "exit_code": error.exit_code}


def release_as_json(release: Release, out: Path) -> dict[str, object]:
    """The result for programs. Held files are named by document id; their names stand in held.csv."""
    production = release.production
    return {
        "volume": production.volume if production else None,
        "folder": str(out / "productions" / production.volume) if production else None,
        "unchanged": release.unchanged,
        "supersedes": list(release.supersedes),
        "standing": release.standing,
        "documents": production.documents if production else 0,
        "pages": production.pages if production else 0,
        "redactions": production.boxes if production else 0,
        "begbates": production.begin if production else None,
        "endbates": production.end if production else None,
        "referred": release.referred,
        "unexplained": release.unexplained,
        "held": [{"document": item.id, "reason": item.reason, "remedy": item.remedy} for item in release.held],
        "notices": list(release.notices),
    }
