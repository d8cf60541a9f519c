"""Draws small originals: a few lines a page, with what a test wants to hide in them. Everybody is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pikepdf

WIDTH, HEIGHT = 612, 792
LINE = 18

NOTICE = (
    "Notice to Appear",
    "Respondent: QUINTANILLA RUIZ, Marisol",
    "File No. A200-555-123",
    "Date of Birth: 03/14/1985",
    "Telephone: (917) 555-0142",
    "The respondent was served in person at the field office.",
)
NOTE = (
    "Memorandum to file",
    "Marisol Quintanilla Ruiz called about A 200 555 123.",
    "The provisions of 8 U.S.C. 1367 have been complied with.",
)
STAFFING = ("Courthouse staffing plan", "Two teams of four officers cover the five boroughs on weekdays.")

PROTECTED = ("Marisol", "QUINTANILLA", "Quintanilla", "A200-555-123", "200 555 123", "03/14/1985", "555-0142")
"""What no production of these pages may hold, and no message may say."""

MUST_STAY = ("Notice to Appear", "The respondent was served in person at the field office.", "Memorandum to file")


def helvetica(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The standard font that drawn test papers are set in; every reader has it."""
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )


def write_pdf(
    path: Path,
    pages: Sequence[Sequence[str]],
    *,
    password: str | None = None,
    attached: Mapping[str, bytes] | None = None,
    pinned: bytes | None = None,
) -> Path:
    """A PDF with one line of Helvetica for every text. ``attached`` hangs on the document, ``pinned`` on page 1."""
    pdf = pikepdf.new()
    font = helvetica(pdf)
    for lines in pages:
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(b"".join(_line(number, text) for number, text in enumerate(lines, 1)))
    for name, content in (attached or {}).items():
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)
    if pinned is not None:
        pdf.pages[0].obj.Annots = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.FileAttachment,
                    Rect=[500, 700, 520, 720],
                    FS=pikepdf.AttachedFileSpec(pdf, pinned, filename="pinned").obj,
                )
            ]
        )
    encryption = pikepdf.Encryption(user=password, owner=f"{password} of the owner") if password else None
    pdf.save(path, static_id=password is None, encryption=encryption or False)
    return path


def pdf_bytes(folder: Path, pages: Sequence[Sequence[str]]) -> bytes:
    """The same as bytes; ``folder`` is where it is drawn."""
    path = write_pdf(folder / "drawn.pdf", pages)
    content = path.read_bytes()
    path.unlink()
    return content


def _line(number: int, text: str) -> bytes:
    shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 11 Tf 1 0 0 1 72 %d Tm (%s) Tj ET\n" % (HEIGHT - 72 - LINE * number, shown)
