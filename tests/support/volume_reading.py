"""Reads a produced volume with libraries that did not write it, and says everything that its files say."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2

_THINNEST_BOX = 3.0
"""Points. A black rectangle that is thinner either way is a ruled line of the form, and hides nothing."""

_TAG = re.compile(r"<[^>]*>")


def squeezed(text: str) -> str:
    """Every run of blanks and line ends as one blank."""
    return " ".join(text.split())


def stands(value: str, text: str) -> bool:
    """Whether the value stands in squeezed text as words of its own, and not as a part of longer ones."""
    return re.search(rf"(?<![^\W_]){re.escape(squeezed(value))}(?![^\W_])", text) is not None


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


def said_by_pdf(path: Path) -> dict[str, str]:
    """What each reader finds in the file, squeezed."""
    return {
        "pdfium": pdfium_text(path),
        "pypdf": pypdf_text(path),
        "pikepdf": pikepdf_text(path),
        "bytes": squeezed(path.read_bytes().decode("latin-1")),
    }


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
    pending = found = 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        numbers = [float(o) for o in instruction.operands] if operator in ("g", "rg", "re") else []
        if operator == "q":
            kept.append(fill)
        elif operator == "Q":
            fill = kept.pop() if kept else fill
        elif operator in ("g", "rg"):
            fill = tuple(numbers)
        elif operator in ("k", "sc", "scn"):
            fill = (1.0,)  # the writer's boxes are set in RGB
        elif operator == "re":
            pending += min(abs(numbers[2]), abs(numbers[3])) >= _THINNEST_BOX
        elif operator in ("f", "F", "f*", "B", "B*", "b", "b*"):
            found += pending if not any(fill) else 0
            pending = 0
        elif operator in ("S", "s", "n"):
            pending = 0
    return found
