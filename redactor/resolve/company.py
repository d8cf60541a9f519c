"""Whether one word alone is written like a name: by its capital, and for a word of the language by its company.

"Court", "Sunday", "Rivers" and "Hope" are surnames and words. A common-word name alone is looked for only in a name's
place: beside the person's other names or number, behind a title or a word of kin, or where it does what only people do.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from redactor.lexicon import Tier, english_tier, names_people
from redactor.resolve.reading import Reading
from redactor.vocabulary import COMMON_WORDS, NOT_NAMES, TITLES

_COMPANY = 3
"""Words on either side in which a common word needs a name's company (law.md 4.5.3)."""

_LONGEST_CODE = 4
"""Letters of the longest code for an officer's office (SDDO); only capitals tell such a code from a word."""

_LEAST_IN_MESSAGES = 3
_LEAST_SMALL = 5
"""Letters from which a name that is no English word is known for one without its capital."""

KIN = frozenset(
    (
        "family brother brothers sister sisters husband wife mother father son daughter child children parents parent "
        "aunt uncle cousin nephew niece grandmother grandfather stepfather stepmother fiance fiancee boyfriend "
        "girlfriend partner baby kids kid siblings household familia hermano hermana esposo esposa hijo hija madre "
        "padre mama papa primo prima tio tia cousin abuelo abuela"
    ).split()
)
"""Words that keep a name company as a title does: "the King family"."""

_PRIVATE = frozenset(
    (
        "told cried wept married lives lived fled fears feared texted woke slept screamed begged lied hugged ate drank "
        "remembers remembered misses missed worries worried dreams moved works worked speaks spoke smiled sobbed hid "
        "replied whispered herself himself"
    ).split()
)
"""What a person does and no court, day or office."""

_SPEAKING = _PRIVATE | frozenset(
    (
        "said says stated states claims claimed testified admitted asked believes believed thinks thought knew knows "
        "wants wanted refused agreed answered explained advised resides resided gave took called came went calls "
        "applied reported sleeps filed traveled travelled crossed attended graduated met brought sent signed paid "
        "rented answered wrote dropped"
    ).split()
)
_SPEAKERS = frozenset(
    (
        "court courts judge law officer officers agency agencies agent agents police department government state "
        "states order notice form counsel attorney ice dhs uscis eoir cbp hsi ero doj nypd subject respondent "
        "applicant petitioner plaintiff defendant section report memo document service city county district field "
        "office union board clinic council alien"
    ).split()
)
"""Form words that speak, ask and agree without being anybody's name."""

_BEING = frozenset("is was has had been being were".split())
_PEOPLE_ARE = frozenset(
    (
        "told asked arrested detained interviewed born married divorced widowed pregnant afraid scared beaten raped "
        "threatened taken seized sentenced shot killed hospitalized hospitalised apprehended encountered deported "
        "fingerprinted hurt injured said lived worked"
    ).split()
)
"""What is said of people only, behind "was" or "has been"."""

_NO_NAME_BEHIND = frozenset(
    "the a an this these those our each every any no on in at by of to last next per into since until some".split()
)
"""Words behind which a common word is itself: "the court told", "on Sunday said"."""

_DETERMINERS = frozenset("the a an this these those our each every any no s".split())
_PLACE_FRONT = frozenset("san santa santo los las puerto vera st saint mount fort lake new port".split())
"""First words of places: Santa Cruz, Los Reyes."""

_ALSO_WORDS = frozenset(
    (
        "flores cruz reyes rosa rosas iglesias torres campos rios montes prado castillo guerra blanco blanca rubio "
        "moreno morena delgado bravo franco santos vega calle puente cuevas salinas rojas leal pastor herrero molina "
        "nieves dolores mercedes socorro refugio consuelo esperanza luz paz sol mar alba rosario angel jesus flor "
        "caballero cordero serrano hidalgo rey palma sierra valle villa mesa casas fuentes arroyo lima peru cadena "
        "barrios marin luna estrella cielo perla milagro milagros pilar soledad amparo gracia caridad costa rocha "
        "pinto pires ramos leite leal branco pereira bella claro bueno"
    ).split()
)
"""Spanish and Portuguese words that are names as well: small, they are words."""


_NAMES_FIRST = frozenset(
    "maria peter harry martin mike sally carol robin lee warren rosemary jack bob victor ken mario santiago".split()
)
"""Words of a small English dictionary that are hardly ever anything but names."""


def is_ordinary(word: str) -> bool:
    """Whether a folded word is one of the language, of the calendar, of forms or of courts, so that its capital says
    nothing."""
    if word in NOT_NAMES or word in COMMON_WORDS:
        return True
    if word in _NAMES_FIRST:
        return False
    tier = english_tier(word)
    return tier is Tier.COMMON or (tier is Tier.ORDINARY and not names_people(word))


def alone_is_a_name(reading: Reading, at: int, own: AbstractSet[str], *, numbered: bool) -> bool:
    """Whether the word at index ``at`` names somebody. ``own`` are the person's other words; ``numbered`` says that a
    number of the person stands on the same line."""
    word, start, _ = reading.words[at]
    ordinary = is_ordinary(word)
    if not reading.shouts(at):
        if ordinary or word in _ALSO_WORDS:
            return False
        if without_capitals(reading, start):
            return len(word) >= _LEAST_IN_MESSAGES or _in_company(reading, at)
        return len(word) >= _LEAST_SMALL and _free(reading, at)
    if _beside(reading, at, own):
        return True
    if at and reading.words[at - 1][0] in _PLACE_FRONT and reading.gap(at - 1) == " ":
        return False
    if not ordinary and len(word) > 2:
        return True
    if numbered or _in_company(reading, at) or _acts(reading, at):
        return True
    return (word not in NOT_NAMES or _shouted(reading, at)) and _capital_in_prose(reading, at)


_ALSO_TITLES = frozenset(
    (
        "defendant plaintiff victim witness client patient student minor complainant sponsor derivative licenciada "
        "licenciado lic senor senora senorita sra srta don dona doctora doctor abogada abogado cliente oficial rev "
        "att rep atty reverend pastor father sister brother deacon imam sheikh hermana hermano alias"
    ).split()
)
"""Words before a name in these papers that are no title of a form."""


_SPEAKER = re.compile(r"^(?:\[[^\]\n]{4,30}\] ?)?[^\W\d_][\w .'’\-]{0,30}: ")
"""Time and sender before a message."""


def without_capitals(reading: Reading, place: int) -> bool:
    """Whether the line at ``place`` has no capital at all, its sender left aside, as people write text messages."""
    line = reading.text[slice(*reading.line(place))]
    return _SPEAKER.sub("", line, count=1).islower()


def is_title(reading: Reading, at: int) -> bool:
    """Whether a word is a title: not "the", and no code of an officer that is a small word ("do")."""
    word = reading.words[at][0]
    return (
        (word in TITLES or word in _ALSO_TITLES) and word != "the" and (len(word) > _LONGEST_CODE or reading.shouts(at))
    )


def _free(reading: Reading, at: int) -> bool:
    """Whether a word stands by itself, and not inside an address, a path or a longer word."""
    _, start, end = reading.words[at]
    return reading.text[start - 1 : start] not in ("@", ".", "/", "_", "-") and reading.text[end : end + 1] not in (
        "@",
        "/",
        "_",
        "-",
    )


def _around(reading: Reading, at: int) -> list[int]:
    last = min(len(reading.words), at + 1 + _COMPANY)
    return [n for n in range(max(0, at - _COMPANY), last) if n != at]


def _beside(reading: Reading, at: int, own: AbstractSet[str]) -> bool:
    return any(reading.words[n][0] in own for n in _around(reading, at))


def _in_company(reading: Reading, at: int) -> bool:
    if any(is_title(reading, n) for n in _around(reading, at)):
        return True
    words = reading.words
    if at + 1 < len(words) and words[at + 1][0] in KIN:
        return True  # "the King family", but not the Family Court
    return bool(at) and words[at - 1][0] in KIN - {"family"} and reading.gap(at - 1).strip() in ("", ",")


def _acts(reading: Reading, at: int) -> bool:
    """Whether the word does what people do: "Court told officers", "Rivers's daughter"; not "the Court told"."""
    words = reading.words
    if at and _same_sentence(reading.gap(at - 1)):
        before = words[at - 1][0]
        if before in _NO_NAME_BEHIND or (reading.shouts(at - 1) and reading.gap(at - 1) == " "):
            return False
    if at + 1 >= len(words) or "\n\n" in reading.gap(at):
        return False
    behind = words[at + 1][0]
    if behind == "s":
        if not is_ordinary(words[at][0]):
            return True
        return at + 2 < len(words) and words[at + 2][0] in KIN
    if behind in _BEING:
        return any(word in _PEOPLE_ARE for word, _, _ in words[at + 2 : at + 4])
    return behind in (_PRIVATE if words[at][0] in _SPEAKERS else _SPEAKING)


def _capital_in_prose(reading: Reading, at: int) -> bool:
    """Whether the word is the one capital among small words of its sentence: "what happened with Sow in November"."""
    words = reading.words
    if not at or at + 1 >= len(words) or not _same_sentence(reading.gap(at - 1)):
        return False
    if reading.shouts(at - 1) or words[at - 1][0] in _DETERMINERS:
        return False
    return not (reading.gap(at).isspace() and reading.shouts(at + 1))


def _shouted(reading: Reading, at: int) -> bool:
    """Whether the word is all in capitals, as agencies write a surname in prose, and no form word that speaks."""
    word, start, end = reading.words[at]
    return len(word) > 2 and word not in _SPEAKERS and reading.text[start:end].isupper()


def _same_sentence(gap: str) -> bool:
    return re.search(r"[.;:!?\t]|\n\n", gap) is None
