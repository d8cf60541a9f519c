"""Whether what people decided is still what is written: the chains of the matter's memory, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redactor.matter import load_matter
from redactor.pipeline.difference import latest_scan
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.memory import open_store
from redactor.store import Broken


@dataclass(frozen=True, slots=True)
class Audit:
    """How many lines each chain has, and where it does not hold."""

    lengths: Mapping[str, int]
    broken: tuple[Broken, ...]


def audited(folder: MatterFolder) -> Audit:
    """The chains of the matter in ``folder``. Raises InputError where nothing was scanned yet, MatterFileError and
    OutputError where its files cannot be used."""
    store = open_store(folder, load_matter(latest_scan(folder).matter_file))
    try:
        return Audit(store.lengths(), store.broken())
    finally:
        store.close()
