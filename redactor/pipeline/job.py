"""One job: what to work on, where, with which engine; and the output folder it works in (design.md section 5)."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from redactor.engines import Engine
from redactor.errors import OutputError
from redactor.matter import Matter, load_matter, write_default
from redactor.produce import write_bytes

_PRIVATE = 0o700
_KEY_BYTES = 32


class Progress(Protocol):
    """Called as documents are done: what is being done, how many are, of how many."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


@dataclass(frozen=True, slots=True)
class MatterFolder:
    """The output folder of one matter. ``productions/`` leaves the building; ``work-product/`` never does."""

    path: Path

    @property
    def matter_file(self) -> Path:
        return self.path / "matter.yaml"

    @property
    def productions(self) -> Path:
        return self.path / "productions"

    @property
    def work_product(self) -> Path:
        return self.path / "work-product"

    @property
    def in_camera(self) -> Path:
        """Sets for the court's eyes: unredacted, encrypted, never part of a volume."""
        return self.path / "in-camera"

    @property
    def written(self) -> tuple[Path, ...]:
        """What is ours in the folder. Originals may lie beside it, and often do."""
        return self.productions, self.work_product, self.in_camera, self.matter_file

    @property
    def cache(self) -> Path:
        return self.work_product / "cache"

    @property
    def quarantine(self) -> Path:
        return self.work_product / "quarantine"

    @property
    def staging(self) -> Path:
        return self.work_product / "staging"

    @property
    def database(self) -> Path:
        return self.work_product / "matter.db"

    def prepare(self) -> None:
        """Make the folders. Raises OutputError where they cannot be made or written."""
        try:
            self.work_product.mkdir(parents=True, exist_ok=True)
            self.work_product.chmod(_PRIVATE)
            for folder in (self.cache, self.quarantine, self.staging):
                folder.mkdir(exist_ok=True)
                folder.chmod(_PRIVATE)
            probe = self.work_product / ".probe"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise OutputError(f"{self.path} cannot be written: {error.strerror or 'unknown cause'}") from None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Only one run at a time works in the folder. Raises OutputError where another one does."""
        self.prepare()
        lock = FileLock(self.work_product / ".lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise OutputError(
                f"another run is working in {self.path}", remedy="Wait until it is done, or choose another --out."
            ) from None
        try:
            yield
        finally:
            lock.release()

    def key(self) -> bytes:
        """The matter's HMAC key, made on first use. Whoever has it can test guesses; it never leaves.

        Raises OutputError where it cannot be kept or is damaged.
        """
        path = self.work_product / "key"
        if not path.exists():
            write_bytes(path, secrets.token_bytes(_KEY_BYTES))
        key = path.read_bytes()
        if len(key) != _KEY_BYTES:
            raise OutputError(
                "the matter's key is damaged", remedy="Restore work-product/key, or choose another --out."
            )
        return key

    def new_staging(self) -> Path:
        """An empty folder of this run's own; what earlier runs left half-made is removed. A worker that outlived its
        run writes where nobody looks."""
        self.clear_staging()
        return Path(tempfile.mkdtemp(dir=self.staging))

    def clear_staging(self) -> None:
        """Remove what was left half-made."""
        shutil.rmtree(self.staging, ignore_errors=True)
        self.staging.mkdir(exist_ok=True)


@dataclass(frozen=True, slots=True)
class Job:
    """What to do. ``matter_file`` None means the folder's own, written as a protective default where it is absent.
    ``profile`` None means the matter's."""

    paths: tuple[Path, ...]
    folder: MatterFolder
    matter_file: Path | None
    engine: Engine
    now: datetime
    progress: Progress
    profile: str | None = None

    def matter(self) -> Matter:
        """The matter. Raises MatterFileError where its file is wrong."""
        path = self.matter_file or self.folder.matter_file
        if self.matter_file is None and not path.exists():
            write_default(path)
        matter = load_matter(path)
        return replace(matter, profile=self.profile) if self.profile is not None else matter
