"""One passage made ready for the second pass: its shadow, its words and its letters, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from redactor.model import Passage, Span
from redactor.resolve.names import fold, tokens
from redactor.shadow import Shadow, shadow

_LETTERS = re.compile(r"[A-Za-z0-9]+|[^\x00-\x7f]")


@dataclass(frozen=True)
class Reading:
    """A passage and its shadow. All offsets are half-open and the shadow's; ``span`` leads back to the passage."""

    passage: Passage
    plain: Shadow

    @property
    def text(self) -> str:
        """The shadow's text."""
        return self.plain.text

    @cached_property
    def words(self) -> list[tuple[str, int, int]]:
        """Folded words with their offsets (see ``names.tokens``)."""
        return list(tokens(self.plain.text))

    @cached_property
    def letters(self) -> tuple[str, list[int]]:
        """The letters and digits, folded, and the place of each."""
        text, letters, places = self.plain.text, [], []
        if text.isascii():
            places = [place for place, character in enumerate(text) if character.isalnum()]
            return "".join(text[place] for place in places).lower(), places
        for match in _LETTERS.finditer(text):
            stretch = match.group()
            if stretch.isascii():
                letters.append(stretch.lower())
                places.extend(range(*match.span()))
                continue
            for letter in fold(stretch):
                if letter.isalnum():
                    letters.append(letter)
                    places.append(match.start())
        return "".join(letters), places

    def span(self, start: int, end: int) -> Span:
        """The passage's span behind the shadow's ``[start, end)``, which must not be empty."""
        return Span(self.passage.address, *self.plain.origin(start, end))

    def line(self, place: int) -> tuple[int, int]:
        """Offsets of the line that ``place`` is in, without its line feed."""
        start = self.text.rfind("\n", 0, place) + 1
        end = self.text.find("\n", place)
        return start, end if end >= 0 else len(self.text)

    def shouts(self, at: int) -> bool:
        """Whether the word at index ``at`` begins with a capital."""
        return self.text[self.words[at][1]].isupper()

    def gap(self, at: int) -> str:
        """What stands between word ``at`` and the next one."""
        return self.text[self.words[at][2] : self.words[at + 1][1]]


def reading_of(passage: Passage) -> Reading:
    """The passage made ready."""
    return Reading(passage, shadow(passage.text))
