"""Whether a language model's claim can be a person's name at all: kinds of text that it takes for one and that are none.

Defined terms ("unique identifiers"), headings ("Producing Unique IDs"), acronyms, cited courts, page numbers, towns and
the words of web addresses stand where names stand. What is let go here has nothing in it that people are called by, or
stands in a place where no person does; a label, a title or a shape that speaks for a name makes a claim of its own.
"""

from __future__ import annotations

import regex

from redactor.lexicon import (
    Kind,
    Tier,
    english_tier,
    explains,
    is_common_given,
    is_english,
    is_given,
    is_place,
    is_surname,
    names_people,
)
from redactor.vocabulary import PARTICLES, TITLES

_WORD = regex.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_RUN_BEFORE = regex.compile(r"\S*$")
_OFFICIAL = regex.compile(r"(?i)https?://[^/\s]+\.(?:gov|mil|edu|us)(?=[/\s]|$)")
"""A link to the site of a government, a court or a university: its words name no private person."""

_CUT_BEFORE, _CUT_BEHIND = regex.compile(r"\[\p{L}\]$|[\p{L}\d]\.$"), regex.compile(r"://|\[\p{L}|-\p{L}")
"""What makes a claim a piece of a word: "[w]ithout", "modif[y]", "B. E-FOIA", "CONGRESS.GOV", "https" itself."""

_TOP_LEVEL = frozenset("com edu gov net org".split())
_LEADS = regex.compile(r"(\p{Ll}+)[ \n]+(?=\p{Lu})")
"""A small word before a capital: "cites Muster" names Muster."""

_NUMERAL = regex.compile(r"[ivxIVX]{2,5}")
_ALONE_BEFORE, _ALONE_BEHIND = regex.compile(r"(?:^|\n)[ \d\t]*$"), regex.compile(r"\.?[ \t]?(?:\p{Lu}|\n|$)")
_ACRONYM = regex.compile(r"\p{Lu}{3,5}")
_INITIALS = regex.compile(r"(?:\p{Lu}\.[ ]?)+(?:Rep|REP|Res|RES|Doc|DOC|Con)\b")
"""A paper of Congress: "H.R. Rep. No. 104-795"."""

_ABBREVIATED = regex.compile(r"(?:\p{Lu}\. ?){0,2}\p{Lu}\p{Ll}{1,4}")
_REPORTER_BEFORE = regex.compile(r"(?:\(|\d |(?:[CDEMNSW]\.D\.|D\.) ?)$")
"""What a court's or a state's abbreviation follows in a citation: a bracket, a volume, a district."""

_REPORTER_BEHIND = regex.compile(r"\. ?(?:v\. |App\.|Super\.|\d{4}\)|\d\p{L}{2} )")

_ADDRESSED = regex.compile(r"(\p{L}+)\.?[ \n]$")
_THING_BEHIND = regex.compile(r"[ ](?P<thing>\p{Lu}[\p{L}\-]+)")
_JOINS = frozenset("in for to of with at on by from".split())
"""Words within a heading or a title, and within nobody's name."""

_CELL_BEFORE, _CELL_BEHIND = regex.compile(r"[^\n\t]*$"), regex.compile(r"[^\n\t]*")
_MOSTLY = 2 / 3
_THINGS = frozenset({Kind.ENGLISH, Kind.AGENCY, Kind.COURT, Kind.FORM})


def likeness(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The half-open offsets of what may be a name in the claim, or None where nothing may."""
    while lead := _LEADS.match(text, start, end):
        if lead[1] in PARTICLES or not is_english(lead[1]):
            break
        start = lead.end()
    if _in_public_link(text, start) or _piece(text, start, end) or _numeral(text, start, end):
        return None
    value = text[start:end]
    words = [word for word in _WORD.findall(value) if len(word) > 1]
    if not words:
        return None if _INITIALS.match(text, start) else (start, end)
    if _addressed(text, start):
        return start, end
    small_line = not any(map(str.isupper, _cell(text, start, end)))
    if len(words) == 1:
        ordinary = _ordinary_word(words[0], small_line=small_line) or _before_thing(text, words[0], end)
    else:
        ordinary = _ordinary(words)
    if ordinary or _citation(text, start, end) or _acronym(text, start, end) or _town(value):
        return None
    return start, end


def nothing_but_words(value: str) -> bool:
    """Whether every one of several words explains itself, so that no shape around them makes a name: "DOJ, Students"."""
    words = [word for word in _WORD.findall(value) if len(word) > 1]
    return len(words) > 1 and all(map(_explained, words))


def heading(value: str) -> bool:
    """Whether such words are joined as no name is: "To Disclosure Under FOIA"."""
    return nothing_but_words(value) and not _JOINS.isdisjoint(word.lower() for word in _WORD.findall(value))


def no_body(value: str) -> bool:
    """Whether a model's claim of an employer, a school or a shelter names none: one word that explains itself
    ("Substituting"), English in small letters ("alphanumeric markers"), or a law school, whose clinics sign briefs."""
    words = [word for word in _WORD.findall(value) if len(word) > 1]
    if any(map(str.isdigit, value)) or not words:
        return False
    if " " not in value.strip() and all(map(_explained, words)):
        return True
    return all(word.islower() and is_english(word) for word in words) or "Law School" in value


def _in_public_link(text: str, start: int) -> bool:
    run = _RUN_BEFORE.search(text, max(0, start - 200), start)
    return _OFFICIAL.match(text, run.start() if run else start) is not None


def _piece(text: str, start: int, end: int) -> bool:
    """Whether the claim is a piece of a longer word or of a web address, and no whole word stands in it."""
    behind = _CUT_BEHIND.match(text, end)
    if behind and (behind[0] != "-" + behind[0][-1] or len(text[start:end].split()[-1]) == 1):
        return True
    before = _CUT_BEFORE.search(text, max(0, start - 3), start)
    return before is not None and (before[0].endswith("]") or text[start:end].lower() in _TOP_LEVEL)


def _numeral(text: str, start: int, end: int) -> bool:
    """Whether the claim is the number of a page or of a part, alone on its line or before a heading."""
    return (
        _NUMERAL.fullmatch(text, start, end) is not None
        and _ALONE_BEFORE.search(text, max(0, start - 8), start) is not None
        and _ALONE_BEHIND.match(text, end) is not None
    )


def _addressed(text: str, start: int) -> bool:
    """Whether a title stands before it: then even "Pop" is somebody."""
    before = _ADDRESSED.search(text, max(0, start - 20), start)
    return before is not None and before[1].lower() in TITLES - {"the"}


def _ordinary_word(word: str, *, small_line: bool) -> bool:
    """Whether a single word is no name: it explains itself, and nobody is called so (Pinky), or it is written small
    among capitals and is a common English word."""
    if word.islower() and not small_line and english_tier(word) is Tier.COMMON and not is_common_given(word):
        return True
    return _explained(word) and (explains(word) in (Kind.LEGAL, Kind.COURT) or not is_given(word))


def _ordinary(words: list[str]) -> bool:
    """Whether no word is one that people are called by: all of them explain themselves, or they are English and end
    with a word that is nobody's name; or most of a title's words are such."""
    mixed = not all(map(str.isupper, words))
    told = [_explained(word) or (mixed and _nobodys_acronym(word)) for word in words]
    if all(told):
        return True
    if all(map(is_english, words)):
        return told[-1] and not (is_surname(words[-1]) or is_given(words[-1]))
    if not _JOINS.isdisjoint(words) and 2 * sum(told) >= len(told):
        return True
    return len(words) > 2 and sum(told) >= _MOSTLY * len(told) and told[-1]


def _explained(word: str) -> bool:
    """Whether a word needs no name to explain it. An accent makes it another language's word (Germán)."""
    kind = explains(word)
    if kind is None or not word.replace("’", "").isascii():
        return False
    return not (kind is Kind.AGENCY and word.isupper() and names_people(word))


def _before_thing(text: str, word: str, end: int) -> bool:
    """Whether an English word that some are called by stands before the thing that it is said of: "Unique IDs"."""
    thing = _THING_BEHIND.match(text, end)
    return thing is not None and is_english(word) and word.istitle() and explains(thing["thing"]) in _THINGS


def _citation(text: str, start: int, end: int) -> bool:
    """Whether the claim is an abbreviated word in a citation's place: "(Cal. App. 1st 2018)", "N.D. Cal."."""
    if not _ABBREVIATED.fullmatch(text, start, end) or text[end : end + 1] != ".":
        return False
    before = _REPORTER_BEFORE.search(text, max(0, start - 6), start)
    return before is not None or _REPORTER_BEHIND.match(text, end) is not None


def _nobodys_acronym(word: str) -> bool:
    plain = word.replace("’", "'").removesuffix("'s")
    return _ACRONYM.fullmatch(plain) is not None and not is_given(plain) and not is_surname(plain)


def _acronym(text: str, start: int, end: int) -> bool:
    """Whether the claim is one word in capitals that nobody is called, in a line or cell that is not all capitals."""
    around = _cell(text, start, end)
    return _nobodys_acronym(text[start:end]) and sum(map(str.islower, around)) > sum(map(str.isupper, around))


def _cell(text: str, start: int, end: int) -> str:
    """What stands around a claim between line ends and column gaps."""
    before, behind = _CELL_BEFORE.search(text, max(0, start - 200), start), _CELL_BEHIND.match(text, end)
    return (before[0] if before else "") + (behind[0] if behind else "")


def _town(value: str) -> bool:
    """Whether the claim is a well-known place of several words: Los Angeles."""
    return " " in value.strip() and is_place(value, well_known=True)
