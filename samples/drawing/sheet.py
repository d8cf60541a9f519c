"""Paper, pen and truth. Every text is drawn with its verdict in it, so that the truth follows from the drawing.

Marks inside a text: ``[[...]]`` must vanish from a production, ``<<...>>`` must stay; the rest says nothing either way.
Points of the page as displayed, origin top left, y downwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pymupdf

HELV, BOLD, ITALIC = "helv", "hebo", "heit"
TIMES, TIMES_BOLD, TIMES_ITALIC, COURIER = "tiro", "tibo", "tiit", "cour"
LEFT, RIGHT, TOP, FOOT = 48.0, 564.0, 48.0, 740.0  # FOOT leaves room for a legend and a Bates number
LEADING = 1.28
RULE = 0.6  # pt, the thin line of a printed form

_MARK = re.compile(r"\[\[(.+?)\]\]|<<(.+?)>>", re.DOTALL)
_GONE = "\u2588"


class DrawingError(Exception):
    """The drawing contradicts itself or runs out of paper: a mistake in the script, never in its input."""


def squeezed(text: str) -> str:
    """``text`` with every run of blanks and line ends as one blank: how truth is compared with an extracted text."""
    return " ".join(text.split())


def wrapped(text: str, width: float, font: str, size: float) -> list[str]:
    """Lines of ``text`` no wider than ``width`` points; a line feed in ``text`` always ends a line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and pymupdf.get_text_length(longer, fontname=font, fontsize=size) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


class Drawing:
    """One original under construction, and what a perfect production would take from it and leave in it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pdf = pymupdf.open()
        self.finish: list[Callable[[pikepdf.Pdf], None]] = []
        self.revise: Callable[[bytes], bytes] | None = None
        self._protected: dict[str, None] = {}
        self._must_stay: dict[str, None] = {}
        self._off_page: dict[str, dict[str, None]] = {}
        self._residue: list[str] = []

    def sheet(self, width: float = 612.0, height: float = 792.0) -> Sheet:
        """A new blank page."""
        return Sheet(self, self.pdf.new_page(width=width, height=height))

    def read(self, marked: str) -> str:
        """``marked`` without its marks; what they say is noted. Raises DrawingError where marks are nested or open."""
        plain = _MARK.sub(lambda match: match.group(1) or match.group(2), marked)
        if any(mark in plain for mark in ("[[", "]]", "<<", ">>")):
            raise DrawingError(f"{self.name}: marks are nested or left open: {marked!r}")
        for match in _MARK.finditer(marked):
            verdict, text = (self._protected, match.group(1)) if match.group(1) else (self._must_stay, match.group(2))
            verdict[squeezed(text)] = None
        self._residue.append(_MARK.sub(lambda match: match.group(2) or _GONE, marked))
        return plain

    def carry(self, address: str, marked: str) -> str:
        """``marked`` without its marks, noted as text that stands off the page at ``address``."""
        place = self._off_page.setdefault(address, {})
        place.update((squeezed(match.group(1)), None) for match in _MARK.finditer(marked) if match.group(1))
        return self.read(marked)

    def truth(self) -> dict[str, object]:
        """The verdicts, ready for JSON. Raises DrawingError where a protected text also stands unmarked."""
        residue = squeezed(" \u2502 ".join(self._residue))
        for text in self._protected:
            if text in residue:
                raise DrawingError(f"{self.name}: a protected text also stands unmarked: {text!r}")
        off_page = {address: sorted(texts) for address, texts in sorted(self._off_page.items())}
        return {"protected": sorted(self._protected), "must_stay": sorted(self._must_stay), "off_page": off_page}

    def save(self, folder: Path) -> Path:
        """Writes the PDF below ``folder``, byte for byte the same on every run: no clock, no random ids, no packing."""
        path = folder / self.name
        self.pdf.save(path, garbage=3, no_new_id=True)
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            for step in self.finish:
                step(pdf)
            pdf.save(path, deterministic_id=True, compress_streams=False, **PLAIN)
        if self.revise is not None:
            path.write_bytes(self.revise(path.read_bytes()))
        return path


PLAIN = {
    "object_stream_mode": pikepdf.ObjectStreamMode.disable,
    "stream_decode_level": pikepdf.StreamDecodeLevel.generalized,
}


class Sheet:
    """One page and the pen on it. ``y`` of a text is its baseline."""

    def __init__(self, drawing: Drawing, page: pymupdf.Page) -> None:
        self.drawing = drawing
        self.page = page
        self.height = float(page.rect.height)
        self.foot = self.height - (792.0 - FOOT)

    def text(self, x: float, y: float, marked: str, size: float = 9, font: str = HELV) -> float:
        """One line of text; returns the x where it ends."""
        return self._ink(x, y, self.drawing.read(marked), size, font)

    def centred(self, y: float, marked: str, size: float = 11, font: str = BOLD) -> None:
        """One line in the middle of the page."""
        plain = self.drawing.read(marked)
        width = pymupdf.get_text_length(plain, fontname=font, fontsize=size)
        self._ink((float(self.page.rect.width) - width) / 2, y, plain, size, font)

    def flush_right(self, x: float, y: float, marked: str, size: float = 9, font: str = HELV) -> None:
        """One line that ends at ``x``."""
        plain = self.drawing.read(marked)
        self._ink(x - pymupdf.get_text_length(plain, fontname=font, fontsize=size), y, plain, size, font)

    def prose(
        self, y: float, marked: str, size: float = 9, font: str = HELV, left: float = LEFT, right: float = RIGHT
    ) -> float:
        """Wrapped text whose first baseline is ``y``; returns the baseline that would come next."""
        for line in wrapped(self.drawing.read(marked), right - left, font, size):
            self._ink(left, y, line, size, font)
            y += size * LEADING
        return y

    def rule(self, y: float, left: float = LEFT, right: float = RIGHT, width: float = RULE) -> None:
        """A line across."""
        self.page.draw_line((left, y), (right, y), width=width)

    def box(self, x0: float, y0: float, x1: float, y1: float, fill: float | None = None) -> None:
        """A ruled rectangle, filled with a grey (0 black to 1 white) if asked."""
        shade = None if fill is None else (fill, fill, fill)
        self.page.draw_rect((x0, y0, x1, y1), width=RULE, fill=shade)

    def check(self, x: float, y: float, marked: str, ticked: bool = False, size: float = 9) -> float:
        """A check box with its words; returns the x where they end."""
        side = size * 0.85
        self.box(x, y - side + 1, x + side, y + 1)
        if ticked:
            self._ink(x + side * 0.14, y, "X", size * 0.9, BOLD)
        return self.text(x + side + 4, y, marked, size)

    def row(self, y: float, height: float, cells: Sequence[tuple[str, str, float]], size: float = 9) -> float:
        """A row of form cells (label, marked value, share of the width); returns the y of its lower edge.

        Labels are printed words of a form and must stay. Raises DrawingError where a value does not fit its cell.
        """
        x, whole = LEFT, sum(share for _, _, share in cells)
        for label, value, share in cells:
            width = (RIGHT - LEFT) * share / whole
            self.box(x, y, x + width, y + height)
            baseline = y + 8
            for line in wrapped(self.drawing.read(f"<<{label}>>"), width - 6, HELV, 6):
                self._ink(x + 3, baseline, line, 6, HELV)
                baseline += 7
            if value:
                lines = wrapped(self.drawing.read(value), width - 6, HELV, size)
                last = baseline + size * 0.55 + (len(lines) - 1) * size * 1.15
                widest = max(pymupdf.get_text_length(line, fontname=HELV, fontsize=size) for line in lines)
                if last > y + height - 1.5 or widest > width - 4:
                    raise DrawingError(f"{self.drawing.name}: the cell {label!r} is too small")
                for number, line in enumerate(lines):
                    self._ink(x + 3, baseline + size * 0.55 + number * size * 1.15, line, size, HELV)
            x += width
        return y + height

    def _ink(self, x: float, y: float, plain: str, size: float, font: str) -> float:
        if y > self.foot:
            raise DrawingError(f"{self.drawing.name}: page {self.page.number + 1} is full at {plain!r}")
        if plain:
            self.page.insert_text((x, y), plain, fontsize=size, fontname=font)
        return x + float(pymupdf.get_text_length(plain, fontname=font, fontsize=size))


class Letter:
    """Running text over as many sheets as it needs, with a heading and a page number on each."""

    leading = LEADING

    def __init__(self, drawing: Drawing, running_head: str = "", font: str = TIMES, size: float = 11) -> None:
        self.drawing, self.running_head, self.font, self.size = drawing, running_head, font, size
        self.left, self.right = 66.0, 546.0
        self._pages = 0
        self.turn()

    def line(self, marked: str, font: str | None = None, size: float | None = None, indent: float = 0) -> None:
        """A paragraph without room after it."""
        font, size = font or self.font, size or self.size
        for line in wrapped(self.drawing.read(marked), self.right - self.left - indent, font, size):
            if self.y > FOOT - 14:
                self.turn()
            self.sheet._ink(self.left + indent, self.y, line, size, font)
            self.y += size * self.leading

    def paragraph(self, marked: str, indent: float = 0) -> None:
        """A paragraph with half a line after it."""
        self.line(marked, indent=indent)
        self.space()

    def heading(self, marked: str) -> None:
        """A heading in bold that is never the last line of a sheet."""
        if self.y > FOOT - 80:
            self.turn()
        self.y += 4
        self.line(marked, TIMES_BOLD if self.font == TIMES else BOLD, self.size + 0.5)
        self.y += 3

    def item(self, lead: str, marked: str, indent: float = 92) -> None:
        """A paragraph hanging beside its lead, such as a date."""
        if self.y > FOOT - 3 * self.size * self.leading - 14:
            self.turn()
        self.sheet.text(self.left, self.y, lead, self.size, self.font)
        self.paragraph(marked, indent)

    def rule(self) -> None:
        """A line across."""
        self.sheet.rule(self.y - 6, self.left, self.right)
        self.y += 10

    def space(self, lines: float = 0.6) -> None:
        """Blank room, in lines."""
        self.y += lines * self.size * self.leading

    def turn(self) -> None:
        """Goes on with a new sheet."""
        self._pages += 1
        self.sheet = self.drawing.sheet()
        self.y = 72.0
        if self.running_head and self._pages > 1:
            self.sheet.text(self.left, 50, self.running_head, 8.5, self.font)
            self.sheet.flush_right(self.right, 50, f"Page {self._pages}", 8.5, self.font)
            self.sheet.rule(56, self.left, self.right)
            self.y = 80.0
