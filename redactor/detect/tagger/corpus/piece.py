"""A text in pieces: what is said, and which kind of span says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from redactor.detect.tagger.labels import Kind


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text. ``kind`` is the span's kind, or None outside of spans; one span is one piece."""

    text: str
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its spans: half-open code points, in order, never overlapping.

    ``blank`` are places of which the source does not say what they are. Without ``roles`` a person's kind is not known: any will do.
    """

    text: str
    spans: tuple[tuple[int, int, Kind], ...]
    blank: tuple[tuple[int, int], ...] = ()
    roles: bool = True


def joined(pieces: Iterable[Piece]) -> Labelled:
    """The pieces' text, and where the spans stand in it. Blanks at a span's ends are left out of it."""
    texts: list[str] = []
    spans: list[tuple[int, int, Kind]] = []
    at = 0
    for piece in pieces:
        texts.append(piece.text)
        inner = piece.text.strip()
        if piece.kind is not None and inner:
            start = at + piece.text.index(inner)
            spans.append((start, start + len(inner), piece.kind))
        at += len(piece.text)
    return Labelled("".join(texts), tuple(spans))
