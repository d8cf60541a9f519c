"""The tagger itself: text in, spans out, each with how sure it is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from redactor.detect.tagger.decoding import Tagged, decoded
from redactor.detect.tagger.labels import LABELS, PERSON, Kind
from redactor.detect.tagger.lexicon import BITS, Lexicon
from redactor.detect.tagger.network import WIDTH, FloatArray, Parameters, mixed, scores, softmax
from redactor.detect.tagger.words import Features, places, words

MODEL = Path(__file__).parent / "model"
"""Where the trained parameters lie, within the package."""

_REMEMBERED = 30_000
"""Words whose mixed lines are remembered; about thirty megabytes."""
_LEAST = 4_096
"""Lines of the first memory; it doubles as it fills."""
_PARTICLES = frozenset("de del la las los da do dos das di van von der den bin ibn".split())
_SURE_ROLE = 0.7
"""Share of a person's probability that one role must have to be told."""
BOLD = 2.0
"""How much likelier a span is taken than the network says: a miss exposes a person, a needless claim is weighed
again."""


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """Half-open code points of the text; ``label`` is a ``Kind``'s value, of a person the role where one is clear.
    ``probability`` says how sure the span is, ``role_share`` how sure its role."""

    start: int
    end: int
    label: str
    probability: float
    role_share: float = 0.0


class Tagger:
    """Parameters and lexicon. Holds nothing of any text but single words' features."""

    def __init__(self, parameters: Parameters, lexicon: Lexicon) -> None:
        self._parameters = parameters
        self._lexicon = lexicon
        self._features = Features(lexicon)
        self._mixed = np.zeros((0, 2 * WIDTH), dtype=np.float32)
        self._at: dict[str, int] = {}

    @classmethod
    def from_folder(cls, folder: Path = MODEL) -> Tagger:
        """The tagger kept in ``folder``. Raises OSError or ValueError where it is absent or made for another
        network."""
        with np.load(folder / "parameters.npz", allow_pickle=False) as kept:
            parameters = {name: kept[name].astype(np.float32) for name in kept.files if not name.startswith("lexicon")}
            lexicon = Lexicon.of(kept["lexicon_hashes"], kept["lexicon_codes"])
        shape = json.loads((folder / "shape.json").read_text(encoding="utf-8"))
        if shape != {"labels": LABELS, "bits": list(BITS)}:
            raise ValueError("the tagger's parameters were made for other labels or lists")
        return cls(parameters, lexicon)

    def to_folder(self, folder: Path) -> None:
        """Keep the tagger in ``folder``, half precision."""
        folder.mkdir(parents=True, exist_ok=True)
        arrays: dict[str, Any] = {name: value.astype(np.float16) for name, value in self._parameters.items()}
        arrays |= {"lexicon_hashes": self._lexicon.hashes, "lexicon_codes": self._lexicon.codes}
        np.savez(folder / "parameters.npz", **arrays)
        (folder / "shape.json").write_text(json.dumps({"labels": LABELS, "bits": list(BITS)}) + "\n", encoding="utf-8")

    def spans(self, text: str) -> list[TaggedSpan]:
        """The spans of a text, in order, never overlapping."""
        found, starts = words(text)
        if not found:
            return []
        probabilities = softmax(scores(self._parameters, self._lines(found), places(found)))
        spans: list[TaggedSpan] = []
        before: Tagged | None = None
        for tagged in decoded(probabilities, bold=BOLD):
            end = starts[tagged.last - 1] + len(found[tagged.last - 1])
            label = tagged.group
            if tagged.role is not None:
                label = tagged.role.value if tagged.role_share >= _SURE_ROLE else Kind.OTHER.value
            start, end = _without_blanks(text, starts[tagged.first], end)
            if before is not None and spans and _one_name(before, tagged, found):
                sure = max(spans[-1].probability, tagged.probability)
                spans[-1] = replace(spans[-1], end=end, probability=sure)
            elif start < end:
                spans.append(TaggedSpan(start, end, label, tagged.probability, tagged.role_share))
            before = tagged
        return spans

    def _lines(self, found: list[str]) -> FloatArray:
        """The mixed line of each word; those of known words come from memory."""
        new = [word for word in dict.fromkeys(found) if word not in self._at]
        if len(self._at) + len(new) > _REMEMBERED:
            self._at.clear()
            new = list(dict.fromkeys(found))
        if new:
            rows, bits = zip(*(self._features.of(word) for word in new), strict=True)
            made = mixed(self._parameters, np.array(rows, dtype=np.int64), np.array(bits, dtype=np.float32))
            first, last = len(self._at), len(self._at) + len(new)
            if last > len(self._mixed):
                more = np.zeros((max(2 * last, _LEAST) - len(self._mixed), made.shape[1]), dtype=np.float32)
                self._mixed = np.concatenate((self._mixed, more))
            self._mixed[first:last] = made
            self._at.update(zip(new, range(first, last), strict=True))
        return self._mixed[[self._at[word] for word in found]]


def _one_name(one: Tagged, other: Tagged, found: Sequence[str]) -> bool:
    """Whether nothing but a blank or particles stands between two persons' spans, so that they are one name (Ana *de
    los* Santos)."""
    between = found[one.last : other.first]
    return one.group == other.group == PERSON and all(word.lower() in _PARTICLES for word in between)


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


@lru_cache(maxsize=1)
def installed() -> Tagger:
    """The tagger that comes with the package, read once a process."""
    return Tagger.from_folder()
