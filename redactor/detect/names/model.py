"""Names, addresses and other spans in prose, by the language model."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redactor.detect.language_model import Scored, scored
from redactor.detect.names.likeness import likeness, no_body
from redactor.detect.names.model_spans import category_of, reason_of, score_of
from redactor.detect.names.shape import trimmed
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.detect.tagger.labels import CATEGORIES
from redactor.lexicon import is_english
from redactor.model import Category
from redactor.vocabulary import NOT_NAMES, only_vocabulary, words_in

_LINE = regex.compile(r"[^\n\t]+")
_SURE = 0.85
"""Probability from which our own tagger is believed though every word is a form's or a court's (Precious Sunday)."""

_BODIES = frozenset({Category.EMPLOYER, Category.SCHOOL, Category.SERVICE_PROVIDER})


class ModelNameRecognizer(IdentifierRecognizer):
    """A span as the language model reads it: "Wen Muster told the officer", "works at Ejemplo Bakery".

    A claim of form words only ("Date Signed"), or of English in small letters, is let go unless our own tagger is sure, and a name that runs over a line end is cut into
    its lines. A role that the model reads is in the reason only. Digits alone are no name, nor is what ``likeness`` rules out.
    """

    category = Category.PERSON_NAME
    also = tuple(dict.fromkeys(c for c in CATEGORIES.values() if c is not Category.PERSON_NAME))
    shapes = ()

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """The model's spans, names among them trimmed."""
        results = []
        for entity in scored(nlp_artifacts) if nlp_artifacts else ():
            category = category_of(entity.label)
            if category is Category.PERSON_NAME:
                results += [self._claim(entity, category, text, span) for span in _names(text, entity)]
            elif category is not None and not (category in _BODIES and no_body(text[entity.start : entity.end])):
                results.append(self._claim(entity, category, text, (entity.start, entity.end)))
        return results

    def _claim(self, entity: Scored, category: Category, text: str, span: tuple[int, int]) -> RecognizerResult:
        shape = Shape("model", "", score_of(entity.probability))
        result = self._result(shape, text, span, labelled=False, doubtful=False)
        result.entity_type = category.value
        result.analysis_explanation.textual_explanation = reason_of(entity.label)
        return result


def _names(text: str, entity: Scored) -> Iterator[tuple[int, int]]:
    """The half-open offsets of the names in a person's span."""
    own = entity.label in CATEGORIES
    sure = own and entity.probability >= _SURE
    for line in _LINE.finditer(text, entity.start, entity.end):
        start, end = trimmed(text, *line.span(), told=sure)
        while (
            not sure
            and end > start
            and (first := words_in(text[start:end]))
            and _led_by_vocabulary(text[start:end], first[0])
        ):
            start = text.index(first[0], start) + len(first[0])
            start += len(text[start:end]) - len(text[start:end].lstrip(" .,:'"))
        value = text[start:end]
        if len(value) < 2 or not any(c.isalpha() for c in value):
            continue
        if not sure and (only_vocabulary(value) or (value.islower() and all(map(is_english, words_in(value))))):
            continue
        if not own and (any(c.isdigit() for c in value) or not any(word[0].isupper() for word in words_in(value))):
            continue
        if name := likeness(text, start, end):
            yield name


def _led_by_vocabulary(value: str, first: str) -> bool:
    """Whether the claim begins with a form word, as in "Respondent Maria Ejemplo"."""
    return value.startswith(first) and first.lower() in NOT_NAMES and len(words_in(value)) > 1
