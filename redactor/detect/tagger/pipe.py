"""The tagger as a spaCy pipeline component, so that it goes through the same door as any other language model.

``redactor_tagger`` reads the document's text with the tagger's own words (they may differ from the tokenizer's),
writes ``doc.ents`` and keeps each entity's probability under ``PROBABILITIES`` of ``doc.user_data``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from redactor.detect.tagger.tagger import MODEL, Tagger, installed
from redactor.detect.tagger.words import words

FACTORY = "redactor_tagger"
TEXT = "redactor_tagger.text"
"""Key of ``doc.user_data``: the text, where our tokenizer made the document. spaCy would put it together from
tokens."""
PROBABILITIES = "redactor_tagger.probabilities"
"""Key of ``doc.user_data``: a probability for each of ``doc.ents``, in order."""


class TaggerPipe:
    """The component. ``to_disk`` and ``from_disk`` keep it in a folder of its own, as spaCy asks of components."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger

    def __call__(self, doc: Doc) -> Doc:
        """The document with the tagger's spans for entities."""
        entities: list[Span] = []
        probabilities: list[float] = []
        for span in self.tagger.spans(doc.user_data.get(TEXT) or doc.text):
            entity = doc.char_span(span.start, span.end, label=span.label, alignment_mode="expand")
            if entity is not None and (not entities or entity.start >= entities[-1].end):
                entities.append(entity)
                probabilities.append(span.probability)
        doc.set_ents(entities)
        doc.user_data[PROBABILITIES] = tuple(probabilities)
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Each document in turn."""
        yield from map(self, docs)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Keep the tagger in the folder ``path``."""
        self.tagger.to_folder(Path(path))

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> TaggerPipe:
        """Take the tagger kept in the folder ``path``. Raises OSError or ValueError where it cannot be used."""
        self.tagger = Tagger.from_folder(Path(path))
        return self


@Language.factory(FACTORY, default_config={"folder": str(MODEL)})
def _make(nlp: Language, name: str, folder: str) -> TaggerPipe:
    return TaggerPipe(installed() if Path(folder) == MODEL else Tagger.from_folder(Path(folder)))


class _Words:
    """A tokenizer that parts text as the tagger does, so that entities fall on tokens."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        found, starts = words(text)
        tokens: list[str] = []
        spaces: list[bool] = []
        at = 0
        for word, start in zip(found, starts, strict=True):
            if start > at:  # what lies between two words is one blank
                if tokens and text[at:start] == " " and not spaces[-1]:
                    spaces[-1] = True
                else:
                    tokens.append(text[at:start])
                    spaces.append(False)
            tokens.append(word)
            spaces.append(False)
            at = start + len(word)
        if at < len(text):
            tokens.append(text[at:])
            spaces.append(False)
        return Doc(self._vocab, words=tokens, spaces=spaces, user_data={TEXT: text})

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Nothing to keep."""

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> _Words:
        """Nothing was kept."""
        return self


def pipeline(folder: Path = MODEL) -> Language:
    """A spaCy pipeline of our tokenizer and tagger. Raises OSError or ValueError where the model in ``folder`` cannot
    be used."""
    nlp = spacy.blank("en")
    nlp.tokenizer = _Words(nlp.vocab)
    nlp.add_pipe(FACTORY, config={"folder": str(folder)})
    return nlp
