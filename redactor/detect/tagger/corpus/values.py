"""Values for a template's slots: dates, numbers, places, addresses, businesses. All invented."""

from __future__ import annotations

import random
from collections.abc import Callable

from redactor.detect.tagger.corpus.lists import values
from redactor.detect.tagger.corpus.people import Casting
from redactor.detect.tagger.corpus.piece import Piece
from redactor.detect.tagger.labels import Kind


class Values:
    """Draws values. ``piece`` answers for a slot's name."""

    def __init__(self, casting: Casting, rng: random.Random) -> None:
        self._rng = rng
        self._casting = casting
        self._makers: dict[str, Callable[[], str]] = {
            "date": self.date, "dob": self.date, "time": self.time, "year": lambda: str(rng.randint(1950, 2025)),
            "anum": self.a_number, "receipt": self.receipt, "phone": self.phone, "ssn": self.ssn,
            "fins": lambda: self.digits(10), "event": self.event, "badge": lambda: self.digits(rng.randint(3, 5)),
            "money": lambda: f"${rng.randint(1, 95) * rng.choice((5, 50, 100, 250)):,}", "age": lambda: str(rng.randint(1, 79)),
            "num": lambda: str(rng.randint(1, 60)), "day": lambda: str(rng.randint(1, 28)), "big": lambda: self.digits(rng.randint(5, 9)),
            "docket": self.docket, "plate": self.plate, "email": self.email, "height": lambda: f"{rng.randint(4, 6)}'{rng.randint(0, 11)}\"",
            "weight": lambda: str(rng.randint(95, 260)), "bates": lambda: f"{rng.choice(('PROD', 'ICE', 'DHS', 'US'))}{rng.randint(1, 99999):07d}",
            "street": lambda: self.street(), "courtaddr": lambda: self.pick("court_address"), "city": lambda: self.pick("us_city"),
            "town": lambda: self.pick("foreign_town"), "country": lambda: self.pick("country"), "nat": lambda: self.pick("nationality"),
            "lang": lambda: self.pick("language"), "office": lambda: self.pick("office"), "court": lambda: self.pick("court"),
            "agency": lambda: self.pick("agency"), "statute": lambda: self.pick("statute"), "form": self.form, "rank": self.rank,
            "crime": lambda: self.pick("crime"), "job": lambda: self.pick("occupation"), "relief": lambda: self.pick("relief"),
            "doctor": lambda: self.pick("doctor_place"), "public": lambda: self.pick("public_place"), "month": lambda: self.pick("month"),
            "case": self.case,
        }  # fmt: skip
        self._spans: dict[str, tuple[Kind, Callable[[], str]]] = {
            "addr": (Kind.ADDRESS, self.address),
            "pob": (Kind.PLACE_OF_BIRTH, self.birthplace),
            "emp": (Kind.EMPLOYER, self.employer),
            "school": (Kind.SCHOOL, self.school),
            "shelter": (Kind.SHELTER, self.shelter),
        }

    def piece(self, slot: str) -> Piece:
        """A value for the slot, with its kind where it is a span. Raises KeyError for a slot that nobody knows."""
        if slot in self._spans:
            kind, make = self._spans[slot]
            return Piece(make(), kind)
        return Piece(self._makers[slot]())

    def pick(self, name: str) -> str:
        """One value of a list."""
        return self._rng.choice(values()[name])

    def digits(self, count: int) -> str:
        """So many digits, the first of them no zero."""
        return str(self._rng.randint(10 ** (count - 1), 10**count - 1))

    def date(self) -> str:
        """A day in one of the ways in which these papers write it."""
        rng = self._rng
        month, day, year = rng.randint(1, 12), rng.randint(1, 28), rng.randint(1950, 2026)
        name = values()["month"][month - 1]
        return rng.choice(
            (
                f"{name} {day}, {year}", f"{name} {day}, {year}", f"{month:02d}/{day:02d}/{year}", f"{month}/{day}/{year}",
                f"{month:02d}/{day:02d}/{year % 100:02d}", f"{day} {name} {year}", f"{name[:3]}. {day}, {year}", f"{year}-{month:02d}-{day:02d}",
                f"{name} {year}", f"{day:02d}-{name[:3].upper()}-{year}", f"{name} {day}", f"{month}/{day}",
            )
        )  # fmt: skip

    def time(self) -> str:
        """A clock time."""
        hour, minute = self._rng.randint(0, 23), self._rng.choice((0, 5, 10, 15, 20, 30, 35, 40, 45, 50, 55))
        return self._rng.choice(
            (
                f"{hour:02d}{minute:02d} hours",
                f"{hour:02d}:{minute:02d}",
                f"{hour % 12 + 1}:{minute:02d} {self._rng.choice(('a.m.', 'p.m.', 'AM', 'PM'))}",
            )
        )

    def a_number(self) -> str:
        """An alien registration number."""
        d = self.digits(9)
        return self._rng.choice(
            (f"A{d}", f"A {d[:3]} {d[3:6]} {d[6:]}", f"A{d[:3]}-{d[3:6]}-{d[6:]}", f"A# {d}", f"A0{d[1:]}", f"A{d[1:]}")
        )

    def receipt(self) -> str:
        """A receipt number."""
        return self._rng.choice(("EAC", "LIN", "WAC", "SRC", "MSC", "IOE", "VSC")) + self.digits(10)

    def phone(self) -> str:
        """A telephone number that nobody has."""
        area, last = (
            self._rng.choice(("212", "718", "646", "917", "516", "973", "201", "305", "956", "713")),
            f"01{self._rng.randint(0, 99):02d}",
        )
        return self._rng.choice(
            (f"({area}) 555-{last}", f"{area}-555-{last}", f"{area}.555.{last}", f"+1 {area} 555 {last}")
        )

    def ssn(self) -> str:
        """A social security number of an area that is never issued."""
        return f"9{self._rng.randint(10, 99)}-{self._rng.randint(10, 99)}-{self._rng.randint(1000, 9999)}"

    def event(self) -> str:
        """An event number."""
        return f"{self._rng.choice(('NYC', 'NEW', 'BUF', 'EPS', 'MCA', 'TCA', 'BOS'))}{self._rng.randint(10, 25)}{self.digits(8)}"

    def docket(self) -> str:
        """A docket number of some court."""
        rng = self._rng
        return rng.choice(
            (
                f"CR-{rng.randint(1000, 39999):06d}-{rng.randint(10, 25)}QN", f"{rng.choice('OVNFG')}-{rng.randint(1000, 39999):05d}-{rng.randint(10, 25)}",
                f"{rng.randint(10, 25)}-cv-{rng.randint(100, 9999):04d}", f"Index No. {rng.randint(1000, 799999)}/{rng.randint(2010, 2025)}",
                f"{rng.randint(2010, 2025)}{rng.choice(('QN', 'KN', 'BX', 'NY'))}{rng.randint(1000, 69999):06d}", f"IND-{rng.randint(100, 9999)}-{rng.randint(19, 25)}",
            )
        )  # fmt: skip

    def plate(self) -> str:
        """A licence plate."""
        return (
            "".join(self._rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(3))
            + self._rng.choice(("", "-", " "))
            + self.digits(4)
        )

    def email(self) -> str:
        """An address at a domain that is nobody's."""
        person = self._casting.person(Kind.OTHER)
        word = (person.called[0] if self._rng.random() < 0.5 else person.called + ".") + person.surnames[-1]
        return word.replace(" ", "").lower() + self._rng.choice(
            ("@example.org", "@agency.example", "@mail.example", "@example.net")
        )

    def form(self) -> str:
        """A form's number."""
        return self._rng.choice(("Form ", "Form ", "", "form ")) + self.pick("form_number")

    def rank(self) -> str:
        """An officer's title."""
        title = self.pick("rank")
        return title.upper() if self._rng.random() < 0.1 else title

    def street(self) -> str:
        """A street without a number."""
        return f"{self.pick('street_name')} {self.pick('street_kind')}"

    def address(self) -> str:
        """An address of a private person, at home or abroad, whole or in part."""
        rng = self._rng
        number = rng.choice(
            (str(rng.randint(1, 9999)), f"{rng.randint(30, 140)}-{rng.randint(10, 89)}", str(rng.randint(10, 999)))
        )
        line = f"{number} {self.street()}"
        unit = rng.choice(
            (
                f"Apt {rng.randint(1, 30)}{rng.choice('ABCDEF')}",
                f"Apt. {rng.randint(1, 12)}",
                f"#{rng.randint(1, 40)}",
                f"{rng.choice(('1st', '2nd', '3rd'))} Floor",
                "Basement",
                f"Unit {rng.randint(1, 40)}",
                f"Apt {rng.randint(1, 9)}{rng.choice('LR')}",
                f"Room {rng.randint(1, 40)}",
                "Bsmt",
                f"apartment {rng.randint(1, 40)}",
            )
        )
        city = self.pick("us_city") + (f" {rng.randint(10001, 98999)}" if rng.random() < 0.6 else "")
        style = rng.random()
        if style < 0.5:
            gap = rng.choice((", ", ", ", "\n", " "))
            return (
                f"{line}{rng.choice((', ', ' ', ', '))}{unit}{gap}{city}"
                if rng.random() < 0.6
                else f"{line}{gap}{city}"
            )
        if style < 0.68:
            return f"{line}, {unit}" if rng.random() < 0.5 else line
        if style < 0.74:
            return f"P.O. Box {rng.randint(10, 9999)}, {city}"
        return self._abroad() if style < 0.92 else f"{self.street()} and {self.street()}, {self.pick('us_city')}"

    def _abroad(self) -> str:
        rng = self._rng
        town, country = self.pick("foreign_town"), self.pick("country").removeprefix("the ")
        head = rng.choice(
            (
                f"Calle {rng.randint(1, 40)} No. {rng.randint(1, 90)}-{rng.randint(1, 90)}",
                f"Barrio {rng.choice(('El Centro', 'La Granja', 'San José', 'Las Flores', 'Suyapa'))}",
                f"Colonia {rng.choice(('Centro', 'La Paz', 'Las Lomas', 'Miraflores', 'Santa Fe'))}, casa {rng.randint(1, 99)}",
                f"{rng.randint(2, 9)}a Avenida {rng.randint(1, 30)}-{rng.randint(10, 60)}, Zona {rng.randint(1, 21)}",
                f"Aldea {rng.choice(('El Rosario', 'Xecam', 'Las Manzanas', 'La Esperanza'))}",
                f"Caserío {rng.choice(('Los Pinos', 'El Tablón', 'Chuacorral'))}",
                f"House No. {rng.randint(1, 99)}, Road {rng.randint(1, 30)}",
                f"Village {rng.choice(('Char Jabbar', 'Rampur', 'Khalispur', 'Sonapur'))}, P.O. {rng.choice(('Chatkhil', 'Hathazari', 'Beanibazar'))}",
                f"Quartier {rng.choice(('Cosa', 'Lambanyi', 'Medina', 'Hafia'))}",
                f"No. {rng.randint(1, 400)} {rng.choice(('Jinfeng', 'Tantou', 'Hangcheng', 'Guhuai'))} Town",
                f"Ul. {rng.choice(('Shevchenka', 'Lenina', 'Mira', 'Franka'))} {rng.randint(1, 120)}, kv. {rng.randint(1, 90)}",
            )
        )
        return f"{head}, {town}" + (f", {country}" if rng.random() < 0.6 else "")

    def birthplace(self) -> str:
        """A place abroad, with or without its country."""
        rng = self._rng
        style = rng.random()
        if style < 0.45:
            return f"{self.pick('foreign_town')}, {self.pick('country').removeprefix('the ')}"
        if style < 0.75:
            return self.pick("foreign_town")
        if style < 0.9:
            return f"{rng.choice(('Aldea El Rosario', 'Xecam', 'Char Jabbar', 'Tantou', 'Kolda', 'Dubréka', 'Rampur', 'Caserío Los Pinos', 'Santa Rosa', 'Las Vegas', 'La Unión', 'El Progreso', 'Nahuala', 'Bajitpur', 'Mampong'))}, {self.pick('foreign_town')}"
        return self.pick("foreign_town").upper()

    def employer(self) -> str:
        """A business."""
        rng = self._rng
        style = rng.random()
        if style < 0.72:
            return f"{self.pick('firm_head')} {self.pick('firm_tail')}"
        person = self._casting.person(Kind.OTHER)
        if style < 0.86:
            return (
                f"{person.surnames[0]} {rng.choice(('& Sons', 'Brothers', 'Bros.', 'Family'))} {self.pick('firm_tail')}"
            )
        if style < 0.93:
            return f"{person.called}'s {self.pick('firm_tail')}"
        return f"{self.pick('street_name')} {self.pick('firm_tail')}"

    def school(self) -> str:
        """A school."""
        head = self.pick("school_head")
        bare = any(c.isdigit() for c in head) and self._rng.random() < 0.6
        return head if bare else f"{head} {self.pick('school_tail')}"

    def shelter(self) -> str:
        """A place that serves victims of crimes."""
        head = self.pick("shelter_head")
        return f"{head} {self.pick('shelter_tail')}" if self._rng.random() < 0.85 else head

    def case(self) -> str:
        """A reported case: its parties are public."""
        one, other = self._casting.person(Kind.OTHER), self._casting.person(Kind.OTHER)
        volume, page, year = self._rng.randint(100, 999), self._rng.randint(1, 1400), self._rng.randint(1960, 2024)
        return self._rng.choice(
            (
                f"Matter of {one.surnames[0]}, {self._rng.randint(10, 28)} I. & N. Dec. {page} (BIA {year})",
                f"{one.surnames[0]} v. {other.surnames[0]}, {volume} F.3d {page} (2d Cir. {year})",
                f"{one.surnames[0]} v. U.S. Dep't of Justice, {volume} F. Supp. 2d {page} (S.D.N.Y. {year})",
                f"{one.surnames[0]} v. INS, {volume} U.S. {page} ({year})",
                f"United States v. {one.surnames[0]}, {volume} F.3d {page}, {page + 4} (9th Cir. {year})",
                f"In re {one.surnames[0]}, No. {self._rng.randint(10, 24)}-{self._rng.randint(100, 9999)}",
            )
        )  # fmt: skip
