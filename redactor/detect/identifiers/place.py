"""Places that an account of a person's life names: countries, towns, districts, villages."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.calendar import MONTH
from redactor.detect.identifiers.countries import COUNTRY
from redactor.detect.identifiers.narrowing import NarrowingRecognizer
from redactor.detect.recognizer import Shape
from redactor.model import Category
from redactor.vocabulary import NOT_NAMES, TITLES, only_vocabulary

_MORE_COUNTRIES = (
    r"United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland|Scandinavia|Bosnia-Herzegovina|Soviet Union"
    r"|USSR|Yugoslavia|Czechoslovakia|East Germany|West Germany|West Bank|Gaza|Kurdistan|Tibet|Chechnya|Kashmir|Catalonia"
)
_KIND = (
    r"(?:[Vv]illage|[Pp]rovince|[Dd]istrict|[Cc]ounty|[Bb]orough|[Mm]unicipality|[Pp]eninsula|[Ii]sland|[Vv]alley"
    r"|[Pp]refecture|[Oo]blast|[Rr]egion|[Tt]ownship|[Cc]anton|[Cc]ommune|[Gg]overnorate|[Nn]eighbou?rhood|[Pp]arish"
    r"|[Tt]own|[Cc]ity)"
)
_SPANISH_KIND = r"(?i:barrio|colonia|aldea|municipio|departamento|caser[ií]o|cant[oó]n|provincia|pueblo|vereda|estado)"
_NAME = r"(?:(?:St|San|Santa|Ft|Mt)\.? )?\p{Lu}[\p{L}'’]+(?:[ \-](?:(?:de|del|la|las|los|el|upon|am|an der|sur) )?\p{Lu}[\p{L}'’]+){0,3}"
_PUBLIC = regex.compile(
    r"(?:the )?(?:United States(?: of America)?|U\.?S\.?A?|America|New York(?: City| State| County)?|Manhattan|Brooklyn"
    r"|(?:the )?Bronx|Queens|Kings|Staten Island|Richmond|Nassau|Suffolk|Westchester|Washington|(?:Southern|Eastern"
    r"|Northern|Western|Central) District|District of Columbia|Long Island|Jamaica)\b",
    regex.IGNORECASE,
)
"""The country, its capital and the counties of the courts: named in every paper, and shared by everybody in it."""

_STREET = regex.compile(r" (?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Turnpike|Plaza|Place|Center)\b")
_VERSUS = regex.compile(r"[^\n.;]{0,30}\bvs?\. ")
_AS_A_STATE = regex.compile(
    r"(?:\bagainst(?: the)?|\bv\.|\b(?:Government|Republic|Kingdom|State|Parliament|President)s? of(?: the)?"
    r"|Kingdom of Great Britain and) $"
)


class PlaceRecognizer(NarrowingRecognizer):
    """A country, a named town or district, or a capitalised word after "in", "at", "near", "from" or "to".

    Seen as "lives in Gaziantep", "the village of Ejemplo", "Taşova District" and "Sierra Leone". Not the United
    States, New York and its counties, which every paper of a matter names; not a part of the file ("in Exhibit A"),
    not a cited case ("in Doe v. Roe").
    """

    category = Category.PLACE
    shapes = (
        Shape("country", rf"(?<![\w\-])(?=\p{{Lu}})(?P<id>{COUNTRY}|{_MORE_COUNTRIES})(?!\w)", 0.25),
        Shape("name and kind", rf"(?<![\w\-.])(?=\p{{Lu}})(?P<id>{_NAME} {_KIND})(?!\w)", 0.3),
        Shape(
            "kind and name",
            rf"\b(?P<id>{_KIND} of {_NAME}|{_SPANISH_KIND}(?: (?:de|del))? {_NAME})(?!\w)",
            0.3,
            cues=(
                " of ",
                "barrio",
                "colonia",
                "aldea",
                "municipio",
                "depart",
                "caser",
                "cant",
                "prov",
                "pueblo",
                "estado",
            ),
        ),
        Shape(
            "after a preposition",
            rf"(?=\p{{Lu}})(?<=\b(?:in|at|near|from|to|outside|around|via|between|en|desde|hacia|cerca de) )"
            rf"(?P<id>{_NAME}(?:, {_NAME})?(?: \({COUNTRY}\))?)(?!\w|\.\w)",
            0.2,
        ),
        Shape("based", rf"(?<![\w\-])(?P<id>{_NAME}-based)\b", 0.3, cues=("-based",)),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Not a public place, a month, or words of a form."""
        if _PUBLIC.match(value) or regex.match(MONTH, value):
            return False
        if shape.name == "after a preposition":
            first = regex.split(r"[ ,\-]", value)[0].lower()
            return (
                first.strip(".") not in NOT_NAMES | TITLES
                and not only_vocabulary(value)
                and not (value.isupper() and len(value) < 5)
            )
        return shape.name == "country" or not only_vocabulary(value)

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not a party of a case, a street, or a state as such ("against the Republic of …", "the Government of …")."""
        if _STREET.match(text, end):
            return False
        return not _VERSUS.match(text, end) and not _AS_A_STATE.search(text, max(0, start - 30), start)
