"""What is scored: the program itself, and others for comparison. Each says which code points of a page it would cover."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from redactor.model import Document, Span
from tests.benchmarks.detection.absent import AbsentError
from tests.benchmarks.detection.presidio_alone import presidio
from tests.benchmarks.detection.program import outcome_of

System = Callable[[Document], tuple[Span, ...]]


@contextmanager
def system_of(name: str) -> Iterator[System]:
    """``program``, ``tagger``, ``spacy:MODEL`` or ``presidio``. Raises AbsentError where its model is not installed.

    The program works on each document as on a matter of its own.
    """
    if name == "program":
        yield lambda document: outcome_of([document]).withheld()
    elif name == "tagger":
        yield _tagger()
    elif name == "presidio":
        with presidio() as running:
            yield lambda document: _of_pages(document, lambda text: running.analyze(text)[0])
    elif name.startswith("spacy:"):
        yield _spacy(name.removeprefix("spacy:"))
    else:
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
