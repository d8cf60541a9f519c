"""Words looked for in every page of a matter: capitals, accents and line ends do not count. Work product only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from redactor.model import DocumentId
from redactor.store import PageCache


class _Folded(dict[int, str]):
    """Each letter without accent and capital, one for one, so that places stay what they are."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code))[:1].casefold()[:1] or chr(code)
        self[code] = plain
        return plain


_FOLDED = _Folded()


def folded(text: str) -> str:
    """The text without accents and capitals, of the same length."""
    lower = text.lower() if text.isascii() else text.translate(_FOLDED)
    return lower


def found_lines(
    words: str, documents: Iterable[tuple[DocumentId, str]], pages: PageCache, limit: int
) -> tuple[tuple[DocumentId, str, int, str], ...]:
    """Document, control number, page and line of the first ``limit`` places that say ``words``, in order."""
    wanted = folded(words).split()
    if not wanted:
        return ()
    pattern = re.compile(r"\s+".join(map(re.escape, wanted)))
    found: list[tuple[DocumentId, str, int, str]] = []
    for document, control in documents:
        for page, text in pages.texts(document):
            for match in pattern.finditer(folded(text)):
                found.append((document, control, page, _lines(text, *match.span())))
                if len(found) >= limit:
                    return tuple(found)
    return tuple(found)


def _lines(text: str, start: int, end: int) -> str:
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return " ".join(text[first : last if last >= 0 else len(text)].split())
