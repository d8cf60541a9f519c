"""Draws originals operator by operator, so that a test says exactly what stands where, and takes them through the
house: read, one text found and withheld, written, and doubted by readers other than the writer."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from redactor.extract import extract
from redactor.model import (
    BasisCode,
    Category,
    Check,
    Decision,
    Detection,
    Disposition,
    Document,
    DocumentId,
    Endorsement,
    Finding,
    FindingId,
    LogCategory,
    Original,
    RedactedCopy,
    Span,
)
from redactor.verify import WithheldValue, check
from redactor.write import PagePlan, plan, write

WIDTH, HEIGHT = 612.0, 792.0
SECRET = "Marisol Quintanilla"
LABEL = "REDACTED – PROTECTED IDENTITY"
LEGEND = "CONFIDENTIAL"
NOON = datetime(2020, 3, 2, 12, tzinfo=UTC)

Change = Callable[[Pdf, pikepdf.Page], None]


def words(x: float, y: float, text: str, *, size: float = 11, before: str = "", font: str = "F1") -> bytes:
    """Text with its baseline ``y`` points below the top of a page of the usual size."""
    shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    place = f"BT {before} /{font} {size:g} Tf 1 0 0 1 {x:g} {HEIGHT - y:g} Tm ".encode()
    return place + b"(" + shown + b") Tj ET\n"


def fill(x0: float, y0: float, x1: float, y1: float, colour: str = "0 g") -> bytes:
    """A filled rectangle, corners in points from the top left."""
    return f"q {colour} {x0:g} {HEIGHT - y1:g} {x1 - x0:g} {y1 - y0:g} re f Q\n".encode()


def helvetica(**more: object) -> Dictionary:
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding, **more
    )


def picture(pdf: Pdf, pixels: bytes, width: int, height: int, **more: object) -> Stream:
    """A grey image, 8 bits a pixel, row by row from the top."""
    stream = pdf.make_stream(b"")
    stream.write(zlib.compress(pixels), filter=Name.FlateDecode)
    image = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, ColorSpace=Name.DeviceGray,
        BitsPerComponent=8, **more,
    )  # fmt: skip
    for key, value in image.items():
        stream[key] = value
    return stream


def drawn(*pages: bytes, change: Change | None = None, size: tuple[float, float] = (WIDTH, HEIGHT)) -> bytes:
    """A PDF with these pages in Helvetica (F1); ``change`` is called with each page when it is drawn."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(helvetica())
    for content in pages:
        page = pdf.add_blank_page(page_size=size)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(content)
        if change is not None:
            change(pdf, page)
    buffer = io.BytesIO()
    pdf.save(buffer, static_id=True)
    return buffer.getvalue()


def original_of(data: bytes, folder: Path, *, media_type: str = "application/pdf", name: str = "a.pdf") -> Original:
    digest = DocumentId(hashlib.sha256(data).hexdigest())
    path = folder / f"{digest[:8]}.in"
    path.write_bytes(data)
    return Original(digest, name, path, media_type)


def read(data: bytes, folder: Path, **more: str) -> Document:
    """The document as extraction reads it."""
    return extract(original_of(data, folder, **more), folder)


def finding_of(document: Document, span: Span, number: int = 0, category: Category = Category.PERSON_NAME) -> Finding:
    claim = Detection(document.id, span, category, 0.9, "test", "named by the test")
    return Finding(FindingId(f"f{number}"), document.id, span, category, (claim,), "0" * 64)


def decision_of(
    finding: Finding,
    *,
    disposition: Disposition = Disposition.REDACT,
    log_category: str = "N1",
    label: str = LABEL,
    withheld: tuple[Span, ...] | None = None,
) -> Decision:
    spans = (finding.span,) if withheld is None else withheld
    basis = (BasisCode("1367"),)
    return Decision(
        finding.id, disposition, basis, LogCategory(log_category), label, spans, "rule:test/all", "because", NOON
    )


def spans_of(document: Document, text: str) -> tuple[Span, ...]:
    """Every place of the text, in every passage."""
    found = []
    for passage in document.passages:
        at = passage.text.find(text)
        while at >= 0:
            found.append(Span(passage.address, at, at + len(text)))
            at = passage.text.find(text, at + 1)
    return tuple(found)


@dataclass(frozen=True)
class Withheld:
    """A document from which some spans were withheld: its plans, its copy, and the copy's checks."""

    document: Document
    plans: tuple[PagePlan, ...]
    copy: RedactedCopy
    checks: tuple[Check, ...]

    @property
    def failed(self) -> list[str]:
        """The checks that did not pass, with their problems."""
        return [f"{each.name}: {problem}" for each in self.checks for problem in each.problems]

    @property
    def data(self) -> bytes:
        return self.copy.path.read_bytes()


def withhold(document: Document, spans: Sequence[Span], folder: Path, *, values: Sequence[str] = ()) -> Withheld:
    """The copy without the spans. ``values`` are what the checker looks for besides."""
    findings = [finding_of(document, span, number) for number, span in enumerate(spans)]
    plans = plan(document, findings, {finding.id: decision_of(finding) for finding in findings})
    numbers = tuple(f"TEST{n:05d}" for n in range(1, len(document.pages) + 1))
    copy = write(document, plans, Endorsement(numbers, LEGEND), folder)
    checks = check(copy, document.flattened, [WithheldValue(value, True) for value in values], ())
    return Withheld(document, plans, copy, checks)


def attacked(data: bytes, folder: Path, secret: str = SECRET) -> Withheld:
    """The original read, the secret withheld wherever it was found, the copy checked for it."""
    document = read(data, folder)
    return withhold(document, spans_of(document, secret), folder, values=(secret, secret.split()[-1]))


def everything_in(data: bytes) -> Iterator[bytes]:
    """The file's bytes, every stream decoded, and every object as it is written: where a text may lie."""
    yield data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, Stream):
                coded = ("/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode")
                kept = any(name in str(thing.get("/Filter")) for name in coded)
                yield thing.read_raw_bytes() if kept else thing.read_bytes()
            if isinstance(thing, pikepdf.Object):
                yield thing.unparse(resolved=True) if not isinstance(thing, Stream) else repr(thing).encode()


def leaks(data: bytes, secret: str = SECRET) -> list[str]:
    """Where independent readers still find a word of the secret. Empty is what a test wants."""
    found = []
    for word in secret.split():
        forms = (
            word.encode(),
            word.encode("utf-16-be"),
            word.encode().hex().encode(),
            word.encode().hex().upper().encode(),
        )
        if any(form in part for part in everything_in(data) for form in forms):
            found.append(f"bytes: {word}")
        texts = ["".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages), shown_text(data)]
        found += [f"text: {word}" for text in texts if word in text]
    return found


def shown_text(data: bytes) -> str:
    """What pdfium reads, page after page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def rendered(data: bytes, page: int = 1, scale: float = 2.0) -> list[list[int]]:
    """The page as pdfium paints it, grey levels, row by row."""
    with pypdfium2.PdfDocument(data) as pdf:
        image = pdf[page - 1].render(scale=scale, grayscale=True).to_pil().convert("L")
        width, height = image.size
        levels = image.tobytes()
        return [list(levels[row * width : (row + 1) * width]) for row in range(height)]


def ink(pixels: list[list[int]], x0: float, y0: float, x1: float, y1: float, scale: float = 2.0) -> int:
    """How many dark pixels lie in the rectangle (points)."""
    rows = pixels[max(0, int(y0 * scale)) : int(y1 * scale)]
    return sum(level < 128 for row in rows for level in row[max(0, int(x0 * scale)) : int(x1 * scale)])


def array(*values: object) -> Array:
    return Array(values)
