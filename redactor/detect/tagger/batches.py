"""From labelled texts to batches for the network."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from redactor.detect.tagger.corpus.piece import Labelled
from redactor.detect.tagger.labels import IGNORED, LABELS, OUTSIDE, PERSONS, begins, goes_on
from redactor.detect.tagger.lexicon import BITS
from redactor.detect.tagger.network import PADDING, Batch
from redactor.detect.tagger.words import PLACES, TABLES, UNKNOWN_ROW, Features, places, words

_NAME_BITS = tuple(BITS.index(name) for name in ("surname", "rare surname", "given", "rare given"))
_FORGET_NAME, _FORGET_WORD, _FORGET_LISTS = 0.45, 0.12, 0.35
"""How often training hides a word: a name's letters, another word's letters, and what the lists say of a name. A name
that nobody listed and nobody has seen must still be told by where it stands."""


def labels_of(text: Labelled, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """A label for each word."""
    labels = [OUTSIDE] * len(starts)
    at = 0
    for start, end, kind in text.spans:
        while at < len(starts) and ends[at] <= start:
            at += 1
        first = True
        while at < len(starts) and starts[at] < end:
            labels[at] = begins(kind) if first else goes_on(kind)
            first = False
            at += 1
    for start, end in text.blank:
        for index, (s, e) in enumerate(zip(starts, ends, strict=True)):
            if s < end and e > start and labels[index] == OUTSIDE:
                labels[index] = IGNORED
    return labels


def batch_of(texts: Sequence[Labelled], features: Features, rng: random.Random, *, forget: bool) -> Batch:
    """One batch of all texts, their words hidden now and then where ``forget`` says so."""
    rows: list[tuple[int, ...]] = [(UNKNOWN_ROW,) * len(TABLES)]
    bits: list[tuple[float, ...]] = [(0.0,) * len(BITS)]
    index: dict[tuple[str, bool, bool], int] = {}
    which: list[int] = []
    labels: list[int] = []
    anyone: list[bool] = []
    at_places = [np.zeros((PADDING, PLACES), dtype=np.float32)]
    which += [0] * PADDING
    labels += [IGNORED] * PADDING
    anyone += [False] * PADDING
    for text in texts:
        found, starts = words(text.text)
        if not found:
            continue
        ends = [start + len(word) for start, word in zip(starts, found, strict=True)]
        marked = labels_of(text, starts, ends)
        hidden: dict[str, tuple[bool, bool]] = {}
        for word, label in zip(found, marked, strict=True):
            named = label > 0
            key = word.lower() + ("+" if named else "")
            if key not in hidden:
                hidden[key] = (
                    forget and rng.random() < (_FORGET_NAME if named else _FORGET_WORD),
                    forget and named and rng.random() < _FORGET_LISTS,
                )
            full = (word, *hidden[key])
            known = index.get(full)
            if known is None:
                known = index[full] = len(rows)
                row, bit = features.of(word)
                rows.append((UNKNOWN_ROW, *row[1:]) if full[1] else row)
                bits.append(tuple(0.0 if i in _NAME_BITS else b for i, b in enumerate(bit)) if full[2] else bit)
            which.append(known)
        labels += marked
        anyone += [not text.roles] * len(found)
        at_places += [places(found), np.zeros((PADDING, PLACES), dtype=np.float32)]
        which += [0] * PADDING
        labels += [IGNORED] * PADDING
        anyone += [False] * PADDING
    marked_all = np.array(labels, dtype=np.int64)
    allowed = np.zeros((len(labels), LABELS), dtype=np.bool_)
    allowed[np.arange(len(labels)), np.maximum(marked_all, 0)] = True
    for make in (begins, goes_on):
        persons = np.array([make(kind) for kind in PERSONS], dtype=np.int64)
        open_role = np.isin(marked_all, persons) & np.array(anyone)
        allowed[np.ix_(np.flatnonzero(open_role), persons)] = True
    return Batch(
        np.array(rows, dtype=np.int64),
        np.array(bits, dtype=np.float32),
        np.array(which, dtype=np.int64),
        np.concatenate(at_places),
        marked_all,
        allowed,
        (marked_all != IGNORED).astype(np.float32),
    )
