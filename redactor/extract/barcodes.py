"""Barcodes in the regions of a page that are not text: what they say becomes a passage that no page shows.

A form's PDF417 repeats what was typed into it, a driver licence's says all about its holder, a Code 128 on a notice is
a receipt number. The region stays unread, and so is covered whole; only the mark of a form's own edition, which says
nothing of anybody, may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pymupdf
import zxingcpp

from redactor.geometry import area, intersection
from redactor.model import Passage, Rect

_FORMATS = zxingcpp.BarcodeFormats(
    (
        zxingcpp.BarcodeFormat.PDF417,
        zxingcpp.BarcodeFormat.QRCode,
        zxingcpp.BarcodeFormat.DataMatrix,
        zxingcpp.BarcodeFormat.Aztec,
        zxingcpp.BarcodeFormat.Code128,
        zxingcpp.BarcodeFormat.Code39,
        zxingcpp.BarcodeFormat.ITF,
    )
)
"""Symbologies seen on agency forms, notices, licences, tickets and letters. Retail codes say what a thing costs."""

_SCALE = 3.0
"""Pixels a point: a module of a form's PDF417 is about a point wide, and three pixels are enough to read one."""

_LARGEST_SIDE = 1800
"""Pixels of the longer side beyond which a region is rendered smaller."""

_QUIET = 8.0
"""Points around a region that hold the empty margin which readers need."""

_LEAST_LENGTH, _LEAST_HEIGHT = 18.0, 5.0
"""Points under which nothing can be a barcode."""

_MOSTLY = 0.8
"""Share of a region that an edition's mark must fill for the region to be nothing else. Readers put a symbol's corners
inside its outer modules."""

_EDITION = re.compile(
    r"\s*(?:form\s)?[A-Z]{1,4}-?\d{1,4}[A-Z]{0,2}(?: ?Supp?\w* ?\w)?\|[\d/]{6,10}\|\d{1,3}\|?\s*", re.IGNORECASE
)
"""What a blank USCIS form's barcode says: form, edition, page."""

_LICENCE = re.compile(r"ANSI ?\d{6}|AAMVA\d{6}")
_ELEMENT = re.compile(r"(?:^|[\n\r\x1e]|(?<=DL)|(?<=ID))(?P<code>D[A-D][A-Z]|ZN[A-Z])(?P<value>[^\n\r\x1e]*)")
_LABELS = {
    "DAA": "Full name", "DCS": "Last name", "DAB": "Last name", "DAC": "First name", "DCT": "First name",
    "DAD": "Middle name", "DBB": "Date of birth", "DAQ": "Driver's license number", "DCF": "Document number",
    "DBN": "Alias", "DBG": "Alias", "DAU": "Height", "DAY": "Eyes", "DAZ": "Hair", "DCI": "Place of birth",
}  # fmt: skip
"""Elements of a licence (AAMVA DL/ID Card Design Standard, annex D) by the words of a form."""

_STREET, _PLACE = ("DAG", "DAH"), ("DAI", "DAJ", "DAK")
_DAY = re.compile(r"(\d{2})(\d{2})(\d{4})")


@dataclass(frozen=True, slots=True)
class Barcode:
    """What a barcode says, and where it stands in page space. Its text comes from the file: trust nothing in it."""

    untrusted_text: str
    box: Rect

    @property
    def edition(self) -> bool:
        """Whether it is only the mark of a blank form."""
        return _EDITION.fullmatch(self.untrusted_text) is not None


def barcodes(page: pymupdf.Page, regions: Sequence[Rect]) -> tuple[Barcode, ...]:
    """The barcodes in the regions (points of the page), region by region. Nothing is rendered where there is none."""
    return tuple(barcode for region in regions for barcode in _read(page, region))


def without_editions(regions: Sequence[Rect], found: Sequence[Barcode]) -> tuple[Rect, ...]:
    """The regions without those that hold a blank form's mark and nothing beside it."""
    marks = [barcode.box for barcode in found if barcode.edition]
    return tuple(
        region
        for region in regions
        if not any((shared := intersection(region, mark)) and area(shared) >= _MOSTLY * area(region) for mark in marks)
    )


def passages_of_barcodes(found: Sequence[Barcode], number: int) -> Iterator[Passage]:
    """A passage for each barcode of page ``number``, its text in a form's words where it is a licence's."""
    for place, barcode in enumerate(found, 1):
        if text := readable(barcode.untrusted_text):
            yield Passage(f"barcode:p{number}/{place}", text, number)


def readable(untrusted_text: str) -> str:
    """The text of a barcode with a driver licence's elements as labelled lines, and without control characters."""
    if _LICENCE.search(untrusted_text):
        untrusted_text = _licence(untrusted_text)
    lines = re.split(r"[\n\r\x1c-\x1e]+", untrusted_text)
    return "\n".join("".join(c for c in line if c.isprintable()) for line in lines).strip()


def _licence(text: str) -> str:
    elements = {match["code"]: match["value"].strip() for match in _ELEMENT.finditer(text)}
    lines = [f"{_LABELS[code]}: {_day(value)}" for code, value in elements.items() if code in _LABELS and value]
    street = " ".join(filter(None, (elements.get(code) for code in _STREET)))
    place = " ".join(filter(None, (elements.get(code) for code in _PLACE)))
    lines += [f"Address: {street}, {place}"] if street or place else []
    known = set(_LABELS) | {*_STREET, *_PLACE}
    return "\n".join(lines + [value for code, value in elements.items() if code not in known and value])


def _day(value: str) -> str:
    match = _DAY.fullmatch(value)
    return "/".join(match.groups()) if match else value


def _read(page: pymupdf.Page, region: Rect) -> Iterator[Barcode]:
    width, height = region.x1 - region.x0, region.y1 - region.y0
    if max(width, height) < _LEAST_LENGTH or min(width, height) < _LEAST_HEIGHT:
        return
    scale = min(_SCALE, _LARGEST_SIDE / (max(width, height) + 2 * _QUIET))
    clip = pymupdf.Rect(region.x0 - _QUIET, region.y0 - _QUIET, region.x1 + _QUIET, region.y1 + _QUIET) & page.rect
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csGRAY, clip=clip, annots=False)
    picture = memoryview(pixmap.samples).cast("B", (pixmap.height, pixmap.width))
    for result in zxingcpp.read_barcodes(picture, formats=_FORMATS, text_mode=zxingcpp.TextMode.Plain):
        corners = (
            result.position.top_left,
            result.position.top_right,
            result.position.bottom_right,
            result.position.bottom_left,
        )
        across = [pixmap.x / scale + corner.x / scale for corner in corners]
        down = [pixmap.y / scale + corner.y / scale for corner in corners]
        yield Barcode(result.text, Rect(min(across), min(down), max(across), max(down)))
