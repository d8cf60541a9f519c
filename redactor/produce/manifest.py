"""MANIFEST.json: what a volume holds, so that whoever receives it can see that nothing is missing or changed.

It says nothing about originals: no source name, no source hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from redactor.bates import ranges

MANIFEST = "MANIFEST.json"


def sha256_of(path: Path) -> str:
    """The file's sha256 in lower-case hex digits, read from the disk."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_of(folder: Path) -> tuple[str, ...]:
    """Every file below the folder by its path with forward slashes, sorted, the manifest itself left out."""
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(path for path in paths if path != MANIFEST))


def manifest_bytes(
    folder: Path,
    facts: Mapping[str, object],
    counts: Mapping[str, int],
    numbers: Sequence[str],
    gaps: Sequence[str],
) -> tuple[bytes, dict[str, str]]:
    """The manifest of the files below ``folder``, and their sha256 by path. Same volume, same bytes.

    ``numbers`` are the Bates numbers in use, in order; ``gaps`` those that were allotted and not used.
    """
    hashes = {path: sha256_of(folder / path) for path in files_of(folder)}
    manifest: dict[str, Any] = {
        **facts,
        "bates": {
            "first": numbers[0] if numbers else None,
            "last": numbers[-1] if numbers else None,
            "not_used": ranges(gaps).split("; ") if gaps else [],
        },
        "counts": dict(counts),
        "files": [
            {"path": path, "bytes": (folder / path).stat().st_size, "sha256": sha256} for path, sha256 in hashes.items()
        ],
    }
    return (json.dumps(manifest, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode(), hashes
