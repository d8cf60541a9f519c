"""Work product that leads from every source to what became of it: crosswalk.csv and held.csv. Neither leaves."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from redactor.errors import VolumeVerificationError
from redactor.model import DocumentId, DocumentStatus, Held, Original, VerifiedCopy
from redactor.produce.atomic import write_bytes
from redactor.produce.volume import PDF

CROSSWALK_COLUMNS = ("source_path", "source_sha256", "status", "begbates", "endbates", "produced_path")
HELD_COLUMNS = ("document", "source_path", "reason", "remedy")


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """One source. Bates numbers and produced path are empty where it was held."""

    source_path: str
    source_sha256: str
    status: DocumentStatus
    begbates: str = ""
    endbates: str = ""
    produced_path: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a document's copy stands: its first and last number, and its file."""

    begbates: str
    endbates: str
    path: str
    slip_sheet: bool


def placed_in(folder: Path, copies: Sequence[VerifiedCopy]) -> dict[DocumentId, Placed]:
    """Where the copies of a volume stand; ``folder`` is the volume's folder as ``produced_path`` shall name it."""
    return {
        copy.document: Placed(
            copy.endorsement.begin,
            copy.endorsement.end,
            (folder / PDF / f"{copy.endorsement.name}.pdf").as_posix(),
            copy.slip_sheet,
        )
        for copy in (verified.copy for verified in copies)
    }


def crosswalk_rows(
    originals: Sequence[Original], held: Sequence[Held], placed: Mapping[DocumentId, Placed]
) -> tuple[CrosswalkRow, ...]:
    """One row for each source: originals in their order, each followed by its duplicates, then what was never read.

    ``placed`` says where the documents stand, in this volume or in an earlier one. Raises VolumeVerificationError where
    a document is both in a volume and held, or neither, or in one without an original: the account is wrong.
    """
    held_ids, held_sources = {item.id for item in held if item.id}, {item.source for item in held}
    if unknown := placed.keys() - {original.id for original in originals}:
        raise VolumeVerificationError(f"{len(unknown)} documents of the volume come from no original")
    rows: list[CrosswalkRow] = []
    for original in originals:
        copy = placed.get(original.id)
        is_held = original.id in held_ids or original.source in held_sources
        if (copy is None) is not is_held:
            account = "both in the volume and held" if is_held else "neither in the volume nor held"
            raise VolumeVerificationError(f"document {original.id[:12]} is {account}")
        for source in (original.source, *original.duplicates):
            if copy is None:
                rows.append(CrosswalkRow(source, original.id, DocumentStatus.HELD))
                continue
            status = DocumentStatus.WITHHELD if copy.slip_sheet else DocumentStatus.PRODUCED
            rows.append(CrosswalkRow(source, original.id, status, copy.begbates, copy.endbates, copy.path))
    told = {row.source_path for row in rows}
    for item in held:
        if item.source not in told:
            told.add(item.source)
            rows.append(CrosswalkRow(item.source, item.id or "", DocumentStatus.HELD))
    return tuple(rows)


def write_crosswalk(path: Path, rows: Iterable[CrosswalkRow]) -> None:
    """Write the rows as CSV in one step, readable by the owner only. Source paths stand as they are, for programs.

    Raises OutputError where the disk refuses.
    """
    cells = (
        (row.source_path, row.source_sha256, row.status.value, row.begbates, row.endbates, row.produced_path)
        for row in rows
    )
    write_bytes(path, _csv(CROSSWALK_COLUMNS, cells))


def write_held(path: Path, held: Iterable[Held]) -> None:
    """Write what was held back, why, and what to do next, as CSV in one step, readable by the owner only.

    Raises OutputError where the disk refuses.
    """
    cells = (((item.id or "")[:12], _inert(item.source), item.reason, item.remedy) for item in held)
    write_bytes(path, _csv(HELD_COLUMNS, cells))


def _inert(source: str) -> str:
    """The same path, written so that a spreadsheet does not take it for a formula."""
    starts = (
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\uff1d",
        "\uff0b",
        "\uff0d",
        "\uff20",
    )  # full-width ones count, too
    return f"./{source}" if source.startswith(starts) else source


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    # The name of a file need not be text; what is not is written as an escape rather than lost.
    return out.getvalue().encode("utf-8", errors="backslashreplace")
