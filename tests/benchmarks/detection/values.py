"""Invented numbers, dates, addresses and other facts of the people in a paper, in the layouts that papers use."""

from __future__ import annotations

import datetime as calendar
import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from redactor.model import Category
from tests.benchmarks.detection.people import NAMES, Person, plain

Lists = Mapping[str, tuple[str, ...]]

_SPANISH_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_AREA_CODES = (212, 347, 646, 718, 914, 917, 929, 516, 631, 201, 973)
_SITES = ("NYC", "NYK", "VRK", "SPM", "BUF", "NEW", "PHI")


def load_values(split: str) -> Lists:
    """Streets, towns, shelters, employers and schools of a split; another split has others."""
    read = json.loads((NAMES / f"{split}_places.json").read_text(encoding="utf-8"))
    return {kind: tuple(item.strip() for item in items.split("|")) for kind, items in read.items()}


@dataclass(frozen=True, slots=True)
class Value:
    """A written fact. ``core`` is the part that must be covered, half-open offsets into ``text``; None is all of it."""

    text: str
    category: Category
    key: str
    core: tuple[int, int] | None = None


@dataclass
class Facts:
    """The facts of one paper, made when a mark first asks and the same ever after."""

    lists: Lists
    rng: random.Random
    _known: dict[tuple[str, str], str] = field(default_factory=dict)
    _days: dict[tuple[str, str], calendar.date] = field(default_factory=dict)

    def number(self, owner: str, kind: str, pattern: str) -> str:
        """Digits for ``#``, capitals for ``@``; the same for this owner and kind whenever asked."""
        if (owner, kind) not in self._known:
            self._known[owner, kind] = "".join(
                self.rng.choice("23456789")
                if letter == "#"
                else self.rng.choice("ABCDEFGHJKLMNPRSTUVWXY")
                if letter == "@"
                else letter
                for letter in pattern
            )
        return self._known[owner, kind]

    def one(self, owner: str, kind: str) -> str:
        if (owner, kind) not in self._known:
            self._known[owner, kind] = self.rng.choice(self.lists[kind])
        return self._known[owner, kind]

    def day(self, owner: str, kind: str, first: int, last: int) -> calendar.date:
        """A day between two years. Its day of the month is past the twelfth half of the time, as days are."""
        if (owner, kind) not in self._days:
            start = calendar.date(first, 1, 1).toordinal()
            end = calendar.date(last, 12, 28).toordinal()
            self._days[owner, kind] = calendar.date.fromordinal(self.rng.randint(start, end))
        return self._days[owner, kind]


DATE_STYLES: Mapping[str, Callable[[calendar.date], str]] = {
    "us": lambda d: f"{d:%m/%d/%Y}",
    "short": lambda d: f"{d.month}/{d.day}/{d:%y}",
    "long": lambda d: f"{d:%B} {d.day}, {d.year}",
    "abbreviated": lambda d: f"{d:%b}. {d.day}, {d.year}",
    "iso": lambda d: d.isoformat(),
    "military": lambda d: f"{d:%d}{d:%b}{d.year}".upper(),
    "day_first": lambda d: f"{d.day} {d:%B} {d.year}",
    "dashed": lambda d: f"{d:%d}-{d:%b}-{d.year}",
    "compact": lambda d: f"{d:%Y%m%d}",
    "dotted": lambda d: f"{d:%d.%m.%Y}",
    "caps": lambda d: f"{d:%B} {d.day}, {d.year}".upper(),
    "es": lambda d: f"{d.day} de {_SPANISH_MONTHS[d.month - 1]} de {d.year}",
    "no_year": lambda d: f"{d:%B} {d.day}",
    "slash_no_year": lambda d: f"{d.month}/{d.day}",
    "ordinal": lambda d: (
        f"the {d.day}{'th' if 10 < d.day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(d.day % 10, 'th')} day of {d:%B}, {d.year}"
    ),
}


def _day_part(text: str, day: calendar.date, style: str) -> tuple[int, int]:
    """Where the day of the month stands in a written date."""
    if style in {"us", "short", "slash_no_year"}:
        start = text.index("/") + 1
        return start, start + len(text[start:].split("/")[0])
    if style == "iso":
        return 8, 10
    if style == "compact":
        return 6, 8
    digits = f"{day.day:02d}" if style in {"military", "dashed", "dotted"} else str(day.day)
    start = text.index(digits)
    return start, start + len(digits)


EVENTS: Mapping[str, tuple[Category, int, int]] = {
    "entry": (Category.ENTRY_DATE, 2009, 2018),
    "arrest": (Category.ENFORCEMENT_DATE, 2019, 2020),
    "hearing": (Category.HEARING_DATE, 2020, 2021),
    "served": (Category.SERVICE_DATE, 2019, 2020),
}
"""Days of which the policy lets the month or the year stand; the day of the month must go."""


def event(facts: Facts, kind: str, style: str) -> Value:
    """The day of an event of the paper."""
    category, first, last = EVENTS[kind.rstrip("0123456789")]
    day = facts.day("paper", kind, first, last)
    text = DATE_STYLES[style](day)
    return Value(text, category, kind, _day_part(text, day, style))


def clock(facts: Facts, kind: str, style: str) -> Value:
    """A time of day of the paper: ``am`` 9:35 AM, ``hours`` 0935 hours, ``colon`` 09:35, ``bare`` 0935, ``dots`` 9:35 a.m."""
    hour, minute = divmod(int(facts.number("paper", kind, "#####")) % 660 + 420, 60)
    half = "AM" if hour < 12 else "PM"
    text = {
        "am": f"{(hour - 1) % 12 + 1}:{minute:02d} {half}",
        "dots": f"{(hour - 1) % 12 + 1}:{minute:02d} {half[0].lower()}.m.",
        "hours": f"{hour:02d}{minute:02d} hours",
        "hrs": f"{hour:02d}{minute:02d} hrs",
        "colon": f"{hour:02d}:{minute:02d}",
        "bare": f"{hour:02d}{minute:02d}",
        "whole": f"{(hour - 1) % 12 + 1} {half[0].lower()}.m.",
    }[style]
    digits = sum(letter.isdigit() or letter == ":" for letter in text)
    return Value(text, Category.CLOCK_TIME, kind, (0, digits))


def _phone(digits: str, style: str) -> str:
    area, line = digits[:3], digits[3:]
    return {
        "paren": f"({area}) 555-01{line}",
        "dash": f"{area}-555-01{line}",
        "dot": f"{area}.555.01{line}",
        "plus": f"+1 {area} 555 01{line}",
        "space": f"{area} 555 01{line}",
        "solid": f"{area}55501{line}",
        "slash": f"{area}/555-01{line}",
    }[style]


def _a_number(digits: str, style: str) -> str:
    one, two, three = digits[:3], digits[3:6], digits[6:]
    return {
        "plain": f"A{digits}",
        "dash": f"A{one}-{two}-{three}",
        "dashes": f"A-{one}-{two}-{three}",
        "space": f"A {one} {two} {three}",
        "hash": f"A# {one}-{two}-{three}",
        "tight_hash": f"A#{digits}",
        "bare": digits,
        "bare_space": f"{one} {two} {three}",
        "bare_dash": f"{one}-{two}-{three}",
        "alien": f"ALIEN-{digits}",
        "dots": f"A {one}.{two}.{three}",
        "axx": f"AXX XXX {three}",
        "last_three": three,
    }[style]


SHAPES: Mapping[str, tuple[Category, str]] = {
    "fins": (Category.FINS, "1#########"),
    "subject_id": (Category.AGENCY_SYSTEM_ID, "#########"),
    "case_id": (Category.AGENCY_SYSTEM_ID, "########"),
    "receipt": (Category.RECEIPT_NUMBER, "EAC20########"),
    "receipt_ioe": (Category.RECEIPT_NUMBER, "IOE09########"),
    "receipt_dash": (Category.RECEIPT_NUMBER, "MSC-20-###-#####"),
    "online": (Category.ONLINE_ACCOUNT, "############"),
    "sevis": (Category.SEVIS_ID, "N00########"),
    "ssn": (Category.SSN, "#6#-4#-7###"),
    "ssn_solid": (Category.SSN, "#6#4#7###"),
    "itin": (Category.ITIN, "9##-7#-####"),
    "passport": (Category.PASSPORT, "@########"),
    "passport_two": (Category.PASSPORT, "@@#######"),
    "visa": (Category.VISA_NUMBER, "########"),
    "i94": (Category.I94_NUMBER, "#########@#"),
    "national_id": (Category.NATIONAL_ID, "####-19##-#####"),
    "dui": (Category.NATIONAL_ID, "########-#"),
    "dpi": (Category.NATIONAL_ID, "#### ##### ####"),
    "license": (Category.DRIVER_LICENSE, "### ### ###"),
    "fbi": (Category.CRIMINAL_JUSTICE_ID, "######@@#"),
    "nysid": (Category.CRIMINAL_JUSTICE_ID, "0#######@"),
    "arrest_no": (Category.CRIMINAL_JUSTICE_ID, "K19######"),
    "sid": (Category.CRIMINAL_JUSTICE_ID, "NY########"),
    "family_docket": (Category.DOCKET_NUMBER, "O-0####-20"),
    "custody_docket": (Category.DOCKET_NUMBER, "V-0####-#/19"),
    "criminal_docket": (Category.DOCKET_NUMBER, "CR-0#####-19KN"),
    "old_docket": (Category.DOCKET_NUMBER, "2018QN0#####"),
    "index": (Category.DOCKET_NUMBER, "5#####/2019"),
    "bank": (Category.BANK_ACCOUNT, "##########"),
    "plate": (Category.LICENSE_PLATE, "@@@-####"),
    "ein": (Category.ORGANISATION_ID, "##-#######"),
    "eoir_id": (Category.ATTORNEY_ID, "@@######"),
    "ref": (Category.AGENCY_SYSTEM_ID, "######"),
}
"""Numbers of a person: the category, and a pattern of digits (``#``) and capitals (``@``)."""

WORDS: Mapping[str, Category] = {
    "employer": Category.EMPLOYER,
    "school": Category.SCHOOL,
    "shelter": Category.SERVICE_PROVIDER,
    "job": Category.OCCUPATION,
    "town": Category.PLACE_OF_BIRTH,
    "scar": Category.DISTINGUISHING_MARK,
    "hospital": Category.SERVICE_PROVIDER,
}
"""Facts that come from the split's lists."""

_COUNTRIES: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "spanish": (("Honduras", "Honduran", "Spanish"), ("El Salvador", "Salvadoran", "Spanish"), ("Ecuador", "Ecuadorian", "Spanish"), ("Mexico", "Mexican", "Spanish")),
    "chinese": (("China", "Chinese", "Mandarin"),),
    "arabic": (("Yemen", "Yemeni", "Arabic"), ("Egypt", "Egyptian", "Arabic"), ("Morocco", "Moroccan", "Arabic")),
    "west_african": (("Guinea", "Guinean", "Fulani"), ("Ghana", "Ghanaian", "Twi"), ("Senegal", "Senegalese", "Wolof")),
    "south_asian": (("Bangladesh", "Bangladeshi", "Bengali"), ("India", "Indian", "Punjabi"), ("Nepal", "Nepali", "Nepali")),
    "haitian": (("Haiti", "Haitian", "Haitian Creole"),),
    "slavic": (("Ukraine", "Ukrainian", "Ukrainian"), ("Russia", "Russian", "Russian"), ("Uzbekistan", "Uzbek", "Uzbek")),
    "vietnamese": (("Vietnam", "Vietnamese", "Vietnamese"),),
    "portuguese": (("Brazil", "Brazilian", "Portuguese"), ("Cape Verde", "Cape Verdean", "Portuguese")),
    "indigenous": (("Guatemala", "Guatemalan", "K'iche'"), ("Guatemala", "Guatemalan", "Mam"), ("Ecuador", "Ecuadorian", "Kichwa")),
    "english": (("Jamaica", "Jamaican", "English"), ("Guyana", "Guyanese", "English"), ("Trinidad and Tobago", "Trinidadian", "English")),
}  # fmt: skip


def fact_of(facts: Facts, person: Person, kind: str, style: str) -> Value | None:
    """A fact of a person, or None where ``kind`` names none. Raises KeyError for a style that the kind does not have."""
    owner = person.handle
    if kind == "a":
        text = _a_number(facts.number(owner, "a", "2########"), style or "plain")
        return Value(text, Category.A_NUMBER, f"{owner}.a", _digits(text))
    if kind in {"dob", "born"}:
        first, last = (2008, 2018) if owner.startswith("child") else (1965, 1999)
        text = DATE_STYLES[style or "us"](facts.day(owner, "dob", first, last))
        return Value(text, Category.DATE_OF_BIRTH, f"{owner}.dob")
    if kind == "phone":
        digits = str(_AREA_CODES[int(facts.number(owner, "area", "##")) % len(_AREA_CODES)])
        return Value(
            _phone(digits + facts.number(owner, "line", "##"), style or "paren"), Category.PHONE, f"{owner}.phone"
        )
    if kind == "email":
        return Value(_email(facts, person, style or "dot"), Category.EMAIL, f"{owner}.email.{style}")
    if kind == "event_no":
        text = facts.number(owner, kind, _SITES[int(facts.number(owner, "site", "#")) % len(_SITES)] + "2001######")
        return Value(text, Category.EVENT_NUMBER, f"{owner}.{kind}")
    if kind in {"street", "cityzip", "address", "address_caps"}:
        return _address(facts, owner, kind, style)
    if kind in SHAPES:
        category, pattern = SHAPES[kind]
        return Value(facts.number(owner, kind, pattern), category, f"{owner}.{kind}")
    if kind in WORDS:
        text = facts.one(owner, f"town_{person.culture}" if kind == "town" else kind)
        return Value(text.upper() if style == "caps" else text, WORDS[kind], f"{owner}.{kind}")
    if kind in {"country", "demonym", "language"}:
        number = int(facts.number("subject", "country", "##"))
        listed = _COUNTRIES[person.culture]
        text = listed[number % len(listed)][("country", "demonym", "language").index(kind)]
        category = Category.LANGUAGE if kind == "language" else Category.NATIONALITY
        return Value(text.upper() if style == "caps" else text, category, f"{owner}.{kind}")
    return None


def _digits(text: str) -> tuple[int, int]:
    places = [place for place, letter in enumerate(text) if letter.isdigit()]
    return places[0], places[-1] + 1


def _email(facts: Facts, person: Person, style: str) -> str:
    first = plain(person.given[0] if person.given else "me").lower().replace(".", "").replace("'", "")
    last = plain(person.surname[0]).lower().replace(" ", "").replace("'", "")
    two = facts.number(person.handle, "mail", "##")
    local = {
        "dot": f"{first}.{last}",
        "tight": f"{first}{last}{two}",
        "initial": f"{first[0]}{last}",
        "odd": f"{last}_{first[:3]}{two}",
    }[style]
    return f"{local}@example.org"


def _address(facts: Facts, owner: str, kind: str, style: str) -> Value:
    street = facts.number(owner, "street", facts.one(owner, "streets"))
    if int(facts.number(owner, "flat", "#")) % 3:
        street += ", Apt " + facts.number(owner, "flat_no", "#@")
    city = facts.one(owner, "cities")
    text = {"street": street, "cityzip": city}.get(kind, f"{street}, {city}")
    if style == "caps" or kind == "address_caps":
        text = text.upper()
    return Value(text, Category.ADDRESS, f"{owner}.{kind}")
