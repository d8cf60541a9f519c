"""Invented people: who they are in a paper, and the many ways in which papers write their names."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from redactor.model import Role

NAMES = Path(__file__).with_name("names")

ROLES: Mapping[str, Role] = {
    "subject": Role.SUBJECT,
    "spouse": Role.SPOUSE,
    "child": Role.CHILD,
    "mother": Role.PARENT,
    "father": Role.PARENT,
    "sibling": Role.SIBLING,
    "perp": Role.PERPETRATOR,
    "witness": Role.WITNESS,
    "advocate": Role.WITNESS,
    "rep": Role.REPRESENTATIVE,
    "interp": Role.INTERPRETER,
    "friend": Role.OTHER,
    "officer": Role.OFFICER,
    "namesake": Role.OFFICER,
    "supervisor": Role.SUPERVISOR,
    "official": Role.OFFICIAL,
    "judge": Role.JUDGE,
    "clerk": Role.COURT_STAFF,
    "counsel": Role.COUNSEL,
}
"""What a mark's handle, without its number, says of the person."""

STAYS = frozenset({Role.OFFICER, Role.SUPERVISOR, Role.OFFICIAL, Role.JUDGE, Role.COURT_STAFF, Role.COUNSEL})
"""Roles whose names the default policy produces (a template may leave some of them unscored)."""

RELATED = frozenset({"child", "father", "sibling"})
"""Handles that bear the subject's surname."""

PARTICLES = frozenset(
    "de del la las los da do dos das e y van al el bin ibn ben abd abu umm saint st jean marie thi mc ti lao xiao".split()
)
"""Little words that names of one culture have in common, so that no split can be without them."""

_FAMILY_FIRST = frozenset({"chinese", "vietnamese"})
_DOUBLE = frozenset({"spanish", "indigenous", "portuguese"})
_PREFIXES = {"f": ("Mst.", "Mrs.", "Most."), "m": ("Md.", "Mohd.", "MD")}
_MONONYMS = 0.12  # share of South Asian and Arabic papers whose subject has one name and "FNU"
_LOOK_ALIKE = str.maketrans({"o": "0", "l": "1", "e": "c", "m": "rn", "O": "0", "I": "l", "S": "5"})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented. ``given`` and ``surname`` are the parts in order; a part may hold particles (*de la Cruz*)."""

    handle: str
    role: Role
    culture: str
    sex: str
    given: tuple[str, ...]
    surname: tuple[str, ...]
    prefix: str
    nick: str

    @property
    def givens(self) -> str:
        return " ".join(([self.prefix] if self.prefix else []) + list(self.given))

    @property
    def last(self) -> str:
        return " ".join(self.surname)

    @property
    def full(self) -> str:
        parts = (self.last, self.givens) if self.culture in _FAMILY_FIRST else (self.givens, self.last)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class NameLists:
    """The names of one split, by culture: given names of women and men, and surnames."""

    by_culture: Mapping[str, Mapping[str, tuple[str, ...]]]

    @property
    def cultures(self) -> tuple[str, ...]:
        return tuple(sorted(self.by_culture))

    def words(self) -> frozenset[str]:
        """Every word of every name but particles, in small letters, without marks: what two splits must not share."""
        names = (name for lists in self.by_culture.values() for listed in lists.values() for name in listed)
        return frozenset(plain(word).lower() for name in names for word in name.replace("-", " ").split()) - PARTICLES


def load_names(split: str) -> NameLists:
    """The name lists of a split (``train``, ``dev`` or ``test``)."""
    read = json.loads((NAMES / f"{split}.json").read_text(encoding="utf-8"))
    return NameLists(
        {
            culture: {kind: tuple(name.strip() for name in names.split(",")) for kind, names in lists.items()}
            for culture, lists in read.items()
        }
    )


def plain(text: str) -> str:
    """The text without accents and other marks on its letters."""
    decomposed = unicodedata.normalize("NFKD", text.replace("Ł", "L").replace("ł", "l").replace("ø", "o"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


class Cast:
    """The people of one paper, made when a mark first names them."""

    def __init__(self, names: NameLists, culture: str, rng: random.Random, sexes: Mapping[str, str]) -> None:
        self._names, self.culture, self._rng, self._sexes = names, culture, rng, sexes
        self._people: dict[str, Person] = {}
        self._used: set[str] = set()

    def __getitem__(self, handle: str) -> Person:
        if handle not in self._people:
            self._people[handle] = self._made(handle)
        return self._people[handle]

    def _made(self, handle: str) -> Person:
        role = ROLES[handle.rstrip("0123456789")]
        kind, rng = handle.rstrip("0123456789"), self._rng
        kin = kind in RELATED or kind in {"subject", "spouse", "mother", "perp"}
        culture = self.culture if kin and not (handle != "subject" and kind == "subject") else self._somewhere(role)
        sex = self._sexes.get(handle) or {"mother": "f", "father": "m"}.get(kind) or rng.choice("fm")
        if handle == "spouse" and handle not in self._sexes:
            sex = "m" if self["subject"].sex == "f" else "f"
        given = tuple(self._one(culture, sex).split())
        if len(given) == 1 and culture in {"spanish", "portuguese", "haitian", "slavic", "vietnamese"}:
            given += tuple(self._one(culture, sex).split())[:1] if rng.random() < 0.6 else ()
        surname: tuple[str, ...] = (self._one(culture, "l"),)
        if culture in _DOUBLE and role not in STAYS and rng.random() < 0.75:
            surname += (self._one(culture, "l"),)
        if kind in RELATED or kind == "namesake":
            surname = self["subject"].surname or surname
            surname = surname[:1] if kind == "namesake" else surname
        prefix = ""
        if culture == "south_asian" and role not in STAYS and rng.random() < 0.35:
            prefix = rng.choice(_PREFIXES[sex])
        if handle == "subject" and culture in {"south_asian", "arabic"} and rng.random() < _MONONYMS:
            given, prefix = (), ""
        nick = self._one(culture, "n")
        return Person(handle, role, culture, sex, given, surname, prefix, nick)

    def _somewhere(self, role: Role) -> str:
        if role in STAYS and self._rng.random() < 0.6:
            return "english"
        return self._rng.choice(self._names.cultures)

    def _one(self, culture: str, kind: str) -> str:
        """A name that nobody of the paper has yet."""
        listed = [name for name in self._names.by_culture[culture][kind] if name not in self._used]
        chosen = self._rng.choice(listed or self._names.by_culture[culture][kind])
        self._used.add(chosen)
        return chosen


def _initials(person: Person, between: str, after: str) -> str:
    words = [word for word in (*person.given, *person.last.split()) if word[0].isupper()]
    return between.join(word[0] for word in words) + after


def _middle_initial(person: Person) -> str:
    first, *more = person.given or (person.last,)
    initial = f" {more[0][0]}." if more else ""
    return f"{first}{initial} {person.last}" if person.given else person.last


def _reversed(person: Person, last: str, givens: str) -> str:
    return f"{last}, {givens}" if givens else last


def _damaged(text: str) -> str:
    """One letter read wrongly, as OCR does."""
    for place in range(1, len(text)):
        if text[place].translate(_LOOK_ALIKE) != text[place]:
            return text[:place] + text[place].translate(_LOOK_ALIKE) + text[place + 1 :]
    return text


def _hyphenated(text: str) -> str:
    """The text with its longest word broken over a line end, as justified columns do."""
    longest = max(text.split(), key=len)
    if len(longest) < 5 or not longest.isalpha():
        return text
    return text.replace(longest, f"{longest[:3]}-\n{longest[3:]}", 1)


def _title(person: Person) -> str:
    return "Ms." if person.sex == "f" else "Mr."


def _first(person: Person) -> str:
    """What the person is called by: of a Vietnamese name the last part, of a Chinese one all given parts."""
    if not person.given:
        return person.last
    if person.culture == "chinese":
        return " ".join(person.given)
    return person.given[-1 if person.culture == "vietnamese" else 0]


FORMS: Mapping[str, Callable[[Person], str]] = {
    "full": lambda p: p.full,
    "caps": lambda p: plain(p.full).upper(),
    "caps_accents": lambda p: p.full.upper(),
    "western": lambda p: " ".join(part for part in (p.givens, p.last) if part),
    "last_first": lambda p: _reversed(p, plain(p.last).upper(), p.givens),
    "last_first_caps": lambda p: plain(_reversed(p, p.last, p.givens)).upper(),
    "last_first_mixed": lambda p: _reversed(p, p.last, p.givens),
    "last_first_initial": lambda p: _reversed(p, p.last, _first(p)[0] + "." if p.given else ""),
    "last_first_tight": lambda p: (
        plain(f"{p.last.replace(' ', '-')},{_first(p)}").upper() if p.given else p.last.upper()
    ),
    "no_comma_caps": lambda p: plain(" ".join(part for part in (p.last, p.givens) if part)).upper(),
    "first": _first,
    "first_caps": lambda p: plain(_first(p)).upper(),
    "first_lower": lambda p: plain(_first(p)).lower(),
    "givens": lambda p: p.givens or p.last,
    "givens_caps": lambda p: plain(p.givens or p.last).upper(),
    "last": lambda p: p.last,
    "last_caps": lambda p: plain(p.last).upper(),
    "last_lower": lambda p: plain(p.last).lower(),
    "last1": lambda p: p.surname[0],
    "last1_lower": lambda p: plain(p.surname[0]).lower(),
    "last1_caps": lambda p: plain(p.surname[0]).upper(),
    "last2": lambda p: p.surname[-1],
    "last_hyphen": lambda p: "-".join(p.surname),
    "short": lambda p: f"{_first(p)} {p.surname[0]}" if p.given else p.last,
    "short_caps": lambda p: plain(f"{_first(p)} {p.surname[0]}" if p.given else p.last).upper(),
    "middle_initial": _middle_initial,
    "initial_last": lambda p: f"{_first(p)[0]}. {p.surname[0]}" if p.given else p.last,
    "initial_last_caps": lambda p: plain(f"{_first(p)[0]}. {p.surname[0]}" if p.given else p.last).upper(),
    "lower": lambda p: plain(p.full).lower(),
    "short_lower": lambda p: plain(f"{_first(p)} {p.surname[0]}" if p.given else p.last).lower(),
    "initials": lambda p: _initials(p, ".", "."),
    "initials_dash": lambda p: _initials(p, "-", "-"),
    "initials_tight": lambda p: _initials(p, "", ""),
    "nick": lambda p: p.nick,
    "nick_lower": lambda p: plain(p.nick).lower(),
    "nick_caps": lambda p: plain(p.nick).upper(),
    "damaged": lambda p: _damaged(p.full),
    "damaged_caps": lambda p: _damaged(plain(p.full).upper()),
    "broken": lambda p: " ".join(part for part in (p.givens, _hyphenated(p.last)) if part),
    "two_lines": lambda p: "\n".join(part for part in (p.givens, p.last) if part),
    "initials_last": lambda p: "".join(name[0] + "." for name in p.given) + (" " if p.given else "") + p.last,
    "spaced_caps": lambda p: " ".join(plain(p.surname[0]).upper()),
    "plain": lambda p: plain(p.full),
    "file": lambda p: plain("_".join(part for part in (p.surname[0], _first(p)) if part).replace(" ", "_")),
    "mrz": lambda p: plain(
        p.last.upper().replace(" ", "<").replace("-", "<").replace("'", "") + "<<" + "<".join(p.given).upper()
    ).replace(".", ""),
}
"""Each form of a name that a mark may ask for."""

TITLED: Mapping[str, Sequence[str]] = {
    "officer": ("Deportation Officer", "DO", "Officer", "Immigration Enforcement Agent", "IEA", "Special Agent"),
    "namesake": ("Deportation Officer", "DO", "Officer"),
    "supervisor": ("SDDO", "Supervisory Detention and Deportation Officer", "Supervisor", "AFOD"),
    "official": ("Field Office Director", "Acting Director", "Deputy Assistant Secretary"),
    "judge": ("Hon.", "Judge", "Honorable"),
    "clerk": ("Court Clerk", "Chief Clerk"),
    "counsel": ("Assistant U.S. Attorney", "AUSA", "Assistant Attorney General"),
}
"""Titles before the names of those who act for the public; the title is part of what must stay."""


def title_of(person: Person, rng: random.Random) -> str:
    """A title that goes before the person's name: of office, or Mr. or Ms."""
    titles = TITLED.get(person.handle.rstrip("0123456789"))
    return rng.choice(titles) if titles else _title(person)
