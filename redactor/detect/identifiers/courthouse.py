"""Courthouses: their names, and the public addresses of those in New York. Policy releases them."""

from __future__ import annotations

import regex

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

# Public addresses of state and federal courthouses and of the immigration courts in New York City and on Long Island.
_ADDRESSES = (
    r"330 Jay|320 Jay|360 Adams|141 Livingston|120 Schermerhorn|225 Cadman Plaza|100 Cent(?:re|er)"
    r"|111 Cent(?:re|er)|80 Cent(?:re|er)|60 Cent(?:re|er)|60 Lafayette|71 Thomas|346 Broadway"
    r"|314 W(?:est)?\.? 54(?:th)?"
    r"|170 E(?:ast)?\.? 121(?:st)?|31 Chambers|40 Foley|500 Pearl|40 Cent(?:re|er)|26 Federal|201 Varick|290 Broadway"
    r"|265 E(?:ast)?\.? 161(?:st)?|215 E(?:ast)?\.? 161(?:st)?|851 Grand|900 Sheridan|1118 Grand"
    r"|125-01 Queens|151-20 Jamaica"
    r"|89-17 Sutphin|88-11 Sutphin|25-10 Court|120-55 Queens|18 Richmond|100 Richmond"
    r"|67 Targee|927 Castleton"
    r"|100 Federal Plaza|262 Old Country|252 Old Country|1200 Old Country|300 Quarropas"
    r"|2 Niagara"
)
_STREET = (
    r"(?:(?i:St|Street|Plaza|Sq|Square|Ave|Avenue|Blvd|Boulevard|Concourse|Terrace|Ter|Road|Rd|Drive|Martin Luther King"
    r"|East|West|Place|Pl|E|W)\b\.?)"
)
_SPACED = _ADDRESSES.replace(" ", r"\s+")
_KNOWN = regex.compile(rf"(?:{_SPACED})(?![\w])(?:\s+{_STREET})*", regex.IGNORECASE)
_NEW_YORK = regex.compile(
    r"\b(?:New York|N\.?Y\b|Brooklyn|Bronx|Queens|Kew Gardens|Jamaica|Staten Island|Manhattan|Mineola"
    r"|White Plains)",
    regex.IGNORECASE,
)
_KIND = (
    r"(?:(?:Family|Criminal|Supreme|Surrogate'?s'?|Civil|County|City|Town|Village|Justice|Housing|District|Immigration"
    r"|Integrated Domestic Violence|Human Trafficking Intervention|IDV|Federal|United States|U\.S\.|State)\s+){1,3}"
)
_PLACES = (
    r"(?:Kings|Queens|New York|Bronx|Richmond|Nassau|Suffolk|Westchester|Rockland|Orange|Albany|Erie"
    r"|Monroe|Onondaga|Dutchess"
    r"|Ulster|Putnam|Sullivan|Schenectady|Rensselaer|Saratoga|Oneida|Brooklyn|Manhattan|Staten Island"
    r"|Central Islip|Hempstead"
    r"|Yonkers|White Plains|Buffalo|Rochester|Syracuse|Utica|Midtown Community|Red Hook Community|Harlem Community)"
)


_INDOORS = regex.compile(
    r"(?i)\b\d{1,3}(?:st|nd|rd|th)?\s+fl(?:oor)?\b|\b(?:court)?room\s+[\w\-]+|\b(?:suite|ste|rm|part|floor|fl)\b\.?\s*[\w\-]+"
)


def is_courthouse_address(value: str) -> bool:
    """Whether ``value`` begins with the public address of a courthouse, and names no town elsewhere."""
    known = _KNOWN.match(value)
    if known is None:
        return False
    town = _INDOORS.sub("", value[known.end() :])
    return not any(character.isalpha() for character in town) or bool(_NEW_YORK.search(town))


class CourthouseRecognizer(IdentifierRecognizer):
    """Name of a courthouse or of a court with its county. (Street addresses: AddressRecognizer.)

    Seen as "Kings County Family Court" and "Daniel Patrick Moynihan United States Courthouse". Not the word alone
    ("arrested at a courthouse", "this Court"), not a street that ends in Court.
    """

    category = Category.COURTHOUSE
    crosses_lines = True
    shapes = (
        Shape(
            "county and court",
            rf"\b(?P<id>{_PLACES}(?:\s+County)?\s+{_KIND}?(?:Court(?:house)?"
            rf"|Justice Center)(?:\s+Part)?)\b(?!\s*(?:St|Street|Ave)\b)",
            0.6,
            ignore_case=True,
            cues=("court", "justice center"),
        ),
        Shape(
            "court of the county",
            rf"\b(?P<id>(?:Family|Criminal|Supreme|Civil|County|Surrogate's)\s+Court(?:\s+of\s+(?:the\s+)?"
            rf"(?:City|State)\s+of\s+New\s+York)?"
            rf",?\s+(?:(?:in|of|for)\s+)?(?:the\s+)?(?:County\s+of\s+)?{_PLACES}(?:\s+County)?)\b",
            0.6,
            ignore_case=True,
            cues=("court",),
        ),
        Shape(
            "named courthouse",
            r"\b(?P<id>(?:[A-Z][\w.'\-]*\s+){1,4}?(?:(?:United States|U\.S\.|Federal|County"
            r"|Municipal)\s+)?Court ?[Hh]ouse)\b",
            0.5,
            cues=("courthouse", "court house"),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """A named courthouse has a name: more than an article or kind before the word."""
        if shape.name != "named courthouse":
            return True
        first = value.split()[0].lower()
        return first not in _NOT_NAMES


_NOT_NAMES = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "state",
        "federal",
        "county",
        "new",
        "at",
        "in",
        "outside",
        "near",
        "inside",
        "certain",
        "any",
        "each",
        "every",
    ]
)
