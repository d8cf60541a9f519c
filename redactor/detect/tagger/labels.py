"""What the tagger can say of a token: nothing, or that it begins or goes on with a span of some kind."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from redactor.model import Category, Role


class Kind(StrEnum):
    """The kind of a span. Five of them are persons, told apart by what the text makes of them."""

    SUBJECT = "PERSON_SUBJECT"
    """A private person whom the paper is about, or who stands near one: family, friend, witness, perpetrator."""
    OFFICER = "PERSON_OFFICER"
    COUNSEL = "PERSON_COUNSEL"
    JUDGE = "PERSON_JUDGE"
    OTHER = "PERSON_OTHER"
    """A person of whom the text says no part: an author, an interpreter, a name in a list."""
    ADDRESS = "ADDRESS"
    PLACE_OF_BIRTH = "PLACE_OF_BIRTH"
    EMPLOYER = "EMPLOYER"
    SCHOOL = "SCHOOL"
    SHELTER = "SHELTER"
    ORGANISATION = "ORG"
    PLACE = "LOC"
    DEMOGRAPHIC = "DEM"


PERSONS: Final = (Kind.SUBJECT, Kind.OFFICER, Kind.COUNSEL, Kind.JUDGE, Kind.OTHER)
KINDS: Final = tuple(Kind)
PERSON: Final = "PERSON"
"""How a collapsed span of any person is called."""

OUTSIDE: Final = 0
IGNORED: Final = -1
"""A training token of whose label the data says nothing."""


def begins(kind: Kind) -> int:
    """The label of a token that begins a span of ``kind``."""
    return 1 + 2 * KINDS.index(kind)


def goes_on(kind: Kind) -> int:
    """The label of a token inside a span of ``kind``, behind its first."""
    return 2 + 2 * KINDS.index(kind)


LABELS: Final = 1 + 2 * len(KINDS)

ROLES: Final[dict[Kind, Role | None]] = {
    Kind.SUBJECT: None,
    Kind.OFFICER: Role.OFFICER,
    Kind.COUNSEL: Role.COUNSEL,
    Kind.JUDGE: Role.JUDGE,
    Kind.OTHER: None,
}
"""The role that a person's kind speaks for. That somebody is a private person says nothing of which one."""

CATEGORIES: Final[dict[str, Category]] = {
    **{kind.value: Category.PERSON_NAME for kind in PERSONS},
    Kind.ADDRESS.value: Category.ADDRESS,
    Kind.PLACE_OF_BIRTH.value: Category.PLACE_OF_BIRTH,
    Kind.EMPLOYER.value: Category.EMPLOYER,
    Kind.SCHOOL.value: Category.SCHOOL,
    Kind.SHELTER.value: Category.SERVICE_PROVIDER,
    Kind.ORGANISATION.value: Category.ORGANISATION,
    Kind.PLACE.value: Category.PLACE,
    Kind.DEMOGRAPHIC.value: Category.DEMOGRAPHIC,
}
