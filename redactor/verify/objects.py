"""The door to pikepdf: every object of a copy, walked from the trailer, with the place it is reported under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

NAMED_BY_WRITER = frozenset(
    ("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/CharProcs", "/Colorants")
)
"""Dictionaries whose keys are names somebody chose, so that a key there means nothing."""


class UnreadableObjectsError(Exception):
    """pikepdf cannot open the file. Never leaves this package."""


@dataclass(frozen=True, slots=True)
class Node:
    """A dictionary or stream, or an indirect object of another kind.

    ``key`` is the key it hangs on, ``parent`` the key of the dictionary that has this key, ``number`` that of the
    indirect object around it (0: the trailer).
    """

    thing: Any
    key: str
    parent: str
    number: int

    @property
    def place(self) -> str:
        return f"object {self.number}" if self.number else "trailer"


class CopyObjects:
    """All objects of an open file. ``nodes`` can be reached from the trailer, ``orphans`` cannot."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.pages = tuple(pdf.pages)
        self.units = _units(self.pages)
        self._seen: set[tuple[int, int]] = set()
        self._loose: list[Node] = []
        self.nodes = tuple(self._walk(pdf.trailer))
        known = {thing.objgen: thing for thing in pdf.objects if isinstance(thing, pikepdf.Object)}
        self.numbers = frozenset(number for number, _ in known)
        self._stray = {objgen: thing for objgen, thing in known.items() if objgen not in self._seen}
        self.orphans = tuple(number for (number, _), thing in sorted(self._stray.items()) if not _is_bookkeeping(thing))
        self._lost = tuple(node for thing in self._stray.values() for node in self._walk(thing))

    def everything(self) -> Iterator[Node]:
        """Every dictionary and stream, orphans too."""
        yield from self.nodes
        yield from self._lost

    def texts(self) -> Iterator[Node]:
        """Everything that may hold strings: also indirect arrays, strings and names, which no dictionary encloses."""
        yield from self.everything()
        yield from self._loose

    def streams(self) -> Iterator[Node]:
        """Every stream but the ones that only hold the file's own bookkeeping."""
        for node in self.everything():
            if isinstance(node.thing, pikepdf.Stream) and not _is_bookkeeping(node.thing):
                yield node

    def _walk(self, root: Any) -> Iterator[Node]:
        pending: list[tuple[Any, str, str, int]] = [(root, "", "", 0)]
        while pending:
            thing, key, parent, number = pending.pop()
            if not isinstance(thing, pikepdf.Object):
                continue
            if thing.is_indirect:
                if thing.objgen in self._seen:
                    continue
                self._seen.add(thing.objgen)
                number = thing.objgen[0]
                if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                    self._loose.append(Node(thing, key, parent, number))
            if isinstance(thing, pikepdf.Array):
                pending.extend((entry, key, parent, number) for entry in thing if isinstance(entry, pikepdf.Object))
            elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                yield Node(thing, key, parent, number)
                pending.extend((entry, name, key, number) for name, entry in thing.items())


def _is_bookkeeping(thing: Any) -> bool:
    return isinstance(thing, pikepdf.Stream) and thing.get("/Type") in ("/XRef", "/ObjStm")


def _units(pages: Sequence[Any]) -> tuple[float, ...]:
    return tuple(float(page.obj.get("/UserUnit", 1)) for page in pages)


def page_units(path: Path) -> tuple[float, ...]:
    """The user unit of every page, without looking at anything else. Raises UnreadableObjectsError."""
    try:
        with pikepdf.open(path) as pdf:
            return _units(tuple(pdf.pages))
    except pikepdf.PdfError as error:
        raise UnreadableObjectsError from error


@contextmanager
def copy_objects(path: Path) -> Iterator[CopyObjects]:
    """The file's objects. Raises UnreadableObjectsError where the file is damaged or needs a password."""
    try:
        with pikepdf.open(path) as pdf:
            yield CopyObjects(pdf)
    except pikepdf.PdfError as error:
        raise UnreadableObjectsError from error
