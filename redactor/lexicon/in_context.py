"""Words of running text that nothing explains: neither what they are, nor where they stand.

A capital or a digit makes a word worth asking about. "Motion" explains itself; "Grace" does where a heading or a
sentence's beginning gave it the capital; "Zorbiquen" never does. Of words written small, as in messages, only those of
scripts without capitals are asked about, and those that are known as names and as nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from redactor.lexicon import words
from redactor.lexicon.ask import (
    Kind,
    explains,
    given_rank,
    is_common_given,
    is_english,
    is_given,
    is_place,
    is_surname,
    is_vocabulary,
    names_people,
)
from redactor.lexicon.figures import figure_is_plain, glued_word
from redactor.lexicon.tokens import Token, tokens
from redactor.lexicon.words import fold

_ENDS_SENTENCE = re.compile(r"[.?!:;•●▪*)\]”\"☐☒□■_]\s*$|\n\s*\n\s*$|^\s*$|\t\s*$")
_OF_MONTH = frozenset(
    "in of since until till by through from to and late early mid during between before after on".split()
)
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_LOCATES = frozenset("in at near outside throughout across of from to city".split())
_POINTS_OUT = frozenset("the a an this that these those any each every no such its his her their our your".split())
_PEOPLE = frozenset(
    "mr mrs ms miss mx dr officer officers agent agents detective sergeant judge justice hon honorable subject "
    "respondent petitioner applicant beneficiary alien client attorney interpreter deputy director supervisor "
    "lieutenant captain det sgt lt do sddo ddo ieo and senor senora doctor professor named name signed "
    "witness by".split()
)
"""Words after which a name is expected, so that a capital is one."""
_PREFIXES = ("non", "pre", "post", "sub", "inter", "multi", "anti", "counter", "under", "over", "mis", "super", "cyber")
_CAMEL = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])|[a-z]+")
_DEFINED = re.compile(r"\((?:the |collectively,? |hereinafter,? )*[“\"'‘]?([A-Z][A-Za-z&\-]{1,9}?)s?[”\"'’]?\)")
_SMALL = re.compile(r"(?<![\w.\-@/])[^\W\d_]{3,}(?![\w@]|\.\w)")
_OUTLINE, _PARTS = (
    re.compile(r"[A-Z](?:\.[IVX]{1,4})?|[IVX]{1,5}(?:\.[A-Z])?"),
    ("part", "parts", "section", "sections"),
)
_CHAIN = re.compile(r"\s*(?:,|[-–]|&|;|and|or|to)?\s*(?:n\.?|¶+|§+)?\s*")
_LEAST_OF_WORD = 4
_GAZETTEER_WORDS = 4
"""Words of the longest place name that is looked for."""
_PUBLIC_HOSTS = frozenset({"perma.cc", "aclu.org", "tools.usps.com", "get.adobe.com", "adobe.com", "westlaw.com"})
_LINE = re.compile(r"[^\n\t]+")


class _State(Enum):
    EXPLAINED = 1
    LOOSE = 2
    """Explained by some of its surroundings: a word that people are called by as well."""
    OPEN = 3


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, or the part of one between column gaps: the indices of its tokens."""

    first: int
    last: int
    titled: bool
    """Whether every word of it that is not a small joining one has a capital."""


def unexplained_tokens(text: str, small: frozenset[str] = frozenset()) -> list[Token]:
    """The tokens that nothing explains, in their order. ``small`` are words that the document writes small elsewhere,
    folded (``words_written_small``): capitals do not make them names."""
    found = list(tokens(text))
    states = _states(text, found, small)
    _places(text, found, states)
    lines = _lines(text, found)
    by_line = {index: line for line in lines for index in range(line.first, line.last)}
    for index, state in enumerate(states):
        if state is _State.LOOSE:
            explained = _explained_here(text, found, states, index, by_line.get(index))
            states[index] = _State.EXPLAINED if explained else _State.OPEN
    _extend(text, found, states)
    return [token for token, state in zip(found, states, strict=True) if state is _State.OPEN]


def words_written_small(text: str) -> frozenset[str]:
    """Words that running text writes small, folded. A line without capitals says nothing: people write messages so."""
    return frozenset(
        fold(word)
        for line in text.split("\n")
        if any(character.isupper() for character in line)
        for word in _SMALL.findall(line)
        if word.islower()
    )


def acronyms_defined(text: str) -> frozenset[str]:
    """Acronyms in parentheses whose letters begin the words before them: "Prosecutorial Review Unit (“PRU”)"."""
    defined = set()
    for match in _DEFINED.finditer(text):
        letters = [c for c in match[1] if c.isupper()]
        before = re.findall(r"[^\W\d_]+", text[max(0, match.start() - 120) : match.start()])[-len(letters) * 2 :]
        initials = "".join(word[0].upper() for word in before)
        if len(letters) > 1 and _in_order(letters, initials):
            defined.add(match[1])
    return frozenset(defined)


def _in_order(letters: Sequence[str], initials: str) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _states(text: str, found: Sequence[Token], small: frozenset[str]) -> list[_State]:
    defined = acronyms_defined(text)
    states: list[_State] = []
    chained = False
    for index, token in enumerate(found):
        before = found[index - 1] if index else None
        after = found[index + 1] if index + 1 < len(found) else None
        if token.is_word and before is not None and _OUTLINE.fullmatch(token.text) and fold(before.text) in _PARTS:
            states.append(_State.EXPLAINED)
            continue
        if token.is_word:
            written_small = token.text.islower() and _small_name(token.text)
            states.append(_State.OPEN if written_small else _word_state(token.text, small, defined))
            continue
        if not token.is_figure:
            states.append(_State.EXPLAINED if _official(token.text) else _State.OPEN)
            continue
        follows = (
            before is not None
            and (before.is_figure or fold(before.text) == "n")
            and bool(_CHAIN.fullmatch(text[before.end : token.start]))
        )
        chained = follows and states[-1] is _State.EXPLAINED
        if figure_is_plain(token, before, after, chained):
            states.append(_State.EXPLAINED)
        elif word := glued_word(token):
            state = _word_state(word, small, defined)
            states.append(_State.EXPLAINED if state is _State.LOOSE and is_english(word) else state)
        else:
            states.append(_State.OPEN)
    return states


def _official(link: str) -> bool:
    """A link to a government's, a court's or a university's site names no private person."""
    host = re.sub(r"(?i)^https?://", "", link).split("/")[0].lower()
    return host.endswith((".gov", ".mil", ".edu", ".us")) or host.removeprefix("www.") in _PUBLIC_HOSTS


def _word_state(written: str, small: frozenset[str], defined: frozenset[str]) -> _State:
    if not _asked_about(written):
        return _State.EXPLAINED
    if explains(written) or written in defined or written.removesuffix("s") in defined:
        return _State.EXPLAINED
    plain = fold(written).removesuffix("'s").removesuffix("'")
    if is_english(written) or is_vocabulary(written) or is_place(written, well_known=True):
        return _State.LOOSE if names_people(written) else _State.EXPLAINED
    if plain in small and len(plain) >= _LEAST_OF_WORD and not names_people(written):
        return _State.EXPLAINED
    if _composed(written, plain) or _hyphened(written):
        return _State.EXPLAINED
    return _State.OPEN


@lru_cache(maxsize=50_000)
def _small_name(written: str) -> bool:
    """Whether a word written small is a name and nothing that English or Spanish writes small."""
    if len(written) < _LEAST_OF_WORD or is_english(written) or is_vocabulary(written) or is_place(written):
        return False
    return is_given(written) or is_surname(written)


def _asked_about(written: str) -> bool:
    """Whether a word has a capital, or letters of a script without capitals; single letters mark lists."""
    if len(written) < 2:
        return False
    return any(c.isupper() or (c.isalpha() and not c.islower()) for c in written)


def _hyphened(written: str) -> bool:
    """Whether a hyphened word is of English parts, one of which at least nobody is called by ("Look-up")."""
    parts = [part for part in written.split("-") if part]
    return len(parts) > 1 and all(map(is_english, parts)) and any(explains(part) for part in parts)


def _composed(written: str, plain: str) -> bool:
    """A prefix before an English word, or words run together ("UnitedStates", "end.Next") that explain themselves."""
    if is_surname(plain) or given_rank(plain) is not None:
        return False
    if any(
        plain.startswith(p) and len(plain) - len(p) >= _LEAST_OF_WORD and is_english(plain[len(p) :]) for p in _PREFIXES
    ):
        return True
    if "." in written:
        parts = [part for part in written.split(".") if part]
        return len(parts) > 1 and all(len(part) > 2 and _plain_part(part) for part in parts)
    parts = _CAMEL.findall(written)
    return len(parts) > 1 and "".join(parts) == written and all(len(p) > 2 and _plain_part(p) for p in parts)


def _plain_part(part: str) -> bool:
    return explains(part) is not None or (part.islower() and is_english(part))


def _places(text: str, found: Sequence[Token], states: list[_State]) -> None:
    """Explain the words of place names, the longest first, unless a name stands directly before them."""
    index = 0
    while index < len(found):
        length = _place_length(text, found, index)
        before = found[index - 1] if index else None
        named = before is not None and before.is_word and states[index - 1] is _State.OPEN
        if length and not (named and before is not None and text[before.end : found[index].start] == " "):
            for inside in range(index, index + length):
                states[inside] = _State.EXPLAINED
            index += length
        else:
            index += 1


def _place_length(text: str, found: Sequence[Token], index: int) -> int:
    """How many tokens from ``index`` on make a place name of two words or more; 0 where none."""
    if not (found[index].is_figure or found[index].text[0].isupper()):
        return 0
    for length in range(min(_GAZETTEER_WORDS, len(found) - index), 1, -1):
        run = found[index : index + length]
        joined = all(token.is_word for token in run[1:]) and all(_adjacent(text, a, b) for a, b in pairwise(run))
        if joined and is_place(" ".join(token.text for token in run), well_known=True):
            return length
    return 0


def _adjacent(text: str, one: Token, other: Token) -> bool:
    return text[one.end : other.start].strip(".") in (" ", "\n", "")


def _lines(text: str, found: Sequence[Token]) -> list[_Line]:
    lines: list[_Line] = []
    first = 0
    for match in _LINE.finditer(text):
        while first < len(found) and found[first].start < match.start():
            first += 1
        last = first
        while last < len(found) and found[last].start < match.end():
            last += 1
        told = [t.text for t in found[first:last] if t.is_word and fold(t.text) not in words.function_words()]
        titled = len(told) > 1 and all(word[0].isupper() for word in told)
        if last > first:
            lines.append(_Line(first, last, titled))
        first = last
    return lines


def _explained_here(
    text: str, found: Sequence[Token], states: Sequence[_State], index: int, line: _Line | None
) -> bool:
    """Whether the surroundings explain a word that people are called by as well."""
    token = found[index]
    plain = fold(token.text).removesuffix("'s")
    before = found[index - 1] if index else None
    after = found[index + 1] if index + 1 < len(found) else None
    lead = fold(before.text) if before is not None and _adjacent(text, before, token) else ""
    follows = after is not None and _adjacent(text, token, after)
    if plain in words.function_words():
        return True
    if plain in _MONTHS and (
        (follows and after is not None and after.is_figure) or lead in _OF_MONTH or lead[-1:].isdigit()
    ):
        return True
    if plain in _WEEKDAYS and (lead in _OF_MONTH or (after is not None and fold(after.text) in _MONTHS)):
        return True
    if plain in words.citations() and text[token.end : token.end + 1] == ".":
        return True
    if lead in _PEOPLE:
        return False
    if is_place(token.text, well_known=True) and (lead in _LOCATES or _before_state(text, found, index)):
        return True
    if not (is_english(token.text) or is_vocabulary(token.text)):
        return False
    if lead in _POINTS_OUT:
        return True
    if follows and after is not None and (after.is_figure or _opens_phrase(after, states[index + 1])):
        return True
    if line is not None and line.titled and _heading(found, states, line):
        return True
    starts = bool(_ENDS_SENTENCE.search(text[max(0, token.start - 4) : token.start]))
    return starts and follows and after is not None and after.text.islower() and not is_common_given(plain)


def _before_state(text: str, found: Sequence[Token], index: int) -> bool:
    if index + 1 >= len(found) or text[found[index].end : found[index + 1].start] != ", ":
        return False
    after = found[index + 1].text
    return is_place(after, well_known=True) or (after.isupper() and len(after) == 2)


def _opens_phrase(after: Token, state: _State) -> bool:
    """Whether the word behind is a capitalised thing ("Field Office"), no paper by somebody ("Rivers Declaration")."""
    if not (after.is_word and after.text[0].isupper() and state is _State.EXPLAINED):
        return False
    return (
        explains(after.text) in (Kind.ENGLISH, Kind.AGENCY, Kind.COURT, Kind.FORM)
        and fold(after.text) not in words.function_words()
    )


def _heading(found: Sequence[Token], states: Sequence[_State], line: _Line) -> bool:
    """Whether a line in capitals is a heading: nothing of it open, and twice as many plain words as doubtful ones."""
    places = [i for i in range(line.first, line.last) if found[i].is_word and len(found[i].text) > 2]
    doubtful = sum(states[i] is _State.LOOSE for i in places)
    plain = sum(states[i] is _State.EXPLAINED for i in places)
    return all(states[i] is not _State.OPEN for i in places) and plain >= 2 * doubtful


def _extend(text: str, found: Sequence[Token], states: list[_State]) -> None:
    """A word that people are called by, directly beside one that nothing explains, is open too ("Will Zorbiquen")."""
    for steps in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        back = 1 if steps.step < 0 else -1
        for index in steps:
            beside = found[index + back]
            if states[index] is _State.OPEN or states[index + back] is not _State.OPEN or not beside.is_word:
                continue
            one, other = (found[index], beside) if back == 1 else (beside, found[index])
            gap = text[one.end : other.start]
            capitals = one.text.isupper() and other.text.isupper()
            if (gap == " " or (gap == ", " and capitals)) and _may_join(text, found[index]):
                states[index] = _State.OPEN


def _may_join(text: str, token: Token) -> bool:
    plain = fold(token.text)
    if not token.is_word or not token.text[0].isupper() or not names_people(plain) or plain in _PEOPLE:
        return False
    before = text[max(0, token.start - 4) : token.start]
    if plain not in words.function_words():
        return True
    return is_common_given(plain) and not (_ENDS_SENTENCE.search(before) or before.endswith("\n"))


def runs(text: str, found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Half-open offsets of open words that stand together ("Zorbiquen de la Quandary"), and of single open figures."""
    start = end = -1
    last: Token | None = None
    for token in found:
        gap = text[end : token.start] if last is not None else ""
        if last is not None and last.is_word and token.is_word and _JOINS.fullmatch(gap):
            end = token.end
        else:
            if last is not None:
                yield start, end
            start, end = token.start, token.end
        last = token
    if last is not None:
        yield start, end


_JOINS = re.compile(r"(?: | (?:(?:de|del|la|las|los|y|e|da|do|dos|van|von|der|den|el|al|bin|ibn|bint) )+|, |-|\. )")
