"""What a command says and how it ends when its model or data are not here. Loads nothing of the program."""

from __future__ import annotations

EXIT_ABSENT = 2


class AbsentError(Exception):
    """A model or a folder of data that a command needs is not here."""
