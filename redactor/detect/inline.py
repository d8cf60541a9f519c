"""Labels and values in one line: "Name: wen muster  DOB: 3/14/85  Country: Freedonia".

A recognizer of one identifier knows its own label and its own shape; here every label of the forms is known at once, so
a value ends where the next label begins and may be written anyhow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from redactor.detect.cell import Cell, claims_of
from redactor.detect.labels import CellLabel, label_of
from redactor.model import Category, Detection, DocumentId, Passage

_COLON = regex.compile(r"(?<=[\p{L}\p{N}#.)]) ?:(?=[ \t]|$)|(?<=#)(?= \w)")
_WORD = regex.compile(r"[^\s:;|]+")
_STOP = regex.compile(r"[;|]| {3,}|\t|(?<=\p{Ll}{3})\.(?= \p{Lu})")
_UNKNOWN = regex.compile(r"[ ,](?:\p{Lu}[\p{L}/#.'\-]*)(?: [\p{L}/#.'\-]+){0,2}$")
_COUNT = regex.compile(r"\d+(?![.)])")
_LABEL_WORDS = 6
"""Words of the longest label that stands in a line with its value."""

_VALUE_WORDS = 8
"""Words of a value; what is longer is a sentence."""

_LONG = frozenset({Category.ADDRESS, Category.EMPLOYER, Category.SCHOOL})
_LONG_WORDS = 16

_ELSEWHERE = regex.compile(
    r"(?i)by|first|middle|part|to|from|other|time|hour|non|nom|current|street|home|signature.*|siyati|contact|mobile|cell|counsel"
)
"""Labels of a cell that are everyday words before a colon."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    start: int
    """Where the label begins in the line."""
    value: int
    """Where the value may begin."""
    label: CellLabel | None


def inline_cells(document: DocumentId, passages: Sequence[Passage]) -> Iterator[Detection]:
    """Claims on values that follow their label and a colon on the line, in any passage."""
    for passage in passages:
        start = 0
        for line in passage.text.split("\n"):
            if ":" in line or "#" in line:
                yield from _line(document, passage, start, line)
            start += len(line) + 1


def _line(document: DocumentId, passage: Passage, start: int, line: str) -> Iterator[Detection]:
    labels = list(_labels(line))
    for number, this in enumerate(labels):
        if this.label is None:
            continue
        end = labels[number + 1].start if number + 1 < len(labels) else len(line)
        begin = this.value
        while begin < end and line[begin] in " \t_":
            begin += 1
        stop = _STOP.search(line, begin, end)
        end = stop.start() if stop else end
        value = line[begin:end].rstrip(" ,_-")
        most = _LONG_WORDS if this.label.category in _LONG else _VALUE_WORDS
        if value and len(value.split()) <= most:
            cell = Cell(document, passage.address, start + begin, value)
            yield from claims_of(cell, this.label, "behind")


def _labels(line: str) -> Iterator[_Labelled]:
    """Every colon with the label before it, known or not: a label that nobody knows ends a value too."""
    behind = 0
    for colon in _COLON.finditer(line):
        words = list(_WORD.finditer(line, behind, colon.start()))[-_LABEL_WORDS:]
        found = None
        for word in words:
            text = line[word.start() : colon.start()]
            if _COUNT.match(text):
                continue  # the end of the value before
            if (label := label_of(text)) and not _ELSEWHERE.fullmatch(text):
                found = _Labelled(word.start(), colon.end(), label)
                break
        if found is None and colon.group():
            unknown = _UNKNOWN.search(line, behind, colon.start())
            found = _Labelled(unknown.start() if unknown else colon.start(), colon.end(), None)
        if found is not None:
            behind = colon.end()
            yield found
