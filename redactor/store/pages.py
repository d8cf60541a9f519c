"""The words of one page, without reading the document's thousand others: a file a document, with an index in front.

    8 bytes: length of the index; the index (JSON, compressed); then each part (JSON, compressed) where it says.

The parts are the document's passages, and the plain text of all pages together, for searching.
"""

from __future__ import annotations

import json
import os
import tempfile
import zlib
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from pydantic import TypeAdapter, ValidationError

from redactor.errors import InputError
from redactor.model import Document, DocumentId, Passage

_PASSAGE = TypeAdapter(Passage)
_DOCUMENT = TypeAdapter(Document)
_LENGTH = 8
_LEVEL = 1
_DOCUMENTS = 64
"""Indexes kept in memory."""

_PAGES_TEXT = "text of all pages"
_FURNITURE = "document"


@dataclass(frozen=True, slots=True)
class _Index:
    places: Mapping[str, tuple[int, int]]
    by_page: Mapping[int, tuple[str, ...]]
    modified: int


class PageCache:
    """Pages in the folder of the readings. Raises InputError where a document's file is gone or damaged."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._indexes: OrderedDict[DocumentId, _Index] = OrderedDict()
        self._lock = Lock()

    def put(self, document: Document) -> None:
        """Keep a document's passages: written beside, then moved into place."""
        parts = {passage.address: _PASSAGE.dump_json(passage) for passage in document.passages}
        texts = [[p.page, p.text] for p in document.passages if p.page is not None and p.address == f"p{p.page}"]
        parts[_PAGES_TEXT] = json.dumps(texts, ensure_ascii=False).encode()
        parts[_FURNITURE] = _DOCUMENT.dump_json(replace(document, passages=()))
        pages = {p.address: p.page for p in document.passages}
        packed = {name: zlib.compress(part, _LEVEL) for name, part in parts.items()}
        at = 0
        index: dict[str, list[int | None]] = {}
        for name, part in packed.items():
            index[name] = [at, len(part), pages.get(name)]
            at += len(part)
        front = zlib.compress(json.dumps(index).encode(), _LEVEL)
        handle, beside = tempfile.mkstemp(dir=self._folder, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(len(front).to_bytes(_LENGTH, "big"))
            file.write(front)
            file.writelines(packed.values())
        Path(beside).replace(self._path(document.id))

    def passage(self, document: DocumentId, address: str) -> Passage:
        """The passage at ``address``."""
        return self._passages(document, (address,))[0]

    def page(self, document: DocumentId, number: int) -> tuple[Passage, ...]:
        """The passages that belong to one page."""
        return self._passages(document, self._index(document).by_page.get(number, ()))

    def furniture(self, document: DocumentId) -> Document:
        """The document without its passages: its pages, its kind, its flattened PDF."""
        return _DOCUMENT.validate_json(self._part(document, _FURNITURE))

    def texts(self, document: DocumentId) -> Sequence[tuple[int, str]]:
        """The text of every page as read, with its number."""
        return [(page, text) for page, text in json.loads(self._part(document, _PAGES_TEXT))]

    def _passages(self, document: DocumentId, addresses: Sequence[str]) -> tuple[Passage, ...]:
        try:
            return tuple(_PASSAGE.validate_json(self._part(document, address)) for address in addresses)
        except ValidationError:
            raise _gone(document) from None

    def _part(self, document: DocumentId, name: str) -> bytes:
        index = self._index(document)
        if name not in index.places:
            raise _gone(document)
        at, length = index.places[name]
        try:
            with self._path(document).open("rb") as file:
                file.seek(at)
                return zlib.decompress(file.read(length))
        except (OSError, zlib.error):
            raise _gone(document) from None

    def _index(self, document: DocumentId) -> _Index:
        path = self._path(document)
        try:
            modified = path.stat().st_mtime_ns
            with self._lock:
                known = self._indexes.get(document)
                if known is not None and known.modified == modified:
                    self._indexes.move_to_end(document)
                    return known
            index = _read_index(path, modified)
        except (OSError, ValueError, zlib.error):
            raise _gone(document) from None
        with self._lock:
            self._indexes[document] = index
            while len(self._indexes) > _DOCUMENTS:
                self._indexes.popitem(last=False)
        return index

    def _path(self, document: DocumentId) -> Path:
        return self._folder / f"{document}.pages"


def _read_index(path: Path, modified: int) -> _Index:
    with path.open("rb") as file:
        length = int.from_bytes(file.read(_LENGTH), "big")
        index = json.loads(zlib.decompress(file.read(length)))
    start = _LENGTH + length
    by_page: dict[int, list[str]] = {}
    for name, (_, _, page) in index.items():
        if page is not None:
            by_page.setdefault(page, []).append(name)
    return _Index(
        places={name: (start + at, size) for name, (at, size, _) in index.items()},
        by_page={page: tuple(names) for page, names in by_page.items()},
        modified=modified,
    )


def _gone(document: DocumentId) -> InputError:
    return InputError(
        f"the words of document {document[:12]} are gone, or were read by another version of the program",
        remedy="Run `redactor scan` again.",
    )
