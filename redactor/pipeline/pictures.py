"""Pictures of pages, kept as long as there is room."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from redactor.model import DocumentId
from redactor.produce import write_bytes

_LEAST, _MOST = 36, 220
"""Dots an inch between which a reviewer may choose."""

_ROOM = 512 * 1024 * 1024
"""Bytes of pictures that are kept."""

_EVERY = 64
"""New pictures between two looks at how much there is."""


class Pictures:
    """A folder of pictures by document, page and sharpness; the oldest go first when it is full."""

    def __init__(self, folder: Path, room: int = _ROOM) -> None:
        self._folder = folder
        self._room = room
        self._made = 0
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)

    def sharpness(self, dpi: int) -> int:
        """``dpi`` within what is allowed."""
        return min(max(dpi, _LEAST), _MOST)

    def get(self, document: DocumentId, page: int, dpi: int, made: Callable[[int], bytes]) -> bytes:
        """The picture, made where it is not kept yet."""
        sharp = self.sharpness(dpi)
        path = self._folder / f"{document[:24]}-{page}-{sharp}.png"
        with contextlib.suppress(OSError):
            return path.read_bytes()
        picture = made(sharp)
        write_bytes(path, picture)
        self._made += 1
        if self._made % _EVERY == 0:
            self._make_room()
        return picture

    def _make_room(self) -> None:
        kept = sorted((path.stat().st_mtime, path.stat().st_size, path) for path in self._folder.glob("*.png"))
        total = sum(size for _, size, _ in kept)
        for _, size, path in kept:
            if total <= self._room:
                return
            path.unlink(missing_ok=True)
            total -= size
