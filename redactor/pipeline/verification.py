"""Verification on demand: a volume of ours held against the matter's secrets once more, or anybody's PDFs doubted
without knowing any."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from redactor.errors import InputError
from redactor.model import Check
from redactor.pipeline.camera import MARK
from redactor.pipeline.copies import planned
from redactor.pipeline.job import Job
from redactor.pipeline.scan import scan
from redactor.verify import bates_of_page, doubt, verify_volume


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was looked at under ``place`` (a path within what was given, or "the volume"), with its checks."""

    place: str
    checks: tuple[Check, ...]

    @property
    def failed(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if not check.passed)


def _no_camera_set(path: Path) -> None:
    """Raises InputError where the folder is, or holds, a set for the court's eyes."""
    if any(path.rglob(MARK)) if path.is_dir() else (path.parent / MARK).exists():
        raise InputError(
            "this is an in camera set: it is unredacted, and no volume",
            remedy="Name a folder such as productions/VOL001.",
        )


def doubted(path: Path) -> Iterator[Verdict]:
    """A verdict for every PDF at or below ``path``, whoever redacted it; PDFs are named by number, because the names
    of files carry identifiers. Raises InputError where there is none."""
    _no_camera_set(path)
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix.lower() == ".pdf")
    if not files:
        raise InputError("no PDF was given", remedy="Name a PDF, or a folder that holds some.")
    ours = _issued(path if path.is_dir() else path.parent.parent)
    for number, file in enumerate(files, 1):
        name = file.stem if file.name in ours else f"PDF {number} of {len(files)}"
        yield Verdict(name, doubt(file))


def _issued(volume: Path) -> frozenset[str]:
    """The names of the PDFs that the folder's manifest lists, if it is a volume: each is a Bates number."""
    try:
        manifest = json.loads((volume / "MANIFEST.json").read_text(encoding="utf-8"))
        listed = [Path(entry["path"]) for entry in manifest["files"]]
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
    return frozenset(path.name for path in listed if path.parent.name == "PDF" and bates_of_page(path.stem, 1))


def verified_again(volume: Path, job: Job) -> Verdict:
    """The volume against every withheld value of the matter, as its originals and its ledger give them today.

    Raises what ``scan`` raises, and InputError where the folder is no volume.
    """
    _no_camera_set(volume)
    if not (volume / "MANIFEST.json").is_file():
        raise InputError("the folder holds no volume", remedy="Name a folder such as productions/VOL001.")
    found = scan(job)
    watch = planned(found).watch
    return Verdict(
        "the volume", verify_volume(volume, watch.values, watch.lawful([document.id for document in found.documents]))
    )
