"""What paper, scanners, typists and telephones do to a text. Spans go along."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence

from redactor.detect.tagger.corpus.piece import Piece

_MISREAD = {
    "l": "1I", "I": "l1", "O": "0", "0": "O", "o": "c", "e": "c", "c": "e", "m": "rn", "n": "ri", "u": "ii", "S": "5", "5": "S", "B": "8", "i": "l",
    "a": "o", "t": "f", "h": "b", "g": "q", "E": "F", "G": "C", "D": "O", "é": "e6", "ñ": "n", "í": "i1",
}  # fmt: skip


def upper(pieces: Sequence[Piece]) -> list[Piece]:
    """ALL CAPITALS."""
    return [Piece(piece.text.upper(), piece.kind) for piece in pieces]


def lower(pieces: Sequence[Piece]) -> list[Piece]:
    """no capitals."""
    return [Piece(piece.text.lower(), piece.kind) for piece in pieces]


def plain(pieces: Sequence[Piece]) -> list[Piece]:
    """Without diacritics."""
    return [Piece(_plain(piece.text), piece.kind) for piece in pieces]


def _plain(text: str) -> str:
    if text.isascii():
        return text
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return (
        bare.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("đ", "d").replace("Đ", "D").replace("ø", "o")
    )


def names_upper(pieces: Sequence[Piece]) -> list[Piece]:
    """Names in capitals in running text, as enforcement papers like it."""
    return [Piece(p.text.upper() if p.kind and p.kind.startswith("PERSON") else p.text, p.kind) for p in pieces]


def names_lower(pieces: Sequence[Piece]) -> list[Piece]:
    """Names without capitals in text that has them: typed in haste."""
    return [Piece(p.text.lower() if p.kind and p.kind.startswith("PERSON") else p.text, p.kind) for p in pieces]


def misread(pieces: Sequence[Piece], rng: random.Random, rate: float) -> list[Piece]:
    """Letters that OCR took for others, at ``rate`` a letter."""

    def read(text: str) -> str:
        return "".join(rng.choice(_MISREAD[c]) if c in _MISREAD and rng.random() < rate else c for c in text)

    return [Piece(read(piece.text), piece.kind) for piece in pieces]


def wrapped(pieces: Sequence[Piece], rng: random.Random, width: int) -> list[Piece]:
    """Lines broken at blanks after ``width`` places, within spans too."""
    out, column = [], 0
    for piece in pieces:
        letters = []
        for at, character in enumerate(piece.text):
            if character == "\n":
                column = 0
            elif character == " " and column > 0:
                word = 0
                for following in piece.text[at + 1 : at + 30]:
                    if following in " \n":
                        break
                    word += 1
                if column + word >= width:
                    character, column = "\n", 0
                else:
                    column += 1
            else:
                column += 1
            letters.append(character)
        out.append(Piece("".join(letters), piece.kind))
    return out


def spaced(pieces: Sequence[Piece], rng: random.Random) -> list[Piece]:
    """Now and then a name is letter-spaced, or its words stand in cells or lines of their own."""
    out = []
    for piece in pieces:
        text = piece.text
        if piece.kind and " " in text and rng.random() < 0.08:
            text = text.replace(" ", rng.choice(("\n", "\t", "  ", "\t")), 1)
        out.append(Piece(text, piece.kind))
    return out


def noisy(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """One paper's share of trouble."""
    if rng.random() < 0.35:
        pieces = plain(pieces)
    choice = rng.random()
    if choice < 0.10:
        pieces = upper(pieces)
    elif choice < 0.17:
        pieces = lower(pieces)
    elif choice < 0.30:
        pieces = names_upper(pieces)
    elif choice < 0.34:
        pieces = names_lower(pieces)
    steps: list[tuple[float, Callable[[list[Piece]], list[Piece]]]] = [
        (0.45, lambda p: wrapped(p, rng, rng.choice((45, 60, 72, 80, 90, 100)))),
        (0.12, lambda p: misread(p, rng, rng.choice((0.005, 0.01, 0.03)))),
        (0.15, lambda p: spaced(p, rng)),
    ]
    for chance, step in steps:
        if rng.random() < chance:
            pieces = step(pieces)
    return pieces
