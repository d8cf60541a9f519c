"""The shape of a recognizer: patterns, validity, labels nearby; and no silent misses.

presidio's own ``PatternRecognizer`` catches a pattern's time-out, logs it and goes on, which is a miss that nobody
sees; ours raises. It also reports whole matches only; ours reports the group named ``id`` where a pattern has one, so
that the label beside a number stays readable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import ClassVar

import regex
from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redactor.detect.cues import INDEX, blind_to_breaks, cues_of, reach_of
from redactor.errors import DetectionError
from redactor.model import Category, Role

PATTERN_SECONDS = 20.0
"""Longest that one pattern may work on one passage. A page takes milliseconds; this is for the pathological."""

LABEL_REACH = 40
"""Code points before a value in which a label speaks for it (the usual width of a form's label column)."""

LABEL_BOOST = 0.35
"""What a label nearby adds to a score; presidio's own default for context words."""

DOUBT_COST = 0.3
"""What a failed check digit takes from a labelled claim: a typing error in a file must not become a miss."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One pattern. ``score`` without a label nearby; ``needs_label`` drops it where none is.

    The group ``id`` is the claim's span where the pattern has one; else the whole match is. A pattern with a group
    ``label`` brings its own label. ``cues`` are lower-case words of which the text must hold at least one for the
    pattern to match at all; they only spare time, and are read off the pattern where none are given. ``one_line``
    keeps a shape whose end is open out of the reading in which lines and cells are joined.
    """

    name: str
    pattern: str
    score: float
    ignore_case: bool = False
    needs_label: bool = False
    cues: tuple[str, ...] = ()
    one_line: bool = False


class Search:
    """A compiled pattern and where in a text it is worth running."""

    def __init__(self, name: str, pattern: str, *, ignore_case: bool = False) -> None:
        self._name = name
        self._pattern = regex.compile(pattern, regex.IGNORECASE if ignore_case else 0)
        self._blind = blind_to_breaks(pattern)
        self._reach = reach_of(pattern)
        self.cues = cues_of(pattern, ignore_case=ignore_case)
        INDEX.watch(self.cues or ())
        self.groups = frozenset(self._pattern.groupindex)

    def matches(self, text: str) -> list[regex.Match[str]]:
        """All matches in ``text``. Raises DetectionError where the pattern runs out of time."""
        return [match for start, end in self._windows(text) for match in self._run(text, start, end)]

    def both(self, text: str, flowed: str) -> tuple[list[regex.Match[str]], list[regex.Match[str]]]:
        """All matches in ``text`` and all in ``flowed``, which is ``text`` with its lines joined; a match that joined
        lines cannot change is not looked for again. Raises DetectionError where the pattern runs out of time."""
        once: list[regex.Match[str]] = []
        again: list[regex.Match[str]] = []
        for start, end in self._windows(text):
            found = self._run(text, start, end)
            once += found
            broken = not self._blind and ("\n" in text[start:end] or "\t" in text[start:end])
            again += self._run(flowed, start, end) if broken else found
        return once, again

    def _windows(self, text: str) -> tuple[tuple[int, int], ...]:
        return INDEX.windows(text, self.cues, self._reach)

    def _run(self, text: str, start: int, end: int) -> list[regex.Match[str]]:
        try:
            return list(self._pattern.finditer(text, start, end, timeout=PATTERN_SECONDS))
        except TimeoutError as error:
            raise DetectionError(f"pattern {self._name} ran out of time") from error


class IdentifierRecognizer(EntityRecognizer):
    """A category, its shapes, and the labels that speak for it. Subclasses set the class variables and the checks."""

    category: ClassVar[Category]
    also: ClassVar[tuple[Category, ...]] = ()
    """Further categories that ``category_of`` may answer."""
    shapes: ClassVar[tuple[Shape, ...]]
    labels: ClassVar[str | None] = None
    """A pattern (case ignored) for words that, within ``reach`` before the value, raise its score."""
    reach: ClassVar[int] = LABEL_REACH
    role: ClassVar[Role | None] = None
    crosses_lines: ClassVar[bool] = True
    """Whether a value may be split over lines or cells. Off for patterns whose end is open."""

    def __init__(self) -> None:
        entities = [self.category.value, *(category.value for category in self.also)]
        super().__init__(supported_entities=entities, name=type(self).__name__, supported_language="en")
        self._searches = [
            (shape, Search(f"{type(self).__name__}/{shape.name}", shape.pattern, ignore_case=shape.ignore_case))
            for shape in self.shapes
        ]
        self._cues = [frozenset(shape.cues) or search.cues for shape, search in self._searches]
        INDEX.watch(cue for shape in self.shapes for cue in shape.cues)
        self._label = regex.compile(self.labels, regex.IGNORECASE) if self.labels else None

    def load(self) -> None:
        """Nothing to load: patterns are compiled when the recognizer is made."""

    def valid(self, shape: Shape, value: str) -> bool:
        """Whether a value that has the shape can be one: ranges, counts. ``value`` is the claim's text."""
        return True

    def doubtful(self, shape: Shape, value: str) -> bool:
        """Whether a check digit fails. Such a value is dropped without a label, and scored lower with one."""
        return False

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Whether the words around ``text[start:end]`` allow the claim. For traps that only context gives away."""
        return True

    def extent(self, shape: Shape, text: str, start: int, end: int) -> tuple[int, int]:
        """The half-open claim that ``text[start:end]`` is the core of: a subclass may widen it by words around it."""
        return start, end

    def standing(self, text: str, start: int, end: int) -> float:
        """What the words around ``text[start:end]`` add to the score, where no label does; 0 unless a subclass asks."""
        return 0.0

    def category_of(self, text: str, start: int, end: int) -> Category:
        """The claim's category; ``category`` unless a subclass reads it from the words around."""
        return self.category

    def role_of(self, text: str, start: int, end: int) -> Role | None:
        """Whose the value is, where the words around or the value itself say so; ``role`` unless a subclass knows."""
        return self.role

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Claims in ``text`` (a shadow), and in the same text with lines joined. Offsets are the shadow's.

        Raises DetectionError where a pattern runs out of time.
        """
        awake = INDEX.awake(text, self._cues)
        if True not in awake:
            return []
        found: dict[tuple[int, int], RecognizerResult] = {}
        flowed = joined_lines(text) if self.crosses_lines else text
        later: list[tuple[Shape, Search, list[regex.Match[str]]]] = []
        for shape, search in compress(self._searches, awake):
            if flowed == text or shape.one_line:
                matches = search.matches(text)
            else:
                matches, again = search.both(text, flowed)
                if again:
                    later.append((shape, search, again))
            _keep_best(found, self._claims(shape, search, text, matches))
        for shape, search, matches in later:
            _keep_best(found, self._claims(shape, search, flowed, matches))
        return list(found.values())

    def _claims(
        self, shape: Shape, search: Search, text: str, matches: Iterable[regex.Match[str]]
    ) -> Iterator[RecognizerResult]:
        for match in matches:
            group = "id" if "id" in search.groups and match.group("id") is not None else 0
            start, end = _trimmed(text, *self.extent(shape, text, *match.span(group)))
            if start == end or not self.valid(shape, text[start:end]):
                continue
            labelled = self._labelled(match, text, start, told="label" in search.groups)
            doubtful = self.doubtful(shape, text[start:end])
            if (shape.needs_label or doubtful) and not labelled:
                continue
            if self.fits(shape, text, start, end):
                yield self._result(shape, text, (start, end), labelled=labelled, doubtful=doubtful)

    def _labelled(self, match: regex.Match[str], text: str, start: int, *, told: bool) -> bool:
        if told and match.group("label") is not None:
            return True
        return self._label is not None and bool(self._label.search(text, max(0, start - self.reach), start))

    def _result(
        self, shape: Shape, text: str, span: tuple[int, int], *, labelled: bool, doubtful: bool
    ) -> RecognizerResult:
        start, end = span
        standing = self.standing(text, start, end)
        score = min(1.0, shape.score + (LABEL_BOOST if labelled else standing)) - (DOUBT_COST if doubtful else 0.0)
        reason = f"shape {shape.name}" + ("; label nearby" if labelled else "")
        reason += "; in a sentence about one person" if standing else ""
        reason += "; check digit fails" if doubtful else ""
        return RecognizerResult(
            entity_type=self.category_of(text, start, end).value,
            start=start,
            end=end,
            score=max(0.05, score),
            analysis_explanation=AnalysisExplanation(
                recognizer=type(self).__name__,
                original_score=shape.score,
                pattern_name=shape.name,
                textual_explanation=reason,
            ),
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: type(self).__name__,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                "role": self.role_of(text, start, end),
            },
        )


def _keep_best(found: dict[tuple[int, int], RecognizerResult], results: Iterable[RecognizerResult]) -> None:
    for result in results:
        known = found.get((result.start, result.end))
        if known is None or known.score < result.score:
            found[result.start, result.end] = result


@lru_cache(maxsize=4)
def joined_lines(text: str) -> str:
    """The text with line ends and column gaps as blanks; offsets stay as they are."""
    return text.replace("\n", " ").replace("\t", " ")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks at its ends, which belong to no word."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
