"""Files in: what each is, by its bytes and not by its name; which are the same; and which cannot be worked on.

Nothing is lost on the way in: every file that was given is an original, a duplicate of one, or held with a reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf

from redactor.errors import InputError, UnreadableDocumentError, UnsupportedFormatError
from redactor.model import DocumentId, Held, Original

_HEAD = 1024
"""Bytes within which a PDF's header must begin (ISO 32000-1, annex H, note 13)."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
)
_NAMED: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an older Office document or an Outlook message"),
    (b"{\\rtf", "a rich text document"),
)
_DEEPEST_FAMILY = 3
"""Attachments of attachments that are followed; what lies deeper is held."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What came in: originals to work on, each once, and what is set aside."""

    originals: tuple[Original, ...]
    held: tuple[Held, ...]


def ingest(paths: Iterable[Path], attachments: Path, *, leave_out: Path, custodian: str | None = None) -> Intake:
    """Take in files and folders, folders with all that is in them, in the order of their names.

    PDFs attached to PDFs are written into ``attachments`` and become originals of the same family. ``leave_out`` is
    the output folder, which may lie inside a folder that is given. Raises InputError where nothing can be worked on.
    """
    originals: dict[DocumentId, Original] = {}
    held: list[Held] = []
    for path in _files(paths, leave_out):
        _take(path, str(path), originals, held, attachments)
    if not originals and not held:
        raise InputError("there is no PDF and no image in what was given")
    if not originals:
        raise InputError(f"none of the {len(held)} files given is a PDF or an image")
    taken = tuple(replace(original, custodian=custodian) for original in originals.values())
    return Intake(taken, tuple(held))


def _files(paths: Iterable[Path], leave_out: Path) -> Iterator[Path]:
    seen: set[Path] = set()
    outside = leave_out.resolve()
    for given in paths:
        if not given.exists():
            raise InputError(f"{given} does not exist")
        inside = sorted(given.rglob("*")) if given.is_dir() else [given]
        for path in inside:
            resolved = path.resolve()
            hidden = given.is_dir() and any(part.startswith(".") for part in path.relative_to(given).parts)
            if hidden or resolved in seen or not path.is_file() or resolved.is_relative_to(outside):
                continue
            seen.add(resolved)
            yield path


def _take(
    path: Path,
    source: str,
    originals: dict[DocumentId, Original],
    held: list[Held],
    attachments: Path,
    family: DocumentId | None = None,
    depth: int = 0,
) -> None:
    """One file, and the PDFs attached to it."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(0)
            document_id = DocumentId(hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        held.append(Held(source, None, "the file cannot be opened", UnreadableDocumentError.remedy))
        return
    if document_id in originals:
        known = originals[document_id]
        originals[document_id] = replace(known, duplicates=(*known.duplicates, source))
        return
    media_type = _media_type(head)
    if media_type is None:
        held.append(Held(source, document_id, _why_not(head), UnsupportedFormatError.remedy))
        return
    originals[document_id] = Original(document_id, source, path, media_type, family=family)
    if media_type == "application/pdf":
        _take_attachments(path, source, originals, held, attachments, family or document_id, depth)


def _media_type(head: bytes) -> str | None:
    if b"%PDF-" in head:
        return "application/pdf"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return next((media_type for signature, media_type in _SIGNATURES if head.startswith(signature)), None)


def _why_not(head: bytes) -> str:
    if not head:
        return "the file is empty"
    named = next((name for signature, name in _NAMED if head.startswith(signature)), "neither a PDF nor an image")
    return f"not a format that can be redacted: {named}"


def _take_attachments(
    path: Path,
    source: str,
    originals: dict[DocumentId, Original],
    held: list[Held],
    attachments: Path,
    family: DocumentId,
    depth: int,
) -> None:
    """Attached PDFs as originals of their own. What is no PDF is held: a responsive attachment must not vanish."""
    try:
        with pikepdf.open(path) as pdf:
            files = [attachment.get_file().read_bytes() for attachment in pdf.attachments.values()]
    except (pikepdf.PdfError, OSError, ValueError):
        return  # extract says why the PDF cannot be read
    for number, content in enumerate(files, 1):
        name = f"{source}#attachment-{number}"
        digest = DocumentId(hashlib.sha256(content).hexdigest())
        if depth >= _DEEPEST_FAMILY:
            held.append(Held(name, digest, "attached too deep inside other attachments", UnsupportedFormatError.remedy))
            continue
        attachments.mkdir(parents=True, exist_ok=True)
        copy = attachments / digest
        copy.write_bytes(content)
        _take(copy, name, originals, held, attachments, family, depth + 1)
