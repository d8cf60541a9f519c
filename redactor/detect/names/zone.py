"""A zone recognizer: a part of the page whose layout tells where a name stands, whatever the name looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import regex
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redactor.detect.cues import INDEX, cues_of
from redactor.detect.names.shape import trimmed
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category, Role
from redactor.vocabulary import PARTICLES, TITLES, only_print, words_in

_EDGES = " \t\n\r,;:|*_\"'“”‘’«»()[]<>"
_TITLE = regex.compile(r"(\p{L}+)\.?[ ]+(?=\S)")
_HONOUR = regex.compile(
    r"(?:,? (?:Esq|Jr|Sr|M\.?D|Ph\.?D|J\.?D|LCSW|LMSW|MSW|R\.?N)\.?|,? ?\((?:ERO|ICE|CIV|USANYS|Fed|Contractor|US)[^)]*\))+$"
)
_MOST_WORDS = 7
"""Words of the longest name that people carry on a paper: three given names and four surnames."""


@dataclass(frozen=True, slots=True)
class Told:
    """A place that says a name stands here: half-open offsets of the text, whose, how sure, and which layout said so."""

    start: int
    end: int
    role: Role | None
    score: float
    shape: str


class ZoneRecognizer(IdentifierRecognizer):
    """Reads zones instead of patterns. Subclasses say in ``told`` where names stand; what cannot name anybody is let go
    here, and titles, quotation marks and degrees are cut off."""

    category: ClassVar[Category] = Category.PERSON_NAME
    shapes: ClassVar[tuple[Shape, ...]] = ()
    cues: ClassVar[regex.Pattern[str] | None] = None
    """What a text must hold for the zone to be looked for at all; it only spares time."""

    def __init__(self) -> None:
        super().__init__()
        self._telling = (
            cues_of(self.cues.pattern, ignore_case=bool(self.cues.flags & regex.IGNORECASE)) if self.cues else None
        )
        INDEX.watch(self._telling or ())

    def told(self, text: str) -> Iterator[Told]:
        """Where names stand in a text (a shadow)."""
        raise NotImplementedError

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """The zone's names."""
        if INDEX.awake(text, (self._telling,)) == [False] or (self.cues is not None and not self.cues.search(text)):
            return []
        results: list[RecognizerResult] = []
        seen: set[tuple[int, int]] = set()
        for place in self.told(text):
            span = named(text, place.start, place.end)
            if span is None or span in seen:
                continue
            seen.add(span)
            shape = Shape(place.shape, "", place.score)
            result = self._result(shape, text, span, labelled=False, doubtful=False)
            result.recognition_metadata["role"] = place.role
            results.append(result)
        return results


def named(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The half-open offsets of the name within ``[start, end)``, or None where nobody can be named there."""
    while start < end and text[end - 1].isspace():
        end -= 1
    shorter = trimmed(text, start, end, told=True)[1]
    end = end if not text[shorter:end].strip(".-") else shorter
    if (remark := text.find("(", start + 1, end)) >= 0:
        end = remark
    while start < end and text[start] in _EDGES:
        start += 1
    while (match := _TITLE.match(text, start, end)) and match[1].lower() in TITLES and match[1] not in PARTICLES:
        start = match.end()
    while True:
        before = end
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        if text[end - 1 : end] == "." and not regex.search(
            r"(?:^|[\s.\-])\p{L}\.$|\b(?:Jr|Sr|Md|Mst)\.$", text[start:end]
        ):
            end -= 1
        if honour := _HONOUR.search(text, start, end):
            end = honour.start()
        if end == before:
            break
    value = text[start:end]
    words = value.split()
    if not 1 <= len(words) <= _MOST_WORDS or sum(c.isalpha() for c in value) < 2:
        return None
    if any(c.isdigit() or c in "@/=<>" for c in value) or only_print(value):
        return None
    return start, end


def written_as_name(value: str) -> bool:
    """Whether every word is capitalised, a particle or an initial, the way names stand in writing with capitals."""
    words = value.replace(",", " ").split()
    return (
        bool(words)
        and all(w[0].isupper() or w.lower().strip(".") in PARTICLES or not w[0].isalpha() for w in words)
        and any(w[0].isupper() for w in words_in(value))
    )
