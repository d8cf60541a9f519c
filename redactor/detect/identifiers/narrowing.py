"""What the recognizers of words that narrow down a person share: where one person is spoken of, such a word counts more.

"Gaziantep" alone identifies nobody and must stand (Rule 34(b)(2)(C)); "she was raised in Gaziantep" is one line of a
description. The sentence decides the score; the rule pack decides what a score is worth.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

import regex

from redactor.detect.recognizer import IdentifierRecognizer

OF_A_PERSON = 0.3
"""What a sentence about one person adds: it lifts a weak claim over the 0.5 that rules/section-1367 asks for."""

_PERSON = regex.compile(
    r"\b(?:(?:the )?subject(?!\s+(?:to|matter|of|line))|SUBJ|respondent(?!s)|detainee|beneficiary|self-?petitioner"
    r"|she|he|her|him|hers|his|the\s+alien\b(?!s)|I|my|me|ms|mrs|mr|miss|ella|él|su|mi|yo|la\s+(?:señora|solicitante)"
    r"|el\s+solicitante|client|victim(?!s)|applicant(?!s)|daughter|son|spouse|wife|husband)\b",
    regex.IGNORECASE,
)
_ARGUMENT = regex.compile(
    r"U\.\s?S\.\s?C|C\.\s?F\.\s?R|§|\bF\.\s?(?:Supp|[234]d)|\bFed\. R|\bPlaintiffs?\b|\bDefendants?\b|\b(?:this|the)\s+Court\b"
    r"|\bECF\b|\bId\.|\bSecretary\b|\bDirector\b|\bGovernment\b|\bCongress\b"
)
"""Words of briefs and opinions, whose "he" is an official or an author."""

_SENTENCE_END = regex.compile(r"[.!?][\"')\]]?\s+(?=[\p{Lu}\d\[(\"])|\n\s*\n|\t+")


class NarrowingRecognizer(IdentifierRecognizer):
    """A recognizer whose claims are weak by themselves and stronger in a sentence about one person."""

    def standing(self, text: str, start: int, end: int) -> float:
        """OF_A_PERSON in such a sentence, unless it argues about law."""
        begins, about = _sentences(text)
        return OF_A_PERSON if about[bisect_right(begins, start) - 1] else 0.0


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[list[int], list[bool]]:
    """Where the sentences of a text begin, and which of them speak of one person. Seven recognizers ask the same text."""
    begins = [0, *(match.end() for match in _SENTENCE_END.finditer(text) if match.end() < len(text))]
    ends = [*begins[1:], len(text)]
    return begins, [
        bool(_PERSON.search(text, begin, end)) and not _ARGUMENT.search(text, begin, end)
        for begin, end in zip(begins, ends, strict=True)
    ]
