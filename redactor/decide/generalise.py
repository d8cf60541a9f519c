"""Which parts of a finding are withheld so that the rest may be read: the day of a date, the particulars of a record.

The kept part is what was understood and allowed; everything else goes. A text that is not understood goes whole.
"""

from __future__ import annotations

import re

from redactor.decide.dates import Part, Piece, read_date
from redactor.decide.pack import Precision
from redactor.decide.partial import Offsets, beyond_county, beyond_decade, beyond_initials, beyond_last_four

_HIDDEN_BELOW_MONTH = frozenset({Part.DAY, Part.NUMBER, Part.WEEKDAY, Part.TIME})
_HIDDEN_BELOW_YEAR = _HIDDEN_BELOW_MONTH | {Part.MONTH}

_OFFENCES = """
    abuse aggravated alcohol arrest arrested arson assault attempted battery burglary charge charged child class
    conduct conspiracy contempt controlled convicted conviction criminal damage dangerous degree dismissed
    disorderly domestic driving drug drunk dui dwi endangerement endangering endangerment extortion false felony
    first forgery fourth fraud guilty harassment identity illegal impaired influence infraction intoxicated
    kidnapping larceny license manslaughter menacing mischief misdemeanor murder negligent no none obstruction
    offence offense operating order petit petty plea pleaded pled possession prostitution public rape reckless
    record resisting robbery sale second sex sexual shoplifting stalking stolen strangulation substance
    suspended theft third threat threatening trafficking trespass under unlawful unlicensed vehicle vehicular
    violation violence weapon while
"""
_OFFENCE_WORDS = frozenset(_OFFENCES.split())
_JOINING_WORDS = frozenset(("a", "an", "and", "by", "for", "from", "in", "of", "or", "the", "to", "with", "without"))
_WORD = re.compile(r"\w+", re.UNICODE)
_BARE_GAP = re.compile(r"[\s,.\-/]*")


def withheld_parts(text: str, how: Precision) -> tuple[Offsets, ...]:
    """Half-open offsets into ``text`` that are withheld, in order and apart; () where ``text`` tells no more than
    ``how`` allows; the whole of ``text`` where it is not understood."""
    if how in _BEYOND:
        return _BEYOND[how](text)
    reading = read_date(text)
    if reading is None:
        return ((0, len(text)),)
    hidden = _HIDDEN_BELOW_MONTH if how is Precision.MONTH_AND_YEAR else _HIDDEN_BELOW_YEAR
    return _joined(text, reading.pieces, hidden)


def _joined(text: str, pieces: tuple[Piece, ...], hidden: frozenset[Part]) -> tuple[Offsets, ...]:
    """The hidden pieces; two of them with nothing but small words and marks between become one."""
    parts: list[Offsets] = []
    open_since_kept = False
    for piece in pieces:
        if piece.part in hidden:
            if parts and open_since_kept:
                parts[-1] = (parts[-1][0], piece.end)
            else:
                parts.append((piece.start, piece.end))
            open_since_kept = True
        elif piece.part is not Part.LINK:
            open_since_kept = False
    return tuple(parts)


_ARTICLES = frozenset({"a", "an", "the", "un", "una"})


def _beyond_offence(text: str) -> tuple[Offsets, ...]:
    """Everything but words that name offences, so that dates, courts, counties, numbers and people go.

    What is kept comes from a closed list: a word nobody thought of is withheld.
    """
    kept: list[Offsets] = []
    offence_named = False
    for word in _WORD.finditer(text):
        plain = word.group().casefold()
        if plain in _OFFENCE_WORDS:
            offence_named = True
            kept.append(word.span())
        elif plain in _JOINING_WORDS and kept and _BARE_GAP.fullmatch(text[kept[-1][1] : word.start()]):
            kept.append(word.span())
    if not offence_named:
        return ((0, len(text)),)
    parts: list[Offsets] = []
    at = 0
    for start, end in [*kept, (len(text), len(text))]:
        words = tuple(_WORD.finditer(text, at, start))
        if any(word.group().casefold() not in _ARTICLES for word in words):
            parts.append((words[0].start(), words[-1].end()))
        at = end
    return tuple(parts)


_BEYOND = {
    Precision.OFFENCE: _beyond_offence,
    Precision.COUNTY: beyond_county,
    Precision.AGE_BAND: beyond_decade,
    Precision.INITIALS: beyond_initials,
    Precision.LAST_FOUR: beyond_last_four,
}
