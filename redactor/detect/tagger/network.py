"""The tagger's network in numpy: embeddings of what is seen of a word, and five layers that look at its neighbours.

    rows of eight tables, lexicon bits        (of the word alone: remembered)
      -> mix + place features -> maxout -> norm
      -> five times: word and neighbours at a distance -> maxout -> norm -> added
      -> a score for each label

Everything is float32 and single-threaded linear algebra, so the same input gives the same output.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from redactor.detect.tagger.labels import LABELS
from redactor.detect.tagger.lexicon import BITS
from redactor.detect.tagger.words import PLACES, TABLES

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
Parameters = dict[str, FloatArray]

WIDTH: Final = 112
PIECES: Final = 2
"""Maxout: the larger of so many linear functions."""
DIMENSIONS: Final = (80, 8, 24, 40, 24, 40, 40, 32)
DISTANCES: Final = (1, 1, 2, 3, 1)
"""How far each layer's neighbours stand; together a word sees eight words to each side."""
PADDING: Final = 4
"""Empty words between two texts of a batch."""
_EPSILON: Final = np.float32(1e-5)


def initial(rng: np.random.Generator) -> Parameters:
    """Parameters before any training."""
    made: Parameters = {}
    for index, (rows, width) in enumerate(zip(TABLES, DIMENSIONS, strict=True)):
        made[f"table{index}"] = rng.normal(0, 0.3, (rows, width)).astype(np.float32)
    seen = sum(DIMENSIONS) + len(BITS)
    made["mix"] = _weights(rng, seen, WIDTH * PIECES)
    made["place"] = _weights(rng, PLACES, WIDTH * PIECES)
    made["mix_bias"] = np.zeros(WIDTH * PIECES, dtype=np.float32)
    made["mix_gain"] = np.ones(WIDTH, dtype=np.float32)
    made["mix_shift"] = np.zeros(WIDTH, dtype=np.float32)
    for layer in range(len(DISTANCES)):
        made[f"layer{layer}"] = _weights(rng, 3 * WIDTH, WIDTH * PIECES)
        made[f"layer{layer}_bias"] = np.zeros(WIDTH * PIECES, dtype=np.float32)
        made[f"layer{layer}_gain"] = np.ones(WIDTH, dtype=np.float32)
        made[f"layer{layer}_shift"] = np.zeros(WIDTH, dtype=np.float32)
    made["out"] = np.zeros((WIDTH, LABELS), dtype=np.float32)
    made["out_bias"] = np.zeros(LABELS, dtype=np.float32)
    return made


def _weights(rng: np.random.Generator, rows: int, columns: int) -> FloatArray:
    return rng.normal(0, np.sqrt(2.0 / rows), (rows, columns)).astype(np.float32)


def mixed(parameters: Parameters, rows: IntArray, bits: FloatArray) -> FloatArray:
    """What the mixing layer makes of words alone, before places are added: one line a word."""
    return seen(parameters, rows, bits) @ parameters["mix"] + parameters["mix_bias"]


def seen(parameters: Parameters, rows: IntArray, bits: FloatArray) -> FloatArray:
    """All embeddings of words side by side."""
    return np.concatenate([*(parameters[f"table{i}"][rows[:, i]] for i in range(len(TABLES))), bits], axis=1)


def neighbours(x: FloatArray, distance: int) -> FloatArray:
    """Each word's line between those of the words ``distance`` before and behind it; zeros beyond the ends."""
    count, width = x.shape
    out = np.zeros((count, 3 * width), dtype=np.float32)
    out[distance:, :width] = x[:-distance]
    out[:, width : 2 * width] = x
    out[:-distance, 2 * width :] = x[distance:]
    return out


def normed(x: FloatArray, gain: FloatArray, shift: FloatArray) -> FloatArray:
    """Layer normalisation."""
    x = x - x.mean(axis=1, keepdims=True)
    x /= np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / np.float32(x.shape[1]) + _EPSILON)
    x *= gain
    x += shift
    return x


def scores(parameters: Parameters, premixed: FloatArray, places: FloatArray) -> FloatArray:
    """A score for each word and label, from ``mixed`` lines and place features."""
    z = premixed + places @ parameters["place"]
    x = normed(np.maximum(z[:, :WIDTH], z[:, WIDTH:]), parameters["mix_gain"], parameters["mix_shift"])
    for layer, distance in enumerate(DISTANCES):
        if len(x) <= distance:
            wide = np.zeros((len(x), 3 * WIDTH), dtype=np.float32)
            wide[:, WIDTH : 2 * WIDTH] = x
        else:
            wide = neighbours(x, distance)
        z = wide @ parameters[f"layer{layer}"] + parameters[f"layer{layer}_bias"]
        x = x + normed(
            np.maximum(z[:, :WIDTH], z[:, WIDTH:]), parameters[f"layer{layer}_gain"], parameters[f"layer{layer}_shift"]
        )
    return x @ parameters["out"] + parameters["out_bias"]


def softmax(x: FloatArray) -> FloatArray:
    """Probabilities from scores, line by line."""
    e = np.exp(x - x.max(axis=1, keepdims=True))
    result: FloatArray = e / e.sum(axis=1, keepdims=True)
    return result


@dataclass(frozen=True, slots=True)
class Batch:
    """Several texts' words in one row, ``PADDING`` empty ones between them. ``distinct`` words have features;
    ``which`` says which distinct word stands at each place (the first is the empty one). ``weight`` is 0 where there
    is nothing to learn."""

    rows: IntArray
    bits: FloatArray
    which: IntArray
    places: FloatArray
    labels: IntArray
    allowed: npt.NDArray[np.bool_]
    """For each place, labels that are as good as the true one because the data do not tell them from it."""
    weight: FloatArray


class Step:
    """One batch's way through the network and back. What ``gradients`` gives fits ``parameters``."""

    def __init__(self, parameters: Parameters, batch: Batch, rng: np.random.Generator, dropout: float) -> None:
        self._p = parameters
        self._batch = batch
        self._rng = rng
        self._keep = np.float32(1.0 - dropout)
        self._full = (batch.which > 0).astype(np.float32)[:, None]
        self._saved: list[tuple[npt.NDArray[np.bool_], FloatArray, FloatArray, FloatArray]] = []

    def _drop(self, x: FloatArray) -> FloatArray:
        mask = (self._rng.random(x.shape, dtype=np.float32) < self._keep) / self._keep
        return mask.astype(np.float32)

    def _maxout_norm(self, z: FloatArray, name: str) -> FloatArray:
        right = z[:, :WIDTH] < z[:, WIDTH:]
        x = np.where(right, z[:, WIDTH:], z[:, :WIDTH])
        x = x - x.mean(axis=1, keepdims=True)
        scale = 1.0 / np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / np.float32(WIDTH) + _EPSILON)
        x *= scale
        mask = self._drop(x)
        self._saved.append((right, x, scale, mask))
        y: FloatArray = (x * self._p[f"{name}_gain"] + self._p[f"{name}_shift"]) * mask
        return y

    def _maxout_norm_back(self, dy: FloatArray, name: str, g: Parameters) -> FloatArray:
        right, x, scale, mask = self._saved.pop()
        dy = dy * mask
        g[f"{name}_gain"] = np.einsum("ij,ij->j", dy, x)
        g[f"{name}_shift"] = dy.sum(axis=0)
        dx = dy * self._p[f"{name}_gain"]
        mean = dx.mean(axis=1, keepdims=True)
        along = np.einsum("ij,ij->i", dx, x)[:, None] / np.float32(WIDTH)
        dx = (dx - mean - x * along) * scale
        dz = np.zeros((len(dx), 2 * WIDTH), dtype=np.float32)
        np.copyto(dz[:, WIDTH:], dx, where=right)
        np.copyto(dz[:, :WIDTH], dx, where=np.logical_not(right))
        return dz

    def loss_and_gradients(self) -> tuple[float, Parameters]:
        """The mean loss of a word, and the gradient of each parameter."""
        p, batch = self._p, self._batch
        words = seen(p, batch.rows, batch.bits)
        z = (words @ p["mix"] + p["mix_bias"])[batch.which] + batch.places @ p["place"]
        x: FloatArray = self._maxout_norm(z, "mix") * self._full
        wides = []
        for layer, distance in enumerate(DISTANCES):
            wide = neighbours(x, distance)
            wides.append(wide)
            z = wide @ p[f"layer{layer}"] + p[f"layer{layer}_bias"]
            x = (x + self._maxout_norm(z, f"layer{layer}")) * self._full
        loss, ds = self._loss(x @ p["out"] + p["out_bias"])
        g: Parameters = {"out": x.T @ ds, "out_bias": ds.sum(axis=0)}
        dx = ds @ p["out"].T
        for layer in reversed(range(len(DISTANCES))):
            dx *= self._full
            dz = self._maxout_norm_back(dx, f"layer{layer}", g)
            g[f"layer{layer}"] = wides[layer].T @ dz
            g[f"layer{layer}_bias"] = dz.sum(axis=0)
            dwide = dz @ p[f"layer{layer}"].T
            distance = DISTANCES[layer]
            dx = dx + dwide[:, WIDTH : 2 * WIDTH]
            dx[:-distance] += dwide[distance:, :WIDTH]
            dx[distance:] += dwide[:-distance, 2 * WIDTH :]
        dz = self._maxout_norm_back(dx * self._full, "mix", g)
        g["place"] = batch.places.T @ dz
        g["mix_bias"] = dz.sum(axis=0)
        per_word = summed(dz, batch.which, len(batch.rows))
        g["mix"] = words.T @ per_word
        dwords = per_word @ p["mix"].T
        at = 0
        for index, width in enumerate(DIMENSIONS):
            g[f"table{index}"] = summed(dwords[:, at : at + width], batch.rows[:, index], TABLES[index])
            at += width
        return loss, g

    def _loss(self, s: FloatArray) -> tuple[float, FloatArray]:
        """Cross entropy against the true label, or against all that are as good."""
        batch = self._batch
        q = softmax(s)
        target = np.where(batch.allowed, q, np.float32(0.0))
        good = np.maximum(target.sum(axis=1), np.float32(1e-9))
        count = max(float(batch.weight.sum()), 1.0)
        loss = float((-np.log(good) * batch.weight).sum() / count)
        ds = (q - target / good[:, None]) * (batch.weight / np.float32(count))[:, None]
        return loss, ds.astype(np.float32)


def summed(x: FloatArray, where: IntArray, count: int) -> FloatArray:
    """Lines of ``x`` added up by ``where``: a line for each of ``count`` targets."""
    out = np.zeros((count, x.shape[1]), dtype=np.float32)
    order = np.argsort(where, kind="stable")
    ordered = where[order]
    firsts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    out[ordered[firsts]] = np.add.reduceat(x[order], firsts, axis=0)
    return out


class Adam:
    """Kingma and Ba's method (2015), with the gradient's length capped."""

    def __init__(self, parameters: Mapping[str, FloatArray], *, cap: float = 1.0) -> None:
        self._first = {name: np.zeros_like(value) for name, value in parameters.items()}
        self._second = {name: np.zeros_like(value) for name, value in parameters.items()}
        self._steps = 0
        self._cap = cap

    def apply(self, parameters: Parameters, gradients: Parameters, rate: float) -> None:
        """Move the parameters, in place."""
        self._steps += 1
        length = float(np.sqrt(sum(float(np.vdot(g, g)) for g in gradients.values())))
        shrink = np.float32(min(1.0, self._cap / (length + 1e-9)))
        b1, b2 = np.float32(0.9), np.float32(0.98)
        fix1, fix2 = 1 - float(b1) ** self._steps, 1 - float(b2) ** self._steps
        step = np.float32(rate / fix1)
        for name, g in gradients.items():
            g *= shrink
            m, v = self._first[name], self._second[name]
            m += (1 - b1) * (g - m)
            v += (1 - b2) * (g * g - v)
            parameters[name] -= step * m / (np.sqrt(v / np.float32(fix2)) + np.float32(1e-8))
