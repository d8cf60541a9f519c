"""Which pages can show words that no reader of text gets: drawn by Type 3 glyphs or patterns, or set in fonts whose
codes have no meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from redactor.verify.objects import CopyObjects

_STANDARD = ("/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding", "/MacExpertEncoding")
_DEEPEST = 15  # forms within forms


def drawing_pages(objects: CopyObjects) -> frozenset[int]:
    """The pages (1-based) whose resources, or those of a form on them, hold such a font or pattern."""
    known: dict[tuple[int, int], bool] = {}
    return frozenset(
        number
        for number, page in enumerate(objects.pages, start=1)
        if _draws(page.obj.get("/Resources"), known, _DEEPEST)
    )


def _draws(resources: Any, known: dict[tuple[int, int], bool], depth: int) -> bool:
    if not isinstance(resources, pikepdf.Dictionary) or depth == 0:
        return False
    if resources.is_indirect and resources.objgen in known:
        return known[resources.objgen]
    if resources.is_indirect:
        known[resources.objgen] = False  # a form that paints itself adds nothing
    found = (
        any(thing.get("/PatternType") == 1 for thing in _entries(resources, "/Pattern"))
        or any(_means_nothing(font, known) for font in _entries(resources, "/Font"))
        or any(_draws(form.get("/Resources"), known, depth - 1) for form in _entries(resources, "/XObject"))
    )
    if resources.is_indirect:
        known[resources.objgen] = found
    return found


def _entries(resources: pikepdf.Dictionary, kind: str) -> Iterator[Any]:
    things = resources.get(kind)
    if isinstance(things, pikepdf.Dictionary):
        yield from (thing for thing in things.values() if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream))


def _means_nothing(font: Any, known: dict[tuple[int, int], bool]) -> bool:
    """Whether the font draws its glyphs by operators, or nothing says which letters its codes are."""
    key = font.objgen if font.is_indirect else None
    if key is not None and key in known:
        return known[key]
    kind = font.get("/Subtype")
    if kind == "/Type3":
        answer = True
    elif isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        answer = False
    elif kind == "/Type0":
        answer = True
    else:
        encoding = font.get("/Encoding")
        descriptor = font.get("/FontDescriptor")
        embedded = isinstance(descriptor, pikepdf.Dictionary) and any(
            f"/FontFile{n}" in descriptor for n in ("", "2", "3")
        )
        named = isinstance(encoding, pikepdf.Dictionary) or str(encoding) in _STANDARD
        answer = embedded and not named
    if key is not None:
        known[key] = answer
    return answer
