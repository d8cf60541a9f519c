"""Which language model reads the text for names: our own tagger, or any other spaCy pipeline, by name.

A name is, in this order: ``redactor`` (our own), an entry point of the group ``redactor.language_models`` (a function
that makes a pipeline), a folder that holds a spaCy pipeline, or an installed spaCy package. Nothing is ever
downloaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from presidio_analyzer.nlp_engine import NlpArtifacts, SpacyNlpEngine
from spacy.attrs import IDX
from spacy.language import Language
from spacy.tokens import Doc

from redactor.detect.tagger.pipe import PROBABILITIES, pipeline
from redactor.errors import SetupError
from redactor.model import OWN_LANGUAGE_MODEL
from redactor.plugins import Group, load, names

LANGUAGE = "en"
_UNNEEDED = ("parser", "tagger", "attribute_ruler", "lemmatizer", "morphologizer", "senter")
"""Components of other pipelines whose answers nobody asks for, and which cost half of the time."""
_SOMEBODY_ELSES = 0.5
"""How sure a pipeline is taken to be that does not say: spaCy's own entities come without probabilities."""


def language_model(name: str) -> Language:
    """The pipeline called ``name``. Raises SetupError where there is none, or where it does not load."""
    if name == OWN_LANGUAGE_MODEL:
        try:
            return pipeline()
        except (OSError, ValueError) as error:
            raise SetupError(
                "our own language model is damaged or missing", remedy="Install this package again."
            ) from error
    if name in names(Group.LANGUAGE_MODELS):
        made = load(Group.LANGUAGE_MODELS, name)()
        if not isinstance(made, Language):
            raise SetupError(f"the plugin '{name}' ({Group.LANGUAGE_MODELS}) makes no spaCy pipeline")
        return made
    if not Path(name).is_dir() and not spacy.util.is_package(name):
        raise SetupError(f"the language model {name} is not installed")
    try:
        found = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise SetupError(f"the language model {name} cannot be loaded: {type(error).__name__}") from error
    for component in _UNNEEDED:
        if component in found.pipe_names:
            found.disable_pipe(component)
    return found


@dataclass(frozen=True, slots=True)
class Scored:
    """An entity's label and place, half-open code points, and how sure the model is."""

    start: int
    end: int
    label: str
    probability: float


def scored(artifacts: NlpArtifacts) -> Sequence[Scored]:
    """The entities of what the engine read."""
    return [
        Scored(entity.start_char, entity.end_char, entity.label_, float(score))
        for entity, score in zip(artifacts.entities, artifacts.scores, strict=True)
    ]


class LanguageModelEngine(SpacyNlpEngine):
    """presidio's door to a language model that is already here.

    presidio's own engine downloads a model that is missing and copies every token's lemma. This one does neither:
    entities and their probabilities are all that our recognizers ask for; a plugged-in recognizer finds the tokens,
    and no lemmas."""

    def __init__(self, name: str) -> None:
        super().__init__(models=[{"lang_code": LANGUAGE, "model_name": name}])
        self._model = language_model(name)

    def load(self) -> None:
        """Make the pipeline known to presidio."""
        self.nlp: Any = {LANGUAGE: self._model}

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """The model's reading of ``text``."""
        doc: Doc = self._model(text)
        entities = list(doc.ents)
        scores = doc.user_data.get(PROBABILITIES) or [_SOMEBODY_ELSES] * len(entities)
        return NlpArtifacts(
            entities=entities,
            tokens=doc,
            tokens_indices=doc.to_array([IDX]).tolist(),
            lemmas=[],
            nlp_engine=self,
            language=language,
            scores=list(scores),
        )
