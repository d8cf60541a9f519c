"""What a word may be, without looking at any document: English, a name, a place, a word of the law, of a form.

Standard library only, so that every stage may ask. Nothing here decides: a word that is English and a surname
("Rivers", "Grace") is both, and whoever asks weighs what stands around it. Sources and licences: ``SOURCES.md``.
"""

from redactor.lexicon.ask import (
    Kind,
    english_tier,
    explains,
    given_rank,
    is_common_given,
    is_english,
    is_given,
    is_place,
    is_surname,
    is_vocabulary,
    names_people,
    surname_rank,
)
from redactor.lexicon.in_context import acronyms_defined, runs, unexplained_tokens, words_written_small
from redactor.lexicon.words import Tier, fold

__all__ = [
    "Kind",
    "Tier",
    "acronyms_defined",
    "english_tier",
    "explains",
    "fold",
    "given_rank",
    "is_common_given",
    "is_english",
    "is_given",
    "is_place",
    "is_surname",
    "is_vocabulary",
    "names_people",
    "runs",
    "surname_rank",
    "unexplained_tokens",
    "words_written_small",
]
