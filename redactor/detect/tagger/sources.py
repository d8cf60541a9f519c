"""Other people's labelled texts that may be trained on, read into our own kinds. See ``model/CARD.md`` for licences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redactor.detect.tagger.corpus.piece import Labelled
from redactor.detect.tagger.labels import Kind

_TAB = {"PERSON": Kind.OTHER, "ORG": Kind.ORGANISATION, "LOC": Kind.PLACE, "DEM": Kind.DEMOGRAPHIC}
_WIKIGOLD = {"PERSON": Kind.OTHER}
_PRESIDIO = {"PERSON": Kind.OTHER, "STREET_ADDRESS": Kind.ADDRESS}
_UNCLEAR = frozenset({"ORG", "LOC", "MISC", "ORGANIZATION", "GPE"})
_PASSAGE = 2_500
"""Code points after which a long text is cut at a line end, so that a batch mixes sources."""


def tab(path: Path) -> Iterator[Labelled]:
    """The Text Anonymization Benchmark: persons always, other kinds only where an annotator would mask them."""
    for row in _rows(path):
        marks = [m for marks in row["annotations"].values() for m in marks if m["type"] in _TAB]
        kept = [m for m in marks if m["ident"] != "NO_MASK" or m["type"] == "PERSON"]
        yield from _cut(row["text"], [(m["start"], m["end"], _TAB[m["type"]]) for m in kept], [])


def wikigold(path: Path) -> Iterator[Labelled]:
    """Wikipedia sentences: persons; what the other kinds would be is left open."""
    yield from _simple(path, _WIKIGOLD)


def presidio(path: Path) -> Iterator[Labelled]:
    """Presidio's generated sentences: persons and addresses."""
    yield from _simple(path, _PRESIDIO)


def _simple(path: Path, kinds: dict[str, Kind]) -> Iterator[Labelled]:
    for row in _rows(path):
        marks = [m for marks in row["annotations"].values() for m in marks]
        spans = [(m["start"], m["end"], kinds[m["type"]]) for m in marks if m["type"] in kinds]
        unclear = [(m["start"], m["end"]) for m in marks if m["type"] in _UNCLEAR]
        yield from _cut(row["text"], spans, unclear)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _cut(text: str, spans: list[tuple[int, int, Kind]], blank: list[tuple[int, int]]) -> Iterator[Labelled]:
    """The text in passages, cut at line ends that no span crosses; overlapping spans give way to the earlier one."""
    ordered: list[tuple[int, int, Kind]] = []
    for span in sorted(spans):
        if not ordered or span[0] >= ordered[-1][1]:
            ordered.append(span)
    start = 0
    while start < len(text):
        end = len(text)
        if end - start > _PASSAGE:
            end = text.find("\n", start + _PASSAGE) + 1 or len(text)
            while any(s < end < e for s, e, _ in ordered):
                end = text.find("\n", end) + 1 or len(text)
        inside = tuple((s - start, e - start, k) for s, e, k in ordered if start <= s and e <= end)
        open_ = tuple((s - start, e - start) for s, e in blank if start <= s and e <= end)
        yield Labelled(text[start:end], inside, open_, roles=False)
        start = end
