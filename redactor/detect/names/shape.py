"""How a name is written. Patterns over a shadow (plain blanks, dashes and apostrophes)."""

from __future__ import annotations

import regex

from redactor.lexicon import is_english, is_given, is_surname, names_people
from redactor.vocabulary import NOT_NAMES, only_print, words_in

CAPITALISED = r"(?:(?:Jr|Sr|Md|MD|Mst|MST|Most|MOST|St|Ma|Fco|Mohd)\.|\p{Lu}[\p{L}'\-]*\p{L})"
"""One word of a name: Maria, GARCIA-LOPEZ, O'Neil, Md. A point ends a sentence, unless an abbreviation owns it."""

INITIAL = r"\p{Lu}\.?(?![\p{L}\d])"
PARTICLE = r"(?i:de\s+la|de\s+los|de\s+las|del|de|da|dos|das|do|di|du|van\s+der|van|von|el|al|bin|ibn|bint|y|e|st\.|abu|ben|le)"
_WORD = rf"(?:(?:{PARTICLE}(?:[ ]|\n(?=\p{{Lu}}))|(?i:al|el|d')[\-'])?(?:{CAPITALISED}|{INITIAL}))"
BLANK = r"(?:[ ]|[ ]?\n[ ]?)"

NAME = rf"{_WORD}(?:{BLANK}{_WORD}){{0,5}}"
"""First Middle Last, or any run of name words, at most one line end inside."""

SURNAMES = rf"{_WORD}(?:[ ]{_WORD}){{0,3}}"
LAST_FIRST = rf"{SURNAMES},{BLANK}{_WORD}(?:[ ]{_WORD}){{0,3}}"
"""LAST LAST, First Middle."""

ANY_ORDER = rf"(?:{LAST_FIRST}|{NAME})"

_POSSESSIVE = regex.compile(r"'s(?=[ \n]).*", regex.DOTALL)
_TAIL = regex.compile(
    r"[\s,]+(?:AKA|A\.?K\.?A\.?|DOB|D\.O\.B\.|SSN|A#|Subject\s+ID|FINS?|(?:COC|CIS)(?=[ ]*[:#]|[ ]+\d|[ ]*$)|Tel|Badge|ID|Cell|Mobile|Fax|Dated)\b.*",
    regex.DOTALL,
)
_FUNCTION = regex.compile(r"(?:^|[ \n])(?:OF|FOR|THE|AND|BY|WITH|FROM|THAT|THIS|TO(?= \p{Lu}{2}))(?=[ \n,]|$)")
"""A word in capitals that parts a heading's nouns, and that no name holds."""

_TOLD_WORDS = 3
"""Words of a name that keeps a form word for its last because a label says where the name stands (Precious Sunday)."""

_SHORT = 3
_LABELS = frozenset(
    "May Mar Jan Feb Apr Jun Jul Aug Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat On In At By To Of As Or If So We Us Up No Am Is It The And For But Not Was Had Has His Her Its Who Why How Our She You All Any Let Did Now Age Sex Tel Fax Day Arr No DOB ID Zip Apt Att Rep Row".split()
)
"""Short labels and words of sentences that a few people are called by."""

_BEFORE_WRAP, _AFTER_WRAP = 20, 12
"""Code points that a line must hold before a name, and the next one behind it, for the name to run over the line end.
In a column of names each line holds a name of its own."""


def trimmed(text: str, start: int, end: int, *, told: bool = False, keep_last: bool = False) -> tuple[int, int]:
    """The half-open offsets without a label or the next line's words that ran into the name, and without blanks,
    vocabulary and commas behind it. ``told`` keeps vocabulary: the place says that it is a name; ``keep_last`` keeps the last
    line instead of the first."""
    value = text[start:end]
    if (wrap := value.find("\n")) >= 0 and (keep_last or not _wraps(text, start, end)):
        if keep_last:
            start += value.rindex("\n") + 1
            value = text[start:end]
        else:
            value = value[:wrap]
    if owned := _POSSESSIVE.search(value):
        value = value[: owned.start()]
    if cut := _TAIL.search(value):
        value = value[: cut.start()]
    if function := _FUNCTION.search(value):
        value = value[: function.start()]
        if all(is_english(word) or word.lower() in NOT_NAMES for word in words_in(value)):
            return start, start  # a heading: ORDER OF PROTECTION
    told = told and len(value.split()) <= _TOLD_WORDS
    while last := regex.search(r"(,?)[ \n]+(\p{L}+)$", value):
        word = last[2]
        form_word = (
            only_print(word) and not (told and _second_word(value, word))
            if told or last[1]
            else word.lower() in NOT_NAMES
        )
        if not told and not last[1] and _ends_there(text, start + len(value)) and _second_word(value, word):
            break
        if not form_word or _short_name(word) or (word.isupper() and not last[1]):
            break  # after a comma, and where a label tells, a place's name is somebody's: MUSTER, Virginia
        value = value[: last.start()]
    abbreviated = regex.search(r"(?:^|[\s.])\p{Lu}\.$|\b(?:Jr|Sr|Md|Mst)\.$", value)
    kept = value if abbreviated else value.rstrip(" ,;:.\n\t-'")
    return start, start + len(kept)


def _second_word(value: str, word: str) -> bool:
    """Whether the last of two words is a surname as common as the thing it is called after: Mark Court."""
    return len(value.split()) == 2 and names_people(word)


def _ends_there(text: str, end: int) -> bool:
    return text[end : end + 1] in (",", ".", ";", ")")


def _short_name(word: str) -> bool:
    """Whether a short word of forms and sentences is somebody's name too: An, Na, My, Do, He."""
    return len(word) <= _SHORT and word[0].isupper() and (is_given(word) or is_surname(word)) and word not in _LABELS


def _wraps(text: str, start: int, end: int) -> bool:
    """Whether the lines look like prose that was wrapped inside the name."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    behind = text[end : text.find("\n", end) if text.find("\n", end) >= 0 else len(text)]
    return len(before) >= _BEFORE_WRAP and len(behind) >= _AFTER_WRAP and "\t" not in before + behind
