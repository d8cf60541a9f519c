"""Words and figures of running text, with their places: what the lexicon is asked about, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CHUNK = re.compile(r"[^\s—|\\“”\"\[\]{}<>;=_•…■□☐☒✓«»]+")
_LINK = re.compile(r"(?i)(?:https?://|www\.)\S*|[\w.\-]+\.(?:gov|com|org|net|edu)/\S*")
_PART = re.compile(r"[^/()&+,:!?*#%~]+")
_HYPHEN_AT_LINE_END = re.compile(r"(?<=[^\W\d_])[^\W\d_][\-\u00ad]\n[ \t]*(?=[^\W\d_A-Z])")
_BEFORE_FIGURE = "$§¶#"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, figure or link. ``start``/``end`` are half-open offsets of the text; ``text`` is as written, without
    the punctuation around it and without a hyphen at a line's end; ``mark`` is the sign before it ("$", "§", "¶", "#")
    or nothing."""

    start: int
    end: int
    text: str
    kind: str
    mark: str = ""

    @property
    def is_word(self) -> bool:
        return self.kind == "word"

    @property
    def is_figure(self) -> bool:
        return self.kind == "figure"


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text in their order. A word that was hyphenated at a line's end is one token; a figure keeps the
    letters, points and parentheses inside it ("1367(a)(2)", "F.3d"); words are parted at slashes and parentheses."""
    position = 0
    while match := (_LINK.match(text, position) or _CHUNK.match(text, position) or _skip(text, position)):
        start, end = match.span()
        position = max(end, position + 1)
        if _LINK.fullmatch(match.group()):
            yield _trimmed(text, start, end, "link")
            continue
        if not match.group().strip():
            continue
        while hyphen := _HYPHEN_AT_LINE_END.match(text, end - 2 if text[end - 1] in "-\u00ad" else end):
            more = _CHUNK.match(text, hyphen.end())
            if more is None:
                break
            end = more.end()
        position = end
        yield from _within(text, start, end)


def _skip(text: str, position: int) -> re.Match[str] | None:
    return _BLANKS.match(text, position)


_BLANKS = re.compile(r"[\s—|\\“”\"\[\]{}<>;=_•…■□☐☒✓«»]+")


def _within(text: str, start: int, end: int) -> Iterator[Token]:
    if any(character.isdigit() for character in text[start:end]):
        token = _trimmed(text, start, end, "figure")
        if token.text:
            yield token
        return
    for part in _PART.finditer(text, start, end):
        token = _trimmed(text, *part.span(), "word")
        if token.text and any(character.isalpha() for character in token.text):
            yield token


def _trimmed(text: str, start: int, end: int, kind: str) -> Token:
    """The token without the punctuation around it; parentheses stay where they are both inside."""
    first = start
    while start < end and not text[start].isalnum() and not _opens(text, start, end):
        start += 1
    while end > start and not text[end - 1].isalnum() and not _closes(text, start, end):
        end -= 1
    mark = next((c for c in reversed(text[max(0, first - 2) : start]) if c in _BEFORE_FIGURE), "")
    written = re.sub(r"[\-\u00ad]\n[ \t]*", "", text[start:end]).replace("\u00ad", "")
    return Token(start, end, written, kind, mark)


def _opens(text: str, start: int, end: int) -> bool:
    return text[start] == "(" and ")" in text[start:end] and any(c.isdigit() for c in text[start:end])


def _closes(text: str, start: int, end: int) -> bool:
    return text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end)
