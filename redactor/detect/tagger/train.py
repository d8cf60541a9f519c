"""Train the tagger anew: ``python -m redactor.detect.tagger.train --tab FOLDER --wikigold FILE --presidio FILE``.

Reproducible: the same data, options and numpy give the same parameters. About ten minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from redactor.detect.tagger import sources
from redactor.detect.tagger.batches import batch_of
from redactor.detect.tagger.corpus.lists import Names, templates
from redactor.detect.tagger.corpus.papers import Generator
from redactor.detect.tagger.corpus.piece import Labelled
from redactor.detect.tagger.lexicon import Lexicon, built
from redactor.detect.tagger.measure import measured
from redactor.detect.tagger.network import Adam, Parameters, Step, initial
from redactor.detect.tagger.tagger import MODEL, Tagger
from redactor.detect.tagger.words import Features, norm, words

_BATCH = 12_000
"""Code points of a batch, about three thousand words."""
_RATE, _DROPOUT = 0.0025, 0.1
_WARM_UP = 100
_AVERAGE_FROM = 0.6
"""Share of the steps after which parameters are averaged; the average is what is kept."""
_GENERATED = 0.8
"""Share of the texts that our own generator writes; the others are longer."""
_SHARES = (5, 3, 2)
"""How often a text of each other source is taken, against the others."""


@dataclass(frozen=True, slots=True)
class Data:
    """What is trained on: texts of others by source, and names that may not be generated."""

    tab: tuple[Labelled, ...]
    wikigold: tuple[Labelled, ...]
    presidio: tuple[Labelled, ...]
    held_out: frozenset[str]

    def real(self) -> tuple[tuple[Labelled, ...], ...]:
        """The sources that have any text."""
        return tuple(source for source in (self.tab, self.wikigold, self.presidio) if source)


def held_out_names(paths: Iterable[Path]) -> frozenset[str]:
    """Every word in the lists of the files, folded. A file is JSON of any nesting."""

    def strings(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for inner in value.values():
                yield from strings(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from strings(inner)

    found = (s for path in paths for s in strings(json.loads(path.read_text(encoding="utf-8"))))
    return frozenset(word.casefold() for s in found for word in s.replace("-", " ").split())


def lexicon_of(data: Data) -> Lexicon:
    """The lexicon from our lists, and from the words that the training texts write small."""
    names = Names()
    listed: list[tuple[str, str]] = []
    for culture in names.cultures.values():
        listed += [
            (norm(w), "given") for name in (*culture.female, *culture.male) for w in words(name)[0] if len(w) > 1
        ]
        listed += [(norm(w), "surname") for name in culture.surnames for w in words(name)[0] if len(w) > 1]
    small: Counter[str] = Counter()
    for text in [t.text for source in data.real() for t in source] + [t for pool in templates().values() for t in pool]:
        small.update(norm(word) for word in words(text)[0] if word.islower() and len(word) > 1)
    particles = {"de", "la", "el", "al", "y", "e", "van", "von", "bin", "ben", "abu"}
    kept = [word for word, count in small.items() if count > 1 and word not in particles]
    return built([(w, s) for w, s in listed if w not in particles], kept)


def texts_of(data: Data, rng: random.Random, seed: int) -> Iterator[Labelled]:
    """Texts without end: mostly generated, the rest from the other sources, some of them in other dress."""
    generator = Generator(seed, data.held_out)
    real = data.real()
    while True:
        if not real or rng.random() < _GENERATED:
            yield generator.paper()
        else:
            yield _dressed(rng.choice(rng.choices(real, _SHARES[: len(real)])[0]), rng)


def _dressed(text: Labelled, rng: random.Random) -> Labelled:
    style = rng.random()
    other = text.text.upper() if style < 0.08 else text.text.lower() if style < 0.14 else text.text
    return replace(text, text=other) if len(other) == len(text.text) else text


def trained(data: Data, lexicon: Lexicon, *, seed: int, steps: int) -> Tagger:
    """The tagger after ``steps`` batches."""
    rng, numbers = random.Random(seed), np.random.default_rng(seed)
    features = Features(lexicon)
    parameters = initial(numbers)
    optimizer = Adam(parameters)
    texts = texts_of(data, rng, seed + 1)
    average: Parameters = {}
    averaged = 0
    started, losses, seen_words = time.process_time(), [], 0
    for step in range(steps):
        chosen, size = [], 0
        while size < _BATCH:
            text = next(texts)
            chosen.append(text)
            size += len(text.text)
        batch = batch_of(chosen, features, rng, forget=True)
        loss, gradients = Step(parameters, batch, numbers, _DROPOUT).loss_and_gradients()
        optimizer.apply(parameters, gradients, _rate(step, steps))
        losses.append(loss)
        seen_words += len(batch.which)
        if step >= _AVERAGE_FROM * steps and step % 5 == 0:
            averaged += 1
            for name, value in parameters.items():
                if averaged == 1:
                    average[name] = value.copy()
                else:
                    average[name] += (value - average[name]) / np.float32(averaged)
        if (step + 1) % 100 == 0:
            spent = time.process_time() - started
            sys.stderr.write(
                f"{step + 1} of {steps}: loss {np.mean(losses[-100:]):.4f}, {spent:.0f} s, {seen_words} words\n"
            )
    return Tagger(average or parameters, lexicon)


def _rate(step: int, steps: int) -> float:
    if step < _WARM_UP:
        return _RATE * (step + 1) / _WARM_UP
    return _RATE * max(0.03, 1 - (step - _WARM_UP) / max(1, steps - _WARM_UP))


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the options, train, keep, and print how well it does on names and papers that were kept apart."""
    parser = argparse.ArgumentParser(prog="python -m redactor.detect.tagger.train", description=__doc__)
    parser.add_argument(
        "--tab", type=Path, help="folder with the Text Anonymization Benchmark's train.jsonl and dev.jsonl"
    )
    parser.add_argument("--wikigold", type=Path, help="wikigold as JSONL")
    parser.add_argument("--presidio", type=Path, help="presidio-research's generated sentences as JSONL")
    parser.add_argument(
        "--hold-out", type=Path, nargs="*", default=[], help="JSON files of names that are not to be generated"
    )
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--seed", type=int, default=20240607)
    parser.add_argument("--steps", type=int, default=1300)
    options = parser.parse_args(arguments)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    data = Data(
        tuple(sources.tab(options.tab / "train.jsonl")) if options.tab else (),
        tuple(sources.wikigold(options.wikigold)) if options.wikigold else (),
        tuple(sources.presidio(options.presidio)) if options.presidio else (),
        held_out_names(options.hold_out),
    )
    with threadpool_limits(1):
        tagger = trained(data, lexicon_of(data), seed=options.seed, steps=options.steps)
        tagger.to_folder(options.out)
        kept = Tagger.from_folder(options.out)
        print(measured(kept, options.tab / "dev.jsonl" if options.tab else None))  # noqa: T201


if __name__ == "__main__":
    main()
