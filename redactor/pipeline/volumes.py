"""The volumes that a matter has already produced: their names, their numbers, and what each followed from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from redactor.bates import BatesFormat
from redactor.errors import OutputError
from redactor.model import DocumentId, Endorsement, Held, Production
from redactor.pipeline.job import MatterFolder
from redactor.produce import MANIFEST, write_bytes

_NAME = "VOL{:03}"
_NAMED = re.compile(r"VOL(\d{3,6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Issued:
    """The newest copy of a document that was produced: in which volume, under which numbers, from which state.

    ``covered`` are the places that it withholds: page, and half-open offsets of the page as read. ``log`` are its lines
    of the served log, by column. ``there`` says whether its file still stands in ``productions/``.
    """

    document: DocumentId
    volume: str
    numbers: tuple[str, ...]
    revision: int
    state: str
    slip_sheet: bool
    covered: frozenset[tuple[int, int, int]]
    log: tuple[Mapping[str, str], ...]
    there: bool = True

    @property
    def file(self) -> str:
        """Its PDF, relative to ``productions/``."""
        return f"{self.volume}/PDF/{Endorsement(self.numbers, '', self.revision).name}.pdf"


@dataclass(frozen=True, slots=True)
class Standing:
    """A volume that already says what a release would say."""

    production: Production
    held: tuple[Held, ...]


class Volumes:
    """The volumes made in ``productions/``. A served volume is never touched: the next one holds what is new, under
    the next numbers, and what has changed, under the numbers that it had.

    A volume counts once it stands in ``productions/``, and goes on counting when somebody moves it out of there: its
    numbers have been served.
    """

    def __init__(self, folder: MatterFolder) -> None:
        self._folder = folder

    def newest_name(self) -> str | None:
        """The name of the newest volume, or None where there is none."""
        return next(reversed(self._names()), None)

    def next_name(self) -> str:
        """The name of the volume after the newest."""
        newest = self.newest_name()
        return _NAME.format(_ordinal(newest) + 1 if newest else 1)

    def next_number(self, bates: BatesFormat) -> int:
        """The first Bates number that no volume of the matter has used or set aside."""
        used = [bates.number_of(number) for name in self._names() for number in self._record(name)["allotted"]]
        return max((number + 1 for number in used if number is not None), default=bates.start)

    def issued(self) -> Mapping[DocumentId, Issued]:
        """The newest copy of every document that was ever produced."""
        newest: dict[DocumentId, Issued] = {}
        for name in self._names():
            for fact in self._record(name)["issued"]:
                covered = frozenset((page, start, end) for page, start, end in fact["covered"])
                made = Issued(
                    **{
                        **fact,
                        "volume": name,
                        "numbers": tuple(fact["numbers"]),
                        "covered": covered,
                        "log": tuple(fact["log"]),
                    }
                )
                there = (self._folder.productions / made.file).is_file()
                newest[made.document] = replace(made, there=there)
        return newest

    def standing(self, state: str) -> Standing | None:
        """The newest volume, where it followed from this very state and is still in its place."""
        newest = self.newest_name()
        record = self._record(newest) if newest else {}
        if newest is None or record["state"] != state or not self._is_whole(newest, record["production"]["hashes"]):
            return None
        held = tuple(
            Held(item["source"], DocumentId(item["id"]) if item["id"] else None, item["reason"], item["remedy"])
            for item in record["held"]
        )
        return Standing(self._production(newest), held)

    def newest(self) -> Production | None:
        """The newest volume as it was made, or None where there is none."""
        name = self.newest_name()
        return self._production(name) if name else None

    def _production(self, name: str) -> Production:
        facts = self._record(name)["production"]
        return Production(**{**facts, "folder": self._folder.productions / name, "gaps": tuple(facts["gaps"])})

    def remember(
        self,
        state: str,
        production: Production,
        held: tuple[Held, ...],
        allotted: tuple[str, ...],
        issued: Iterable[Issued] = (),
    ) -> None:
        """Keep what the volume followed from, before it is moved into place: a record without its volume counts for
        nothing until it is confirmed, a volume without its record could not be numbered after. ``allotted`` are the
        numbers that nobody had before."""
        record = {
            "published": False,
            "state": state,
            "production": {**asdict(production), "folder": ""},
            "allotted": [allotted[0], allotted[-1]] if allotted else [],
            "held": [asdict(item) for item in held],
            "issued": [_facts(copy) for copy in issued],
        }
        self._write(production.volume, record)

    def confirm(self, volume: str) -> None:
        """The volume is in its place: from now on its record counts by itself."""
        self._write(volume, {**self._record(volume), "published": True})

    def _names(self) -> list[str]:
        made = {path.parent.name for path in self._folder.productions.glob(f"*/{MANIFEST}")}
        kept = {path.stem for path in self._records.glob("*.json") if self._record(path.stem).get("published")}
        return sorted((name for name in made | kept if _NAMED.fullmatch(name)), key=_ordinal)

    @property
    def _records(self) -> Path:
        return self._folder.work_product / "volumes"

    def _record(self, name: str) -> dict[str, Any]:
        try:
            record: dict[str, Any] = json.loads((self._records / f"{name}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            raise OutputError(
                f"the record of {name} is missing from work-product/, so its Bates numbers are not known",
                remedy="Restore work-product/volumes, or choose another --out.",
            ) from None
        return record

    def _write(self, name: str, record: Mapping[str, Any]) -> None:
        self._records.mkdir(exist_ok=True)
        write_bytes(self._records / f"{name}.json", json.dumps(record, indent=2).encode())

    def _is_whole(self, name: str, hashes: Mapping[str, str]) -> bool:
        """Whether every file of the volume is there. Raises OutputError where the volume is there in part."""
        folder = self._folder.productions / name
        missing = [path for path in hashes if not (folder / path).is_file()]
        if missing and folder.exists():
            raise OutputError(
                f"{len(missing)} files of {name} are missing from productions/",
                remedy=f"Put them back, or move the rest of {name} away to have the next volume made.",
            )
        return not missing


def _facts(copy: Issued) -> dict[str, Any]:
    kept = {key: value for key, value in asdict(copy).items() if key not in ("volume", "there")}
    return {**kept, "covered": sorted(copy.covered)}


def _ordinal(name: str) -> int:
    return int(name.removeprefix("VOL"))
