"""What other installed packages add: recognizers, rule packs, language models, engines. Found by entry
point, loaded only by name.

A plugin that cannot be loaded stops the run: a recognizer that silently stayed out would be a miss nobody sees.
"""

from __future__ import annotations

from enum import StrEnum
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from redactor.errors import SetupError


class Group(StrEnum):
    """Entry point groups. What an entry point must name is said beside each."""

    RECOGNIZERS = "redactor.recognizers"
    """A class of recognizer."""
    RULE_PACKS = "redactor.rule_packs"
    """A package whose folder holds pack.yaml, bases.yaml, rules.yaml and examples.yaml."""
    LANGUAGE_MODELS = "redactor.language_models"
    """A function that makes a spaCy pipeline whose entities labelled PERSON are persons."""
    OCR_ENGINES = "redactor.ocr_engines"
    """A function that makes a second reader of scanned words (``redactor.ocr.second.Speller``)."""
    ENGINES = "redactor.engines"
    """A function that makes an engine."""


def names(group: Group) -> tuple[str, ...]:
    """Names of the plugins of ``group``, sorted; nothing is imported."""
    return tuple(sorted(entry_points(group=group.value).names))


def load(group: Group, name: str) -> Any:
    """What the plugin ``name`` of ``group`` gives. Raises SetupError where it is absent, twice there, or broken."""
    found: tuple[EntryPoint, ...] = tuple(entry_points(group=group.value, name=name))
    if not found:
        raise SetupError(f"no installed package offers '{name}' as {group.value}")
    if len({point.value for point in found}) > 1:
        raise SetupError(f"more than one installed package offers '{name}' as {group.value}")
    try:
        return found[0].load()
    except Exception as error:  # a foreign package's import may raise anything; all of it means "not installed soundly"
        raise SetupError(
            f"the plugin '{name}' ({group.value}) cannot be loaded: {type(error).__name__}",
            remedy="Install the package that offers it again, or remove it.",
        ) from error
