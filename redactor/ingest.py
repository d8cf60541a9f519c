"""Files in: what each is, by its bytes and not by its name; which are the same; and which cannot be worked on.

Nothing is lost on the way in: every file that was given is an original, a duplicate of one, or held with a reason.
Only what lies hidden in a folder (a name that begins with a full stop) and what the program itself wrote are left out.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pikepdf

from redactor.errors import InputError, UnreadableDocumentError, UnsupportedFormatError
from redactor.model import DocumentId, Held, Original
from redactor.unpacking import MOST_ATTACHED, fits

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


def ingest(
    paths: Iterable[Path], attachments: Path, *, leave_out: Iterable[Path], custodian: str | None = None
) -> Intake:
    """Take in files and folders, folders with all that is in them, in the order of their names.

    PDFs attached to PDFs are written into ``attachments`` and become originals of the same family. ``leave_out`` are
    files and folders of the program's own, which may lie inside a folder that is given. Raises InputError where
    nothing can be worked on.
    """
    desk = _Desk(attachments)
    for path in _files(paths, leave_out):
        desk.take(path, _source(path))
    intake = desk.intake(custodian)
    if not intake.originals:
        raise InputError(_nothing(intake.held))
    return intake


def _nothing(held: tuple[Held, ...]) -> str:
    if not held:
        return "there is no PDF and no image in what was given"
    reasons = Counter(item.reason for item in held).most_common()
    listed = "; ".join(f"{count} × {reason}" for reason, count in reasons)
    return f"none of the {len(held)} files given is a PDF or an image: {listed}"


def _source(path: Path) -> str:
    """The path as text. The name of a file need not be text; what is not is written as an escape."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _files(paths: Iterable[Path], leave_out: Iterable[Path]) -> Iterator[Path]:
    """Every file given, each place once. What is there and cannot be opened is among them, to be held."""
    seen: set[Path] = set()
    ours = [path.resolve() for path in leave_out]
    for number, given in enumerate(paths, 1):
        if not given.exists():
            raise InputError(f"path {number} of those given does not exist")  # its name may carry an identifier
        for path in _inside(given) if given.is_dir() else (given,):
            place = path.parent.resolve() / path.name
            if place not in seen and not any(place.is_relative_to(path) for path in ours):
                seen.add(place)
                yield path


def _inside(folder: Path) -> Iterator[Path]:
    """The files below a folder by name, hidden ones left out. A folder that cannot be entered stands for its files."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in listing)
    except OSError:
        yield folder
        return
    for name, is_folder in entries:
        if name.startswith("."):
            continue
        # A link to a folder may lead in a circle or anywhere else, so it is not followed; it is held like a file.
        if is_folder:
            yield from _inside(folder / name)
        else:
            yield folder / name


@dataclass(slots=True)
class _Desk:
    """Where files are sorted as they come in."""

    attachments: Path
    originals: dict[DocumentId, Original] = field(default_factory=dict)
    held: list[Held] = field(default_factory=list)

    def take(self, path: Path, source: str, family: DocumentId | None = None, depth: int = 0) -> None:
        """One file, and the PDFs attached to it."""
        try:
            if not path.is_file():
                what = "a folder that cannot be entered, or a link to one" if path.is_dir() else "not a file to read"
                self.held.append(Held(source, None, what, UnreadableDocumentError.remedy))
                return
            with path.open("rb") as file:
                head = file.read(_HEAD)
                file.seek(0)
                document_id = DocumentId(hashlib.file_digest(file, "sha256").hexdigest())
        except OSError:
            self.held.append(Held(source, None, "the file cannot be opened", UnreadableDocumentError.remedy))
            return
        if document_id in self.originals:
            self._duplicate(document_id, source)
            return
        media_type = _media_type(head)
        if media_type is None:
            error = UnsupportedFormatError if head else UnreadableDocumentError
            self.held.append(Held(source, document_id, _why_not(head), error.remedy))
            return
        if depth > _DEEPEST_FAMILY:
            reason = "attached too deep inside other attachments"
            self.held.append(Held(source, document_id, reason, UnsupportedFormatError.remedy))
            return
        self.originals[document_id] = Original(document_id, source, path, media_type, family=family)
        if media_type == "application/pdf":
            self._take_attachments(path, source, family or document_id, depth)

    def intake(self, custodian: str | None) -> Intake:
        """All that was taken. What was held for lying too deep, and came in again elsewhere, is a duplicate."""
        held: list[Held] = []
        for item in self.held:
            if item.id is not None and item.id in self.originals:
                self._duplicate(item.id, item.source)
            else:
                held.append(item)
        taken = tuple(replace(original, custodian=custodian) for original in self.originals.values())
        return Intake(taken, tuple(held))

    def _duplicate(self, document_id: DocumentId, source: str) -> None:
        known = self.originals[document_id]
        self.originals[document_id] = replace(known, duplicates=(*known.duplicates, source))

    def _take_attachments(self, path: Path, source: str, family: DocumentId, depth: int) -> None:
        """Attached PDFs as originals of their own. What is no PDF is held: a responsive attachment must not vanish."""
        try:
            pdf = pikepdf.open(path)
        except (pikepdf.PdfError, pikepdf.PasswordError, OSError, *_MALFORMED):
            return  # extract says why the PDF cannot be read
        with pdf:
            for number, content in enumerate(_attached(pdf), 1):
                name = f"{source}#attachment-{number}"
                if content is None:
                    reason = "attached, and cannot be taken out of the PDF that carries it"
                    self.held.append(Held(name, None, reason, UnreadableDocumentError.remedy))
                    continue
                copy = self.attachments / hashlib.sha256(content).hexdigest()
                self.attachments.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(content)
                self.take(copy, name, family, depth + 1)


def _attached(untrusted: pikepdf.Pdf) -> Iterator[bytes | None]:
    """Each attached file's bytes, or None where it cannot be taken out: those of the document, then those that hang
    on a page as an annotation (ISO 32000-1, 7.11.4 and 12.5.6.15). The same stream is given once."""
    given: set[tuple[int, int]] = set()
    for specification in (*_of_document(untrusted), *_of_pages(untrusted)):
        try:
            stream = _embedded(specification)
            if stream.is_indirect and stream.objgen in given:
                continue
            given.add(stream.objgen)
            yield stream.read_bytes() if _bearable(stream) else None
        except (pikepdf.PdfError, *_MALFORMED):
            yield None


_MALFORMED = (AttributeError, KeyError, IndexError, TypeError, ValueError, RuntimeError)
"""What pikepdf raises where an object is not of the kind that the standard asks for."""


def _embedded(specification: pikepdf.Object | None) -> pikepdf.Object:
    if specification is None:
        raise KeyError("FS")
    files: Mapping[str, pikepdf.Object] = specification.EF  # type: ignore[assignment]
    for key in ("/UF", "/F", "/Unix", "/Mac", "/DOS"):
        if key in files:
            return files[key]
    raise KeyError("EF")


def _bearable(stream: pikepdf.Object) -> bool:
    """Whether the attached file can be unpacked: this process has no limit of memory."""
    given = stream.get("/Filter", ())
    filters = [str(each) for each in (given if isinstance(given, pikepdf.Array) else (given,) if given else ())]
    return fits(stream.read_raw_bytes(), filters, MOST_ATTACHED)


def _of_document(untrusted: pikepdf.Pdf) -> tuple[pikepdf.Object | None, ...]:
    try:
        return tuple(attachment.obj for attachment in untrusted.attachments.values())
    except (pikepdf.PdfError, *_MALFORMED):
        return (None,)


def _of_pages(untrusted: pikepdf.Pdf) -> Iterator[pikepdf.Object | None]:
    for page in untrusted.pages:
        try:
            annotations = [a for a in page.obj.get("/Annots", ()) if a.get("/Subtype") == "/FileAttachment"]
        except (pikepdf.PdfError, *_MALFORMED):
            continue  # no list of annotations: nothing that a reader would show
        for annotation in annotations:
            yield annotation.get("/FS")


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
