"""The volume: PDF/, TEXT/, LOG/ and a manifest, built in a staging folder and moved into productions/ in one step.

Files are named by Bates number and by nothing else, because the names of originals carry identifiers.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from redactor.bates import parse
from redactor.errors import OutputError, VolumeVerificationError
from redactor.model import Production, VerifiedCopy
from redactor.produce.atomic import flush, flush_folder, refused
from redactor.produce.manifest import MANIFEST, manifest_bytes, sha256_of

PDF, TEXT, LOG = "PDF", "TEXT", "LOG"
PAGE_BREAK = "\f"
"""Between two pages of a text file, as in the text of pdftotext and of most review platforms."""

_PARTS_OF_A_VOLUME = frozenset({PDF, TEXT, LOG, MANIFEST})
_VOLUME_NAME = re.compile(r"[A-Z0-9][A-Z0-9_\-]{0,31}", re.ASCII)
_LOG_NAME = re.compile(r"[a-z0-9][a-z0-9\-]*\.[a-z]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class VolumeTerms:
    """What is known of a volume beforehand.

    ``allotted`` are all Bates numbers set aside for it, in order; those of documents that were held become gaps.
    ``at`` is the moment of the production, ``tool`` the program and its version. ``supersedes`` names, for each file
    of PDF/ that is issued again (``NYICE0000001_R1.pdf``), the file whose place it takes, volume and all.
    """

    volume: str
    allotted: tuple[str, ...]
    at: datetime
    tool: str
    supersedes: Mapping[str, str] = field(default_factory=dict)


def produce(copies: Sequence[VerifiedCopy], terms: VolumeTerms, log: Mapping[str, bytes], staging: Path) -> Production:
    """Build the volume in ``staging``, ready for ``publish``; ``log`` holds the files of LOG/ by name.

    What an earlier run left half-built in ``staging`` is removed first, and nothing stays there when this one stops.
    Raises VolumeVerificationError where a copy is not the file that was verified, or its numbers are not its own;
    OutputError where the folder holds something else or the disk refuses.
    """
    copies = sorted(copies, key=lambda verified: verified.copy.endorsement.begin)
    gaps = _gaps(copies, terms)
    _clear(staging)
    try:
        return _built(copies, terms, log, staging, gaps)
    except OSError as error:
        _discard(staging)
        raise refused("the volume could not be written", error) from None
    except BaseException:
        _discard(staging)
        raise


def publish(staging: Path, productions: Path, volume: str) -> Path:
    """Move a built volume to ``productions/<volume>`` in one step and return that folder.

    Both must lie on one filesystem. An existing volume is never touched: raises OutputError where there is one, and
    where the disk refuses; then ``staging`` is as it was.
    """
    _check_name(volume)
    target = productions / volume
    if not (staging / MANIFEST).is_file():
        raise OutputError(f"{volume} is not complete and cannot be published")
    try:
        productions.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(target):
            raise _exists(volume)
        for folder in (*(path for path in staging.rglob("*") if path.is_dir()), staging):
            flush_folder(folder)
        # Should another run put the volume there in between: rename never replaces a folder that holds anything.
        staging.rename(target)
    except OSError as error:
        if os.path.lexists(target):
            raise _exists(volume) from None
        raise refused(f"{volume} could not be moved into place", error) from None
    flush_folder(productions)
    return target


def _built(
    copies: Sequence[VerifiedCopy],
    terms: VolumeTerms,
    log: Mapping[str, bytes],
    staging: Path,
    gaps: tuple[str, ...],
) -> Production:
    for part in (PDF, TEXT, LOG):
        (staging / part).mkdir(parents=True)
    for verified in copies:
        name = verified.copy.endorsement.name
        _copy(verified, staging / PDF / f"{name}.pdf")
        _write(staging / TEXT / f"{name}.txt", _text(verified))
    for name, data in log.items():
        if not _LOG_NAME.fullmatch(name):
            raise OutputError("a log file's name is small letters, digits and dashes, and an extension")
        _write(staging / LOG / name, data)
    numbers = tuple(number for verified in copies for number in verified.copy.endorsement.numbers)
    counts = {
        "documents": len(copies),
        "pages": len(numbers),
        "slip_sheets": sum(verified.copy.slip_sheet for verified in copies),
        "boxes": sum(len(verified.copy.redactions) for verified in copies),
    }
    facts = {
        "volume": terms.volume,
        "produced": f"{terms.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "tool": terms.tool,
        "supersedes": dict(terms.supersedes),
    }
    manifest, hashes = manifest_bytes(staging, facts, counts, numbers, gaps)
    _write(staging / MANIFEST, manifest)
    return Production(
        volume=terms.volume,
        folder=staging,
        begin=numbers[0] if numbers else None,
        end=numbers[-1] if numbers else None,
        documents=counts["documents"],
        pages=counts["pages"],
        boxes=counts["boxes"],
        gaps=gaps,
        hashes={MANIFEST: hashlib.sha256(manifest).hexdigest()} | hashes,
    )


def _gaps(copies: Sequence[VerifiedCopy], terms: VolumeTerms) -> tuple[str, ...]:
    """The numbers allotted and not used. Raises VolumeVerificationError for a number out of place or used twice."""
    _check_name(terms.volume)
    allotted, used = set(terms.allotted), set[str]()
    for verified in copies:
        copy = verified.copy
        for number in copy.endorsement.numbers:
            if number in used or number not in allotted or parse(number) is None:
                raise VolumeVerificationError(f"{terms.volume}: number {number} is used twice or was never allotted")
            used.add(number)
        if len(copy.text) != len(copy.endorsement.numbers):
            raise VolumeVerificationError(f"{copy.endorsement.begin}: the text has not as many pages as the copy")
    return tuple(number for number in terms.allotted if number not in used)


def _copy(verified: VerifiedCopy, target: Path) -> None:
    with verified.copy.path.open("rb") as source, target.open("xb") as file:
        shutil.copyfileobj(source, file, 1 << 20)
        flush(file)
    if sha256_of(target) != verified.sha256:
        raise VolumeVerificationError(f"{verified.copy.endorsement.begin}: the file is not the one that was verified")


def _text(verified: VerifiedCopy) -> bytes:
    pages = (page.replace(PAGE_BREAK, "\n") for page in verified.copy.text)
    return PAGE_BREAK.join(pages).encode("utf-8", errors="replace")


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        flush(file)


def _clear(staging: Path) -> None:
    """Remove what an earlier run left of a volume; a folder that holds anything else is not touched."""
    try:
        if not staging.exists():
            return
        if not staging.is_dir() or not _PARTS_OF_A_VOLUME.issuperset(path.name for path in staging.iterdir()):
            raise OutputError("the staging folder holds something that is no part of a volume")
        shutil.rmtree(staging)
    except OSError as error:
        raise refused("the staging folder could not be cleared", error) from None


def _discard(staging: Path) -> None:
    shutil.rmtree(staging, ignore_errors=True)


def _check_name(volume: str) -> None:
    if not _VOLUME_NAME.fullmatch(volume):
        raise OutputError("a volume's name is 1 to 32 capital letters, digits, dashes and underscores, such as VOL001")


def _exists(volume: str) -> OutputError:
    return OutputError(
        f"{volume} is already in productions and is never overwritten",
        remedy="Produce under the next volume's name; what was served stays as it is.",
    )
