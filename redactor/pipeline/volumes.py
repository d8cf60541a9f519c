"""The volumes that a matter has already produced: their names, their numbers, and what each followed from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from redactor.bates import BatesFormat
from redactor.errors import OutputError
from redactor.model import DocumentId, Held, Production
from redactor.pipeline.job import MatterFolder
from redactor.produce import MANIFEST, write_bytes

_NAME = "VOL{:03}"


@dataclass(frozen=True, slots=True)
class Standing:
    """A volume that already says what a release would say."""

    production: Production
    held: tuple[Held, ...]


class Volumes:
    """The volumes in ``productions/``. A served volume is never touched; the next one takes the next numbers."""

    def __init__(self, folder: MatterFolder) -> None:
        self._folder = folder

    def _names(self) -> list[str]:
        productions = self._folder.productions
        return sorted(path.parent.name for path in productions.glob(f"VOL*/{MANIFEST}")) if productions.is_dir() else []

    def newest_name(self) -> str | None:
        """The name of the newest volume, or None where there is none."""
        return next(reversed(self._names()), None)

    def next_name(self) -> str:
        """The name of the volume after the newest."""
        newest = self.newest_name()
        return _NAME.format(int(newest.removeprefix("VOL")) + 1 if newest else 1)

    def next_number(self, bates: BatesFormat) -> int:
        """The first Bates number that no volume of the matter has used or set aside."""
        used = [bates.number_of(number) for number in self._numbers()]
        return max((number + 1 for number in used if number is not None), default=bates.start)

    def _numbers(self) -> Iterator[str]:
        for record in self._records():
            yield from record["allotted"]

    def _records(self) -> Iterator[dict[str, object]]:
        for name in self._names():
            path = self._record_path(name)
            try:
                yield json.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                raise OutputError(
                    f"the record of {name} is missing from work-product/, so its Bates numbers are not known",
                    remedy="Restore work-product/volumes, or choose another --out.",
                ) from None

    def _record_path(self, name: str) -> Path:
        return self._folder.work_product / "volumes" / f"{name}.json"

    def standing(self, state: str) -> Standing | None:
        """The newest volume, where it followed from this very state."""
        newest = self.newest_name()
        record = next(reversed(list(self._records())), None)
        if record is None or record["state"] != state:
            return None
        production = dict(record["production"])
        folder = self._folder.productions / str(newest)
        return Standing(
            Production(**{**production, "folder": folder, "gaps": tuple(production["gaps"])}),
            tuple(Held(h["source"], DocumentId(h["id"]) if h["id"] else None, h["reason"], h["remedy"]) for h in record["held"]),
        )

    def remember(self, state: str, production: Production, held: tuple[Held, ...], allotted: tuple[str, ...]) -> None:
        """Keep what the volume followed from, before it is moved into place: a record without its volume counts for
        nothing, a volume without its record could not be numbered after."""
        path = self._record_path(production.volume)
        path.parent.mkdir(exist_ok=True)
        record = {
            "state": state,
            "production": {**asdict(production), "folder": ""},
            "allotted": [allotted[0], allotted[-1]],
            "held": [asdict(item) for item in held],
        }
        write_bytes(path, json.dumps(record, indent=2).encode())
