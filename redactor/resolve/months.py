"""The names of the months in the languages of these papers."""

from __future__ import annotations

from functools import cache

from redactor.resolve.names import fold

_MONTHS = (
    "january february march april may june july august september october november december",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm",
)
_SHORT = 3, 4


@cache
def names_of(month: int) -> frozenset[str]:
    """The names of a month (1 to 12), folded, and their usual short forms."""
    names = {fold(language.split()[month - 1]) for language in _MONTHS}
    return frozenset(names | {name[:length] for name in names for length in _SHORT if len(name) > length})
