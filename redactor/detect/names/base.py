"""A name recognizer: patterns with a role each, values cut to the name, words that name nobody let go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress
from typing import ClassVar

import regex
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redactor.detect.cues import INDEX
from redactor.detect.names.likeness import heading
from redactor.detect.names.shape import trimmed
from redactor.detect.recognizer import IdentifierRecognizer, Search, Shape
from redactor.model import Category, Role
from redactor.offices import office_called
from redactor.vocabulary import PARTICLES, TITLES, only_print, only_vocabulary


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern whose group ``id`` is a name, what it says of the person, and how sure it is."""

    name: str
    pattern: str
    role: Role | None
    """Of a pattern with a group ``title`` or ``letters``, only where the title is not known."""
    score: float
    least_words: int = 1
    anchored_behind: bool = False
    """What tells the name stands behind it, so of two lines the last one is the name's."""
    told: bool = False
    """The place says that this is a name, whatever its words are: nothing is trimmed from it."""


class NameRecognizer(IdentifierRecognizer):
    """Runs its patterns over the text and reports each name once a pattern. Subclasses set ``patterns``."""

    category = Category.PERSON_NAME
    shapes: ClassVar[tuple[Shape, ...]] = ()
    patterns: ClassVar[Iterable[NamePattern]] = ()

    def __init__(self) -> None:
        super().__init__()
        self._patterns = [
            (
                item,
                Shape(item.name, item.pattern, item.score),
                Search(f"{type(self).__name__}/{item.name}", item.pattern),
            )
            for item in self.patterns
        ]
        self._pattern_cues = [search.cues for _, _, search in self._patterns]

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Each pattern's names. Raises DetectionError where a pattern runs out of time."""
        results = []
        awake = INDEX.awake(text, self._pattern_cues)
        for item, shape, search in compress(self._patterns, awake):
            for match in search.matches(text):
                start, end = trimmed(text, *match.span("id"), told=item.told, keep_last=item.anchored_behind)
                start = _past_titles(text, start, end)
                value = text[start:end]
                if (
                    end - start < 2
                    or (only_print(value) if item.told else only_vocabulary(value))
                    or len(value.split()) < item.least_words
                    or (not item.told and heading(value))
                ):
                    continue
                result = self._result(shape, text, (start, end), labelled=False, doubtful=False)
                result.recognition_metadata["role"] = _role_told(match) or item.role
                results.append(result)
        return results


def _role_told(match: regex.Match[str]) -> Role | None:
    """The role that a title inside the match gives."""
    told = match.groupdict()
    if told.get("letters"):
        return Role.JUDGE
    office = office_called(told["title"]) if told.get("title") else None
    return office.role if office else None


_TITLE = regex.compile(r"(\p{L}+)\.?[ \n]+")


def _past_titles(text: str, start: int, end: int) -> int:
    """Where the name begins behind titles that the pattern took along ("SDDO J. SAMPLE" after a role word)."""
    while (match := _TITLE.match(text, start, end)) and match[1].lower() in TITLES:
        if match[1] in PARTICLES:
            break
        start = match.end()
    return start
