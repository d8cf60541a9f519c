"""Reads a produced volume with libraries that did not write it, and says everything that its files say."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2

_THINNEST_BOX = 1.5
"""Points. A black rectangle that is thinner either way is a ruled line of the form, and hides nothing."""

_TAG = re.compile(r"<[^>]*>")


def squeezed(text: str) -> str:
    """Every run of blanks and line ends as one blank."""
    return " ".join(text.split())


def stands(value: str, text: str) -> bool:
    """Whether the value stands in squeezed text as words of its own, and not as a part of longer ones."""
    wanted = squeezed(value)
    return wanted in text and re.search(rf"(?<![^\W_]){re.escape(wanted)}(?![^\W_])", text) is not None


def rows(path: Path) -> list[dict[str, str]]:
    """A CSV file's rows by column."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def pdfium_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return squeezed("\n".join(page.get_textpage().get_text_range() for page in pdf))


def pypdf_text(path: Path) -> str:
    return squeezed("\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages))


def pikepdf_text(path: Path) -> str:
    """Every string of every object, every stream decoded, and the strings that content streams show, run together."""
    said: list[str] = []
    with pikepdf.open(path) as pdf:
        for item in (*pdf.objects, pdf.trailer):
            said.extend(_strings(item, 0))
        for page in pdf.pages:
            said.append("".join(_shown(page.obj)))
    return squeezed("\n".join(said))


def _strings(item: Any, depth: int) -> Iterator[str]:
    if isinstance(item, pikepdf.Stream):
        try:
            data = item.read_bytes()
        except pikepdf.PdfError:
            data = item.read_raw_bytes()  # an image's own compression
        yield data.decode("latin-1")
        yield data.decode("utf-16-be", "ignore")
        parts: Any = item.stream_dict
    else:
        parts = item
    if isinstance(parts, pikepdf.String):
        yield str(parts)
    elif isinstance(parts, pikepdf.Dictionary):
        for key, value in parts.items():
            yield str(key)
            yield from _direct(value, depth)
    elif isinstance(parts, pikepdf.Array):
        for value in parts:
            yield from _direct(value, depth)


def _direct(value: Any, depth: int) -> Iterator[str]:
    """A value inside an object; one that is referred to is visited by itself."""
    if depth < 50 and not getattr(value, "is_indirect", False):
        yield from _strings(value, depth + 1)


def _shown(content: Any) -> Iterator[str]:
    for instruction in pikepdf.parse_content_stream(content):
        for operand in instruction.operands:
            for part in operand if isinstance(operand, pikepdf.Array) else [operand]:
                if isinstance(part, pikepdf.String):
                    yield str(part)
        if str(instruction.operator) in ("T*", "Td", "TD", "Tm", "ET", "'", '"'):
            yield "\n"


@cache
def said_by_pdf(path: Path) -> dict[str, str]:
    """What each reader finds in the file, squeezed."""
    return {
        "pdfium": pdfium_text(path),
        "pypdf": pypdf_text(path),
        "pikepdf": pikepdf_text(path),
        "bytes": squeezed(path.read_bytes().decode("latin-1")),
    }


@cache
def said_by_file(path: Path) -> str:
    """What any file of a volume says, squeezed; its name and the parts of a workbook included."""
    if path.suffix == ".pdf":
        return " \n ".join((path.name, *said_by_pdf(path).values()))
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as parts:
            raw = "\n".join(f"{name}\n{parts.read(name).decode('utf-8', 'replace')}" for name in parts.namelist())
        return squeezed(f"{path.name}\n{raw}\n{_TAG.sub(' ', raw)}")
    return squeezed(f"{path.name}\n{path.read_bytes().decode('utf-8', 'replace')}")


def files_of(folder: Path) -> list[Path]:
    """Every file below the folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def black_boxes(path: Path) -> int:
    """How many black rectangles are filled on the pages, as their content streams draw them."""
    with pikepdf.open(path) as pdf:
        return sum(_black_boxes(page.obj) for page in pdf.pages)


def _black_boxes(page: Any) -> int:
    fill: tuple[float, ...] = (0.0,)  # black until something else is set (ISO 32000-1, table 52)
    kept: list[tuple[float, ...]] = []
    shapes: list[list[tuple[float, float]]] = []
    found = 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "q":
            kept.append(fill)
        elif operator == "Q":
            fill = kept.pop() if kept else fill
        elif operator in ("g", "rg", "k", "sc", "scn"):
            # The writer's boxes are set in grey or RGB; black in another colour space is something else.
            fill = tuple(map(float, instruction.operands)) if operator in ("g", "rg") else (1.0,)
        elif operator == "re":
            x, y, width, height = map(float, instruction.operands)
            shapes.append([(x, y), (x + width, y + height)])
        elif operator == "m":
            shapes.append([_point(instruction.operands)])
        elif operator in ("l", "c", "v", "y") and shapes:
            shapes[-1].append(_point(instruction.operands))
        elif operator in _PAINTED:
            found += 0 if any(fill) or operator not in _FILLED else sum(map(_is_box, shapes))
            shapes = []
    return found


_FILLED = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_PAINTED = _FILLED | {"S", "s", "n"}


def _point(operands: Any) -> tuple[float, float]:
    return float(operands[-2]), float(operands[-1])


def _is_box(shape: list[tuple[float, float]]) -> bool:
    across, up = zip(*shape, strict=True)
    return bool(min(max(across) - min(across), max(up) - min(up)) >= _THINNEST_BOX)
