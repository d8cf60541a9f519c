"""Which pages' glyphs can be believed. A font's outlines and the code points that it claims for them are two entries
of a file, and only an eye can tell whether they agree; here a few lines of each font are read by OCR, until every
letter that the font shows has been seen once, and now and then a whole page."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby

import pymupdf

from redactor.extract.picture_page import DPI, FINEST, grey_of
from redactor.extract.words import Glyphs
from redactor.geometry import bounds, union
from redactor.model import DocumentId, Rect
from redactor.ocr import read, read_line
from redactor.shadow import squash

SAMPLED = 50
"""One page in so many is read by OCR as a whole, whatever its fonts look like."""

_AGREE = 0.80
"""Share of letters in common from which OCR and glyphs say the same: a good scan of small type has 0.9."""

_RUNS = 3
"""Lines of one font that are read on one page at most."""

_LEAST_RUN, _MOST_RUN = 3, 60
"""Letters of a line that is read: fewer are read badly, more cost time."""

_OFTEN = 3
"""So many times a letter must stand in a line, and never be read, to be a letter that is painted as another."""

_LEAST_SIZE = 5.0
"""Points; smaller type OCR does not read reliably."""

_LOOKALIKES = str.maketrans({"o": "0", "l": "1", "i": "1", "j": "1", "s": "5", "b": "8", "z": "2", "q": "g", "c": "e"})
"""Letters that OCR takes for one another even in good print, folded."""

_Font = tuple[str, tuple[int, ...]]
"""A font's name and the numbers of the objects that have it on this page: two subsets may share a name."""


@dataclass(slots=True)
class Trust:
    """What has been seen of a document's fonts so far. Pages are asked in order."""

    document: DocumentId
    languages: tuple[str, ...]
    seen: dict[_Font, set[str]] = field(default_factory=dict)
    lying: set[_Font] = field(default_factory=set)
    sampled: list[int] = field(default_factory=list)
    lines: int = 0

    def believes(self, page: pymupdf.Page, words: Sequence[Glyphs]) -> bool:
        """Whether the page's glyphs are what they claim. Reads what no page before has settled."""
        brought, taken = _fonts(page)
        every = tuple(sorted(number for numbers in brought.values() for number in numbers))
        for name, runs in _by_font(words):
            if name in taken:
                continue
            font = (name, brought.get(name, every))  # a font's program may know it by another name than the page does
            if font not in self.lying and not self._agrees(page, font, runs):
                self.lying.add(font)
            if font in self.lying:
                return False
        if random.Random(f"{self.document}:{page.number}").randrange(SAMPLED) == 0:
            self.sampled.append(page.number + 1)
            return self._page_agrees(page, words)
        return True

    def _agrees(self, page: pymupdf.Page, font: _Font, runs: list[Sequence[Glyphs]]) -> bool:
        seen = self.seen.setdefault(font, set())
        for _ in range(_RUNS):
            best = max(runs, key=lambda run: len(_letters(run) - seen), default=None)
            if best is None or not _letters(best) - seen:
                return True
            runs.remove(best)
            self.lines += 1
            if not self._line_agrees(page, best):
                return False
            seen |= _letters(best)
        return True

    def _line_agrees(self, page: pymupdf.Page, run: Sequence[Glyphs]) -> bool:
        box = union(bounds(word.quad) for word in run)
        says = "".join(word.text for word in run)
        for dpi in (DPI, FINEST):
            picture = grey_of(page, dpi, Rect(box.x0 - 2, box.y0 - 0.5, box.x1 + 2, box.y1 + 0.5))
            shown = "".join(word.text for word in read_line(picture, dpi, self.languages).words)
            if same(says, shown):
                return True
        return False

    def _page_agrees(self, page: pymupdf.Page, words: Sequence[Glyphs]) -> bool:
        """Whether most words stand on the page's picture, and no other words beside them."""
        upright = [word for word in words if word.upright and word.size >= _LEAST_SIZE and _latin(word.text)]
        if sum(len(word.text) for word in upright) < 20:
            return True
        reading = read(grey_of(page, DPI), DPI, self.languages)
        if not reading.words:
            return False
        shown = Counter(_folded(word.text) for word in reading.words)
        said = Counter(_folded(word.text) for word in upright)
        shared = sum(len(text) * count for text, count in (shown & said).items())
        return shared >= (_AGREE - 0.1) * sum(len(text) * count for text, count in said.items())


def same(says: str, shown: str) -> bool:
    """Whether a line's glyphs claim what an eye sees: most letters agree, and no letter is always another."""
    one, other = _folded(says), _folded(shown)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < _AGREE:
        return False
    matched: Counter[str] = Counter()
    for block in matcher.get_matching_blocks():
        matched.update(one[block.a : block.a + block.size])
    return all(count < _OFTEN or matched[letter] for letter, count in Counter(one).items())


def _folded(text: str) -> str:
    return squash(text).translate(_LOOKALIKES)


def _fonts(page: pymupdf.Page) -> tuple[dict[str, tuple[int, ...]], frozenset[str]]:
    """The page's fonts that the file brings along, by name, which only an eye can judge; and the names of those that
    it takes from the viewer, which are judged by the names of their glyphs (see ``fonts``)."""
    brought: dict[str, tuple[int, ...]] = {}
    taken: set[str] = set()
    for number, extension, kind, name, *_ in page.get_fonts(full=True):
        plain = name.split("+", 1)[-1] if name[6:7] == "+" else name
        if extension == "n/a" and kind != "Type3":
            taken.add(plain)
        else:
            brought[plain] = (*brought.get(plain, ()), number)
    return brought, frozenset(taken - set(brought))


def _by_font(words: Sequence[Glyphs]) -> Iterator[tuple[str, list[Sequence[Glyphs]]]]:
    """Runs of words in one font that OCR can read, font by font. Nothing else stands between the words of a run."""
    runs: dict[str, list[Sequence[Glyphs]]] = {}
    for (font, _, legible), group in groupby(words, key=lambda word: (word.font, word.line, _legible(word))):
        run: list[Glyphs] = []
        for word in group if legible else ():
            if sum(len(other.text) for other in run) < _MOST_RUN:
                run.append(word)
        if sum(len(word.text) for word in run) >= _LEAST_RUN:
            runs.setdefault(font, []).append(run)
    yield from runs.items()


def _legible(word: Glyphs) -> bool:
    """Whether OCR can be asked for the word: upright, large enough, in letters that it knows, and no row of dots."""
    signs = sum(not character.isalnum() for character in word.text)
    return word.upright and word.size >= _LEAST_SIZE and _latin(word.text) and signs <= max(2, len(word.text) // 2)


def _letters(run: Sequence[Glyphs]) -> set[str]:
    return {character for word in run for character in word.text if character.isalnum() and character.isascii()}


def _latin(text: str) -> bool:
    """Whether what OCR is asked to read is written in letters that it knows."""
    letters = [character for character in text if character.isalpha()]
    return sum(character < "\u0250" for character in letters) >= 0.8 * len(letters)
