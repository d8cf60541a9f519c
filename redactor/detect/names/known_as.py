"""Other names of a person: lists of aliases, nicknames in quotation marks, names before a marriage."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redactor.detect.names.zone import Told, ZoneRecognizer, written_as_name
from redactor.model import Role
from redactor.vocabulary import only_vocabulary

_WORD = r"\p{L}[\p{L}\p{M}'.\-]*"
_CAPITAL = r"(?:(?:de|del|de la|la|el|al|da|do|dos|bin|ibn|van|von)[ ])?\p{Lu}[\p{L}\p{M}'.\-]*"
_QUOTED = rf"[\"'“‘«](?P<quoted>{_WORD}(?:[ ]{_WORD}){{0,4}})[,.]?[\"'”’»]"
_PLAIN = (
    rf"(?P<plain>{_CAPITAL}(?:[ ]{_CAPITAL}){{0,4}}(?:,[ ]{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}}(?=[ ]?(?:[;/\n)]|$)))?)"
)
_ITEM = regex.compile(rf"[ ]?(?:{_QUOTED}|{_PLAIN})")
_SEPARATOR = regex.compile(
    r"[ ]?(?:,|;|/|\||,?[ \n](?:and|or|y|o|e|et|and also|as well as)(?=[ \n])|[ ]?(?:aka|a\.?/?k\.?/?a\.?)(?=[ :]))[ \n]*(?:(?:aka|a\.?/?k\.?/?a\.?)[ :]*)?"
)
_OPENERS = regex.compile(
    r"(?<![\p{L}\p{N}])(?i:[afn][./]?k[./]?a[./]?s?|also[ \n]known[ \n]as|(?:other|previous|former|prior)[ ](?:last[ ])?names?(?:[ ]used)?|alias(?:es)?(?:[ ]names?)?|monikers?|street[ ]names?"
    r"|nicknames?|nicknamed|née|nee|born[ ](?=[\"“]?\p{Lu}\p{L}+[ ](?:\p{Lu}|in\b|on\b))|formerly(?:[ ]known[ ]as)?|maiden[ ]name(?:[ ](?:is|was))?|(?:better[ ]|commonly[ ]|also[ ])?known[ ](?:to[ ][\p{L} ]{2,25}[ ])?as"
    r"|goes[ ]by(?:[ ]the[ ]name)?|went[ ]by|answers[ ]to|calls?[ ](?:him|her|them)self|(?:(?:friends|family|everyone|everybody|people|they|who|mother|father|sister|brother|children|kids)[ ])calls?[ ](?:him|her|them|me)|called[ ](?=[\"“])"
    r"|conocid[oa](?:[ ]también)?[ ]como|también[ ]conocid[oa][ ]como|apodad[oa]|de[ ]apodo|apodo|sobrenombre|le[ ]dicen|le[ ]llaman|llamad[oa]|nacida|dit(?:e)?(?=[ ]«)|surnommée?|conhecid[oa][ ]como)"
    r"(?![\p{L}\p{N}])[ ]*(?:(?:is|are|include|was|were)\b)?[ ]*:?[ \t\n]*(?:el[ ]|la[ ](?=[\"“]))?"
)
_INSIDE = regex.compile(
    rf"(?<![\p{{L}}]){_CAPITAL}(?:,?[ ]{_CAPITAL}){{0,3}},?[ ](?:[\"“‘'«](?P<quoted>\p{{L}}[\p{{L}}'.\- ]{{1,20}})[,]?[\"”’'»]|\((?P<bracketed>\p{{Lu}}\p{{Ll}}[\p{{L}}'\-]{{1,12}})\))(?=[ ,.;:)]|$|\n)"
)
_GOES_ON = regex.compile(rf"[,]?[ ]{_CAPITAL}")
_DEFINED = regex.compile(
    r"(?i)plaintiff|defendant|respondent|petitioner|agency|government|state|order|act$|agreement|motion|collectively|hereinafter|complaint"
)
_MOST = 12


class KnownAsRecognizer(ZoneRecognizer):
    """Aliases and nicknames: "a.k.a. Maria Lopez, "Malena" and La Flaca", "Jose "Chepe" Muster", "née Ejemplo",
    "conocida como la Prieta", "calls himself Nico".

    Not a defined term ('Wen Muster ("Plaintiff")', "known as the Act").
    """

    cues = regex.compile(
        r"(?i)\bk[./]?a\b|known|alias|name|monik|née|nee\b|formerly|goes by|went by|answers to|call|conocid|conhecid|apod|sobrenombre|dicen|llama|nacida|surnomm|[\"“‘«]"
    )

    def told(self, text: str) -> Iterator[Told]:
        """Each item of each list, and each nickname inside a name."""
        for opener in _OPENERS.finditer(text):
            at = opener.end()
            for _ in range(_MOST):
                item = _ITEM.match(text, at)
                if item is None:
                    break
                group = "quoted" if item["quoted"] is not None else "plain"
                if only_vocabulary(item[group]) or _DEFINED.match(item[group]):
                    break
                yield Told(
                    *item.span(group), Role.SUBJECT if "k" in opener[0].lower()[:4] else None, 0.85, "other name"
                )
                separator = _SEPARATOR.match(text, item.end())
                if separator is None:
                    break
                at = separator.end()
        for match in _INSIDE.finditer(text):
            group = "quoted" if match["quoted"] is not None else "bracketed"
            value = match[group]
            surname = _GOES_ON.match(text, match.end())
            front = text[match.start() : match.start(group) - 1]
            if surname is None or only_vocabulary(surname[0]) or only_vocabulary(front):
                continue  # a term defined behind a name that ends there
            if only_vocabulary(value) or _DEFINED.search(value) or len(value.split()) > 2:
                continue
            if written_as_name(value) or value.islower():
                yield Told(*match.span(group), None, 0.75, "nickname inside a name")
