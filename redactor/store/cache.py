"""What has been read and detected, document by document, so that a run that was cut off need not read again."""

from __future__ import annotations

import gzip
import hashlib
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from redactor.model import Detection, Document, DocumentId


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with every claim of the first pass, and the code that made them."""

    code: str
    document: Document
    detections: tuple[Detection, ...]


_READING = TypeAdapter(Reading)


class ReadingCache:
    """Readings in a folder, one compressed JSON file a document. A reading made by other code does not count."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def folder(self) -> Path:
        """Where flattened PDFs lie beside the readings."""
        return self._folder

    def get(self, document: DocumentId) -> Reading | None:
        """The reading, or None where there is none that can be used."""
        try:
            reading = _READING.validate_json(gzip.decompress(self._path(document).read_bytes()))
        except (OSError, EOFError, gzip.BadGzipFile, ValidationError):
            return None
        usable = reading.code == code_version() and reading.document.flattened.is_file()
        return reading if usable else None

    def put(self, document: Document, detections: tuple[Detection, ...]) -> None:
        """Keep a reading: written beside, then moved into place."""
        path = self._path(document.id)
        beside = path.with_suffix(".part")
        content = _READING.dump_json(Reading(code_version(), document, detections))
        beside.write_bytes(gzip.compress(content, compresslevel=1, mtime=0))
        os.replace(beside, path)

    def _path(self, document: DocumentId) -> Path:
        return self._folder / f"{document}.reading.json.gz"


@lru_cache(maxsize=1)
def code_version() -> str:
    """A digest of this package's code: a reading is as good as the code that read."""
    package = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
