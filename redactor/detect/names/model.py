"""Names in prose, by a statistical model."""

from __future__ import annotations

import regex
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redactor.detect.names.shape import trimmed
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category
from redactor.vocabulary import NOT_NAMES, only_vocabulary, words_in

_MODEL = Shape("model", "", 0.5)
_LINE = regex.compile(r"[^\n\t]+")


class ModelNameRecognizer(IdentifierRecognizer):
    """A person's name as the spaCy model reads it: "Wen Muster told the officer", "Amadou Ejemplo's shop".

    Nothing is known of the person, so it claims little. A claim of form words only ("Date Signed") is let go, and one
    that runs over a line end is cut into its lines. Without capitals, and with digits inside, nothing is a name here.
    """

    category = Category.PERSON_NAME
    shapes = ()

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """The model's PERSON spans, trimmed."""
        results = []
        for entity in nlp_artifacts.entities if nlp_artifacts else ():
            if entity.label_ != "PERSON":
                continue
            for line in _LINE.finditer(text, entity.start_char, entity.end_char):
                start, end = trimmed(text, *line.span())
                while (
                    end > start
                    and (first := words_in(text[start:end]))
                    and _led_by_vocabulary(text[start:end], first[0])
                ):
                    start = text.index(first[0], start) + len(first[0])
                    start += len(text[start:end]) - len(text[start:end].lstrip(" .,:'"))
                value = text[start:end]
                if len(value) < 3 or only_vocabulary(value) or any(c.isdigit() for c in value):
                    continue
                if not any(word[0].isupper() for word in words_in(value)):
                    continue
                results.append(self._result(_MODEL, text, (start, end), labelled=False, doubtful=False))
        return results


def _led_by_vocabulary(value: str, first: str) -> bool:
    """Whether the claim begins with a form word, as in "Respondent Maria Ejemplo"."""
    return value.startswith(first) and first.lower() in NOT_NAMES and len(words_in(value)) > 1
