"""Rule packs as they are named on the command line: a folder is looked for where the command was called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def named_here(packs: Sequence[str]) -> tuple[str, ...]:
    """The names, each folder among them (``./our-rules``) as a path that holds from anywhere."""
    return tuple(_from_anywhere(name) for name in packs)


def _from_anywhere(name: str) -> str:
    is_folder = "/" in name or "\\" in name or name.startswith(".")
    return str(Path(name).resolve()) if is_folder and Path(name, "pack.yaml").is_file() else name
