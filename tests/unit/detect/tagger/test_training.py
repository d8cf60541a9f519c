"""The generator and the training: deterministic, every span where it says, nothing held out is generated, gradients right."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from redactor.detect.tagger.batches import batch_of, labels_of
from redactor.detect.tagger.corpus.lists import Names, templates
from redactor.detect.tagger.corpus.papers import Generator
from redactor.detect.tagger.corpus.piece import Labelled, Piece, joined
from redactor.detect.tagger.corpus.template import parsed
from redactor.detect.tagger.labels import IGNORED, PERSONS, Kind, begins, goes_on
from redactor.detect.tagger.lexicon import Lexicon
from redactor.detect.tagger.network import Step, initial
from redactor.detect.tagger.train import held_out_names
from redactor.detect.tagger.words import Features, norm, words

PAPERS = 60


def test_the_same_seed_writes_the_same_papers_and_another_seed_others() -> None:
    one, same, other = Generator(5), Generator(5), Generator(6)
    papers = [one.paper() for _ in range(PAPERS)]
    assert papers == [same.paper() for _ in range(PAPERS)]
    assert papers != [other.paper() for _ in range(PAPERS)]


def test_every_span_lies_in_its_paper_in_order_and_without_blanks_at_its_ends() -> None:
    generator = Generator(3)
    kinds = set()
    for _ in range(PAPERS * 3):
        paper = generator.paper()
        ends = 0
        for start, end, kind in paper.spans:
            assert ends <= start < end <= len(paper.text)
            assert paper.text[start:end].strip() == paper.text[start:end]
            kinds.add(kind)
            ends = end
    assert {*PERSONS, Kind.ADDRESS, Kind.PLACE_OF_BIRTH, Kind.EMPLOYER, Kind.SCHOOL, Kind.SHELTER} <= kinds


def test_every_template_parses_and_there_are_several_hundred() -> None:
    every = [template for pool in templates().values() for template in pool]
    assert len(every) > 400
    for template in every:
        parsed(template)


def test_names_that_are_held_out_are_not_generated() -> None:
    held_out = frozenset({"maría", "garcía", "singh", "diallo", "smith", "nguyen"})
    names = Names(held_out)
    listed = [n for c in (*names.cultures.values(), names.census) for n in (*c.female, *c.male, *c.surnames)]
    assert listed
    assert not [n for n in listed if held_out & {w.casefold() for w in n.replace("-", " ").split()}]


def test_held_out_names_are_read_from_any_json(tmp_path: Path) -> None:
    file = tmp_path / "names.json"
    file.write_text('{"spanish": {"given": ["Ana Sofía"], "surnames": [["López-Ejemplo"]]}}', encoding="utf-8")
    assert held_out_names([file]) == {"ana", "sofía", "lópez", "ejemplo"}


def test_a_span_of_three_words_begins_once_and_goes_on_twice() -> None:
    text = joined([Piece("met "), Piece("Ana de Muster", Kind.SUBJECT), Piece(" in Rome")])
    found, starts = words(text.text)
    ends = [s + len(w) for s, w in zip(starts, found, strict=True)]
    subject = (begins(Kind.SUBJECT), goes_on(Kind.SUBJECT), goes_on(Kind.SUBJECT))
    assert labels_of(text, starts, ends) == [0, *subject, 0, 0]


def test_what_a_source_does_not_tell_is_not_learned() -> None:
    text = Labelled("Ejemplo Corp hired Ana", ((19, 22, Kind.OTHER),), blank=((0, 12),), roles=False)
    batch = batch_of([text], Features(Lexicon({})), random.Random(1), forget=False)
    known = batch.labels[batch.which > 0]
    assert list(known[:2]) == [IGNORED, IGNORED]
    assert batch.weight[batch.which > 0].tolist() == [0, 0, 1, 1]
    assert batch.allowed[batch.which > 0][3].sum() == len(PERSONS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O'Neil’s Peña-López", ["O'Neil’s", "Peña", "-", "López"]),
        ("A12 b\n\nc\td", ["A", "12", "b", "\n\n", "c", "\t", "d"]),
        ("  x", ["  ", "x"]),
    ],
)
def test_words_are_runs_of_letters_digits_marks_and_gaps(text: str, expected: list[str]) -> None:
    found, starts = words(text)
    assert found == expected
    assert all(text.startswith(word, start) for word, start in zip(found, starts, strict=True))


def test_accents_and_capitals_are_no_part_of_a_words_norm() -> None:
    assert norm("PEÑA") == norm("peña") == "pena"
    assert norm("2019") == norm("1984")


def test_gradients_are_those_of_the_loss() -> None:
    text = joined([Piece("Officer "), Piece("Kai Sample", Kind.OFFICER), Piece(" met "), Piece("Rosa", Kind.SUBJECT)])
    batch = batch_of([text], Features(Lexicon({"rosa": 4})), random.Random(1), forget=False)
    parameters = initial(np.random.default_rng(3))
    parameters["out"] = np.random.default_rng(4).normal(0, 0.2, parameters["out"].shape).astype(np.float32)
    _, gradients = Step(parameters, batch, np.random.default_rng(1), 0.0).loss_and_gradients()
    for name in ("out", "layer2", "layer0_gain", "place", "mix_bias", "table5"):
        index = np.unravel_index(int(np.abs(gradients[name]).argmax()), gradients[name].shape)
        kept = parameters[name][index]
        losses = []
        for step in (0.01, -0.01):
            parameters[name][index] = kept + step
            losses.append(Step(parameters, batch, np.random.default_rng(1), 0.0).loss_and_gradients()[0])
        parameters[name][index] = kept
        assert gradients[name][index] == pytest.approx((losses[0] - losses[1]) / 0.02, rel=0.1, abs=2e-3), name
