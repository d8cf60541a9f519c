"""The one door to presidio-analyzer. What comes out are our own detections.

presidio is used for its registry of recognizers and its NLP engine. Four habits of it are turned off here because
each would be a silent miss or a call to the network: it fetches a model that is missing (see ``language_model``), its
pattern recognizer swallows time-outs (ours raises), its e-mail recognizer asks for a list of suffixes (ours does not),
and it drops a claim that a better one of the same category covers (ours may give another role: "her husband, Officer
Ejemplo").
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import lru_cache

from presidio_analyzer import RecognizerRegistry, RecognizerResult
from threadpoolctl import threadpool_limits

from redactor.detect.identifiers import ALL as IDENTIFIERS
from redactor.detect.language_model import LANGUAGE, LanguageModelEngine
from redactor.detect.memory import Claim, LineMemory
from redactor.detect.names import ALL as NAMES
from redactor.model import OWN_LANGUAGE_MODEL, Category, Detection, Document, Passage, Span
from redactor.plugins import Group, load, names
from redactor.shadow import Shadow, shadow

_LONGEST = 90_000
"""Code points handed to the model at once; longer passages (attachments, XMP) are cut at a line end."""


class _Reader:
    """All recognizers with one language model, and what they remember. Making it costs seconds."""

    def __init__(self, language_model: str) -> None:
        logging.getLogger("presidio-analyzer").setLevel(logging.CRITICAL)
        threadpool_limits(1)  # workers share the machine: more threads of linear algebra only fight over the cores
        nlp = LanguageModelEngine(language_model)
        nlp.load()
        plugins = [load(Group.RECOGNIZERS, name) for name in names(Group.RECOGNIZERS)]
        made = [recognizer() for recognizer in (*IDENTIFIERS, *NAMES, *plugins)]
        registry = RecognizerRegistry(recognizers=made, supported_languages=[LANGUAGE])
        self._recognizers = registry.get_recognizers(LANGUAGE, all_fields=True)
        self._entities = registry.get_supported_entities([LANGUAGE])
        self._nlp = nlp
        self._memory = LineMemory()

    def claims(self, text: str) -> Sequence[Claim]:
        """All recognizers' claims on a text."""
        return self._memory.claims(text, self._read)

    def _read(self, text: str) -> Sequence[Claim]:
        plain = shadow(text)
        if not plain.text.strip():
            return ()
        artifacts = self._nlp.process_text(plain.text, LANGUAGE)
        results: list[RecognizerResult] = []
        for recognizer in self._recognizers:
            results += recognizer.analyze(plain.text, self._entities, artifacts) or ()
        return [_claim(plain, result) for result in results if result.score > 0]


@lru_cache(maxsize=2)
def _reader(language_model: str) -> _Reader:
    """One a process and language model."""
    return _Reader(language_model)


def analyze(
    document: Document,
    passage: Passage,
    language_model: str = OWN_LANGUAGE_MODEL,
    parts: Sequence[tuple[int, int]] | None = None,
) -> Sequence[Detection]:
    """Every recognizer's claims on one passage, spans in the passage's own code points.

    ``parts`` are half-open places of it, where not all of it is to be read. Raises DetectionError where a pattern ran
    out of time, SetupError where the language model is not installed.
    """
    detections = []
    for first, last in ((0, len(passage.text)),) if parts is None else parts:
        base = first
        for piece in _pieces(passage.text[first:last]):
            claims = _reader(language_model).claims(piece)
            detections += [_detection(document, passage, claim.moved(base)) for claim in claims]
            base += len(piece)
    return detections


def _pieces(text: str) -> list[str]:
    pieces = []
    while len(text) > _LONGEST:
        cut = text.rfind("\n", 0, _LONGEST) + 1 or _LONGEST
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text]


def _claim(plain: Shadow, result: RecognizerResult) -> Claim:
    start, end = plain.origin(result.start, result.end)
    explanation = result.analysis_explanation
    return Claim(
        start=start,
        end=end,
        category=Category(result.entity_type),
        score=float(result.score),
        recognizer=explanation.recognizer if explanation else "unknown",
        reason=(explanation.textual_explanation if explanation else None) or "",
        role=(result.recognition_metadata or {}).get("role"),
    )


def _detection(document: Document, passage: Passage, claim: Claim) -> Detection:
    return Detection(
        document=document.id,
        span=Span(passage.address, claim.start, claim.end),
        category=claim.category,
        score=claim.score,
        recognizer=claim.recognizer,
        reason=claim.reason,
        role=claim.role,
    )
