"""How a label leads to its value on a form or in a line of typescript: the parts that patterns are built from."""

from __future__ import annotations

NUMBER = r"(?:,?\s?(?:number\b|num\b\.?|nbr\b\.?|no\b\.?|#|nro\b\.?|n[uú]mero\b|n[uú]m\b\.?))"
"""The word for "number", as forms abbreviate it, in English and Spanish."""

TO_NUMBER = r"(?:\s?\([^()\n]{1,40}\))?(?:\s(?:is|was|es)\b)?[\s:.#_\-]{0,8}"
"""From the end of a label to a number: a remark in brackets, punctuation, a column gap or a line end."""

TO_WORDS = r"(?: ?\([^()\n]{1,40}\))?(?: ?:[ \t_]{0,6}(?:\n[ \t]*)?| ?\t[ \t]*| {2,8}| - )"
"""From the end of a label to words. A colon, column gap or dash is needed: without it any sentence would be a value."""

WORDS = (
    r"(?P<id>(?![^\n\t]{1,40}:)[^\W_][^\n\t:;]{0,60}?)"
    r"(?= {2}|[\n\t;]|\.(?:\s|$)|$|,? (?-i:[A-Z])[\w'/]+(?: [\w/']+){0,2}:)"
)
"""A value in words: up to the next gap, sentence end, or label with a colon."""

_NAME = r"(?:(?:[A-Z]|St|Ft|Mt|Pto|Col|Sta|Sto)\.|[A-Z0-9][\w'&\-]*)"
NAMED = rf"{_NAME}(?:,? (?:(?:of|de|del|la|las|los|the|and|y|&|for) ){{0,2}}{_NAME}){{0,6}}"
"""A run of capitalised words: a place or an organisation. Must be matched with case."""


def number_after(label: str, value: str) -> str:
    """A pattern: ``label`` (a pattern, case ignored), what may stand between, and ``value`` as the claim."""
    return rf"(?P<label>(?i:\b(?:{label}))){TO_NUMBER}(?P<id>{value})"


def words_after(label: str) -> str:
    """A pattern: ``label`` (a pattern, case ignored), a colon or gap, and the words that follow as the claim."""
    return rf"(?P<label>(?i:\b(?:{label}))){TO_WORDS}{WORDS}"
