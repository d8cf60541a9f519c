"""The QC sample of pages on which nothing is withheld, and what it says of the pages that nobody looked at."""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Callable, Sequence

from redactor.model import DocumentId

CONFIDENCE = 0.95
_STEPS = 60
"""Halvings of an interval of length one: to the last bit of a double and beyond."""

PagePlace = tuple[DocumentId, int]


def drawn(frame: Sequence[PagePlace], size: int, seed: int) -> tuple[PagePlace, ...]:
    """``size`` pages of the frame (all of it where it is smaller), the same for the same frame and seed."""
    ordered = sorted(frame)
    return tuple(sorted(random.Random(seed).sample(ordered, min(size, len(ordered)))))


def digest(frame: Sequence[PagePlace]) -> str:
    """sha256 of the frame, so that a sample can be drawn again from what it was drawn from."""
    lines = "".join(f"{document} {page}\n" for document, page in sorted(frame))
    return hashlib.sha256(lines.encode()).hexdigest()


def interval(missed: int, looked: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The exact binomial interval of Clopper and Pearson for a share, of which ``missed`` of ``looked`` were seen.

    (0, 1) where nobody has looked: that is all that is known then.
    """
    if not 0 <= missed <= looked:
        raise ValueError("more were missed than looked at")
    tail = (1 - confidence) / 2
    low = 0.0 if missed == 0 else _share(lambda p: 1 - _at_most(missed - 1, looked, p) >= tail)
    high = 1.0 if missed == looked else _share(lambda p: _at_most(missed, looked, p) <= tail)
    return low, high


def _share(reached: Callable[[float], bool]) -> float:
    """The smallest share at which a condition holds that, once it holds, holds for all larger ones."""
    below, above = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (below + above) / 2
        below, above = (below, middle) if reached(middle) else (middle, above)
    return (below + above) / 2


def _at_most(most: int, of: int, share: float) -> float:
    """The probability that at most ``most`` of ``of`` are hit, each with probability ``share``."""
    if share <= 0:
        return 1.0
    if share >= 1:
        return 1.0 if most >= of else 0.0
    terms = (
        math.lgamma(of + 1)
        - math.lgamma(k + 1)
        - math.lgamma(of - k + 1)
        + k * math.log(share)
        + (of - k) * math.log1p(-share)
        for k in range(most + 1)
    )
    return min(1.0, math.fsum(math.exp(term) for term in terms))
