"""One copy: every check in order, and the gate that turns a copy into a verified copy."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from redactor.errors import ResidueError
from redactor.model import Check, RedactedCopy, VerifiedCopy
from redactor.verify.drawn_text import drawing_pages
from redactor.verify.objects import CopyObjects, UnreadableObjectsError, copy_objects
from redactor.verify.pages import shown
from redactor.verify.painted import UnpaintableError, painted_file
from redactor.verify.readers import poppler_texts, pypdf_texts
from redactor.verify.residue import (
    Search,
    font_texts,
    residue_in_bytes,
    residue_in_content,
    residue_in_objects,
    residue_in_streams,
    residue_in_text,
    said_by,
    search_for,
)
from redactor.verify.second_look import second_look
from redactor.verify.structure import (
    allowed_keys,
    no_leftovers,
    nothing_described,
    nothing_invisible,
    one_revision,
    plain_images,
)
from redactor.verify.values import Expectation, WithheldValue

_PAGE = re.compile(r"page (\d+)")


class FailedCopyError(ResidueError):
    """A copy failed. ``checks`` are all its checks; the message names the failed ones and their pages."""

    def __init__(self, message: str, *, remedy: str | None = None, checks: tuple[Check, ...] = ()) -> None:
        super().__init__(message, remedy=remedy)
        self.checks = checks

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuilt, (str(self), self.remedy, self.checks))


def _rebuilt(message: str, remedy: str, checks: tuple[Check, ...]) -> FailedCopyError:
    return FailedCopyError(message, remedy=remedy, checks=checks)


def verify(
    copy: RedactedCopy, flattened: Path, values: Sequence[WithheldValue], expected: Sequence[Expectation]
) -> VerifiedCopy:
    """The copy with its checks, all passed. ``flattened`` is the PDF that it was made from; ``values`` are those of the
    whole matter (the same tuple for every copy, so that it is prepared once); ``expected`` says what may still stand.

    Raises FailedCopyError (a ResidueError) naming checks and pages, never values.
    """
    # The hash is of the bytes that were checked: taken first, and compared after the last reader is done.
    digest = _sha256(copy.path)
    checks = check(copy, flattened, values, expected)
    if _sha256(copy.path) != digest:
        checks = (*checks, Check("file at rest", ("document: changed while it was checked",)))
    failed = [each for each in checks if not each.passed]
    if failed:
        named = "; ".join(f"{each.name}{_pages(each)}" for each in failed)
        raise FailedCopyError(f"{copy.document[:12]}: failed {named}", checks=checks)
    return VerifiedCopy(copy, checks, digest)


def check(
    copy: RedactedCopy, flattened: Path, values: Sequence[WithheldValue], expected: Sequence[Expectation]
) -> tuple[Check, ...]:
    """All checks of one copy, passed or not. A file that a reader cannot open fails that reader's check."""
    search = search_for(values, expected)
    data = copy.path.read_bytes()
    checks = [one_revision(data), residue_in_bytes(data, search)]
    units: tuple[float, ...] = ()
    suspects: frozenset[int] = frozenset()
    try:
        with copy_objects(copy.path) as objects:
            units = objects.units
            suspects = drawing_pages(objects)
            checks += _stored(objects, data, search, frozenset(copy.pictures))
    except UnreadableObjectsError:
        checks.append(Check("opens with pikepdf", ("document: cannot be opened",)))
    checks += _read(copy.path, search)
    try:
        with painted_file(copy.path, units) as pages:
            checks += shown(copy, pages, flattened, search, suspects)
            if not copy.slip_sheet and (again := second_look(copy, pages)) is not None:
                checks.append(again)
    except UnpaintableError:
        checks.append(Check("opens with pdfium", ("document: cannot be opened",)))
    return tuple(checks)


def _stored(objects: CopyObjects, data: bytes, search: Search, pictures: frozenset[int]) -> Iterator[Check]:
    """What the file holds, whether it is shown or not."""
    said = tuple(said_by(objects))
    yield residue_in_objects(objects, search)
    yield residue_in_content(said, search)
    yield residue_in_streams(objects, search)
    yield font_texts(objects, search)
    yield no_leftovers(objects, data)
    yield allowed_keys(objects)
    yield nothing_invisible(said, pictures)
    yield nothing_described(said)
    yield plain_images(objects)


def _read(path: Path, search: Search) -> Iterator[Check]:
    """What readers other than pdfium read. Weak values are left to pdfium: others cut words apart differently."""
    yield residue_in_text("pypdf", pypdf_texts(path), search)
    poppler = poppler_texts(path)
    if poppler is not None:
        yield residue_in_text("poppler", poppler, search)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pages(failed: Check) -> str:
    numbers = sorted({int(match.group(1)) for match in map(_PAGE.match, failed.problems) if match})
    return f" (page {', '.join(map(str, numbers))})" if numbers else ""
