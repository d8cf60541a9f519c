"""Laws of decoding: only sequences that are spans, the likeliest of them, persons of all roles taken together."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from redactor.detect.tagger.decoding import COLLAPSED, decoded, viterbi
from redactor.detect.tagger.labels import LABELS, Kind, begins, goes_on


def likely(*labels: int, share: float = 0.99) -> np.ndarray:  # type: ignore[type-arg]
    """Probabilities in which each word has one likely label."""
    made = np.full((len(labels), LABELS), (1 - share) / (LABELS - 1), dtype=np.float32)
    made[np.arange(len(labels)), list(labels)] = share
    return made


def valid(path: tuple[int, ...]) -> bool:
    """Whether no span goes on that did not begin."""
    before = (0, *path)
    return all(
        label == 0 or label % 2 == 1 or previous in (label, label - 1)
        for previous, label in zip(before, path, strict=False)
    )


@pytest.mark.parametrize("seed", range(8))
def test_the_path_is_the_likeliest_of_all_valid_ones(seed: int) -> None:
    log = np.log(np.random.default_rng(seed).dirichlet(np.ones(COLLAPSED) * 0.3, size=3))
    path = tuple(viterbi(log))
    weight = {p: sum(log[i, p[i]] for i in range(3)) for p in itertools.product(range(COLLAPSED), repeat=3) if valid(p)}
    assert path in weight
    assert weight[path] == pytest.approx(max(weight.values()))


def test_a_name_whose_role_is_unclear_is_a_name_all_the_same() -> None:
    made = np.full((1, LABELS), 0.0, dtype=np.float32)
    made[0, 0] = 0.4
    for kind in (Kind.SUBJECT, Kind.OFFICER, Kind.OTHER):
        made[0, begins(kind)] = 0.2
    [span] = decoded(made)
    assert (span.first, span.last, span.group) == (0, 1, "PERSON")
    assert span.probability == pytest.approx(0.6)
    assert span.role_share == pytest.approx(1 / 3)


def test_a_span_goes_on_until_its_kind_ends_and_two_neighbours_stay_two() -> None:
    person, inside = begins(Kind.SUBJECT), goes_on(Kind.SUBJECT)
    spans = decoded(likely(0, person, inside, person, 0, begins(Kind.SCHOOL), goes_on(Kind.SCHOOL)))
    assert [(s.first, s.last, s.group) for s in spans] == [(1, 3, "PERSON"), (3, 4, "PERSON"), (5, 7, "SCHOOL")]


def test_boldness_finds_more_and_never_less() -> None:
    made = likely(0, begins(Kind.SUBJECT), 0)
    made[1] = 0
    made[1, [0, begins(Kind.SUBJECT)]] = 0.6, 0.4
    assert decoded(made) == []
    assert [(s.first, s.last) for s in decoded(made, bold=2.0)] == [(1, 2)]


def test_of_no_words_there_are_no_spans() -> None:
    assert decoded(np.zeros((0, LABELS), dtype=np.float32)) == []
