"""Draws originals and their copies operator by operator, so that a test can say exactly what a bad writer left in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pikepdf
from paper import helvetica

from redactor.geometry import quad_of
from redactor.model import Check, DocumentId, Endorsement, LogCategory, Rect, RedactedCopy, Redaction
from redactor.verify import Expectation, WithheldValue, check
from redactor.verify.second_look import SECOND_LOOK

HEIGHT, WIDTH = 792, 612
NAME = "Marisol Quintanilla"
NUMBER = "A200-555-123"
VALUES = (WithheldValue(NAME, True), WithheldValue(NUMBER, True), WithheldValue("Quintanilla", True))
LABEL = "REDACTED – PROTECTED IDENTITY"
LEGEND = "CONFIDENTIAL - SUBJECT TO PROTECTIVE ORDER"
BOX = Rect(180, 60, 320, 78)
BEFORE = "The officer met"
AFTER = "at the courthouse door."

Change = Callable[[pikepdf.Pdf], None]


def words(x: float, y: float, text: str, *, size: float = 11, before: bytes = b"") -> bytes:
    """Text with its baseline at ``y`` points from the page's top."""
    shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT %s /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (before, size, x, HEIGHT - y, shown)


def box(rect: Rect = BOX, *, state: bytes = b"") -> bytes:
    """A black box."""
    across, up = rect.x1 - rect.x0, rect.y1 - rect.y0
    return b"q %s 0 g %g %g %g %g re f Q\n" % (state, rect.x0, HEIGHT - rect.y1, across, up)


def label(text: str = "REDACTED", rect: Rect = BOX) -> bytes:
    """The label in white, inside the box."""
    return b"q 1 g " + words(rect.x0 + 4, rect.y1 - 6, text, size=7) + b"Q\n"


def stamp(number: str) -> bytes:
    return words(470, 770, number, size=8) + words(72, 770, LEGEND, size=8)


def text_around() -> bytes:
    """What is produced: the words before and after the box, and a second line."""
    return words(72, 72, BEFORE) + words(330, 72, AFTER) + words(72, 100, "Nobody was hurt. Team 4 left at noon.")


def original_page() -> bytes:
    return text_around() + words(190, 72, NAME)


def copy_page(number: str = "NYICE0000001", *, extra: bytes = b"") -> bytes:
    return text_around() + box() + label() + extra + stamp(number)


def write_pdf(path: Path, pages: Sequence[bytes], *, change: Change | None = None, rotation: int = 0) -> Path:
    """A PDF that holds nothing but its pages, and then whatever ``change`` adds."""
    pdf = pikepdf.new()
    font = helvetica(pdf)
    for content in pages:
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(content)
        if rotation:
            page.obj.Rotate = rotation
    if change is not None:
        change(pdf)
    pdf.save(path, static_id=True, compress_streams=True)
    return path


def redaction(rect: Rect = BOX, page: int = 1) -> Redaction:
    return Redaction("r1", DocumentId("0" * 64), page, quad_of(rect), LABEL, LogCategory("N1"), ())


@dataclass(frozen=True)
class Drawn:
    """An original, a copy of it, and what to expect. ``with_`` replaces a part."""

    folder: Path
    originals: tuple[bytes, ...] = (original_page(),)
    copies: tuple[bytes, ...] = (copy_page(),)
    change: Change | None = None
    bytes_change: Callable[[bytes], bytes] = field(default=lambda data: data)
    redactions: tuple[Redaction, ...] = (redaction(),)
    numbers: tuple[str, ...] = ("NYICE0000001",)
    legend: str = LEGEND
    values: tuple[WithheldValue, ...] = VALUES
    expected: tuple[Expectation, ...] = ()
    slip_sheet: bool = False

    def with_(self, **parts: object) -> Drawn:
        return replace(self, **parts)  # type: ignore[arg-type]

    def files(self) -> tuple[RedactedCopy, Path]:
        flattened = write_pdf(self.folder / "original.pdf", self.originals)
        path = write_pdf(self.folder / "copy.pdf", self.copies, change=self.change)
        path.write_bytes(self.bytes_change(path.read_bytes()))
        endorsement = Endorsement(self.numbers, self.legend)
        texts = ("",) * len(self.copies)
        copy = RedactedCopy(DocumentId("0" * 64), path, endorsement, self.redactions, texts, self.slip_sheet)
        return copy, flattened

    def checks(self) -> tuple[Check, ...]:
        copy, flattened = self.files()
        return check(copy, flattened, self.values, self.expected)

    def failed(self) -> set[str]:
        """The names of the checks that fail; not the second renderer's, which repeats others where poppler is there."""
        return {each.name for each in self.checks() if not each.passed} - {SECOND_LOOK}
