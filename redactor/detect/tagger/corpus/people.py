"""Invented people, and the many ways in which a paper writes their names."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from redactor.detect.tagger.corpus.lists import Names
from redactor.detect.tagger.corpus.piece import Piece
from redactor.detect.tagger.labels import Kind

_TWO_SURNAMES = {"spanish": 0.7, "maya": 0.75, "quechua": 0.7, "portuguese": 0.55, "filipino": 0.15, "caribbean": 0.05}
_TWO_GIVEN = {"spanish": 0.5, "maya": 0.4, "portuguese": 0.3, "haitian": 0.3, "english": 0.15, "vietnamese": 0.2}
_SURNAME_FIRST = {"chinese": 0.55, "vietnamese": 0.7, "korean": 0.5, "japanese": 0.3, "cambodian_burmese": 0.4}
_MONONYM = {"south_asian": 0.06, "persian": 0.06, "cambodian_burmese": 0.1, "arabic": 0.02}
_PATRONYM = {"arabic": 0.4, "ethiopian": 0.4, "somali": 0.7}
_OFFICERS = ("english", "english", "english", "spanish", "spanish", "census", "census", "census", "any")
_ENGLISH = 0.05
"""How often a name is any English word: Cadet, Elder, Guy, My, The. In some language it is a name."""
_COMMON = ("spanish",) * 6 + ("maya", "chinese", "west_african", "west_african", "south_asian", "south_asian")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented. ``reversed`` says that the surname is written first, as in the family's language."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    female: bool
    kind: Kind
    nickname: str = ""
    middle: str = ""
    suffix: str = ""
    reversed: bool = False

    @property
    def surname(self) -> str:
        """All surnames."""
        return " ".join(self.surnames)

    @property
    def called(self) -> str:
        """The given name by which people call the person."""
        return self.given[0] if self.given else self.surname


class Casting:
    """Draws people. One generator has one, with its own random numbers."""

    def __init__(self, names: Names, rng: random.Random) -> None:
        self._names = names
        self._rng = rng

    def person(self, kind: Kind, culture: str | None = None, *, surnames: tuple[str, ...] = ()) -> Person:
        """Somebody of ``culture`` (any where none is given), with ``surnames`` where the family's are known."""
        rng = self._rng
        if culture is None:
            culture = rng.choice(_OFFICERS) if kind in (Kind.OFFICER, Kind.COUNSEL, Kind.JUDGE) else self.culture()
        if culture == "any":
            culture = self.culture()
        female = rng.random() < 0.5
        people = self._names.census if culture == "census" else self._names.cultures[culture]
        pool = people.female if female and people.female else people.male
        given = [self._word(pool, spare=0.2)]
        if rng.random() < _TWO_GIVEN.get(culture, 0.08):
            given.append(self._word(pool, spare=0.1))
        if culture in _PATRONYM and rng.random() < _PATRONYM[culture]:
            given.append(self._word(people.male, spare=0.05))
        own = [self._word(people.surnames, spare=0.2)]
        if rng.random() < _TWO_SURNAMES.get(culture, 0.03):
            own.append(self._word(people.surnames, spare=0.15))
        if rng.random() < _MONONYM.get(culture, 0.0):
            given = []
            own = own[:1]
        return Person(
            tuple(given),
            surnames or tuple(own),
            female,
            kind,
            nickname=self._nickname(),
            middle=rng.choice("ABCDEFGHJLMNPRSTVW")
            if culture in ("english", "census", "caribbean", "filipino") and rng.random() < 0.3
            else "",
            suffix=rng.choice(("Jr.", "Jr", "Sr.", "II", "III")) if not female and rng.random() < 0.03 else "",
            reversed=rng.random() < _SURNAME_FIRST.get(culture, 0.0),
        )

    def culture(self) -> str:
        """A culture's name: those of the larger groups of noncitizens half of the time."""
        if self._rng.random() < 0.45:
            return self._rng.choice(_COMMON)
        if self._rng.random() < 0.12:
            return "census"
        if self._rng.random() < 0.1:
            return "words"
        return self._rng.choice(sorted(self._names.cultures))

    def _nickname(self) -> str:
        return self._rng.choice(self._names.nicknames) if self._rng.random() < 0.5 else ""

    def _word(self, pool: tuple[str, ...], spare: float) -> str:
        if pool in (self._names.census.male, self._names.census.surnames):  # in order: commoner names are likelier
            return pool[int(len(pool) * self._rng.random() ** 2.5)]
        if self._rng.random() < _ENGLISH:
            return self._rng.choice(self._names.english).capitalize()
        return self._names.invented(pool, self._rng) if self._rng.random() < spare else self._rng.choice(pool)


def full(person: Person, rng: random.Random) -> str:
    """The name in full, as prose writes it."""
    given = list(person.given)
    if len(given) > 1 and rng.random() < 0.15:
        given[1] = given[1][0] + "."
    if person.middle and rng.random() < 0.6:
        given.append(person.middle + rng.choice((".", ".", "")))
    if person.nickname and rng.random() < 0.04:
        given.append(rng.choice(("“{}”", '"{}"', "({})", "'{}'")).format(person.nickname))
    surnames = person.surnames if rng.random() < 0.8 else person.surnames[:1]
    joint = (
        "-"
        if len(surnames) == 2 and rng.random() < 0.15
        else " y "
        if len(surnames) == 2 and rng.random() < 0.03
        else " "
    )
    last = joint.join(surnames)
    words = [last, *given] if person.reversed else [*given, last]
    return " ".join(words) + (f" {person.suffix}" if person.suffix else "")


def last_first(person: Person, rng: random.Random) -> str:
    """Surnames, a comma, given names, in several casings."""
    last = person.surname
    given = " ".join([*person.given, *([person.middle] if person.middle else [])]) or rng.choice(("FNU", "Fnu"))
    if len(person.surnames) == 2 and rng.random() < 0.25:
        last = "-".join(person.surnames)
    comma = rng.choice((", ", ", ", ", ", ", ", ",", " , "))
    style = rng.random()
    if style < 0.45:
        return f"{last.upper()}{comma}{given}"
    if style < 0.75:
        return f"{last.upper()}{comma}{given.upper()}"
    return f"{last}{comma}{given}"


def initials(person: Person, rng: random.Random) -> str:
    """M.E.G., M.G., MEG or M-G-L-, as captions and orders hide a name."""
    letters = [word[0].upper() for word in (*person.given, *person.surnames) if word[0].isalpha()]
    letters = [*letters, "A", "B"][: max(2, len(letters))]
    style = rng.random()
    if style < 0.55:
        return ".".join(letters) + "."
    if style < 0.75:
        return "-".join(letters) + "-"
    if style < 0.9:
        return "".join(letters)
    return ". ".join(letters) + "."


def surname(person: Person, rng: random.Random) -> str:
    """One or all surnames."""
    return person.surname if rng.random() < 0.55 else person.surnames[0]


def called(person: Person, rng: random.Random) -> str:
    """The given name, or both, or what friends call the person."""
    if person.nickname and rng.random() < 0.1:
        return person.nickname
    return " ".join(person.given) if rng.random() < 0.2 and person.given else person.called


def short(person: Person, rng: random.Random) -> str:
    """First name and the first surname or its letter."""
    if rng.random() < 0.12:
        return f"{person.called} {person.surnames[0][0]}."
    if rng.random() < 0.12:
        return f"{person.called[0]}. {person.surnames[0]}"
    return f"{person.called} {person.surnames[0]}"


FORMS: dict[str, Callable[[Person, random.Random], str]] = {
    "": full,
    "l": last_first,
    "C": lambda person, rng: full(person, rng).upper(),
    "i": initials,
    "s": surname,
    "S": lambda person, rng: surname(person, rng).upper(),
    "g": called,
    "h": short,
    "n": lambda person, rng: person.nickname or called(person, rng),
    "L": lambda person, rng: person.surname,
    "G": lambda person, rng: " ".join(person.given) or "FNU",
}
"""How a slot ``{S.l}`` writes its person: full where nothing is said."""


def titled(person: Person, rng: random.Random) -> list[Piece]:
    """Ms. García, Sr. Ajanel: the title is no part of the name."""
    titles = (
        ("Ms.", "Ms", "Mrs.", "Miss", "Sra.", "Doña", "Madam") if person.female else ("Mr.", "Mr", "Sr.", "Don", "Mr.")
    )
    title = rng.choice(titles[:3]) if rng.random() < 0.8 else rng.choice(titles)
    name = person.called if title in ("Don", "Doña") else surname(person, rng)
    if rng.random() < 0.1:
        name = full(person, rng)
    return [Piece(title + " "), Piece(name, person.kind)]


def relative(person: Person, casting: Casting, culture: str, rng: random.Random) -> Person:
    """Somebody of the person's family: often with the surname, or the first of two."""
    shared = (person.surnames[0],) if rng.random() < 0.6 else ()
    made = casting.person(Kind.SUBJECT, culture)
    return replace(made, surnames=(*shared, *made.surnames[1:]) if shared else made.surnames)
