"""How a name is written. Patterns over a shadow (plain blanks, dashes and apostrophes)."""

from __future__ import annotations

import regex

CAPITALISED = r"\p{Lu}[\p{L}'\-]*\p{L}\.?"
"""One word of a name: Maria, GARCIA-LOPEZ, O'Neil, Md."""

INITIAL = r"\p{Lu}\.?(?!\p{L})"
PARTICLE = r"(?i:de\s+la|de\s+los|de\s+las|del|de|da|dos|das|do|di|du|van\s+der|van|von|el|al|bin|ibn|bint|y|e|st\.|abu|ben|le)"
_WORD = rf"(?:(?:{PARTICLE}[ ]|(?i:al|el|d')[\-'])?(?:{CAPITALISED}|{INITIAL}))"
BLANK = r"(?:[ ]|[ ]?\n[ ]?)"

NAME = rf"{_WORD}(?:{BLANK}{_WORD}){{0,5}}"
"""First Middle Last, or any run of name words, at most one line end inside."""

SURNAMES = rf"{_WORD}(?:[ ]{_WORD}){{0,3}}"
LAST_FIRST = rf"{SURNAMES},{BLANK}{_WORD}(?:[ ]{_WORD}){{0,3}}"
"""LAST LAST, First Middle."""

ANY_ORDER = rf"(?:{LAST_FIRST}|{NAME})"

_TAIL = regex.compile(
    r"\s+(?:AKA|A\.?K\.?A\.?|DOB|D\.O\.B\.|SSN|A#|File|Date|Subject\s+ID|FINS?|Sex|Age|Event|COC|Alien|Phone|Tel|Title|on|at|and"
    r"|was|is|were|has|had|who|said|Badge|ID|No|Email|Cell|Fax|Dated|In|From|The|To|For|Re|RE)\b.*",
    regex.DOTALL,
)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The half-open offsets without a label that ran into the name, and without blanks and commas at either end."""
    value = text[start:end]
    if cut := _TAIL.search(value):
        value = value[: cut.start()]
    kept = value.rstrip(" ,;:.\n\t-") if not regex.search(r"(?:^|[\s.])\p{Lu}\.$|\b(?:Jr|Sr|Md|Mst)\.$", value) else value
    return start, start + len(kept)
