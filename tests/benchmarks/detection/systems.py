"""What is scored: the program itself, and others for comparison. Each says which code points of a page it would cover."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cache

from redactor.decide import Circumstances, RulePack, authorities, decide, load_packs, with_groups
from redactor.detect import detect
from redactor.matter.file import default_matter
from redactor.model import Document, Span
from redactor.resolve import findings_of, propagate, registry_of, with_roles

Covered = tuple[Span, ...]
System = Callable[[Document], Covered]

_KEY = b"one key is as good as another"
_NOW = datetime(2020, 2, 11, tzinfo=UTC)


class AbsentError(Exception):
    """A model or a folder of data that a command needs is not here."""


def system_of(name: str) -> System:
    """``program``, ``tagger``, ``spacy:MODEL`` or ``presidio``. Raises AbsentError where its model is not installed."""
    if name == "program":
        return covered_by_program
    if name == "tagger":
        return _tagger()
    if name == "presidio":
        return _presidio()
    if name.startswith("spacy:"):
        return _spacy(name.removeprefix("spacy:"))
    raise AbsentError(f"there is no system called {name}")


@cache
def _policy() -> tuple[tuple[RulePack, ...], Circumstances]:
    """The default rule packs, as in a matter whose file nobody has edited: every basis is assumed."""
    matter = default_matter()
    packs = load_packs(matter.packs, ())
    bases = with_groups(packs, matter.bases(authorities(packs)))
    return packs, Circumstances(matter.profile, matter.officers_withheld, bases)


def covered_by_program(document: Document) -> Covered:
    """What an unattended run would withhold of a matter that holds this document alone and has no roster."""
    packs, circumstances = _policy()
    known = {document.id: document}
    detections = with_roles(known, detect(document))
    registry = registry_of(known, detections, ())
    [(_, hits)] = propagate([document], registry)
    findings = findings_of(document, detections, hits, registry, _KEY)
    decisions = decide(findings, known, packs, circumstances, now=_NOW)
    return tuple(span for decision in decisions if decision.disposition.withholds for span in decision.withheld)


def _of_pages(document: Document, spans: Callable[[str], Iterable[tuple[int, int]]]) -> Covered:
    return tuple(
        Span(passage.address, start, end) for passage in document.passages for start, end in spans(passage.text)
    )


def _tagger() -> System:
    """The program's own model by itself, without patterns, structure or registry."""
    try:
        tagger = importlib.import_module("redactor.detect.tagger")
    except ImportError as error:
        raise AbsentError("the tagger is not part of this version") from error
    model = tagger.load()
    return lambda document: _of_pages(
        document, lambda text: [(entity.start_char, entity.end_char) for entity in model(text).ents]
    )


def _spacy(name: str) -> System:
    import spacy

    try:
        model = spacy.load(name, disable=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    except OSError:
        try:
            model = importlib.import_module(name).load()
        except ImportError as error:
            raise AbsentError(f"the spaCy model {name} is not installed") from error
    return lambda document: _of_pages(
        document,
        lambda text: [(entity.start_char, entity.end_char) for entity in model(text).ents if entity.label_ == "PERSON"],
    )


def _presidio() -> System:
    """presidio-analyzer with its default recognizers over spaCy's small English model."""
    analyzer = presidio_analyzer()
    return lambda document: _of_pages(
        document, lambda text: [(result.start, result.end) for result in analyzer.analyze(text, "en")]
    )


def presidio_analyzer():  # type: ignore[no-untyped-def]
    """An AnalyzerEngine as presidio's own documentation sets it up, over en_core_web_sm."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    try:
        provider = NlpEngineProvider(
            nlp_configuration={
                "nlp_engine_name": "spacy",
                "models": [{"lang_code": "en", "model_name": "en_core_web_sm"}],
            }
        )
        return AnalyzerEngine(nlp_engine=provider.create_engine())
    except (OSError, SystemExit) as error:
        raise AbsentError("spaCy's en_core_web_sm is not installed") from error
