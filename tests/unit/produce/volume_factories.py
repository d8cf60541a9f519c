"""Verified copies of an invented volume, for the tests of the production."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from redactor.geometry import quad_of
from redactor.model import (
    DocumentId,
    Endorsement,
    FindingId,
    LogCategory,
    Original,
    Rect,
    RedactedCopy,
    Redaction,
    VerifiedCopy,
)
from redactor.produce import VolumeTerms

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
LOG = {"redaction-log.csv": b"LogID\r\n", "redaction-log.xlsx": b"PK"}


def document_id(place: int) -> DocumentId:
    return DocumentId(hashlib.sha256(b"original %d" % place).hexdigest())


def original(place: int, source: str, duplicates: tuple[str, ...] = ()) -> Original:
    return Original(document_id(place), source, Path(source), "application/pdf", duplicates)


def numbers(first: int, count: int) -> tuple[str, ...]:
    return tuple(f"NYICE{number:07d}" for number in range(first, first + count))


def verified(
    folder: Path, place: int, first: int, pages: int = 1, *, boxes: int = 0, slip_sheet: bool = False
) -> VerifiedCopy:
    """A copy on the disk, named as no produced file may be."""
    path = folder / f"work {place}.pdf"
    path.write_bytes(b"%PDF-1.7 copy " + str(place).encode())
    redactions = tuple(
        Redaction(
            f"R{place}-{n}",
            document_id(place),
            1,
            quad_of(Rect(72, 96, 180, 110)),
            "REDACTED – PROTECTED IDENTITY",
            LogCategory("N1"),
            (FindingId("f1"),),
        )
        for n in range(boxes)
    )
    copy = RedactedCopy(
        document_id(place),
        path,
        Endorsement(numbers(first, pages), "CONFIDENTIAL"),
        redactions,
        tuple(f"Página {page} of copy {place}" for page in range(1, pages + 1)),
        slip_sheet,
    )
    return VerifiedCopy(copy, (), hashlib.sha256(path.read_bytes()).hexdigest())


def terms(allotted: int, volume: str = "VOL001", supersedes: Mapping[str, str] | None = None) -> VolumeTerms:
    return VolumeTerms(volume, numbers(1, allotted), NOW, "redactor 0.1.0", supersedes or {})
