"""From probabilities of labels to spans: the likeliest sequence that is one, persons of all roles taken together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from redactor.detect.tagger.labels import KINDS, LABELS, PERSON, PERSONS, Kind, begins, goes_on

FloatArray = npt.NDArray[np.float32]

_GROUPS: Final = (PERSON, *(kind.value for kind in KINDS if kind not in PERSONS))
COLLAPSED: Final = 1 + 2 * len(_GROUPS)
"""Labels when all persons are one kind: outside, and for each kind begins and goes on."""


def _collapse() -> FloatArray:
    matrix = np.zeros((LABELS, COLLAPSED), dtype=np.float32)
    matrix[0, 0] = 1.0
    for kind in KINDS:
        group = 0 if kind in PERSONS else _GROUPS.index(kind.value)
        matrix[begins(kind), 1 + 2 * group] = 1.0
        matrix[goes_on(kind), 2 + 2 * group] = 1.0
    return matrix


_COLLAPSE: Final = _collapse()
_SURELY_NOTHING: Final = 0.99
"""A word that is outside of spans with this probability is; sequences are searched between such words only."""
_PERSON_BEGINS: Final = [begins(kind) for kind in PERSONS]
_PERSON_GOES_ON: Final = [goes_on(kind) for kind in PERSONS]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span of words ``[first, last)``: what it is, and how sure that is (the mean over its words of the probability
    that the word belongs to such a span). ``role`` is the likeliest kind of person with its share of the person's
    probability."""

    first: int
    last: int
    group: str
    probability: float
    role: Kind | None = None
    role_share: float = 0.0


def decoded(probabilities: FloatArray, *, bold: float = 1.0) -> list[Tagged]:
    """The spans of the likeliest valid sequence. ``bold`` over 1 makes a span likelier against none."""
    if not len(probabilities):
        return []
    collapsed = probabilities @ _COLLAPSE
    path = np.zeros(len(collapsed), dtype=np.int64)
    for first, last in _islands(collapsed[:, 0] < _SURELY_NOTHING):
        path[first:last] = viterbi(np.log(collapsed[first:last] + 1e-9), bold)
    spans: list[Tagged] = []
    at = 0
    while at < len(path):
        label = int(path[at])
        if label == 0:
            at += 1
            continue
        group = (label - 1) // 2
        end = at + 1
        while end < len(path) and path[end] == 2 + 2 * group:
            end += 1
        inside = collapsed[at:end, [1 + 2 * group, 2 + 2 * group]].sum(axis=1)
        role, share = _role(probabilities[at:end]) if group == 0 else (None, 0.0)
        spans.append(Tagged(at, end, _GROUPS[group], float(inside.mean()), role, share))
        at = end
    return spans


def _islands(some: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Runs of words that may be something, half-open."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], some, [False])).astype(np.int8)))
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        yield int(first), int(last)


def _role(probabilities: FloatArray) -> tuple[Kind, float]:
    mass = (probabilities[:, _PERSON_BEGINS] + probabilities[:, _PERSON_GOES_ON]).sum(axis=0)
    best = int(mass.argmax())
    return PERSONS[best], float(mass[best] / max(float(mass.sum()), 1e-9))


def viterbi(log: npt.NDArray[np.floating], bold: float = 1.0) -> list[int]:
    """The likeliest sequence of collapsed labels in which a span goes on only where one of its kind stands before."""
    count = len(log)
    groups = len(_GROUPS)
    begin, inside = 1 + 2 * np.arange(groups), 2 + 2 * np.arange(groups)
    gain = np.log(bold)
    log = log.astype(np.float64)
    log[:, 1:] += gain
    back = np.zeros((count, COLLAPSED), dtype=np.int64)
    best = log[0].copy()
    best[inside] = -np.inf
    for at in range(1, count):
        leader = int(best.argmax())
        new = best[leader] + log[at]
        back[at] = leader
        stay_begin, stay_inside = best[begin], best[inside]
        from_begin = stay_begin >= stay_inside
        new[inside] = np.where(from_begin, stay_begin, stay_inside) + log[at][inside]
        back[at][inside] = np.where(from_begin, begin, inside)
        best = new
    path = [int(best.argmax())]
    for at in range(count - 1, 0, -1):
        path.append(int(back[at][path[-1]]))
    return path[::-1]
