"""Whole papers of every kind, from sentences, labels, tables and messages, with one cast each."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from redactor.detect.tagger.corpus.forms import form, roster, table
from redactor.detect.tagger.corpus.lists import Names, templates
from redactor.detect.tagger.corpus.noise import lower, noisy, wrapped
from redactor.detect.tagger.corpus.people import Casting
from redactor.detect.tagger.corpus.piece import Labelled, Piece, joined
from redactor.detect.tagger.corpus.template import Cast
from redactor.detect.tagger.corpus.values import Values

_PROSE = ("narrative", "statement", "legal", "spanish")

Maker = Callable[[Cast, random.Random], Iterator[Piece]]


def _lines(
    cast: Cast, rng: random.Random, pool: str, count: int, gaps: tuple[str, ...], *, plain: float = 0.0
) -> Iterator[Piece]:
    gap = rng.choice(gaps)
    for _ in range(count):
        chosen = "nobody" if rng.random() < plain else pool
        yield from cast.fill(rng.choice(templates()[chosen]))
        yield Piece(gap if rng.random() < 0.85 else "\n")


def _prose(cast: Cast, rng: random.Random) -> Iterator[Piece]:
    pool = rng.choice(("narrative", "narrative", "narrative", "statement", "statement", "legal", "legal"))
    if rng.random() < 0.4:
        yield from cast.fill(rng.choice(templates()["nobody"]) + "\n")
    for _ in range(rng.randint(1, 4)):
        yield from _lines(cast, rng, pool, rng.randint(1, 6), (" ", " ", "\n", "\n\n"), plain=0.12)
        yield Piece("\n")
        if rng.random() < 0.25:
            pool = rng.choice(_PROSE)


def _mail(cast: Cast, rng: random.Random) -> Iterator[Piece]:
    yield from _lines(cast, rng, "email", rng.randint(4, 14), ("\n", "\n", "\n\n"), plain=0.06)
    if rng.random() < 0.4:
        yield from _lines(cast, rng, "narrative", rng.randint(1, 4), (" ", "\n"))


def _chat(cast: Cast, rng: random.Random) -> Iterator[Piece]:
    pieces: list[Piece] = list(_lines(cast, rng, "chat", rng.randint(3, 16), ("\n", "\n", "\n\n", " ")))
    if rng.random() < 0.25:
        pieces += _lines(cast, rng, "spanish", 2, ("\n",))
    style = rng.random()
    yield from lower(pieces) if style < 0.6 else pieces


def _spanish(cast: Cast, rng: random.Random) -> Iterator[Piece]:
    yield from _lines(cast, rng, "spanish", rng.randint(2, 10), (" ", "\n"), plain=0.05)


def _nobody(cast: Cast, rng: random.Random) -> Iterator[Piece]:
    yield from _lines(cast, rng, "nobody", rng.randint(3, 14), ("\n", " ", "\n\n"))


def _whole(cast: Cast, rng: random.Random) -> Iterator[Piece]:
    yield from cast.fill(rng.choice(templates()["whole"]))


def _mixed(cast: Cast, rng: random.Random) -> Iterator[Piece]:
    for maker in rng.sample((_prose, _mail, form, table, roster, _nobody, _chat), 2):
        yield from maker(cast, rng)
        yield Piece("\n")


def _snippet(cast: Cast, rng: random.Random) -> Iterator[Piece]:
    yield from _lines(cast, rng, rng.choice((*_PROSE, "email", "chat", "nobody")), 1, ("",))


_MAKERS: tuple[tuple[Maker, int], ...] = (
    (_prose, 34), (_mail, 10), (_chat, 8), (_spanish, 5), (_nobody, 7), (_whole, 16), (form, 16), (table, 9), (roster, 4), (_mixed, 8), (_snippet, 6),
)  # fmt: skip


class Generator:
    """Writes papers without end. The same seed writes the same papers."""

    def __init__(self, seed: int, held_out: frozenset[str] = frozenset()) -> None:
        self._rng = random.Random(seed)
        self._casting = Casting(Names(held_out), self._rng)
        self._values = Values(self._casting, self._rng)
        self._makers = [maker for maker, _ in _MAKERS]
        self._weights = [weight for _, weight in _MAKERS]

    def paper(self) -> Labelled:
        """The next paper."""
        rng = self._rng
        cast = Cast(self._casting, self._values, rng)
        maker = rng.choices(self._makers, self._weights)[0]
        pieces = [piece for piece in maker(cast, rng) if piece.text]
        if maker is _whole and rng.random() < 0.5:
            pieces = wrapped(pieces, rng, 90)
        return joined(noisy(pieces, rng))
