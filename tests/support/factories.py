"""Documents and claims made from plain text, for tests of what stands between extraction and decision.

A text is typed onto a page in a fixed pitch: a line feed ends a row, a tab leaves a column gap, and every word has a
place. Everybody named in these tests is invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from redactor.geometry import quad_of
from redactor.model import (
    Category,
    Detection,
    Document,
    DocumentId,
    Finding,
    Page,
    Passage,
    Rect,
    Role,
    Span,
    Word,
)
from redactor.resolve import KnownPerson, Registry, findings_of, propagate, registry_of
from redactor.resolve.propagation import Hit

KEY = b"a key of the matter, for tests"

_WIDTH, _HEIGHT = 612.0, 792.0
_PITCH, _LEADING = 6.0, 12.0
"""Points from one letter to the next, and from one line to the next."""

_WORD = re.compile(r"\S+")


def document_id(number: int) -> DocumentId:
    return DocumentId(f"{number:064x}")


def page_text(text: str, address: str = "p1", page: int = 1) -> Passage:
    """A passage of page text, each word of it placed."""
    return Passage(address, text, page, tuple(_placed(text)))


def _placed(text: str) -> Iterable[Word]:
    for ordinal, match in enumerate(_WORD.finditer(text)):
        row = text.count("\n", 0, match.start())
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        length = len(match.group())
        left, top = 36 + column * _PITCH, 36 + row * _LEADING
        quad = quad_of(Rect(left, top, left + length * _PITCH, top + 10))
        yield Word(*match.span(), quad, tuple(step / length for step in range(length + 1)), ordinal)


def document(*texts: str, number: int = 1, doc_type: str = "document", more: Sequence[Passage] = ()) -> Document:
    """A document with one page for each text; ``more`` are its passages off the page."""
    passages = [page_text(text, f"p{page}", page) for page, text in enumerate(texts, 1)]
    pages = tuple(Page(page, _WIDTH, _HEIGHT) for page in range(1, len(texts) + 1))
    return Document(document_id(number), pages, (*passages, *more), Path("flattened.pdf"), doc_type=doc_type)


def claim(
    on: Document,
    value: str,
    category: Category = Category.PERSON_NAME,
    *,
    role: Role | None = None,
    score: float = 0.9,
    passage: str = "p1",
    recognizer: str = "test",
) -> Detection:
    """A claim on the first place where the passage says ``value``."""
    start = on.passage(passage).text.index(value)
    span = Span(passage, start, start + len(value))
    return Detection(on.id, span, category, score, recognizer, "as the test says", role)


def by_id(*documents: Document) -> Mapping[DocumentId, Document]:
    return {each.id: each for each in documents}


def registry(
    claims: Mapping[Document, Sequence[Detection]] | None = None, known: Sequence[KnownPerson] = ()
) -> Registry:
    """The registry of a matter that holds these documents with these claims, and whom its file names."""
    named = claims or {}
    return registry_of(by_id(*named), [one for found in named.values() for one in found], known, KEY)


def roster(*names: str, role: Role = Role.SUBJECT, numbers: Sequence[tuple[Category, str]] = ()) -> Registry:
    """A registry of one person whom the matter file names, in these spellings."""
    return registry(known=[KnownPerson(names, role, tuple(numbers))])


def hits(on: Document, of: Registry) -> tuple[Hit, ...]:
    """The second pass over one document."""
    [(_, found)] = propagate([on], of)
    return found


def found_again(text: str, of: Registry, category: Category = Category.PERSON_NAME) -> set[str]:
    """What the second pass claims in a page that says ``text``, touching claims made one."""
    page = document(text)
    return {page.text(finding.span) for finding in merged(page, [], of) if finding.category is category}


def merged(on: Document, claims: Sequence[Detection], of: Registry | None = None) -> tuple[Finding, ...]:
    """The document's findings from its own claims and the second pass."""
    everyone = of if of is not None else registry()
    return findings_of(on, claims, hits(on, everyone), everyone, KEY)
