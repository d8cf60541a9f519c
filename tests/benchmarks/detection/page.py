"""A paper as the extractor would hand it over: pages whose words have places, columns lined up under each other."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from redactor.extract.doc_type import doc_type_of
from redactor.geometry import quad_of
from redactor.model import Document, DocumentId, Page, Passage, Rect, Word
from tests.benchmarks.detection.templates import Paper

_PITCH, _LEADING, _HEIGHT = 5.0, 12.0, 10.0  # points a letter, a line and a glyph's box take
_MARGIN = 36.0
_GAP = 3  # letters between columns
_WORD = re.compile(r"\S+")


def document_of(paper: Paper) -> Document:
    """The paper as a document. Its id is a hash of the text, so equal papers are one document."""
    return typed_document(paper.pages, hashlib.sha256("\f".join(paper.pages).encode()).hexdigest())


def typed_document(texts: Sequence[str], identity: str) -> Document:
    """A document with one passage a page (``p1``, ``p2`` …), typed in a fixed pitch; ``identity`` is 64 hex digits.

    Lines with tabs that follow each other make a table: their columns are as wide as their widest cell.
    """
    passages = tuple(Passage(f"p{number}", text, number, tuple(_words(text))) for number, text in enumerate(texts, 1))
    pages = tuple(
        Page(number, _width(passage), max(792.0, 2 * _MARGIN + _LEADING * (1 + passage.text.count("\n"))))
        for number, passage in enumerate(passages, 1)
    )
    return Document(DocumentId(identity), pages, passages, Path("flattened.pdf"), doc_type=doc_type_of(passages))


def _width(passage: Passage) -> float:
    return max(612.0, _MARGIN + max((word.quad.ur[0] for word in passage.words), default=0.0))


def _words(text: str) -> Iterator[Word]:
    ordinal = 0
    start = 0
    lines = text.split("\n")
    columns = _columns(lines)
    for row, line in enumerate(lines):
        stops, cell_start = columns[row], 0
        for column, cell in enumerate(line.split("\t")):
            for match in _WORD.finditer(cell):
                left = _MARGIN + (stops[column] + match.start()) * _PITCH
                top = _MARGIN + row * _LEADING
                length = len(match.group())
                quad = quad_of(Rect(left, top, left + length * _PITCH, top + _HEIGHT))
                begin = start + cell_start + match.start()
                edges = tuple(step / length for step in range(length + 1))
                yield Word(begin, begin + length, quad, edges, ordinal)
                ordinal += 1
            cell_start += len(cell) + 1
        start += len(line) + 1


def _columns(lines: Sequence[str]) -> list[list[int]]:
    """Where each cell of each line begins, in letters from the margin."""
    begins: list[list[int]] = []
    row = 0
    while row < len(lines):
        end = row + 1
        while "\t" in lines[row] and end < len(lines) and "\t" in lines[end]:
            end += 1
        block = [line.split("\t") for line in lines[row:end]]
        widths = [0] * max(len(cells) for cells in block)
        for cells in block:
            for column, cell in enumerate(cells):
                if column < len(cells) - 1 or len(cells) == len(widths):
                    widths[column] = max(widths[column], len(cell))
        for cells in block:
            stops = [0]
            for width in widths[: len(cells) - 1]:
                stops.append(stops[-1] + width + _GAP)
            begins.append(stops)
        row = end
    return begins
